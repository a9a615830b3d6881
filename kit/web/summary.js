// The end: score with its parts, over- and under-moderation apart, and where to look again.

import { fillRows, isolated, make, makeButton, makeHeading, setAttr, setText, show } from "./dom.js";
import { counted } from "./text.js";

/** The summary. `act` has `review(number)` and `lookBack()`. */
export function createSummary(act) {
  const view = {
    heading: makeHeading(2, "hr-title"),
    score: make("p", { class: "hr-score" }),
    needed: make("p", { class: "hr-needed" }),
    count: make("p", {}),
    mode: make("p", { class: "hr-quiet" }),
    danger: make("p", { class: "hr-warning" }),
    counts: make("dl", { class: "hr-counts" }),
    lean: make("dl", { class: "hr-counts hr-lean" }),
    parts: make("tbody", {}),
    topics: make("ul", { class: "hr-topics", role: "list" }),
  };
  view.marks = make("div", { class: "hr-marks" });
  const again = make("section", { class: "hr-part" }, make("h3", {}, "Worth another look"), view.topics);
  view.marks.append(make("div", { class: "hr-result" }, view.score, view.needed), view.count, view.danger,
    make("h3", {}, "Your decisions"), view.counts,
    make("h3", {}, "Which way you leaned"), view.lean,
    makeParts(view.parts), again);
  const node = make("div", { class: "hr-summary" }, view.heading, view.marks,
    make("div", { class: "hr-buttons" }, makeButton("Go back over the thread", act.lookBack)), view.mode);
  const update = (state) => {
    updateSummary(view, state, act);
    show(again, !view.topics.hidden);
    setAttr(node, "data-passed", String(Boolean(state.summary?.passed)));
  };
  return { node, heading: view.heading, update };
}

function updateSummary(view, state, act) {
  const summary = state.summary ?? {};
  const worked = state.mode === "worked";
  show(view.marks, !worked);
  if (worked) return setText(view.heading, `You have read ${counted(state.progress?.decided ?? 0, "worked example")}`);
  setText(view.heading, summary.passed ? "You passed" : "Not passed this time");
  setText(view.score, `${summary.score ?? 0}%`);
  setText(view.needed, `The pass mark is ${summary.pass_mark ?? 80}%, with nothing dangerous left standing.`);
  setText(view.count, decidedWords(summary));
  setText(view.mode, state.mode_words);
  show(view.mode, Boolean(state.mode_words));
  setText(view.danger, dangerWords(summary.danger_left ?? 0));
  show(view.danger, summary.danger_left > 0);
  fillCounts(view.counts, [["Right", summary.right, "right"], ["Defensible", summary.partial, "partial"], ["Not right", summary.wrong, "wrong"]]);
  fillCounts(view.lean, [["Over-moderation", summary.over, "over"], ["Under-moderation", summary.under, "under"]]);
  fillRows(view.parts, summary.parts ?? [], makePart);
  return fillRows(view.topics, summary.topics ?? [], (topic) => makeTopic(topic, act.review));
}

function decidedWords({ decided = 0, total = 0, skipped = 0, one_sided = false }) {
  if (!total) return "";
  const sided = one_sided ? " A pass needs some of both kinds: ordinary comments, and those that call for something." : "";
  const few = decided * 2 < total ? " A pass needs at least half of them." : sided;
  return `You decided ${decided} of ${total} comments${skipped ? ` and skipped ${skipped}` : ""}.${few}`;
}

function dangerWords(left) {
  return `${counted(left, "comment")} that put somebody in danger ${left === 1 ? "was" : "were"} left standing. No score passes with that.`;
}

function fillCounts(list, rows) {
  fillRows(list, rows, ([label, number, kind]) =>
    make("div", { class: "hr-count", "data-kind": kind }, make("dt", {}, label), make("dd", {}, String(number ?? 0))));
}

function makeParts(body) {
  const heads = ["Part", "Earned", "Possible"].map((words) => make("th", { scope: "col" }, words));
  return make("table", { class: "hr-table hr-parts" }, make("caption", {}, "Where the score comes from"), make("thead", {}, make("tr", {}, heads)), body);
}

function makePart(part) {
  const bar = make("span", { class: "hr-bar", "aria-hidden": "true" }, make("span", { class: "hr-bar-fill" }));
  const share = part.possible > 0 ? Math.max(0, Math.min(1, part.earned / part.possible)) : 0;
  bar.firstChild.style.setProperty("inline-size", `${Math.round(share * 100)}%`);
  return make("tr", {}, make("th", { scope: "row" }, isolated(part.label), bar), make("td", {}, String(part.earned)), make("td", {}, String(part.possible)));
}

function makeTopic(topic, review) {
  const buttons = (topic.items ?? []).map((number) =>
    makeButton(`Comment ${number}`, () => review(number), { "aria-label": `Comment ${number}: ${topic.label}` }));
  return make("li", { class: "hr-topic" }, isolated(topic.label), make("div", { class: "hr-topic-items" }, buttons));
}
