// A page on which the calculator runs: what stands there before looks alike, and a press on it leads nowhere.
import { expect, test as base } from "@playwright/test";

export { expect };

/** Opening and reloading wait until the calculator has taken the place of the first answer. */
export const test = base.extend({
  page: async ({ page }, use) => {
    for (const name of ["goto", "reload"]) {
      const plain = page[name].bind(page);
      page[name] = async (...words) => {
        const response = await plain(...words);
        await expect(page.locator("#start")).toHaveCount(0);
        return response;
      };
    }
    await use(page);
  },
});
