// One draft of a post: what is known of it, the answer, and what a trainee learns from it.

import { createChoices } from "./choices.js";
import { fillPairs, fillRows, freshId, isolated, make, makeButton, makeHeading, setAttr, setText, show } from "./dom.js";
import { nextItem } from "./state.js";
import { VERDICT_SIGNS } from "./words.js";

const WAYS = { over: "This holds back more than it has to.", under: "This lets out what should not go out as it is." };

/** The draft. `act` has `commit(attempt)` and `next()`. */
export function createPost(act) {
  const view = {
    about: make("dl", { class: "hr-pairs" }),
    text: make("blockquote", { class: "hr-inset hr-words" }),
    choices: createChoices({ legend: "May it go out?", onChange: () => mind(view) }),
    change: make("textarea", { class: "hr-input", id: freshId("change"), rows: "3", maxlength: "4000" }),
    verdict: makeHeading(4, "hr-headline"),
    item: null,
  };
  view.changing = make("div", {}, make("label", { for: view.change.id }, "What would you change? (You can leave this empty.)"), view.change);
  view.answer = make("div", { class: "hr-part" }, view.choices.node, view.changing,
    make("div", { class: "hr-buttons" }, makeButton("Commit", () => commit(view, act), { class: "hr-button hr-primary" })));
  view.told = createTold(view.verdict, act);
  const node = make("div", { class: "hr-part" }, view.about, view.text, view.answer, view.told.node);
  return { node, verdict: view.verdict, update: (item, state) => update(view, item, state) };
}

function update(view, item, state) {
  fillPairs(view.about, item.about);
  if (view.item !== item.item) {
    view.text.replaceChildren(make("p", {}, isolated(item.text)));
    view.choices.update(state.choices);
    view.choices.set(null);
    view.choices.complain("");
    view.change.value = "";
    view.item = item.item;
    mind(view);
  }
  show(view.answer, !item.feedback && state.phase === "working");
  view.told.update(item.feedback, state);
}

function mind(view) {
  view.choices.complain("");
  show(view.changing, view.choices.get() === "mend");
}

function commit(view, act) {
  const answer = view.choices.get();
  if (answer) return act.commit({ answer, change: view.change.value });
  view.choices.complain("Choose one of the three first.");
  return view.choices.focus();
}

function createTold(heading, act) {
  const way = make("p", { class: "hr-direction" });
  const best = make("p", {});
  const why = make("p", { class: "hr-why" });
  const change = make("p", {});
  const yours = make("p", { class: "hr-quiet" });
  const clauses = make("ul", { class: "hr-points", role: "list" });
  const policy = make("div", { class: "hr-part" }, make("h5", {}, "What the policy says"), clauses);
  const next = makeButton("", () => act.next(), { class: "hr-button hr-primary" });
  const buttons = make("div", { class: "hr-buttons" }, next);
  const node = make("section", { class: "hr-feedback", "aria-label": "Feedback on the draft" }, heading, way, best, why, change, yours, policy, buttons);
  const fill = (line, label, text) => {
    line.replaceChildren(make("strong", {}, label), isolated(text));
    show(line, Boolean(text));
  };
  const updateTold = (feedback, state) => {
    show(node, Boolean(feedback));
    if (!feedback) return;
    setAttr(node, "data-verdict", feedback.verdict);
    heading.replaceChildren(make("span", { class: "hr-sign", "aria-hidden": "true" }, VERDICT_SIGNS[feedback.verdict] ?? ""), isolated(feedback.headline));
    setText(way, feedback.verdict === "wrong" ? WAYS[feedback.direction] : "");
    show(way, Boolean(way.textContent));
    fill(best, "You said: ", feedback.verdict === "right" ? "" : `${feedback.chosen}. First choice: ${feedback.best}.`);
    setText(why, feedback.why);
    fill(change, "What to change: ", feedback.change);
    fill(yours, "You would change: ", feedback.yours);
    fillRows(clauses, feedback.clauses, (clause) =>
      make("li", { class: "hr-clause" }, isolated(clause.words), make("p", { class: "hr-source" }, isolated(`${clause.source} \u00b7 ${clause.id}`))));
    show(policy, !clauses.hidden);
    setText(next, nextItem(state) ? "Next draft" : "See how you did");
    show(buttons, state.phase === "working");
  };
  return { node, update: updateTold };
}
