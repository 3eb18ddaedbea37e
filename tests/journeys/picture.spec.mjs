// The picture of the share dialog and that of the native command: the same document, in whatever fonts.
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";

import { SANS, SERIF, setType } from "../visual/fonts.mjs";
import { expect, test } from "./visit.mjs";

const PROGRAM = process.env.OFFTAKE_PROGRAM ?? "target/debug/offtake";

test.use({ viewport: { width: 1440, height: 900 }, deviceScaleFactor: 2, locale: "en-US" });

/** The picture that the page saves. */
async function saved(page) {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "SVG" }).click();
  return readFile(await (await download).path(), "utf8");
}

const native = (...words) => execFileSync(PROGRAM, ["card", ...words, "-o", "-"], { encoding: "utf8" });

/** The lines of the document as the browser shows them here, and how wide each would be by itself. */
function lines(page, svg) {
  return page.evaluate((svg) => {
    const root = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
    document.body.append(document.adoptNode(root));
    // The page sets its figures in columns; the document by itself does not.
    root.style.fontVariantNumeric = root.style.fontFeatureSettings = "normal";
    const found = [...root.querySelectorAll("text[textLength]")].map((text) => {
      const said = Number(text.getAttribute("textLength"));
      const parts = [...text.childNodes].map(({ textContent }) => textContent);
      const shown = text.getComputedTextLength();
      text.removeAttribute("textLength");
      return { said, shown, natural: text.getComputedTextLength(), parts };
    });
    root.remove();
    return found;
  }, svg);
}

for (const query of ["", "?s=A", "?s=C&stake=modelled_exit", "?margin=0.36&lens=capex", "?side=lab", "?side=buyer"]) {
  test(`page and command write the same document: ${query || "the default case"}`, async ({ page }) => {
    await page.goto(`./${query}`);
    await page.locator("#share-open").click();
    for (const theme of ["light", "dark"]) {
      if (theme === "dark") await page.locator(".share-letter").getByRole("button", { name: "Dark" }).click();
      const drawn = native("--state", page.url(), "--theme", theme);
      expect(drawn.match(/<text/g).length).toBeGreaterThan(20);
      expect(await saved(page)).toBe(drawn);
    }
  });
}

test("lines keep their width where the fonts are missing, and are hardly stretched where they are there", async ({ page }) => {
  await page.goto("./?s=B&margin=0.36");
  await expect(page.locator("#verdict")).toBeVisible();
  const svg = native("--state", page.url());
  const elsewhere = await lines(page, svg);
  expect(elsewhere.length).toBeGreaterThan(10);
  expect(elsewhere.some(({ parts }) => parts.length > 3)).toBe(true);
  for (const { said, shown, parts } of elsewhere) expect(Math.abs(shown - said), parts.join("")).toBeLessThan(8);
  await setType(page);
  await page.reload();
  await page.evaluate(() => window.typeIsSet);
  const set = svg.replaceAll(/font-family="([^"]*)"/g, (_, list) => `font-family="${list.endsWith("sans-serif") ? SANS : SERIF}"`);
  // Lengths are eighths of pixels: points between figures stand closer than the table knows, as in an address of numbers.
  for (const { said, natural, parts } of await lines(page, set)) expect(Math.abs(natural - said), parts.join("")).toBeLessThan(0.025 * said + 24);
});
