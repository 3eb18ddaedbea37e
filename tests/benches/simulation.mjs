// How long the simulation works in the built page: 10,000 draws when a slider rests, 100,000 on request.
// Prints the time from the question to the answer, the work in it, and the longest slice; nothing is asserted.
// OFFTAKE_URL names the address of the page, CHROME the browser.
//
// The page asks itself for the next slice by a message, so that every slice is one message event: those are timed.
import { chromium } from "@playwright/test";

const ROUNDS = 12;
const url = process.env.OFFTAKE_URL ?? "http://127.0.0.1:8080/";
const args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"];

const browser = await chromium.launch({ executablePath: process.env.CHROME || undefined, args });
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });

await page.addInitScript(() => {
  window.slices = [];
  const listen = MessagePort.prototype.addEventListener;
  MessagePort.prototype.addEventListener = function (type, listener, options) {
    const timed = (event) => {
      const start = performance.now();
      listener.call(this, event);
      window.slices.push(performance.now() - start);
    };
    return listen.call(this, type, type === "message" ? timed : listener, options);
  };
});
await page.goto(url);
await page.locator("#verdict").waitFor();
await page.locator("#how-sure").scrollIntoViewIfNeeded();
const sub = page.locator("[data-figure=simulation] .figure-sub");
const shows = (words) => sub.filter({ hasText: words }).waitFor();
await shows("10,000 draws");

/** Presses a button and waits until the page shows the answer. */
const run = async (button, words) => {
  await page.waitForTimeout(300);
  return page.evaluate(
    async ([button, words]) => {
      window.slices = [];
      const sub = document.querySelector("[data-figure=simulation] .figure-sub");
      const start = performance.now();
      document.querySelector(button).click();
      while (!sub.textContent.includes(words)) await new Promise((next) => setTimeout(next));
      return { wall: performance.now() - start, slices: window.slices };
    },
    [button, words],
  );
};

const report = (name, runs) => {
  const sum = (times) => times.reduce((all, time) => all + time, 0);
  const sorted = (values) => values.sort((a, b) => a - b);
  const wall = sorted(runs.map((run) => run.wall));
  const work = sorted(runs.map((run) => sum(run.slices)));
  const longest = sorted(runs.map((run) => Math.max(...run.slices)));
  const median = (values) => values[Math.floor(values.length / 2)].toFixed(1);
  console.log(
    `${name.padEnd(14)} median ${median(wall)} ms, work ${median(work)} ms (least ${work[0].toFixed(1)}), longest slice ` +
      `${median(longest)} ms (in all runs ${longest.at(-1).toFixed(1)}), ${runs[0].slices.length} slices, ${runs.length} runs`,
  );
};

const few = [];
const many = [];
for (let round = 1; round <= ROUNDS; round += 1) {
  few.push(await run("#next-seed", `seed ${20260420 + round}`));
  many.push(await run("#many-draws", "100,000 draws"));
}
report("10,000 draws", few);
report("100,000 draws", many);
await browser.close();
