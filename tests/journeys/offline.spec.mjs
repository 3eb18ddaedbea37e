// The page without a network: kept whole by its worker, which only the page itself registers, and never mixed with
// another build. These are the only requests after the page has loaded, and they are for files of this site.
import { expect, test } from "@playwright/test";

import { another, built, serve } from "./two_builds.mjs";

const VERDICT = /^On these assumptions Amazon gets back/;
const runs = (page) => expect(page.locator("#start")).toHaveCount(0);

/** Until the page is kept for the next visit. */
const isKept = (page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    return (await caches.keys()).length;
  });

const registrations = (page) => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

/** Longer than the page waits before it has itself kept. */
const AFTER_REST = 3500;

async function computes(page) {
  await runs(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(VERDICT);
  const npv = page.locator("[data-key=npv] .key-value [aria-hidden]");
  const before = await npv.textContent();
  await page.locator("#box-commit_margin").fill("41");
  await page.keyboard.press("Enter");
  await expect(npv).not.toHaveText(before);
}

test("a second visit needs no network, and computes", async ({ page, context }) => {
  await page.goto("/");
  await runs(page);
  expect(await isKept(page)).toBe(1);
  await context.setOffline(true);
  await page.goto("/");
  await computes(page);
});

test("a link to a case works without a network, and shows that case", async ({ page, context }) => {
  await page.goto("/?s=B&stake=at_cost");
  await runs(page);
  const words = await page.getByRole("heading", { level: 1 }).textContent();
  await isKept(page);
  await page.goto("/");
  await runs(page);
  expect(await page.getByRole("heading", { level: 1 }).textContent()).not.toBe(words);
  await context.setOffline(true);
  await page.goto("/?s=B&stake=at_cost");
  await runs(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words);
});

test("once a file was saved, files can be made without a network", async ({ page, context }) => {
  await page.goto("/");
  await runs(page);
  await isKept(page);
  // The worker stands between page and network from the next visit on.
  await page.goto("/");
  await runs(page);
  const saved = async (kind) => {
    await page.locator("#share-open").click();
    const download = page.waitForEvent("download");
    await page.locator(`[data-file="${kind}"]`).click();
    return (await download).suggestedFilename();
  };
  expect(await saved("json")).toBe("offtake.json");
  await context.setOffline(true);
  await page.goto("/");
  await runs(page);
  expect(await saved("xlsx")).toBe("offtake.xlsx");
});

test("after it has loaded the page asks only for what its worker keeps of this site", async ({ page, context, baseURL }) => {
  await page.goto("/");
  await runs(page);
  await page.waitForLoadState("networkidle");
  const asked = [];
  context.on("request", (request) => asked.push(request));
  await isKept(page);
  await computes(page);
  const names = await page.evaluate(async () => {
    const cache = await caches.open((await caches.keys())[0]);
    return (await cache.keys()).map((request) => request.url);
  });
  const allowed = new Set([...names, new URL("offline.js", baseURL).href, new URL("manifest.webmanifest", baseURL).href]);
  for (const request of asked.filter((request) => request.url().startsWith("http"))) {
    expect(allowed, request.url()).toContain(request.url());
    expect(request.method()).toBe("GET");
  }
  expect(names.every((name) => name.startsWith(baseURL))).toBe(true);
  // Nobody else's file, and none of the page's is missing.
  const loaded = await page.evaluate(() => performance.getEntriesByType("resource").map((entry) => entry.name));
  const own = loaded.filter((name) => /\.(css|js|wasm)$/.test(name) && !name.endsWith("/offline.js"));
  for (const kind of [/style-.*\.css$/, /loader-.*\.js$/, /page-.*\.js$/, /page-.*\.wasm$/]) {
    expect(own.some((name) => kind.test(name)), String(kind)).toBe(true);
  }
  for (const name of own) expect(names).toContain(name);
});

test("in a frame, and as a card, nothing is kept", async ({ page, request, baseURL }) => {
  const files = await built(request, baseURL);
  const around = (src) => ({ headers: { "content-type": "text/html" }, body: `<iframe src="${src}" width="900" height="700"></iframe>` });
  const host = await serve(new Map([...files, ["same.html", around("./")], ["other.html", around(baseURL)]]));
  for (const name of ["same.html", "other.html"]) {
    await page.goto(host.url + name);
    await expect(page.frameLocator("iframe").locator("h1")).toHaveText(VERDICT);
    const frame = page.frames()[1];
    await expect(frame.locator("#start")).toHaveCount(0);
    await page.waitForTimeout(AFTER_REST);
    expect(await registrations(frame), name).toBe(0);
    expect(await frame.evaluate(() => caches.keys())).toEqual([]);
    expect(await frame.evaluate(() => localStorage.length)).toBe(0);
  }
  await page.goto(`${host.url}?embed=verdict`);
  await runs(page);
  await page.waitForTimeout(AFTER_REST);
  expect(await registrations(page), "as a card").toBe(0);
  await page.goto(host.url);
  await runs(page);
  await expect.poll(() => registrations(page), { timeout: 15_000 }).toBe(1);
  host.close();
});

test("it can be installed, under any path", async ({ page, context, baseURL }) => {
  const address = new URL(process.env.OFFTAKE_ELSEWHERE ?? "/some/other/path/", baseURL).href;
  await page.goto(address);
  await runs(page);
  await isKept(page);
  const browser = await context.newCDPSession(page);
  const { installabilityErrors } = await browser.send("Page.getInstallabilityErrors");
  // The one thing that stands in the way is that a test leaves no traces.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito")).toEqual([]);
  const { url, errors, manifest } = await browser.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  expect(url).toBe(`${address}manifest.webmanifest`);
  expect(manifest).toMatchObject({ startUrl: address, scope: address, display: "kStandalone" });
});

test.describe("with two builds", () => {
  let host;
  let builds;
  test.beforeEach(async ({ request, baseURL }) => {
    const files = await built(request, baseURL);
    builds = { "": files, b: another(files, "b"), c: another(files, "c") };
    host = await serve(files, "/some/path/");
  });
  test.afterEach(() => host.close());

  /** Which build the page and its loader are of: one and the same. */
  async function build(page) {
    await runs(page);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(VERDICT);
    const [html, loader] = await page.evaluate(() => [document.documentElement.dataset.page ?? "", document.documentElement.dataset.build ?? ""]);
    expect(html).toBe(loader);
    return loader;
  }

  const state = (page) =>
    page.evaluate(async () => {
      const { active, waiting, installing } = (await navigator.serviceWorker.getRegistration()) ?? {};
      return { active: Boolean(active), waiting: Boolean(waiting), installing: Boolean(installing), caches: await caches.keys() };
    });

  test("the new one takes the place of the old one, and they never mix", async ({ context }) => {
    const page = await context.newPage();
    await page.goto(host.url);
    expect(await build(page)).toBe("");
    expect(await isKept(page)).toBe(1);
    const [old] = (await state(page)).caches;

    // The host has another build: the page comes from it whole, while the old one is still kept.
    host.files = builds.b;
    await page.goto(host.url);
    expect(await build(page)).toBe("b");
    await expect.poll(() => state(page), { timeout: 15_000 }).toMatchObject({ active: true, waiting: true, installing: false });
    expect((await state(page)).caches).toContain(old);

    // Without a network: the old one, whole.
    host.answers = "not at all";
    await page.goto(`${host.url}?s=B`);
    expect(await build(page)).toBe("");

    // No page of the old build is open any more: it is forgotten, as soon as the browser has noticed.
    host.answers = "well";
    await page.close();
    let next;
    await expect(async () => {
      await next?.close();
      next = await context.newPage();
      await next.goto(host.url);
      expect(await build(next)).toBe("b");
      await expect.poll(async () => (await state(next)).caches, { timeout: 3000 }).toHaveLength(1);
    }).toPass({ timeout: 40_000 });
    expect((await state(next)).caches).not.toContain(old);
    host.answers = "not at all";
    await next.goto(host.url);
    expect(await build(next)).toBe("b");
  });

  test("one that is not complete is not kept, and the old one stays", async ({ context }) => {
    const page = await context.newPage();
    await page.goto(host.url);
    expect(await build(page)).toBe("");
    await isKept(page);
    const before = (await state(page)).caches;
    // In the middle of an upload: the worker is there, and one of its files is still the old one under the new name.
    const half = new Map(builds.c);
    const loader = [...half.keys()].find((name) => name.startsWith("loader-"));
    half.set(loader, [...builds[""]].find(([name]) => name.startsWith("loader-"))[1]);
    half.set("./", builds[""].get("./"));
    for (const [name, file] of builds[""]) if (!half.has(name)) half.set(name, file);
    host.files = half;
    await page.goto(host.url);
    expect(await build(page)).toBe("");
    // Until the browser has tried the new worker and given it up.
    const given = page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      const tried = new Promise((done) => {
        const watch = () => registration.installing?.addEventListener("statechange", ({ target }) => done(target.state));
        watch();
        registration.addEventListener("updatefound", watch);
      });
      registration.update().catch(() => {});
      return tried;
    });
    expect(await given).toBe("redundant");
    expect(await state(page)).toMatchObject({ active: true, waiting: false });
    expect((await state(page)).caches).toEqual(before);
    host.answers = "not at all";
    await page.goto(host.url);
    expect(await build(page)).toBe("");
  });

  for (const [how, answers] of [["takes too long", "never"], ["has only faults to show", "with faults"]]) {
    test(`where the host ${how} the kept page is shown`, async ({ context }) => {
      const page = await context.newPage();
      await page.goto(host.url);
      await runs(page);
      await isKept(page);
      host.files = builds.b;
      host.answers = answers;
      await page.goto(host.url);
      expect(await build(page)).toBe("");
    });
  }

  test("an empty worker gives everything back", async ({ context }) => {
    const page = await context.newPage();
    await page.goto(host.url);
    await runs(page);
    await isKept(page);
    const worker = builds[""].get("offline.js");
    const empty = worker.body.toString("utf8").replace(/const BUILD = "[^"]*"/, 'const BUILD = ""').replace(/const (FILES|LATER) = \[[^]*?\n\];/g, "const $1 = [];");
    expect(worker.body.toString("utf8")).toContain('["./", "sha384-');
    expect(empty).not.toContain("sha384-");
    expect(empty).toContain('const BUILD = "";');
    host.files = new Map(builds[""]).set("offline.js", { ...worker, body: Buffer.from(empty) });
    await page.goto(host.url);
    await expect.poll(() => state(page), { timeout: 15_000 }).toMatchObject({ waiting: true });
    await page.close();
    let next;
    await expect(async () => {
      await next?.close();
      next = await context.newPage();
      await next.goto(host.url);
      await runs(next);
      expect((await state(next)).caches).toEqual([]);
    }).toPass({ timeout: 40_000 });
  });
});
