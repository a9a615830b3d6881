// Feedback beyond the policy at hand: good practice of our own, and the same comment under other policies on request.

import { fillRows, isolated, make, makeDisclosure, setText, show } from "./dom.js";
import { MORE_WORDS } from "./words.js";

/** What no document asks for, marked as the kit's own addition. */
export function createPractice() {
  const list = make("ul", { class: "hr-points", role: "list" });
  const node = make("div", { class: "hr-part hr-ours" }, make("h4", {}, MORE_WORDS.practice), list);
  const update = (rows) => {
    fillRows(list, rows, (row) => make("li", {}, isolated(row.words), make("p", { class: "hr-source" }, isolated(row.why))));
    show(node, rows.length > 0);
  };
  return { node, update };
}

/** The other policies, folded away; `ask()` is called once when it is opened. */
export function createElsewhere(ask) {
  const view = { item: null, asked: false };
  const waiting = make("p", { class: "hr-quiet", role: "status" });
  const { node, body } = makeDisclosure(MORE_WORDS.elsewhere, () => {
    if (!view.item || view.asked) return;
    view.asked = true;
    setText(waiting, MORE_WORDS.waiting);
    ask();
  });
  const list = make("ul", { class: "hr-points", role: "list" });
  body.append(waiting, list);
  const update = ({ item, feedback }) => {
    const moved = view.item !== item;
    view.item = item;
    view.asked = Boolean(feedback.elsewhere);
    setText(waiting, "");
    fillRows(list, feedback.elsewhere ?? [], makePolicy);
    if (moved) node.open = false;
  };
  return { node, update };
}

function makePolicy(row) {
  const title = make("p", { class: "hr-author" }, isolated(row.title));
  const same = row.same === null ? null : make("p", {}, row.same ? MORE_WORDS.same : MORE_WORDS.other);
  const words = [row.acts, row.why].filter(Boolean).map((text) => make("p", {}, isolated(text)));
  const clauses = row.clauses.map((clause) =>
    make("li", { class: "hr-clause" }, isolated(clause.words), make("p", { class: "hr-source" }, isolated(`${clause.source} \u00b7 ${clause.id}`))));
  const notes = row.notes.map((note) => make("p", { class: "hr-source" }, isolated(note)));
  return make("li", {}, title, same, ...words, clauses.length ? make("ul", { class: "hr-points", role: "list" }, clauses) : null, ...notes);
}
