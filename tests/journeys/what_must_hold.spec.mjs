// What has to be true: from a bar to its input, from a cell to both inputs and back, and the same without a pointer.
import { expect, test } from "./visit.mjs";

const box = (page, input) => page.locator(`[data-input=${input}]`).getByRole("textbox");
const figure = (page, name) => page.locator(`[data-figure=${name}]`);

/** What the canvas of a chart shows, as a data URL. */
const picture = (page, name) => figure(page, name).locator("canvas").evaluate((canvas) => canvas.toDataURL());

/** Two frames: the one that takes the change over, and the one that draws it. */
const drawn = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** Scrolls to a chart and waits until it is drawn. */
async function look(page, name) {
  await figure(page, name).scrollIntoViewIfNeeded();
  await page.waitForTimeout(200);
  await drawn(page);
}

test("follows a slider, leads from a bar to its input, and sets two inputs at once", async ({ page }) => {
  // Tall enough for the sliders and the chart: what is out of sight rests.
  await page.setViewportSize({ width: 1280, height: 3200 });
  await page.goto("/");
  await look(page, "grid");
  const cells = page.locator("#grid-cells");
  const read = page.locator(".cells-read");
  await expect(read).toHaveText("Your case: margin 30%, adoption 30%: NPV −\u2060$0.7B");
  await expect(figure(page, "ladder").locator("h3")).toHaveText("From 4x to 71 cents");

  await test.step("a dragged slider is followed", async () => {
    const before = await picture(page, "grid");
    const range = page.locator("[data-input=commit_total_b]").getByRole("slider");
    const area = await range.boundingBox();
    await page.mouse.move(area.x + area.width / 2, area.y + area.height / 2);
    await page.mouse.down();
    await page.mouse.move(area.x + area.width * 0.8, area.y + area.height / 2, { steps: 6 });
    await drawn(page);
    expect(await picture(page, "grid"), "while the thumb is held").not.toBe(before);
    await page.mouse.up();
    await expect(figure(page, "ladder").locator("h3")).not.toHaveText("From 4x to 71 cents");
    await page.keyboard.press("ControlOrMeta+z");
    await expect(read).toContainText("margin 30%, adoption 30%");
    await drawn(page);
    expect(await picture(page, "grid"), "undone").toBe(before);
    await page.setViewportSize({ width: 1280, height: 720 });
    await look(page, "grid");
  });

  await test.step("a cell is read under the pointer and set by a press", async () => {
    await cells.hover({ position: { x: 300, y: 120 } });
    const words = await read.textContent();
    expect(words).toMatch(/^Margin \d+%, adoption \d+%: NPV \$\d+\.\dB$/);
    await cells.click({ position: { x: 300, y: 120 } });
    const [, margin, adoption] = words.match(/Margin (\d+)%, adoption (\d+)%/);
    await expect(box(page, "commit_margin")).toHaveValue(margin);
    await expect(box(page, "adoption_ceiling")).toHaveValue(adoption);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(box(page, "commit_margin")).toHaveValue("30");
    await expect(box(page, "adoption_ceiling")).toHaveValue("30");
  });

  await test.step("the same by keys", async () => {
    await cells.focus();
    for (const key of ["ArrowRight", "ArrowRight", "ArrowUp"]) await page.keyboard.press(key);
    await expect(figure(page, "grid").getByRole("status")).toHaveText("Margin 31%, adoption 31%: NPV $0.1B");
    await page.keyboard.press("Enter");
    await expect(box(page, "commit_margin")).toHaveValue("31");
    await page.keyboard.press("ControlOrMeta+z");
    await expect(box(page, "commit_margin")).toHaveValue("30");
  });

  await test.step("other measures over other inputs", async () => {
    await figure(page, "grid").getByRole("button", { name: "Payback" }).click();
    await expect(figure(page, "grid").locator("h3")).toHaveText("Two ways to payback by year 10: margin or adoption");
    await page.getByLabel("Across").selectOption({ label: "Adoption" });
    await expect(page.getByLabel("Upwards")).toHaveValue("commit_margin");
    await figure(page, "grid").getByText("Show as table").click();
    await expect(figure(page, "grid").getByRole("row")).toHaveCount(12);
  });

  await test.step("a bar leads to its input", async () => {
    await look(page, "tornado");
    await figure(page, "tornado").getByRole("button", { name: /^Overlap with the commitment: / }).click();
    await expect(page.locator("#box-overlap")).toBeFocused();
    await expect(page.locator("#box-overlap")).toBeInViewport();
  });
});

test("fits a small phone, with room for fingers", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto("/");
  for (const id of ["how-sure", "what-must-hold"]) await page.locator(`#${id} .section-turn`).click();
  for (const name of ["tornado", "grid", "ladder", "gigawatts", "lenses", "circular", "rules"]) await look(page, name);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  for (const target of await page.locator("[data-bar], [data-figure=grid] :is(button, select)").all()) {
    const name = (await target.getAttribute("aria-label")) ?? (await target.textContent());
    const area = await target.boundingBox();
    if (!/how is this/i.test(name)) expect(area.height, name).toBeGreaterThanOrEqual(43.9);
  }
  await page.locator("[data-bar=commit_margin]").click();
  await expect(page.locator("#box-commit_margin")).toBeFocused();
  await expect(page.locator("#box-commit_margin")).toBeInViewport();
});
