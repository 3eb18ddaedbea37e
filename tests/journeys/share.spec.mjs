// What a reader takes along: a link that shows the same to somebody else, the code of a frame, a picture, words.
import { readFile } from "node:fs/promises";

import AxeBuilder from "@axe-core/playwright";

import { expect, test } from "./visit.mjs";

test.use({ viewport: { width: 1440, height: 900 } });

const field = (page, name) => page.locator(`#share-${name}`);
const button = (page, name) => page.locator(`[data-copy=share-${name}]`);
const pick = (page, group, name) => page.getByRole("group", { name: group, exact: true }).getByRole("button", { name, exact: true });

async function open(page, address = "./") {
  await page.goto(address);
  await page.locator("#share-open").click();
  await expect(page.getByRole("dialog", { name: "Share this model" })).toBeVisible();
}

/** Everything that follows from the state, to the last digit: files, figures with their exact values, boxes, pins. */
async function everything(page) {
  await expect(page.locator("#sources")).toBeAttached();
  await page.evaluate(() => document.querySelectorAll(".group-head[aria-expanded=false]").forEach((head) => head.click()));
  const files = {};
  for (const chart of ["cash", "share", "bridge", "ladder", "grid", "tornado", "simulation"]) {
    const menu = page.locator(`[data-menu=${chart}]`);
    const fold = page.locator(".section-turn[aria-expanded=false]");
    if (!(await menu.isVisible()) && (await fold.count())) await fold.first().click();
    await menu.scrollIntoViewIfNeeded();
    // Analyses run once they are seen.
    await expect(page.locator(`[data-figure=${chart}]`)).not.toContainText(/recomputing|Not computed/);
    await menu.click();
    const saved = page.waitForEvent("download");
    await page.locator("[data-act=csv]").click();
    files[chart] = await readFile(await (await saved).path(), "utf8");
    await page.keyboard.press("Escape");
  }
  const shown = await page.evaluate(() => {
    const texts = (selector) => [...document.querySelectorAll(selector)].map((it) => it.textContent);
    return {
      answer: texts("#verdict, #second, #notes"),
      figures: texts("[data-key]"),
      exact: [...document.querySelectorAll("[data-key] [title], .bar b[title]")].map((it) => it.title),
      boxes: [...document.querySelectorAll("input[id^=box-]")].map((it) => `${it.id} ${it.value}`),
      choices: [...document.querySelectorAll(".row [aria-pressed], [data-stake]")].map((it) => `${it.textContent} ${it.ariaPressed}`),
      pins: [...document.querySelectorAll("[data-pin]")].map((it) => [it.textContent, ...[...it.querySelectorAll("input")].map((name) => name.value)].join(" ")),
      simulation: [...document.querySelectorAll("#how-sure input, #how-sure select")].map((it) => `${it.id} ${it.value}`),
    };
  });
  return { files, ...shown };
}

/** The link in the dialog, copied and opened by somebody else. */
async function compare(page, browser, baseURL) {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.locator("#share-open").click();
  await button(page, "link").click();
  await expect(button(page, "link")).toContainText("Copied");
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(await field(page, "link").inputValue());
  expect(link.startsWith(baseURL)).toBe(true);
  await page.keyboard.press("Escape");
  const mine = await everything(page);

  const other = await browser.newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true });
  const theirs = await other.newPage();
  await theirs.goto(link);
  await expect(theirs.locator("#start")).toHaveCount(0);
  const seen = await everything(theirs);
  expect(mine.boxes.length).toBeGreaterThan(50);
  expect(mine.exact.length).toBeGreaterThan(5);
  expect(seen).toEqual(mine);
  await other.close();
  return { link, mine };
}

test("a link shows the same to somebody else: a few inputs by hand, a pin, the stake, the simulation", async ({ page, browser, baseURL }) => {
  test.slow();
  await page.goto("./");
  await page.locator("[data-scenario=B]").click();
  await page.locator("#pin").click();
  await page.locator("#box-commit_margin").fill("23.456789");
  await page.keyboard.press("Enter");
  await page.locator("#box-investment").fill("17.3");
  await page.keyboard.press("Enter");
  await page.locator("[data-stake=modelled_exit]").click();
  const { link, mine } = await compare(page, browser, baseURL);
  expect(link).toContain("margin=0.23456789");
  expect(mine.pins.length).toBe(1);
});

/** A query in which every input of the deal differs from its default, by odd amounts; with pins, stake, seed, ends and weights. */
async function everyInput() {
  const [docs] = (await readFile("docs/links.md", "utf8")).split("## Keys of the inputs")[1].split(/^##/m);
  const { inputs } = JSON.parse(await readFile("tests/data_versions/2026-05.json", "utf8"));
  const pairs = [["m", "1.0"], ["d", "2026-05"]];
  for (const [, key, values, id] of docs.matchAll(/^\| `(\w+)` \| [^|]+ \| ([^|]+) \| `(\w+)` \|$/gm)) {
    const was = inputs[id].default;
    const range = values.match(/(-?[\d.]+) to ([\d.]+)/);
    if (!range) {
      const options = [...values.matchAll(/`(\w+)`/g)].map(([, option]) => option);
      pairs.push([key, options[(was + 1) % options.length]]);
    } else if (values.startsWith("whole")) {
      pairs.push([key, was + 1 <= Number(range[2]) ? was + 1 : was - 1]);
    } else {
      const [low, high] = [Number(range[1]), Number(range[2])];
      const odd = was === 0 ? 0.0123456789 : was * 0.9371829345;
      pairs.push([key, Math.min(Math.max(odd, low), high) === was ? low + (high - low) / 7 : odd]);
    }
  }
  // Those of the other sides come after them.
  expect(pairs.length - 2).toBe(Object.keys(inputs).indexOf("financing_rate") + 1);
  const rest = [["stake", "at_cost"], ["seed", "1234567"], ["within", "6.5"], ["low.margin", "0.123"], ["high.margin", "0.456"]];
  const more = [["sigma.perhead", "0.321"], ["weights", "0.5,0.3,0.2"], ["pin", "“A” & <b>*s*A"], ["pin", "thin*margin*0.2222222222222222*stake*at_cost"]];
  return new URLSearchParams([...pairs, ...rest, ...more]).toString();
}

test("a link shows the same to somebody else: every input changed", async ({ page, browser, baseURL }) => {
  test.slow();
  await page.goto(`./?${await everyInput()}`);
  await expect(page.locator("[data-pin]")).toHaveCount(2);
  const { link, mine } = await compare(page, browser, baseURL);
  expect(link.length).toBeLessThanOrEqual(2000);
  expect(mine.pins.join()).toContain("“A” & <b>");
  // Nothing was lost on the way here either.
  const [asked, told] = [new URLSearchParams(await everyInput()), new URL(link).searchParams];
  for (const key of new Set(asked.keys())) expect(told.getAll(key).length, key).toBe(asked.getAll(key).length);
});

test("the code and the preview follow what is chosen", async ({ page }) => {
  await open(page);
  const frame = page.frameLocator("#share iframe");
  await expect(frame.locator("#verdict")).toBeVisible();
  await pick(page, "Width", "360 px").click();
  await page.locator("[data-slider=investment]").check();
  await pick(page, "Theme", "Dark").click();
  await pick(page, "Inputs", "Locked").click();
  await expect(field(page, "code")).toHaveValue(/sliders=margin,adoption,investment&amp;lock=1.*theme=dark/s);
  await expect(frame.locator("html")).toHaveAttribute("data-theme", "dark");
  expect(await frame.locator("html").evaluate(() => innerWidth)).toBe(360);
  await expect(field(page, "code")).toHaveValue(/^<iframe src="[^"]*" title="[^"]*" [^>]*><\/iframe>\n<script src="[^"]*embed\.js" async><\/script>$/);
  await pick(page, "Height", "Fixed").click();
  await expect(field(page, "code")).toHaveValue(/^<iframe [^>]*><\/iframe>$/);
  // The preview is no step in the history of the page.
  expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2);
});

test("where the browser lets no page write to the clipboard, the old way is tried, then the reader is asked", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await open(page);
  await test.step("the old way", async () => {
    await page.evaluate(() => document.addEventListener("copy", () => { window.copied = String(document.activeElement.value); }));
    await button(page, "link").click();
    await expect(button(page, "link")).toContainText("Copied");
    expect(await page.evaluate(() => window.copied)).toBe(await field(page, "link").inputValue());
  });
  await test.step("by hand", async () => {
    await page.evaluate(() => { document.execCommand = () => false; });
    await button(page, "cite").click();
    await expect(page.getByRole("status").filter({ hasText: "Press Ctrl+C" })).toBeVisible();
    const marked = await field(page, "cite").evaluate((it) => it === document.activeElement && it.value.slice(it.selectionStart, it.selectionEnd));
    expect(marked).toBe(await field(page, "cite").inputValue());
  });
});

test("a clipboard that refuses", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("no")) } }));
  await open(page);
  await page.evaluate(() => { document.execCommand = () => false; });
  await button(page, "post").click();
  await expect(page.getByRole("status").filter({ hasText: "Press Ctrl+C" })).toBeVisible();
});

/** Width and height of a PNG. */
const size = (png) => [png.readUInt32BE(16), png.readUInt32BE(20)];

test("the picture as a file", async ({ page }) => {
  await open(page);
  for (const [name, file, wanted] of [["PNG 1200", "offtake-card.png", [1200, 630]], ["PNG, double", "offtake-card-2x.png", [2400, 1260]]]) {
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name }).click();
    const download = await saved;
    expect(download.suggestedFilename()).toBe(file);
    expect(size(await readFile(await download.path()))).toEqual(wanted);
  }
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "SVG" }).click();
  const svg = await readFile(await (await saved).path(), "utf8");
  expect(svg).toContain('width="1200" height="630"');
  expect(svg).toContain("Not investment advice. Deal terms are partly undisclosed.");
  await expect(page.locator("#share [role=status]", { hasText: "Saved as offtake-card.svg" })).toBeVisible();
});

test("by keyboard alone: it keeps the focus, Escape closes it, the focus goes back", async ({ page }) => {
  await page.goto("./");
  await page.locator("#share-open").focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("#share-title")).toBeFocused();
  const places = new Set();
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press("Tab");
    places.add(await page.evaluate(() => (document.activeElement === document.body ? "browser" : document.activeElement.closest("#share") ? "dialog" : "page")));
  }
  expect([...places].sort().filter((place) => place !== "browser")).toEqual(["dialog"]);
  await page.keyboard.press("Escape");
  await expect(page.locator("#share-open")).toBeFocused();
  await expect(page.locator("#share textarea")).toHaveCount(0);
});

for (const [theme, width] of [["light", 1440], ["dark", 1440], ["light", 768], ["light", 390], ["dark", 390]]) {
  test(`axe finds nothing, ${theme}, ${width} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ colorScheme: theme });
    await open(page);
    const { violations, passes } = await new AxeBuilder({ page }).include("#share").exclude("#share iframe").analyze();
    expect(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")}`))).toEqual([]);
    expect(passes.length).toBeGreaterThan(5);
  });
}

for (const width of [320, 390, 767]) {
  test(`on a screen of ${width} pixels: all of it, no preview, nothing sideways, nothing too small to touch`, async ({ page }) => {
    await page.setViewportSize({ width, height: 640 });
    await open(page);
    await expect(page.locator("#share iframe")).toHaveCount(0);
    const head = await page.locator(".head").boundingBox();
    // One line with the name, one with the sides.
    expect(head.height).toBeLessThanOrEqual(98);
    const faults = await page.evaluate(() => {
      const dialog = document.querySelector("#share");
      const { width, height } = dialog.getBoundingClientRect();
      const wide = [document.documentElement, dialog, ...dialog.querySelectorAll(".share-body, .share-parts")].filter((it) => it.scrollWidth > it.clientWidth);
      const small = [...dialog.querySelectorAll("button, select, label.share-check, input[type=color]"), document.querySelector("#share-open")].filter((it) => {
        const box = it.getBoundingClientRect();
        return box.width > 0 && box.height < 43.5 && !it.matches(".link");
      });
      const full = width === innerWidth && height === innerHeight ? [] : [`${width} x ${height}`];
      return [...wide, ...small].map((it) => it.outerHTML.slice(0, 90)).concat(full);
    });
    expect(faults).toEqual([]);
  });
}
