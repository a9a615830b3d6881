// Pure: how comments stand in the inbox, and in which order and how many of them are shown.

/** How a comment stands: unread, open (being read), read, draft, skipped, actioned, resolved or aside. */
export function inboxStatus(item, isCurrent = false) {
  if (item.set_aside) return "aside";
  if (item.status === "decided") return item.resolved ? "resolved" : "actioned";
  if (item.status === "skipped") return "skipped";
  if (hasDraft(item.draft)) return "draft";
  if (isCurrent) return "open";
  return item.opened ? "read" : "unread";
}

/** Whether anything at all has been written into a draft. */
export function hasDraft(draft) {
  if (!draft) return false;
  const decided = Object.values(draft.decision ?? {}).some((value) => value && value !== "none");
  const written = Object.values(draft.messages ?? {}).some(Boolean);
  return decided || written || Boolean(draft.grounds?.length || draft.done?.length || draft.log || draft.confidence);
}

/** The comments that a filter leaves; "todo" is everything that still waits for a decision. */
export function filterItems(items, which) {
  if (which === "all") return [...items];
  return items.filter((item) => {
    const standing = inboxStatus(item);
    if (which === "todo") return item.status !== "decided" && standing !== "aside";
    return standing === which || (which === "unread" && standing === "open");
  });
}

/** The comments in another order: "oldest", "newest", "replies" (most answered first) or "author". */
export function sortItems(items, how) {
  const answered = new Map();
  for (const item of items) answered.set(item.in_reply_to, (answered.get(item.in_reply_to) ?? 0) + 1);
  const compare = {
    newest: (a, b) => compareText(b.when, a.when) || b.number - a.number,
    replies: (a, b) => (answered.get(b.number) ?? 0) - (answered.get(a.number) ?? 0),
    author: (a, b) => String(a.author?.name).localeCompare(String(b.author?.name), "en-GB"),
  }[how] ?? ((a, b) => compareText(a.when, b.when));
  return [...items].sort((a, b) => compare(a, b) || a.number - b.number);
}

/** The comments as the list shows them: the thread's own order, or in the queue the one chosen. */
export function orderedItems(state) {
  const items = state.items ?? [];
  return state.settings?.view === "queue" ? sortItems(items, state.settings.sort) : items;
}

/** What the list shows of them. */
export function shownItems(state) {
  return filterItems(orderedItems(state), state.settings?.show ?? "all");
}

function compareText(one, other) {
  return String(one ?? "") < String(other ?? "") ? -1 : Number(String(one ?? "") > String(other ?? ""));
}
