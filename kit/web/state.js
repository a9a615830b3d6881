// Pure questions about the state a sitting sends. Nothing here touches the page or keeps anything.

import { orderedItems, shownItems } from "./order.js";

/** The comment being worked on, or null when there is none. */
export function currentItem(state) {
  return state.items?.[state.current] ?? null;
}

/** Whether `state` is one this player can show. */
export function isUsable(state) {
  return Boolean(state) && state.protocol === 1
    && ["welcome", "working", "summary"].includes(state.phase);
}

/** The item to offer after the current one, in the order shown: undecided ones first (from here round), then skipped. */
export function nextItem(state) {
  const here = currentItem(state);
  const items = orderedItems(state);
  const from = items.indexOf(here) + 1;
  const others = [...items.slice(from), ...items.slice(0, from)].filter((item) => item !== here && !item.set_aside);
  return others.find((item) => item.status === "undecided")
    ?? others.find((item) => item.status === "skipped") ?? null;
}

/** The neighbour `step` places on in the list as it is shown, counted from the item named or the current one; null past its ends. */
export function neighbour(state, step, from = null) {
  const named = (items) => items.findIndex((item) => item.item === (from ?? currentItem(state)?.item));
  const shown = shownItems(state).filter((item) => !item.set_aside);
  const items = named(shown) >= 0 ? shown : orderedItems(state).filter((item) => !item.set_aside);
  const place = named(items);
  return items[(place < 0 ? items.indexOf(currentItem(state)) : place) + step] ?? null;
}

/** The state that `changes` make of the one shown: whole fields, and of items those fields that differ, by their place. */
export function mergeChanges(state, { fields, items }) {
  const changed = Object.keys(items).length ? [...(state.items ?? [])] : state.items;
  for (const [place, found] of Object.entries(items)) changed[place] = { ...changed[place], ...found };
  return { ...state, items: changed, ...fields };
}

/** Whether a state is older than the one shown of the same session: a page out of step must not go back. */
export function isOlder(state, shown) {
  return Boolean(state?.session) && state.session === shown?.session && (state.step ?? 0) < (shown.step ?? 0);
}

/** How deep each comment sits under the post, by item id; three is the deepest drawn. */
export function replyDepths(items) {
  const byNumber = new Map(items.map((item) => [item.number, item]));
  const depths = new Map();
  for (const item of items) {
    let depth = 0;
    let above = byNumber.get(item.in_reply_to);
    while (above && depth < 3) {
      depth += 1;
      above = byNumber.get(above.in_reply_to);
    }
    depths.set(item.item, depth);
  }
  return depths;
}

/** The comment that this one answers, or null. */
export function parentOf(items, item) {
  if (item.in_reply_to === null || item.in_reply_to === undefined) return null;
  return items.find((other) => other.number === item.in_reply_to) ?? null;
}

/** What is known about the moment: the thread's lines, with the comment's own put over them. */
export function mergeContext(threadLines = [], itemLines = []) {
  const own = new Map(itemLines.map((line) => [line.label, line]));
  const merged = threadLines.map((line) => {
    const over = own.get(line.label);
    own.delete(line.label);
    return over && over.value !== line.value ? { ...over, changed: true } : line;
  });
  return [...merged, ...[...own.values()].map((line) => ({ ...line, changed: true }))];
}

/** Which of the screens is due: "lost", "welcome", "working" or "summary". */
export function screenOf(state, reviewing) {
  if (!isUsable(state)) return "lost";
  if (state.phase === "summary" && reviewing && currentItem(state)) return "working";
  return state.phase;
}
