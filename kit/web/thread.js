// The left side: the page's post and its comments, as a thread or as a queue, as an inbox shows them.

import { make, makeDisclosure, makeHeading, setAttr, setText, show, syncRows } from "./dom.js";
import { createBubble, frameScroller, saidBy } from "./comment.js";
import { inboxStatus, shownItems } from "./order.js";
import { parentOf, replyDepths } from "./state.js";
import { counted } from "./text.js";
import { FILTER_WORDS, SORT_WORDS, STATUS_WORDS, VERDICT_WORDS, VIEW_WORDS } from "./words.js";

/** The post and its comments. `go(itemId)` is called when one is opened, `save(changes)` keeps how they are shown. */
export function createThread({ go, save, say }) {
  const post = createBubble("post");
  const heading = makeHeading(3, "hr-heading");
  const list = make("ol", { class: "hr-thread", role: "list" });
  const empty = make("p", { class: "hr-quiet", hidden: true }, "No comment in this view.");
  const ways = createWays((changes) => {
    save(changes);
    say(`${counted(shownItems(view.state).length, "comment")} shown`);
  });
  const fold = createFold(list);
  const view = { state: null, preview: false };
  new ResizeObserver(() => view.preview && frameScroller(list, "The thread")).observe(list);
  const draw = () => {
    const shown = view.preview ? view.state.items : shownItems(view.state);
    setAttr(list, "data-view", view.preview ? "thread" : view.state.settings.view);
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
    ways.update(state.settings);
    draw();
    if (preview) requestAnimationFrame(() => view.preview && frameScroller(list, "The thread")); // rows alone do not resize the list
  };
  const bar = make("div", { class: "hr-thread-bar" }, heading, fold.button, ways.node);
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

// How the comments are shown: folded away, with what is chosen in its one line.
function createWays(onChange) {
  const { node, summary, body } = makeDisclosure("", null, { class: "hr-details hr-ways" });
  const selects = {
    view: createWay("View", VIEW_WORDS, (view) => onChange({ view })),
    sort: createWay("Sort", SORT_WORDS, (sort) => onChange({ sort })),
    show: createWay("Show", FILTER_WORDS, (which) => onChange({ show: which })),
  };
  body.append(...Object.values(selects).map((each) => each.node));
  const update = (settings) => {
    for (const [name, each] of Object.entries(selects)) each.set(settings[name]);
    const queue = settings.view === "queue";
    show(selects.sort.node, queue);
    setText(summary, [selects.view.words(), queue ? selects.sort.words() : "", selects.show.words()].filter(Boolean).join(" \u00b7 "));
  };
  return { node, update };
}

function createWay(label, words, onChange) {
  const options = words.map(([value, name]) => make("option", { value }, name));
  const select = make("select", { class: "hr-select", on: { change: () => onChange(select.value) } }, options);
  const node = make("label", { class: "hr-filter" }, make("span", {}, label), select);
  return { node, set: (value) => { select.value = value; }, words: () => select.selectedOptions[0]?.textContent ?? "" };
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
      parent: parentOf(state.items, item), depth: state.settings.view === "queue" && state.phase !== "welcome" ? 0 : depths.get(item.item), worked: state.mode === "worked", isCurrent: item === current }),
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
  return !open.hidden && open.checkVisibility() && getSelection().isCollapsed;
}

function updateRow(node, item, { parent, depth, isCurrent, worked }) {
  const { said, open, status } = node.hrParts;
  const standing = inboxStatus(item, isCurrent);
  said.update(saidBy(item, parent));
  setText(open, `Comment ${item.number}`);
  show(open, !item.set_aside);
  setAttr(open, "aria-current", isCurrent ? "true" : null);
  setText(status, statusWords(item, standing, worked));
  setAttr(node, "data-status", standing);
  setAttr(node, "data-verdict", worked ? null : item.feedback?.verdict?.verdict ?? null);
  setAttr(node, "data-depth", depth);
  setAttr(node, "data-current", String(isCurrent));
}

function statusWords(item, standing, worked) {
  if (worked && item.feedback) return STATUS_WORDS.read;
  const verdict = VERDICT_WORDS[item.feedback?.verdict?.verdict];
  return verdict ? `${STATUS_WORDS[standing]}: ${verdict.toLowerCase()}` : STATUS_WORDS[standing];
}
