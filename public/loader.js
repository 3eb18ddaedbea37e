// Starts the page without an inline script, so that a strict content security policy holds. The addresses and digests
// are those of the two links that the build writes into the head.
//
// Until the program runs, `#start` stands in its place: the answer of the default case, or in a plain build a line of
// text. It goes when all of the calculator is there, in the task that shows it, and stays where that does not start.
// Where the address tells another case the figures are left out, and in a frame only a line stands there.
(() => {
  "use strict";

  /** Nothing is said about a wait that nobody notices. */
  const PATIENCE = 400;
  /** When the calculator runs, the reader comes first and the next visit second. */
  const REST = 2000;

  /** What a frame shows, and what it is told by scripts of its host: nothing of that belongs to the case. */
  const OF_FRAMES = ["embed", "chart", "sliders", "accent", "lock", "childId"];
  /** Keys that leave the default case as it is; the latter are what hosts and mailers append. */
  const NEUTRAL = /^(theme|view)$|^(utm_|fbclid|gclid|mc_|ref)/;

  const root = document.documentElement;
  const query = new URLSearchParams(location.search);
  const embedded = query.has("embed");
  const framed = window.top !== window;
  const linked = !embedded && [...query.keys()].some((key) => !OF_FRAMES.includes(key) && !NEUTRAL.test(key));

  // Before the first paint: what is not to be seen never flashes, and neither does another theme.
  if (embedded) root.dataset.embed = "";
  if (linked) root.dataset.linked = "";

  const remembered = () => {
    if (embedded || framed) return null;
    try {
      return localStorage.getItem("offtake.theme");
    } catch {
      return null; // Storage may be forbidden. Then the system's theme it is.
    }
  };
  const theme = [query.get("theme"), remembered()].find((name) => name === "light" || name === "dark");
  if (theme) root.dataset.theme = theme;

  const ready = new Promise((done) => {
    if (document.readyState !== "loading") done();
    else document.addEventListener("DOMContentLoaded", done, { once: true });
  });

  const inHead = (selector) => {
    const link = document.querySelector(selector);
    if (!link) throw new Error(`no ${selector} in the page`);
    return link;
  };

  // The answer comes first: until it is on the screen the program shares neither the line nor the processor with it. Not
  // every browser tells when that is, and a page that nobody looks at is never painted: then after a moment. A frame has
  // no answer before the program.
  const painted = new Promise((done) => {
    if (embedded) return done();
    setTimeout(done, 500);
    try {
      new PerformanceObserver((list) => list.getEntriesByName("first-contentful-paint").forEach(done)).observe({ type: "paint", buffered: true });
    } catch {
      // No such observer.
    }
  });

  const start = async () => {
    await ready;
    if (typeof WebAssembly !== "object") throw new Error("no WebAssembly");
    const code = inHead('link[rel="modulepreload"]');
    const wasm = inHead('link[as="fetch"]');
    const options = wasm.integrity ? { integrity: wasm.integrity } : {};
    const { default: init } = await import(code.href);
    await painted;
    await init({ module_or_path: fetch(wasm.href, options) });
    // The calculator comes in parts, each in a task that it asked for before this one; until then it is not shown.
    await new Promise((done) => setTimeout(done));
    document.getElementById("start").remove();
    // Where the address names a part of the page, which the browser could not find before.
    document.getElementById(location.hash.slice(1))?.scrollIntoView();
    setTimeout(keep, REST);
  };

  /** Has the page kept for visits without a network. Frames keep nothing, and where it is forbidden the page is as good. */
  const keep = () => {
    if (embedded || framed || !isSecureContext || !navigator.serviceWorker) return;
    navigator.serviceWorker.register("./offline.js", { scope: "./", updateViaCache: "none" }).catch(() => {});
  };

  /** What saves and opens files, loaded when it is first asked for: a link becomes one that the browser follows. */
  let files;
  const part = () =>
    (files ??= new Promise((done, failed) => {
      const link = inHead('link[rel="files"]');
      link.onload = () => done(import(link.href));
      link.onerror = failed;
      link.rel = "modulepreload";
    }).catch((error) => {
      files = undefined;
      throw error;
    }));

  /** Saves a file; tells its name, or nothing where that was not possible. */
  window.offtakeSave = (tell, ...wanted) =>
    part()
      .then(({ save }) => save(...wanted))
      .then(tell, (error) => {
        console.error(error);
        tell();
      });

  /** Files that the reader chose, or let fall on the page. Their list is emptied when this is done. */
  const open = (list) => {
    const files = [...list];
    if (files.length) part().then((part) => part.open(files)).catch(console.error);
  };
  if (!embedded) {
    document.addEventListener("change", ({ target }) => {
      if (target.id !== "file-open") return;
      open(target.files);
      target.value = "";
    });
    for (const name of ["dragover", "drop"]) {
      document.addEventListener(name, (event) => {
        if (!event.dataTransfer?.types.includes("Files")) return;
        event.preventDefault();
        if (name === "drop") open(event.dataTransfer.files);
      });
    }
  }

  const wait = () => {
    const line = document.querySelector("#start .start-line");
    if (line && !linked) line.textContent = "Loading the sliders.";
  };

  /** The page with the state of the frame. */
  const whole = () => {
    for (const key of OF_FRAMES) query.delete(key);
    const rest = query.toString();
    return rest ? `./?${rest}` : "./";
  };

  const failInFrame = (frame, why) => {
    frame.setAttribute("role", "alert");
    frame.firstElementChild.textContent = why;
    const link = frame.querySelector("a");
    link.href = whole();
    link.hidden = false;
  };

  /** Says why there are only the figures of the default case, and shows what stands under the cover of `noscript`. */
  const fail = (why) => {
    const page = document.getElementById("start");
    const [frame, said] = [page.querySelector(".start-frame"), page.querySelector("[role=alert]")];
    if (!said || !frame) {
      page.setAttribute("role", "alert");
      page.textContent = why;
      return;
    }
    if (embedded) {
      failInFrame(frame, why);
      return;
    }
    page.classList.add("failed");
    page.querySelector(".start-line").textContent = "";
    said.querySelector("b").textContent = why;
    said.querySelector(linked ? ".start-stands" : ".start-stands-linked").remove();
    said.hidden = false;
    delete root.dataset.linked;
    for (const cover of page.querySelectorAll(".start-still")) {
      cover.replaceWith(document.createRange().createContextualFragment(cover.textContent));
    }
  };

  const NO_WEBASSEMBLY = "This browser has no WebAssembly, or it is switched off here. The calculator needs it.";
  const NOT_LOADED = "The calculator could not be loaded. Please check the connection.";

  const waiting = setTimeout(wait, PATIENCE);
  start()
    .catch((error) => {
      console.error(error);
      return fail(typeof WebAssembly === "object" ? NOT_LOADED : NO_WEBASSEMBLY);
    })
    .finally(() => clearTimeout(waiting));
})();
