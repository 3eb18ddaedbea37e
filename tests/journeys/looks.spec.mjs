// The reader's own colours and motion: dark, forced colours, reduced motion; and on paper.
import { writeFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";

async function open(page) {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("/");
  await expect(page.locator("#start")).toHaveCount(0);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** The colours of a chart's pixels that are drawn at all, the most frequent first, and how many pixels have each. */
const colours = (page, figure) =>
  page.locator(`[data-figure=${figure}] canvas`).first().evaluate((canvas) => {
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    const counts = new Map();
    for (let at = 0; at < data.length; at += 4) {
      if (data[at + 3] < 255) continue;
      const colour = `rgb(${data[at]}, ${data[at + 1]}, ${data[at + 2]})`;
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    return [...counts].sort((a, b) => b[1] - a[1]).slice(0, 40);
  });

/** The contrast of two colours as WCAG counts it. */
function contrast(one, other) {
  const light = (colour) => {
    const [r, g, b] = colour.match(/\d+/g).map((it) => {
      const part = Number(it) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const ground = (page) => page.locator("body").evaluate((it) => getComputedStyle(it).backgroundColor);

test("dark by the system: page and charts", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await open(page);
  expect(await ground(page)).toBe("rgb(17, 22, 28)");
  for (const figure of ["cash", "share", "bridge"]) {
    await page.locator(`[data-figure=${figure}]`).scrollIntoViewIfNeeded();
    await expect.poll(async () => (await colours(page, figure)).length).toBeGreaterThan(5);
    const bright = (await colours(page, figure)).filter(([colour]) => contrast(colour, "rgb(17, 22, 28)") > 4.5);
    expect(bright.length, `${figure} has light ink on dark paper`).toBeGreaterThan(0);
  }
});

for (const scheme of ["light", "dark"]) {
  test(`forced colours, ${scheme}: charts and controls stay visible`, async ({ page }) => {
    await page.emulateMedia({ forcedColors: "active", colorScheme: scheme });
    await open(page);
    const paper = await ground(page);
    for (const figure of ["cash", "share", "bridge"]) {
      await page.locator(`[data-figure=${figure}]`).scrollIntoViewIfNeeded();
      await expect.poll(async () => (await colours(page, figure)).length).toBeGreaterThan(3);
      const inked = (await colours(page, figure)).filter(([colour]) => contrast(colour, paper) >= 4.5);
      expect(inked.reduce((sum, [, count]) => sum + count, 0), `${figure} on ${paper}`).toBeGreaterThan(300);
    }
    // Each control has a border or a ground of its own that stands out from the paper.
    const faint = await page.evaluate(() => {
      const found = [];
      for (const element of document.querySelectorAll(".chip, .segments, .box, .dock-adjust, .pin-name")) {
        if (!element.checkVisibility({ visibilityProperty: true })) continue;
        const { borderTopColor, borderTopStyle, backgroundColor } = getComputedStyle(element);
        const around = getComputedStyle(document.body).backgroundColor;
        if ((borderTopStyle === "none" || borderTopColor === around) && backgroundColor === around) found.push(element.className);
      }
      return found;
    });
    expect(faint).toEqual([]);
    // The line of a slider, and a pressed position that is told by more than its words.
    const line = await page.locator("[data-input=commit_margin] .gain-line").evaluate((it) => getComputedStyle(it).fill);
    expect(contrast(line, paper)).toBeGreaterThanOrEqual(3);
    const [on, off] = await Promise.all(
      ["true", "false"].map((is) => page.locator(`.segments button[aria-pressed=${is}]`).first().evaluate((it) => getComputedStyle(it).backgroundColor)),
    );
    expect(on).not.toBe(off);
  });
}

test("reduced motion: nothing moves by itself", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page);
  const moving = await page.evaluate(() => {
    const lasts = (text) => text.split(",").some((part) => parseFloat(part) > 0);
    return [...document.querySelectorAll("*")].filter((it) => {
      const { transitionDuration, animationName, animationDuration } = getComputedStyle(it);
      return lasts(transitionDuration) || (animationName !== "none" && lasts(animationDuration));
    }).map((it) => it.className);
  });
  expect(moving).toEqual([]);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  await page.locator(".group-head").first().click();
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});

/** Pages of a PDF document: leaves of its tree, which Chromium writes uncompressed. */
const pages = (pdf) => (pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;

for (const format of ["A4", "Letter"]) {
  test(`on paper, ${format}: two pages, whole charts, the inputs with their sources`, async ({ page }, info) => {
    await open(page);
    const pdf = await page.pdf({ format, printBackground: true, preferCSSPageSize: false });
    await writeFile(info.outputPath(`paper-${format}.pdf`), pdf);
    expect(pages(pdf)).toBe(2);
    // As wide as the paper between its margins of 12 mm, in CSS pixels; so the parts lie as they do there.
    const [width, height] = format === "A4" ? [794, 1123] : [816, 1056];
    const margin = 45;
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: width - 2 * margin, height: height - 2 * margin });
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const parts = await page.evaluate(() => ({
      verdict: document.querySelector("h1").checkVisibility(),
      keys: [...document.querySelectorAll(".key")].filter((it) => it.checkVisibility()).length,
      inputs: [...document.querySelectorAll(".paper tbody tr, .paper li")].filter((it) => it.checkVisibility()).length,
      buttons: [...document.querySelectorAll(".head-acts, .dock, .bar, .side, .pin")].filter((it) => it.checkVisibility()).length,
      wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      charts: [...document.querySelectorAll("canvas")].filter((it) => it.checkVisibility()).map((it) => {
        const [box, frame] = [it.getBoundingClientRect(), it.closest(".plot").getBoundingClientRect()];
        const { breakInside } = getComputedStyle(it.closest("figure"));
        return { whole: box.right <= frame.right + 1 && box.bottom <= frame.bottom + 1, breakInside, sharp: it.width / box.width };
      }),
    }));
    expect(parts.verdict).toBe(true);
    expect(parts.keys).toBe(6);
    expect(parts.inputs, "the table of inputs").toBeGreaterThan(30);
    expect(parts.buttons).toBe(0);
    expect(parts.wide).toBe(0);
    expect(parts.charts.length).toBeGreaterThanOrEqual(3);
    for (const chart of parts.charts) {
      expect(chart.whole).toBe(true);
      expect(chart.breakInside).toBe("avoid");
    }
  });
}
