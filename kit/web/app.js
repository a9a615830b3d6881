// The player as a whole: screens over one state, and focus that is never lost.

import { createActions, sayVerdict } from "./act.js";
import { createBreaks, createTimer } from "./care.js";
import { runCommand } from "./commands.js";
import { focusedIn, make, makeHeading, setAttr, setText, show } from "./dom.js";
import { createDesk } from "./desk.js";
import { createFull } from "./full.js";
import { createFoot, createHead } from "./head.js";
import { listenForKeys, showKeys } from "./keys.js";
import { createDraftKeeper, createLink } from "./link.js";
import { settingsOf, withChanges } from "./prefs.js";
import { createSettings } from "./settings.js";
import { currentItem, isOlder, isUsable, screenOf } from "./state.js";
import { createSummary } from "./summary.js";
import { createThread } from "./thread.js";
import { createWelcome } from "./welcome.js";
import { NOTHING_TO_SHOW } from "./words.js";

/** Build the player in `root` over `model`; returns a function that takes it down again. */
export function createApp(model, root, options = {}) {
  const app = { root, state: {}, reviewing: false, troubleFrom: null, waiting: [], inHand: null };
  app.land = () => focusInSight(landing(app));
  const link = createLink(model, { ...options, onState: (state) => apply(app, state), onLate: (type, reply) => onLate(app, type, reply) });
  app.drafts = createDraftKeeper((item, draft) => app.act.saveDraft(item, draft));
  app.act = createActions(servicesOf(app, link));
  buildScreens(app);
  const keys = listenForKeys(root, { settings: () => app.state.settings, run: (id) => runCommand(app, id) });
  const stop = [keys, keepDraftsOnLeaving(app), catchUpOnComingBack(app), app.timer.close, app.full.close, link.close];
  apply(app, model.get("state"));
  return () => {
    app.drafts.flush();
    for (const each of stop) each();
    root.replaceChildren();
  };
}

function servicesOf(app, link) {
  return {
    state: () => app.state,
    ask: (type, fields) => link.ask(type, app.state.session ? { session: app.state.session, ...fields } : fields),
    drafts: app.drafts,
    land: () => { app.land(); app.breaks.check(app.state); },
    openSettings: () => app.settings.open(),
    set: (changes) => draw(app, withChanges(app.given, changes)),
    say: (text) => say(app, text),
    trouble: (text, type) => showTrouble(app, text, type),
    setBusy: (on) => app.desk.decision.setBusy(on),
    note: (text) => app.desk.decision.note(text),
    reviewing: () => app.reviewing,
    review: (on) => {
      app.reviewing = on;
      draw(app, app.state.settings);
    },
  };
}

function buildScreens(app) {
  app.live = make("p", { class: "hr-unseen", role: "status" });
  app.trouble = make("p", { class: "hr-trouble", role: "alert", hidden: true });
  app.head = createHead({ finish: app.act.finish });
  app.thread = createThread({ go: app.act.go, save: app.act.save, say: (text) => say(app, text) });
  app.settings = createSettings({ save: app.act.save });
  app.breaks = createBreaks({ say: (text) => say(app, text), land: app.land });
  app.timer = createTimer({ say: (text) => say(app, text) });
  app.desk = createDesk({ ...app.act, change: (draft) => { app.desk.decision.note(""); app.act.change(draft); } });
  app.welcome = createWelcome(app.act);
  app.summary = createSummary(app.act);
  app.full = createFull(app.root);
  app.foot = createFoot({ open: app.act.settings, full: app.full.button });
  app.desk.head.append(app.timer.node);
  app.desk.node.prepend(app.breaks.node);
  app.lost = makeHeading(2, "hr-lost");
  app.columns = make("div", { class: "hr-columns" }, app.thread.node, app.desk.node);
  app.entrance = make("div", { class: "hr-columns hr-entrance" }, app.welcome.node);
  app.screens = {
    lost: make("div", { class: "hr-screen" }, app.lost),
    welcome: make("div", { class: "hr-screen" }, app.entrance),
    working: make("div", { class: "hr-screen" }, app.head.node, app.columns),
    summary: make("div", { class: "hr-screen" }, app.summary.node),
  };
  setText(app.lost, NOTHING_TO_SHOW);
  app.root.replaceChildren(app.live, ...Object.values(app.screens), app.foot.node, app.settings.node);
}

// Bring every screen in line with a state. Where that takes the focus away, it goes to where work goes on.
function apply(app, state) {
  if (isOlder(state, app.given)) return;
  app.given = state ?? {};
  draw(app, settingsOf(app.given));
  requestAnimationFrame(() => nameRegions(app)); // by then all that stands on the page is on it
}

function draw(app, settings) {
  const held = focusedIn(app.root);
  app.state = { ...app.given, settings };
  if (app.state.phase !== "summary") app.reviewing = false;
  app.screen = screenOf(app.state, app.reviewing);
  if (app.screen === "working" && !currentItem(app.state)) app.screen = "lost";
  for (const [name, node] of Object.entries(app.screens)) show(node, name === app.screen);
  setAttr(app.root, "data-platform", app.state.page?.platform ?? null);
  app.foot.update(app.state);
  app.settings.update(app.state.settings, app.state);
  if (isUsable(app.state)) updateScreen(app);
  showKeys(app.root, app.state.settings);
  if (held && !isShown(held)) app.land();
}

// With several exercises on one page, a region is told from its like in another by the exercise's title.
function nameRegions({ root, state }) {
  const alone = document.querySelectorAll(".hr-player").length < 2 || !state.title;
  for (const node of [root, ...root.querySelectorAll("section[aria-label]")]) {
    node.hrLabel ??= node.getAttribute("aria-label");
    setAttr(node, "aria-label", alone ? node.hrLabel : `${node.hrLabel}: ${state.title}`);
  }
}

function updateScreen(app) {
  const { state } = app;
  if (app.screen === "welcome") {
    app.welcome.update(state);
    placeThread(app, app.entrance);
    app.thread.update(state, true);
  }
  if (app.screen === "summary") app.summary.update(state);
  if (app.screen !== "working") return;
  app.head.update(state);
  placeThread(app, app.columns);
  app.thread.update(state);
  app.desk.update(currentItem(state), state, app.reviewing);
  takeInHand(app, currentItem(state));
}

// Another comment on the desk: the record is told that it was opened, and its clock starts.
function takeInHand(app, item) {
  const deciding = item.status !== "decided" && !app.reviewing && app.state.mode !== "worked";
  const minutes = deciding ? app.state.settings.timer_minutes : 0;
  const now = [item.item, minutes].join();
  if (app.inHand === now) return;
  app.inHand = now;
  app.breaks.begin(app.state);
  app.timer.start(minutes);
  app.act.arrived();
}

// The one thread stands beside the welcome to be looked at, and before the desk to be worked on.
function placeThread(app, columns) {
  if (app.thread.node.parentNode === columns) return;
  if (columns === app.columns) columns.prepend(app.thread.node);
  else columns.append(app.thread.node);
}

function isShown(node) {
  if (!node.isConnected || node.closest("[hidden]")) return false;
  return node.checkVisibility ? node.checkVisibility() : true;
}

function landing(app) {
  if (app.screen === "working") return app.desk.landing();
  return { welcome: app.welcome.heading, summary: app.summary.heading }[app.screen] ?? app.lost;
}

// A notebook around may scroll once the page below has grown or shrunk, so the focus is brought back into sight after.
function focusInSight(node) {
  node.focus();
  requestAnimationFrame(() => requestAnimationFrame(() => node.scrollIntoView({ block: "nearest" })));
}

// Emptied first, so that the same words said twice are heard twice; what comes at the same moment is said together.
function say(app, text) {
  app.live.textContent = "";
  if (app.waiting.at(-1) !== text) app.waiting.push(text);
  clearTimeout(app.saying);
  app.saying = setTimeout(() => setText(app.live, app.waiting.splice(0).join(" ")), 60);
}

// A trouble stands near what was pressed until something goes well again; a draft's success ends only a draft's trouble.
function showTrouble(app, text, type) {
  if (!text && type === "draft" && app.troubleFrom !== "draft") return;
  const place = app.screen === "working" ? app.desk.node : app.screens[app.screen];
  if (app.trouble.parentNode !== place) place.append(app.trouble);
  app.troubleFrom = text ? type : null;
  setText(app.trouble, text);
  show(app.trouble, Boolean(text));
  if (text && type !== "draft") app.trouble.scrollIntoView({ block: "nearest" });
}

function onLate(app, type, reply) {
  if (!reply.ok) return;
  showTrouble(app, "", type);
  if (type === "commit") sayVerdict({ state: () => app.state, say: (text) => say(app, text) }, currentItem(app.state)?.item);
}

function keepDraftsOnLeaving(app) {
  const { node } = app.desk.decision;
  const flush = () => app.drafts.flush();
  const onBlur = (event) => node.contains(event.relatedTarget) || flush();
  const onHide = () => document.visibilityState === "hidden" && flush();
  node.addEventListener("focusout", onBlur);
  window.addEventListener("pagehide", flush);
  document.addEventListener("visibilitychange", onHide);
  return () => {
    window.removeEventListener("pagehide", flush);
    document.removeEventListener("visibilitychange", onHide);
  };
}

// A page that was out of sight may be out of step: another window may have gone on meanwhile.
function catchUpOnComingBack(app) {
  const onShow = () => document.visibilityState === "visible" && app.act.refresh();
  document.addEventListener("visibilitychange", onShow);
  return () => document.removeEventListener("visibilitychange", onShow);
}
