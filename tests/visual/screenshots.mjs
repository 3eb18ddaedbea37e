// The pictures of docs/screenshots: the first screen in every size and theme, in the type of this machine.
import { mkdir } from "node:fs/promises";
import { chromium } from "@playwright/test";

import journeys from "../../playwright.config.mjs";

const SIZES = [[1440, 1000], [1024, 1000], [768, 1024], [390, 844], [320, 640]];
const FOLDER = "docs/screenshots";

await mkdir(FOLDER, { recursive: true });
const browser = await chromium.launch(journeys.use.launchOptions);
for (const [width, height] of SIZES) {
  for (const colorScheme of ["light", "dark"]) {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme, deviceScaleFactor: width < 700 ? 2 : 1 });
    await page.goto(journeys.use.baseURL);
    await page.locator("#start").waitFor({ state: "detached" });
    await page.waitForTimeout(500);
    const path = `${FOLDER}/page-${width}-${colorScheme}.png`;
    await page.screenshot({ path });
    console.log(path);
    await page.close();
  }
}
await browser.close();
