// By keyboard alone, from the load of the page to a case that is changed, compared and taken away as a file.
import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";

/** Presses Tab until something has the focus, and sees on the way that the focus can be seen and never gets lost. */
async function tabTo(page, selector, { back = false, most = 150 } = {}) {
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press(back ? "Shift+Tab" : "Tab");
    const at = await page.evaluate((wanted) => {
      const focused = document.activeElement;
      if (!focused || focused === document.body) return "lost";
      return focused.matches(wanted) ? "there" : "elsewhere";
    }, selector);
    if (at === "there") return;
    expect(at, `the focus after ${step + 1} steps on the way to ${selector}`).toBe("elsewhere");
  }
  throw new Error(`${selector} cannot be reached in ${most} steps`);
}

/** What has the focus is in the window, nothing lies over it, and a ring is drawn around it or around its frame. */
async function seen(page) {
  const fault = await page.evaluate(() => {
    const focused = document.activeElement;
    const { left, top, width, height } = focused.getBoundingClientRect();
    if (top < 0 || left < 0 || top + height > innerHeight + 1 || left + width > innerWidth + 1) return "outside the window";
    const over = document.elementFromPoint(left + width / 2, top + height / 2);
    const own = focused.contains(over) || over?.contains(focused) || focused.closest("label, .track")?.contains(over);
    if (!own) return `covered by ${over?.className}`;
    const ring = (element, part) => getComputedStyle(element, part).outlineStyle !== "none";
    const drawn = ring(focused) || [...document.querySelectorAll(":focus-within")].some((it) => it !== document.documentElement && ring(it));
    return drawn || focused.type === "range" ? "" : "no ring";
  });
  expect(fault).toBe("");
}

test("from load to a changed, compared and exported case", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("/");
  await expect(page.locator("#start")).toHaveCount(0);
  const verdict = page.getByRole("heading", { level: 1 });
  const before = await verdict.textContent();

  await test.step("pin the default case", async () => {
    await tabTo(page, "#pin");
    await seen(page);
    await page.keyboard.press("Enter");
    await expect(page.locator("#pin")).toHaveText("Pinned");
  });

  await test.step("change the margin", async () => {
    await tabTo(page, "[data-input=commit_margin] input[type=range]");
    await seen(page);
    for (let step = 0; step < 6; step += 1) await page.keyboard.press("ArrowRight");
    await expect(page.locator("#box-commit_margin")).toHaveValue("36");
    await expect(verdict).not.toHaveText(before);
    await expect(page.locator("#announcer")).toContainText("Margin 36 percent");
  });

  await test.step("see it compared", async () => {
    await expect(page.locator("[data-key=npv] .key-difference")).toContainText(/[+−]/);
    await tabTo(page, ".pins [data-pin] *, .pins button, .pins input");
    await seen(page);
    await expect(page.locator("[data-figure=pinned]")).toBeVisible();
  });

  await test.step("take its numbers away", async () => {
    await tabTo(page, "[data-menu=cash]", { back: true });
    await seen(page);
    await page.keyboard.press("Enter");
    const menu = page.getByRole("dialog");
    await expect(menu).toBeVisible();
    await tabTo(page, "[data-act=csv]", { most: 10 });
    await seen(page);
    const saved = page.waitForEvent("download");
    await page.keyboard.press("Enter");
    const download = await saved;
    expect(download.suggestedFilename()).toMatch(/\.csv$/);
    const text = await readFile(await download.path(), "utf8");
    expect(text).toContain("commit_margin");
    expect(text).toMatch(/0\.36|36%|36/);
    expect(text).not.toMatch(/NaN|undefined/);
    await page.keyboard.press("Escape");
    await expect(menu).toBeHidden();
    await expect(page.locator("[data-menu=cash]")).toBeFocused();
  });
});

test("the focus can be seen at every stop of the page", async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("/");
  await expect(page.locator("#start")).toHaveCount(0);
  await expect(page.locator("#sources")).toBeAttached();
  const stops = new Set();
  for (let step = 0; step < 400; step += 1) {
    await page.keyboard.press("Tab");
    const name = await page.evaluate(() => {
      const focused = document.activeElement;
      if (focused === document.body || focused === document.documentElement) return "";
      focused.dataset.stop ??= String(document.querySelectorAll("[data-stop]").length);
      return focused.dataset.stop;
    });
    if (name === "" || stops.has(name)) break;
    stops.add(name);
    await seen(page);
  }
  expect(stops.size).toBeGreaterThan(60);
});
