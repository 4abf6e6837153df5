// Loading: from the address to the running program, and each failure on the way.

import assert from "node:assert/strict";
import { baseUrl, reader } from "./harness.mjs";
import { statements } from "./support/seeds.mjs";

const PROGRAM = /briefing-[^/]*\.wasm$/;
const GLUE = /briefing-[^/]*\.js$/;
const PAGES = /pages-[^/]*\.wasm$/;
const BOOT = /boot-[^/]*\.js$/;

/** Says what happened, names the way out, and the way out works. */
async function saysWhatHappened(page, words) {
  const alert = page.getByRole("alert");
  await alert.getByText(words).waitFor();
  assert.ok(await alert.getByRole("link", { name: "Try again" }).isVisible());
  await readsTheTexts(page, alert);
}

async function readsTheTexts(page, within) {
  await within.getByRole("link", { name: "source texts" }).click();
  await page.getByRole("heading", { name: "Source texts" }).waitFor();
  await page.getByRole("listitem").getByRole("link").first().click();
  await page.waitForURL(/\.txt$/);
  assert.match(await page.locator("body").innerText(), /\w{3}/);
}

reader("opens the briefing, loading each file once", async ({ briefing, watch }) => {
  await briefing.open();
  assert.notEqual((await briefing.app.innerText()).trim(), "");
  assert.equal(watch.requests.filter((url) => PROGRAM.test(url)).length, 1);
  assert.equal(new Set(watch.requests).size, watch.requests.length, watch.requests.join("\n"));
});

/** Keeps the program back; returns what lets it go. */
async function holdProgram(context) {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await context.route(PROGRAM, (route) => held.then(() => route.continue()));
  return release;
}

reader("requests what draws another page beside the program, and what nobody waits for after it", async ({ page, context, watch }) => {
  const release = await holdProgram(context);
  const part = page.waitForRequest(PAGES);
  const offline = page.waitForRequest(/offline\.js$/);
  await page.goto(`${baseUrl}#/actors`, { waitUntil: "commit" });
  await part;
  release();
  await page.getByRole("heading", { level: 1, name: "Actors" }).waitFor();
  await offline;
  const order = (pattern) => watch.requests.findIndex((url) => pattern.test(url));
  for (const later of [/offline\.js$/, /open-[^/]*\.js$/]) {
    assert.ok(order(later) > order(PAGES), watch.requests.join("\n"));
  }
  assert.equal(watch.requests.filter((url) => PAGES.test(url)).length, 1);
});

reader("requests nothing but the program for the start page", async ({ briefing, page, context, watch }) => {
  const release = await holdProgram(context);
  for (const link of ["", "#/", "#/?topic=basing"]) {
    await page.goto("about:blank");
    await page.goto(`${baseUrl}${link}`, { waitUntil: "commit" });
    await page.locator("#boot-glue").waitFor({ state: "attached" });
    await page.evaluate(() => import(document.getElementById("boot-glue").href).then(() => {}));
    assert.deepEqual(watch.requests.filter((url) => PAGES.test(url)), [], link);
  }
  release();
  await briefing.started();
});

reader("has a policy that runs no inline script", async ({ briefing, page, watch }) => {
  watch.expect(/Content Security Policy/);
  await briefing.open();
  const ran = await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "globalThis.inlineRan = true";
    document.body.append(script);
    return globalThis.inlineRan === true;
  });
  assert.equal(ran, false);
});

reader("shows the loading progress on a slow connection", async ({ briefing, page, context }) => {
  const line = await context.newCDPSession(page);
  await line.send("Network.enable");
  await line.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 50,
    downloadThroughput: 30_000,
    uploadThroughput: 30_000,
  });
  await page.goto(baseUrl, { waitUntil: "commit" });
  await page.getByRole("status").getByText("The briefing is loading.").waitFor();
  const bar = page.getByRole("progressbar");
  await bar.waitFor();
  const [value, max] = await bar.evaluate((it) => [it.value, it.max]);
  assert.ok(value > 0 && value <= max, `${value} of ${max}`);
  await line.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
  await briefing.started();
});

reader("reports a program that does not load", async ({ page, context, watch }) => {
  watch.expect(/ERR_FAILED/, /could not be loaded/);
  await context.route(PROGRAM, (route) => route.abort());
  await page.goto(baseUrl);
  await saysWhatHappened(page, "could not be loaded");
});

reader("reports the status that the server answers with", async ({ page, context, watch }) => {
  watch.expect(/404/, /could not be loaded/);
  await context.route(PROGRAM, (route) => route.fulfill({ status: 404, body: "" }));
  await page.goto(baseUrl);
  await saysWhatHappened(page, "404");
});

reader("does not start a program whose digest differs", async ({ page, context, watch }) => {
  watch.expect(/damaged or changed/);
  await context.route(PROGRAM, async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    body[body.length - 1] ^= 1;
    await route.fulfill({ response, body });
  });
  await page.goto(baseUrl);
  await saysWhatHappened(page, "damaged or changed");
});

reader("does not run a script whose digest differs", async ({ page, context, watch }) => {
  watch.expect(/integrity/i, /could not be loaded/);
  await context.route(GLUE, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()}\nglobalThis.changed = true;` });
  });
  await page.goto(baseUrl);
  await saysWhatHappened(page, "could not be loaded");
  assert.equal(await page.evaluate(() => globalThis.changed), undefined);
});

reader("reports a browser without WebAssembly", async ({ page, watch }) => {
  watch.expect(/WebAssembly/);
  await page.addInitScript(() => Object.defineProperty(globalThis, "WebAssembly", { value: undefined }));
  await page.goto(baseUrl);
  await saysWhatHappened(page, "no WebAssembly");
});

reader("retries at the same view", async ({ briefing, page, context, watch }) => {
  watch.expect(/ERR_FAILED/, /could not be loaded/);
  await context.route(PROGRAM, (route) => route.abort(), { times: 1 });
  await page.goto(new URL("#/about", baseUrl).href);
  await page.getByRole("link", { name: "Try again" }).click();
  await briefing.started();
  assert.match(page.url(), /#\/about$/);
});

reader("reports a failed program, and restarts at the start page", async ({ briefing, page }) => {
  await briefing.open("#/about");
  await page.evaluate(() => dispatchEvent(new CustomEvent("briefing-failed", { detail: "index out of bounds" })));
  const alert = page.getByRole("alert");
  await alert.getByText("index out of bounds").waitFor();
  assert.ok(await briefing.statements.first().isVisible(), "nothing can be read");
  await alert.getByRole("link", { name: "first page" }).click();
  await briefing.started();
  assert.doesNotMatch(page.url(), /about/);
});

reader("links to the pages without the program even if no script runs", async ({ page, context, watch }) => {
  watch.expect(/ERR_FAILED/, /boot-/);
  await context.route(BOOT, (route) => route.abort());
  await page.goto(baseUrl);
  const late = page.getByText("Still nothing?");
  assert.equal(await late.isVisible(), false);
  // Which would come by itself after some seconds.
  await page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
  await late.waitFor();
  await readsTheTexts(page, page.getByRole("status"));
});

reader("can be read without JavaScript, every statement with a page of its own", { javaScriptEnabled: false }, async ({ briefing, page, watch }) => {
  // How Chromium puts it that it does not preload a script that it would not run.
  watch.expect(/^csp: .*\.js$/);
  // On a slow machine Chromium also notes that nobody has used the program that it preloaded.
  watch.allow(/\.wasm was preloaded using link preload but not used/);
  await page.goto(baseUrl);
  // By its place: what is in <noscript> is no text to playwright.
  assert.match(await page.locator("noscript .boot").innerText(), /needs JavaScript/);
  assert.equal(await page.getByText("The briefing is loading.").isVisible(), false);
  assert.equal(await briefing.statements.count(), statements.length);
  assert.equal(await page.getByRole("button").count(), 0, "a control without effect");
  for (const link of await briefing.main.getByRole("link").all()) {
    if (await link.isVisible()) assert.doesNotMatch(await link.getAttribute("href"), /^#/);
  }
  const said = briefing.statements.first().locator("a.statement-link");
  const words = await said.textContent();
  await said.click();
  await page.waitForURL(/\/s\/[^/]*\.html$/);
  assert.equal(await briefing.statements.locator(".statement-link").textContent(), words);
  assert.equal(await page.getByRole("complementary", { name: "The passage" }).getByText("✓ verbatim").count(), 1);
  await briefing.statements.locator(".speaker").first().click();
  await page.waitForURL(/\/a\/[^/]*\.html$/);
});

reader("leads from a page without the program into the same view with it", async ({ briefing, page }) => {
  const { id } = statements[3];
  await page.goto(new URL(`s/${id}.html`, baseUrl).href);
  await page.getByRole("link", { name: "Open this in the briefing" }).click();
  await briefing.started();
  assert.match(page.url(), new RegExp(`index\\.html#/\\?statement=${id}$`));
  assert.equal(await briefing.main.locator("article[aria-current=true]").count(), 1);
});

reader("has the text of the first view before the program has loaded, and the same text after", async ({ briefing, page, context }) => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await context.route(PROGRAM, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(baseUrl, { waitUntil: "commit" });
  await briefing.statements.nth(statements.length - 1).waitFor();
  // The foot, the list of shortcuts, which is closed, and the tray, which is empty, come with the other pages.
  const later = "#page-controls, dialog, .tray-place";
  const words = () =>
    briefing.app.evaluate((app, later) => [...app.children].filter((it) => !it.matches(later)).map((it) => it.textContent).join("\n"), later);
  const before = await words();
  const first = await briefing.statements.first().elementHandle();
  release();
  await briefing.started();
  assert.equal(await words(), before);
  assert.ok(await first.evaluate((card) => card.isConnected), "the card was drawn anew");
  assert.equal(await briefing.main.locator("a.statement-link").first().getAttribute("href").then((href) => href[0]), "#");
});
