// The right side: the comment in hand, what is known about it, and either the decision or the feedback.

import { isolated, make, makeButton, makeHeading, setAttr, setText, show } from "./dom.js";
import { createCloser, momentWords } from "./closer.js";
import { createBubble, saidBy } from "./comment.js";
import { createDecision } from "./decision.js";
import { createFeedback } from "./feedback.js";
import { makeKeyCap, nameKey } from "./keys.js";
import { createNote } from "./notes.js";
import { inboxStatus } from "./order.js";
import { parentOf } from "./state.js";
import { STATUS_WORDS } from "./words.js";

/**
 * The desk. `act` is handed on to the decision, the feedback and the note that stands where nothing is to be decided;
 * `look(what)` opens a closer look by its key, `reveal()` shows masked words and says whether there were any.
 */
export function createDesk(act) {
  const view = {
    item: null,
    heading: makeHeading(3, "hr-heading"),
    status: make("span", { class: "hr-status" }),
    above: createQuote(),
    comment: createBubble("full"),
    moment: make("p", { class: "hr-quiet" }),
    reveal: createReveal(() => act.look("words")),
    closer: createCloser(act),
    decision: createDecision(act),
    feedback: createFeedback(act),
    note: createNote(act),
  };
  const node = make("section", { class: "hr-desk", "aria-label": "The comment in hand" },
    make("div", { class: "hr-desk-head" }, view.heading, view.status),
    make("article", { class: "hr-in-hand" }, view.above.node, view.comment.node, view.reveal),
    view.feedback.node, view.moment, view.closer.node, view.note.node, view.decision.node);
  return {
    node,
    heading: view.heading,
    decision: view.decision,
    feedback: view.feedback,
    update: (item, state, back) => updateDesk(view, { item, state, back }),
    note: view.note,
    head: node.firstChild,
    look: (what) => view.closer.open(what),
    reveal: () => { if (view.reveal.hidden) return false; act.look("words"); return true; },
    landing: () => (view.decided ? view.feedback.heading : view.heading),
  };
}

function updateDesk(view, { item, state, back }) {
  const moved = view.item !== item.item;
  const parent = parentOf(state.items, item);
  const decided = Boolean(item.feedback);
  view.item = item.item;
  setText(view.heading, `Comment ${item.number} of ${state.items.length}`);
  setText(view.status, STATUS_WORDS[state.mode === "worked" && decided ? "read" : inboxStatus(item, true)]);
  setAttr(view.status.parentNode, "data-status", inboxStatus(item, true));
  view.above.update(parent);
  view.comment.update(saidBy(item, parent));
  setText(view.moment, momentWords(state, item));
  show(view.reveal, Boolean(item.masked));
  view.closer.update(item, state, moved);
  show(view.closer.node, !item.set_aside);
  view.note.update(item, state, back);
  view.decided = decided;
  const deciding = !decided && !view.note.which();
  if (deciding && (moved || view.decision.node.hidden)) view.decision.load(item, state);
  show(view.decision.node, deciding);
  show(view.feedback.node, decided);
  if (decided) view.feedback.update(item, state, back);
}

// Strong words stay masked until asked for, one comment at a time.
function createReveal(onPress) {
  const button = makeButton("Show the masked words ", onPress, { class: "hr-button hr-plain" });
  button.append(makeKeyCap("words"));
  nameKey(button, "words");
  return make("p", { class: "hr-reveal" }, make("span", { class: "hr-quiet" }, "Strong words are masked. "), button);
}

// The comment that this one answers, so that nobody has to look for it.
function createQuote() {
  const words = isolated("", "hr-words");
  const name = isolated("", "hr-author");
  const node = make("blockquote", { class: "hr-quote" }, make("p", { class: "hr-byline" }, name), make("p", { class: "hr-text", dir: "auto" }, words));
  const update = (parent) => {
    show(node, Boolean(parent));
    setText(name, parent?.author?.name);
    setText(words, parent?.text);
  };
  return { node, update };
}
