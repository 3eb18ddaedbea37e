// Keeps one whole build of the page, so that it opens without a network. Only the page itself registers this worker, and
// never in a frame.
//
// Builds do not mix. A build is kept whole or not at all, each file checked by its digest. A page that comes from the
// network takes what this worker does not hold from there; a page that is kept finds everything beside it. Another build
// waits until no page of this one is open, and only then is this one forgotten. What the page loads on demand is kept
// from its first use on.
"use strict";

// `cargo xtask build` writes these: a digest over the files, and their names with the digest of each; the same of what is
// loaded on demand. An empty build keeps nothing and forgets what was kept: that is how a site gets rid of this worker.
const BUILD = "";
const FILES = [];
const LATER = [];

/** What a network may take to bring the page, in milliseconds, before the kept one is shown. */
const PATIENCE = 4000;
const PAGE = "./";

const scope = new URL(self.registration.scope);
// Pages under several paths of one host share their caches: each forgets only its own.
const PREFIX = `offtake ${scope.pathname} `;
const CACHE = PREFIX + BUILD;
const held = new Set(FILES.map(([name]) => new URL(name, scope).href));
const later = new Map(LATER.map((file) => [new URL(file[0], scope).href, file]));
const pages = new Set([PAGE, "index.html"].map((name) => new URL(name, scope).href));

async function bring([name, integrity]) {
  // Names of other files tell their content: what the page has just loaded need not come again.
  const response = await fetch(new URL(name, scope), { integrity, cache: name === PAGE ? "no-cache" : "default" });
  if (!response.ok || response.redirected) throw new Error(`${name}: ${response.status}`);
  return [name, response];
}

/** Nothing is kept before everything is here. */
async function keep() {
  const files = await Promise.all(FILES.map(bring));
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(files.map(([name, response]) => cache.put(new URL(name, scope), response)));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

async function forgetOthers() {
  const others = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && (name !== CACHE || BUILD === ""));
  await Promise.all(others.map((name) => caches.delete(name)));
}

const kept = (name) => caches.match(new URL(name, scope), { cacheName: CACHE, ignoreVary: true });

/** The kept one, else from the network, and kept from then on. */
async function onDemand(file) {
  const known = await kept(file[0]);
  if (known) return known;
  const [name, response] = await bring(file);
  const copy = response.clone();
  // Where there is no room it works all the same, this time.
  await caches.open(CACHE).then((cache) => cache.put(new URL(name, scope), copy)).catch(() => {});
  return response;
}

/** From the network if it answers in time, with whatever the address tells; else the kept one. */
async function page(request) {
  const asked = fetch(request);
  const late = new Promise((done) => setTimeout(done, PATIENCE));
  const answer = await Promise.race([asked.catch(() => undefined), late]);
  if (answer && answer.status < 500) return answer;
  return (await kept(PAGE)) ?? asked;
}

self.addEventListener("install", (event) => BUILD && event.waitUntil(keep()));
self.addEventListener("activate", (event) => event.waitUntil(forgetOthers()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (!BUILD || request.method !== "GET") return;
  const { origin, pathname } = new URL(request.url);
  const address = origin + pathname;
  if (request.mode === "navigate") {
    if (pages.has(address)) event.respondWith(page(request));
  } else if (held.has(address) && !pages.has(address)) {
    event.respondWith(kept(address).then((file) => file ?? fetch(request)));
  } else if (later.has(address)) {
    event.respondWith(onDemand(later.get(address)));
  }
});
