// What the modules must keep to: how they may be joined into one text, and what they may never do.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const WEB = join(import.meta.dirname, "../../kit/web");
const texts = new Map(readdirSync(WEB).filter((name) => name.endsWith(".js")).map((name) => [name, readFileSync(join(WEB, name), "utf8")]));
const ENTRIES = ["player.js", "posts.js"];
const BANNED = ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "setHTMLUnsafe", "createContextualFragment", "DOMParser",
  "eval(", "new Function", "alert(", "confirm(", "prompt(", "fetch(", "XMLHttpRequest", "WebSocket", "sendBeacon", "http://", "https://", "import(", "srcdoc"];

test("nothing turns text into markup or code, and nothing asks the network", () => {
  for (const [name, text] of texts) {
    for (const banned of BANNED) assert.ok(!text.includes(banned), `${name} has ${banned}`);
  }
});

test("the stylesheet asks for nothing either", () => {
  const css = readFileSync(join(WEB, "player.css"), "utf8");
  for (const banned of ["url(", "@import", "@font-face", "http"]) assert.ok(!css.includes(banned), banned);
});

test("modules are small, and so are their functions", () => {
  for (const [name, text] of texts) {
    const lines = text.split("\n");
    assert.ok(lines.length <= 250, `${name} has ${lines.length} lines`);
    let start = null;
    lines.forEach((line, index) => {
      if (/^(export )?(async )?function /.test(line)) start = index;
      if (line === "}" && start !== null) {
        assert.ok(index - start < 40, `${name}: the function at line ${start + 1} has ${index - start + 1} lines`);
        start = null;
      }
    });
  }
});

test("imports and exports are of the one kind that can be joined", () => {
  for (const [name, text] of texts) {
    for (const line of text.split("\n").filter((each) => /^import\b/.test(each))) {
      assert.match(line, /^import \{ \w+(, \w+)* \} from "\.\/[\w.]+\.js";$/, name);
    }
    for (const line of text.split("\n").filter((each) => /^export\b/.test(each))) {
      assert.match(line, /^export (async function|function|const|class|default) /, name);
    }
    if (!ENTRIES.includes(name)) assert.doesNotMatch(text, /^export default/m, name);
  }
});

test("every import names what its module exports, and everything exported is documented", () => {
  for (const [name, text] of texts) {
    for (const [, names, path] of text.matchAll(/^import \{ (.+) \} from "\.\/(.+)";$/gm)) {
      for (const wanted of names.split(", ")) assert.match(texts.get(path), new RegExp(`^export (async )?(function|const) ${wanted}\\b`, "m"), `${name}: ${wanted}`);
      for (const wanted of names.split(", ")) assert.ok(text.split(new RegExp(`\\b${wanted}\\b`)).length > 2, `${name} imports ${wanted} and does not use it`);
    }
    for (const found of text.matchAll(/^export (?!default)/gm)) assert.match(text.slice(0, found.index), /\*\/\n$/, `${name}: ${text.slice(found.index).split("\n")[0]}`);
  }
});
