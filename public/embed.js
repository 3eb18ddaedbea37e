/* Offtake in another page: <div data-offtake="QUERY"></div>, or an iframe that is there already. See docs/embedding.md. */
(() => {
  if (window.offtake) return;
  const script = document.currentScript ?? document.querySelector('script[src*="/embed.js"]');
  const base = new URL(".", script.src);
  const frames = new Set();
  const keys = ["embed", "chart", "sliders", "theme", "accent", "lock"];

  // How tall the card comes to be: without its place kept, what stands below jumps when the calculator comes. Of each pair
  // the second is for a narrow place.
  const MORE = { ladder: [90, 156], grid: [118, 96], tornado: [144, 396], simulation: [46, 104], gigawatts: [66, 146] };
  const place = (query, width) => {
    const narrow = width < 482 ? 1 : 0;
    const card = query.get("embed");
    const chosen = query.get("sliders") ?? (card === "chart" ? "none" : narrow ? "1" : "1,2");
    const count = chosen === "none" ? 0 : chosen.split(",").length;
    const rows = narrow ? count : Math.ceil(count / 2);
    const chart = card === "verdict" ? 0 : [327, 299][narrow] + (MORE[query.get("chart")]?.[narrow] ?? 0);
    const sliders = !rows ? 0 : query.get("lock") === "1" ? 23 + 24 * rows : 15 + 116 * rows;
    return (card === "chart" ? [82, 135] : [225, 326])[narrow] + sliders + chart + (width < 350 ? 45 : 0);
  };

  const take = (frame) => {
    if (frames.has(frame)) return;
    frames.add(frame);
    frame.title ||= "Calculator: what the Amazon and Anthropic deal pays";
    // One that runs already told its height before anybody listened.
    frame.contentWindow?.postMessage({ offtake: 1, type: "get" }, "*");
  };

  const put = (div) => {
    const data = div.dataset;
    const query = new URLSearchParams(data.offtake);
    if (!query.has("embed")) query.set("embed", "verdict-chart");
    for (const key of keys) if (data[key] != null) query.set(key, data[key]);
    delete data.offtake;
    const frame = document.createElement("iframe");
    frame.loading = "lazy";
    frame.src = base + "?" + query;
    frame.title = div.title;
    frame.style.cssText = `display:block;width:100%;border:0;height:${data.height || place(query, div.clientWidth)}px`;
    div.append(frame);
    take(frame);
  };

  const look = () => {
    document.querySelectorAll("[data-offtake]").forEach(put);
    for (const frame of document.querySelectorAll("iframe")) if (frame.src.startsWith(base)) take(frame);
  };

  // A sandboxed frame has no origin of its own.
  const isFrom = (frame, { source, origin }) =>
    source === frame.contentWindow && (origin === base.origin || (origin === "null" && frame.hasAttribute("sandbox")));

  addEventListener("message", (event) => {
    const { offtake, type, height } = event.data ?? {};
    if (offtake !== 1 || type !== "height" || !(height > 0)) return;
    for (const frame of frames) if (isFrom(frame, event)) frame.style.height = height + "px";
  });

  window.offtake = look;
  look();
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
})();
