// The way to the sitting and the keys, without a page.

import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { findShortcut, isTextField, keyName, keyOf, keyTaken, SHORTCUTS } from "../../kit/web/keys.js";
import { createDraftKeeper, createLink } from "../../kit/web/link.js";

class Wire {
  constructor() { this.sent = []; this.handlers = {}; this.state = { phase: "working" }; }
  get() { return this.state; }
  on(event, handler) { this.handlers[event] = handler; }
  off(event) { delete this.handlers[event]; }
  send(message) { this.sent.push(message); }
  reply(message) { this.handlers["msg:custom"](message); }
}

test("a reply finds the message it answers, and its state is passed on", async () => {
  const wire = new Wire();
  const states = [];
  const link = createLink(wire, { onState: (state) => states.push(state) });
  const first = link.ask("go", { item: "a" });
  const second = link.ask("skip", { item: "b" });
  assert.ok(wire.sent[1].seq > wire.sent[0].seq);
  wire.reply({ seq: wire.sent[1].seq, ok: true, state: { phase: "summary" } });
  wire.reply({ seq: wire.sent[0].seq, ok: false, error: { code: "stale", text: "x" } });
  assert.equal((await second).ok, true);
  assert.equal((await first).error.code, "stale");
  assert.deepEqual(states, [{ phase: "summary" }]);
  link.close();
  assert.deepEqual(wire.handlers, {});
});

class Model extends Wire {
  set(_name, state) {
    this.state = state;
    this.handlers["change:state"]();
  }
}

test("what changed is put to what is shown, once, and whoever missed a change asks for the whole", () => {
  const wire = new Model();
  wire.state = { version: 3, phase: "working", items: [{ item: "a", status: "undecided" }, { item: "b", status: "undecided" }] };
  const states = [];
  const link = createLink(wire, { onState: (state) => states.push(state) });
  const change = { seq: 1, ok: true, changes: { since: 3, fields: { version: 4 }, items: { 1: { status: "decided" } } } };
  wire.reply(change);
  wire.reply(change); // a second view of the same model hears it too
  assert.equal(states.length, 1);
  assert.deepEqual(states[0], { version: 4, phase: "working", items: [{ item: "a", status: "undecided" }, { item: "b", status: "decided" }] });
  assert.deepEqual(wire.sent, []);
  wire.reply({ seq: 1, ok: true, changes: { since: 6, fields: { version: 7 }, items: {} } });
  assert.deepEqual([wire.sent[0].type, wire.sent[0].has], ["refresh", 4]);
  assert.equal(wire.state.version, 4);
  link.close();
});

test("what was not asked here, or is no reply at all, hurts nobody", () => {
  const wire = new Wire();
  const link = createLink(wire, { onState: () => {} });
  for (const message of [null, "x", 7, {}, { seq: 1, ok: true }]) wire.reply(message);
  link.close();
});

test("silence becomes a reply that says what to do, and a late answer is still heard", async () => {
  const wire = new Wire();
  const late = [];
  const link = createLink(wire, { onState: () => {}, onLate: (type, reply) => late.push([type, reply.ok]), patience: 5 });
  const reply = await link.ask("commit", { item: "a" });
  assert.equal(reply.error.code, "no_reply");
  assert.match(reply.error.text, /Commit again/);
  wire.reply({ seq: wire.sent[0].seq, ok: true });
  assert.deepEqual(late, [["commit", true]]);
  link.close();
});

test("a closed connection is told at once", async () => {
  const wire = new Wire();
  wire.send = () => { throw new Error("closed"); };
  const link = createLink(wire, { onState: () => {} });
  assert.equal((await link.ask("commit")).error.code, "not_sent");
  link.close();
});

test("numbers never repeat between two tabs opened at different times", async () => {
  const seqs = [];
  for (let tab = 0; tab < 3; tab += 1) {
    const wire = new Wire();
    const link = createLink(wire, { onState: () => {}, patience: 1 });
    link.ask("go");
    seqs.push(wire.sent[0].seq);
    link.close();
    await new Promise((resolve) => { setTimeout(resolve, 3); });
  }
  assert.equal(new Set(seqs).size, 3);
  assert.ok(seqs.every(Number.isSafeInteger));
});

test("drafts are sent once after a pause, at once on demand, never after a commit", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const saved = [];
  const keeper = createDraftKeeper((item, draft) => saved.push([item, draft]), 300);
  keeper.later("a", 1);
  keeper.later("a", 2);
  mock.timers.tick(299);
  assert.deepEqual(saved, []);
  mock.timers.tick(1);
  assert.deepEqual(saved, [["a", 2]]);
  keeper.later("a", 3);
  keeper.later("b", 4);
  assert.deepEqual(saved.at(-1), ["a", 3]);
  keeper.flush();
  assert.deepEqual(saved.at(-1), ["b", 4]);
  keeper.later("b", 5);
  keeper.drop("b");
  keeper.flush();
  mock.timers.tick(1000);
  assert.equal(saved.length, 3);
  mock.timers.reset();
});

const ON = { letters: true };
const OFF = { letters: false };

const press = (key, target = { tagName: "INPUT", type: "radio" }, more = {}) => ({ key, target, ...more });

test("single letters count only outside text and only while they are on; Tab is nobody's", () => {
  assert.equal(findShortcut(press("l"), ON).id, "leave");
  assert.equal(findShortcut(press("L"), ON).id, "leave");
  assert.equal(findShortcut(press("l"), OFF), null);
  for (const target of [{ tagName: "TEXTAREA" }, { tagName: "INPUT", type: "search" }, { tagName: "SELECT" }, { tagName: "DIV", isContentEditable: true }]) {
    assert.ok(isTextField(target));
    assert.equal(findShortcut(press("l", target), ON), null);
    assert.equal(findShortcut(press("Enter", target, { ctrlKey: true }), OFF).id, "commit");
  }
  assert.equal(findShortcut(press("Enter", undefined, { metaKey: true }), ON).id, "commit");
  for (const more of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }, { isComposing: true }, { defaultPrevented: true }]) {
    assert.equal(findShortcut(press("l", undefined, more), ON), null);
  }
  assert.equal(findShortcut(press("Tab"), ON), null);
  assert.equal(findShortcut(press("Enter"), ON), null);
  assert.equal(isTextField(undefined), false);
});

test("no two shortcuts share a key, and every one can be named", () => {
  assert.equal(new Set(SHORTCUTS.map((row) => row.key)).size, SHORTCUTS.length);
  assert.equal(keyName("commit"), "Ctrl Enter");
  assert.equal(keyName("leave"), "L");
  assert.equal(keyName("no such"), "");
});

test("a key can be another one or none, and one that is taken is known", () => {
  const keys = { leave: "x", hide: "" };
  assert.equal(findShortcut(press("x"), { letters: true, keys }).id, "leave");
  assert.equal(findShortcut(press("l"), { letters: true, keys }), null);
  assert.equal(findShortcut(press("h"), { letters: true, keys }), null);
  assert.equal(keyOf(SHORTCUTS.find((row) => row.id === "commit"), { commit: "x" }), "Enter");
  assert.deepEqual([keyName("leave", keys), keyName("hide", keys)], ["X", ""]);
  assert.equal(keyTaken("skip", "x", keys).id, "leave");
  assert.equal(keyTaken("leave", "x", keys), null);
  assert.equal(keyTaken("skip", "", keys), null);
});
