// With a finger on a phone: a tap, a drag along a slider, and a scroll that begins on one.
import { expect, test } from "@playwright/test";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });

const slider = (page) => page.locator("[data-input=commit_margin] input[type=range]");
const verdict = (page) => page.getByRole("heading", { level: 1 });

async function open(page) {
  await page.goto("/");
  await expect(page.locator("#start")).toHaveCount(0);
  return page.context().newCDPSession(page);
}

/** One finger from a point to another, as a screen tells it. */
async function swipe(page, session, from, to, steps = 12) {
  const at = (part) => [{ x: from.x + part * (to.x - from.x), y: from.y + part * (to.y - from.y) }];
  await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at(0) });
  for (let step = 1; step <= steps; step += 1) {
    await session.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(step / steps) });
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  }
  await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}

/** The middle of the thumb. */
async function thumb(page) {
  const { x, y, width, height } = await slider(page).boundingBox();
  const [value, min, max] = await slider(page).evaluate((it) => [it.value, it.min, it.max].map(Number));
  const size = 22;
  return { x: x + size / 2 + ((value - min) / (max - min)) * (width - size), y: y + height / 2 };
}

test("a drag along a slider changes the answer, in the page and in the sheet", async ({ page }) => {
  const session = await open(page);
  const before = await verdict(page).textContent();
  await slider(page).scrollIntoViewIfNeeded();
  const from = await thumb(page);
  const top = await page.evaluate(() => scrollY);
  await swipe(page, session, from, { x: from.x + 60, y: from.y });
  await expect(slider(page)).not.toHaveValue("0.3");
  await expect(verdict(page)).not.toHaveText(before);
  expect(await page.evaluate(() => scrollY), "the page stays").toBe(top);

  const changed = await slider(page).inputValue();
  await page.locator("#adjust").tap();
  const sheet = page.getByRole("dialog", { name: "Adjust" });
  await expect(sheet).toBeVisible();
  await expect(slider(page)).toBeInViewport();
  const there = await thumb(page);
  await swipe(page, session, there, { x: there.x - 90, y: there.y });
  expect(Number(await slider(page).inputValue())).toBeLessThan(Number(changed));
  await sheet.getByRole("button", { name: "Done" }).tap();
  await expect(sheet).toBeHidden();
});

test("a scroll that begins on a slider scrolls the page and changes nothing", async ({ page }) => {
  const session = await open(page);
  await slider(page).evaluate((it) => it.scrollIntoView({ block: "center" }));
  const top = await page.evaluate(() => scrollY);
  const words = await verdict(page).textContent();
  const middle = await thumb(page);
  for (const start of [middle, { x: middle.x - 80, y: middle.y }]) {
    await swipe(page, session, start, { x: start.x + 3, y: start.y - 220 });
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(top + 100);
    await expect(slider(page)).toHaveValue("0.3");
    await expect(verdict(page)).toHaveText(words);
    await page.evaluate((y) => scrollTo(0, y), top);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }
});

test("a tap takes a scenario, a switch and a source", async ({ page }) => {
  await open(page);
  await page.locator("[data-scenario=A]").tap();
  await expect(page.locator("[data-scenario=A]")).toHaveAttribute("aria-pressed", "true");
  await page.locator("[data-lens=capex]").tap();
  await expect(page.locator("[data-lens=capex]")).toHaveAttribute("aria-pressed", "true");
  await page.locator("[data-input=commit_margin] .tag").tap();
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.locator(".source-close").tap();
  await expect(page.getByRole("dialog")).toBeHidden();
});

test("everything that can be pressed is large enough for a finger", async ({ page }) => {
  await open(page);
  await expect(page.locator("#sources")).toBeAttached();
  const small = await page.evaluate(() => {
    // The target may reach further than the element: so far up and down from its middle as a press still comes to it.
    const height = (element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const reach = (step) => {
        let far = 0;
        for (; far < 44; far += 1) {
          const found = document.elementFromPoint(left + width / 2, top + height / 2 + step * far);
          if (!found || !(element.contains(found) || found.closest("label")?.contains(element))) break;
        }
        return far;
      };
      return Math.max(height, reach(-1) + reach(1) - 1);
    };
    const found = [];
    for (const element of document.querySelectorAll("button, select, summary, input[type=range], input[type=text]")) {
      if (!element.checkVisibility({ visibilityProperty: true }) || element.disabled) continue;
      // Inside a sentence a target may be as high as its line.
      if (element.closest(".verdict, .second, .row-changed, .dock, p, li, td, .register")) continue;
      element.scrollIntoView({ block: "center" });
      const high = height(element);
      if (high < 43) found.push(`${Math.round(high)} px: ${element.id || element.className} ${element.textContent.slice(0, 30)}`);
    }
    return found;
  });
  expect(small).toEqual([]);
});
