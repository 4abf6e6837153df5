// The one-file edition: from the disk, in both browsers, and as the page saves it.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { baseUrl, reader } from "./harness.mjs";
import { eventually } from "./support/eventually.mjs";
import { FirefoxTab } from "./support/firefox.mjs";
import { ChromiumTab, address, alone, started, tour } from "./support/one-file.mjs";
import { statements } from "./support/seeds.mjs";

// What a page from a file has for an origin.
const origin = "null";

let one;

before(async () => {
  one = await alone();
});

after(() => one?.remove());

/** The link that saves a copy, in the dialog that has it. */
async function save(briefing) {
  await briefing.page.getByRole("banner").getByRole("button", { name: "Share" }).click();
  return briefing.page.getByRole("dialog").getByRole("link", { name: "Save a copy" });
}

/** What was asked for beside the files that were opened and what the page made itself. */
const asked = (requests) => requests.filter((url) => !/^(blob:|data:|about:)/.test(url) && !/^file:.*\.html/.test(url));

reader("opens from a file in Chromium, with everything in it and no request", { origin, acceptDownloads: true }, async ({ page, watch }) => {
  await tour(new ChromiumTab(page, one.folder), one.file);
  assert.deepEqual(asked(watch.requests), []);
});

test("opens from a file in Firefox, with everything in it and no request", { timeout: 120_000 }, async () => {
  const tab = await FirefoxTab.start();
  try {
    await tour(tab, one.file);
    assert.deepEqual(asked(tab.requests), []);
    assert.deepEqual(tab.messages, []);
  } finally {
    await tab.close();
  }
});

reader("leads from About to the files for other programs, but not in the one file", async ({ briefing, page, watch }) => {
  const files = page.getByRole("main").locator("a[href='data/briefing.json'], a[href='feed.xml'], a[href='llms.txt']");
  const heading = page.getByRole("heading", { name: "For other programs" });
  for (const address of [new URL("#/about", baseUrl).href, new URL("about.html", baseUrl).href]) {
    await page.goto(address);
    await heading.waitFor();
    const hrefs = await files.evaluateAll((links) => links.map((link) => link.href));
    assert.equal(hrefs.length, 3, address);
    for (const href of hrefs) assert.equal((await fetch(href)).status, 200, href);
  }
  await page.goto(new URL("briefing.html#/about", baseUrl).href);
  await briefing.settled();
  await page.getByRole("heading", { name: "Privacy" }).waitFor();
  assert.deepEqual([await heading.count(), await files.count()], [0, 0]);
  watch.allow(/preloaded using link preload/);
});

reader("has a policy that lets it ask for nothing and runs no foreign script", { origin }, async ({ briefing, page, watch }) => {
  watch.expect(/Content Security Policy/);
  await page.goto(one.address);
  await briefing.started();
  assert.match(one.html, /default-src 'none'/);
  assert.doesNotMatch(one.html, /unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)|connect-src/);
  const tried = await page.evaluate(async () => {
    const script = document.createElement("script");
    script.textContent = "globalThis.inlineRan = true";
    document.body.append(script);
    const fetched = await fetch("https://example.org/").then(() => true, () => false);
    return { ran: globalThis.inlineRan === true, fetched };
  });
  assert.deepEqual(tried, { ran: false, fetched: false });
});

reader("shows the text, and why there is no more, where nothing can be unpacked", { origin }, async ({ briefing, page, watch }) => {
  watch.expect(/DecompressionStream/);
  await page.addInitScript(() => delete globalThis.DecompressionStream);
  // A link to another view than the one that is written here.
  await page.goto(`${one.address}#/about`);
  const alert = page.getByRole("alert");
  await alert.getByText("no DecompressionStream").waitFor();
  assert.match(await alert.innerText(), /read what is written below, which always works/);
  assert.ok(await briefing.statements.first().isVisible());
  await reads(briefing);
  assert.ok(await alert.getByRole("link", { name: "Try again" }).isVisible());
});

reader("shows the text, and that it is damaged, where a part of it is lost", { origin }, async ({ briefing, page, watch }) => {
  watch.expect(/damaged/);
  const at = one.html.indexOf('<script id="boot-packed"') + 100_000;
  await page.goto(address(await one.put("damaged.html", one.html.slice(0, at) + one.html.slice(at + 999))));
  await page.getByRole("alert").getByText("is damaged").waitFor();
  await reads(briefing);
});

reader("shows the text again where the program has failed, and begins at the first page", { origin }, async ({ briefing, page }) => {
  await page.goto(address(await one.put("about.html", one.html.replace('<meta name="start" content="', "$&#/about"))));
  await briefing.started();
  assert.equal(briefing.link, "#/about");
  await page.evaluate(() => dispatchEvent(new CustomEvent("briefing-failed", { detail: "index out of bounds" })));
  const alert = page.getByRole("alert");
  await alert.getByText("index out of bounds").waitFor();
  await reads(briefing);
  await alert.getByRole("link", { name: "first page" }).click();
  await briefing.started();
  assert.equal(briefing.link, "#/");
  assert.equal(await briefing.statements.count(), statements.length);
});

reader("is read without JavaScript, and has no link or control without effect", { origin, javaScriptEnabled: false }, async ({ briefing, page }) => {
  await page.goto(one.address);
  assert.match(await page.locator("noscript .boot").innerText(), /needs JavaScript/);
  assert.equal(await page.locator("#boot-status").isVisible(), false);
  await reads(briefing);
  assert.equal(await page.locator("button, input, a").count(), 0);
});

reader("saves a copy that begins at what is seen", { acceptDownloads: true }, async ({ briefing, page, context, watch }) => {
  await briefing.open("#/?topic=basing&q=bases");
  assert.equal(watch.requests.filter((url) => /save|briefing\.html/.test(url)).length, 0, "not before it is asked for");
  const seen = await briefing.text();
  const link = await save(briefing);
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  const file = path.join(one.folder, download.suggestedFilename());
  await download.saveAs(file);
  assert.match(download.suggestedFilename(), /^central-asia-between-the-us-and-russia-[0-9a-f]{8}\.html$/);
  await page.getByRole("status").getByText("Saved as central-asia").waitFor();
  assert.match(await readFile(file, "utf8"), /^<!doctype html><html/);
  const away = await context.newPage();
  await away.goto(address(file));
  const tab = new ChromiumTab(away, one.folder);
  await started(tab);
  assert.equal(await tab.ask(() => location.hash), "#/?topic=basing&q=bases");
  assert.equal(await away.getByRole("main").textContent(), seen);
  watch.requests = watch.requests.filter((url) => url !== address(file));
});

reader("says that no copy could be made, and offers the file itself", { acceptDownloads: true }, async ({ briefing, page, context, watch }) => {
  watch.expect(/ERR_FAILED/, /ERR_FAILED/);
  await briefing.open("#/about");
  await context.route(/briefing\.html$/, (route) => route.abort(), { times: 1 });
  await (await save(briefing)).click();
  const alert = page.getByRole("alert");
  await alert.getByText("could not be made").waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), alert.getByRole("link", { name: "the file itself" }).click()]);
  assert.equal(download.suggestedFilename(), "briefing.html");
  assert.equal(await readFile(await download.path(), "utf8"), one.html);
  await alert.getByRole("button", { name: "Close" }).click();
  await eventually(async () => assert.equal(await alert.count(), 0));
});

reader("lets the browser save the file where the script that makes a copy does not load", { acceptDownloads: true }, async ({ briefing, page, context, watch }) => {
  watch.expect(/ERR_FAILED/);
  await briefing.open("#/");
  await context.route(/save-[^/]*\.js$/, (route) => route.abort());
  const link = await save(briefing);
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  assert.equal(download.url(), new URL("briefing.html", baseUrl).href);
});

/** Every statement is there to be read. */
async function reads(briefing) {
  const text = await briefing.page.locator("#app").textContent();
  for (const { content } of statements) assert.ok(text.includes(content[0]), content[0]);
  assert.equal(await briefing.page.locator("#app article").count(), statements.length);
}
