// Keyboard shortcuts: one table, a pure look-up, and a listener that owns its keys and no others.

import { make, setAttr } from "./dom.js";

/** The shortcuts in the order they are listed. A single letter can be switched off; Ctrl+Enter stays. */
export const SHORTCUTS = [
  { id: "leave", key: "l", words: "Leave the comment" },
  { id: "hide", key: "h", words: "Hide the comment" },
  { id: "remove", key: "r", words: "Remove the comment" },
  { id: "more", key: "a", words: "Open author, report, answer, pass on" },
  { id: "ground", key: "g", words: "Search the grounds" },
  { id: "log", key: "w", words: "Write a log entry" },
  { id: "commit", key: "Enter", control: true, words: "Commit the decision" },
  { id: "skip", key: "s", words: "Skip this comment" },
  { id: "next", key: "n", words: "Next comment still to do" },
  { id: "down", key: "j", words: "One comment down the thread" },
  { id: "up", key: "k", words: "One comment up the thread" },
  { id: "history", key: "i", words: "Look at the author's history" },
  { id: "thread", key: "t", words: "Go to the thread" },
  { id: "decision", key: "d", words: "Go to the comment being decided" },
  { id: "help", key: "?", words: "Show these shortcuts" },
];

const TEXT_TYPES = ["text", "search", "email", "url", "tel", "password", "number"];

/** Whether keys typed into this element are text. */
export function isTextField(element) {
  const tag = element?.tagName?.toLowerCase();
  if (tag === "textarea" || tag === "select" || element?.isContentEditable) return true;
  return tag === "input" && TEXT_TYPES.includes(element.type);
}

/** The shortcut a key press stands for, or null. `lettersOn` says whether single letters count. */
export function findShortcut(event, lettersOn) {
  if (event.altKey || event.isComposing || event.defaultPrevented) return null;
  const control = Boolean(event.ctrlKey || event.metaKey);
  if (!control && (!lettersOn || isTextField(event.target))) return null;
  const pressed = event.key?.length === 1 ? event.key.toLowerCase() : event.key;
  return SHORTCUTS.find((row) => row.key === pressed && Boolean(row.control) === control) ?? null;
}

/** How a shortcut is written on the screen. */
export function keyName(id) {
  const row = SHORTCUTS.find((shortcut) => shortcut.id === id);
  if (!row) return "";
  return row.control ? `Ctrl ${row.key}` : row.key.toUpperCase();
}

/** A visible key cap; hidden from screen readers, which read aria-keyshortcuts instead. */
export function makeKeyCap(id) {
  return make("kbd", { class: "hr-key", "aria-hidden": "true" }, keyName(id));
}

/** Tell assistive technology about the key of a control. */
export function nameKey(node, id) {
  const row = SHORTCUTS.find((shortcut) => shortcut.id === id);
  setAttr(node, "aria-keyshortcuts", row.control ? `Control+${row.key} Meta+${row.key}` : row.key.toUpperCase());
}

/**
 * Listen on the root only. A handled key goes no further; every other key keeps its meaning, Tab above all.
 * Plain keys never leave the root, so that a notebook around it does not take them for its own commands (D twice
 * deletes a cell); those with Ctrl, Alt or Command that are not the player's do, so that its menus stay in reach.
 */
export function listenForKeys(root, { lettersOn, run }) {
  const onKey = (event) => {
    const shortcut = findShortcut(event, lettersOn());
    if (shortcut && !event.repeat && run(shortcut.id)) event.preventDefault();
    const theirs = event.ctrlKey || event.metaKey || event.altKey || event.key === "Tab";
    if (shortcut || !theirs) event.stopPropagation();
  };
  root.addEventListener("keydown", onKey);
  return () => root.removeEventListener("keydown", onKey);
}

const SETTING = "house-rules.single-key-shortcuts";

/** Whether single-letter shortcuts were left on; on where nothing is kept or may be read. */
export function readLettersOn() {
  try {
    return localStorage.getItem(SETTING) !== "off";
  } catch {
    return true;
  }
}

/** Keep the choice for the next visit, where the browser allows it. */
export function keepLettersOn(on) {
  try {
    localStorage.setItem(SETTING, on ? "on" : "off");
  } catch {
    // A locked-down browser keeps nothing; the choice then holds until the page is left.
  }
}
