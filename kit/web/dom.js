// Small helpers over plain DOM. Every text a person wrote goes in as a text node, never as markup.

// Two exercises on one page are two copies of this module, so a count alone would give the same id twice.
const copy = Math.random().toString(36).slice(2, 8);
let madeIds = 0;

/** A fresh element id, unique on the page, for labels, descriptions and the names of radio groups. */
export function freshId(stem) {
  madeIds += 1;
  return `hr-${stem}-${copy}-${madeIds}`;
}

/**
 * Make an element. `props` are attributes, but for `on` (listeners by event name), and
 * true/false/null (present or absent). Children are nodes or strings; null ones are dropped.
 */
export function make(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  const { on = {}, ...attributes } = props;
  for (const [name, value] of Object.entries(attributes)) setAttr(node, name, value);
  for (const [name, handler] of Object.entries(on)) node.addEventListener(name, handler);
  node.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return node;
}

/** Set, change or drop one attribute, touching the DOM only where something differs. */
export function setAttr(node, name, value) {
  const wanted = value === true ? "" : value;
  if (wanted === false || wanted === null || wanted === undefined) node.removeAttribute(name);
  else if (node.getAttribute(name) !== String(wanted)) node.setAttribute(name, String(wanted));
}

/** Set the text of a node if it differs, so that focus, selection and live regions stay quiet. */
export function setText(node, text) {
  const wanted = String(text ?? "");
  if (node.textContent !== wanted) node.textContent = wanted;
}

/** Show or hide a node. */
export function show(node, visible) {
  if (node.hidden === Boolean(visible)) node.hidden = !visible;
}

/** Text somebody else wrote, isolated so that its writing direction cannot disturb its neighbours. */
export function isolated(text, className = null) {
  return make("bdi", { class: className }, String(text ?? ""));
}

/** A push button that never submits a form. */
export function makeButton(label, onClick, props = {}) {
  return make("button", { type: "button", class: "hr-button", ...props, on: { click: onClick } }, label);
}

/** A heading that can take focus from a program but is no tab stop. */
export function makeHeading(level, className) {
  return make(`h${level}`, { class: className, tabindex: "-1" });
}

/** A native disclosure; `onOpen` is called each time it opens. */
export function makeDisclosure(label, onOpen = null, props = {}) {
  const summary = make("summary", {}, label);
  const body = make("div", { class: "hr-disclosed" });
  const node = make("details", { class: "hr-details", ...props }, summary, body);
  node.addEventListener("toggle", () => node.open && onOpen && onOpen());
  return { node, summary, body };
}

/**
 * Bring the children of `parent` in line with `rows`, keeping the node of every key that stays.
 * `create(row)` makes a node; `update(node, row)` is called for every row.
 */
export function syncRows(parent, rows, { key, create, update }) {
  const kept = new Map([...parent.children].map((node) => [node.hrKey, node]));
  rows.forEach((row, index) => {
    const name = key(row);
    const node = kept.get(name) ?? create(row);
    kept.delete(name);
    node.hrKey = name;
    if (parent.children[index] !== node) parent.insertBefore(node, parent.children[index] ?? null);
    update(node, row);
  });
  for (const node of kept.values()) node.remove();
}

/** Fill a list with plain items made anew; for lists that hold nothing focusable. */
export function fillRows(parent, rows, create) {
  parent.replaceChildren(...rows.map(create));
  show(parent, rows.length > 0);
}

/** Label and value pairs as a description list. */
export function fillPairs(list, pairs) {
  fillRows(list, pairs, (pair) =>
    make("div", { class: pair.changed ? "hr-pair hr-pair-changed" : "hr-pair" },
      make("dt", {}, isolated(pair.label), pair.changed ? " (this comment)" : null),
      make("dd", {}, isolated(pair.value))));
}

/** The element that has focus in the same tree as `node` (document or shadow root). */
export function focusedIn(node) {
  const active = node.getRootNode().activeElement;
  return active && node.contains(active) ? active : null;
}
