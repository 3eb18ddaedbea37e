// A card in a frame of another page: at every kind of host it loads, computes and is as tall as it says, without an error.
import { expect, fits, heard, running, test } from "./blog.mjs";

const elsewhere = (process.env.OFFTAKE_ELSEWHERE ?? "/some/other/path/").slice(1);
const QUERY = "m=1.0&d=2026-05&embed=verdict-chart";
const SHORT = /^On these assumptions Amazon gets back 97 cents of present value for each dollar it invests: \$0\.7B short\.$/;

const plain = (src, more = "") => `<iframe src="${src}" title="Deal" width="640" height="700" ${more}></iframe>`;
const HEIGHT = { scripts: ["/listen.js", "/follow.js"] };

/** A slider moves the answer, on the card and in what the page around hears. */
async function computes(page, frame, at = 0) {
  const verdict = frame.locator("h1");
  await expect(verdict).toHaveText(SHORT);
  const [ready] = await heard(page, "ready", at);
  expect(ready).toMatchObject({ offtake: 1, model: "1.0", data: "2026-05", figures: { irr_status: "unique" } });
  expect(ready.figures.npv_b).toBeCloseTo(-0.666423, 5);
  await frame.getByRole("slider", { name: "Margin" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(verdict).toContainText("ahead.");
  await expect.poll(async () => (await heard(page, "change", at)).at(-1)?.figures.npv_b).toBeGreaterThan(0);
  const { query, verdict: told } = (await heard(page, "change", at)).at(-1);
  expect(query).toBe("m=1.0&d=2026-05&margin=0.32");
  expect(told).toBe((await verdict.innerText()).replaceAll("\u2060", ""));
}

/** The heights that were told are those of the card, in every shape. */
async function tells(page, frame, at = 0) {
  await expect.poll(async () => (await heard(page, "height", at)).length).toBeGreaterThan(0);
  const tall = await frame.evaluate(() => Math.ceil(document.querySelector(".card").getBoundingClientRect().height));
  await expect.poll(async () => (await heard(page, "height", at)).at(-1).height).toBe(tall);
  const all = await page.evaluate((at) => heard.filter((it) => it.at === at).map(({ data }) => data), at);
  expect(all).toContainEqual({ "datawrapper-height": { offtake: tall } });
  expect(all).toContainEqual({ sentinel: "amp", type: "embed-size", height: tall });
  const texts = all.filter((data) => typeof data === "string" && data.startsWith("{")).map((text) => JSON.parse(text));
  expect(texts).toContainEqual(expect.objectContaining({ context: "iframe.resize", height: tall }));
}

test("by itself, in no frame", async ({ page }) => {
  await page.goto(`/?${QUERY}`);
  await expect(page.locator("#start")).toHaveCount(0);
  await expect(page.locator("h1")).toHaveText(SHORT);
  await page.getByRole("slider", { name: "Margin" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("h1")).toContainText("gets back 99 cents");
  await expect(page.locator(".card-foot")).toContainText("frozen at model 1.0, data 2026-05");
});

const KINDS = [
  ["a plain frame", "", ""],
  ["a frame that may run scripts and nothing else", "", 'sandbox="allow-scripts"'],
  ["a sandboxed frame with its origin", "", 'sandbox="allow-scripts allow-same-origin"'],
  ["under another path", elsewhere, ""],
  ["a frame that waits until it is near", "", 'loading="lazy"'],
  ["a frame without a referrer and without permissions", "", 'referrerpolicy="no-referrer" allow=""'],
];

for (const [kind, path, attributes] of KINDS) {
  test(`${kind}, in a page of another origin`, async ({ page, blog, home }) => {
    await page.goto(blog(plain(`${home}${path}?${QUERY}`, attributes), HEIGHT));
    const frame = await running(page);
    await tells(page, frame);
    await fits(frame);
    await computes(page, frame);
    await fits(frame);
  });
}

test("where storage is forbidden, and without trying it", async ({ page, blog, home }) => {
  await page.addInitScript(() => {
    window.touched = [];
    const forbid = (owner, name) =>
      Object.defineProperty(owner, name, {
        get() {
          touched.push(name);
          throw new DOMException("Forbidden", "SecurityError");
        },
        set() {
          touched.push(name);
        },
      });
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches", "cookieStore"]) forbid(window, name);
    forbid(Document.prototype, "cookie");
    for (const name of ["clipboard", "serviceWorker", "storage"]) forbid(Navigator.prototype, name);
  });
  await page.goto(blog(plain(`${home}?${QUERY}`), HEIGHT));
  const frame = await running(page);
  await computes(page, frame);
  await fits(frame);
  expect(await frame.evaluate(() => touched), "what the frame asked the browser for").toEqual([]);
});

test("a host with a strict policy, with our script and without", async ({ page, blog, home }) => {
  const { origin } = new URL(home);
  const policy = (script) => ({ "content-security-policy": `default-src 'none'; script-src 'self' ${script}; frame-src ${origin}` });
  await page.goto(blog(plain(`${home}?${QUERY}`), { headers: policy("") }));
  await computes(page, await running(page));

  const body = `<div data-offtake="${QUERY.replaceAll("&", "&amp;")}"></div>`;
  await page.goto(blog(body, { headers: policy(origin), scripts: ["/listen.js", `${home}embed.js`] }));
  const frame = await running(page);
  await computes(page, frame);
  await fits(frame);
});

test("two on one page: each has its own state and its own height", async ({ page, blog, home }) => {
  const body = plain(`${home}?${QUERY}`) + plain(`${home}?embed=verdict&s=A`);
  await page.goto(blog(body, HEIGHT));
  const [one, other] = [await running(page, 0), await running(page, 1)];
  const before = await other.locator("h1").innerText();
  expect(before).toContain("$15.9B ahead");
  await computes(page, one);
  await expect(other.locator("h1")).toHaveText(before);
  await fits(one);
  await fits(other);
  const [tall, low] = [await heard(page, "height", 0), await heard(page, "height", 1)].map((all) => all.at(-1).height);
  expect(tall).toBeGreaterThan(low);
});

test("a host without a script of ours that listens to nothing: the frame scrolls", async ({ page, blog, home }) => {
  await page.goto(blog(plain(`${home}?${QUERY}`).replace('height="700"', 'height="300"')));
  const frame = await running(page);
  await computes(page, frame);
  const rest = () => frame.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  expect(await rest()).toBeGreaterThan(0);
  await frame.getByRole("link", { name: "Open the full model" }).scrollIntoViewIfNeeded();
  await expect(frame.getByRole("link", { name: "Open the full model" })).toBeInViewport();
});

test("a host that resizes: the height follows the width, and never itself", async ({ page, blog, home }) => {
  await page.goto(blog(plain(`${home}?${QUERY}`), HEIGHT));
  const frame = await running(page);
  const wide = (width) => page.locator("iframe").evaluate((it, width) => (it.style.width = `${width}px`), width);
  await fits(frame);
  const heights = {};
  for (const width of [320, 640, 280, 500, 640]) {
    await wide(width);
    await expect.poll(() => frame.evaluate(() => innerWidth)).toBe(width);
    await fits(frame);
    await expect.poll(() => frame.locator(".card").evaluate((it) => Math.ceil(it.getBoundingClientRect().height))).toBe((await heard(page, "height")).at(-1).height);
    const tall = (await heard(page, "height")).at(-1).height;
    expect(heights[width] ?? tall, "the same width has the same height").toBe(tall);
    heights[width] = tall;
  }
  expect(heights[280]).toBeGreaterThan(heights[640]);

  // Whatever height the host gives, the card's own does not change, and nothing is told again.
  const before = (await heard(page, "height")).length;
  for (const height of [1200, 200, 900]) {
    await page.locator("iframe").evaluate((it, height) => (it.style.height = `${height}px`), height);
    await page.waitForTimeout(200);
  }
  const told = (await heard(page, "height")).slice(before).map(({ height }) => height);
  // A bar for scrolling takes room from the card where it is classic: told then, and taken back.
  expect(told.length).toBeLessThanOrEqual(2);
  expect(told.every((height) => height >= heights[640])).toBe(true);
});

test("a frame far below the screen is as tall as it says before anybody sees it", async ({ page, blog, home }) => {
  await page.goto(blog(`${"<p>A long article.</p>".repeat(400)}${plain(`${home}?${QUERY}`)}`, HEIGHT));
  expect(await page.evaluate(() => scrollY)).toBe(0);
  const frame = await running(page);
  // Nothing is drawn there, and no observer of sizes is asked.
  expect(await page.evaluate(() => document.querySelector("iframe").getBoundingClientRect().top - innerHeight)).toBeGreaterThan(3000);
  await expect.poll(async () => (await heard(page, "height")).length).toBeGreaterThan(0);
  const [{ height }] = await heard(page, "height");
  expect(await page.locator("iframe").evaluate((it) => it.clientHeight)).toBe(height);
  await page.locator("iframe").scrollIntoViewIfNeeded();
  await fits(frame);
  expect((await heard(page, "height")).map((told) => told.height), "nothing moves when it comes into view").toEqual([height]);
});

test("the whole page opens in the same state", async ({ page, blog, home, context }) => {
  await page.goto(blog(plain(`${home}?${QUERY}&accent=aa3377&sliders=margin`)));
  const frame = await running(page);
  await computes(page, frame);
  const opening = context.waitForEvent("page");
  await frame.getByRole("link", { name: "Open the full model" }).click();
  const whole = await opening;
  await expect(whole.locator("#start")).toHaveCount(0);
  await expect(whole.locator("#box-commit_margin")).toHaveValue("32");
  await expect(whole.locator("h1")).toContainText("ahead at a 9.5% discount rate");
  const address = new URL(whole.url());
  for (const key of ["embed", "accent", "sliders"]) expect(address.searchParams.has(key), key).toBe(false);
  expect(address.searchParams.get("margin")).toBe("0.32");
});

test("a source opens inside the frame, and its facts on the page", async ({ page, blog, home }) => {
  await page.goto(blog(plain(`${home}?${QUERY}`), HEIGHT));
  const frame = await running(page);
  await fits(frame);
  await frame.getByRole("button", { name: "Adoption: assumption. Source" }).click();
  const panel = frame.getByRole("dialog", { name: "Adoption" });
  await expect(panel).toBeVisible();
  await frame.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const { left, right, top, bottom, width, height } = await panel.evaluate((it) => {
    const { left, right, top, bottom } = it.getBoundingClientRect();
    return { left, right, top, bottom, width: innerWidth, height: innerHeight };
  });
  expect(left >= 0 && top >= 0 && right <= width && bottom <= height, "inside the frame").toBe(true);
  const fact = panel.getByRole("link", { name: "S22" });
  await expect(fact).toHaveAttribute("target", "_blank");
  await expect(fact).toHaveAttribute("href", "?m=1.0&d=2026-05#S22");
  await expect(panel.getByRole("button", { name: /must be|for a goal/ })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
});
