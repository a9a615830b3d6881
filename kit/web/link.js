// The way to the sitting: numbered messages out, replies in, and a plain word when none comes.

import { mergeChanges } from "./state.js";
import { NO_REPLY, NOT_SENT } from "./words.js";

const PATIENCE = 8000;
const DRAFT_PAUSE = 300;

/**
 * A link over a model as anywidget gives it. `onState(state)` is called with every state that arrives.
 * `ask(type, fields)` resolves to a reply, always: silence becomes `{ok: false, error: {code: "no_reply"}}`.
 */
export function createLink(model, { onState, onLate = () => {}, patience = PATIENCE }) {
  const waiting = new Map();
  let last = firstNumber();

  const onReply = (reply) => {
    if (!reply || typeof reply !== "object") return;
    const settle = waiting.get(reply.seq);
    waiting.delete(reply.seq);
    if (reply.state) onState(reply.state);
    if (reply.changes) takeIn(reply.changes);
    if (settle) settle(reply);
  };
  const onChange = () => onState(model.get("state"));
  // Every view of a model hears the changes; the first to take them in does so for all. Whoever missed some asks for the whole.
  const takeIn = (changes) => {
    const shown = model.get("state");
    if (shown.version === changes.since) model.set("state", mergeChanges(shown, changes));
    else if (shown.version < changes.since) ask("refresh");
  };
  model.on("msg:custom", onReply);
  model.on("change:state", onChange);

  const ask = (type, fields = {}) => {
    last += 1;
    return send(model, { seq: last, type, has: model.get("state")?.version, ...fields }, { waiting, onLate, patience });
  };
  const close = () => {
    model.off("msg:custom", onReply);
    model.off("change:state", onChange);
    waiting.clear();
  };
  return { ask, close };
}

function send(model, message, { waiting, onLate, patience }) {
  const { seq, type } = message;
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      waiting.set(seq, (reply) => onLate(type, reply));
      resolve(failure(seq, "no_reply", NO_REPLY[type] ?? NO_REPLY.other));
    }, patience);
    const settle = (reply) => {
      clearTimeout(timer);
      resolve(reply);
    };
    waiting.set(seq, settle);
    try {
      model.send(message);
    } catch {
      waiting.delete(seq);
      settle(failure(seq, "not_sent", NOT_SENT));
    }
  });
}

// Numbers grow with time, so that they never repeat: not after a reload, hardly ever between two tabs.
function firstNumber() {
  return Date.now() * 1000 + Math.floor(Math.random() * 1000);
}

function failure(seq, code, text) {
  return { seq, ok: false, error: { code, text } };
}

/**
 * Keep a draft: `later(item, draft)` sends it after a pause, `flush()` at once, `drop(item)` not at all.
 * `save(item, draft)` does the sending.
 */
export function createDraftKeeper(save, pause = DRAFT_PAUSE) {
  let pending = null;
  let timer = null;
  const flush = () => {
    clearTimeout(timer);
    const due = pending;
    pending = null;
    return due ? save(due.item, due.draft) : null;
  };
  const later = (item, draft) => {
    if (pending && pending.item !== item) flush();
    pending = { item, draft };
    clearTimeout(timer);
    timer = setTimeout(flush, pause);
  };
  const drop = (item) => {
    if (pending?.item === item) pending = null;
  };
  return { later, flush, drop };
}
