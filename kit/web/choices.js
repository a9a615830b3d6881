// A group of native radio buttons for one field of a decision, worded as the platform words it.

import { freshId, isolated, make, setAttr, setText, show, syncRows } from "./dom.js";
import { makeKeyCap, nameKey } from "./keys.js";

/**
 * Radio buttons for one question. `keys` maps a value to the id of its shortcut.
 * `update(choices)` draws them, `set(value)` and `get()` are the choice, `complain(text)` shows an error.
 */
export function createChoices({ legend, keys = {}, className = "", onChange }) {
  const group = { name: freshId("choice"), keys, onChange };
  const errorId = freshId("error");
  const error = make("p", { class: "hr-error", id: errorId, hidden: true });
  const rows = make("div", { class: "hr-choices" });
  const node = make("fieldset", { class: `hr-fieldset ${className}` }, make("legend", {}, legend), error, rows);
  const inputs = () => [...rows.querySelectorAll("input")];
  return {
    node,
    update: (choices) => syncRows(rows, choices, {
      key: (choice) => choice.value,
      create: (choice) => createChoice(choice, group),
      update: updateChoice,
    }),
    get: () => inputs().find((input) => input.checked)?.value ?? null,
    set: (value) => inputs().forEach((input) => { input.checked = input.value === value; }),
    pick: (value) => pickInput(inputs().find((input) => input.value === value), onChange),
    focus: () => (inputs().find((input) => input.checked) ?? inputs()[0])?.focus(),
    complain: (text) => {
      setText(error, text ? `Error: ${text}` : "");
      show(error, Boolean(text));
      setAttr(node, "aria-describedby", text ? errorId : null);
      setAttr(node, "data-wrong", Boolean(text));
    },
  };
}

function pickInput(input, onChange) {
  if (!input) return false;
  input.checked = true;
  input.focus();
  onChange();
  return true;
}

function createChoice(choice, { name, keys, onChange }) {
  const shortcut = keys[choice.value];
  const input = make("input", { type: "radio", class: "hr-radio", id: freshId("radio"), name, value: choice.value, on: { change: onChange } });
  if (shortcut) nameKey(input, shortcut);
  const label = make("label", { for: input.id }, isolated(""));
  const does = make("p", { class: "hr-does", id: freshId("does") }, isolated(""));
  const row = make("div", { class: "hr-choice" }, input, label, shortcut ? makeKeyCap(shortcut) : null, does);
  row.hrParts = { input, label: label.firstChild, does };
  return row;
}

function updateChoice(row, choice) {
  const { input, label, does } = row.hrParts;
  setText(label, choice.label);
  setText(does.firstChild, choice.does);
  show(does, Boolean(choice.does));
  setAttr(input, "aria-describedby", choice.does ? does.id : null);
}
