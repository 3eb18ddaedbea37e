// The installed npm package in a page without a bundler: every function, called from a plain script of type module.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";

import { expect, test } from "./visit.mjs";

const SITE = "http://offtake.test/";
const FOLDER = process.env.OFFTAKE_PACKAGE ?? join(import.meta.dirname, "../../target/xtask/installed");
const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm" };

const SCRIPT = `
  import * as offtake from "./node_modules/offtake/browser.js";
  const { version, catalogue, evaluate, tornado, grid, simulate, encodeLink, decodeLink, exportFile, openFile } = offtake;
  const faults = [];
  try {
    evaluate({ commit_margin: 9 });
  } catch (error) {
    faults.push(...error.faults.map(({ key }) => key));
  }
  const heard = [];
  const query = encodeLink({ inputs: { commit_margin: 0.36 } });
  const saved = exportFile("json", query);
  window.found = {
    functions: Object.keys(offtake).filter((name) => typeof offtake[name] === "function").sort(),
    model: version().model,
    inputs: catalogue().inputs.length,
    npv: evaluate().npv_b,
    first: tornado().bars[0].name,
    corner: grid({ xs: [0.3], ys: [0.3] }).npv_b[0][0],
    median: (await simulate({ draws: 2000 }, (done) => heard.push(done))).npv_p50_b,
    heard: heard.at(-1),
    stopped: await simulate({ draws: 1_000_000 }, undefined, AbortSignal.timeout(20)).catch((error) => error.name),
    margin: decodeLink(query).state.inputs.commit_margin,
    opened: openFile(new TextDecoder().decode(saved.bytes)) === query,
    sheet: String.fromCharCode(...exportFile("xlsx").bytes.slice(0, 2)),
    faults,
  };
`;

test("every function of the package works in a page", async ({ page }) => {
  expect(existsSync(join(FOLDER, "node_modules/offtake/package.json")), "cargo xtask test installs the package").toBe(true);
  await page.route(`${SITE}**`, async (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path === "/") return route.fulfill({ contentType: "text/html", body: `<!doctype html><title>.</title><script type="module">${SCRIPT}</script>` });
    return route.fulfill({ contentType: TYPES[extname(path)] ?? "text/plain", body: await readFile(join(FOLDER, path)) });
  });
  await page.goto(SITE);
  const found = await page.waitForFunction(() => window.found).then((handle) => handle.jsonValue());
  expect(found.npv).toBe(found.corner);
  expect(found.npv.toFixed(3)).toBe("-0.666");
  expect(found.median.toFixed(2)).toBe("-2.32");
  expect(found).toMatchObject({
    functions: ["catalogue", "decodeLink", "default", "encodeLink", "evaluate", "exportFile", "grid", "initSync", "openFile", "simulate", "tornado", "version"].filter((name) => name !== "default"),
    model: "1.0", first: "milestone_prob", heard: 2000, stopped: "TimeoutError", margin: 0.36, opened: true, sheet: "PK", faults: ["commit_margin"],
  });
  expect(found.inputs).toBeGreaterThan(50);
});
