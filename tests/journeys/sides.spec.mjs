// The third chair at the table: from the deal of the page to the reader's own commitment, and away with it.
import { readFile } from "node:fs/promises";

import { expect, test } from "./visit.mjs";

test.use({ viewport: { width: 1440, height: 900 } });

/** The buyer's own figures, as they are typed. */
const FIGURES = { commit_m: "20", demand_m: "25", discount: "12", term_years: "4", price_match: "50" };

/** Everything that the answer says. */
const answer = (page) =>
  page.evaluate(() => [...document.querySelectorAll("#verdict, #second, #notes, [data-key], [data-clause]")].map((it) => it.textContent));

test("five figures, a verdict, the worth of a clause, a file and a link that says the same", async ({ page, browser, baseURL }) => {
  await page.goto("./");
  await page.locator("[data-side=buyer]").click();
  await expect(page.locator("[data-side=buyer]")).toHaveAttribute("aria-current", "page");
  await expect(page).toHaveURL(/side=buyer/);
  await expect(page).toHaveTitle("Offtake: does our own commitment to a cloud pay?");
  for (const [input, value] of Object.entries(FIGURES)) {
    const box = page.locator(`#box-${input}`);
    await box.fill(value);
    await box.press("Enter");
    await expect(box).toHaveValue(value);
  }
  await expect(page.locator("#verdict")).toContainText("your commitment of $20M");
  await expect(page.locator("#verdict")).toContainText("four years");
  await test.step("what a price match is worth", async () => {
    await page.locator("#clauses").scrollIntoViewIfNeeded();
    await expect(page.locator("[data-clause=price_match]")).toContainText(/50%\s*75%.*\d/);
    await page.locator("[data-clause=price_match] button").click();
    await expect(page.locator("#box-price_match")).toBeFocused();
  });
  await page.locator("#share-open").click();
  await test.step("as a file", async () => {
    const [file] = await Promise.all([page.waitForEvent("download"), page.locator("[data-file=json]").click()]);
    const state = JSON.parse(await readFile(await file.path(), "utf8"));
    expect(state.link).toContain("side=buyer");
    expect(JSON.stringify(state)).toMatch(/"commit_m":20\b/);
    expect(JSON.stringify(state)).toMatch(/"price_match":0\.5\b/);
  });
  const link = await page.locator("#share-link").inputValue();
  const said = await answer(page);
  await test.step("and as a link, opened by somebody else", async () => {
    const context = await browser.newContext({ baseURL, viewport: { width: 1440, height: 900 } });
    const other = await context.newPage();
    await other.goto(link);
    await expect(other.locator("#clauses")).toBeAttached();
    await other.locator("#clauses").scrollIntoViewIfNeeded();
    await expect.poll(() => answer(other)).toEqual(said);
    await context.close();
  });
});

test("the back button takes back a change of side, and the lab's list is worked by keys", async ({ page }) => {
  await page.goto("./");
  await page.locator("[data-side=lab]").click();
  await expect(page.locator("#verdict")).toContainText("would owe its clouds");
  await page.locator("#add-obligation").focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("#owed-2-name")).toBeFocused();
  await page.keyboard.type("Azure");
  await page.keyboard.press("Enter");
  await page.locator("#box-obligation_2_total_b").fill("30");
  await page.locator("#box-obligation_2_total_b").press("Enter");
  await expect(page.locator("[data-group=obligations] .group-summary")).toHaveText("AWS $100B, Azure $30B");
  // The address of this step has caught up.
  await expect(page).toHaveURL(/ob2total=30&ob2/);
  await page.goBack();
  await expect(page.locator("[data-side=investor]")).toHaveAttribute("aria-current", "page");
  await page.goForward();
  await expect(page.locator("[data-group=obligations] .group-summary")).toHaveText("AWS $100B, Azure $30B");
});

for (const side of ["lab", "buyer"]) {
  for (const width of [320, 390, 768, 1440]) {
    test(`the page of the ${side} has no sideways scroll at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`./?side=${side}`);
      await expect(page.locator("#sources")).toBeAttached();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    });
  }
}
