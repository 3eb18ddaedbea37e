// An auditor's way, by keyboard alone: from a key figure down to its formula, an input and the source of that input.
import { expect, test } from "./visit.mjs";

const panel = (page) => page.getByRole("dialog");

/** Presses Tab until the focus is where it should be; the page must let a reader get there. */
async function tabTo(page, target, most, key = "Tab") {
  for (let press = 0; press < most; press += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(target).toBeFocused();
}

test("follows a figure down to its source without a pointer", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("On these assumptions");
  const npv = page.getByRole("button", { name: "NPV: how is this computed?", exact: true });

  await test.step("from the figure to the formula with the present numbers", async () => {
    await tabTo(page, npv, 60);
    await page.keyboard.press("Enter");
    await expect(panel(page)).toBeFocused();
    await expect(panel(page)).toHaveAccessibleName("Net present value (NPV)");
    await expect(panel(page)).toContainText("NPV = sum of point flows");
    await expect(panel(page).locator(".worked")).toHaveText("−$21.0B investment + $14.9B commit + $5.5B enterprise = ($0.7B)");
  });

  await test.step("Escape goes back to the figure", async () => {
    await page.keyboard.press("Escape");
    await expect(panel(page)).toBeHidden();
    await expect(npv).toBeFocused();
  });

  await test.step("from the formula to an input, which it follows", async () => {
    await page.keyboard.press("Enter");
    await expect(panel(page)).toBeFocused();
    await tabTo(page, panel(page).getByRole("button", { name: "Margin", exact: true }), 60);
    await page.keyboard.press("Enter");
    await expect(panel(page)).toBeHidden();
    await expect(page.locator("#box-commit_margin")).toBeFocused();
    await page.keyboard.press("ArrowUp");
    await expect(page.locator("[data-key=npv] .key-value [aria-hidden]")).toHaveText(/\(\$0\.2B\)/);
    await page.keyboard.press("ArrowDown");
  });

  await test.step("from the input to its source, and on to the fact in the list", async () => {
    await tabTo(page, page.locator("[data-input=commit_margin] .tag"), 4, "Shift+Tab");
    await page.keyboard.press("Enter");
    await expect(panel(page)).toContainText("Unverified assumption");
    const fact = panel(page).getByRole("link", { name: "P1", exact: true });
    await tabTo(page, fact, 10);
    await page.keyboard.press("Enter");
    await expect(panel(page)).toBeHidden();
    await expect(page.locator("#public")).toHaveAttribute("open", "");
    await expect(page.locator("#P1")).toBeInViewport();
    await expect(page.locator("#P1")).toContainText("margin 35.0%");
  });
});

test("opens the page at a fact that the address names", async ({ page }) => {
  await page.goto("/#C16");
  await expect(page.locator("#C16")).toBeInViewport();
  await expect(page.locator("#C16")).toContainText("No chip count is used.");
});

for (const [width, height] of [[390, 844], [320, 640]]) {
  test(`panels stay inside the window and scroll in themselves at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto("/");
    for (const key of ["npv", "share"]) {
      await page.locator(`[data-key=${key}] .how`).click();
      await expect(panel(page)).toBeVisible();
      const box = await panel(page).boundingBox();
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
      const close = panel(page).getByRole("button", { name: "Close" });
      const target = await close.boundingBox();
      expect(Math.min(target.width, target.height)).toBeGreaterThanOrEqual(44);
      await close.click();
      await expect(panel(page)).toBeHidden();
    }
  });
}

test("the table of years scrolls by keyboard and keeps its names in view", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/");
  await page.locator("#years .section-turn").click();
  const frame = page.locator(".years");
  await frame.scrollIntoViewIfNeeded();
  await frame.focus();
  const name = page.locator(".years-row th").first();
  const before = (await name.boundingBox()).x;
  for (let press = 0; press < 6; press += 1) await page.keyboard.press("ArrowRight");
  await expect.poll(() => frame.evaluate((element) => element.scrollLeft)).toBeGreaterThan(100);
  expect((await name.boundingBox()).x).toBe(before);
});
