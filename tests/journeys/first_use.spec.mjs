// A first visit: read the answer, move what it rests on, make a mistake, go back.
import { expect, test } from "./visit.mjs";

const FIGURES = {
  npv: "($0.7B)",
  irr: "8.5%",
  payback: "7.9 years",
  moic: "1.36x",
  "break-even": "31.3%",
  share: "33.3%",
};

const figure = (page, key) => page.locator(`[data-key=${key}] .key-value [aria-hidden]`);
const row = (page, input) => page.locator(`[data-input=${input}]`);
const box = (page, input) => row(page, input).getByRole("textbox");
const slider = (page, input) => row(page, input).getByRole("slider");

/** What the canvas of a chart shows, as a data URL. */
async function picture(page, name) {
  const canvas = page.locator(`[data-figure=${name}] canvas`);
  // What nobody sees is not drawn.
  await canvas.scrollIntoViewIfNeeded();
  await drawn(page);
  await drawn(page);
  return canvas.evaluate((it) => it.toDataURL());
}

/** Two frames: the one that takes the change over, and the one that draws it. */
const drawn = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** Opens the page and keeps what must not happen: errors, and requests to anybody else. */
async function open(page, baseURL) {
  const faults = [];
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith("http") && origin !== new URL(baseURL).origin) faults.push(request.url());
  });
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("On these assumptions Amazon gets back");
  await drawn(page);
  return faults;
}

/** Drags the thumb of a slider to a part of its track. */
async function drag(page, input, part) {
  const range = slider(page, input);
  const area = await range.boundingBox();
  const [value, min, max] = await range.evaluate((r) => [r.value, r.min, r.max].map(Number));
  const thumb = 18;
  const x = (share) => area.x + thumb / 2 + share * (area.width - thumb);
  const y = area.y + area.height / 2;
  await page.mouse.move(x((value - min) / (max - min)), y);
  await page.mouse.down();
  await page.mouse.move(x(part), y, { steps: 8 });
  await page.mouse.up();
  await drawn(page);
}

test("reads the answer, drags, types, errs and goes back", async ({ page, baseURL }) => {
  const faults = await open(page, baseURL);
  const verdict = page.getByRole("heading", { level: 1 });

  await test.step("the default case", async () => {
    await expect(verdict).toHaveText(/97 cents.*\$0\.7B short.*9\.5%.*\$6\.4B ahead/);
    await expect(page.locator("#second")).toHaveText(/7\.9 years.*31\.3%.*30%.*33\.3%.*6\.8%/);
    for (const [key, text] of Object.entries(FIGURES)) await expect(figure(page, key)).toHaveText(new RegExp(`^${text.replace(/[$().]/g, "\\$&")}\\s*$`));
    await expect(page.locator("[data-key=npv]")).toContainText("with equity +$6.4B");
    await expect(page.locator("[data-key=share]")).toContainText("6.8%");
  });

  const before = { verdict: await verdict.textContent(), cash: await picture(page, "cash"), share: await picture(page, "share") };

  await test.step("a dragged margin changes sentence, figures and chart", async () => {
    await drag(page, "commit_margin", 0.75);
    await expect(box(page, "commit_margin")).toHaveValue("45");
    await expect(verdict).not.toHaveText(before.verdict);
    await expect(figure(page, "npv")).toHaveText(/^\$\d+\.\dB\s*$/);
    expect(await picture(page, "cash")).not.toBe(before.cash);
    expect(await picture(page, "share"), "the margin is no part of the share").toBe(before.share);
    await expect(page.locator("#changes")).toHaveText("1 changed");
    await expect(page.locator("#own-case")).toContainText("Your case, 1 changed");
  });

  await test.step("a typed value, as people write it", async () => {
    await box(page, "commit_total_b").fill("$150bn");
    await box(page, "commit_total_b").press("Enter");
    await expect(slider(page, "commit_total_b")).toHaveJSProperty("value", "150");
    await drawn(page);
    expect(await picture(page, "share")).not.toBe(before.share);
  });

  await test.step("nonsense changes nothing and says what would be right", async () => {
    const held = await figure(page, "npv").textContent();
    await box(page, "commit_margin").fill("lots");
    await box(page, "commit_margin").press("Tab");
    await expect(row(page, "commit_margin").getByRole("alert")).toContainText("Enter a number from −100 to 100.");
    await expect(figure(page, "npv")).toHaveText(held);
    await box(page, "commit_margin").press("Escape");
    await expect(box(page, "commit_margin")).toHaveValue("45");
    await expect(row(page, "commit_margin").getByRole("alert")).toBeEmpty();
  });

  await test.step("back to the start, to the pixel", async () => {
    await page.getByRole("button", { name: "Reset", exact: true }).click();
    await drawn(page);
    await expect(verdict).toHaveText(before.verdict);
    expect(await picture(page, "cash")).toBe(before.cash);
    expect(await picture(page, "share")).toBe(before.share);
  });

  expect(faults).toEqual([]);
});

test("works by keyboard alone", async ({ page, baseURL }) => {
  const faults = await open(page, baseURL);
  await box(page, "commit_margin").focus();
  await page.keyboard.press("Tab");
  await expect(slider(page, "commit_margin")).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("PageUp");
  await expect(box(page, "commit_margin")).toHaveValue("41");
  await expect(slider(page, "commit_margin")).toHaveAttribute(
    "aria-valuetext",
    "41 percent, NPV 4.8 billion, breaks even at 31.3 percent",
  );
  await page.locator("#verdict [data-asks=discount_rate]").press("Enter");
  await expect(box(page, "discount_rate")).toBeFocused();
  await row(page, "commit_margin").locator(".tag").press("Enter");
  await expect(page.getByRole("dialog")).toContainText("Unverified assumption");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(row(page, "commit_margin").locator(".tag")).toBeFocused();
  expect(faults).toEqual([]);
});

test("remembers the theme, and the charts follow it", async ({ page, baseURL }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await open(page, baseURL);
  const light = await picture(page, "cash");
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(() => picture(page, "cash")).not.toBe(light);
  await page.locator("#theme").click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  await expect.poll(() => picture(page, "cash")).toBe(light);
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
});

test("works where storage is forbidden", async ({ page, baseURL }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("denied", "SecurityError"); } });
  });
  const faults = await open(page, baseURL);
  await page.locator("#theme").click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  expect(faults).toEqual([]);
});

for (const width of [1440, 1024, 768, 390, 320]) {
  test(`needs no sideways scroll at ${width} pixels, whatever stands open`, async ({ page, baseURL }) => {
    await page.setViewportSize({ width, height: 800 });
    const faults = await open(page, baseURL);
    await expect(page.locator("#sources-body")).toBeAttached();
    for (const fold of await page.locator(".section-turn").all()) await fold.click();
    for (const opener of await page.locator(".group-head, summary").all()) await opener.click();
    await box(page, "commit_margin").fill("-1000000000000000000000");
    await box(page, "commit_margin").press("Enter");
    const { wide, room } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      room: document.documentElement.clientWidth,
    }));
    expect(wide).toBeLessThanOrEqual(room);
    expect(faults).toEqual([]);
  });
}

test("the answer stays where it is while a slider moves", async ({ page, baseURL }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, baseURL);
  const top = () => page.locator(".keys").evaluate((keys) => keys.getBoundingClientRect().top);
  const before = await top();
  for (const part of [0.1, 0.3, 0.52, 0.7, 0.95]) {
    await drag(page, "commit_margin", part);
    expect(await top(), `margin at ${part} of its track`).toBe(before);
  }
});
