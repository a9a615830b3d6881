// The player as a whole: screens over one state, and focus that is never lost.

import { createActions, sayVerdict } from "./act.js";
import { focusedIn, make, makeHeading, setAttr, setText, show } from "./dom.js";
import { createDesk } from "./desk.js";
import { createFoot, createHead } from "./head.js";
import { listenForKeys } from "./keys.js";
import { createDraftKeeper, createLink } from "./link.js";
import { currentItem, isUsable, nextItem, screenOf } from "./state.js";
import { createSummary } from "./summary.js";
import { createThread } from "./thread.js";
import { createWelcome } from "./welcome.js";
import { NOTHING_TO_SHOW } from "./words.js";

/** Build the player in `root` over `model`; returns a function that takes it down again. */
export function createApp(model, root, options = {}) {
  const app = { root, state: {}, reviewing: false, troubleFrom: null };
  const link = createLink(model, { ...options, onState: (state) => apply(app, state), onLate: (type, reply) => onLate(app, type, reply) });
  app.drafts = createDraftKeeper((item, draft) => app.act.saveDraft(item, draft));
  app.act = createActions(servicesOf(app, link));
  buildScreens(app);
  const stop = [listenForKeys(root, { lettersOn: app.foot.lettersOn, run: (id) => runKey(app, id) }), keepDraftsOnLeaving(app), link.close];
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
    land: () => landing(app).focus(),
    say: (text) => say(app, text),
    trouble: (text, type) => showTrouble(app, text, type),
    setBusy: (on) => app.desk.decision.setBusy(on),
    note: (text) => app.desk.decision.note(text),
    reviewing: () => app.reviewing,
    review: (on) => {
      app.reviewing = on;
      apply(app, app.state);
    },
  };
}

function buildScreens(app) {
  app.live = make("p", { class: "hr-unseen", role: "status" });
  app.trouble = make("p", { class: "hr-trouble", role: "alert", hidden: true });
  app.head = createHead({ finish: app.act.finish });
  app.thread = createThread({ go: app.act.go, say: (text) => say(app, text) });
  app.desk = createDesk({ ...app.act, change: (draft) => { app.desk.decision.note(""); app.act.change(draft); } });
  app.welcome = createWelcome(app.act);
  app.summary = createSummary(app.act);
  app.foot = createFoot();
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
  app.root.replaceChildren(app.live, ...Object.values(app.screens), app.foot.node);
}

// Bring every screen in line with a state. Where that takes the focus away, it goes to where work goes on.
function apply(app, state) {
  const held = focusedIn(app.root);
  app.state = state ?? {};
  if (app.state.phase !== "summary") app.reviewing = false;
  app.screen = screenOf(app.state, app.reviewing);
  if (app.screen === "working" && !currentItem(app.state)) app.screen = "lost";
  for (const [name, node] of Object.entries(app.screens)) show(node, name === app.screen);
  setAttr(app.root, "data-platform", app.state.page?.platform ?? null);
  app.foot.update(app.state);
  if (isUsable(app.state)) updateScreen(app);
  if (held && !isShown(held)) landing(app).focus();
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
  if (app.screen === "working") return currentItem(app.state).feedback ? app.desk.feedback.heading : app.desk.heading;
  return { welcome: app.welcome.heading, summary: app.summary.heading }[app.screen] ?? app.lost;
}

// Emptied first, so that the same words said twice are heard twice.
function say(app, text) {
  app.live.textContent = "";
  clearTimeout(app.saying);
  app.saying = setTimeout(() => setText(app.live, text), 60);
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

function runKey(app, id) {
  if (id === "help") return done(app.foot.openKeys());
  if (app.screen !== "working") return false;
  const decided = Boolean(currentItem(app.state).feedback);
  if (id === "next" && decided) return done(app.desk.feedback.goOn());
  if (id === "next") return nextItem(app.state) ? done(app.act.next()) : false;
  if (id === "down") return done(app.act.step(1));
  if (id === "up") return done(app.act.step(-1));
  if (id === "history") return done(app.desk.openHistory());
  if (id === "thread") return done(app.thread.focusCurrent());
  if (id === "decision") return done(landing(app).focus());
  if (decided) return false;
  return id === "skip" ? done(app.act.skip()) : app.desk.decision.shortcut(id);
}

function done() {
  return true;
}
