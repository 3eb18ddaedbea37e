// Drags each of the four sliders over its whole track in the built page, with every section in view once, and records it
// with the browser's own performance tools. Prints the longest task of the page's main thread and how many took more
// than 50 ms; nothing is asserted. The recording is kept for the browser's Performance panel (its place is printed).
// OFFTAKE_URL names the address of the page, CHROME the browser, OFFTAKE_TRACE the folder for recordings.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { chromium } from "@playwright/test";

const LONG = 50;
const STEPS = 60;
const SLIDERS = ["investment", "commit_total_b", "commit_margin", "adoption_ceiling"];
const url = process.env.OFFTAKE_URL ?? "http://127.0.0.1:8080/";
const folder = process.env.OFFTAKE_TRACE ?? "target/xtask";
const args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"];

const browser = await chromium.launch({ executablePath: process.env.CHROME || undefined, args });
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await page.goto(url);
await page.locator("#verdict").waitFor();
await page.waitForTimeout(1000);

/** Where the page is scrolled to, so that each section is dragged in view of once. */
const places = await page.evaluate(() => {
  const tops = [...document.querySelectorAll(".section")].map((section) => [section.id, section.offsetTop]);
  return [["top", 0], ...tops.map(([id, top]) => [id, Math.max(0, top - 40)])];
});

mkdirSync(folder, { recursive: true });
for (const [place, top] of places) {
  await page.evaluate((y) => window.scrollTo(0, y), top);
  await page.waitForTimeout(1500);
  const events = await record(async () => {
    for (const input of SLIDERS) await drag(input);
  });
  const tasks = mainTasks(events);
  const long = tasks.filter((task) => task > LONG);
  const file = join(folder, `drag-${place}.json`);
  writeFileSync(file, JSON.stringify({ traceEvents: events }));
  console.log(
    `${place.padEnd(16)} ${String(tasks.length).padStart(6)} tasks, longest ${Math.max(0, ...tasks).toFixed(1)} ms, ` +
      `over ${LONG} ms: ${long.length}${long.length ? ` (${long.map((task) => task.toFixed(0)).join(", ")})` : ""}  ${file}`,
  );
}
await browser.close();

/** From one end to the other, as fast as a quick hand, and back to where it was. */
async function drag(input) {
  const range = page.locator(`[data-input=${input}] input[type=range]`);
  const area = await range.boundingBox();
  if (!area) return;
  const y = area.y + area.height / 2;
  await page.mouse.move(area.x + area.width / 2, y);
  await page.mouse.down();
  for (let step = 0; step <= STEPS; step += 1) {
    await page.mouse.move(area.x + (area.width * step) / STEPS, y);
    await page.waitForTimeout(8);
  }
  await page.mouse.move(area.x + area.width / 2, y);
  await page.mouse.up();
}

async function record(work) {
  const session = await page.context().newCDPSession(page);
  const events = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  const complete = new Promise((done) => session.once("Tracing.tracingComplete", done));
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline"] },
  });
  await work();
  await page.waitForTimeout(300);
  await session.send("Tracing.end");
  await complete;
  await session.detach();
  return events;
}

/** Durations in milliseconds of the tasks on the main thread of the page's process. */
function mainTasks(events) {
  const named = events.filter((event) => event.name === "thread_name" && event.args.name === "CrRendererMain");
  const mains = new Set(named.map((event) => `${event.pid}/${event.tid}`));
  const isTask = (event) => event.ph === "X" && event.name === "RunTask" && mains.has(`${event.pid}/${event.tid}`);
  return events.filter(isTask).map((event) => event.dur / 1000);
}
