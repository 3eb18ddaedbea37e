// What the page allows itself, on a host that says nothing: the policy and the digests stand in the page.
import { expect, test } from "@playwright/test";

import { built, serve } from "./two_builds.mjs";

const VERDICT = /^On these assumptions Amazon gets back/;
const runs = (page) => expect(page.locator("#start")).toHaveCount(0);

let host;
test.beforeEach(async ({ request, baseURL }) => {
  const files = await built(request, baseURL);
  const bare = ([name, { headers, body }]) => [name, { headers: { "content-type": headers["content-type"] }, body }];
  host = await serve(new Map([...files].map(bare)), "/any/path/");
});
test.afterEach(() => host.close());

const named = (pattern) => [...host.files.keys()].find((name) => pattern.test(name));

/** Another file under the same name, as somebody might put it there who is not us. */
function tamper(pattern, addition) {
  const name = named(pattern);
  const { headers, body } = host.files.get(name);
  host.files.set(name, { headers, body: Buffer.concat([body, Buffer.from(addition)]) });
}

test("the page runs under its own policy, and nothing in it is refused", async ({ page }) => {
  const faults = [];
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(error.message));
  await page.addInitScript(() => {
    window.refused = [];
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => window.refused.push(`${violatedDirective} ${blockedURI}`));
  });
  await page.goto(host.url);
  await runs(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(VERDICT);
  await page.locator("#box-commit_margin").fill("41");
  await page.keyboard.press("Enter");
  await page.locator("#years").scrollIntoViewIfNeeded();
  await page.locator("[data-menu=cash]").click();
  expect(await page.evaluate(() => window.refused)).toEqual([]);
  expect(faults).toEqual([]);
});

test("scripts and styles that are not the page's are refused, and so is every other host", async ({ page }) => {
  await page.goto(host.url);
  await runs(page);
  const got = await page.evaluate(async () => {
    const refused = [];
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => refused.push(effectiveDirective));
    const add = (name, change) => document.body.append(Object.assign(document.createElement(name), change));
    add("script", { textContent: "window.ran = true" });
    add("style", { textContent: "body { display: none }" });
    add("img", { src: "http://elsewhere.example/a.png" });
    add("iframe", { src: "http://elsewhere.example/" });
    add("base", { href: "http://elsewhere.example/" });
    const asked = await fetch("http://elsewhere.example/").then(() => "answered", () => "refused");
    const div = document.createElement("div");
    div.setAttribute("style", "color: red");
    div.setAttribute("onclick", "window.ran = true");
    document.body.append(div);
    div.click();
    // In a task of its own: what a debugger evaluates is exempt.
    const evaluated = await new Promise((done) => {
      setTimeout(() => {
        try {
          done(window.eval("'ran'"));
        } catch {
          done("refused");
        }
      });
    });
    await new Promise((done) => setTimeout(done, 300));
    return { refused: [...new Set(refused)].sort(), asked, evaluated, ran: window.ran ?? false, base: document.baseURI, shown: getComputedStyle(document.body).display };
  });
  expect(got.refused).toEqual(["base-uri", "connect-src", "frame-src", "img-src", "script-src", "script-src-attr", "script-src-elem", "style-src-attr", "style-src-elem"]);
  expect(got).toMatchObject({ asked: "refused", evaluated: "refused", ran: false, base: host.url, shown: "block" });
});

test("a style that was changed on its way is not used", async ({ page }) => {
  tamper(/^style-.*\.css$/, "body { display: none }");
  await page.goto(host.url);
  await runs(page);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

for (const [what, pattern, addition] of [
  ["script", /^page-.*\.js$/, "\n// changed"],
  ["program", /\.wasm$/, "\0"],
]) {
  test(`a ${what} that was changed on its way does not run`, async ({ page }) => {
    tamper(pattern, addition);
    await page.goto(host.url);
    await expect(page.getByRole("alert")).toContainText("could not be loaded");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(VERDICT);
  });
}

test("a loader that was changed on its way does not run", async ({ page }) => {
  tamper(/^loader-.*\.js$/, "\nwindow.ran = true;");
  await page.goto(host.url);
  await page.waitForLoadState("networkidle");
  expect(await page.evaluate(() => window.ran ?? false)).toBe(false);
  await expect(page.locator("#start")).toHaveCount(1);
});
