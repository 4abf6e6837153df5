// Tests of how wide the pages are, for a bundle of whatever corpus. Registered by width.test.mjs and hostile.mjs.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { chromium } from "playwright-core";
import { Briefing } from "./briefing.mjs";
import { eventually } from "./eventually.mjs";
import { actors, statements, topics } from "./seeds.mjs";
import { baseUrl, launchOptions } from "./settings.mjs";
import { clipped, overflow } from "./visual.mjs";

const WINDOWS = [[320, 640], [390, 844], [820, 1180], [1440, 900]];
const LIMIT_MS = 180_000;

/** Two ways to letters twice as large: a sheet of the reader's own, and the browser's setting, which media queries follow. */
const TEXTS = [
  { name: "letters as they are", args: [], enlarge: false },
  { name: "letters twice as large by the page's root", args: [], enlarge: true },
  { name: "letters twice as large by the browser's setting", args: ["--blink-settings=defaultFontSize=32,defaultFixedFontSize=26"], enlarge: false },
];

const first = (some, number) => some.slice(0, number).map(({ id }) => id);
const [speaker] = statements.flatMap(({ speaker = [] }) => speaker);

/** Those with the most to say of themselves. */
const longest = (entries, number) => entries.toSorted((one, other) => JSON.stringify(other).length - JSON.stringify(one).length).slice(0, number);

/** Views of every sort; so many of the actors, statements and topics each on their own. */
const viewsOf = (number) => [
  "#/",
  ...longest(topics, number).map(({ id }) => `#/?topic=${id}`),
  `#/?topic=${topics[0].id}&actor=${first(actors, 3)}&q=no+such+words&form=direct`,
  "#/?q=said",
  ...["topic", "actor", "document"].map((by) => `#/?by=${by}`),
  "#/overview",
  "#/overview?by=document&table=matrix,positions",
  "#/overview?q=no+such+words",
  "#/actors",
  ...longest(actors, number).map(({ id }) => `#/actor/${id}`),
  "#/compare",
  `#/compare?actors=${speaker}`,
  `#/compare?actors=${first(actors, 2)}`,
  `#/compare?actors=${first(actors, 4)}`,
  `#/compare?statements=${first(statements, 2)}`,
  "#/source",
  ...longest(statements, number).flatMap(({ id }) => [`#/?statement=${id}`, `#/source?statement=${id}`]),
  "#/about",
  `#/?topic=no-such-topic-${"x".repeat(90)}`,
];

/** Pages that need no program. */
const staticPagesOf = (number) => [
  "about.html",
  "a/index.html",
  "seeds/index.html",
  ...longest(actors, number).map(({ id }) => `a/${id}.html`),
  ...longest(statements, number).map(({ id }) => `s/${id}.html`),
];

async function fits(page, what) {
  await new Briefing(page).laidOut();
  assert.deepEqual(await overflow(page), { by: 0, what: "" }, what);
  assert.deepEqual(await clipped(page), [], what);
}

/**
 * For each way to large letters a browser, and for each width a reader in it. Every page is opened in the narrowest window, with
 * letters as they are; elsewhere only those of the `sample` longest actors, statements and topics, where that is given.
 */
export function widths({ sample = Infinity } = {}) {
  for (const [way, { name, args, enlarge }] of TEXTS.entries()) {
    let browser;
    const started = () => (browser ??= chromium.launch({ ...launchOptions, args: [...launchOptions.args, ...args] }));
    after(async () => (await browser)?.close());
    for (const [index, [width, height]] of WINDOWS.entries()) {
      const number = way === 0 && index === 0 ? Infinity : sample;
      const told = (what, options, story) =>
        test(`${what} in a window of ${width} pixels, ${name}`, { timeout: LIMIT_MS }, async () => {
          const context = await (await started()).newContext({ viewport: { width, height }, reducedMotion: "reduce", serviceWorkers: "block", ...options });
          try {
            if (enlarge) await context.addInitScript(enlarged);
            await story(await context.newPage());
          } finally {
            await context.close();
          }
        });

      told("fits every view", {}, async (page) => {
        const briefing = new Briefing(page);
        await briefing.open("#/");
        await briefing.settled();
        for (const link of viewsOf(number)) {
          await briefing.go(link);
          await briefing.drawn();
          await fits(page, link);
        }
      });

      told("fits every page without the program", {}, async (page) => {
        for (const link of staticPagesOf(number)) {
          await page.goto(new URL(link, baseUrl).href);
          await fits(page, link);
        }
      });

      told("fits what opens over the page", { permissions: [] }, async (page) => {
        const briefing = new Briefing(page);
        await page.addInitScript(() => delete Navigator.prototype.clipboard);
        await briefing.open(`#/?topic=${topics[0].id}`);
        await briefing.settled();
        const sheet = page.getByRole("button", { name: /^Filter/ });
        if (await sheet.isVisible()) {
          await sheet.click();
          await fits(page, "the sheet of the facets");
          await page.keyboard.press("Escape");
        }
        await page.locator(".masthead summary").click();
        await fits(page, "the head, opened");
        await page.getByRole("button", { name: "Share, export" }).click();
        await page.getByRole("heading", { name: "The statements as a file" }).waitFor();
        await fits(page, "the dialog");
        await page.getByRole("dialog").getByRole("button", { name: "Copy", exact: true }).click();
        await page.getByRole("textbox", { name: "To be copied" }).waitFor();
        await fits(page, "the link to be copied by hand");
      });

      told("fits the page that has failed", {}, async (page) => {
        const briefing = new Briefing(page);
        await briefing.open("#/");
        await page.evaluate(() => dispatchEvent(new CustomEvent("briefing-failed", { detail: `at ${"x".repeat(200)}` })));
        await page.getByRole("alert").getByText("has failed").waitFor();
        await fits(page, "the failure");
      });

      told("fits the page as it is written", { javaScriptEnabled: false }, async (page) => {
        // A page without scripts still answers the test, but cannot be enlarged by one.
        await page.goto(baseUrl);
        await fits(page, "the written page");
      });
    }
  }

  test("fits every sheet of paper", { timeout: LIMIT_MS }, async () => {
    const browser = await chromium.launch(launchOptions);
    try {
      // As wide as A4, with its margins: what is drawn for paper is measured like a page.
      const page = await browser.newPage({ viewport: { width: 794, height: 1123 }, serviceWorkers: "block" });
      const briefing = new Briefing(page);
      await briefing.open("#/");
      await briefing.settled();
      await page.emulateMedia({ media: "print" });
      await page.evaluate(() => (document.body.style.marginInline = "18mm"));
      for (const link of viewsOf(sample)) {
        await briefing.go(link);
        await briefing.drawn();
        await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
        await eventually(async () => assert.equal(await page.locator(".print-document").count(), 1, link));
        await fits(page, link);
        await page.evaluate(() => dispatchEvent(new Event("afterprint")));
      }
    } finally {
      await browser.close();
    }
  });
}

/** As a sheet of the reader's own would: the policy of the page forbids a style element, and not this. */
function enlarged() {
  addEventListener("DOMContentLoaded", () => (document.documentElement.style.fontSize = "200%"));
}
