// Puts the player over an example, with a transport that answers as a sitting would, out of the example's data.
// The page's address names the example: harness.html?example=draft. window.harness is for the test.

import player from "/kit/web/player.js";
import { examplePage, FakeModel } from "./fake.mjs";
import { LiveModel } from "./live.mjs";

const fetchJson = async (name) => (await fetch(`/tests/web/examples/${name}.json`)).json();
const name = new URLSearchParams(location.search).get("example") ?? "base";
const base = await fetchJson("base");
const example = ["base", "live"].includes(name) ? base : await fetchJson(name);
const model = name === "live" ? await LiveModel.open() : new FakeModel(examplePage(base, example));
const el = document.getElementById("outer");

window.harness = { model, steps: example.steps ?? [], close: player.render({ model, el }) };
document.body.dataset.ready = "yes";
