// The decision panel: three acts first, four quieter questions behind one step, the ground, the log, Commit.

import { freshId, make, makeButton, makeDisclosure, setAttr, setText, show } from "./dom.js";
import { createChoices } from "./choices.js";
import { choiceLabel, emptyDraft, FIELD_ORDER, missingFields, owesLog, sameDraft, wholeDraft } from "./draft.js";
import { createDuties, createGrounds } from "./grounds.js";
import { makeKeyCap, nameKey } from "./keys.js";
import { createMessages } from "./message.js";
import { createUndo } from "./undo.js";
import { CHOOSE_FIRST, CONFIDENCE_WORDS, FIELD_WORDS, LOG_WORDS } from "./words.js";

const ACT_KEYS = { leave: "leave", hide: "hide", remove: "remove" };
const QUIET_FIELDS = FIELD_ORDER.slice(1);

const SLOW = 150;

/**
 * The panel. `act` has `change(draft)`, `commit(attempt)` and `skip()`. `load(item, state)` shows one comment's draft;
 * `setBusy(on)` while a commit is under way; `shortcut(id)` runs a key and says whether it did anything.
 */
export function createDecision(act) {
  const panel = { choices: {}, busy: false, undo: createUndo(), draft: emptyDraft(), logOn: [] };
  const onChange = (from = null) => {
    complain(panel, "");
    const draft = readDraft(panel);
    if (sameDraft(draft, panel.draft)) return;
    panel.undo.note(panel.draft, from);
    follow(panel, draft);
    act.change(draft);
  };
  buildParts(panel, onChange);
  const commit = () => {
    const draft = readDraft(panel);
    if (panel.busy) return;
    if (missingFields(draft).length) complain(panel, CHOOSE_FIRST, true);
    else act.commit(draft);
  };
  const undo = () => {
    const before = panel.undo.back();
    if (!before) return false;
    writeDraft(panel, before);
    act.change(before);
    act.say("Undone");
    if (panel.undo.empty()) panel.fields.comment_action.focus();
    return true;
  };
  panel.takeBack = undo;
  const buttons = createButtons({ commit, skip: () => panel.busy || act.skip(), undo });
  panel.buttons = buttons;
  const node = make("div", { class: "hr-decision" }, panel.fields.comment_action.node, panel.more.node, ...panel.messages.nodes, panel.grounds.node,
    panel.duties.node, panel.log.node, panel.confidence.node, buttons.node);
  return {
    node,
    load: (item, state) => loadPanel(panel, item, state),
    read: () => readDraft(panel),
    note: (text) => setText(buttons.note, text),
    setBusy: (on) => { panel.busy = on; buttons.setBusy(on); },
    shortcut: (id) => runShortcut(panel, id, commit),
  };
}

function buildParts(panel, onChange) {
  panel.fields = {};
  for (const field of FIELD_ORDER) {
    const first = field === "comment_action";
    panel.fields[field] = createChoices({
      legend: FIELD_WORDS[field].asks, keys: first ? ACT_KEYS : {}, className: first ? "hr-acts" : "hr-quieter", onChange: () => onChange() });
  }
  panel.more = createMore(panel);
  panel.messages = createMessages({ onChange });
  panel.grounds = createGrounds({ onChange: () => onChange() });
  panel.duties = createDuties({ onChange: () => onChange() });
  panel.log = createLog(onChange);
  panel.confidence = createChoices({ legend: "How sure are you? (optional)", className: "hr-inline", onChange: () => onChange() });
  panel.confidence.update(CONFIDENCE_WORDS.map(([value, label]) => ({ value, label, does: "" })));
}

function createMore(panel) {
  const more = makeDisclosure("Author, report, answer, pass on ", null, { class: "hr-details hr-more" });
  panel.quiet = make("span", { class: "hr-quiet-summary" });
  more.summary.append(makeKeyCap("more"), panel.quiet);
  nameKey(more.summary, "more");
  more.body.append(...QUIET_FIELDS.map((field) => panel.fields[field].node));
  return more;
}

function createLog(onInput) {
  const input = make("textarea", { class: "hr-input", id: freshId("log"), rows: "2", maxlength: "4000", on: { input: () => onInput(input) } });
  nameKey(input, "log");
  const hint = make("p", { class: "hr-does", id: freshId("hint") });
  setAttr(input, "aria-describedby", hint.id);
  const words = make("span", {});
  const label = make("label", { for: input.id, class: "hr-legend" }, words, makeKeyCap("log"));
  const tell = (owed) => {
    setText(words, LOG_WORDS[owed ? "owed" : "free"].label);
    setText(hint, LOG_WORDS[owed ? "owed" : "free"].hint);
  };
  return { input, tell, node: make("div", { class: "hr-log" }, label, hint, input) };
}

function createButtons({ commit, skip, undo }) {
  const words = make("span", {}, "Commit");
  const button = makeButton(words, commit, { class: "hr-button hr-primary" });
  const skipButton = makeButton("Skip ", skip);
  button.append(" ", makeKeyCap("commit"));
  skipButton.append(makeKeyCap("skip"));
  nameKey(button, "commit");
  nameKey(skipButton, "skip");
  const note = make("p", { class: "hr-quiet hr-note" });
  const undoButton = makeButton("Undo ", undo, { class: "hr-button hr-plain", hidden: true });
  undoButton.append(makeKeyCap("undo"));
  nameKey(undoButton, "undo");
  const node = make("div", { class: "hr-buttons" }, button, skipButton, undoButton, note);
  let slow = null;
  const setBusy = (on) => {
    setAttr(button, "aria-disabled", on ? "true" : null);
    clearTimeout(slow);
    if (on) slow = setTimeout(() => setText(words, "Committing\u2026"), SLOW); // said only where there is time to read it
    else setText(words, "Commit");
  };
  return { node, note, setBusy, canUndo: (can) => show(undoButton, can) };
}

function loadPanel(panel, item, state) {
  panel.choices = state.choices;
  for (const field of FIELD_ORDER) panel.fields[field].update(state.choices[field] ?? []);
  panel.grounds.update(state.grounds ?? []);
  panel.duties.update(state.duties ?? []);
  complain(panel, "");
  panel.logOn = state.log_on ?? [];
  panel.undo.clear();
  panel.messages.load(item, state.drafts);
  writeDraft(panel, wholeDraft(item.draft, state.choices));
  panel.more.node.open = QUIET_FIELDS.some((field) => panel.fields[field].get() !== "none");
}

function writeDraft(panel, draft) {
  for (const field of FIELD_ORDER) panel.fields[field].set(draft.decision[field]);
  panel.grounds.set(draft.grounds);
  panel.duties.set(draft.done);
  panel.log.input.value = draft.log;
  panel.messages.set(draft.messages);
  panel.confidence.set(draft.confidence ?? "");
  follow(panel, draft);
}

// What follows from a draft: the folded step's words, the messages that go with it, whether a log entry is owed.
function follow(panel, draft) {
  panel.draft = draft;
  tellQuiet(panel);
  panel.messages.fit(draft.decision);
  panel.log.tell(owesLog(draft.decision, panel.logOn));
  panel.buttons?.canUndo(!panel.undo.empty());
}

function readDraft(panel) {
  const decision = {};
  for (const field of FIELD_ORDER) decision[field] = panel.fields[field].get();
  panel.messages.fit(decision); // what does not go with the decision is not part of it
  return {
    decision,
    grounds: [...panel.grounds.get()],
    done: [...panel.duties.get()],
    log: panel.log.input.value,
    messages: panel.messages.get(),
    confidence: panel.confidence.get() || null,
  };
}

// The folded step always says what stands in it.
function tellQuiet(panel) {
  const said = QUIET_FIELDS.map((field) => {
    const label = choiceLabel(panel.choices, field, panel.fields[field].get());
    return `${FIELD_WORDS[field].short}: ${label}`;
  });
  setText(panel.quiet, said.join(" \u00b7 "));
}

function complain(panel, text, focus = false) {
  panel.fields.comment_action.complain(text);
  if (focus) panel.fields.comment_action.focus();
}

function runShortcut(panel, id, commit) {
  if (ACT_KEYS[id]) return panel.fields.comment_action.pick(id);
  if (id === "commit") commit();
  else if (id === "more") {
    panel.more.node.open = !panel.more.node.open;
    panel.more.summary.focus();
  } else if (id === "undo") return panel.takeBack();
  else if (id === "message") return panel.messages.focus();
  else if (id === "ground") panel.grounds.focus();
  else if (id === "log") panel.log.input.focus();
  else return false;
  return true;
}
