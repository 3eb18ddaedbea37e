// The charts: read by pointer, touch and keys with the same year everywhere; copied and saved; sharp on paper.

import { readFile } from "node:fs/promises";

import { expect, test } from "./visit.mjs";

const layer = (page, chart) => page.locator(`[data-figure=${chart}] .cross`);
const read = (page, chart) => page.locator(`[data-figure=${chart}] .readout`);

async function open(page) {
  await page.goto("/");
  await expect(page.locator("[data-figure=cash] canvas")).toBeVisible();
}

/** The middle of a chart, once it stands still in the window. */
async function middle(page, chart) {
  await layer(page, chart).scrollIntoViewIfNeeded();
  const box = await layer(page, chart).boundingBox();
  return { box, x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test("pointer and keys read the same year in both charts and in the table", async ({ page }) => {
  await open(page);
  await test.step("the pointer", async () => {
    const { x, y } = await middle(page, "cash");
    await page.mouse.move(x, y);
    const head = await read(page, "cash").locator(".readout-head").textContent();
    expect(head).toMatch(/^Year \d+, to April 20\d\d$/);
    await expect(read(page, "share").locator(".readout-head")).toHaveText(head);
    await page.mouse.move(0, 0);
    await expect(read(page, "cash")).toHaveCount(0);
  });
  await test.step("the keys", async () => {
    await layer(page, "cash").focus();
    for (const key of ["Home", "ArrowRight", "ArrowRight"]) await page.keyboard.press(key);
    await expect(layer(page, "cash")).toHaveAttribute("aria-valuetext", /^Year 2, to April 2028: Cash flow minus/);
    await expect(layer(page, "share")).toHaveAttribute("aria-valuetext", /^Year 2, to April 2028: Share 17\.\d percent/);
    await expect(page.locator("#years col").nth(3)).toHaveClass(/\bread\b/);
    await page.keyboard.press("Escape");
    await expect(read(page, "share")).toHaveCount(0);
  });
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("a tap reads a chart, and a finger still scrolls the page over it", async ({ page }) => {
    await open(page);
    const { x, y } = await middle(page, "cash");
    await page.touchscreen.tap(x, y);
    await expect(read(page, "cash").locator(".readout-head")).toHaveText(/^Year \d/);
    const panel = await read(page, "cash").boundingBox();
    expect(panel.x).toBeGreaterThanOrEqual(0);
    expect(panel.x + panel.width).toBeLessThanOrEqual(390);
    const client = await page.context().newCDPSession(page);
    const drag = async (across, down) => {
      const touch = (type, touchPoints) => client.send("Input.dispatchTouchEvent", { type, touchPoints });
      await touch("touchStart", [{ x, y }]);
      for (let step = 1; step <= 10; step += 1) {
        await touch("touchMove", [{ x: x + (across * step) / 10, y: y + (down * step) / 10 }]);
      }
      await touch("touchEnd", []);
    };
    const before = await page.evaluate(() => scrollY);
    await drag(140, 0);
    await expect(read(page, "cash").locator(".readout-head")).toHaveText(/^Year 10,/);
    expect(await page.evaluate(() => scrollY)).toBe(before);
    await drag(0, -150);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before + 100);
  });
});

test("a chart is copied and saved as picture and numbers, and the focus comes back", async ({ page, context, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(baseURL).origin });
  await open(page);
  const menu = page.locator("[data-menu=cash]");
  await menu.focus();
  await page.keyboard.press("Enter");
  const save = async (action) => {
    const [file] = await Promise.all([page.waitForEvent("download"), page.locator(`[data-act=${action}]`).click()]);
    await expect(page.locator(".chart-said")).toHaveText(`Saved as offtake-cash.${action}`);
    return readFile(await file.path());
  };
  await test.step("the numbers", async () => {
    const lines = (await save("csv")).toString().split("\r\n");
    expect(lines[0]).toContain("Cumulative discounted ($B),Case");
    expect(lines).toHaveLength(13);
    expect(lines[11]).toMatch(/^10,2036,.*,-0\.66642\d+,Offtake model 1\.0;/);
  });
  await test.step("the pictures", async () => {
    const picture = await save("png");
    expect(picture.subarray(1, 4).toString()).toBe("PNG");
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([2560, 1440]);
    const lines = (await save("svg")).toString();
    const words = await page.evaluate((text) => {
      const document = new DOMParser().parseFromString(text, "image/svg+xml");
      return document.querySelector("parsererror") ? null : document.documentElement.textContent;
    }, lines);
    for (const part of ["The cash is back in year 8", "Not investment advice.", "Offtake model 1.0"]) {
      expect(words).toContain(part);
    }
  });
  await test.step("the clipboard", async () => {
    await page.locator("[data-act=copy]").click();
    await expect(page.locator(".chart-said")).toHaveText("Copied");
    const kinds = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => item.types));
    expect(kinds).toEqual(["image/png"]);
  });
  await page.keyboard.press("Escape");
  await expect(menu).toBeFocused();
});

test("where copying is blocked the picture is saved and the reader is told", async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.write = () => Promise.reject(new DOMException("no", "NotAllowedError"));
  });
  await open(page);
  await page.locator("[data-menu=bridge]").click();
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator("[data-act=copy]").click()]);
  expect(file.suggestedFilename()).toBe("offtake-bridge.png");
  await expect(page.locator(".chart-said")).toContainText("does not let the page copy pictures; saved as offtake-bridge.png");
});

test("charts are drawn anew for paper and for the colours that a reader forces", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await open(page);
  const canvas = page.locator("[data-figure=cash] canvas");
  await canvas.scrollIntoViewIfNeeded();
  /** The size, and how many pixels have the colour of ink in the light and in the dark theme. */
  const look = () =>
    canvas.evaluate((canvas) => {
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      const inks = { light: [0x16, 0x20, 0x2b], dark: [0xef, 0xec, 0xe5] };
      const count = (ink) => {
        let found = 0;
        for (let at = 0; at < data.length; at += 4) if (ink.every((part, to) => data[at + to] === part) && data[at + 3] === 255) found += 1;
        return found;
      };
      return { width: canvas.width, shown: canvas.clientWidth, light: count(inks.light), dark: count(inks.dark) };
    });
  await expect.poll(async () => (await look()).dark).toBeGreaterThan(500);
  const screen = await look();
  expect(screen.light).toBe(0);
  await test.step("paper: light colours, at least twice the pixels", async () => {
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await expect.poll(async () => (await look()).width).toBeGreaterThanOrEqual(1720);
    const paper = await look();
    expect(paper.light).toBeGreaterThan(500);
    expect(paper.dark).toBe(0);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await expect.poll(look).toEqual(screen);
  });
  await test.step("forced colours", async () => {
    await page.emulateMedia({ colorScheme: "light", forcedColors: "active" });
    const ink = () =>
      canvas.evaluate((canvas) => {
        const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        let black = 0;
        for (let at = 0; at < data.length; at += 4) if (data[at + 3] === 255 && data[at] + data[at + 1] + data[at + 2] === 0) black += 1;
        return black;
      });
    await expect.poll(ink).toBeGreaterThan(200);
  });
});
