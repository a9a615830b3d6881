// The judge's own rules, one by one. The agreement with kit/judge.py is held in test_node.py.

import assert from "node:assert/strict";
import { test } from "node:test";
import { dutiesOwed, judge } from "../../kit/web/judge.js";

const best = { comment_action: "remove", account_action: "none", report: "crime", respond: "none", escalate: "none" };
const ruling = {
  id: "T-1", best, why: "Because.", grounds: ["G-1", "G-2"], near_miss_of: ["N-1"], flips: [],
  accept: [{ comment_action: ["remove"], account_action: ["none", "warn"], report: ["crime"], respond: ["none"], escalate: ["none"] }],
  reject: [
    { match: { account_action: ["block"] }, error: "over_moderation", reason: "Too much.", clauses: ["C-1"] },
    { match: { comment_action: ["leave"] }, error: "under_moderation", reason: "Too little.", clauses: ["C-2", "C-1"] },
  ],
  duties: ["record_crime", "log_reason"], conditional_duties: [{ when: { account_action: ["block"] }, duties: ["warn_first"] }],
};
const decide = (changes) => ({ decision: { ...best, ...changes } });

test("an accepted decision is right and says why", () => {
  const verdict = judge(ruling, decide({}));
  assert.equal(verdict.verdict, "right");
  assert.deepEqual(verdict.reasons, ["Because."]);
  assert.deepEqual(verdict.clauses, ["G-1", "G-2"]);
  assert.equal(verdict.error, null);
});

test("a rejected decision is wrong, with the first error in the binding order", () => {
  const verdict = judge(ruling, decide({ comment_action: "leave", account_action: "block" }));
  assert.equal(verdict.verdict, "wrong");
  assert.equal(verdict.error, "under_moderation");
  assert.deepEqual(verdict.errors, ["under_moderation", "over_moderation"]);
  assert.deepEqual(verdict.reasons, ["Too much.", "Too little."]);
  assert.deepEqual(verdict.clauses, ["C-1", "C-2"]);
  assert.deepEqual(Object.values(verdict.fields), ["wrong", "wrong", "right", "right", "right"]);
});

test("what is neither accepted nor rejected is partial", () => {
  const verdict = judge(ruling, decide({ escalate: "smt" }));
  assert.equal(verdict.verdict, "partial");
  assert.equal(verdict.fields.escalate, "partial");
  assert.deepEqual(verdict.reasons, []);
});

test("grounds are judged on what is named", () => {
  const table = [[[], "not_given"], [["G-1"], "right"], [["G-1", "N-1"], "partial"], [["N-1"], "wrong"], [["none"], "wrong"]];
  for (const [grounds, expected] of table) assert.equal(judge(ruling, { ...decide({}), grounds }).grounds_verdict, expected);
  const leave = { ...ruling, best: { ...best, comment_action: "leave" } };
  assert.equal(judge(leave, { ...decide({}), grounds: ["none"] }).grounds_verdict, "right");
});

test("duties are judged on presence, and a log entry is one", () => {
  const table = [[{}, "not_given"], [{ done: [] }, "wrong"], [{ done: ["record_crime"] }, "partial"],
    [{ done: ["record_crime"], log: "x" }, "right"], [{ log: "x" }, "partial"]];
  for (const [given, expected] of table) assert.equal(judge(ruling, { ...decide({}), ...given }).duties_verdict, expected);
});

test("conditional duties are owed only where they are chosen", () => {
  assert.deepEqual(dutiesOwed(ruling, best), ["record_crime", "log_reason"]);
  assert.deepEqual(dutiesOwed(ruling, { ...best, account_action: "block" }), ["record_crime", "log_reason", "warn_first"]);
});

test("nothing that is handed in is changed, and the attempt is handed back", () => {
  const frozen = JSON.stringify(ruling);
  assert.equal(judge(ruling, { ...decide({}), attempt: { any: 1 } }).attempt.any, 1);
  assert.equal(judge(ruling, decide({})).attempt, null);
  assert.equal(JSON.stringify(ruling), frozen);
});
