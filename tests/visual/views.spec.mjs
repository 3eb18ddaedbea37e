// Every view in every size and theme, as the reader sees it. What is compared, and how exactly, stands in the
// configuration beside this file.
import { expect, test } from "@playwright/test";

import { HELD, setType } from "./fonts.mjs";

const SIZES = [[1440, 900], [1024, 800], [768, 1000], [390, 844], [320, 640]];
const THEMES = ["light", "dark"];
/** Set in whatever a machine has for them, and therefore covered in the pictures: the three points of a chart's menu. */
const OTHER_SIGNS = ["⋯"];
const covered = (page) => ({ mask: [page.locator(".figure-menu")], maskColor: "#808080" });
/** No part is so tall that it would have to be scrolled to more than twice. */
const TALLEST = 1600;

const frames = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

async function open(page, width, height, theme, query = "") {
  await setType(page);
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
  await page.goto(`/${query}`);
  await expect(page.locator("#start")).toHaveCount(0);
  await page.evaluate(() => window.typeIsSet);
  // Charts that were drawn before the type was there are drawn anew.
  await page.evaluate(() => dispatchEvent(new Event("resize")));
  await settled(page);
}

/** Takes the bar or dock from the page, which would lie over a tall part. Whether it is there is told by an observer, which
 * misses what a jump leaps over. */
const withoutDock = (page) => page.evaluate(() => document.querySelector(".dock").style.setProperty("display", "none", "important"));

/** Until analyses are computed, charts are drawn: two pictures of the canvases in a row are the same. */
async function settled(page) {
  let before = "";
  for (let round = 0; round < 40; round += 1) {
    await frames(page);
    await page.waitForTimeout(60);
    const now = await page.evaluate(() => {
      const near = [...document.querySelectorAll("canvas")].filter((it) => {
        const { top, bottom } = it.getBoundingClientRect();
        return it.checkVisibility() && it.width > 0 && bottom > 0 && top < innerHeight;
      });
      return near.map((it) => it.toDataURL().length).join(" ") + document.body.innerText.length;
    });
    if (now === before) return;
    before = now;
  }
  throw new Error("the page does not come to rest");
}

/** The part of the page from the top of an element, cut below. */
async function part(page, selector, name) {
  const element = page.locator(selector).first();
  await element.scrollIntoViewIfNeeded();
  const folded = element.locator(".section-turn[aria-expanded=false]");
  if (await folded.count()) await folded.click();
  await settled(page);
  // A tall window shows a tall part at once: what lies over the page would otherwise lie over the part.
  const { height } = await element.boundingBox();
  const size = page.viewportSize();
  await page.setViewportSize({ width: size.width, height: Math.ceil(Math.min(Math.max(height + 160, size.height), TALLEST)) });
  await element.evaluate((it) => scrollTo(0, it.getBoundingClientRect().top + scrollY - 70));
  await settled(page);
  await expect(element).toHaveScreenshot(`${name}.png`, covered(page));
  await page.setViewportSize(size);
}

const PARTS = [
  ["cash", "[data-figure=cash]"],
  ["pair", ".pair"],
  ["assumptions", ".side .primary"],
  ["how-sure", "#how-sure"],
  ["what-must-hold", "#what-must-hold"],
  ["years", "#years"],
  ["sources", "#sources"],
  ["foot", ".foot"],
];

for (const [width, height] of SIZES) {
  for (const theme of THEMES) {
    test(`the page, ${width} pixels wide, ${theme}`, async ({ page }) => {
      await open(page, width, height, theme);
      const name = (view) => `${view}-${width}-${theme}`;
      await expect(page).toHaveScreenshot(`${name("first")}.png`, covered(page));
      // Text would be set in whatever a machine has for a sign that the test's type lacks.
      const text = await page.evaluate(() => document.body.innerText);
      expect([...new Set(text)].filter((sign) => !HELD.test(sign)).sort()).toEqual(OTHER_SIGNS);
      await withoutDock(page);
      for (const [view, selector] of PARTS) await test.step(view, () => part(page, selector, name(view)));
    });

    test(`what opens, ${width} pixels wide, ${theme}`, async ({ page }) => {
      await open(page, width, height, theme);
      for (const [view, opener] of dialogs(width)) {
        await test.step(view, async () => {
          const button = page.locator(opener).first();
          await button.scrollIntoViewIfNeeded();
          await settled(page);
          await button.click();
          await settled(page);
          const dialog = page.getByRole("dialog").first();
          await expect(dialog).toBeVisible();
          // In these stand the address of this run, today's date, and the page itself, which starts anew.
          const mask = [page.locator("#share .share-text, #share .share-picture, #share iframe")];
          await expect(dialog).toHaveScreenshot(`${view}-${width}-${theme}.png`, { mask, maskColor: "#808080" });
          await page.keyboard.press("Escape");
        });
      }
    });
  }
}

const OTHERS = [
  ["lab", "?side=lab", [["obligations", "[data-figure=obligations]"], ["burden", "[data-figure=burden]"], ["owed", ".owed"]]],
  ["buyer", "?side=buyer", [["contract", "[data-figure=contract]"], ["usage", ".pair"], ["clauses", "#clauses"]]],
  ["deal", "?deal=microsoft_anthropic", [["deals", "#other-deals"], ["watch", "#what-to-watch"]]],
];

for (const [name, query, parts] of OTHERS) {
  for (const [width, height] of [[1440, 900], [768, 1000], [390, 844]]) {
    for (const theme of THEMES) {
      test(`the page of ${name}, ${width} pixels wide, ${theme}`, async ({ page }) => {
        await open(page, width, height, theme, query);
        await expect(page).toHaveScreenshot(`${name}-first-${width}-${theme}.png`, covered(page));
        await withoutDock(page);
        for (const [view, selector] of parts) await test.step(view, () => part(page, selector, `${name}-${view}-${width}-${theme}`));
      });
    }
  }
}

function dialogs(width) {
  const row = "[data-input=commit_margin]";
  return [
    ["source", `${row} .tag`],
    ["goal", `${row} .goal`],
    ["computed", "[data-key=npv] .how"],
    ["chart-menu", "[data-menu=cash]"],
    ["keyboard", "#keyboard"],
    ["share", "#share-open"],
    ...(width < 1024 ? [["sheet", "#adjust"]] : []),
  ];
}

for (const theme of THEMES) {
  for (const width of [1440, 390]) {
    test(`the page that does not start, ${width} pixels wide, ${theme}`, async ({ page }) => {
      await setType(page);
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: theme });
      await page.route("**/*.wasm", (route) => route.abort());
      await page.goto("/");
      await expect(page.getByRole("alert")).toBeVisible();
      await page.evaluate(() => window.typeIsSet);
      // The picture of the chart is a document of its own, with the machine's type.
      await expect(page).toHaveScreenshot(`failed-${width}-${theme}.png`, { mask: [page.locator(".plot img")] });
    });
  }
}

const CARDS = [
  ["card", "embed=verdict-chart&m=1.0&d=2026-05"],
  ["card-verdict", "embed=verdict&sliders=margin,adoption,rate,investment&accent=aa3377"],
  ["card-locked", "embed=verdict&lock=1&s=A"],
  ...["cash", "share", "bridge", "ladder", "grid", "tornado", "simulation", "gigawatts"].map((chart) => [`card-${chart}`, `embed=chart&chart=${chart}`]),
];

for (const theme of THEMES) {
  for (const width of [640, 360, 280]) {
    test(`cards for frames, ${width} pixels wide, ${theme}`, async ({ page }) => {
      await setType(page);
      await page.setViewportSize({ width, height: 1000 });
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      // The narrowest shows what stands on every card.
      for (const [name, query] of width < 320 ? CARDS.slice(0, 3) : CARDS) {
        await page.goto(`/?${query}`);
        await expect(page.locator("#start")).toHaveCount(0);
        await page.evaluate(() => window.typeIsSet);
        await page.evaluate(() => dispatchEvent(new Event("resize")));
        await settled(page);
        await expect(page.locator(".card")).toHaveScreenshot(`${name}-${width}-${theme}.png`);
      }
    });
  }
}

test("a case that was changed, pinned and mistyped", async ({ page }) => {
  await open(page, 1440, 900, "light");
  await page.locator("#pin").click();
  await page.locator("#box-commit_margin").fill("41");
  await page.keyboard.press("Enter");
  await page.locator("#box-investment").fill("lots");
  await page.keyboard.press("Enter");
  await settled(page);
  await expect(page).toHaveScreenshot("changed-1440-light.png", covered(page));
});
