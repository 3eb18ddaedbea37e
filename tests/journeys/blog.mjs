// Another site, which holds the page in a frame: pages of an origin of its own, served for as long as a test runs.
import { createServer } from "node:http";
import { expect, test as base } from "@playwright/test";

export { expect };

/** What every page of the blog listens with: a file, because some of its pages forbid scripts that stand in them. */
const LISTENER = `
window.heard = [];
addEventListener("message", ({ data, source, origin }) => {
  const at = [...document.querySelectorAll("iframe")].findIndex((frame) => frame.contentWindow === source);
  heard.push({ at, origin, data });
});`;

/** Follows the height as a host may that has no script of ours. */
const FOLLOWER = `
addEventListener("message", ({ data, source }) => {
  for (const frame of document.querySelectorAll("iframe")) {
    if (frame.contentWindow === source && data?.sentinel === "amp") frame.style.height = data.height + "px";
  }
});`;

const FILES = { "/listen.js": LISTENER, "/follow.js": FOLLOWER };

export const test = base.extend({
  /** Errors on the console of any frame, and what no script has caught. */
  faults: [
    async ({ page }, use) => {
      const faults = [];
      page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
      page.on("pageerror", (error) => faults.push(String(error)));
      await use(faults);
      expect(faults, "errors on the console").toEqual([]);
    },
    { auto: true },
  ],

  /** Where the product is, by a name that the blog does not have. */
  home: async ({ baseURL }, use) => {
    const home = new URL(baseURL);
    home.hostname = "127.0.0.1";
    await use(home.href);
  },

  /** Puts pages on the blog and says where they are. */
  blog: async ({}, use) => {
    const pages = new Map();
    const server = createServer(({ url }, answer) => {
      const file = FILES[url];
      const { html, headers } = pages.get(url) ?? {};
      answer.writeHead(file || html ? 200 : 204, { "content-type": file ? "text/javascript" : "text/html; charset=utf-8", ...headers });
      answer.end(file ?? html);
    });
    await new Promise((done) => server.listen(0, "localhost", done));
    const origin = `http://localhost:${server.address().port}`;
    await use((body, { headers = {}, scripts = ["/listen.js"] } = {}) => {
      const path = `/${pages.size}`;
      const tags = scripts.map((src) => `<script src="${src}"></script>`).join("");
      const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A blog</title>${tags}<body>${body}</body></html>`;
      pages.set(path, { html, headers });
      return origin + path;
    });
    await new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    });
  },
});

/** The frame of a page, once the calculator runs in it. */
export async function running(page, at = 0) {
  const element = page.locator("iframe").nth(at);
  await expect(element.contentFrame().locator(".card-foot")).toBeVisible();
  await expect(element.contentFrame().locator("#start")).toHaveCount(0);
  return (await element.elementHandle()).contentFrame();
}

/** What the page around has heard from a frame, by type. */
export const heard = (page, type, at = 0) =>
  page.evaluate(([type, at]) => heard.filter((it) => it.at === at && it.data?.type === type).map(({ data }) => data), [type, at]);

/** Everything of the card is in the frame, and the frame is not taller than it. */
export async function fits(frame) {
  await expect
    .poll(() => frame.evaluate(() => Math.ceil(document.querySelector(".card").getBoundingClientRect().height) - innerHeight))
    .toBe(0);
  const over = await frame.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    return [scrollWidth - innerWidth, scrollHeight - innerHeight];
  });
  expect(over, "what has to be scrolled to").toEqual([0, 0]);
}
