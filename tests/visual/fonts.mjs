// The same type on every machine: Inter and Source Serif 4 (SIL Open Font License, in fonts/) in the place of the system's.
// Only here: the page itself loads no font.
import { readFileSync } from "node:fs";

const read = (name) => readFileSync(new URL(`fonts/${name}`, import.meta.url)).toString("base64");

export const SANS = "Offtake Test Sans";
export const SERIF = "Offtake Test Serif";
const FACES = [
  [SANS, "400", read("inter-latin-400-normal.woff2")],
  [SANS, "600", read("inter-latin-600-normal.woff2")],
  [SANS, "700", read("inter-latin-700-normal.woff2")],
  [SERIF, "400", read("source-serif-4-latin-400-normal.woff2")],
  [SERIF, "700", read("source-serif-4-latin-700-normal.woff2")],
];

/** The signs that the files hold. */
export const HELD = /^[\u0000-\u00ff\u0131\u0152\u0153\u02bb\u02bc\u02c6\u02da\u02dc\u2000-\u206f\u20ac\u2122\u2191\u2193\u2212\u2215\ufeff\ufffd]*$/u;

/** Has every page that is opened from now on set in the test's type, text on canvases as well. */
export async function setType(page) {
  await page.addInitScript(
    ({ faces, sans, serif }) => {
      // From bytes: the policy of the host, which allows no font from elsewhere, stays in force.
      const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer;
      const made = faces.map(([family, weight, text]) => new FontFace(family, bytes(text), { weight }));
      made.forEach((face) => document.fonts.add(face));
      window.typeIsSet = Promise.all(made.map((face) => face.load()));
      document.addEventListener("DOMContentLoaded", () => {
        const { style } = document.documentElement;
        style.setProperty("--sans", `"${sans}"`);
        style.setProperty("--serif", `"${serif}"`);
        style.setProperty("--mono", `"${sans}"`);
      });
      const font = Object.getOwnPropertyDescriptor(CanvasRenderingContext2D.prototype, "font");
      Object.defineProperty(CanvasRenderingContext2D.prototype, "font", {
        ...font,
        set(value) {
          font.set.call(this, value.replace(/-apple-system.*$/, `"${sans}"`));
        },
      });
    },
    { faces: FACES, sans: SANS, serif: SERIF },
  );
}
