// The ground picker: native check boxes narrowed by a search field; and the list of duties.

import { freshId, isolated, make, makeDisclosure, setAttr, setText, show, syncRows } from "./dom.js";
import { filterGrounds, NO_GROUND, toggleGround, toggleIn } from "./draft.js";
import { makeKeyCap, nameKey } from "./keys.js";

/** The picker. `update(grounds)` gives the list, `set(ids)` and `get()` are the choice. */
export function createGrounds({ onChange }) {
  const view = { grounds: [], chosen: [], browsing: false };
  const search = createSearch();
  const count = make("p", { class: "hr-quiet", role: "status" });
  const rows = make("ul", { class: "hr-checks", role: "list" });
  const draw = () => {
    const shown = groundsToShow(view, search.input.value);
    drawChecks(rows, view.grounds, { chosen: view.chosen, shown, onTick });
    setText(count, groundWords(view, search.input.value));
  };
  const onTick = (id, ticked) => {
    view.chosen = toggleGround(view.chosen, id, ticked);
    draw();
    onChange();
  };
  const browse = createBrowse((open) => {
    view.browsing = open;
    draw();
  });
  search.input.addEventListener("input", draw);
  const node = make("fieldset", { class: "hr-fieldset hr-grounds" },
    make("legend", {}, "On what ground?"),
    make("p", { class: "hr-does" }, "Tick every ground your decision rests on, or \u201cNo ground to act\u201d."),
    make("div", { class: "hr-searchbar" }, search.node, browse), count, rows);
  walkByArrows(node, search.input, rows);
  return {
    node,
    update: (grounds) => { view.grounds = grounds; draw(); },
    get: () => view.chosen,
    set: (ids) => { view.chosen = [...ids]; search.input.value = ""; draw(); },
    focus: () => search.input.focus(),
  };
}

function createSearch() {
  const input = make("input", { type: "search", class: "hr-input", id: freshId("search"), autocomplete: "off", spellcheck: "false" });
  nameKey(input, "ground");
  const label = make("label", { for: input.id }, "Search the grounds ", makeKeyCap("ground"));
  return { input, node: make("div", { class: "hr-search" }, label, input) };
}

function createBrowse(onToggle) {
  const button = make("button", { type: "button", class: "hr-button hr-plain", "aria-expanded": "false" }, "Show all");
  button.addEventListener("click", () => {
    const open = button.getAttribute("aria-expanded") !== "true";
    setAttr(button, "aria-expanded", String(open));
    setText(button, open ? "Show fewer" : "Show all");
    onToggle(open);
  });
  return button;
}

function groundsToShow(view, query) {
  const found = query.trim() || view.browsing ? filterGrounds(view.grounds, query) : [];
  return new Set([NO_GROUND, ...view.chosen, ...found.map((ground) => ground.id)]);
}

function groundWords(view, query) {
  const all = view.grounds.filter((ground) => ground.id !== NO_GROUND);
  const found = filterGrounds(all, query).length;
  const chosen = view.chosen.length ? `${view.chosen.length} chosen. ` : "";
  return query.trim() ? `${chosen}${found} of ${all.length} grounds match.` : `${chosen}${all.length} grounds to search.`;
}

// Rows stay in place and are hidden or shown, so that focus is never lost by typing or ticking.
function drawChecks(list, rows, { chosen, shown, onTick }) {
  syncRows(list, rows, {
    key: (row) => row.id,
    create: (row) => createCheck(row, onTick),
    update: (node, row) => {
      const { input, label, source } = node.hrParts;
      setText(label, row.label);
      setText(source, row.source ?? "");
      show(source.parentNode, Boolean(row.source));
      setAttr(input, "aria-describedby", row.source ? source.parentNode.id : null);
      input.checked = chosen.includes(row.id);
      show(node, !shown || shown.has(row.id));
    },
  });
}

function createCheck(row, onTick) {
  const input = make("input", { type: "checkbox", class: "hr-check", id: freshId("check"), on: { change: () => onTick(row.id, input.checked) } });
  const label = isolated("");
  const source = isolated("");
  const hint = make("p", { class: "hr-does", id: freshId("source") }, source);
  const node = make("li", { class: "hr-choice" }, input, make("label", { for: input.id }, label), hint);
  node.hrParts = { input, label, source };
  return node;
}

// Beside Tab, which keeps its meaning: arrows walk from the search field through the boxes and back.
function walkByArrows(node, search, rows) {
  node.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    const stops = [search, ...rows.querySelectorAll("li:not([hidden]) input")];
    const target = stops[stops.indexOf(event.target) + step];
    if (!stops.includes(event.target) || !target) return;
    event.preventDefault();
    target.focus();
  });
}

/** The duties a trainee can say were done, folded away; nothing tells which of them are owed. */
export function createDuties({ onChange }) {
  const view = { duties: [], done: [] };
  const list = make("ul", { class: "hr-checks hr-checks-all", role: "list" });
  const { node, body, summary } = makeDisclosure("What else have you done?");
  body.append(make("p", { class: "hr-does" }, "Some decisions carry a duty, such as a warning first or a record made. Tick what you have done."), list);
  const draw = () => {
    drawChecks(list, view.duties, { chosen: view.done, shown: null, onTick });
    setText(summary, view.done.length ? `What else have you done? (${view.done.length})` : "What else have you done?");
    show(node, view.duties.length > 0);
  };
  const onTick = (id, ticked) => {
    view.done = toggleIn(view.done, id, ticked);
    draw();
    onChange();
  };
  return {
    node,
    update: (duties) => { view.duties = duties; draw(); },
    get: () => view.done,
    set: (ids) => { view.done = [...ids]; draw(); },
  };
}
