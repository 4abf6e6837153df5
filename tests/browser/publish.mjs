// Is the bundle fit for any static host? `node publish.mjs FOLDER` serves it in several ways, none of which knows anything of
// it, and opens it in a browser. Called by `cargo xtask publish-check`.

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { chromium } from "playwright-core";
import { Briefing } from "./support/briefing.mjs";
import { TYPES, host } from "./support/static-host.mjs";
import { REWRITES } from "./support/url-rewriting.mjs";
import { launchOptions } from "./support/settings.mjs";
import { views } from "./support/views.mjs";
import { Watch } from "./support/watch.mjs";

const folder = process.argv[2];
const files = readdirSync(folder, { recursive: true }).map((name) => name.replaceAll("\\", "/"));
const pages = files.filter((name) => name.endsWith(".html"));
const browser = await chromium.launch(launchOptions);

/** Opens the bundle at a host of its own, and has it end with a clean console and no request to others. */
async function at(name, options, visit) {
  const served = await host(folder, options);
  const context = await browser.newContext({ serviceWorkers: options.worker ? "allow" : "block" });
  context.setDefaultTimeout(15_000);
  const watch = new Watch(context);
  const page = await context.newPage();
  const open = async (link) => {
    await page.goto(new URL(link, served.address).href);
    // Only where there is a program is there something to wait for.
    await new Briefing(page).started();
    const headline = await page.locator("h1").first().textContent();
    assert.ok(headline.trim(), `${link} has no headline`);
  };
  try {
    const found = await visit({ page, open, served });
    assert.deepEqual(watch.problems(new URL(served.address).origin), [], name);
    console.log(`✓ ${name}${found ? `: ${found}` : ""}`);
  } catch (error) {
    error.message = `${name}: ${error.message}`;
    throw error;
  } finally {
    await context.close();
    await served.close();
  }
}

/** One page of each sort, and links to views that need each part of the program. */
async function everySort({ open }) {
  const still = (folder) => pages.find((name) => name.startsWith(folder) && !name.endsWith("/index.html"));
  for (const link of ["", "#/?q=bases", "#/compare?actors=russia,uzbekistan", still("s/"), still("a/"), "seeds/"]) await open(link);
}

async function everything({ page, open, served }) {
  const links = new Set();
  const collect = async () => {
    // The attribute: `href` of a link within a figure is no text.
    const found = await page.locator("a[href]").evaluateAll((links) => links.map((link) => new URL(link.getAttribute("href"), link.baseURI).href));
    for (const href of found) if (href.startsWith(served.address)) links.add(href.split("#")[0]);
  };
  for (const name of pages) {
    await open(encodeURI(name));
    await collect();
  }
  for (const { link, title } of views) {
    // As somebody who was sent the link, not from within the program.
    await page.goto("about:blank");
    await open(link);
    assert.match(await page.title(), title, link);
    assert.equal(await new Briefing(page).notice.count(), 0, link);
    await collect();
  }
  for (const href of links) assert.equal((await page.request.get(href)).status(), 200, `a dead link: ${href}`);
  return `${pages.length} pages, ${views.length} views, ${links.size} files behind links`;
}

function variantsHold() {
  let number = 0;
  for (const [ending, decompress] of [[".br", brotliDecompressSync], [".gz", gunzipSync]]) {
    for (const variant of files.filter((name) => name.endsWith(ending) && files.includes(name.slice(0, -ending.length)))) {
      const file = readFileSync(join(folder, variant.slice(0, -ending.length)));
      assert.ok(decompress(readFileSync(join(folder, variant))).equals(file), `${variant} holds something else`);
      number += 1;
    }
  }
  assert.ok(number >= 2 * pages.length, `only ${number} compressed variants`);
  console.log(`✓ ${number} compressed variants hold what the files hold`);
}

async function offline(rewrite, route) {
  if (!existsSync(join(folder, "worker.js"))) {
    console.log("– offline: this build has no worker.js");
    return;
  }
  const name = rewrite ? `offline, from a host that ${rewrite}` : "offline";
  await at(name, { mount: "/team/briefing/", worker: true, rewrite: route }, async ({ page, open, served }) => {
    await open("");
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    // Where the host shows each page.
    const shown = await Promise.all(pages.map(async (name) => (await fetch(new URL(encodeURI(name), served.address))).url));
    await served.close();
    await page.reload();
    await new Briefing(page).started();
    await everySort({ open });
    if (!rewrite) return "reloaded and toured with the host gone";
    for (const address of shown) await open(address);
    return `${shown.length} pages with the host gone`;
  });
}

try {
  variantsHold();
  await at("below a path", { mount: "/team/2024/briefing/" }, everything);
  await at("below a path with odd letters", { mount: encodeURI("/über uns/a+b/") }, everySort);
  await at("at the top of a host", {}, everySort);
  await at("at a host that takes WebAssembly for anything", { types: { ...TYPES, ".wasm": "application/octet-stream" } }, everySort);
  await at("at a host that takes WebAssembly for text", { types: { ...TYPES, ".wasm": "text/plain" } }, everySort);
  await at("at a host that says nothing of WebAssembly", { types: { ...TYPES, ".wasm": undefined } }, everySort);
  for (const [rewrite, route] of Object.entries(REWRITES)) {
    // Where a slash takes the place of an ending, the relative links of a page lead elsewhere until the worker is there.
    if (!rewrite.includes("slash")) await at(`at a host that ${rewrite}`, { mount: "/team/briefing/", rewrite: route }, everySort);
    await offline(rewrite, route);
  }
  await at("compressed by brotli", { encoding: { name: "br", ending: ".br" } }, everySort);
  await at("compressed by gzip", { encoding: { name: "gzip", ending: ".gz" } }, everySort);
  await offline();
} finally {
  await browser.close();
}
