// Care while working: a break is offered, never forced; a clock that guides and ends nothing; somebody to talk to.

import { isolated, make, makeButton, setText, show } from "./dom.js";
import { counted } from "./text.js";
import { BREAK_WORDS, TIMER_WORDS } from "./words.js";

const MINUTE = 60000;
const BEAT = 1000;

/** Whom to talk to: the force's own contact, or a plain word that none was filled in. */
export function welfareWords(welfare) {
  if (!welfare) return "";
  return welfare.value ? `${welfare.label}: ${welfare.value}` : welfare.blank;
}

/**
 * The offer of a break. `begin(state)` starts the counts; `check(state)` is called when the trainee comes to a new place, never in the middle of one;
 * it is due after some minutes or some hard comments, as the settings say. `say(text)` announces it.
 */
export function createBreaks({ say, land }) {
  const since = { time: Date.now(), grave: null };
  const words = make("p", {});
  const talk = make("p", {}, isolated(""));
  const restart = (state) => {
    since.time = Date.now();
    since.grave = state?.care?.grave ?? since.grave;
  };
  const node = make("aside", { class: "hr-inset hr-break", "aria-label": "A break", hidden: true }, make("h3", {}, BREAK_WORDS.title), words, talk,
    make("div", { class: "hr-buttons" }, makeButton(BREAK_WORDS.on, () => { show(node, false); restart(last); land(); })));
  let last = null;
  const begin = (state) => { since.grave ??= state.care?.grave ?? 0; };
  const check = (state) => {
    last = state;
    begin(state);
    const due = dueWords(state, since);
    if (!due || !node.hidden) return;
    setText(words, due);
    setText(talk.firstChild, welfareWords(state.welfare));
    show(node, true);
    say(`${BREAK_WORDS.title} ${due}`);
  };
  return { node, begin, check };
}

function dueWords(state, since) {
  const { break_minutes: most, break_grave: mostGrave } = state.settings;
  const minutes = Math.floor((Date.now() - since.time) / MINUTE);
  const grave = (state.care?.grave ?? 0) - since.grave;
  if (mostGrave && grave >= mostGrave) return BREAK_WORDS.grave.replace("{count}", counted(grave, "comment"));
  return most && minutes >= most ? BREAK_WORDS.minutes.replace("{count}", counted(minutes, "minute")) : "";
}

/**
 * A clock for one comment. `start(minutes)` with none switches it off; when the time is up nothing happens but words.
 * It speaks at the last minute and at the end. `close()` stops it for good.
 */
export function createTimer({ say }) {
  const node = make("p", { class: "hr-quiet hr-timer", hidden: true });
  const run = { ends: 0, told: new Set(), minutes: 0 };
  const beat = () => {
    const left = Math.ceil((run.ends - Date.now()) / BEAT);
    setText(node, leftWords(left));
    const mark = left <= 0 ? "up" : left <= 60 && run.minutes > 1 ? "last" : null;
    if (mark && !run.told.has(mark)) say(TIMER_WORDS[mark]);
    if (mark) run.told.add(mark);
  };
  const ticking = setInterval(() => node.hidden || beat(), BEAT);
  const start = (minutes) => {
    show(node, minutes > 0);
    Object.assign(run, { ends: Date.now() + minutes * MINUTE, told: new Set(), minutes });
    if (minutes) beat();
  };
  return { node, start, close: () => clearInterval(ticking) };
}

// In steps, so that nothing on the screen runs: whole minutes, then half of one.
function leftWords(seconds) {
  if (seconds <= 0) return TIMER_WORDS.up;
  if (seconds <= 30) return TIMER_WORDS.left.replace("{time}", "30 seconds");
  return TIMER_WORDS.left.replace("{time}", counted(Math.ceil(seconds / 60), "minute"));
}
