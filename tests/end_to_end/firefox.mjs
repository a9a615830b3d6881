// One trainee's way through an exercise in Firefox, by mouse: node firefox.mjs PROGRAM ADDRESS PICTURE
// Writes one line of JSON: how many comments were decided, the heading at the end, what else was asked for.

import puppeteer from "puppeteer-core";

const PLAYER = ".hr-player";
const PATIENCE = 60_000;
const [program, address, picture] = process.argv.slice(2);
const wrong = [];

const browser = await puppeteer.launch({ browser: "firefox", executablePath: program, headless: true, extraPrefsFirefox: { "remote.active-protocols": 1 } });
try {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  page.setDefaultTimeout(PATIENCE);
  page.on("pageerror", (error) => wrong.push(`an error in the page: ${error.message}`));
  page.on("dialog", (dialog) => dialog.accept());
  page.on("request", (request) => isOurs(request.url()) || wrong.push(`asked another machine for ${request.url()}`));
  await page.goto(address, { waitUntil: "domcontentloaded" });
  await page.waitForSelector(`${PLAYER} .hr-row`, { visible: true });
  await pressed(page, "Start");
  let decided = 0;
  while (await onAComment(page)) {
    await page.waitForSelector(`${PLAYER} .hr-decision`, { visible: true });
    await page.click(`${PLAYER} input[value=leave]`);
    await pressed(page, "Commit");
    await page.waitForSelector(`${PLAYER} .hr-feedback`, { visible: true });
    decided += 1;
    if (decided === 1) await page.screenshot({ path: picture });
    if (decided === 2) await comeBack(page);
    else await pressed(page, "Next", "results");
  }
  const heading = await page.$eval(`${PLAYER} .hr-screen:not([hidden]) h2`, (node) => node.textContent);
  process.stdout.write(`${JSON.stringify({ decided, heading, wrong })}\n`);
} finally {
  await browser.close();
}

function isOurs(url) {
  return /^(data|blob|about|resource|chrome|moz-extension):/.test(url) || ["127.0.0.1", "localhost"].includes(new URL(url).hostname);
}

// Reload in the middle: work goes on at the next comment.
async function comeBack(page) {
  await page.reload({ waitUntil: "domcontentloaded" });
  await page.waitForSelector(`${PLAYER} .hr-decision`, { visible: true });
}

async function onAComment(page) {
  await page.waitForFunction((player) => {
    const shown = [".hr-decision", ".hr-summary"].map((name) => document.querySelector(`${player} ${name}`));
    return shown.some((node) => node?.checkVisibility());
  }, {}, PLAYER);
  return page.$eval(`${PLAYER} .hr-decision`, (node) => node.checkVisibility());
}

// Press the first button on the screen whose words begin with one of `words`.
async function pressed(page, ...words) {
  const found = await page.waitForFunction((player, starts) => [...document.querySelectorAll(`${player} button`)]
    .find((node) => node.checkVisibility() && !node.disabled && starts.some((word) => node.innerText.includes(word))), {}, PLAYER, words);
  await found.click();
}
