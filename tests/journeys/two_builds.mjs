// A host of its own for a journey: the files of the page under test as one build, and another build made from them.
import { createHash } from "node:crypto";
import { createServer } from "node:http";

const digest = (bytes) => `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
const text = (file) => file.body.toString("utf8");
const HEADERS = ["content-type", "content-security-policy", "access-control-allow-origin", "cross-origin-resource-policy"];

/** Everything that the worker of the page keeps, and the worker. */
export async function built(request, baseURL) {
  const files = new Map();
  const bring = async (name) => {
    const response = await request.get(new URL(name, baseURL).href);
    if (!response.ok()) throw new Error(`${name}: ${response.status()}`);
    const headers = Object.fromEntries(HEADERS.map((key) => [key, response.headers()[key]]).filter(([, value]) => value));
    files.set(name, { headers: { ...headers, "cache-control": "no-cache" }, body: await response.body() });
  };
  await bring("offline.js");
  const names = [...text(files.get("offline.js")).matchAll(/\["([^"]+)", "sha384-/g)].map(([, name]) => name);
  if (!names.includes("./")) throw new Error("the worker keeps no page: is this a build of `cargo xtask build`?");
  for (const name of names) await bring(name);
  return files;
}

/** The next build: its page and its loader say that they belong to it; the old loader is gone. */
export function another(files, mark) {
  const next = new Map(files);
  const replace = (name, from, to, as = name) => {
    const file = files.get(name) && next.get(name);
    const changed = text(file).replaceAll(typeof from === "string" ? from : new RegExp(from, "g"), to);
    if (changed === text(file)) throw new Error(`${name} has no ${from}`);
    next.delete(name);
    next.set(as, { ...file, body: Buffer.from(changed) });
    return [digest(file.body), digest(Buffer.from(changed))];
  };
  const loader = [...files.keys()].find((name) => /^loader-/.test(name));
  const renamed = `loader-${mark.repeat(16).slice(0, 16)}.js`;
  const [oldLoader, newLoader] = replace(loader, '"use strict";', `"use strict"; document.documentElement.dataset.build = "${mark}";`, renamed);
  const [oldPage] = replace("./", /<html( |>)/, `<html data-page="${mark}"$1`);
  replace("./", loader, renamed);
  const [, newPage] = replace("./", oldLoader, newLoader);
  replace("offline.js", oldLoader, newLoader);
  replace("offline.js", loader, renamed);
  replace("offline.js", oldPage, newPage);
  replace("offline.js", /const BUILD = "[^"]*"/g, `const BUILD = "${mark}"`);
  return next;
}

/** Serves a build under a path. `host.files` may be changed for another; `host.answers` says how it does that. */
export async function serve(files, path = "/") {
  const host = { files, answers: "well" };
  const server = createServer((request, response) => {
    if (host.answers === "never") return;
    if (host.answers === "not at all") {
      request.socket.destroy();
      return;
    }
    const address = new URL(request.url, "http://host").pathname;
    const name = address.startsWith(path) ? address.slice(path.length) : undefined;
    const file = host.files.get(name === "" || name === "index.html" ? "./" : name);
    if (host.answers === "with faults") {
      response.writeHead(503, { "content-type": "text/plain" });
      response.end("The host is overwhelmed.");
      return;
    }
    response.writeHead(file ? 200 : 404, { ...file?.headers, connection: "close" });
    response.end(file?.body);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  host.url = `http://127.0.0.1:${server.address().port}${path}`;
  host.close = () => {
    server.closeAllConnections();
    server.close();
  };
  return host;
}
