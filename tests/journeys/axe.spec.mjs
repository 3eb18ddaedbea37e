// axe-core finds nothing: on the page in every size and theme, with everything unfolded, in every dialog, and before the
// calculator runs or where it cannot. All rules of axe, among them those of WCAG 2.2 A and AA.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

// All rules run; this says that those of WCAG 2.2 A and AA did.
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

/** Where and what, short enough to read in a report. */
const told = (violations) =>
  violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")}`));

async function clean(page, what, within = "html") {
  const { violations, passes } = await new AxeBuilder({ page }).include(within).options({ resultTypes: ["violations"] }).analyze();
  expect(told(violations), what).toEqual([]);
  const checked = passes.filter(({ tags }) => tags.some((tag) => WCAG.includes(tag)));
  expect(checked.length, "rules of WCAG that found something to look at").toBeGreaterThan(3);
}

async function open(page, { width = 1440, theme = "light", query = "" } = {}) {
  await page.setViewportSize({ width, height: width < 700 ? 844 : 900 });
  await page.emulateMedia({ colorScheme: theme });
  await page.goto(`/${query}`);
  await expect(page.locator("#start")).toHaveCount(0);
  await expect(page.locator("#sources")).toBeAttached();
}

/** Everything that is folded, opened: groups of assumptions, tables, registers, sections; and seen once, for what is made
 * only when it is seen. */
const unfold = (page) =>
  page.evaluate(async () => {
    const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    for (const selector of [".section-turn", ".group-head", "details:not([open]) > summary"]) {
      for (const opener of document.querySelectorAll(selector)) {
        if (opener.getAttribute("aria-expanded") !== "true") opener.click();
      }
      await frames();
    }
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
      scrollTo(0, y);
      await frames();
    }
    scrollTo(0, 0);
  });

for (const theme of ["light", "dark"]) {
  for (const width of [1440, 768, 390]) {
    test(`the whole page, ${theme}, ${width} pixels wide`, async ({ page }) => {
      await open(page, { width, theme });
      await clean(page, "as it comes");
    });
  }
}

for (const [theme, width] of [["light", 1440], ["dark", 390]]) {
  test(`everything unfolded, ${theme}, ${width} pixels wide`, async ({ page }) => {
    test.slow();
    await open(page, { width, theme });
    await unfold(page);
    await clean(page, "unfolded");
  });
}

for (const side of ["lab", "buyer"]) {
  for (const [theme, width] of [["light", 1440], ["dark", 390]]) {
    test(`the page of the ${side}, ${theme}, ${width} pixels wide`, async ({ page }) => {
      test.slow();
      await open(page, { width, theme, query: `?side=${side}` });
      await unfold(page);
      await clean(page, "unfolded");
    });
  }
}

/** Presses what stands for it and looks at what opens, then leaves it by Escape. */
async function inside(page, opener, what) {
  await opener.click();
  await expect(page.getByRole("dialog")).toBeVisible();
  // What lies behind was looked at without it.
  await clean(page, what, ":is([role=dialog], dialog[open])");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
}

for (const theme of ["light", "dark"]) {
  test(`every dialog, ${theme}`, async ({ page }) => {
    test.slow();
    await open(page, { theme });
    const row = page.locator("[data-input=commit_margin]");
    await inside(page, row.locator(".tag"), "the source of a value");
    await inside(page, row.locator(".goal"), "what it must be for a goal");
    await inside(page, page.locator("[data-key=npv] .how"), "how NPV is computed");
    await inside(page, page.locator("[data-menu=cash]"), "what can be done with a chart");
    await inside(page, page.locator("#keyboard"), "the map of keys");
  });

  test(`a changed, pinned and faulty case, ${theme}`, async ({ page }) => {
    await open(page, { theme });
    await page.locator("#pin").click();
    await page.locator("#box-commit_margin").fill("41");
    await page.keyboard.press("Enter");
    await page.locator("#box-investment").fill("lots");
    await page.keyboard.press("Enter");
    await expect(page.locator("#why-investment")).toContainText("Enter a number");
    await expect(page.locator("[data-figure=pinned], .pins").first()).toBeVisible();
    await clean(page, "changed");
  });

  test(`the sheet of sliders on a phone, ${theme}`, async ({ page }) => {
    await open(page, { width: 390, theme });
    await inside(page, page.locator("#adjust"), "the sheet");
  });

  test(`the page that does not start, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await page.route("**/*.wasm", (route) => route.abort());
    await page.goto("/");
    await expect(page.getByRole("alert")).toContainText("could not be loaded");
    await clean(page, "wide");
    await page.setViewportSize({ width: 390, height: 844 });
    await clean(page, "narrow");
  });

  test(`the page before it starts, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await page.route("**/*.wasm", () => {});
    await page.goto("/", { waitUntil: "domcontentloaded" });
    await expect(page.locator(".start-line")).toHaveText("Loading the sliders.");
    await clean(page, "loading");
  });
}

test("the list of contents where it opens", async ({ page }) => {
  await open(page, { width: 390 });
  await page.locator(".contents-open").click();
  await expect(page.locator("#contents")).toBeVisible();
  await clean(page, "contents");
});
