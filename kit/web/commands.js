// What a key does, where it does anything: one function from a shortcut's id to the deed.

import { currentItem, nextItem } from "./state.js";

/** Run a shortcut over `app`; says whether it did anything, so that a key that did not keeps its meaning. */
export function runCommand(app, id) {
  if (id === "help") return done(app.settings.open());
  if (id === "full") return done(app.full.toggle());
  if (app.screen !== "working") return false;
  const { desk } = app;
  if (["history", "page", "proceedings"].includes(id)) return done(desk.look(id));
  if (id === "down") return done(app.act.step(1));
  if (id === "up") return done(app.act.step(-1));
  if (id === "thread") return done(app.thread.focusCurrent());
  if (id === "decision") return done(app.land());
  if (id === "words") return desk.reveal();
  if (id === "next") return goOn(app);
  if (desk.note.which() === "worked" && id === "commit") return done(desk.note.press());
  if (currentItem(app.state).feedback || desk.note.which()) return false;
  return id === "skip" ? done(app.act.skip()) : desk.decision.shortcut(id);
}

function goOn(app) {
  if (currentItem(app.state).feedback) return done(app.desk.feedback.goOn());
  if (app.desk.note.which() === "kept") return done(app.desk.note.press());
  return nextItem(app.state) ? done(app.act.next()) : false;
}

function done() {
  return true;
}
