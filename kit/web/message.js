// The messages that go with a decision: to the author in private, under the comment in public. Starts, and a guard.

import { freshId, make, makeDisclosure, setAttr, setText, show } from "./dom.js";
import { guardFault } from "./guard.js";
import { makeKeyCap, nameKey } from "./keys.js";
import { GUARD_WORDS } from "./words.js";

const KINDS = ["private", "public"];

/** Whether a message of this kind goes with a decision; `drafts` is what the pack says of messages. */
export function goesWith(kind, decision, drafts) {
  const beside = drafts?.kinds?.[kind]?.for ?? {};
  return Object.entries(beside).some(([field, values]) => values.includes(decision[field]));
}

/**
 * Both messages. `load(item, drafts)` for another comment, `fit(decision)` shows those that go with it, `set(messages)`
 * and `get()` are the words, `focus()` goes to the first that is shown and says whether there is one.
 */
export function createMessages({ onChange }) {
  const boxes = KINDS.map((kind) => createBox(kind, onChange));
  return {
    nodes: boxes.map((box) => box.node),
    load: (item, drafts) => boxes.forEach((box) => box.load(item, drafts)),
    fit: (decision) => boxes.forEach((box) => box.fit(decision)),
    set: (messages) => boxes.forEach((box) => box.set(messages?.[box.kind] ?? "")),
    get: () => Object.fromEntries(boxes.map((box) => [box.kind, box.get()]).filter(([, text]) => text)),
    focus: () => boxes.some((box) => box.focus()),
  };
}

function createBox(kind, onChange) {
  const box = { kind, drafts: {}, author: "", decision: {} };
  const { node, summary, body } = makeDisclosure("");
  const title = make("span", {});
  const input = make("textarea", { class: "hr-input", id: freshId("message"), rows: "5", maxlength: "4000" });
  const starts = make("select", { class: "hr-select", id: freshId("start") });
  const told = make("p", { class: "hr-quiet", id: freshId("guard") });
  setAttr(input, "aria-describedby", told.id);
  if (kind === "private") nameKey(summary, "message");
  summary.append(title, kind === "private" ? " " : "", kind === "private" ? makeKeyCap("message") : "");
  body.append(make("label", { for: starts.id, class: "hr-legend" }, "Start from"), starts,
    make("label", { for: input.id, class: "hr-legend" }, "Your words (optional)"), input, told);
  const check = () => setText(told, guardWords(input.value, box));
  input.addEventListener("input", () => { check(); onChange(input); });
  starts.addEventListener("change", () => {
    const start = box.drafts.templates.find((each) => each.id === starts.value);
    if (!start) return;
    input.value = input.value.trim() ? `${input.value.trimEnd()}\n\n${start.text}` : start.text;
    starts.value = "";
    check();
    onChange();
    input.focus();
  });
  return {
    kind, node,
    load: (item, drafts) => loadBox(box, { item, drafts, title, starts }),
    fit: (decision) => { fillStarts(box, starts, decision); show(node, goesWith(kind, decision, box.drafts)); },
    set: (text) => { input.value = text; node.open = Boolean(text); check(); },
    get: () => (node.hidden ? "" : input.value),
    focus: () => { if (node.hidden) return false; node.open = true; input.focus(); return true; },
  };
}

function loadBox(box, { item, drafts, title }) {
  box.drafts = { templates: [], ...drafts };
  box.author = item.author?.name ?? "";
  setText(title, box.drafts.kinds?.[box.kind]?.title ?? "");
}

// The starts that suit what was chosen; the list is made anew only where it differs.
function fillStarts(box, starts, decision) {
  const fitting = box.drafts.templates.filter((each) => each.kind === box.kind
    && Object.entries(each.for).some(([field, values]) => values.includes(decision[field])));
  const wanted = fitting.map((each) => each.id).join();
  if (starts.dataset.holds === wanted) return;
  starts.dataset.holds = wanted;
  starts.replaceChildren(make("option", { value: "" }, "An empty message"),
    ...fitting.map((each) => make("option", { value: each.id }, each.title)));
}

function guardWords(text, box) {
  const found = guardFault(text, box.drafts, box.kind === "private" ? [box.author] : []);
  return found ? GUARD_WORDS[found[0]].replace("{found}", found[1]) : GUARD_WORDS.good;
}
