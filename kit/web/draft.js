// Pure handling of a decision that is not committed yet.

/** The five fields of a decision, in the order they are asked. */
export const FIELD_ORDER = ["comment_action", "account_action", "report", "respond", "escalate"];

/** The pseudo ground for "no ground to act"; it excludes every other. */
export const NO_GROUND = "none";

/** An empty draft: nothing chosen for the comment, "none" for the other four fields. */
export function emptyDraft() {
  const decision = { comment_action: null };
  for (const field of FIELD_ORDER.slice(1)) decision[field] = "none";
  return { decision, grounds: [], done: [], log: "", messages: {}, confidence: null };
}

/** A stored draft, filled up to a whole one; values no choice offers fall back. */
export function wholeDraft(stored, choices = {}) {
  const draft = emptyDraft();
  for (const field of FIELD_ORDER) {
    const value = stored?.decision?.[field];
    const offered = (choices[field] ?? []).some((choice) => choice.value === value);
    if (offered) draft.decision[field] = value;
  }
  draft.grounds = [...(stored?.grounds ?? [])];
  draft.done = [...(stored?.done ?? [])];
  draft.log = stored?.log ?? "";
  draft.messages = { ...(stored?.messages ?? {}) };
  draft.confidence = stored?.confidence ?? null;
  return draft;
}

/** The draft as it is sent while it is a draft: fields not chosen are left out. */
export function draftMessage(draft) {
  const chosen = Object.entries(draft.decision).filter(([, value]) => value !== null);
  return { ...draft, decision: Object.fromEntries(chosen) };
}

/** The fields still to be chosen before a draft can be committed. */
export function missingFields(draft) {
  return FIELD_ORDER.filter((field) => !draft.decision[field]);
}

/** Whether the policy owes a written reason for what is chosen, whatever the comment: `patterns` says for which choices. */
export function owesLog(decision, patterns = []) {
  return patterns.some((pattern) => Object.entries(pattern).every(([field, values]) => values.includes(decision[field])));
}

/** The label a choice carries on its button; the bare value where it is not offered. */
export function choiceLabel(choices, field, value) {
  return choices[field]?.find((choice) => choice.value === value)?.label ?? value ?? "";
}

/** The grounds after ticking or clearing one: "no ground" and real grounds exclude each other. */
export function toggleGround(grounds, id, ticked) {
  const others = grounds.filter((ground) => ground !== id);
  if (!ticked) return others;
  if (id === NO_GROUND) return [NO_GROUND];
  return [...others.filter((ground) => ground !== NO_GROUND), id];
}

/** The list with one id put in or taken out, in the order given first. */
export function toggleIn(list, id, ticked) {
  const others = list.filter((other) => other !== id);
  return ticked ? [...others, id] : others;
}

/** The grounds whose words, source or id hold every word of the query; all of them for an empty one. */
export function filterGrounds(grounds, query) {
  const words = plainWords(query).split(" ").filter(Boolean);
  return grounds.filter((ground) => {
    const text = plainWords(`${ground.label} ${ground.source} ${ground.topic ?? ""} ${ground.id}`);
    return words.every((word) => text.includes(word));
  });
}

function plainWords(text) {
  return String(text ?? "").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[\s_-]+/g, " ").trim();
}

/** Whether two drafts say the same. */
export function sameDraft(one, other) {
  return JSON.stringify(draftMessage(one)) === JSON.stringify(draftMessage(other));
}
