// What an input must be for a goal: by keyboard, from the question to the undone answer.
import { expect, test } from "./visit.mjs";

const row = (page, input) => page.locator(`[data-input=${input}]`);
const box = (page, input) => row(page, input).getByRole("textbox");
const verdict = (page) => page.getByRole("heading", { level: 1 });

test("finds, applies and undoes the margin for an even NPV by keyboard", async ({ page }) => {
  await page.goto("/");
  await expect(verdict(page)).toContainText("$0.7B short");
  const goal = page.getByRole("button", { name: "Margin: find a value for a goal" });
  await goal.focus();
  await page.keyboard.press("Enter");
  const panel = page.getByRole("dialog", { name: "Margin: a value for a goal" });
  await expect(panel).toBeFocused();
  await expect(panel.getByRole("status")).toHaveText("The NPV is zero at 31.3%.");

  await test.step("another goal, and back", async () => {
    await panel.getByRole("button", { name: "IRR" }).focus();
    await page.keyboard.press("Space");
    await panel.getByLabel("IRR of").fill("15");
    await expect(panel.getByRole("status")).toHaveText("The IRR is 15% at 38.6%.");
    await panel.getByLabel("IRR of").fill("much");
    await expect(panel.getByRole("alert")).toContainText("Enter a number from −90 to 500.");
    await expect(panel.getByRole("button", { name: /^Use/ })).toHaveCount(0);
    await panel.getByRole("button", { name: "NPV" }).press("Enter");
  });

  await panel.getByRole("button", { name: "Use 31.3%" }).press("Enter");
  await expect(panel).toBeHidden();
  await expect(goal).toBeFocused();
  await expect(verdict(page)).toContainText("about even");
  await expect(box(page, "commit_margin")).toHaveValue("31.3435");
  await page.keyboard.press("Control+z");
  await expect(verdict(page)).toContainText("$0.7B short");
  await expect(box(page, "commit_margin")).toHaveValue("30");
});

test("tracks say where the answer turns, at every width", async ({ page }) => {
  for (const width of [1440, 768, 390, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/");
    const track = row(page, "commit_margin").locator(".track");
    await track.scrollIntoViewIfNeeded();
    await expect(track.locator(".track-marks")).toHaveText("breaks even at 31.3%");
    const [tick, line, label] = await Promise.all(
      [".track-tick", ".track-line", ".track-label"].map((part) => track.locator(part).boundingBox()),
    );
    expect(tick.x).toBeCloseTo(line.x + (line.width * 0.313435) / 0.6, -0.3);
    expect(label.x + label.width, "the label stays in the row").toBeLessThanOrEqual(line.x + line.width + 11);
    for (const end of await track.locator(".track-low:not(.gone), .track-high:not(.gone)").all()) {
      const other = await end.boundingBox();
      expect(other.x >= label.x + label.width || other.x + other.width <= label.x, `${width}: no collision`).toBe(true);
    }
  }
});
