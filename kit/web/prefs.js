// A trainee's settings: from the record where there is one, else from this browser. No page here.

const USUAL = {
  ceiling: 4, mask: true, break_minutes: 20, break_grave: 5, timer_minutes: 0, letters: true, view: "thread", sort: "oldest", show: "all", keys: {},
};
const PLACE = "house-rules.settings";

/** The settings that hold: the record's, or where a home keeps none, those of this browser. */
export function settingsOf(state) {
  return { ...USUAL, ...(state?.settings ?? readLocal()) };
}

/** What a change of settings leads to; `changes` wins. */
export function withChanges(state, changes) {
  const settings = { ...settingsOf(state), ...changes };
  if (!state?.settings) keepLocal(settings);
  return settings;
}

function readLocal() {
  try {
    const kept = JSON.parse(localStorage.getItem(PLACE) ?? "{}");
    return kept && typeof kept === "object" ? kept : {};
  } catch {
    return {};
  }
}

function keepLocal(settings) {
  try {
    localStorage.setItem(PLACE, JSON.stringify(settings));
  } catch {
    // A locked-down browser keeps nothing; the choice then holds until the page is left.
  }
}
