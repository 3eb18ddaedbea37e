// Starts the page without an inline script, so that a strict content security policy holds. The addresses and digests
// are those of the two preload links that the build writes into the head.
(() => {
  "use strict";

  const notice = document.getElementById("start");

  const say = (text) => {
    notice.setAttribute("role", "alert");
    notice.textContent = text;
  };

  const preload = (selector) => {
    const link = document.querySelector(selector);
    if (!link) throw new Error(`no ${selector} in the page`);
    return link;
  };

  const start = async () => {
    const code = preload('link[rel="modulepreload"]');
    const wasm = preload('link[rel="preload"][as="fetch"]');
    const { default: init } = await import(code.href);
    const options = wasm.integrity ? { integrity: wasm.integrity } : {};
    await init({ module_or_path: fetch(wasm.href, options) });
    notice.remove();
  };

  if (typeof WebAssembly !== "object") {
    say("This browser has no WebAssembly, or it is switched off here. The calculator needs it.");
    return;
  }
  start().catch((error) => {
    console.error(error);
    say("The calculator could not be loaded. Please check the connection and load the page again.");
  });
})();
