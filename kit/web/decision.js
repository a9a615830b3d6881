// The decision panel: three acts first, four quieter questions behind one step, the ground, the log, Commit.

import { freshId, make, makeButton, makeDisclosure, setAttr, setText } from "./dom.js";
import { createChoices } from "./choices.js";
import { choiceLabel, emptyDraft, FIELD_ORDER, missingFields, wholeDraft } from "./draft.js";
import { createDuties, createGrounds } from "./grounds.js";
import { makeKeyCap, nameKey } from "./keys.js";
import { CHOOSE_FIRST, CONFIDENCE_WORDS, FIELD_WORDS } from "./words.js";

const ACT_KEYS = { leave: "leave", hide: "hide", remove: "remove" };
const QUIET_FIELDS = FIELD_ORDER.slice(1);

/**
 * The panel. `act` has `change(draft)`, `commit(attempt)` and `skip()`. `load(item, state)` shows one comment's draft;
 * `setBusy(on)` while a commit is under way; `shortcut(id)` runs a key and says whether it did anything.
 */
export function createDecision(act) {
  const panel = { choices: {}, busy: false };
  const onChange = () => {
    complain(panel, "");
    tellQuiet(panel);
    act.change(readDraft(panel));
  };
  buildParts(panel, onChange);
  const commit = () => {
    const draft = readDraft(panel);
    if (panel.busy) return;
    if (missingFields(draft).length) complain(panel, CHOOSE_FIRST, true);
    else act.commit(draft);
  };
  const clear = () => {
    writeDraft(panel, emptyDraft());
    onChange();
    panel.fields.comment_action.focus();
  };
  const buttons = createButtons({ commit, skip: () => panel.busy || act.skip(), clear });
  const node = make("div", { class: "hr-decision" }, panel.fields.comment_action.node, panel.more.node, panel.grounds.node,
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
      legend: FIELD_WORDS[field].asks, keys: first ? ACT_KEYS : {}, className: first ? "hr-acts" : "hr-quieter", onChange });
  }
  panel.more = createMore(panel);
  panel.grounds = createGrounds({ onChange });
  panel.duties = createDuties({ onChange });
  panel.log = createLog(onChange);
  panel.confidence = createChoices({ legend: "How sure are you? (optional)", className: "hr-inline", onChange });
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
  const input = make("textarea", { class: "hr-input", id: freshId("log"), rows: "2", maxlength: "4000", on: { input: onInput } });
  nameKey(input, "log");
  const hint = make("p", { class: "hr-does", id: freshId("hint") }, "Kept with your decision. Some decisions owe one.");
  setAttr(input, "aria-describedby", hint.id);
  const label = make("label", { for: input.id, class: "hr-legend" }, "Log entry: why? (optional) ", makeKeyCap("log"));
  return { input, node: make("div", { class: "hr-log" }, label, hint, input) };
}

function createButtons({ commit, skip, clear }) {
  const words = make("span", {}, "Commit");
  const button = makeButton(words, commit, { class: "hr-button hr-primary" });
  const skipButton = makeButton("Skip ", skip);
  button.append(" ", makeKeyCap("commit"));
  skipButton.append(makeKeyCap("skip"));
  nameKey(button, "commit");
  nameKey(skipButton, "skip");
  const note = make("p", { class: "hr-quiet hr-note" });
  const node = make("div", { class: "hr-buttons" }, button, skipButton, makeButton("Clear", clear, { class: "hr-button hr-plain" }), note);
  const setBusy = (on) => {
    setAttr(button, "aria-disabled", on ? "true" : null);
    setText(words, on ? "Committing\u2026" : "Commit");
  };
  return { node, note, setBusy };
}

function loadPanel(panel, item, state) {
  panel.choices = state.choices;
  for (const field of FIELD_ORDER) panel.fields[field].update(state.choices[field] ?? []);
  panel.grounds.update(state.grounds ?? []);
  panel.duties.update(state.duties ?? []);
  complain(panel, "");
  writeDraft(panel, wholeDraft(item.draft, state.choices));
  panel.more.node.open = QUIET_FIELDS.some((field) => panel.fields[field].get() !== "none");
}

function writeDraft(panel, draft) {
  for (const field of FIELD_ORDER) panel.fields[field].set(draft.decision[field]);
  panel.grounds.set(draft.grounds);
  panel.duties.set(draft.done);
  panel.log.input.value = draft.log;
  panel.confidence.set(draft.confidence ?? "");
  tellQuiet(panel);
}

function readDraft(panel) {
  const decision = {};
  for (const field of FIELD_ORDER) decision[field] = panel.fields[field].get();
  return {
    decision,
    grounds: [...panel.grounds.get()],
    done: [...panel.duties.get()],
    log: panel.log.input.value,
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
  } else if (id === "ground") panel.grounds.focus();
  else if (id === "log") panel.log.input.focus();
  else return false;
  return true;
}
