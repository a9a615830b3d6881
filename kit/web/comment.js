// A post or comment drawn the way the page it imitates draws one: neutral shapes, no marks of any company.

import { isolated, make, setAttr, setText, show } from "./dom.js";
import { formatWhen, hueOf, initials, machineWhen } from "./text.js";

/** The picture, name, time and words of one post or comment. `kind` is "post", "row" or "full". */
export function createBubble(kind) {
  const parts = {
    avatar: make("span", { class: "hr-avatar", "aria-hidden": "true" }),
    author: isolated("", "hr-author"),
    time: make("time", { class: "hr-time" }),
    reply: make("p", { class: "hr-reply-to" }),
    words: isolated("", "hr-words"),
  };
  parts.text = make("p", { class: "hr-text", dir: "auto" }, parts.words);
  const byline = make("p", { class: "hr-byline" }, parts.author, " ", parts.time);
  const bubble = make("div", { class: "hr-bubble" }, byline, parts.reply, parts.text);
  const node = make("div", { class: `hr-said hr-said-${kind}` }, parts.avatar, bubble);
  if (kind !== "row") new ResizeObserver(() => frameScroller(parts.text, "Text of this message")).observe(parts.text);
  return { node, update: (said) => updateBubble(parts, said) };
}

// `said` is {name, when, text, replyTo}: replyTo is a line such as "In reply to comment 2", or empty.
function updateBubble(parts, said) {
  setText(parts.avatar, initials(said.name));
  setAttr(parts.avatar, "data-hue", hueOf(said.name));
  setText(parts.author, said.name);
  setText(parts.time, formatWhen(said.when));
  setAttr(parts.time, "datetime", machineWhen(said.when));
  setText(parts.words, said.text);
  setText(parts.reply, said.replyTo ?? "");
  show(parts.reply, Boolean(said.replyTo));
}

/** What a bubble needs to know of a comment. */
export function saidBy(item, parent) {
  const replyTo = parent ? `In reply to comment ${parent.number}` : "";
  return { name: item.author?.name, when: item.when, text: item.text, replyTo };
}

/** Let the keyboard scroll what is too long for its frame and holds nothing to tab to; leave the rest alone. */
export function frameScroller(node, label) {
  const scrolls = node.scrollHeight > node.clientHeight + 1 && getComputedStyle(node).overflowY === "auto";
  setAttr(node, "tabindex", scrolls ? "0" : null);
  setAttr(node, "aria-label", scrolls ? label : null);
  if (node.localName === "p") setAttr(node, "role", scrolls ? "group" : null);
}
