// Pictures of every view against references that are kept with the code. `cargo xtask pictures` serves the built page and
// names browser and address; `cargo xtask pictures --accept` takes the pictures of now as the new references.
import { defineConfig } from "@playwright/test";

import journeys from "../../playwright.config.mjs";

export default defineConfig({
  ...journeys,
  testDir: ".",
  outputDir: "../../test-results",
  timeout: 120_000,
  snapshotPathTemplate: "{testDir}/references/{arg}{ext}",
  // A reference is only ever written by the command that accepts it.
  updateSnapshots: "none",
  expect: {
    timeout: 15_000,
    toHaveScreenshot: {
      animations: "disabled",
      caret: "hide",
      scale: "css",
      // Type and text are the same on every machine (see fonts.mjs); how edges of letters and curves are smoothed is not
      // quite, from one Chromium to the next: the colour of a pixel may differ by a fifth, and half a percent of the
      // pixels by more. A box that moves, a colour that changes or a label that vanishes is above that; a digit is not,
      // and is what the other tests are for.
      threshold: 0.2,
      maxDiffPixelRatio: 0.005,
    },
  },
  use: { ...journeys.use, deviceScaleFactor: 1, trace: "off", screenshot: "off", locale: "en-US", timezoneId: "UTC" },
});
