// The entry for drafts of posts: may it go out as it is? One screen over one state, like the player, and much smaller.

import { focusedIn, freshId, isolated, make, makeButton, makeHeading, setAttr, setText, show } from "./dom.js";
import { createLink } from "./link.js";
import { createPost } from "./post.js";
import { currentItem, isUsable, nextItem } from "./state.js";
import { counted, suggestPseudonym } from "./text.js";
import { NOTHING_TO_SHOW } from "./words.js";

function render({ model, el }) {
  const root = make("section", { class: "hr-player hr-posts", "aria-label": "Drafts of posts" });
  el.append(root);
  const close = createPosts(model, root);
  return () => {
    close();
    root.remove();
  };
}

export default { render };

/** Build the exercise in `root` over `model`; returns a function that takes it down again. */
export function createPosts(model, root, options = {}) {
  const app = { root, state: {}, busy: false };
  const link = createLink(model, { ...options, onState: (state) => apply(app, state) });
  app.send = async (type, fields = {}) => {
    if (app.busy) return false;
    app.busy = true;
    const session = app.state.session ? { session: app.state.session } : {};
    const reply = await link.ask(type, { ...session, ...fields });
    app.busy = false;
    setText(app.trouble, reply.ok ? "" : reply.error?.text);
    show(app.trouble, !reply.ok);
    return reply.ok;
  };
  build(app);
  apply(app, model.get("state"));
  return () => {
    link.close();
    root.replaceChildren();
  };
}

function build(app) {
  const go = async (item) => {
    app.looking = true;
    return (await app.send("go", { item: item.item })) && land(app);
  };
  app.heading = makeHeading(3, "hr-title");
  app.progress = make("p", { class: "hr-quiet" });
  app.trouble = make("p", { class: "hr-trouble", role: "alert", hidden: true });
  app.welcome = createStart(async (name) => (await app.send("register", name ? { pseudonym: name } : {})) && land(app));
  app.post = createPost({
    commit: async (attempt) => {
      const { item } = currentItem(app.state);
      if (await app.send("commit", { item, attempt })) app.post.verdict.focus();
    },
    next: async () => {
      const item = nextItem(app.state);
      if (item) return go(item);
      return (await app.send("finish")) && land(app);
    },
  });
  app.summary = createEnd(go);
  app.notice = make("p", { class: "hr-notice" });
  app.root.replaceChildren(make("div", { class: "hr-screen" },
    make("div", { class: "hr-desk" }, app.heading, app.progress, app.welcome.node, app.summary.node, app.post.node, app.trouble)), app.notice);
}

// Bring the screen in line with a state. Where that takes the focus away, it goes to the heading.
function apply(app, state) {
  const held = focusedIn(app.root);
  app.state = state ?? {};
  const usable = isUsable(app.state);
  const phase = usable ? app.state.phase : "lost";
  const item = phase === "working" || phase === "summary" ? currentItem(app.state) : null;
  setText(app.heading, headingOf(app.state, phase));
  setText(app.progress, usable ? progressOf(app.state) : "");
  setText(app.notice, app.state.notice);
  show(app.progress, usable);
  show(app.welcome.node, phase === "welcome");
  show(app.summary.node, phase === "summary");
  show(app.post.node, Boolean(item) && (phase === "working" || app.looking));
  if (phase === "welcome") app.welcome.update(app.state);
  if (phase === "summary") app.summary.update(app.state);
  if (item) app.post.update(item, app.state);
  if (held && (!held.isConnected || held.closest("[hidden]"))) land(app);
}

function land(app) {
  app.heading.focus();
}

function headingOf(state, phase) {
  if (phase === "lost") return NOTHING_TO_SHOW;
  if (phase === "welcome") return state.title;
  if (phase === "summary") return "How you did with the drafts";
  return `Draft ${currentItem(state).number} of ${state.items.length}`;
}

function progressOf({ phase, progress, mode_words: mode, items }) {
  if (phase === "welcome") return `${counted(items.length, "draft")} to decide. ${mode}`;
  return `${progress.decided} of ${progress.total} decided`;
}

function createStart(start) {
  const input = make("input", { type: "text", class: "hr-input", id: freshId("name"), autocomplete: "off", maxlength: "60" });
  const hint = make("p", { class: "hr-does", id: freshId("hint") }, "A made-up name, please, not your own: it stands beside your decisions in the record.");
  const field = make("div", { class: "hr-name" }, make("label", { for: input.id, class: "hr-legend" }, "What shall the record call you?"), hint, input);
  const known = make("p", {}, "The record knows you as ", isolated("", "hr-author"), ".");
  setAttr(input, "aria-describedby", hint.id);
  input.value = suggestPseudonym(Math.random);
  const onStart = () => start(field.hidden ? null : input.value.trim());
  input.addEventListener("keydown", (event) => event.key === "Enter" && onStart());
  const node = make("div", { class: "hr-welcome" }, field, known,
    make("div", { class: "hr-buttons" }, makeButton("Start", onStart, { class: "hr-button hr-primary" })));
  const update = ({ trainee }) => {
    show(field, !trainee);
    show(known, Boolean(trainee));
    setText(known.querySelector("bdi"), trainee);
  };
  return { node, update };
}

function createEnd(go) {
  const lines = make("ul", { class: "hr-points", role: "list" });
  const again = make("div", { class: "hr-buttons" });
  const node = make("div", { class: "hr-part" }, lines, again);
  const update = ({ summary, items }) => {
    const said = [
      `Right: ${summary.right} of ${summary.decided}. Defensible: ${summary.partial}. Not right: ${summary.wrong}.`,
      `Let out although something was wrong with it: ${summary.under}. Held back more than it had to be: ${summary.over}.`,
    ];
    lines.replaceChildren(...said.map((text) => make("li", {}, text)));
    again.replaceChildren(...summary.again.map((number) =>
      makeButton(`Look at draft ${number} again`, () => go(items.find((item) => item.number === number)))));
  };
  return { node, update };
}
