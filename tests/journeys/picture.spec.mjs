// The picture of the share dialog and that of the native command: the same drawing, set in the same type.
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";

import { SERIF, setType } from "../visual/fonts.mjs";
import { expect, test } from "./visit.mjs";

const PROGRAM = process.env.OFFTAKE_PROGRAM ?? "target/debug/offtake";
/** In pixels of the picture. */
const TOLERANCE = 1.5;

// With one device pixel for each of the style sheet's, Chromium sets letters at whole pixels and measures so.
test.use({ viewport: { width: 1440, height: 900 }, deviceScaleFactor: 2, locale: "en-US" });

/** `setType` leaves the serif of canvases as it is, because no chart of the page has one. */
function setSerif({ serif }) {
  const { prototype } = CanvasRenderingContext2D;
  const font = Object.getOwnPropertyDescriptor(prototype, "font");
  Object.defineProperty(prototype, "font", {
    ...font,
    set(value) {
      font.set.call(this, value.replace(/['"]?Iowan Old Style.*$/, `"${serif}"`));
    },
  });
}

/** The picture that the page saves. */
async function saved(page) {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "SVG" }).click();
  return readFile(await (await download).path(), "utf8");
}

const native = (...words) => execFileSync(PROGRAM, ["card", ...words, "-o", "-"], { encoding: "utf8" });

/** Every mark in its order: what it is, and where, in pixels of the picture. */
function marks(page, svg) {
  return page.evaluate((svg) => {
    const root = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
    const scale = Number(root.getAttribute("width")) / root.viewBox.baseVal.width;
    const places = ["x", "y", "width", "height", "cx", "cy", "r", "font-size", "stroke-width", "points"];
    return [...root.children].map((mark) => {
      const said = [...mark.attributes].filter(({ name }) => !places.includes(name)).map(({ name, value }) => `${name}=${value}`);
      const numbers = places.flatMap((name) => (mark.getAttribute(name) ?? "").split(/[ ,]+/)).filter(Boolean);
      return { what: [mark.tagName, mark.textContent.trim(), ...said].join(" "), where: numbers.map((number) => number * scale) };
    });
  }, svg);
}

for (const query of ["", "?s=A", "?s=C&stake=modelled_exit", "?margin=0.36&lens=capex"]) {
  test(`page and command draw the same: ${query || "the default case"}`, async ({ page }) => {
    await setType(page);
    await page.addInitScript(setSerif, { serif: SERIF });
    await page.goto(`./${query}`);
    await page.evaluate(() => window.typeIsSet);
    await page.locator("#share-open").click();
    for (const theme of ["light", "dark"]) {
      if (theme === "dark") await page.locator(".share-letter").getByRole("button", { name: "Dark" }).click();
      const [shown, drawn] = await Promise.all([saved(page), native("--state", page.url(), "--theme", theme)].map(async (svg) => marks(page, await svg)));
      expect(shown.length).toBeGreaterThan(100);
      expect(drawn.map(({ what }) => what)).toEqual(shown.map(({ what }) => what));
      const far = shown.filter(({ where }, at) => where.length !== drawn[at].where.length || where.some((number, i) => !(Math.abs(number - drawn[at].where[i]) <= TOLERANCE)));
      expect(far).toEqual([]);
    }
  });
}
