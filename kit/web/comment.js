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
  setAttr(parts.text, "tabindex", null);
  setAttr(parts.text, "role", null);
}

/** What a bubble needs to know of a comment. */
export function saidBy(item, parent) {
  const replyTo = parent ? `In reply to comment ${parent.number}` : "";
  return { name: item.author?.name, when: item.when, text: item.text, replyTo };
}

/** Let the keyboard scroll a text that is too long for its frame. */
export function frameLongText(node, label) {
  const text = node.querySelector(".hr-text");
  if (!text || text.scrollHeight <= text.clientHeight + 1) return;
  setAttr(text, "tabindex", "0");
  setAttr(text, "role", "group");
  setAttr(text, "aria-label", label);
}
