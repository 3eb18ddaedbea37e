// Journeys through the built page, as a visitor makes them. `cargo xtask test` serves it and names browser and address.
import { defineConfig } from "@playwright/test";

const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-quic",
  "--disable-background-networking",
];

export default defineConfig({
  testDir: "tests/journeys",
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: process.env.OFFTAKE_URL ?? "http://127.0.0.1:8080/",
    browserName: "chromium",
    headless: true,
    launchOptions: { executablePath: process.env.CHROME, args },
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
  },
});
