// Files that a reader takes along and brings back: made when they are asked for, opened by choosing or by dropping.
import { readFile } from "node:fs/promises";

import { expect, test } from "./visit.mjs";

test.use({ viewport: { width: 1440, height: 900 } });

const said = (page) => page.locator("#share-part-download ~ .share-note[role=status]");

async function dialog(page, address = "./") {
  await page.goto(address);
  await page.locator("#share-open").click();
  await page.locator("#share-part-download").scrollIntoViewIfNeeded();
}

async function save(page, kind) {
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator(`[data-file="${kind}"]`).click()]);
  await expect(said(page)).toHaveText(`Saved as ${file.suggestedFilename()}`);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

const choose = (page, name, text) => page.locator("#file-open").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });

/** What is asked for while something happens. */
async function asked(page, act) {
  const names = [];
  const note = (request) => names.push(new URL(request.url()).pathname.split("/").at(-1));
  page.on("request", note);
  await act();
  page.off("request", note);
  return names;
}

test("nothing of the module is loaded before a file is asked for, and then once", async ({ page }) => {
  const first = await asked(page, () => dialog(page));
  expect(first.filter((name) => /^(module|files)-/.test(name))).toEqual([]);
  const later = await asked(page, () => save(page, "json"));
  expect(later.filter((name) => /^(module|files)-/.test(name)).map((name) => name.replace(/-[0-9a-f]+/, ""))).toEqual(["files.js", "module.js", "module_bg.wasm"]);
  expect(await asked(page, () => save(page, "years.csv"))).toEqual([]);
});

test("every file holds the case on the screen", async ({ page }) => {
  await dialog(page, "./?s=B&margin=0.36&stake=at_cost");
  await test.step("numbers", async () => {
    const years = (await save(page, "years.csv")).bytes.toString().split("\r\n");
    expect(years[0]).toContain("Cumulative discounted ($B)");
    expect(years).toHaveLength(13);
    const inputs = (await save(page, "inputs.csv")).bytes.toString();
    expect(inputs).toMatch(/commit_margin,[^,]*,0\.36,decimal,0\.19,0\.3,/);
    expect(inputs).toContain("?m=1.0&d=2026-05&s=B&margin=0.36&stake=at_cost");
  });
  await test.step("the spreadsheet", async () => {
    const { name, bytes } = await save(page, "xlsx");
    expect(name).toBe("offtake.xlsx");
    expect(bytes.subarray(0, 2).toString()).toBe("PK");
  });
  await test.step("the state", async () => {
    const { link, inputs, stake } = JSON.parse((await save(page, "json")).bytes);
    expect([inputs.commit_margin, stake]).toEqual([0.36, "at_cost"]);
    expect(link).toBe(`${page.url().split("?")[0]}?m=1.0&d=2026-05&s=B&margin=0.36&stake=at_cost`);
  });
});

test("a saved file is opened again: the same address and figures, as a step that can be undone", async ({ page }) => {
  await dialog(page, "./?s=B&margin=0.36&seed=7&grid=irr,commit,tax&pin=thin*s*C&weights=0.2,0.3,0.5");
  const { bytes } = await save(page, "json");
  const address = JSON.parse(bytes).link;
  const figures = () => page.locator("[data-key] [title]").evaluateAll((all) => all.map(({ title }) => title));
  const before = await figures();
  await dialog(page, "./?tax=0.3&seed=9&pin=mine*s*A");
  const reader = new URL(page.url()).searchParams;
  const other = await page.locator("#verdict").textContent();
  await choose(page, "offtake.json", bytes);
  await expect(page.locator("#share")).toBeHidden();
  await expect(page.locator("#file-notice")).toContainText("offtake.json was opened. Undo takes it back.");
  await expect(page.locator("#verdict")).toBeFocused();
  await expect.poll(() => page.url()).toBe(address);
  expect(await figures()).toEqual(before);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.locator("#verdict")).toHaveText(other);
  await expect(page.locator("#file-notice")).toHaveCount(0);
  // Also what stands around the deal.
  const kept = () => Object.fromEntries(["seed", "pin", "grid", "weights", "tax"].map((key) => [key, new URL(page.url()).searchParams.get(key)]));
  await expect.poll(kept).toEqual({ seed: "9", pin: reader.get("pin"), grid: null, weights: null, tax: "0.3" });
});

test("a file with faults is refused: all are told, and nothing changes", async ({ page }) => {
  await dialog(page, "./?margin=0.36");
  const address = page.url();
  for (const [name, text, told] of [
    ["wrong.json", '{"inputs": {"commit_margin": 9, "nonsense": 1}, "stake": 3}', ["inputs.commit_margin: 9 is not a number from -1 to 1", "inputs.nonsense", "stake: 3"]],
    ["text.json", "Dear board", ["this is no saved state; what Offtake saves as JSON is one"]],
    ["years.csv", "Year,Revenue\r\n0,0\r\n", ["this is no saved state"]],
    ["empty.json", "", ["this is no saved state"]],
    ["other.json", "{}", ["this is no saved state"]],
    ["broken.json", '{"scenario": "A",}', ["not JSON: key must be a string at line 1"]],
    ["newer.json", '{"model_version": 1}', ['model_version: 1 is no version that is known here; "1.0" is']],
    ["large.json", " ".repeat(1_000_001), ["1,000,001 bytes"]],
  ]) {
    await choose(page, name, text);
    await expect(page.locator("#file-said p")).toHaveText(`${name} was not opened, and nothing was changed.`);
    for (const words of told) await expect(page.locator("#file-said li").filter({ hasText: words })).toHaveCount(1);
  }
  const many = JSON.stringify({ inputs: Object.fromEntries([..."abcdefghij"].map((key) => [key, 1])) });
  await choose(page, "many.json", many);
  await expect(page.locator("#file-said li").last()).toHaveText("and 4 more");
  expect(page.url()).toBe(address);
  await expect(page.locator("#share")).toBeVisible();
});

test("a file that falls on the page is opened, and told of where links are", async ({ page }) => {
  await page.goto("./");
  await expect(page.locator("#verdict")).toBeVisible();
  const drop = (...files) =>
    page.evaluate((files) => {
      const data = new DataTransfer();
      for (const [name, text] of files) data.items.add(new File([text], name, { type: "application/json" }));
      for (const type of ["dragover", "drop"]) {
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
      }
    }, files);
  await drop(["wrong.json", '{"theme": "pink"}']);
  const notice = page.locator("#file-notice");
  await expect(notice).toContainText("wrong.json was not opened, and nothing was changed.");
  await expect(notice.locator("li")).toHaveText('theme: "pink" is not one of light, dark');
  await drop(["one.json", '{"scenario": "A"}'], ["two.json", '{"scenario": "B"}']);
  await expect(notice.locator("p")).toHaveText("None of the 2 files was opened, and nothing was changed.");
  await expect(notice.locator("li")).toHaveText("One file is opened at a time.");
  expect(page.url()).not.toContain("s=");
  await drop(["right.json", '{"scenario": "A"}']);
  await expect(notice).toContainText("right.json was opened.");
  await expect.poll(() => page.url()).toContain("s=A");
  await notice.getByRole("button", { name: "Close" }).click();
  await expect(notice).toHaveCount(0);
  await page.goBack();
  await expect.poll(() => page.url()).not.toContain("s=A");
  await drop(["again.json", '{"scenario": "B"}']);
  await expect(notice).toContainText("again.json was opened. Undo takes it back.");
  await page.goBack();
  await expect(notice).toHaveCount(0);
});

test("where the module cannot be loaded the reader is told and can try again", async ({ page }) => {
  await dialog(page);
  await page.route(/module-.*\.wasm/, (route) => route.abort());
  await page.locator('[data-file="json"]').click();
  await expect(said(page)).toHaveText("The file could not be made. Please check the connection and press again.");
  await page.unroute(/module-.*\.wasm/);
  expect((await save(page, "json")).name).toBe("offtake.json");
});

test("a module that was changed on its way does not run", async ({ page }) => {
  await dialog(page);
  await page.route(/module-.*\.js/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()}\nwindow.foreign = true;` });
  });
  await page.locator('[data-file="json"]').click();
  await expect(said(page)).toHaveText("The file could not be made. Please check the connection and press again.");
  expect(await page.evaluate(() => window.foreign)).toBeUndefined();
});
