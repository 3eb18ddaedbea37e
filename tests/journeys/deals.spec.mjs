// Other deals than that of the page, and the reader's own: taken, passed on, kept.
import { expect, test } from "./visit.mjs";

test.use({ viewport: { width: 1440, height: 900 } });

/** Everything that the answer says. */
const answer = (page) =>
  page.evaluate(() => [...document.querySelectorAll("#verdict, #second, #notes, [data-key]")].map((it) => it.textContent));

test("another deal by keys: the sentence names its parties, and its link says the same to others", async ({ page, browser, baseURL }) => {
  await page.goto("./");
  await page.locator("#deal").focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("#panel")).toBeVisible();
  await page.locator("[data-deal=google_anthropic]").focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("#panel")).toBeHidden();
  await expect(page.locator("#deal")).toBeFocused();
  await expect(page.locator("#deal")).toContainText("Google × Anthropic");
  await expect(page.locator("#verdict")).toContainText("Google");
  await expect(page.locator("#verdict")).not.toContainText("Amazon");
  await expect(page).toHaveURL(/deal=google_anthropic/);
  await page.locator("#deal-terms summary").click();
  await expect(page.locator("#deal-terms")).toContainText("Stated in the articles");
  await page.locator("#share-open").click();
  const link = await page.locator("#share-link").inputValue();
  const said = await answer(page);
  await test.step("opened by somebody else", async () => {
    const context = await browser.newContext({ baseURL, viewport: { width: 1440, height: 900 } });
    const other = await context.newPage();
    await other.goto(link);
    await expect(other.locator("#deal")).toContainText("Google × Anthropic");
    await expect(other.locator("#deal-notice")).toContainText("Starts from Google × Anthropic");
    await expect.poll(() => answer(other)).toEqual(said);
    await context.close();
  });
  await page.goBack();
  await expect(page.locator("#deal")).toContainText("Amazon × Anthropic");
});

test("an own deal is kept over a reload, and is there from the page of another deal", async ({ page }) => {
  await page.goto("./");
  const box = page.locator("#box-commit_total_b");
  await box.fill("80");
  await box.press("Enter");
  await page.locator("#deal").click();
  await page.locator("#own-present").click();
  await expect(page.locator("#why-own-name")).toContainText("1 to 24 characters");
  await page.locator("#own-name").fill("Ours");
  await page.locator("#own-present").click();
  await expect(page.locator("#deal")).toContainText("Ours");
  await page.locator("#deal").click();
  await page.locator("#own-keep").click();
  await expect(page.locator("[data-kept=Ours]")).toBeVisible();
  const said = await answer(page);
  await page.goto("./");
  await page.reload();
  await expect(page.locator("#deal")).toContainText("Amazon × Anthropic");
  await page.locator("#deal").click();
  await page.locator("[data-kept=Ours] .deal-choice").click();
  await expect(page.locator("#deal")).toContainText("Ours");
  await expect(box).toHaveValue("80");
  await expect.poll(() => answer(page)).toEqual(said);
});

for (const width of [320, 390, 768, 1440]) {
  test(`the panel and the terms fit into ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto("./?deal=microsoft_openai");
    await expect(page.locator("#sources")).toBeAttached();
    await page.locator("#deal-terms summary").click();
    await page.locator("#deal").click();
    await expect(page.locator("#own-name")).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  });
}
