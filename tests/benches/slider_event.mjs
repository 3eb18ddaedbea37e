// How long the page works from a slider's input event to the last call on a canvas, in the built page.
// Prints median and 95th percentile for each of the four sliders; nothing is asserted.
// OFFTAKE_URL names the address of the page, CHROME the browser.
//
// A browser hands over input events just before the animation frame in which the charts are drawn. A script cannot ask
// for that, so the two pieces of work are timed where they fall and added: the event with all that follows from it, and
// the animation callbacks of the next frame. The wait between them is not counted.
import { chromium } from "@playwright/test";

const ROUNDS = 200;
const url = process.env.OFFTAKE_URL ?? "http://127.0.0.1:8080/";
const args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"];

const browser = await chromium.launch({ executablePath: process.env.CHROME || undefined, args });
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });

await page.addInitScript(() => {
  const ask = window.requestAnimationFrame.bind(window);
  window.plainFrame = () => new Promise((done) => ask(done));
  window.drawing = 0;
  window.requestAnimationFrame = (callback) =>
    ask((now) => {
      const start = performance.now();
      callback(now);
      window.drawing += performance.now() - start;
    });
});
await page.goto(url);
await page.locator("#verdict").waitFor();
await page.waitForTimeout(500);

for (const input of ["investment", "commit_total_b", "commit_margin", "adoption_ceiling"]) {
  const times = await page.evaluate(
    async ([name, rounds]) => {
      const range = document.querySelector(`[data-input=${name}] input[type=range]`);
      const [min, max] = [Number(range.min), Number(range.max)];
      const times = [];
      for (let round = 1; round <= rounds; round += 1) {
        await window.plainFrame();
        range.value = String(min + ((max - min) * ((round * 37) % 101)) / 100);
        window.drawing = 0;
        const start = performance.now();
        range.dispatchEvent(new Event("input", { bubbles: true }));
        // The page takes the change over in microtasks; these hops run after each of theirs.
        for (let hop = 0; hop < 100; hop += 1) await null;
        const settled = performance.now();
        await window.plainFrame();
        await window.plainFrame();
        if (window.drawing === 0) throw new Error(`${name}: nothing was drawn`);
        times.push([settled - start + window.drawing, settled - start, window.drawing]);
      }
      return times;
    },
    [input, ROUNDS],
  );
  const at = (part, which) => {
    const sorted = times.map((time) => time[which]).sort((a, b) => a - b);
    return sorted[Math.floor(part * (sorted.length - 1))].toFixed(2);
  };
  console.log(
    `${input.padEnd(18)} median ${at(0.5, 0)} ms, 95th percentile ${at(0.95, 0)} ms ` +
      `(numbers and words ${at(0.5, 1)}, charts ${at(0.5, 2)}; ${times.length} events)`,
  );
}
await browser.close();
