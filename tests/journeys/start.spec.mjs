// The page starts, wherever a host puts it, and says what is wrong where it cannot.
import { expect, test } from "@playwright/test";

const elsewhere = process.env.OFFTAKE_ELSEWHERE ?? "/";

for (const [where, path] of [["at the root", "/"], ["under a path", elsewhere]]) {
  test(`starts ${where} without asking another host or breaking the host's policy`, async ({ page, baseURL }) => {
    const errors = [];
    const hosts = new Set();
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("request", (request) => request.url().startsWith("http") && hosts.add(new URL(request.url()).host));
    await page.goto(path);
    await expect(page.locator("#start")).toHaveCount(0);
    expect(errors).toEqual([]);
    expect([...hosts]).toEqual([new URL(baseURL).host]);
  });
}

test("says so where WebAssembly is missing", async ({ page }) => {
  await page.addInitScript(() => delete window.WebAssembly);
  await page.goto("/");
  await expect(page.getByRole("alert")).toContainText("no WebAssembly");
});

test("says so where the program cannot be loaded", async ({ page }) => {
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto("/");
  await expect(page.getByRole("alert")).toContainText("could not be loaded");
});
