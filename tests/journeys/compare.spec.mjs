// Compares a case with a pinned one, and goes back by keys.
import { expect, test } from "./visit.mjs";

const figure = (page, key) => page.locator(`[data-key=${key}] .key-value [aria-hidden]`);
const difference = (page, key) => page.locator(`[data-key=${key}] .key-difference`);
const box = (page, input) => page.locator(`[data-input=${input}]`).getByRole("textbox");

/** Drags a thumb to a part of its track, in steps. */
async function drag(page, input, part) {
  const range = page.locator(`[data-input=${input}]`).getByRole("slider");
  const area = await range.boundingBox();
  const [value, min, max] = await range.evaluate((r) => [r.value, r.min, r.max].map(Number));
  const x = (share) => area.x + 9 + share * (area.width - 18);
  const y = area.y + area.height / 2;
  await page.mouse.move(x((value - min) / (max - min)), y);
  await page.mouse.down();
  await page.mouse.move(x(part), y, { steps: 12 });
  await page.mouse.up();
}

test("pins a scenario, moves on, sees what each change contributes, and undoes a drag in one step", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: /A margins hold/ }).click();
  await page.getByRole("button", { name: "Pin to compare" }).click();
  await page.getByRole("button", { name: /^Base/ }).click();
  await expect(difference(page, "npv")).toHaveText("−16.5 vs A");

  await drag(page, "commit_margin", 0.9);
  await expect(box(page, "commit_margin")).toHaveValue("54");
  await drag(page, "commit_total_b", 0.25);
  await expect(box(page, "commit_total_b")).toHaveValue("50");

  const pinned = page.locator("#pinned");
  await pinned.scrollIntoViewIfNeeded();
  const parts = pinned.locator("tbody tr td:last-child");
  await expect(pinned.getByRole("row", { name: /Together/ })).toBeVisible();
  const texts = await parts.evaluateAll((cells) => cells.map((cell) => (cell.querySelector("[aria-hidden]") ?? cell).textContent));
  const numbers = texts.map((text) => (text.startsWith("(") ? -1 : 1) * Number(text.replace(/[()]/g, "")));
  const total = numbers.pop();
  expect(Math.abs(numbers.reduce((sum, number) => sum + number, 0) - total)).toBeLessThan(0.05 * numbers.length + 0.05);

  await page.keyboard.press("ControlOrMeta+z");
  await expect(box(page, "commit_total_b")).toHaveValue("100");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(box(page, "commit_margin")).toHaveValue("30");
  await expect(figure(page, "npv")).toHaveText("($0.7B)");
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await expect(box(page, "commit_margin")).toHaveValue("54");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(difference(page, "npv")).toHaveText("−16.5 vs A");

  // While text is being typed the keys belong to its field.
  await box(page, "commit_margin").fill("41");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(figure(page, "npv")).toHaveText("($0.7B)");
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Unpin A" }).click();
  await expect(pinned).toHaveCount(0);
  await expect(difference(page, "npv")).toHaveCount(0);
});
