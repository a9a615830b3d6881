// The first screen: what is coming, that none of it is real, and a made-up name to keep the record under.

import { welfareWords } from "./care.js";
import { fillRows, freshId, isolated, make, makeButton, makeDisclosure, makeHeading, setAttr, setText, show } from "./dom.js";
import { counted, formatWhen, suggestPseudonym } from "./text.js";
import { TALK } from "./words.js";

/** The welcome. `start(pseudonym)` is called with null for the trainee the sitting already names; `settings()` opens them. */
export function createWelcome({ start, settings }) {
  const name = createNameField();
  const known = createKnownNames(start);
  const view = {
    heading: makeHeading(2, "hr-title"),
    page: make("p", { class: "hr-lead" }),
    content: make("p", { class: "hr-words" }),
    notice: make("p", { class: "hr-words" }),
    talk: make("p", { class: "hr-words" }),
    mode: make("p", { class: "hr-words" }),
    documents: make("ul", { class: "hr-points", role: "list" }),
    policy: null,
    you: createYou(() => { show(view.you.node, false); show(name.node, true); name.input.focus(); }),
    name,
    known,
  };
  const onStart = () => {
    if (name.node.hidden) return start(null);
    return name.get() ? start(name.get()) : name.complain("Enter a name, or press \u201cSuggest another\u201d.");
  };
  name.input.addEventListener("keydown", (event) => event.key === "Enter" && onStart());
  view.policy = make("section", { class: "hr-part" }, make("h3", {}, "The policy you decide by"), view.documents);
  const node = make("div", { class: "hr-welcome" }, view.heading, view.page,
    make("section", { class: "hr-inset" }, make("h3", {}, "Before you start"), view.content, view.notice, view.mode, view.talk,
      make("div", { class: "hr-buttons" }, makeButton("Choose what you see, and other settings", settings, { class: "hr-button hr-plain" }))),
    view.policy, name.node, view.you.node,
    make("div", { class: "hr-buttons" }, makeButton("Start", onStart, { class: "hr-button hr-primary" })), known.node);
  name.suggest();
  return { node, heading: view.heading, update: (state) => updateWelcome(view, state) };
}

function updateWelcome(view, state) {
  setText(view.heading, state.title || "House Rules");
  const page = [state.page?.name, state.page?.platform_name].filter(Boolean).join(" on ");
  const total = state.progress?.total ?? state.items?.length ?? 0;
  setText(view.page, `${page}: one post and ${counted(total, "comment")} to decide. You can stop at any time and carry on later.`);
  setText(view.content, state.content_notice);
  setText(view.notice, state.notice);
  setText(view.talk, state.welfare ? `${TALK} ${welfareWords(state.welfare)}` : "");
  show(view.talk, Boolean(state.welfare));
  setText(view.mode, state.mode_words);
  show(view.mode, Boolean(state.mode_words));
  fillRows(view.documents, state.pack?.documents ?? [], makeDocument);
  show(view.policy, !view.documents.hidden);
  if (view.you.update(state.trainee)) {
    show(view.name.node, !state.trainee);
    show(view.you.node, Boolean(state.trainee));
  }
  view.known.update((state.known ?? []).map((row) => row.pseudonym).filter((name) => name !== state.trainee));
}

/** One policy document with its owner, date and age. */
export function makeDocument(paper) {
  const about = [paper.owner, formatWhen(paper.date), paper.age_words].filter(Boolean).join(" \u00b7 ");
  return make("li", {}, isolated(paper.title), make("p", { class: "hr-source" }, isolated(about)));
}

// The trainee a record knows; a shared machine may have somebody else before it.
function createYou(onOther) {
  const name = isolated("", "hr-author");
  const words = make("p", {}, "The record knows you as ", name, ".");
  let last;
  const update = (trainee) => {
    const changed = trainee !== last;
    last = trainee;
    setText(name, trainee);
    return changed;
  };
  return { node: make("div", { class: "hr-searchbar hr-you" }, words, makeButton("That is not me", onOther, { class: "hr-button hr-plain" })), update };
}

function createKnownNames(start) {
  const { node, body } = makeDisclosure("I have been here before");
  const list = make("div", { class: "hr-buttons" });
  body.append(make("p", { class: "hr-does" }, "Choose your name to carry on where you were."), list);
  const update = (names) => {
    list.replaceChildren(...names.map((name) => makeButton(isolated(name), () => start(name))));
    show(node, names.length > 0);
  };
  return { node, update };
}

function createNameField() {
  const input = make("input", { type: "text", class: "hr-input", id: freshId("name"), autocomplete: "off", maxlength: "60" });
  const hint = make("p", { class: "hr-does", id: freshId("hint") }, "A made-up name, please, not your own: it stands beside your decisions in the record.");
  const error = make("p", { class: "hr-error", id: freshId("error"), hidden: true });
  setAttr(input, "aria-describedby", `${hint.id} ${error.id}`);
  const suggest = () => { input.value = suggestPseudonym(Math.random); };
  const complain = (text) => {
    setText(error, `Error: ${text}`);
    show(error, true);
    setAttr(input, "aria-invalid", "true");
    input.focus();
  };
  const row = make("div", { class: "hr-searchbar" }, input, makeButton("Suggest another", suggest, { class: "hr-button hr-plain" }));
  const label = make("label", { for: input.id, class: "hr-legend" }, "What shall the record call you?");
  return { input, suggest, complain, get: () => input.value.trim(), node: make("div", { class: "hr-name" }, label, hint, error, row) };
}
