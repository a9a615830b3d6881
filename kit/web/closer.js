// Looking closer: the author's history, the page at that moment, the court case. Each one key or tap, and each logged.

import { fillPairs, isolated, make, makeDisclosure, setText, show } from "./dom.js";
import { makeKeyCap, nameKey } from "./keys.js";
import { mergeContext } from "./state.js";
import { formatWhen } from "./text.js";
import { CLOSER_WORDS } from "./words.js";

const LOOKS = ["history", "page", "proceedings"];
const WATCHED = "in_monitored_hours";
const OF_ONE_COMMENT = ["page_filter_result", "other_copies_standing", "removals_this_thread"]; // these differ by their nature

/** The three places to look. `look(what)` is called when one is opened; `open(what)` opens or closes one by its key. */
export function createCloser({ look }) {
  const view = { places: {}, seen: [] };
  for (const what of LOOKS) view.places[what] = createPlace(what, () => view.seen.includes(what) || look(what));
  const node = make("section", { class: "hr-closer", "aria-label": "Look closer" }, LOOKS.map((what) => view.places[what].node));
  return { node, update: (item, state, moved) => updateCloser(view, item, state, moved), open: (what) => view.places[what].toggle() };
}

function updateCloser(view, item, state, moved) {
  view.seen = item.looked ?? [];
  const { history, page, proceedings } = view.places;
  const since = item.author?.since ? [{ label: "Following since", value: item.author.since }] : [];
  history.update([...since, ...(item.author?.history ?? [])]);
  const lines = mergeContext(state.context_lines, item.context_lines);
  page.update([...aboutPage(state, item), ...lines.filter((line) => line.about !== "proceedings")]);
  proceedings.update(lines.filter((line) => line.about === "proceedings"));
  if (moved) for (const what of LOOKS) view.places[what].node.open = false;
}

function aboutPage(state, item) {
  return [
    { label: "Page", value: state.page?.name },
    { label: "Platform", value: state.page?.platform_name },
    { label: "Time of the comment", value: formatWhen(item.when) },
  ].filter((line) => line.value);
}

/** The moment in one line: platform, clock, whether the page is watched then. */
export function momentWords(state, item) {
  const lines = mergeContext(state.context_lines, item.context_lines);
  const watched = lines.find((line) => line.field === WATCHED)?.value;
  return [state.page?.platform_name, formatWhen(item.when), watched].filter(Boolean).join(" \u00b7 ");
}

function createPlace(what, onOpen) {
  const { node, summary, body } = makeDisclosure("", onOpen);
  const list = make("dl", { class: "hr-pairs" });
  const none = make("p", { class: "hr-quiet" }, "Nothing is known here.");
  const own = make("span", { class: "hr-own" }, "different for this comment");
  summary.append(isolated(CLOSER_WORDS[what]), " ", makeKeyCap(what), " ", own);
  nameKey(summary, what);
  body.append(list, none);
  const update = (lines) => {
    fillPairs(list, lines);
    show(none, lines.length === 0);
    show(own, lines.some((line) => line.changed && !OF_ONE_COMMENT.includes(line.field)));
    setText(none, CLOSER_WORDS.nothing);
  };
  const toggle = () => {
    node.open = !node.open;
    summary.focus();
  };
  return { node, update, toggle };
}
