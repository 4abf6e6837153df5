// The test harness. A browser test describes what one reader does:
//
//     reader("filters by topic", { width: 390 }, async ({ briefing, page, watch }) => { … });
//
// Each test has a browser context of its own, with empty storage. It also fails if there is an unexpected console message, a
// failed request, or a request to another origin.

import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { Briefing } from "./support/briefing.mjs";
import { baseUrl, launchOptions } from "./support/settings.mjs";
import { Watch } from "./support/watch.mjs";

export { baseUrl };

const TEST_LIMIT_MS = 60_000;
const ACTION_LIMIT_MS = 10_000;
const OUTPUT = new URL("output/", import.meta.url);

let browser;

before(async () => {
  browser = await chromium.launch(launchOptions);
});

after(() => browser?.close());

/**
 * One test in a fresh context. `options` are `width` and `height` of the window, and whatever playwright's
 * `browser.newContext` takes, such as `colorScheme: "dark"` or `javaScriptEnabled: false`; and the `origin` of the page, where
 * it is not the served one.
 */
export function reader(name, ...rest) {
  const story = rest.pop();
  const { width = 1440, height = 900, origin = new URL(baseUrl).origin, ...options } = rest.pop() ?? {};
  test(name, { timeout: TEST_LIMIT_MS }, async () => {
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme: "light",
      reducedMotion: "reduce",
      locale: "en-GB",
      timezoneId: "UTC",
      // A service worker asks for every file, and answers where a test means to; offline.test.mjs lets it.
      serviceWorkers: "block",
      ...options,
    });
    context.setDefaultTimeout(ACTION_LIMIT_MS);
    const watch = new Watch(context, origin);
    const page = await context.newPage();
    try {
      await story({ briefing: new Briefing(page), page, context, watch });
      assert.deepEqual(watch.problems(), [], "the page logged a message or made a request that the test does not expect");
    } catch (error) {
      await keep(page, name);
      if (watch.messages.length > 0) error.message += `\n\nThe console says:\n${watch.messages.join("\n")}`;
      throw error;
    } finally {
      await context.close();
    }
  });
}

/** Saves a screenshot of the page on which a test failed. */
async function keep(page, name) {
  const file = new URL(`${name.replace(/[^a-z0-9]+/gi, "-")}.png`, OUTPUT);
  try {
    await mkdir(OUTPUT, { recursive: true });
    await page.screenshot({ path: file.pathname, fullPage: true });
    console.error(`A picture of the failure is in tests/browser/output/${file.pathname.split("/").pop()}`);
  } catch {
    // The page may be closed; the failure of the test is reported all the same.
  }
}
