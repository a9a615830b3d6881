// The right side: the comment in hand, what is known about it, and either the decision or the feedback.

import { fillPairs, isolated, make, makeButton, makeDisclosure, makeHeading, setAttr, setText, show } from "./dom.js";
import { createBubble, saidBy } from "./comment.js";
import { createDecision } from "./decision.js";
import { createFeedback } from "./feedback.js";
import { makeKeyCap, nameKey } from "./keys.js";
import { inboxStatus, mergeContext, parentOf } from "./state.js";
import { NOT_DECIDED, STATUS_WORDS } from "./words.js";

/** The desk. `act` is handed on to the decision and the feedback, and has `look(what)`. */
export function createDesk(act) {
  const view = {
    item: null,
    heading: makeHeading(3, "hr-heading"),
    status: make("span", { class: "hr-status" }),
    above: createQuote(),
    comment: createBubble("full"),
    known: createKnown(),
    history: createHistory(() => act.look("history")),
    decision: createDecision(act),
    feedback: createFeedback(act),
    closed: createClosed(act.finish),
  };
  const node = make("section", { class: "hr-desk", "aria-label": "The comment in hand" },
    make("div", { class: "hr-desk-head" }, view.heading, view.status),
    make("article", { class: "hr-in-hand" }, view.above.node, view.comment.node),
    view.feedback.node, view.known.node, view.history.node, view.decision.node, view.closed);
  return {
    node,
    heading: view.heading,
    decision: view.decision,
    feedback: view.feedback,
    update: (item, state, back) => updateDesk(view, { item, state, back }),
    openHistory: () => view.history.toggle(),
  };
}

function updateDesk(view, { item, state, back }) {
  const moved = view.item !== item.item;
  const parent = parentOf(state.items, item);
  const decided = Boolean(item.feedback);
  view.item = item.item;
  setText(view.heading, `Comment ${item.number} of ${state.items.length}`);
  setText(view.status, STATUS_WORDS[inboxStatus(item, true)]);
  setAttr(view.status.parentNode, "data-status", inboxStatus(item, true));
  view.above.update(parent);
  view.comment.update(saidBy(item, parent));
  view.known.update(mergeContext(state.context_lines, item.context_lines));
  view.history.update(item.author, moved);
  if (moved && !decided) view.decision.load(item, state);
  show(view.decision.node, !decided && !back);
  show(view.closed, !decided && back);
  show(view.feedback.node, decided);
  if (decided) view.feedback.update(item, state, back);
}

function createClosed(back) {
  return make("div", { class: "hr-inset" }, make("p", {}, NOT_DECIDED), make("div", { class: "hr-buttons" }, makeButton("Back to your results", back)));
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

function createKnown() {
  const list = make("dl", { class: "hr-pairs" });
  const node = make("section", { class: "hr-known" }, make("h4", {}, "What you know"), list);
  const update = (lines) => {
    fillPairs(list, lines);
    show(node, lines.length > 0);
  };
  return { node, update };
}

function createHistory(onLook) {
  const { node, summary, body } = makeDisclosure("The author\u2019s history ", onLook);
  const list = make("dl", { class: "hr-pairs" });
  const none = make("p", { class: "hr-quiet" }, "Nothing is known of this author.");
  summary.append(makeKeyCap("history"));
  nameKey(summary, "history");
  body.append(list, none);
  const update = (author, moved) => {
    const since = author?.since ? [{ label: "Following since", value: author.since }] : [];
    const lines = [...since, ...(author?.history ?? [])];
    fillPairs(list, lines);
    show(none, lines.length === 0);
    if (moved) node.open = false;
  };
  const toggle = () => {
    node.open = !node.open;
    summary.focus();
  };
  return { node, update, toggle };
}
