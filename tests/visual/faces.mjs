// The icons of an installed page. The picture of a link is made by the build.
import { readFileSync } from "node:fs";
import { chromium } from "@playwright/test";

import journeys from "../../playwright.config.mjs";

const browser = await chromium.launch(journeys.use.launchOptions);

// Without the round corners of the mark: each system cuts its own.
const mark = readFileSync("public/mark.svg", "utf8").replace(/ rx="\d+"/, "");

async function icon(size, path) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const drawing = mark.replace("<svg ", `<svg width="${size}" height="${size}" `);
  await page.goto(`data:image/svg+xml;base64,${Buffer.from(drawing).toString("base64")}`);
  await page.screenshot({ path });
  await page.close();
  console.log(path);
}

await icon(192, "public/icon-192.png");
await icon(512, "public/icon-512.png");
await browser.close();
