// The state in the address: it survives a reload, walks with back and forward, and what is wrong in it is left out.
import { expect, test } from "./visit.mjs";

// Wide enough for the line of contents.
test.use({ viewport: { width: 1440, height: 900 } });

const npv = (page) => page.locator("[data-key=npv] .key-value [aria-hidden]").first();
const margin = (page) => page.locator("#box-commit_margin");

async function setMargin(page, percent) {
  await margin(page).fill(String(percent));
  await page.keyboard.press("Enter");
}

/** By the contents, which are a list behind a button here. */
async function toYears(page) {
  await page.locator(".contents-open").click();
  await page.locator("#contents a[href='#years']").click();
}

test("a page that nobody has touched has a plain address", async ({ page, baseURL }) => {
  await page.goto("./");
  await toYears(page);
  await page.goBack();
  await expect(npv(page)).toHaveText("($0.7B)");
  expect(page.url()).toBe(baseURL);
});

test("a reload keeps what was changed, pinned and set", async ({ page }) => {
  await page.goto("./");
  await setMargin(page, 36.125);
  await page.locator("#pin").click();
  await page.locator("[data-stake=at_cost]").click();
  await page.locator("#box-commit_total_b").fill("81.5");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/[?]m=1\.0&d=2026-05&commit=81\.5&margin=0\.36125&stake=at_cost&pin=[^&]*$/);
  const before = await page.locator("[data-key]").allInnerTexts();
  await page.reload();
  await expect.poll(() => page.locator("[data-key]").allInnerTexts()).toEqual(before);
  await expect(margin(page)).toHaveValue("36.125");
  await expect(page.locator("[data-stake=at_cost]")).toHaveAttribute("aria-pressed", "true");
  await expect(page.locator("[data-pin]")).toHaveCount(1);
});

test("back and forward walk the steps, not the way of a slider", async ({ page }) => {
  await page.goto("./");
  for (const percent of [31, 32, 33]) await setMargin(page, percent);
  await expect(page).toHaveURL(/margin=0\.33/);
  const first = await npv(page).innerText();
  await page.locator("[data-scenario=B]").click();
  await expect(page).toHaveURL(/s=B/);
  const second = await npv(page).innerText();
  await setMargin(page, 25);
  // Going to a part of the page is no step, and neither is coming back from it.
  await toYears(page);
  await expect(page).toHaveURL(/#years$/);
  await setMargin(page, 26);
  await page.goBack();
  await expect(margin(page)).toHaveValue("26");
  await expect(page).toHaveURL(/s=B&margin=0\.26$/);
  await page.goBack();
  await expect(margin(page)).toHaveValue("33");
  await expect(npv(page)).toHaveText(first);
  await page.goForward();
  await expect(margin(page)).toHaveValue("26");
  expect(second).not.toBe(first);
  // A step back is itself something that can be undone.
  await page.locator("#undo").click();
  await expect(npv(page)).toHaveText(first);
});

test("however fast a slider moves, the address is written when it rests", async ({ page }) => {
  await page.addInitScript(() => {
    window.writes = [];
    const plain = history.replaceState.bind(history);
    history.replaceState = (...words) => {
      window.writes.push(words[2]);
      plain(...words);
    };
  });
  await page.goto("./");
  const written = await page.evaluate(() => {
    const before = window.writes.length;
    const slider = document.querySelector("[data-input=commit_margin] input[type=range]");
    for (let at = 0; at < 200; at += 1) {
      slider.value = String(at / 400);
      slider.dispatchEvent(new Event("input", { bubbles: true }));
    }
    return window.writes.length - before;
  });
  expect(written).toBe(0);
  await expect(page).toHaveURL(/margin=/);
  expect(await page.evaluate(() => window.writes.filter((it) => /margin/.test(it)).length)).toBe(1);
});

test("a change is in the address at once", async ({ page }) => {
  await page.goto("./");
  await setMargin(page, 42);
  await page.reload();
  await expect(margin(page)).toHaveValue("42");
});

test("what was changed a moment before leaving is there on coming back", async ({ page }) => {
  await page.goto("./");
  for (const percent of [41, 42]) await setMargin(page, percent);
  await page.evaluate(() => { location.href = "./examples.html"; });
  await page.waitForURL(/examples/);
  await page.goBack();
  await expect(margin(page)).toHaveValue("42");
});

test("an address that may not be written stops nothing", async ({ page }) => {
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.addInitScript(() => {
    history.replaceState = history.pushState = () => {
      throw new DOMException("too often", "SecurityError");
    };
  });
  await page.goto("./");
  await setMargin(page, 40);
  await page.locator("[data-scenario=A]").click();
  await expect(page.locator("#box-commit_margin")).toHaveValue("36");
  expect(errors).toEqual([]);
});

test("what is wrong in a link is left out, told, and changes nothing else", async ({ page }) => {
  await page.goto("./?m=1.0&d=2026-05&margin=%3Cscript%3E&adoption=0.5&utm_source=letter&seed=NaN&%FF=%00");
  const notice = page.locator("#left-out");
  await expect(notice).toContainText("Margin: “<script>” is not a number from -1 to 1");
  await expect(notice).not.toContainText("utm");
  await expect(page.locator("#box-adoption_ceiling")).toHaveValue("50");
  await expect(margin(page)).toHaveValue("30");
  await notice.getByRole("button", { name: "Close" }).click();
  await expect(notice).toHaveCount(0);
  await expect(page.locator("#verdict")).toBeFocused();
});

test("a link leads to the chart that it names", async ({ page }) => {
  await page.goto("./?view=grid&margin=0.36");
  await expect(page).toHaveURL(/#title-grid$/);
  await expect(page.locator("#title-grid")).toBeInViewport();
  await expect(margin(page)).toHaveValue("36");
});
