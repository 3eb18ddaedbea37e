// How a card looks and reads: every card in every width without cut words, in both themes for everybody, and alone with
// what it has to say when something is wrong.
import AxeBuilder from "@axe-core/playwright";

import { expect, test } from "./visit.mjs";

const CHARTS = ["cash", "share", "bridge", "ladder", "grid", "tornado", "simulation", "gigawatts"];
const WIDTHS = [640, 440, 360, 320, 280];
const CARDS = [
  "embed=verdict",
  "embed=verdict-chart",
  "embed=verdict&sliders=none",
  "embed=verdict&sliders=investment,commit,margin,adoption&foo=1&margin=much",
  "embed=verdict-chart&sliders=rate,years,tax&lock=1&theme=dark&m=1.0&d=2026-05",
  "embed=verdict-chart&lens=capex&stake=modelled_exit",
  ...CHARTS.map((chart) => `embed=chart&chart=${chart}`),
];

const frames = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** Texts that do not fit into what they stand in, or stand outside the card. */
const cut = (page) =>
  page.evaluate(() => {
    const card = document.querySelector(".card");
    const { left, right, top, bottom } = card.getBoundingClientRect();
    const found = [];
    const walk = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
    for (let text = walk.nextNode(); text; text = walk.nextNode()) {
      const element = text.parentElement;
      if (!text.textContent.trim() || !element.checkVisibility({ visibilityProperty: true }) || element.closest(".unseen, .cross-layer, .cells")) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const box = range.getBoundingClientRect();
      const outside = box.left < left - 0.5 || box.right > right + 0.5 || box.top < top - 0.5 || box.bottom > bottom + 0.5;
      const { overflow } = getComputedStyle(element);
      const clipped = overflow !== "visible" && (element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight);
      if (outside || clipped) found.push(`${text.textContent} in ${element.className || element.tagName}`);
    }
    const { scrollWidth } = document.documentElement;
    return scrollWidth > innerWidth ? [...found, `the card is ${scrollWidth - innerWidth} pixels too wide`] : found;
  });

for (const query of CARDS) {
  test(`no word is cut: ${query}`, async ({ page }) => {
    await page.setViewportSize({ width: WIDTHS[0], height: 900 });
    await page.goto(`/?${query}`);
    await expect(page.locator(".card-foot")).toContainText("Not investment advice. Deal terms are partly undisclosed.");
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await frames(page);
      expect(await cut(page), `${width} pixels wide`).toEqual([]);
      const sliders = await page.locator(".card-inputs > *:visible:not(.card-column)").count();
      if (/^embed=verdict(-chart)?$/.test(query)) expect(sliders, `${width} pixels wide`).toBe(width < 480 ? 1 : 2);
    }
    expect(await page.locator("body").innerText()).not.toMatch(/NaN|undefined|Infinity|\[object/);
  });
}

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

for (const theme of ["light", "dark"]) {
  for (const query of [CARDS[1], CARDS[3], CARDS[4], "embed=chart&chart=grid", "embed=chart&chart=tornado", "embed=chart&chart=simulation"]) {
    test(`axe finds nothing: ${query}, ${theme}`, async ({ page }) => {
      await page.setViewportSize({ width: 360, height: 900 });
      await page.emulateMedia({ colorScheme: theme });
      await page.goto(`/?${query}`);
      await expect(page.locator(".card-foot")).toBeVisible();
      const { violations, passes } = await new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).analyze();
      expect(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")}`))).toEqual([]);
      expect(passes.filter(({ tags }) => tags.some((tag) => WCAG.includes(tag))).length).toBeGreaterThan(3);
    });
  }
}

test("locked values cannot be moved, and say what they are", async ({ page }) => {
  await page.goto("/?embed=verdict-chart&chart=grid&lock=1&sliders=margin,adoption&margin=0.36");
  await expect(page.locator("[data-value=commit_margin]")).toHaveText("Margin assumption36%");
  await expect(page.getByRole("slider")).toHaveCount(0);
  await expect(page.getByRole("textbox")).toHaveCount(0);
  const verdict = await page.locator("h1").innerText();
  await page.locator(".plot-grid").click();
  expect(await page.locator("h1").innerText()).toBe(verdict);
});

test("every chart of a card can be read with the keys", async ({ page }) => {
  for (const chart of CHARTS.filter((chart) => chart !== "grid")) {
    await page.goto(`/?embed=chart&chart=${chart}`);
    const cross = page.getByRole("slider");
    await cross.focus();
    await page.keyboard.press("ArrowRight");
    await expect(cross, chart).toHaveAttribute("aria-valuetext", /\d/);
  }
  await page.goto("/?embed=chart&chart=grid");
  await page.locator(".cells").focus();
  for (let press = 0; press < 4; press += 1) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page.locator(".card-open")).toHaveAttribute("href", /margin=/);
});

test("while a slider moves over its whole range what stands below stays where it is", async ({ page }) => {
  for (const width of [640, 500, 400]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/?embed=verdict-chart");
    const slider = page.getByRole("slider", { name: "Margin" });
    const place = () => page.locator(".plot").evaluate((it) => Math.round(it.getBoundingClientRect().top));
    await slider.focus();
    const before = await place();
    await page.keyboard.press("Home");
    for (let step = 0; step < 13; step += 1) {
      expect(await place(), `step ${step}, ${width} pixels wide`).toBe(before);
      for (let press = 0; press < 5; press += 1) await page.keyboard.press("ArrowRight");
    }
  }
});

test("the card of a frame follows no remembered theme and leaves none behind", async ({ page }) => {
  await page.goto("/");
  await page.evaluate(() => localStorage.setItem("offtake.theme", "dark"));
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/?embed=verdict");
  await expect(page.locator("html")).not.toHaveAttribute("data-theme", /./);
  await page.goto("/?embed=verdict&theme=light");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  expect(await page.evaluate(() => localStorage.getItem("offtake.theme"))).toBe("dark");
});

test("the page of examples: every card runs, the height follows, and the page sets a card's state", async ({ page, baseURL }) => {
  const faults = [];
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(String(error)));
  await page.goto("/examples.html");
  const cards = page.locator("iframe");
  await expect(cards).toHaveCount(6);
  for (const card of await cards.all()) {
    await card.scrollIntoViewIfNeeded();
    await expect(card.contentFrame().locator(".card-foot")).toBeVisible();
    expect(new URL(await card.getAttribute("src"), page.url()).href.startsWith(new URL(baseURL).origin)).toBe(true);
  }
  await page.getByRole("button", { name: "Scenario A" }).click();
  await expect(page.locator("#heard")).toContainText("NPV 15.9 billion dollars, state m=1.0&d=2026-05&s=A");
  await expect(page.frameLocator("#talking").locator("h1")).toContainText("$15.9B ahead");
  expect(faults).toEqual([]);
  const { violations } = await new AxeBuilder({ page }).exclude("iframe").options({ resultTypes: ["violations"] }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].target}`)).toEqual([]);
});
