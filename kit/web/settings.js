// Settings: a native dialog for care, breaks, time and keys. Every change holds at once; closing it is all there is to do.

import { freshId, isolated, make, makeButton, makeDisclosure, setAttr, setText, show } from "./dom.js";
import { keyName, keyOf, keyTaken, SHORTCUTS } from "./keys.js";
import { welfareWords } from "./care.js";
import { SETTING_WORDS } from "./words.js";

const NUMBERS = ["ceiling", "break_minutes", "break_grave", "timer_minutes"];
const SWITCHES = ["mask", "letters"];

/** The dialog. `save(changes)` is called with what was changed; `open()` shows it, `update(settings, state)` fills it. */
export function createSettings({ save }) {
  const fields = {};
  for (const name of NUMBERS) fields[name] = createSelect(name, save);
  for (const name of SWITCHES) fields[name] = createSwitch(name, save);
  const keys = createKeys(save);
  const talk = make("p", {}, isolated(""));
  const heading = make("h2", { class: "hr-title", id: freshId("settings"), tabindex: "-1" }, "Settings");
  const node = make("dialog", { class: "hr-settings", "aria-labelledby": heading.id },
    heading, make("p", { class: "hr-does" }, SETTING_WORDS.about),
    part("Grave comments and strong words", fields.ceiling.node, fields.mask.node, make("p", { class: "hr-does" }, SETTING_WORDS.noClaim)),
    part("Breaks", fields.break_minutes.node, fields.break_grave.node, talk),
    part("Time", fields.timer_minutes.node),
    part("Keyboard shortcuts", fields.letters.node, make("p", { class: "hr-does" }, SETTING_WORDS.letters), keys.node),
    make("div", { class: "hr-buttons" }, makeButton("Close", () => node.close(), { class: "hr-button hr-primary" })));
  const update = (settings, state) => {
    for (const name of [...NUMBERS, ...SWITCHES]) fields[name].set(settings[name], state.offered?.[name]);
    keys.update(settings);
    setText(talk.firstChild, welfareWords(state.welfare));
  };
  const open = () => {
    if (!node.open) node.showModal();
    heading.focus();
  };
  return { node, open, update };
}

function part(title, ...children) {
  return make("fieldset", { class: "hr-fieldset hr-setting-part" }, make("legend", { class: "hr-legend" }, title), ...children);
}

function createSelect(name, save) {
  const words = SETTING_WORDS[name];
  const options = Object.entries(words.options).map(([value, label]) => make("option", { value }, label));
  const select = make("select", { class: "hr-select", id: freshId(name), on: { change: () => save({ [name]: Number(select.value) }) } }, options.reverse());
  const node = make("div", { class: "hr-setting" }, make("label", { for: select.id }, words.label), select);
  const set = (value, offered) => {
    for (const option of options) show(option, !offered || offered.includes(Number(option.value)));
    select.value = String(value);
  };
  return { node, set };
}

function createSwitch(name, save) {
  const input = make("input", { type: "checkbox", class: "hr-check", id: freshId(name), on: { change: () => save({ [name]: input.checked }) } });
  const node = make("div", { class: "hr-choice" }, input, make("label", { for: input.id }, SETTING_WORDS[name === "letters" ? "single" : name]));
  return { node, set: (value) => { input.checked = Boolean(value); } };
}

// Every single key can be another one, or none; a key that is taken is refused in words and the old one stays.
function createKeys(save) {
  const view = { settings: { keys: {} }, inputs: new Map() };
  const { node, body } = makeDisclosure("Choose your own keys");
  const told = make("p", { class: "hr-quiet", role: "status" });
  const change = (row, input) => {
    const key = input.value.trim().toLowerCase();
    const taken = keyTaken(row.id, key, view.settings.keys);
    setText(told, taken ? `${key.toUpperCase()} is taken already: ${taken.words}. Choose another key.` : keyWords(row, key));
    if (taken) input.value = keyOf(row, view.settings.keys).toUpperCase();
    else save({ keys: { ...view.settings.keys, [row.id]: key } });
  };
  const rows = SHORTCUTS.map((row) => createKeyRow(row, view.inputs, change));
  const reset = makeButton("Back to the usual keys", () => { setText(told, "The usual keys are back."); save({ keys: {} }); }, { class: "hr-button hr-plain" });
  body.append(make("p", { class: "hr-does" }, SETTING_WORDS.keys), told, make("ul", { class: "hr-key-list", role: "list" }, rows), make("div", { class: "hr-buttons" }, reset));
  const update = (settings) => {
    view.settings = settings;
    for (const [row, input] of view.inputs) if (input !== input.getRootNode().activeElement) input.value = keyOf(row, settings.keys).toUpperCase();
  };
  return { node, update };
}

function keyWords(row, key) {
  return key ? `${row.words}: ${key.toUpperCase()}.` : `${row.words}: no key.`;
}

function createKeyRow(row, inputs, change) {
  const words = isolated(row.words);
  if (row.control) return make("li", {}, make("kbd", { class: "hr-key" }, keyName(row.id)), words);
  const input = make("input", { type: "text", class: "hr-input hr-key-input", id: freshId("key"), maxlength: "1", autocomplete: "off", spellcheck: "false" });
  setAttr(input, "autocapitalize", "characters");
  input.addEventListener("change", () => change(row, input));
  input.addEventListener("focus", () => input.select());
  inputs.set(row, input);
  return make("li", {}, input, make("label", { for: input.id }, words));
}
