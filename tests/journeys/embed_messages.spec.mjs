// What a page around a frame can say to it, and what it hears; that nobody else is heard; and the script for hosts.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

import { expect, fits, heard, running, test } from "./blog.mjs";

const QUERY = "m=1.0&d=2026-05&embed=verdict";
const BASE = "$0.7B short.";

const plain = (src, more = "") => `<iframe src="${src}" title="Deal" width="640" height="400" ${more}></iframe>`;
const say = (page, message, at = 0) =>
  page.evaluate(([message, at]) => document.querySelectorAll("iframe")[at].contentWindow.postMessage(message, "*"), [message, at]);
const set = (query) => ({ offtake: 1, type: "set", query });
const refused = (frame) => frame.locator(".card").getAttribute("data-refused").then(Number);

test("the page around sets the state and hears what follows", async ({ page, blog, home }) => {
  await page.goto(blog(plain(`${home}?${QUERY}&margin=0.4`)));
  const frame = await running(page);
  const verdict = frame.locator("h1");
  await say(page, set("margin=0.30"));
  await expect(verdict).toContainText(BASE);
  await expect.poll(async () => (await heard(page, "change")).at(-1)?.query).toBe("m=1.0&d=2026-05");
  // As text, too; and what is not named stays.
  await say(page, JSON.stringify(set("?stake=modelled_exit&adoption=0.52")));
  await expect(verdict).toContainText("with its stake at exit");
  await expect.poll(async () => (await heard(page, "change")).at(-1)?.query).toBe("m=1.0&d=2026-05&adoption=0.52&stake=modelled_exit");
  await say(page, set("s=A"));
  await expect.poll(async () => (await heard(page, "change")).at(-1)?.query).toBe("m=1.0&d=2026-05&s=A&stake=modelled_exit");

  // Another card, another theme: the same decoder as for an address.
  await say(page, set("embed=chart&chart=bridge&theme=dark"));
  await expect(frame.locator("[data-figure=bridge] canvas")).toBeVisible();
  await expect(verdict).toContainText("invest");
  await expect(frame.locator("html")).toHaveAttribute("data-theme", "dark");

  // Who asks is answered, whether anything has changed or not.
  let before = -1;
  await expect.poll(async () => {
    // What changed before is told when it rests, and on a busy machine late.
    const last = before;
    before = (await heard(page, "change")).length;
    return before - last;
  }, { intervals: [1500] }).toBe(0);
  await say(page, { offtake: 1, type: "get" });
  await expect.poll(async () => (await heard(page, "change")).length).toBe(before + 1);
  expect(await refused(frame)).toBe(0);
});

test("a query that is partly wrong: the rest holds, and the card says so quietly", async ({ page, blog, home }) => {
  await page.goto(blog(plain(`${home}?${QUERY}`)));
  const frame = await running(page);
  await say(page, set("margin=0.36&adoption=plenty&foo=<b>1</b>"));
  await expect(frame.getByRole("textbox", { name: "Margin" })).toHaveValue("36");
  await expect(frame.getByRole("textbox", { name: "Adoption" })).toHaveValue("30");
  await expect(frame.locator(".card-foot")).toContainText("Shown without 2 settings that were not understood: adoption and foo.");
  await expect.poll(async () => (await heard(page, "change")).at(-1)?.ignored).toBe(2);
  // What is refused leaves its place as it is.
  await say(page, set("margin=9"));
  await expect(frame.locator(".card-foot")).toContainText("margin");
  await expect(frame.getByRole("textbox", { name: "Margin" })).toHaveValue("36");
  await say(page, set("adoption=0.3"));
  await expect(frame.locator(".card-foot")).not.toContainText("Shown without");
});

test("what is no message is refused and counted, and changes nothing", async ({ page, blog, home }) => {
  await page.goto(blog(plain(`${home}?${QUERY}`)));
  const frame = await running(page);
  const before = await frame.locator(".card").innerText();
  const wrong = [
    null,
    7,
    "",
    "{",
    "pymxPYMx0xPYMxwidthxPYMx640",
    [set("margin=0.5")],
    { offtake: 2, type: "set", query: "margin=0.5" },
    { offtake: "1", type: "set", query: "margin=0.5" },
    { offtake: 1, type: "eval", query: "alert(1)" },
    { offtake: 1, type: "set" },
    { offtake: 1, type: "set", query: { margin: 0.5 } },
    { offtake: 1, type: "set", query: "x".repeat(40_000) },
    { type: "set", query: "margin=0.5" },
    '{"offtake":1,"type":"set","query":"margin=0.5"',
  ];
  for (const message of wrong) await say(page, message);
  // What JSON cannot say, and what has no end.
  await page.evaluate(() => {
    const round = {};
    round.round = round;
    for (const odd of [round, 1n, new Map([["offtake", 1]]), new Uint8Array(4), undefined]) {
      document.querySelector("iframe").contentWindow.postMessage(odd, "*");
    }
  });
  await expect.poll(() => refused(frame)).toBe(wrong.length + 5);
  expect(await frame.locator(".card").innerText()).toBe(before);
  await say(page, { offtake: 1, type: "get" });
  await expect.poll(async () => (await heard(page, "change")).at(-1)?.refused).toBe(wrong.length + 5);
});

test("nobody but the page around is heard", async ({ page, blog, home }) => {
  const sibling = blog("<p>Another frame</p>");
  await page.goto(blog(plain(`${home}?${QUERY}`) + plain(sibling)));
  const frame = await running(page);
  const other = await (await page.locator("iframe").nth(1).elementHandle()).contentFrame();
  const message = set("margin=0.5");
  await other.evaluate((message) => parent.frames[0].postMessage(message, "*"), message);
  await frame.evaluate((message) => postMessage(message, "*"), message);
  const [popup] = await Promise.all([
    page.waitForEvent("popup"),
    page.evaluate((address) => void window.open(address), sibling),
  ]);
  await popup.evaluate((message) => opener.frames[0].postMessage(message, "*"), message);
  // A message of the page around comes after those, so that they had their time.
  await say(page, set("adoption=0.31"));
  await expect(frame.getByRole("textbox", { name: "Adoption" })).toHaveValue("31");
  await expect(frame.getByRole("textbox", { name: "Margin" })).toHaveValue("30");
  expect(await refused(frame), "counted are only those of the page around").toBe(0);
});

test("pym is told under the name that its script gives", async ({ page, blog, home }) => {
  await page.goto(blog(plain(`${home}?${QUERY}&initialWidth=640&childId=deal-1&parentTitle=A%20blog&parentUrl=x`)));
  const frame = await running(page);
  await expect.poll(async () => (await heard(page, "height")).length).toBeGreaterThan(0);
  const { height } = (await heard(page, "height")).at(-1);
  const texts = await page.evaluate(() => heard.map(({ data }) => data).filter((data) => typeof data === "string"));
  expect(texts).toContain(`pymxPYMxdeal-1xPYMxheightxPYMx${height}`);
  await expect(frame.locator(".card-foot")).not.toContainText("Shown without");
});

test("the script for hosts is small and needs nothing", () => {
  const script = readFileSync("public/embed.js");
  expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(1536);
  expect(script.toString()).not.toMatch(/\beval\b|innerHTML|import\b|document\.write|localStorage|cookie/);
});

test("a place in the page becomes a frame: with options, title and height, and later ones as well", async ({ page, blog, home }) => {
  const body = `
    <div data-offtake="${QUERY.replaceAll("&", "&amp;")}" title="The deal"></div>
    <div data-offtake data-embed="chart" data-chart="share" data-theme="dark" data-accent="aa3377"></div>
    <p id="below">Below</p>`;
  const globals = () => page.evaluate(() => Object.keys(window).filter((name) => !/^\d+$/.test(name)));
  await page.goto(blog("<p>Nothing</p>"));
  const before = await globals();
  const script = `${home}embed.js`;
  // Twice: the second time it finds itself.
  await page.goto(blog(body, { scripts: ["/listen.js", script, script] }));
  const [one, other] = [await running(page, 0), await running(page, 1)];
  await expect(page.locator("iframe")).toHaveCount(2);
  expect((await globals()).filter((name) => !before.includes(name))).toEqual(["offtake"]);
  await expect(page.locator("iframe").first()).toHaveAttribute("title", "The deal");
  await expect(page.locator("iframe").first()).toHaveAttribute("loading", "lazy");
  await expect(page.locator("iframe").nth(1)).toHaveAttribute("title", /calculator/i);
  await expect(other.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(other.locator(".card")).toHaveCSS("border-top-color", "rgb(170, 51, 119)");
  await fits(one);
  await fits(other);

  await page.evaluate((query) => {
    const place = document.createElement("div");
    place.dataset.offtake = query;
    document.body.append(place);
  }, `${QUERY}&s=A`);
  await page.locator("iframe").nth(2).scrollIntoViewIfNeeded();
  const late = await running(page, 2);
  await expect(late.locator("h1")).toContainText("$15.9B ahead");
  await fits(late);
});

test("the place is kept: nothing below moves by more than a line when the calculator comes", async ({ page, blog, home }) => {
  test.slow();
  const queries = [
    "embed=verdict-chart",
    "embed=verdict",
    "embed=chart",
    "embed=verdict&sliders=none",
    "embed=verdict-chart&chart=bridge&sliders=margin,adoption,investment",
    "embed=verdict&sliders=margin,adoption&lock=1",
    ...["ladder", "grid", "tornado", "simulation", "gigawatts"].map((chart) => `embed=chart&chart=${chart}`),
  ];
  for (const [width, query] of [640, 360].flatMap((width) => queries.map((query) => [width, query]))) {
    await page.setViewportSize({ width: width + 16, height: 900 });
    const body = `<div id="place" data-offtake="${query}"></div><p id="below">Below</p>`;
    await page.goto(blog(body, { scripts: ["/listen.js", `${home}embed.js`] }));
    const kept = await page.locator("#below").evaluate((it) => it.offsetTop);
    await fits(await running(page));
    const moved = Math.abs((await page.locator("#below").evaluate((it) => it.offsetTop)) - kept);
    expect(moved, `${query}, ${width} pixels wide`).toBeLessThanOrEqual(24);
  }
});

test("a frame that runs before the script comes is taken over, and only its own window is followed", async ({ page, blog, home }) => {
  const stranger = blog("<p>Another frame</p>");
  await page.goto(blog(plain(`${home}?${QUERY}`, 'sandbox="allow-scripts"') + plain(stranger)));
  const frame = await running(page);
  await page.addScriptTag({ url: `${home}embed.js` });
  await fits(frame);
  const tall = () => page.locator("iframe").first().evaluate((it) => it.offsetHeight);
  const before = await tall();
  const other = await (await page.locator("iframe").nth(1).elementHandle()).contentFrame();
  await other.evaluate(() => parent.postMessage({ offtake: 1, type: "height", height: 99 }, "*"));
  await expect.poll(async () => (await heard(page, "height", 1)).length).toBe(1);
  expect(await tall()).toBe(before);
  expect(await page.locator("iframe").nth(1).evaluate((it) => it.offsetHeight)).toBe(404);
});
