// What a trainee can do, each as one message to the sitting, with what follows from its reply.

import { draftMessage } from "./draft.js";
import { currentItem, neighbour, nextItem } from "./state.js";
import { CAUGHT_UP, NOTHING_LEFT, VERDICT_WORDS } from "./words.js";

/**
 * The actions over `app`, which has `state()`, `ask(type, fields)`, `drafts`, `land()` (focus to where work goes on),
 * `say(text)`, `trouble(text, type)`, `setBusy(on)`, `note(text)`, `review(on)`, `reviewing()`, `openSettings()` and
 * `set(changes)`, which lets changed settings hold at once.
 */
export function createActions(app) {
  const once = oneAtATime();
  const here = () => currentItem(app.state())?.item;
  const { go, next, step } = createSteps(app);
  return {
    go, next, step,
    start: (pseudonym) => once(() => start(app, pseudonym)),
    commit: (attempt) => once(() => commit(app, here(), attempt)),
    skip: () => once(() => skip(app, here(), next)),
    finish: () => finish(app),
    look: (what) => ask(app, "look", { item: here(), what }),
    study: () => once(() => study(app, here())),
    settings: () => app.openSettings(),
    save: (changes) => save(app, changes),
    arrived: () => arrived(app),
    refresh: () => refresh(app),
    say: (text) => app.say(text),
    dispute: async (text) => (await ask(app, "dispute", { item: here(), text })).ok,
    change: (draft) => app.drafts.later(here(), draft),
    saveDraft: (item, draft) => saveDraft(app, item, draft),
    review: (number) => {
      app.review(true);
      return go(app.state().items.find((item) => item.number === number)?.item);
    },
    lookBack: () => {
      app.review(true);
      app.land();
    },
  };
}

// Ways from comment to comment.
function createSteps(app) {
  let bound = null; // where a press under way leads, so that quick presses add up
  const go = async (item) => {
    bound = item;
    await goTo(app, item);
    if (bound === item) bound = null;
  };
  const next = () => {
    const item = nextItem(app.state());
    return item ? go(item.item) : null;
  };
  const step = (places) => {
    const item = neighbour(app.state(), places, bound);
    return item ? go(item.item) : null;
  };
  return { go, next, step };
}

// Pressing twice sends once: while one action is under way the next is not begun.
function oneAtATime() {
  let busy = false;
  return async (action) => {
    if (busy) return;
    busy = true;
    try {
      await action();
    } finally {
      busy = false;
    }
  };
}

async function ask(app, type, fields) {
  const reply = await app.ask(type, fields);
  app.trouble(reply.ok ? "" : reply.error?.text, type);
  return reply;
}

async function start(app, pseudonym) {
  const reply = await ask(app, "register", pseudonym === null ? {} : { pseudonym });
  if (reply.ok) arrive(app);
}

async function commit(app, item, attempt) {
  app.drafts.drop(item);
  app.setBusy(true);
  const reply = await ask(app, "commit", { item, attempt });
  app.setBusy(false);
  if (!reply.ok && reply.error?.code !== "already_decided") return;
  app.land();
  if (reply.ok) sayVerdict(app, item);
}

/** Say the verdict on a comment and how far the trainee is. */
export function sayVerdict(app, itemId) {
  const state = app.state();
  const item = state.items?.find((other) => other.item === itemId);
  const verdict = item?.feedback?.verdict?.verdict;
  const said = state.mode === "worked" ? "how it is decided" : verdict ? VERDICT_WORDS[verdict].toLowerCase() : "kept";
  app.say(`Comment ${item.number}: ${said}. ${state.progress.decided} of ${state.progress.total} ${state.mode === "worked" ? "read" : "decided"}.`);
}

async function study(app, item) {
  const reply = await ask(app, "look", { item, what: "worked" });
  if (!reply.ok) return;
  app.land();
  sayVerdict(app, item);
}

// Settings hold at once, whether or not they can be kept.
async function save(app, changes) {
  app.set(changes);
  await ask(app, "settings", { settings: changes });
}

// The record says when a comment was first in hand. Nobody waits for it, and a failure here is told by the next step.
function arrived(app) {
  const item = currentItem(app.state());
  if (item && item.opened === false && item.status === "undecided" && !item.set_aside) app.ask("go", { item: item.item });
}

// A page left open while another window went on: ask how things stand, and say so if they have moved.
async function refresh(app) {
  const before = app.state();
  if (!before.session || before.phase === "welcome") return;
  const reply = await app.ask("refresh", {});
  const { progress } = app.state();
  if (!reply.ok || progress.decided + progress.skipped === before.progress.decided + before.progress.skipped) return;
  app.trouble(CAUGHT_UP, "refresh");
}

async function skip(app, item, next) {
  await app.drafts.flush();
  const reply = await ask(app, "skip", { item });
  if (!reply.ok) return;
  if (currentItem(app.state())?.item !== item) return arrive(app);
  if (nextItem(app.state())) return next();
  app.land();
  app.say(NOTHING_LEFT);
}

async function goTo(app, item) {
  app.drafts.flush();
  const reply = await ask(app, "go", { item });
  if (reply.ok) arrive(app);
}

function arrive(app) {
  const state = app.state();
  const item = currentItem(state);
  app.land();
  if (!item) return;
  const reply = item.in_reply_to ? `, in reply to comment ${item.in_reply_to}` : "";
  const masked = item.masked ? " Strong words are masked." : "";
  app.say(`Comment ${item.number} of ${state.items.length} by ${item.author?.name}${reply}.${masked}`);
}

async function finish(app) {
  app.drafts.flush();
  const back = app.reviewing();
  app.review(false);
  const reply = back && app.state().phase === "summary" ? { ok: true } : await ask(app, "finish", {});
  if (reply.ok) app.land();
}

async function saveDraft(app, item, draft) {
  const reply = await app.ask("draft", { item, draft: draftMessage(draft) });
  app.trouble(reply.ok ? "" : reply.error?.text, "draft");
  if (reply.ok && currentItem(app.state())?.item === item) app.note("Draft kept");
}
