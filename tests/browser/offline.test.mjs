// The service worker: a bundle that was opened once is complete without a connection, and a new edition is shown when the
// reader asks for it.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { filesOf, otherEdition, savedFilesOf, OTHER_TITLE, TITLE } from "./support/editions.mjs";
import { eventually } from "./support/eventually.mjs";
import { OfflinePage } from "./support/offline.mjs";
import { REWRITES } from "./support/url-rewriting.mjs";
import { statements } from "./support/seeds.mjs";
import { bundle, PLAIN_HOST } from "./support/settings.mjs";
import { traveller } from "./support/traveller.mjs";
import { views, visit } from "./support/views.mjs";

let other;

before(async () => {
  other = await otherEdition();
});

after(() => other?.forget());

traveller("saves exactly the files of the build on the first visit", async ({ kept, host }) => {
  await kept.at(host);
  await kept.saved();
  const stores = Object.entries(await kept.stores());
  assert.equal(stores.length, 1);
  const files = await savedFilesOf(bundle);
  assert.deepEqual(stores[0][1], files.map((name) => host.address + name).sort());
});

traveller("reads every page without a connection", async ({ kept, page, host, cut }) => {
  await kept.at(host);
  await kept.saved();
  await cut(true);
  await kept.reload();
  await kept.saved();
  assert.equal(await kept.statements.count(), statements.length);
  for (const view of views) await visit(kept, view);
  await kept.search.fill("bases");
  await eventually(async () => assert.match(await page.title(), /“bases”/));
});

traveller("sees the map without a connection, which was saved before it was asked for", async ({ kept, page, host, cut }) => {
  await kept.at(host);
  await kept.saved();
  await cut(true);
  await kept.go("#/overview");
  await page.locator("#figure-map svg a").first().waitFor();
});

traveller("follows deep links without a connection, whatever the query", async ({ kept, page, context, host, cut }) => {
  await kept.at(host);
  await kept.saved();
  await cut(true);
  const { id, document } = statements[2];
  for (const link of [`?from=mail#/source/${document.id}?statement=${id}`, `index.html?a=b&c#/?statement=${id}`]) {
    const fresh = new OfflinePage(await context.newPage());
    await fresh.at(host, link);
    await eventually(async () => assert.notEqual(await fresh.main.locator("[aria-current=true]").count(), 0, link));
    assert.equal(new URL(fresh.page.url()).href, new URL(link, host.address).href);
    await fresh.page.close();
  }
  for (const [link, words] of [
    [`s/${id}.html?utm_source=x`, statements[2].content[0]],
    ["a/", "Uzbekistan"],
    ["about.html#x", "About this briefing"],
    ["seeds/?", "Source texts"],
    [`seeds/${encodeURIComponent(document.file)}?raw`, document.text.slice(0, 40)],
    ["manifest.webmanifest", TITLE],
  ]) {
    await page.goto(new URL(link, host.address).href);
    assert.ok((await page.locator("body").textContent()).includes(words), link);
  }
});

for (const [rewrite, route] of Object.entries(REWRITES)) {
  traveller(`opens every page without a connection where the host ${rewrite}`, async ({ kept, page, host, cut }) => {
    host.rewrite = route;
    await kept.at(host);
    await kept.saved();
    const pages = (await filesOf(bundle)).filter((name) => name.endsWith(".html"));
    const shown = new Map();
    const sorts = new Map(pages.map((name) => [/^[as]\/(?!index)/.exec(name)?.[0] ?? name, name]));
    for (const name of pages) {
      const { url, status } = await fetch(host.address + encodeURI(name));
      assert.equal(status, 200, name);
      shown.set(url, name);
    }
    // Of each sort of page, as another host shows it.
    for (const name of sorts.values()) {
      const bare = name.replace(/(\/?index)?\.html$/, "");
      for (const other of [name, bare, `${bare}/`.replace(/^\/$/, "")]) shown.set(host.address + encodeURI(other), name);
    }
    await cut(true);
    for (const [address, name] of shown) {
      const response = await page.goto(`${address}?from=mail`);
      assert.equal(response.status(), 200, address);
      assert.match(new URL(page.url()).search, /from=mail/, address);
      const title = /<title>(.*?)<\/title>/s.exec(await readFile(path.join(bundle, name), "utf8"))[1];
      assert.equal(await page.evaluate(() => document.head.querySelector("title").textContent), unescaped(title), address);
      // Dressed, so that its relative addresses lead where they should.
      if (name !== "briefing.html") assert.ok(await page.evaluate(() => [...document.styleSheets].length > 0), address);
    }
    const actor = pages.find((name) => /^a\/(?!index)/.test(name));
    await page.goto(host.address + actor.replace(".html", ""));
    await page.locator('a[href$="index.html"]').first().click();
    await page.locator("h1").first().waitFor();
  });
}

const unescaped = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");

traveller("announces a new edition, and shows it in every open page when asked", async ({ kept, page, context, host, cut }) => {
  await kept.at(host, "#/about");
  await kept.saved();
  const second = new OfflinePage(await context.newPage());
  await second.at(host, "#/?topic=basing");
  await second.saved();
  await cut(true);
  host.publish(other.folder);
  await cut(false);
  await kept.announced.waitFor();
  await second.announced.waitFor();
  // Nothing of it is shown before that, even if the page is loaded again.
  await second.reload();
  assert.match(await second.page.title(), new RegExp(`${TITLE}$`));
  await second.announced.waitFor();
  assert.equal(Object.keys(await kept.stores()).length, 2);
  // What is saved needs no connection.
  await cut(true);
  await kept.show.click();
  for (const [one, fragment] of [[kept, "#/about"], [second, "#/?topic=basing"]]) {
    await eventually(async () => assert.match(await one.page.title(), new RegExp(`${OTHER_TITLE}$`)));
    await one.started();
    await one.saved();
    assert.equal(one.link, fragment);
    assert.equal(await one.announced.count(), 0);
  }
  const stores = Object.values(await kept.stores());
  assert.equal(stores.length, 1);
  assert.equal(stores[0].length, (await savedFilesOf(other.folder)).length);
  await page.goto(`${host.address}s/${statements[0].id}.html`);
  assert.match(await page.locator("body").textContent(), new RegExp(OTHER_TITLE));
});

traveller("tells a page that was still loading while another one went over to the new edition", async ({ kept, context, host }) => {
  await kept.at(host);
  await kept.saved();
  host.publish(other.folder);
  await kept.checkForUpdate();
  const second = new OfflinePage(await context.newPage());
  await second.page.addInitScript(() => {
    const { addEventListener, register } = ServiceWorkerContainer.prototype;
    ServiceWorkerContainer.prototype.addEventListener = function (type, ...rest) {
      if (type !== "controllerchange") addEventListener.call(this, type, ...rest);
    };
    ServiceWorkerContainer.prototype.register = async function (...rest) {
      await new Promise((resolve) => (globalThis.goOn = resolve));
      return register.apply(this, rest);
    };
  });
  await second.at(host, "#/actors");
  await kept.show.click();
  await eventually(async () => assert.equal(await kept.headline.innerText(), OTHER_TITLE));
  await second.page.evaluate(() => globalThis.goOn());
  await second.show.click();
  await eventually(async () => assert.match(await second.page.title(), new RegExp(OTHER_TITLE)));
  assert.equal(second.link, "#/actors");
});

traveller("puts a new edition off until the page is loaded again", async ({ kept, host }) => {
  await kept.at(host);
  await kept.saved();
  host.publish(other.folder);
  await kept.checkForUpdate();
  await kept.announced.waitFor();
  await kept.later.click();
  await kept.announced.waitFor({ state: "detached" });
  assert.equal(await kept.headline.innerText(), TITLE);
  await kept.reload();
  await kept.announced.waitFor();
});

traveller("shows a new edition by itself when no page of the old one was open any more", async ({ kept, page, context, host }) => {
  await kept.at(host);
  await kept.saved();
  host.publish(other.folder);
  await kept.checkForUpdate();
  await kept.announced.waitFor();
  await page.goto("about:blank");
  await eventually(async () => {
    const next = new OfflinePage(await context.newPage());
    await next.at(host);
    const title = await next.page.title();
    await next.page.close();
    assert.equal(title, OTHER_TITLE);
  });
});

traveller("loads only what has changed of a new edition", async ({ kept, host }) => {
  await kept.at(host);
  await kept.saved();
  host.asked.length = 0;
  host.publish(other.folder);
  await kept.checkForUpdate();
  await kept.announced.waitFor();
  const names = host.asked.map((asked) => new URL(asked, host.origin).href.replace(host.address, ""));
  assert.ok(names.includes("index.html"));
  assert.deepEqual(names.filter((name) => /^(icons|schema|boot|pages)\b|\.css$/.test(name)), []);
});

for (const [how, where] of [["is missing", "nowhere"], ["is still the old one", bundle]]) {
  traveller(`keeps the old edition whole while a file of the new one ${how}`, async ({ kept, page, watch, host, cut }) => {
    await kept.at(host);
    await kept.saved();
    const before = await kept.stores();
    host.publish(other.folder);
    host.late.set("about.html", where);
    watch.allow(/about\.html/);
    await kept.checkForUpdate();
    assert.equal(await kept.announced.count(), 0);
    assert.deepEqual(await kept.stores(), before);
    await cut(true);
    await kept.reload();
    for (const view of views.slice(0, 8)) {
      await visit(kept, view);
      assert.ok(!(await page.title()).includes(OTHER_TITLE), view);
      assert.ok(!(await kept.text()).includes(OTHER_TITLE), view);
    }
    await page.goto(`${host.address}about.html`);
    assert.match(await page.title(), new RegExp(TITLE));
    // When the host has got it all, so do we.
    await kept.at(host, "index.html");
    host.late.clear();
    await cut(false);
    await kept.announced.waitFor();
    await kept.show.click();
    await eventually(async () => assert.equal(await kept.headline.innerText(), OTHER_TITLE));
  });
}

traveller("saves again what the browser has thrown away", async ({ kept, page, host, cut }) => {
  await kept.at(host);
  await kept.saved();
  const before = await kept.stores();
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
  await kept.reload();
  await kept.saved();
  assert.deepEqual(await kept.stores(), before);
  await cut(true);
  await kept.reload();
});

traveller("leaves alone what another briefing on the same host has saved", async ({ kept, context, host, cut }) => {
  const next = "/some/sub-path/deeper/";
  host.mounts = new Map([[next, bundle], ...host.mounts]);
  await kept.at(host);
  await kept.saved();
  const second = new OfflinePage(await context.newPage());
  await second.page.goto(host.origin + next);
  await second.started();
  await second.saved();
  assert.equal(Object.keys(await kept.stores()).length, 2);
  await cut(true);
  await kept.reload();
  await second.reload();
});

/** The page works, and says at its foot why it is not saved. */
async function worksUnsaved(kept, reason) {
  await kept.foot.getByText("not saved for reading offline").waitFor();
  assert.match(await kept.foot.innerText(), reason);
  assert.equal(await kept.statements.count(), statements.length);
  await visit(kept, views.at(-1));
}

const QUOTA = 20_000;

traveller("works and says so where there is no room to be saved", async ({ kept, page, context, watch, host }) => {
  watch.allow(/quota/i);
  const browser = await context.newCDPSession(page);
  await browser.send("Storage.overrideQuotaForOrigin", { origin: host.origin, quotaSize: QUOTA });
  await kept.at(host);
  await worksUnsaved(kept, /no room/);
  assert.deepEqual(await kept.stores(), {});
});

traveller("offers a new edition without saving where there is no room for both", async ({ kept, page, context, watch, host }) => {
  watch.allow(/quota/i);
  await kept.at(host);
  await kept.saved();
  const browser = await context.newCDPSession(page);
  await browser.send("Storage.overrideQuotaForOrigin", { origin: host.origin, quotaSize: QUOTA });
  host.publish(other.folder);
  await kept.checkForUpdate();
  await page.getByRole("status").getByText("no room").waitFor();
  assert.equal(await kept.headline.innerText(), TITLE);
  await kept.show.click();
  await eventually(async () => assert.equal(await kept.headline.innerText(), OTHER_TITLE));
  await kept.started();
  await worksUnsaved(kept, /no room/);
});

traveller("works and says so where the browser refuses", async ({ kept, context, host }) => {
  await context.addInitScript(() => {
    ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException("blocked by the reader", "SecurityError"));
  });
  await kept.at(host);
  await worksUnsaved(kept, /refused.*blocked by the reader/s);
});

traveller("works and says so where the browser has no service workers", async ({ kept, context, host }) => {
  await context.addInitScript(() => Object.defineProperty(Navigator.prototype, "serviceWorker", { value: undefined }));
  await kept.at(host);
  await worksUnsaved(kept, /no way to/);
});

traveller("works and says so where the browser’s storage is shut", async ({ kept, context, host }) => {
  await kept.at(host);
  await kept.saved();
  await context.addInitScript(() => {
    CacheStorage.prototype.match = () => Promise.reject(new DOMException("denied", "SecurityError"));
  });
  await kept.reload();
  await worksUnsaved(kept, /can’t be used.*denied/s);
});

traveller("works and says so where the host has lost the worker", async ({ kept, watch, host }) => {
  watch.expect(/404/);
  host.late.set("worker.js", await mkdtemp(path.join(tmpdir(), "briefing-empty-")));
  await kept.at(host);
  await worksUnsaved(kept, /refused.*404/s);
});

traveller("works and says so where a file does not arrive, and tries again", async ({ kept, watch, host }) => {
  watch.allow(/about\.html|404/);
  host.late.set("about.html", "nowhere");
  await kept.at(host);
  await worksUnsaved(kept, /did not arrive whole.*about\.html/s);
  assert.deepEqual(await kept.stores(), {});
  host.late.clear();
  await kept.reload();
  await kept.saved();
});

traveller("works and says so where the address is not https", async ({ kept, watch, host }) => {
  host.address = host.address.replace("127.0.0.1", PLAIN_HOST);
  watch.origin = new URL(host.address).origin;
  await kept.at(host);
  await worksUnsaved(kept, /does not begin with https/);
});

traveller("works without a word where the script that saves is missing", async ({ kept, watch, host }) => {
  watch.expect(/404.*offline\.js|Failed to load resource/);
  host.late.set("offline.js", "nowhere");
  const missing = kept.page.waitForResponse(/offline\.js$/);
  await kept.at(host);
  await missing;
  await visit(kept, views.at(-1));
  assert.equal(await kept.foot.count(), 0);
  assert.equal(await kept.page.getByRole("alert").count(), 0);
});
