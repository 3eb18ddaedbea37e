// Runs the analyses natively and in Chromium, in turns, and prints both times and their ratio; nothing is asserted.
// OFFTAKE_NATIVE names the native program, OFFTAKE_MODULE the folder of the same program for browsers, CHROME the browser.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { chromium } from "@playwright/test";

const TURNS = 3;
const { OFFTAKE_NATIVE: native, OFFTAKE_MODULE: folder, CHROME: chrome } = process.env;
const args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"];
const ORIGIN = "http://offtake.test";

const browser = await chromium.launch({ executablePath: chrome || undefined, args });
const page = await browser.newPage();
await page.route(`${ORIGIN}/**`, (route) => {
  const name = new URL(route.request().url()).pathname.slice(1);
  if (name === "") return route.fulfill({ contentType: "text/html", body: "<!doctype html><body></body>" });
  const contentType = name.endsWith(".wasm") ? "application/wasm" : "text/javascript";
  return route.fulfill({ contentType, body: readFileSync(join(folder, name)) });
});

async function inBrowser() {
  await page.goto(`${ORIGIN}/`);
  await page.evaluate(() => import("/side_by_side.js").then((module) => module.default()));
  return page.locator("body").evaluate((body) => body.textContent);
}

/** Lines as name, best time and result. */
const read = (text) =>
  text
    .trim()
    .split("\n")
    .map((line) => line.split("\t"))
    .filter((cells) => cells.length === 4)
    .map(([name, best, , check]) => ({ name, best: Number(best), check }));

const best = { native: new Map(), browser: new Map() };
const checks = { native: new Map(), browser: new Map() };
for (let turn = 0; turn < TURNS; turn += 1) {
  for (const [where, text] of [["native", execFileSync(native, { encoding: "utf8" })], ["browser", await inBrowser()]]) {
    for (const { name, best: time, check } of read(text)) {
      best[where].set(name, Math.min(time, best[where].get(name) ?? Infinity));
      checks[where].set(name, check);
    }
  }
}
await browser.close();

for (const [name, time] of best.native) {
  const there = best.browser.get(name);
  const same = checks.native.get(name) === checks.browser.get(name) ? "same result" : "RESULTS DIFFER";
  console.log(
    `${name.padEnd(28)} native ${time.toFixed(3).padStart(9)} ms, Chromium ${there.toFixed(3).padStart(9)} ms, ` +
      `ratio ${(there / time).toFixed(2)}, ${same}`,
  );
}
