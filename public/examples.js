// The last example: a page that sets the state of a card, and hears what follows.
"use strict";

const frame = document.querySelector("#talking");
const output = document.querySelector("#heard");

for (const button of document.querySelectorAll("[data-set]")) {
  button.addEventListener("click", () => {
    frame.contentWindow.postMessage({ offtake: 1, type: "set", query: button.dataset.set }, "*");
  });
}

addEventListener("message", ({ source, data }) => {
  if (source !== frame.contentWindow || data?.offtake !== 1) return;
  if (data.type === "ready" || data.type === "change") {
    output.textContent = `${data.type}, NPV ${data.figures.npv_b.toFixed(1)} billion dollars, state ${data.query}`;
  }
});
