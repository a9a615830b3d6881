// What the pure modules of the player answer.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { choiceLabel, draftMessage, emptyDraft, filterGrounds, missingFields, owesLog, sameDraft, toggleGround, toggleIn, wholeDraft } from "../../kit/web/draft.js";
import { guardFault } from "../../kit/web/guard.js";
import { filterItems, hasDraft, inboxStatus, orderedItems, sortItems } from "../../kit/web/order.js";
import { currentItem, isOlder, isUsable, mergeContext, neighbour, nextItem, parentOf, replyDepths, screenOf } from "../../kit/web/state.js";
import { createUndo } from "../../kit/web/undo.js";
import { counted, formatWhen, hueOf, initials, machineWhen, suggestPseudonym } from "../../kit/web/text.js";

const thread = (...statuses) => statuses.map((status, index) => ({ item: `i${index + 1}`, number: index + 1, status, in_reply_to: null, draft: null }));
const at = (current, ...statuses) => ({ protocol: 1, phase: "working", items: thread(...statuses), current });

test("the next comment is the next undecided one from here round, then a skipped one, then none", () => {
  const table = [
    [at(0, "decided", "undecided", "undecided"), "i2"],
    [at(2, "undecided", "decided", "decided"), "i1"],
    [at(1, "skipped", "decided", "undecided"), "i3"],
    [at(2, "skipped", "decided", "decided"), "i1"],
    [at(0, "undecided"), undefined],
    [at(1, "decided", "decided"), undefined],
  ];
  for (const [state, expected] of table) assert.equal(nextItem(state)?.item, expected);
});

test("a neighbour is one place up or down, and there is none past the ends", () => {
  const state = at(1, "decided", "undecided", "undecided");
  assert.equal(neighbour(state, 1).item, "i3");
  assert.equal(neighbour(state, -1).item, "i1");
  assert.equal(neighbour(at(0, "decided"), -1), null);
  assert.equal(neighbour(state, -1, "i3").item, "i2");
  assert.equal(neighbour(state, 1, "no such").item, "i3");
  assert.equal(currentItem({ items: [], current: 0 }), null);
  assert.equal(currentItem({}), null);
});

test("a comment is unread, open, read, a draft, skipped, actioned, resolved or set aside", () => {
  const draft = { decision: { comment_action: "hide" } };
  const table = [
    [{ status: "undecided", draft: null }, false, "unread"],
    [{ status: "undecided", draft: null }, true, "open"],
    [{ status: "undecided", draft }, true, "draft"],
    [{ status: "skipped", draft }, false, "skipped"],
    [{ status: "decided", draft: null }, true, "actioned"],
    [{ status: "undecided", opened: true }, false, "read"],
    [{ status: "decided", resolved: true }, false, "resolved"],
    [{ status: "skipped", set_aside: true }, false, "aside"],
    [{ status: "undecided", draft: { messages: { private: "x" } } }, false, "draft"],
  ];
  for (const [item, isCurrent, expected] of table) assert.equal(inboxStatus(item, isCurrent), expected);
});

test("a draft that holds nothing but defaults is no draft", () => {
  assert.equal(hasDraft(null), false);
  assert.equal(hasDraft(draftMessage(emptyDraft())), false);
  assert.equal(hasDraft({ decision: {}, log: "x" }), true);
  assert.equal(hasDraft({ decision: {}, grounds: ["g"] }), true);
});

test("a filter leaves what it names and never changes the list", () => {
  const items = thread("decided", "skipped", "undecided");
  const names = (which) => filterItems(items, which).map((item) => item.item).join();
  assert.equal(names("all"), "i1,i2,i3");
  assert.equal(names("todo"), "i2,i3");
  assert.equal(names("skipped"), "i2");
  assert.equal(names("actioned"), "i1");
  assert.equal(names("unread"), "i3");
  items[0].resolved = true;
  items[2].set_aside = true;
  assert.equal(names("actioned"), "");
  assert.equal(names("resolved"), "i1");
  assert.equal(names("todo"), "i2");
  assert.equal(items.length, 3);
});

test("the queue can be sorted by time, replies and author, and next and neighbours follow what is shown", () => {
  const items = thread(...Array(4).fill("undecided"));
  ["2026-03-04T18:00", "2026-03-04T18:05", "2026-03-04T18:02", "2026-03-04T18:05"].forEach((when, index) => { items[index].when = when; });
  ["Zoe", "Ann", "Ann", "Bea"].forEach((name, index) => { items[index].author = { name }; });
  items[2].in_reply_to = 2;
  const order = (how) => sortItems(items, how).map((item) => item.number).join("");
  assert.deepEqual(["oldest", "newest", "replies", "author"].map(order), ["1324", "4231", "2134", "2341"]);
  const state = { ...at(3), items, settings: { view: "queue", sort: "newest", show: "all" } };
  assert.equal(orderedItems(state)[0].number, 4);
  assert.equal(nextItem(state).number, 2);
  assert.equal(neighbour(state, 1).number, 2);
  items[1].set_aside = true;
  assert.equal(nextItem(state).number, 3);
  assert.equal(neighbour(state, 1).number, 3);
  assert.equal(orderedItems({ ...state, settings: { view: "thread", sort: "newest" } })[0].number, 1);
});

test("a state that is older than the one shown of the same session is known as such", () => {
  assert.equal(isOlder({ session: "s", step: 3 }, { session: "s", step: 4 }), true);
  for (const state of [{ session: "s", step: 4 }, { session: "t", step: 1 }, { session: null, step: 0 }, undefined]) assert.equal(isOlder(state, { session: "s", step: 4 }), false);
  assert.equal(isOlder({ session: "s" }, undefined), false);
});

test("a message is held to the same table as in the kernel", () => {
  const table = JSON.parse(readFileSync(join(import.meta.dirname, "../data/guard.json"), "utf8"));
  for (const row of table.rows) {
    assert.deepEqual(guardFault(row.text, table.about), row.public, row.text);
    assert.deepEqual(guardFault(row.text, table.about, table.mine), row.private, row.text);
  }
});

test("changes are taken back one by one, and what is typed in one go is one of them", () => {
  const undo = createUndo();
  assert.equal(undo.back(), null);
  undo.note("empty");
  undo.note("left", "log");
  undo.note("left, h", "log");
  undo.note("left, hello");
  assert.deepEqual([undo.back(), undo.back(), undo.back(), undo.back()], ["left, hello", "left", "empty", null]);
  for (let step = 0; step < 99; step += 1) undo.note(step);
  undo.clear();
  assert.equal(undo.empty(), true);
});

test("a log entry is owed where the policy owes one on the choice itself", () => {
  assert.equal(owesLog({ account_action: "block" }, [{ account_action: ["block"] }]), true);
  assert.equal(owesLog({ account_action: "warn" }, [{ account_action: ["block"] }]), false);
  assert.equal(owesLog({ account_action: "block" }), false);
});

test("replies sit one step under what they answer, at most three, and a circle ends", () => {
  const items = thread(...Array(6).fill("undecided"));
  [null, 1, 2, 3, 4, 99].forEach((above, index) => { items[index].in_reply_to = above; });
  assert.deepEqual([...replyDepths(items).values()], [0, 1, 2, 3, 3, 0]);
  const circle = thread("undecided", "undecided");
  circle[0].in_reply_to = 2;
  circle[1].in_reply_to = 1;
  assert.deepEqual([...replyDepths(circle).values()], [3, 3]);
  assert.equal(parentOf(items, items[1]), items[0]);
  assert.equal(parentOf(items, items[5]), null);
});

test("what is known of the moment is the thread's, with the comment's own put over it and marked", () => {
  const merged = mergeContext([{ label: "a", value: "1" }, { label: "b", value: "2" }], [{ label: "b", value: "3" }, { label: "c", value: "4" }, { label: "a", value: "1" }]);
  assert.deepEqual(merged, [{ label: "a", value: "1" }, { label: "b", value: "3", changed: true }, { label: "c", value: "4", changed: true }]);
  assert.deepEqual(mergeContext(undefined, undefined), []);
});

test("a state of another protocol or none at all is told to be run, never shown half", () => {
  for (const state of [undefined, null, {}, { protocol: 2, phase: "working" }, { protocol: 1, phase: "odd" }]) {
    assert.equal(isUsable(state), false);
    assert.equal(screenOf(state, false), "lost");
  }
  assert.equal(screenOf({ ...at(0, "decided"), phase: "summary" }, false), "summary");
  assert.equal(screenOf({ ...at(0, "decided"), phase: "summary" }, true), "working");
});

test("a draft starts with nothing for the comment and none for the rest", () => {
  assert.deepEqual(emptyDraft().decision, { comment_action: null, account_action: "none", report: "none", respond: "none", escalate: "none" });
  assert.deepEqual(missingFields(emptyDraft()), ["comment_action"]);
  assert.equal("comment_action" in draftMessage(emptyDraft()).decision, false);
});

test("a stored draft is filled up, and a value that is not offered falls back", () => {
  const choices = { comment_action: [{ value: "hide", label: "Hide comment" }], account_action: [{ value: "none" }, { value: "warn" }] };
  const whole = wholeDraft({ decision: { comment_action: "hide", account_action: "warn", report: "made up" }, log: "x" }, choices);
  assert.deepEqual(whole.decision, { comment_action: "hide", account_action: "warn", report: "none", respond: "none", escalate: "none" });
  assert.equal(whole.log, "x");
  assert.equal(sameDraft(wholeDraft(null, choices), emptyDraft()), true);
  assert.equal(choiceLabel(choices, "comment_action", "hide"), "Hide comment");
  assert.equal(choiceLabel(choices, "escalate", "smt"), "smt");
});

test("no ground to act and real grounds exclude each other", () => {
  assert.deepEqual(toggleGround(["a", "b"], "none", true), ["none"]);
  assert.deepEqual(toggleGround(["none"], "a", true), ["a"]);
  assert.deepEqual(toggleGround(["a"], "b", true), ["a", "b"]);
  assert.deepEqual(toggleGround(["a", "b"], "a", false), ["b"]);
  assert.deepEqual(toggleIn(["a"], "a", true), ["a"]);
});

test("grounds are found by words, source, topic or id, in any order, whatever the case or accents", () => {
  const grounds = [
    { id: "LP-1", label: "Lets people work out who a victim is", source: "Guidelines", topic: "identity" },
    { id: "LP-2", label: "Caf\u00e9 talk", source: "Policy", topic: "court_cases" },
  ];
  const found = (query) => filterGrounds(grounds, query).map((ground) => ground.id).join();
  const table = [["", "LP-1,LP-2"], ["  ", "LP-1,LP-2"], ["VICTIM who", "LP-1"], ["cafe", "LP-2"], ["court cases", "LP-2"], ["lp-1", "LP-1"], ["(", ""], ["victim cafe", ""]];
  for (const [query, expected] of table) assert.equal(found(query), expected, query);
});

test("dates are written out, and what is no date stays as it is", () => {
  const table = [["2026-03-04T18:22", "4 March 2026, 18:22", "2026-03-04T18:22"], ["2026-12-31", "31 December 2026", "2026-12-31"],
    ["2026-03", "March 2026", "2026-03"], ["2026-13-01", "2026-13-01", "2026-13-01"], ["yesterday", "yesterday", null], [undefined, "", null]];
  for (const [when, words, machine] of table) {
    assert.equal(formatWhen(when), words);
    assert.equal(machineWhen(when), machine);
  }
});

test("initials and colour stand for a name, whatever it is made of", () => {
  const table = [["Nell Ashcombe", "NA"], ["x", "X"], ["", "?"], ["\u202e<>", "?"], ["Sunny Crestfield Deals", "SD"], ["\u5f20\u4f1f", "\u5f20"]];
  for (const [name, expected] of table) assert.equal(initials(name), expected);
  for (const name of ["", "a", "\u{1F600}", "a".repeat(1e5)]) assert.ok(hueOf(name) >= 0 && hueOf(name) < 6);
  assert.equal(counted(1, "comment"), "1 comment");
  assert.equal(counted(2, "comment"), "2 comments");
});

test("a suggested name is made up of a trait, a creature and a number", () => {
  assert.equal(suggestPseudonym(() => 0), "Amber Badger 10");
  assert.match(suggestPseudonym(() => 0.999999), /^Warm Wren 99$/);
});
