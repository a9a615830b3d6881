// Pure questions about the state a sitting sends. Nothing here touches the page or keeps anything.

/** The comment being worked on, or null when there is none. */
export function currentItem(state) {
  return state.items?.[state.current] ?? null;
}

/** Whether `state` is one this player can show. */
export function isUsable(state) {
  return Boolean(state) && state.protocol === 1
    && ["welcome", "working", "summary"].includes(state.phase);
}

/** The item to offer after the current one: undecided ones first (from here round), then skipped. */
export function nextItem(state) {
  const items = state.items ?? [];
  const from = (state.current ?? -1) + 1;
  const round = [...items.slice(from), ...items.slice(0, from)];
  const here = currentItem(state);
  const others = round.filter((item) => item !== here);
  return others.find((item) => item.status === "undecided")
    ?? others.find((item) => item.status === "skipped") ?? null;
}

/** The neighbour `step` places on in the thread, counted from the item named or the current one; null past its ends. */
export function neighbour(state, step, from = null) {
  const place = state.items?.findIndex((item) => item.item === from) ?? -1;
  return state.items?.[(place < 0 ? state.current : place) + step] ?? null;
}

/** How a comment stands in the inbox: unread, open (being read), draft, skipped or actioned. */
export function inboxStatus(item, isCurrent = false) {
  if (item.status === "decided") return "actioned";
  if (item.status === "skipped") return "skipped";
  if (hasDraft(item.draft)) return "draft";
  return isCurrent ? "open" : "unread";
}

/** Whether anything at all has been written into a draft. */
export function hasDraft(draft) {
  if (!draft) return false;
  const decided = Object.values(draft.decision ?? {}).some((value) => value && value !== "none");
  return decided || Boolean(draft.grounds?.length || draft.done?.length || draft.log || draft.confidence);
}

/** The comments that a thread filter leaves: "all", "todo", "skipped" or "actioned". */
export function filterItems(items, which) {
  const wanted = {
    todo: (item) => item.status !== "decided",
    skipped: (item) => item.status === "skipped",
    actioned: (item) => item.status === "decided",
  }[which];
  return wanted ? items.filter(wanted) : [...items];
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
