// Keyboard shortcuts: one table, a pure look-up, and a listener that owns its keys and no others.

import { make, setAttr, setText, show } from "./dom.js";

/** The shortcuts in the order they are listed, with their usual keys. Ctrl+Enter is no single key, so it always stays. */
export const SHORTCUTS = [
  { id: "leave", key: "l", words: "Leave the comment" },
  { id: "hide", key: "h", words: "Hide the comment" },
  { id: "remove", key: "r", words: "Remove the comment" },
  { id: "more", key: "a", words: "Open author, report, answer, pass on" },
  { id: "message", key: "m", words: "Write the message that goes with it" },
  { id: "ground", key: "g", words: "Search the grounds" },
  { id: "log", key: "w", words: "Write a log entry" },
  { id: "undo", key: "z", words: "Undo the last change" },
  { id: "commit", key: "Enter", control: true, words: "Commit the decision" },
  { id: "skip", key: "s", words: "Skip this comment" },
  { id: "next", key: "n", words: "Next comment still to do" },
  { id: "down", key: "j", words: "One comment down" },
  { id: "up", key: "k", words: "One comment up" },
  { id: "history", key: "i", words: "Look at the author\u2019s history" },
  { id: "page", key: "p", words: "Look at the page at that moment" },
  { id: "proceedings", key: "c", words: "Look at the court case and election" },
  { id: "words", key: "v", words: "View the masked words" },
  { id: "thread", key: "t", words: "Go to the list of comments" },
  { id: "decision", key: "d", words: "Go to the comment in hand" },
  { id: "full", key: "f", words: "Full screen, and back" },
  { id: "help", key: "?", words: "Open settings and shortcuts" },
];

const TEXT_TYPES = ["text", "search", "email", "url", "tel", "password", "number"];

/** Whether keys typed into this element are text. */
export function isTextField(element) {
  const tag = element?.tagName?.toLowerCase();
  if (tag === "textarea" || tag === "select" || element?.isContentEditable) return true;
  return tag === "input" && TEXT_TYPES.includes(element.type);
}

/** The key a shortcut has: the trainee's own, where `keys` (by id) names one, else the usual; empty where it is off. */
export function keyOf(row, keys = {}) {
  return row.control ? row.key : keys[row.id] ?? row.key;
}

/** The shortcut a key press stands for, or null. `letters` says whether single keys count, `keys` is what was changed. */
export function findShortcut(event, { letters, keys = {} }) {
  if (event.altKey || event.isComposing || event.defaultPrevented) return null;
  const control = Boolean(event.ctrlKey || event.metaKey);
  if (!control && (!letters || isTextField(event.target))) return null;
  const pressed = event.key?.length === 1 ? event.key.toLowerCase() : event.key;
  return SHORTCUTS.find((row) => keyOf(row, keys) === pressed && Boolean(row.control) === control) ?? null;
}

/** How a shortcut is written on the screen; empty where it is off. */
export function keyName(id, keys = {}) {
  const row = SHORTCUTS.find((shortcut) => shortcut.id === id);
  if (!row) return "";
  return row.control ? `Ctrl ${row.key}` : keyOf(row, keys).toUpperCase();
}

/** A visible key cap; hidden from screen readers, which read aria-keyshortcuts instead. */
export function makeKeyCap(id) {
  return make("kbd", { class: "hr-key", "aria-hidden": "true", "data-key": id }, keyName(id));
}

/** Tell assistive technology about the key of a control. */
export function nameKey(node, id) {
  setAttr(node, "data-shortcut", id);
}

/** Bring every key cap and every spoken shortcut within `root` in line with the trainee's settings. */
export function showKeys(root, { letters, keys }) {
  const named = (id) => {
    const row = SHORTCUTS.find((shortcut) => shortcut.id === id);
    return row.control || letters ? keyName(id, keys) : "";
  };
  for (const cap of root.querySelectorAll("[data-key]")) {
    setText(cap, named(cap.dataset.key));
    show(cap, Boolean(cap.textContent));
  }
  for (const node of root.querySelectorAll("[data-shortcut]")) {
    const name = named(node.dataset.shortcut);
    setAttr(node, "aria-keyshortcuts", name.startsWith("Ctrl ") ? `Control+${name.slice(5)} Meta+${name.slice(5)}` : name || null);
  }
}

/** The shortcut, other than `id`, that has this key already, or null. */
export function keyTaken(id, key, keys) {
  return SHORTCUTS.find((row) => row.id !== id && !row.control && key && keyOf(row, keys) === key) ?? null;
}

/**
 * Listen on the root only. A handled key goes no further; every other key keeps its meaning, Tab above all.
 * Plain keys never leave the root, so that a notebook around it does not take them for its own commands (D twice
 * deletes a cell); those with Ctrl, Alt or Command that are not the player's do, so that its menus stay in reach.
 */
export function listenForKeys(root, { settings, run }) {
  const onKey = (event) => {
    const asking = event.target.closest?.("dialog");
    const shortcut = asking ? null : findShortcut(event, settings());
    if (shortcut && !event.repeat && run(shortcut.id)) event.preventDefault();
    const theirs = event.ctrlKey || event.metaKey || event.altKey || event.key === "Tab";
    if (shortcut || !theirs) event.stopPropagation();
  };
  root.addEventListener("keydown", onKey);
  return () => root.removeEventListener("keydown", onKey);
}
