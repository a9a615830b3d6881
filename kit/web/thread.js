// The left side: the page's post and the thread under it, as an inbox shows them.

import { make, makeHeading, setAttr, setText, show, syncRows } from "./dom.js";
import { createBubble, frameScroller, saidBy } from "./comment.js";
import { filterItems, inboxStatus, parentOf, replyDepths } from "./state.js";
import { counted } from "./text.js";
import { FILTER_WORDS, STATUS_WORDS, VERDICT_WORDS } from "./words.js";

/** The post and its thread. `go(itemId)` is called when a comment is opened. */
export function createThread({ go, say }) {
  const post = createBubble("post");
  const heading = makeHeading(3, "hr-heading");
  const list = make("ol", { class: "hr-thread", role: "list" });
  const empty = make("p", { class: "hr-quiet", hidden: true }, "No comment in this view.");
  const filter = createFilter((which) => {
    view.which = which;
    draw();
    say(`${counted(filterItems(view.state.items, which).length, "comment")} shown`);
  });
  const fold = createFold(list);
  const view = { state: null, which: "all", preview: false };
  new ResizeObserver(() => view.preview && frameScroller(list, "The thread")).observe(list);
  const draw = () => {
    const shown = filterItems(view.state.items, view.which);
    drawRows(list, view.state, shown, go);
    show(empty, shown.length === 0);
    keepInView(list);
  };
  const update = (state, preview = false) => {
    setAttr(node, "data-preview", preview);
    if (view.preview && !preview) unframe(list);
    view.preview = preview;
    view.state = state;
    post.update({ name: state.post.author, when: state.post.when, text: state.post.text });
    setText(heading, counted(state.items.length, "comment"));
    draw();
  };
  const bar = make("div", { class: "hr-thread-bar" }, heading, fold.button, filter);
  const article = make("article", { class: "hr-post", "aria-label": "The page's post" }, post.node);
  const node = make("section", { class: "hr-left", "aria-label": "The post and its thread" }, article, bar, make("div", { class: "hr-thread-frame" }, list, empty));
  const focusCurrent = () => {
    fold.unfold();
    (list.querySelector("[aria-current]") ?? heading).focus();
  };
  return { node, heading, update, focusCurrent };
}

function unframe(list) {
  setAttr(list, "tabindex", null);
  setAttr(list, "aria-label", null);
}

// Scroll the thread's own frame, never the page, so that the comment in hand is seen in it.
function keepInView(list) {
  const row = list.querySelector("[data-current=true]");
  if (!row || list.scrollHeight <= list.clientHeight) return;
  const frame = list.getBoundingClientRect();
  const place = row.getBoundingClientRect();
  if (place.top < frame.top) list.scrollTop -= frame.top - place.top;
  else if (place.bottom > frame.bottom) list.scrollTop += Math.min(place.bottom - frame.bottom, place.top - frame.top);
}

function createFilter(onChange) {
  const options = FILTER_WORDS.map(([value, words]) => make("option", { value }, words));
  const select = make("select", { class: "hr-select", on: { change: () => onChange(select.value) } }, options);
  return make("label", { class: "hr-filter" }, make("span", {}, "Show"), select);
}

// On a narrow screen the thread folds away behind a button; on a wide one the button is not drawn.
function createFold(list) {
  const button = make("button", { type: "button", class: "hr-button hr-fold" });
  const set = (open) => {
    setAttr(button, "aria-expanded", String(open));
    setAttr(list, "data-folded", !open);
    setText(button, open ? "Fold the thread" : "Show the thread");
  };
  button.addEventListener("click", () => set(button.getAttribute("aria-expanded") !== "true"));
  set(false);
  return { button, unfold: () => set(true) };
}

function drawRows(list, state, shown, go) {
  const depths = replyDepths(state.items);
  const current = state.phase === "welcome" ? null : state.items[state.current];
  syncRows(list, shown, {
    key: (item) => item.item,
    create: (item) => createRow(item, go),
    update: (node, item) => updateRow(node, item, {
      parent: parentOf(state.items, item), depth: depths.get(item.item), isCurrent: item === current }),
  });
}

function createRow(item, go) {
  const said = createBubble("row");
  const open = make("button", { type: "button", class: "hr-open" });
  const status = make("span", { class: "hr-status" });
  const foot = make("p", { class: "hr-row-foot" }, open, status);
  const node = make("li", { class: "hr-row", on: { click: (event) => isOpening(event, open) && go(item.item) } }, said.node, foot);
  node.hrParts = { said, open, status };
  return node;
}

// The button is for everybody; the rest of the row only spares a mouse the way, and lets words be marked.
function isOpening(event, open) {
  if (open.contains(event.target)) return true;
  return open.checkVisibility() && getSelection().isCollapsed;
}

function updateRow(node, item, { parent, depth, isCurrent }) {
  const { said, open, status } = node.hrParts;
  const standing = inboxStatus(item, isCurrent);
  said.update(saidBy(item, parent));
  setText(open, `Comment ${item.number}`);
  setAttr(open, "aria-current", isCurrent ? "true" : null);
  setText(status, statusWords(item, standing));
  setAttr(node, "data-status", standing);
  setAttr(node, "data-verdict", item.feedback?.verdict?.verdict ?? null);
  setAttr(node, "data-depth", depth);
  setAttr(node, "data-current", String(isCurrent));
}

function statusWords(item, standing) {
  const verdict = VERDICT_WORDS[item.feedback?.verdict?.verdict];
  return verdict ? `${STATUS_WORDS[standing]}: ${verdict.toLowerCase()}` : STATUS_WORDS[standing];
}
