// The page before the calculator runs, and where it cannot: at the root of a host or under any path, without scripts,
// without WebAssembly, without storage.
import { expect, test } from "@playwright/test";

const elsewhere = process.env.OFFTAKE_ELSEWHERE ?? "/some/other/path/";
const HOLD = "**/*.wasm";

const VERDICT = /^On these assumptions Amazon gets back 97 cents .*\$0\.7B short at a 9\.5% discount rate, or \$6\.4B ahead/;
const FIGURES = ["($0.7B)", "8.5%", "7.9 years", "1.36x", "31.3%", "33.3%"];

/** What must stand on the page in every state of it, and what must not. */
async function stands(page) {
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(VERDICT);
  await expect(page.locator(".key-value [aria-hidden]")).toHaveText(FIGURES);
  const text = await page.locator("body").innerText();
  expect(text).not.toMatch(/NaN|undefined|Infinity|\[object/);
}

/** The words of the answer, as a reader reads them. */
const words = (page) =>
  page.evaluate(() =>
    [".intro-words", ".intro-figures", ".kicker", ".verdict", ".second", ".notes", ".keys", ".figure-title", ".figure-sub"].map((part) =>
      document.querySelector(part).innerText.replace(/\s+/g, " "),
    ),
  );

const PARTS = [".head", ".intro", ".intro-figures", ".kicker", ".verdict", ".second", ".notes", ".keys", ".key", ".chips", ".switches", ".side", ".plot"];

/** Where the parts of the page stand that can be seen without scrolling, in whole pixels. */
const places = (page) =>
  page.evaluate((parts) => {
    const seen = parts.map((part) => [part, document.querySelector(part).getBoundingClientRect()]);
    return seen.filter(([, { top }]) => top < innerHeight).map(([part, { left, top }]) => `${part} ${Math.round(left)} ${Math.round(top)}`);
  }, PARTS);

/** Some words of a slider move when it knows their widths, which nobody could notice: a hundredth of what counts as good. */
const LEAST_SHIFT = 0.001;

const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const [where, path] of [["at the root", "/"], ["under a path", elsewhere]]) {
  test(`starts ${where} without asking another host or breaking the host's policy`, async ({ page, baseURL }) => {
    const errors = [];
    const hosts = new Set();
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("request", (request) => request.url().startsWith("http") && hosts.add(new URL(request.url()).host));
    await page.goto(path);
    await expect(page.locator("#start")).toHaveCount(0);
    await stands(page);
    expect(errors).toEqual([]);
    expect([...hosts]).toEqual([new URL(baseURL).host]);
  });
}

for (const width of [1440, 1024, 768, 390, 320]) {
  test(`says the same at the same place before and after the start, ${width} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    let go;
    const held = new Promise((resolve) => (go = resolve));
    await page.route(HOLD, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto("/", { waitUntil: "domcontentloaded" });
    await stands(page);
    await expect(page.locator(".start-line")).toHaveText("Loading the sliders.");
    const before = { words: await words(page), places: await places(page) };
    await page.evaluate(() => {
      window.shifts = 0;
      new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.shifts += entry.value))).observe({
        type: "layout-shift",
        buffered: true,
      });
    });
    expect(await overflow(page)).toBe(0);
    go();
    await expect(page.locator("#start")).toHaveCount(0);
    await stands(page);
    expect({ words: await words(page), places: await places(page) }).toEqual(before);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    expect(await page.evaluate(() => window.shifts)).toBeLessThan(LEAST_SHIFT);
  });
}

test("is never seen twice or not at all", async ({ page }) => {
  await page.addInitScript(() => {
    window.counts = new Set();
    const count = () => {
      const shown = [...document.querySelectorAll("h1")].filter((heading) => heading.checkVisibility());
      window.counts.add(shown.length);
      requestAnimationFrame(count);
    };
    document.addEventListener("DOMContentLoaded", count);
  });
  await page.goto("/");
  await expect(page.locator("#start")).toHaveCount(0);
  expect(await page.evaluate(() => [...window.counts])).toEqual([1]);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  for (const width of [1440, 390]) {
    test(`answers the default case and says why nothing moves, ${width} pixels wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto("/");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(VERDICT);
      await expect(page.locator(".key-value [aria-hidden]")).toHaveText(FIGURES);
      // By class: the roles and texts that Playwright looks for leave `noscript` out.
      const said = page.locator("noscript .start-said");
      await expect(said).toBeVisible();
      await expect(said).toContainText("needs JavaScript and WebAssembly. These are the figures of the default case");
      await expect(said.locator("a")).toHaveText("Load the page again");
      const picture = page.locator("noscript img");
      await expect(picture).toBeVisible();
      await expect(picture).toHaveAttribute("alt", /cumulative cash flow.*7\.9 years/);
      await page.locator("noscript summary").click();
      await expect(page.locator("noscript tbody tr").last()).toBeVisible();
      await expect(page.locator("noscript tbody tr").last()).toContainText("Year 10");
      await expect(page.locator(".chips, .switches, .row-range").filter({ visible: true })).toHaveCount(0);
      await expect(page.getByText("Loading").filter({ visible: true })).toHaveCount(0);
    });
  }
});

const FAILURES = [
  ["WebAssembly is missing", "no WebAssembly", (page) => page.addInitScript(() => delete window.WebAssembly)],
  ["the program cannot be loaded", "could not be loaded", (page) => page.route(HOLD, (route) => route.abort())],
  ["the program is another file", "could not be loaded", (page) => page.route(HOLD, (route) => route.fulfill({ body: "none" }))],
  ["its script cannot be loaded", "could not be loaded", (page) => page.route(/\/page[^/]*\.js$/, (route) => route.abort())],
];

for (const [what, message, spoil] of FAILURES) {
  test(`keeps the answer and says so where ${what}`, async ({ page }) => {
    await spoil(page);
    await page.goto("/");
    const alert = page.getByRole("alert");
    await expect(alert).toContainText(message);
    await expect(alert).toContainText("figures of the default case");
    await expect(alert.getByRole("link", { name: "Load the page again" })).toBeVisible();
    await stands(page);
    const picture = page.getByRole("img", { name: /cumulative cash flow.*7\.9 years/ });
    await expect(picture).toBeVisible();
    await expect.poll(() => picture.evaluate((it) => it.naturalWidth)).toBeGreaterThan(0);
    await page.getByText("Show as table").click();
    await expect(page.getByRole("row", { name: /^Year 10 / })).toBeVisible();
    await expect(page.getByText("Loading").filter({ visible: true })).toHaveCount(0);
    for (const width of [1440, 768, 390, 320]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await overflow(page), `${width} pixels wide`).toBe(0);
    }
  });
}

test("a page that could not be loaded can be loaded again", async ({ page }) => {
  await page.route(HOLD, (route) => route.abort());
  await page.goto("/");
  await expect(page.getByRole("alert")).toContainText("could not be loaded");
  await page.unroute(HOLD);
  await page.getByRole("link", { name: "Load the page again" }).click();
  await expect(page.locator("#start")).toHaveCount(0);
  await stands(page);
});

test("starts where storage is blocked, in the system's theme", async ({ page }) => {
  const faults = [];
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(error.message));
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("denied", "SecurityError"); } });
  });
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/");
  await expect(page.locator("#start")).toHaveCount(0);
  await stands(page);
  await expect(page.locator("body")).toHaveCSS("background-color", "rgb(17, 22, 28)");
  expect(faults).toEqual([]);
});

test("comes in the remembered theme, before the program", async ({ page }) => {
  await page.route(HOLD, () => {});
  await page.addInitScript(() => localStorage.setItem("offtake.theme", "dark"));
  await page.goto("/", { waitUntil: "domcontentloaded" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.locator("body")).toHaveCSS("background-color", "rgb(17, 22, 28)");
});

test.describe("where the address tells another case", () => {
  const LINK = "/?s=B&stake=at_cost";
  const shown = (page, selector) => page.locator(selector).filter({ visible: true });

  for (const width of [1440, 390, 320]) {
    test(`no figure of the default case stands for it, ${width} pixels wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.route(HOLD, () => {});
      await page.goto(LINK, { waitUntil: "domcontentloaded" });
      await expect(page.getByText("Loading the linked case.")).toBeVisible();
      await expect(shown(page, "h1, .second, .notes, .key-value, .key-context, .box, .kicker, .chips b, .switches b, .side-head span, .figure-title")).toHaveCount(0);
      // What is true of every case stays: the deal, and the names of what is going to stand there.
      await expect(page.locator(".intro-words")).toBeVisible();
      await expect(shown(page, ".intro-figures .anchor")).toHaveCount(4);
      await expect(shown(page, ".key dt")).toHaveCount(6);
      expect(await overflow(page)).toBe(0);
    });
  }

  test("the linked case takes that place", async ({ page }) => {
    await page.goto(LINK);
    await expect(page.locator("#start")).toHaveCount(0);
    await expect(page.locator(".key-value [aria-hidden]")).not.toHaveText(FIGURES);
    await expect(page.getByText("Loading the linked case.")).toHaveCount(0);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });

  for (const [what, message, spoil] of FAILURES) {
    test(`it is said that the figures are another case's where ${what}`, async ({ page }) => {
      await spoil(page);
      await page.goto(LINK);
      const alert = page.getByRole("alert");
      await expect(alert).toContainText(message);
      await expect(alert).toContainText("those of the default case and not those of the link");
      await expect(alert).not.toContainText("These are the figures of the default case");
      await expect(alert.getByRole("link", { name: "Load the page again" })).toBeVisible();
      await stands(page);
      await expect(page.getByText("Loading the linked case.")).toBeHidden();
    });
  }

  for (const query of ["?utm_source=letter&fbclid=x&ref=y", "?theme=dark", "?view=sources", "#sources"]) {
    test(`the default case is answered at once with ${query}`, async ({ page }) => {
      await page.route(HOLD, () => {});
      await page.goto(`/${query}`, { waitUntil: "domcontentloaded" });
      await stands(page);
      await expect(page.getByText("Loading the linked case.")).toBeHidden();
    });
  }
});

test("the theme of the address comes before the remembered one", async ({ page }) => {
  await page.route(HOLD, () => {});
  await page.addInitScript(() => localStorage.setItem("offtake.theme", "dark"));
  for (const [query, theme] of [["?theme=light", "light"], ["?theme=dark", "dark"], ["?theme=blue", "dark"], ["", "dark"]]) {
    await page.goto(`/${query}`, { waitUntil: "domcontentloaded" });
    await expect(page.locator("html"), query).toHaveAttribute("data-theme", theme);
  }
});

test.describe("as a card for a frame", () => {
  const CARD = "/?embed=verdict&s=B&theme=dark&accent=155a9c";

  test("a line stands there until the calculator runs, from 280 pixels on", async ({ page }) => {
    await page.setViewportSize({ width: 280, height: 400 });
    await page.route(HOLD, () => {});
    await page.goto(CARD, { waitUntil: "domcontentloaded" });
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await expect(page.getByText("Loading the calculator.")).toBeVisible();
    expect((await page.locator("body").innerText()).trim()).toBe("Loading the calculator.");
    expect(await overflow(page)).toBe(0);
  });

  for (const [what, message, spoil] of FAILURES) {
    test(`it fits and leads to the page where ${what}`, async ({ page }) => {
      await page.setViewportSize({ width: 280, height: 400 });
      await spoil(page);
      await page.goto(CARD);
      await expect(page.getByRole("alert")).toContainText(message);
      const link = page.getByRole("link", { name: "Open the full page" });
      await expect(link).toHaveAttribute("href", "./?s=B&theme=dark");
      await expect(link).toHaveAttribute("target", "_blank");
      expect((await link.boundingBox()).height).toBeGreaterThanOrEqual(44);
      await expect(page.getByRole("heading", { level: 1 })).toBeHidden();
      expect(await overflow(page)).toBe(0);
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(400);
    });
  }

  test("storage is not touched, not even asked for", async ({ page }) => {
    await page.addInitScript(() => {
      window.touched = [];
      for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
        const { get } = Object.getOwnPropertyDescriptor(window, name);
        Object.defineProperty(window, name, { get() { window.touched.push(name); return get.call(this); } });
      }
    });
    await page.goto(CARD);
    await expect(page.locator("#start")).toHaveCount(0);
    expect(await page.evaluate(() => window.touched)).toEqual([]);
    expect(await page.evaluate(() => document.cookie)).toBe("");
  });
});
