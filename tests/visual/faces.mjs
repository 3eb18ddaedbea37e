// The pictures by which others show the page: the card of a link, and the icons of an installed page. The card is set in the
// test's type, so that it looks the same wherever it is made, and names no address, because it is shown for any.
import { readFileSync } from "node:fs";
import { chromium } from "@playwright/test";

import journeys from "../../playwright.config.mjs";
import { SERIF, setType } from "./fonts.mjs";

const browser = await chromium.launch(journeys.use.launchOptions);

/** The page's own fonts are set in by `setType`; the serif of a canvas and the address, which is this machine's, are left. */
function asElsewhere({ serif }) {
  const { prototype } = CanvasRenderingContext2D;
  const font = Object.getOwnPropertyDescriptor(prototype, "font");
  Object.defineProperty(prototype, "font", {
    ...font,
    set(value) {
      font.set.call(this, value.replace(/['"]?Iowan Old Style.*$/, `"${serif}"`));
    },
  });
  const { fillText } = prototype;
  prototype.fillText = function (text, ...place) {
    if (!text.includes(location.host)) fillText.call(this, text, ...place);
  };
}

/** The card of the default case, as the share dialog gives it. */
async function card(path) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: "light", locale: "en-US" });
  await setType(page);
  await page.addInitScript(asElsewhere, { serif: SERIF });
  await page.goto(journeys.use.baseURL);
  await page.locator("#start").waitFor({ state: "detached" });
  await page.evaluate(() => window.typeIsSet);
  await page.locator("#share-open").click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: /^PNG 1200/ }).click()]);
  await download.saveAs(path);
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
