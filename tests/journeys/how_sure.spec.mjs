// How sure is this: drags a slider with the chart in view, asks for many draws, narrows a range, weighs the scenarios.
import { expect, test } from "./visit.mjs";

const box = (page, name) => page.getByRole("textbox", { name, exact: true });
const picture = (page) => page.locator("[data-figure=simulation] canvas").evaluate((canvas) => canvas.toDataURL());

test("from the first futures to an own view of how sure it is", async ({ page }) => {
  const faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  await page.goto("/");
  const section = page.locator("#how-sure");
  const sub = section.locator("[data-figure=simulation] .figure-sub");
  const futures = page.locator("#futures");
  await expect(page.locator("#verdict")).toContainText("On these assumptions");
  await section.scrollIntoViewIfNeeded();

  await test.step("ten thousand futures", async () => {
    await expect(sub).toHaveText("NPV before the stake, $B, 10,000 draws, seed 20260420");
    await expect(futures).toContainText("In 37 of 100 futures Amazon ends above zero, in 74 of 100 with its stake counted");
    await section.locator("[data-figure=simulation] summary").click();
    await expect(section.getByRole("row", { name: /^Above zero/ })).toContainText("36.8%");
    await expect(section.getByRole("row", { name: /^Above zero/ })).toContainText("73.9%");
  });

  await test.step("a drag beside the chart draws a thousand at a time, and ten thousand when it ends", async () => {
    const slider = page.locator("[data-input=commit_margin]").getByRole("slider");
    await slider.scrollIntoViewIfNeeded();
    const place = await slider.boundingBox();
    const before = await picture(page);
    await page.mouse.move(place.x + place.width / 2, place.y + place.height / 2);
    await page.mouse.down();
    await page.mouse.move(place.x + place.width * 0.7, place.y + place.height / 2, { steps: 6 });
    if (await sub.evaluate((words) => words.getBoundingClientRect().top < innerHeight)) {
      await expect(sub).toContainText(" 1,000 draws");
    }
    await page.mouse.up();
    await expect(sub).toContainText(" 10,000 draws");
    await section.scrollIntoViewIfNeeded();
    await expect.poll(() => picture(page)).not.toBe(before);
    await expect(futures).not.toContainText("In 37 of 100");
    await page.locator("#reset-all").click();
    await section.scrollIntoViewIfNeeded();
    await expect(futures).toContainText("In 37 of 100");
  });

  await test.step("many draws on request", async () => {
    await page.getByRole("button", { name: "Draw 100,000" }).click();
    await expect(page.locator("#took")).toHaveText(/^100,000 draws in \d+\.\d\d s$/);
    await expect(sub).toContainText("100,000 draws");
    await page.getByRole("button", { name: "Back to 10,000" }).click();
    await expect(sub).toContainText(" 10,000 draws");
  });

  await test.step("a range of one's own", async () => {
    await page.locator("#ranges > summary").click();
    const low = box(page, "Operating margin on the commitment, low end");
    await low.fill("35");
    await low.press("Enter");
    await expect(page.locator("#why-low-commit_margin")).toContainText("The ends enclose the present 30%.");
    await low.fill("28");
    await low.press("Enter");
    await expect(page.locator("#why-low-commit_margin")).toBeEmpty();
    await expect(futures).not.toContainText("In 37 of 100");
    await page.getByRole("button", { name: "Reset all" }).click();
    await expect(futures).toContainText("In 37 of 100");
  });

  await test.step("the scenarios weighted", async () => {
    await box(page, "Weight of A margins hold").fill("0");
    await box(page, "Weight of A margins hold").press("Enter");
    await expect(page.locator("#title-weights")).toHaveText("Weighted, the three scenarios give −$5.9B");
    await expect(box(page, "Weight of C failed bet")).toHaveValue("50.0");
  });
  expect(faults).toEqual([]);
});
