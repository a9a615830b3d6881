// What a trainee learns at once: the verdict, why, field by field, the clauses, and what would flip it.

import { fillRows, freshId, isolated, make, makeButton, makeDisclosure, makeHeading, setAttr, setText, show } from "./dom.js";
import { choiceLabel } from "./draft.js";
import { makeKeyCap, nameKey } from "./keys.js";
import { createElsewhere, createPractice } from "./more.js";
import { nextItem } from "./state.js";
import { DIRECTION_WORDS, EXTRA_WORDS, VERDICT_SIGNS, VERDICT_WORDS } from "./words.js";

/** The panel. `act` has `next()`, `finish()`, `look(what)` and `dispute(text)`, which resolves to whether it was kept. */
export function createFeedback(act) {
  const view = {
    heading: makeHeading(3, "hr-headline"),
    direction: make("p", { class: "hr-direction" }),
    why: make("p", { class: "hr-why" }),
    reasons: make("ul", { class: "hr-reasons", role: "list" }),
    table: createTable(),
    flip: createPart("What would change the answer", "p"),
    clauses: createPart("What the policy says", "ul"),
    accepted: createPart("What else would have been accepted", "ul"),
    duties: createPart("What is owed beside it", "ul"),
    practice: createPractice(),
    known: make("p", { class: "hr-quiet" }),
    elsewhere: createElsewhere(() => act.look("elsewhere")),
    dispute: createDispute(act.dispute),
    next: makeButton("Next comment ", () => goOn(), { class: "hr-button hr-primary" }),
    lastOne: false,
  };
  const goOn = () => (view.lastOne ? act.finish() : act.next());
  view.words = make("span", {});
  view.next.replaceChildren(view.words, " ", makeKeyCap("next"));
  nameKey(view.next, "next");
  const node = make("section", { class: "hr-feedback", "aria-label": "Feedback" }, view.heading, view.direction, view.why, view.reasons,
    view.table.node, view.flip.node, view.clauses.node, view.accepted.node, view.duties.node, view.practice.node, view.known,
    make("div", { class: "hr-buttons" }, view.next), view.elsewhere.node, view.dispute.node);
  return { node, heading: view.heading, goOn, update: (item, state, back) => updateFeedback(view, node, { item, state, back }) };
}

function updateFeedback(view, node, { item, state, back }) {
  const feedback = item.feedback;
  const worked = state.mode === "worked";
  const verdict = worked ? {} : feedback.verdict ?? {};
  setAttr(node, "data-verdict", verdict.verdict);
  fillHeadline(view.heading, verdict.verdict, feedback.headline);
  setText(view.direction, DIRECTION_WORDS[feedback.direction] ?? "");
  show(view.direction, Boolean(DIRECTION_WORDS[feedback.direction]));
  setText(view.why, feedback.why);
  fillTexts(view.reasons, (feedback.reasons ?? []).filter((reason) => reason !== feedback.why));
  view.table.update(feedback, state, worked);
  fillTexts(view.flip.list, feedback.flip ? [feedback.flip] : [], "span");
  fillRows(view.clauses.list, feedback.clauses ?? [], makeClause);
  fillTexts(view.accepted.list, feedback.accepted ?? []);
  fillTexts(view.duties.list, feedback.duties ?? []);
  for (const part of [view.flip, view.clauses, view.accepted, view.duties]) show(part.node, !part.list.hidden);
  view.practice.update(feedback.practice ?? []);
  setText(view.known, feedback.known);
  show(view.known, Boolean(feedback.known));
  view.elsewhere.update(item);
  view.dispute.update(item);
  view.lastOne = back || !nextItem(state);
  setText(view.words, back ? "Back to your results" : view.lastOne ? "See your results" : "Next comment");
}

function fillHeadline(heading, verdict, words) {
  const sign = verdict ? make("span", { class: "hr-sign", "aria-hidden": "true" }, VERDICT_SIGNS[verdict]) : "";
  if (heading.textContent !== `${sign.textContent ?? ""}${words}`) heading.replaceChildren(sign, isolated(words));
}

function fillTexts(list, texts, tag = "li") {
  fillRows(list, texts, (text) => make(tag, {}, isolated(text)));
}

function createPart(title, tag) {
  const list = make(tag, tag === "ul" ? { class: "hr-points", role: "list" } : {});
  return { list, node: make("div", { class: "hr-part" }, make("h4", {}, title), list) };
}

function makeClause(clause) {
  const source = [clause.source, clause.id].filter(Boolean).join(" \u00b7 ");
  return make("li", { class: "hr-clause" }, isolated(clause.words), make("p", { class: "hr-source" }, isolated(source)));
}

function createTable() {
  const body = make("tbody", {});
  const heads = ["", "You chose", "First choice"].map((words) => make(words ? "th" : "td", words ? { scope: "col" } : {}, words));
  const caption = make("caption", {});
  const head = make("tr", {});
  const table = make("table", { class: "hr-table" }, caption, make("thead", {}, head), body);
  const extra = make("p", { class: "hr-quiet" });
  const update = (feedback, state, worked) => {
    setText(caption, worked ? "The decision, step by step" : "Your decision beside the first choice");
    const wanted = worked ? [heads[0], heads[2]] : heads;
    if (head.children.length !== wanted.length) head.replaceChildren(...wanted);
    body.replaceChildren(...(feedback.fields ?? []).map((row) => makeFieldRow(row, state.choices ?? {}, worked)));
    setText(extra, worked ? "" : extraWords(feedback.verdict ?? {}));
    show(extra, Boolean(extra.textContent));
  };
  return { node: make("div", { class: "hr-part" }, table, extra), update };
}

function makeFieldRow(row, choices, worked) {
  return make("tr", { "data-verdict": row.verdict },
    make("th", { scope: "row" }, isolated(row.label)),
    worked ? null : make("td", {}, isolated(row.chosen_label ?? choiceLabel(choices, row.field, row.chosen)), " ", makeTag(row.verdict)),
    make("td", {}, isolated(row.best_label ?? choiceLabel(choices, row.field, row.best))));
}

function makeTag(verdict) {
  const sign = make("span", { "aria-hidden": "true" }, `${VERDICT_SIGNS[verdict] ?? ""} `);
  return make("span", { class: "hr-tag", "data-verdict": verdict }, sign, VERDICT_WORDS[verdict] ?? verdict);
}

function extraWords(verdict) {
  const parts = [["The grounds you named", verdict.grounds_verdict], ["What you said you have done", verdict.duties_verdict]];
  return parts.filter(([, value]) => EXTRA_WORDS[value]).map(([name, value]) => `${name}: ${EXTRA_WORDS[value]}.`).join(" ");
}

function createDispute(send) {
  const { node, body } = makeDisclosure("I think this is wrong", null, { class: "hr-details hr-dispute" });
  const input = make("textarea", { class: "hr-input", id: freshId("dispute"), rows: "3", maxlength: "4000" });
  const told = make("p", { class: "hr-quiet", role: "status" });
  const view = { item: null };
  const onSend = async () => {
    if (!input.value.trim()) {
      setText(told, "Write a sentence first, then send it.");
      input.focus();
      return;
    }
    const kept = await send(input.value);
    setText(told, kept ? "Kept with your decision, for whoever runs your training." : "Not kept yet. Your words are still here: send them again.");
    if (kept) input.value = "";
  };
  body.append(make("label", { for: input.id }, "What should it have said, and why?"), input, make("div", { class: "hr-buttons" }, makeButton("Send", onSend)), told);
  const update = ({ item, disputed }) => {
    if (item === view.item) return;
    view.item = item;
    node.open = false;
    input.value = "";
    setText(told, disputed ? "You have said so before. You can add to it." : "");
  };
  return { node, update };
}
