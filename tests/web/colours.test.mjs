// Every pair of colours the stylesheet puts together has the contrast WCAG 2.2 AA asks for, in light and in dark.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const css = readFileSync(join(import.meta.dirname, "../../kit/web/player.css"), "utf8");
const PAIR = /light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/;

function colour(text) {
  const found = PAIR.exec(text);
  return found && [found[1], found[2]];
}

const tokens = new Map([...css.matchAll(/(--hr-[\w-]+): (light-dark\([^;]+\));/g)].map(([, name, value]) => [name.slice(5), colour(value)]));
const platform = (name) => [...css.matchAll(new RegExp(`--pf-${name}: (light-dark\\([^;]+\\));`, "g"))].map(([, value]) => colour(value));
const avatars = [...css.matchAll(/\.hr-avatar[^{]*\{[^}]*?background: (light-dark\([^;]+\));/g)].map(([, value]) => colour(value));

function luminance(hex) {
  const parts = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  const [red, green, blue] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function hold(least, fronts, backs) {
  for (const [frontName, front] of fronts) {
    for (const [backName, back] of backs) {
      for (const side of [0, 1]) {
        const ratio = contrast(front[side], back[side]);
        assert.ok(ratio >= least, `${frontName} on ${backName} (${side ? "dark" : "light"}): ${ratio.toFixed(2)} < ${least}`);
      }
    }
  }
}

const named = (...names) => names.map((name) => [name, tokens.get(name)]);
const numbered = (name, list) => list.map((value, index) => [`${name} ${index}`, value]);
const surfaces = named("page", "card", "sunk", "accent-soft");
const stages = [...numbered("stage", platform("stage")), ...numbered("bubble", platform("bubble")), ...numbered("post", platform("post"))];

test("the colours were found", () => {
  assert.ok(tokens.size >= 17);
  assert.ok(stages.length >= 4);
  assert.equal(avatars.length, 6);
});

test("words can be read on every surface", () => {
  hold(4.5, named("ink", "quiet", "accent"), [...surfaces, ...stages]);
  hold(4.5, named("right", "partial", "wrong"), [...surfaces, ...stages]);
  hold(4.5, named("ink", "wrong"), named("wrong-soft"));
  hold(4.5, named("on-accent"), named("accent"));
  hold(4.5, named("ink"), numbered("avatar", avatars));
  hold(4.5, named("on-accent"), numbered("accent", platform("accent")));
});

test("the edges of controls and the focus can be seen", () => {
  hold(3, named("edge", "accent", "focus"), [...surfaces, ...stages]);
  hold(3, named("right", "partial", "wrong"), surfaces);
});
