// What stands in place of the decision where there is none to take: set aside, kept till the end, a worked example.

import { make, makeButton, setText, show } from "./dom.js";
import { makeKeyCap, nameKey } from "./keys.js";
import { nextItem } from "./state.js";
import { NOTE_WORDS } from "./words.js";

/** Which note stands on the desk for a comment, or null where it is to be decided or has its feedback. */
export function noteFor(item, state, back) {
  if (item.feedback) return null;
  if (item.set_aside) return "aside";
  if (item.status === "decided") return "kept";
  if (back) return "closed";
  return state.mode === "worked" ? "worked" : null;
}

/** The note with its one button. `act` has `next()`, `finish()`, `study()` and `settings()`; `press()` is the button. */
export function createNote(act) {
  const view = { which: null, last: false };
  const words = make("p", {});
  const label = make("span", {});
  const does = {
    aside: () => act.settings(),
    kept: () => (view.last ? act.finish() : act.next()),
    closed: () => act.finish(),
    worked: () => act.study(),
  };
  const press = () => does[view.which]();
  const cap = make("span", {}, " ", makeKeyCap("commit"));
  const button = makeButton(label, press, { class: "hr-button hr-primary" });
  button.append(cap);
  const node = make("div", { class: "hr-inset hr-note-box" }, words, make("div", { class: "hr-buttons" }, button));
  const update = (item, state, back) => {
    view.which = noteFor(item, state, back);
    view.last = !nextItem(state);
    show(node, Boolean(view.which));
    if (!view.which) return;
    setText(words, NOTE_WORDS[view.which].says);
    setText(label, view.which === "kept" && view.last ? NOTE_WORDS.kept.last : NOTE_WORDS[view.which].button);
    show(cap, view.which === "worked");
    if (view.which === "worked") nameKey(button, "commit");
    else button.removeAttribute("data-shortcut");
  };
  return { node, update, press, which: () => view.which, landing: button };
}
