// A window of 1280 by 1024 pixels at 400%: 320 by 256 pixels of the page, each four pixels of the screen wide.
import { expect, test } from "@playwright/test";

test.use({ viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 });

async function open(page) {
  await page.goto("/");
  await expect(page.locator("#start")).toHaveCount(0);
  await expect(page.locator("#sources")).toBeAttached();
}

test("nothing is cut and nothing scrolls sideways", async ({ page }) => {
  await open(page);
  const faults = await page.evaluate(() => {
    const found = [];
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > room) found.push(`the page is ${document.documentElement.scrollWidth} wide`);
    // What scrolls by itself may be wider than the page; text anywhere else may not, nor be cut by its box.
    const scrolls = (element) => {
      for (let it = element; it; it = it.parentElement) {
        const { overflowX } = getComputedStyle(it);
        if (overflowX === "auto" || overflowX === "scroll") return true;
      }
      return false;
    };
    for (const element of document.querySelectorAll("h1, h2, h3, p, li, dt, dd, button, label, summary, a, canvas, input")) {
      if (!element.checkVisibility({ visibilityProperty: true }) || element.closest(".unseen, .skip, [aria-hidden=true]") || scrolls(element)) continue;
      const { left, right, width } = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      if (width <= 1 || style.clipPath !== "none") continue;
      if (left < -1 || right > room + 1) found.push(`${element.tagName}.${element.className} from ${left} to ${right}`);
      if (style.overflowX === "hidden" && element.scrollWidth > element.clientWidth + 1) found.push(`${element.className} is cut`);
    }
    return found;
  });
  expect(faults).toEqual([]);
});

test("everything can be reached, and the sliders work", async ({ page }) => {
  await open(page);
  const verdict = page.getByRole("heading", { level: 1 });
  const before = await verdict.textContent();
  await expect(verdict).toBeVisible();
  for (let step = 0; step < 150; step += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement.matches("[data-input=commit_margin] input[type=range]"))) break;
  }
  const slider = page.locator("[data-input=commit_margin] input[type=range]");
  await expect(slider).toBeFocused();
  await expect(slider).toBeInViewport({ ratio: 0.9 });
  await page.keyboard.press("ArrowRight");
  await expect(slider).toHaveValue("0.31");
  await expect(verdict).not.toHaveText(before);
  // What is fixed to the window leaves most of it to the page.
  const covered = await page.evaluate(() => {
    const fixed = [...document.querySelectorAll("*")].filter((it) => ["fixed", "sticky"].includes(getComputedStyle(it).position));
    const shown = fixed.filter((it) => it.checkVisibility({ visibilityProperty: true }) && it.getBoundingClientRect().top >= 0);
    return shown.filter((it) => getComputedStyle(it).position === "fixed").reduce((sum, it) => sum + it.getBoundingClientRect().height, 0);
  });
  expect(covered).toBeLessThan(256 / 3);
});

test("a dialog fits, and can be left", async ({ page }) => {
  await open(page);
  const tag = page.locator("[data-input=commit_margin] .tag");
  await tag.scrollIntoViewIfNeeded();
  await tag.click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  const { left, right, top, bottom } = await dialog.evaluate((it) => it.getBoundingClientRect().toJSON());
  expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
  expect(right).toBeLessThanOrEqual(320);
  expect(bottom).toBeLessThanOrEqual(256);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(tag).toBeFocused();
});
