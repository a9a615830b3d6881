// The whole screen for the exercise, where the notebook around it distracts. The browser does it; Escape leaves it too.

import { makeButton, setText, show } from "./dom.js";
import { makeKeyCap, nameKey } from "./keys.js";

const WORDS = { on: "Leave full screen", off: "Full screen" };

/** A button that gives `root` the whole screen and takes it back; not drawn where the browser does not allow it. */
export function createFull(root) {
  const words = document.createElement("span");
  const filled = () => root.getRootNode().fullscreenElement === root;
  const toggle = () => (filled() ? document.exitFullscreen() : root.requestFullscreen()).catch(() => show(button, false));
  const button = makeButton([words, " "], toggle, { class: "hr-button hr-plain" });
  button.append(makeKeyCap("full"));
  nameKey(button, "full");
  show(button, Boolean(document.fullscreenEnabled));
  const update = () => setText(words, filled() ? WORDS.on : WORDS.off);
  root.addEventListener("fullscreenchange", update);
  update();
  return { button, toggle: () => document.fullscreenEnabled && toggle(), close: () => root.removeEventListener("fullscreenchange", update) };
}
