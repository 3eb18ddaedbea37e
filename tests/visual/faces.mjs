// The pictures by which others show the page: the card of a link, and the icons of an installed page. The card is set in the
// test's type, so that it looks the same wherever it is made.
import { readFileSync } from "node:fs";
import { chromium } from "@playwright/test";

import journeys from "../../playwright.config.mjs";
import { setType } from "./fonts.mjs";

const browser = await chromium.launch(journeys.use.launchOptions);

async function card(path) {
  const page = await browser.newPage({ viewport: { width: 1200, height: 630 }, colorScheme: "light", locale: "en-US" });
  await setType(page);
  await page.goto(journeys.use.baseURL);
  await page.locator("#start").waitFor({ state: "detached" });
  await page.evaluate(() => window.typeIsSet);
  await page.waitForTimeout(500);
  await page.screenshot({ path });
  await page.close();
  console.log(path);
}

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
await card("public/card.png");
await browser.close();
