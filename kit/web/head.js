// The strip along the top: which page, which policy, how far; and the way to the settings at the foot.

import { fillRows, isolated, make, makeButton, makeDisclosure, makeHeading, setAttr, setText, show } from "./dom.js";
import { makeKeyCap, nameKey } from "./keys.js";
import { makeDocument } from "./welcome.js";

/** The strip with the page's name, the policy and the progress; `finish` is called for the results. */
export function createHead({ finish }) {
  const title = makeHeading(2, "hr-title");
  const page = make("p", { class: "hr-page-name" });
  const policy = makeDisclosure("Policy");
  const documents = make("ul", { class: "hr-points", role: "list" });
  policy.body.append(documents);
  const bar = make("progress", { class: "hr-progress" });
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
    updateProgress(bar, words, state);
    setText(changed, state.pack?.changed);
    show(changed, Boolean(state.pack?.changed));
    setText(results, state.progress?.skipped ? `Finish without the ${state.progress.skipped} skipped` : "See your results");
    show(results, state.phase === "working" && !state.items.some((item) => item.status === "undecided" && !item.set_aside));
  };
  return { node, heading: title, update };
}

function updateProgress(bar, words, { progress = {}, care = {}, mode }) {
  const { decided = 0, skipped = 0, total = 0 } = progress;
  setAttr(bar, "max", Math.max(1, total));
  setAttr(bar, "value", decided);
  const done = mode === "worked" ? "read" : "decided";
  setAttr(bar, "aria-label", `Comments ${done}`);
  setText(words, [`${decided} of ${total} ${done}`, skipped ? `${skipped} skipped` : "", care.aside ? `${care.aside} set aside` : ""].filter(Boolean).join(", "));
}

/** The foot: the notice that nothing is real, and the way to the settings, which `open()` shows, and to `full` screen, a button. */
export function createFoot({ open, full }) {
  const notice = make("p", { class: "hr-notice" });
  const button = makeButton("Settings and shortcuts ", open, { class: "hr-button hr-plain" });
  button.append(makeKeyCap("help"));
  nameKey(button, "help");
  return {
    node: make("footer", { class: "hr-foot" }, make("div", { class: "hr-buttons" }, button, full), notice),
    update: (state) => setText(notice, state?.notice ?? ""),
  };
}
