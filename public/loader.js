// Starts the page without an inline script, so that a strict content security policy holds. The addresses and digests
// are those of the two links that the build writes into the head.
//
// Until the program runs, `#start` stands in its place: the answer of the default case, or in a plain build a line of
// text. It goes when all of the calculator is there, in the task that shows it, and stays where that does not start.
(() => {
  "use strict";

  /** Nothing is said about a wait that nobody notices. */
  const PATIENCE = 400;

  // Before the first paint, so that a remembered theme does not come as a flash. Storage may be forbidden.
  try {
    const theme = localStorage.getItem("offtake.theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch {
    // Then the system's theme it is.
  }

  const ready = new Promise((done) => {
    if (document.readyState !== "loading") done();
    else document.addEventListener("DOMContentLoaded", done, { once: true });
  });

  const linked = (selector) => {
    const link = document.querySelector(selector);
    if (!link) throw new Error(`no ${selector} in the page`);
    return link;
  };

  // The answer comes first: until it is on the screen the program shares neither the line nor the processor with it. Not
  // every browser tells when that is, and a page that nobody looks at is never painted: then after a moment.
  const painted = new Promise((done) => {
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
    const code = linked('link[rel="modulepreload"]');
    const wasm = linked('link[as="fetch"]');
    const options = wasm.integrity ? { integrity: wasm.integrity } : {};
    const { default: init } = await import(code.href);
    await painted;
    await init({ module_or_path: fetch(wasm.href, options) });
    // The calculator comes in parts, each in a task that it asked for before this one; until then it is not shown.
    await new Promise((done) => setTimeout(done));
    document.getElementById("start").remove();
    // Where the address names a part of the page, which the browser could not find before.
    document.getElementById(location.hash.slice(1))?.scrollIntoView();
  };

  const wait = () => {
    const line = document.querySelector("#start .start-line");
    if (line) line.textContent = "Loading the sliders.";
  };

  /** Says why there are only the figures of the default case, and shows what stands under the cover of `noscript`. */
  const fail = (why) => {
    const page = document.getElementById("start");
    const said = page.querySelector("[role=alert]");
    if (!said) {
      page.setAttribute("role", "alert");
      page.textContent = why;
      return;
    }
    page.classList.add("failed");
    page.querySelector(".start-line").textContent = "";
    said.querySelector("b").textContent = why;
    said.hidden = false;
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
