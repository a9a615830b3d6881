// Hold an attempt against a ruling: the twin of kit/judge.py, tested against it case by case.
// Pure: no page, no clock, no state. A ruling is data, so this is pattern matching and nothing else.

const JUDGED_FIELDS = ["comment_action", "account_action", "report", "respond", "escalate"];
const ERROR_ORDER = ["under_moderation", "missing_duty", "wrong_mechanism", "not_permitted_here", "over_moderation"];
const NO_GROUND_ID = "none";
const LOG_DUTY = "log_reason";

/** Whether a decision has an allowed value in every field the pattern names. */
export function fits(decision, pattern) {
  return Object.keys(pattern).every((field) => pattern[field].includes(decision[field]));
}

/**
 * The verdict on one attempt at one ruled case. `attempt` holds `decision` (all five fields) and may
 * hold `grounds` (clause ids or "none"), `done` (duty ids), `log` (text) and `attempt` (handed back).
 */
export function judge(ruling, attempt) {
  const decision = attempt.decision;
  const broken = ruling.reject.filter((pattern) => fits(decision, pattern.match));
  const right = ruling.accept.some((pattern) => fits(decision, pattern));
  const errors = ERROR_ORDER.filter((kind) => broken.some((pattern) => pattern.error === kind));
  const reasons = distinct(broken.map((pattern) => pattern.reason));
  const clauses = distinct(broken.flatMap((pattern) => pattern.clauses));
  return {
    id: ruling.id,
    attempt: attempt.attempt ?? null,
    decision: { ...decision },
    verdict: broken.length ? "wrong" : right ? "right" : "partial",
    fields: judgeFields(decision, broken, ruling.accept),
    error: errors[0] ?? null,
    errors,
    reasons: reasons.length ? reasons : right ? [ruling.why] : [],
    clauses: clauses.length ? clauses : [...ruling.grounds],
    grounds_verdict: judgeGrounds(ruling, attempt.grounds ?? []),
    duties_verdict: judgeDuties(ruling, attempt),
  };
}

/** The duties owed once this decision is taken, in the ruling's order. */
export function dutiesOwed(ruling, decision) {
  const best = JUDGED_FIELDS.every((field) => decision[field] === ruling.best[field]);
  const conditional = ruling.conditional_duties.flatMap((row) => row.duties);
  const always = best ? ruling.duties : ruling.duties.filter((duty) => !conditional.includes(duty));
  const chosen = ruling.conditional_duties.filter((row) => fits(decision, row.when));
  return distinct([...always, ...chosen.flatMap((row) => row.duties)]);
}

function judgeFields(decision, broken, accept) {
  const verdicts = {};
  for (const field of JUDGED_FIELDS) {
    if (broken.some((pattern) => field in pattern.match)) verdicts[field] = "wrong";
    else if (accept.some((pattern) => pattern[field].includes(decision[field]))) verdicts[field] = "right";
    else verdicts[field] = "partial";
  }
  return verdicts;
}

function judgeGrounds(ruling, named) {
  if (!named.length) return "not_given";
  const noGround = ruling.best.comment_action === "leave" ? [NO_GROUND_ID] : [];
  const grounds = [...ruling.grounds, ...noGround];
  return share(named.filter((ground) => grounds.includes(ground)).length, named.length);
}

function judgeDuties(ruling, attempt) {
  const given = attempt.done ?? null;
  if (given === null && !attempt.log) return "not_given";
  const done = [...(given ?? []), ...(attempt.log ? [LOG_DUTY] : [])];
  const due = dutiesOwed(ruling, attempt.decision);
  return share(due.filter((duty) => done.includes(duty)).length, due.length);
}

function share(met, all) {
  if (met === all) return "right";
  return met ? "partial" : "wrong";
}

function distinct(values) {
  return [...new Set(values)];
}
