// The strip along the top: which page, which policy, how far; and the list of shortcuts at the foot.

import { fillRows, freshId, isolated, make, makeButton, makeDisclosure, makeHeading, setAttr, setText, show } from "./dom.js";
import { keepLettersOn, makeKeyCap, readLettersOn, SHORTCUTS } from "./keys.js";
import { makeDocument } from "./welcome.js";

/** The strip with the page's name, the policy and the progress; `finish` is called for the results. */
export function createHead({ finish }) {
  const title = makeHeading(2, "hr-title");
  const page = make("p", { class: "hr-page-name" });
  const policy = makeDisclosure("Policy");
  const documents = make("ul", { class: "hr-points", role: "list" });
  policy.body.append(documents);
  const bar = make("progress", { class: "hr-progress", "aria-label": "Comments decided" });
  const words = make("p", { class: "hr-quiet" });
  const changed = make("p", { class: "hr-inset", hidden: true });
  const results = makeButton("See your results", finish, { hidden: true });
  const node = make("header", { class: "hr-head" }, make("div", { class: "hr-head-page" }, title, page),
    make("div", { class: "hr-head-progress" }, words, bar, results), policy.node, changed);
  const update = (state) => {
    setText(title, state.title);
    page.replaceChildren(isolated(state.page?.name), " \u00b7 ", isolated(state.page?.platform_name));
    setText(policy.summary, `Policy: ${state.pack?.title ?? ""}`);
    fillRows(documents, state.pack?.documents ?? [], makeDocument);
    updateProgress(bar, words, state.progress ?? {});
    setText(changed, state.pack?.changed);
    show(changed, Boolean(state.pack?.changed));
    setText(results, state.progress?.skipped ? `Finish without the ${state.progress.skipped} skipped` : "See your results");
    show(results, state.phase === "working" && !state.items.some((item) => item.status === "undecided"));
  };
  return { node, heading: title, update };
}

function updateProgress(bar, words, { decided = 0, skipped = 0, total = 0 }) {
  setAttr(bar, "max", Math.max(1, total));
  setAttr(bar, "value", decided);
  setText(words, `${decided} of ${total} decided${skipped ? `, ${skipped} skipped` : ""}`);
}

/** The foot: the notice that nothing is real, and the shortcuts with the switch that turns letters off. */
export function createFoot() {
  const notice = make("p", { class: "hr-notice" });
  const keys = makeDisclosure("Keyboard shortcuts ", null, { class: "hr-details hr-keys" });
  keys.summary.append(makeKeyCap("help"));
  const control = make("input", { type: "checkbox", class: "hr-check", id: freshId("letters"), on: { change: () => keepSwitch(control) } });
  control.checked = readLettersOn();
  const list = make("dl", { class: "hr-key-list" }, SHORTCUTS.map((row) =>
    make("div", {}, make("dt", {}, make("kbd", { class: "hr-key" }, row.control ? `Ctrl ${row.key}` : row.key.toUpperCase())), make("dd", {}, row.words))));
  keys.body.append(
    make("div", { class: "hr-choice" }, control, make("label", { for: control.id }, "Single-key shortcuts on")),
    make("p", { class: "hr-does" }, "They work while you are inside this exercise and not typing. On a Mac, Ctrl is also Command."), list);
  return {
    node: make("footer", { class: "hr-foot" }, keys.node, notice),
    update: (state) => setText(notice, state?.notice ?? ""),
    lettersOn: () => control.checked,
    openKeys: () => { keys.node.open = true; keys.summary.focus(); },
  };
}

function keepSwitch(control) {
  keepLettersOn(control.checked);
}
