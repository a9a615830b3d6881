// Taking back changes to a draft, one after the other, until it is committed. No page here.

const MOST = 50;

/**
 * Steps to go back by. `note(before, from)` keeps a draft as it was before a change; what is typed into one field
 * (`from`) in one go is one step. `back()` gives the draft to return to, or null.
 */
export function createUndo() {
  let steps = [];
  let last = null;
  return {
    note: (before, from = null) => {
      if (!from || from !== last) steps = [...steps.slice(1 - MOST), before];
      last = from;
    },
    back: () => {
      last = null;
      return steps.pop() ?? null;
    },
    clear: () => {
      steps = [];
      last = null;
    },
    empty: () => steps.length === 0,
  };
}
