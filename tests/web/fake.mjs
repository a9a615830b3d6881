// A stand-in for the way to a sitting: the model interface anywidget gives, answered from an example's data.

/** The whole state of an example: the base with the example's differences laid over it. */
export function examplePage(base, example) {
  const state = { ...structuredClone(base.state), ...structuredClone(example.state ?? {}) };
  state.page = { ...base.state.page, ...(example.state?.page ?? {}) };
  for (const [number, changes] of Object.entries(example.items ?? {})) {
    const item = state.items[Number(number) - 1];
    Object.assign(item, structuredClone(changes));
    if (typeof item.feedback === "string") item.feedback = structuredClone(base.feedbacks[item.feedback]);
  }
  if (example.summary) state.summary = { ...base.summary, ...example.summary };
  if (example.state?.protocol === null) state.protocol = null;
  return { state, feedbacks: base.feedbacks, elsewhere: base.elsewhere, summary: base.summary, trouble: example.trouble ?? null };
}

/** Answers messages as the protocol says. `silent` drops messages, `slow` waits that many milliseconds. */
export class FakeModel {
  constructor(page) {
    this.page = page;
    this.values = { state: page.state };
    this.heard = { "msg:custom": new Set(), "change:state": new Set() };
    this.sent = [];
    this.silent = false;
    this.slow = 0;
    this.broken = false;
  }

  get(name) { return this.values[name]; }
  set(name, value) { this.values[name] = value; }
  save_changes() {}
  on(event, handler) { this.heard[event].add(handler); }
  off(event, handler) { this.heard[event].delete(handler); }

  send(message) {
    if (this.broken) throw new Error("the comm is closed");
    this.sent.push(structuredClone(message));
    if (!this.silent) setTimeout(() => this.answer(message), this.slow);
  }

  answer(message) {
    const state = structuredClone(this.values.state);
    const error = this.page.trouble === "storage" && message.type === "commit"
      ? { code: "storage", text: "The record could not be written: the disk is full. Free some space, then press Commit again; your decision is still on this page." }
      : this.act(state, message);
    this.push(state, error ? { seq: message.seq, ok: false, error } : { seq: message.seq, ok: true });
  }

  // As the notebook does it: the state first, then the reply that names the message.
  push(state, reply) {
    this.values.state = state;
    for (const handler of this.heard["change:state"]) handler();
    for (const handler of this.heard["msg:custom"]) handler({ ...reply, state });
  }

  act(state, message) {
    const index = state.items.findIndex((item) => item.item === message.item);
    const item = state.items[index];
    const acts = {
      register: () => Object.assign(state, { phase: "working", session: "s-1", trainee: message.pseudonym ?? state.trainee }),
      go: () => { state.current = index; item.opened = true; },
      draft: () => { item.draft = message.draft; },
      finish: () => Object.assign(state, { phase: "summary", summary: this.page.summary }),
      skip: () => { item.status = "skipped"; state.current = openAfter(state, index); },
      // Every comment decided here counts as a hard one, so that a break comes soon.
      commit: () => this.commit(item, message.attempt, state.mode),
      look: () => look(item, message.what, this.page),
      settings: () => { state.settings = { ...state.settings, ...message.settings }; },
      refresh: () => {},
      dispute: () => { item.disputed = true; },
    };
    if ("item" in message && !item) return { code: "unknown_item", text: "That comment is not in this exercise." };
    if (["draft", "commit", "skip"].includes(message.type) && item.status === "decided") {
      return { code: "already_decided", text: "This comment is already decided, and it counts once. Here is what was decided." };
    }
    acts[message.type]();
    if (message.type === "commit" && state.care) state.care.grave += 1;
    state.progress = { ...state.progress, decided: countOf(state, "decided"), skipped: countOf(state, "skipped") };
    return null;
  }

  commit(item, attempt, mode) {
    if (mode === "self_assessment") return Object.assign(item, { status: "decided", draft: null });
    const verdict = { remove: "right", hide: "partial", leave: "wrong" }[attempt.decision.comment_action];
    return Object.assign(item, { status: "decided", draft: null, feedback: structuredClone(this.page.feedbacks[verdict]) });
  }
}

// What looking brings: the words behind a mask, the key of a worked example, the other policies.
function look(item, what, page) {
  item.looked = [...(item.looked ?? []), what];
  if (what === "words") Object.assign(item, { masked: false, text: item.text.replaceAll("[f-word]", "fuck") });
  if (what === "worked") Object.assign(item, { status: "decided", feedback: { ...structuredClone(page.feedbacks.right), headline: "How it is decided" } });
  if (what === "elsewhere" && item.feedback) item.feedback.elsewhere = structuredClone(page.elsewhere);
}

function countOf(state, status) {
  return state.items.filter((item) => item.status === status).length;
}

function openAfter(state, index) {
  const places = state.items.map((_, place) => (index + 1 + place) % state.items.length);
  return places.find((place) => state.items[place].status === "undecided") ?? index;
}
