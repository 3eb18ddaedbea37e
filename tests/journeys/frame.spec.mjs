// The answer and the sliders wherever the reader is: bar, dock, sheet, contents, folded sections.
import { expect, test } from "./visit.mjs";

const dock = (page) => page.getByRole("region", { name: "Answer at a glance" });
const npv = (page) => dock(page).locator("dd").first().locator("[aria-hidden]");
const PHONE = { width: 390, height: 844 };

async function open(page) {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("On these assumptions Amazon gets back");
  await expect(page.locator("[data-figure=cash] canvas")).toBeVisible();
}

test.describe("on a wide window", () => {
  test.use({ viewport: { width: 1440, height: 900 } });

  test("a bar with the answer and the four values comes once the sliders have scrolled away", async ({ page }) => {
    await open(page);
    await expect(dock(page)).toBeHidden();
    await page.locator("#years").scrollIntoViewIfNeeded();
    await expect(dock(page)).toBeVisible();
    await expect(npv(page)).toHaveText("($0.7B)");
    const margin = page.locator("#dock-commit_margin");
    await margin.fill("36");
    await margin.press("Enter");
    await expect(npv(page)).not.toHaveText("($0.7B)");
    await expect(page.locator("#box-commit_margin")).toHaveValue("36");
    await margin.fill("much");
    await margin.press("Enter");
    await expect(dock(page).locator(".row-fault")).toContainText("The last valid value stays in force.");
    await expect(dock(page).locator(".row-fault")).toBeInViewport();
    await expect(page.locator("#box-commit_margin")).toHaveValue("36");
    await page.locator("h1").scrollIntoViewIfNeeded();
    await expect(dock(page)).toBeHidden();
  });

  test("the contents lead to every part, clear of the bar", async ({ page }) => {
    await open(page);
    const links = page.locator("#contents a");
    await page.locator(".contents-open").click();
    await expect(links).toHaveCount(9);
    await page.keyboard.press("Escape");
    for (const link of await links.all()) {
      const target = page.locator(await link.getAttribute("href"));
      await page.evaluate(() => scrollTo(0, 0));
      await page.locator(".contents-open").click();
      await link.click();
      await expect(target).toBeInViewport();
      const top = await target.evaluate((it) => it.getBoundingClientRect().top);
      expect(top, await link.textContent()).toBeGreaterThanOrEqual(0);
    }
  });

  test("a number in the sentence is dragged, moved with the keys, or pressed to be typed", async ({ page }) => {
    await open(page);
    const rate = page.locator("#verdict [data-asks=discount_rate]");
    const box = page.locator("#box-discount_rate");
    await expect(rate).toHaveText("9.5%");
    const { x, y, width, height } = await rate.boundingBox();
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 2 - 30, y + height / 2, { steps: 6 });
    await page.mouse.up();
    await expect(rate).not.toHaveText("9.5%");
    // A drag is one step, and no press.
    await expect(box).toHaveCount(0);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(rate).toHaveText("9.5%");
    await rate.focus();
    await page.keyboard.press("ArrowUp");
    await expect(rate).not.toHaveText("9.5%");
    await expect(rate).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(rate).toHaveText("9.5%");
    await page.keyboard.press("Enter");
    await expect(box).toBeFocused();
  });

  test("the first stop of the Tab key leads past the header", async ({ page }) => {
    await open(page);
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "To the answer" });
    await expect(skip).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  });
});

test.describe("on a phone", () => {
  test.use({ viewport: PHONE, hasTouch: true, isMobile: true });

  test("the sliders come over the lower part of the screen, and the verdict stays in view", async ({ page }) => {
    await open(page);
    const adjust = page.getByRole("button", { name: "Adjust" });
    await adjust.tap();
    const sheet = page.getByRole("dialog", { name: "Adjust" });
    await expect(sheet).toBeVisible();
    await expect(sheet.getByRole("slider")).toHaveCount(4);
    await expect(page.getByRole("heading", { level: 1, includeHidden: true })).toBeInViewport();
    const box = await sheet.boundingBox();
    expect(box.height).toBeLessThanOrEqual(0.73 * PHONE.height);
    expect(Math.round(box.y + box.height)).toBe(PHONE.height);

    // The rest of the page is out of reach, as under every dialog.
    for (let stop = 0; stop < 30; stop += 1) {
      await page.keyboard.press("Tab");
      const inside = await page.evaluate(
        () => document.activeElement === document.body || Boolean(document.activeElement.closest(".sheet")),
      );
      expect(inside, `stop ${stop}`).toBe(true);
    }
    await sheet.getByRole("slider", { name: "Margin" }).focus();
    await page.keyboard.press("ArrowRight");
    await expect(sheet).not.toContainText("(0.7)");
    await expect(npv(page)).not.toHaveText("($0.7B)");

    await page.keyboard.press("Escape");
    await expect(sheet).toHaveCount(0);
    await expect(adjust).toBeFocused();
    await expect(page.locator("[inert]")).toHaveCount(0);
  });

  test("deep sections are rows that state their finding and open at a tap or a link", async ({ page }) => {
    await open(page);
    const turn = (id) => page.locator(`#${id} .section-turn`);
    for (const [id, finding] of [
      ["how-sure", "matters"],
      ["what-must-hold", "From 4x to 71 cents; break-even margin 31.3%"],
      ["years", "The cash is back in year 8"],
      ["sources", "20 contradictions"],
    ]) {
      await expect(turn(id)).toContainText(finding);
      await expect(turn(id)).toHaveAttribute("aria-expanded", "false");
      await expect(page.locator(`#${id}-body`)).toBeHidden();
    }
    await turn("years").tap();
    await expect(turn("years")).toHaveAttribute("aria-expanded", "true");
    await expect(page.locator("#years table")).toBeVisible();
    await turn("years").tap();
    await expect(page.locator("#years table")).toBeHidden();

    // A link to a fact opens what the fact is folded into.
    await page.getByRole("contentinfo").getByRole("link", { name: /contradictions/ }).tap();
    await expect(page.locator("#contradictions + .register")).toBeInViewport();
    await page.getByRole("region", { name: "The deal in short" }).getByRole("link", { name: "$25B" }).tap();
    await expect(page.locator("#S4")).toBeInViewport();
  });

  test("the sheet closes when it is dragged down, and stays for a short drag", async ({ page }) => {
    await open(page);
    await page.getByRole("button", { name: "Adjust" }).tap();
    const sheet = page.getByRole("dialog", { name: "Adjust" });
    const head = await page.locator(".sheet-head").boundingBox();
    const drag = async (by) => {
      await page.mouse.move(head.x + 120, head.y + 30);
      await page.mouse.down();
      await page.mouse.move(head.x + 120, head.y + 30 + by, { steps: 5 });
      await page.mouse.up();
    };
    await drag(40);
    await expect(sheet).toBeVisible();
    await drag(120);
    await expect(sheet).toHaveCount(0);
  });
});
