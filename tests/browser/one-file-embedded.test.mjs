// The one-file edition without an address of its own, or with one that it may not change: as a blob, as data, in frames.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { reader } from "./harness.mjs";
import { FILE, other } from "./support/briefing-file.mjs";
import { WAYS, embedded } from "./support/embed.mjs";
import { eventually } from "./support/eventually.mjs";
import { FirefoxTab } from "./support/firefox.mjs";
import { host } from "./support/static-host.mjs";
import { alone } from "./support/one-file.mjs";
import { statements } from "./support/seeds.mjs";

const basing = statements.filter((it) => it.topics.includes("basing"));
const TOPIC = '[aria-label="Filter"] a[href="#/?topic=basing"]';

let one;
let served;

before(async () => {
  one = await alone();
  await writeFile(path.join(one.folder, "around.html"), "<!doctype html><title>Around</title><link rel=icon href=data:,><body>");
  served = await host(one.folder);
});

after(async () => {
  await served?.close();
  await one?.remove();
});

const cards = (frame) => frame.evaluate(() => document.querySelectorAll("main article").length);
const shows = (frame, count) => eventually(async () => assert.equal(await cards(frame), count));
const click = (frame, selector) => frame.evaluate((selector) => document.querySelector(selector).click(), selector);
const text = (frame, selector) => frame.evaluate((selector) => document.querySelector(selector)?.textContent ?? "", selector);

/** Starts, filters, goes back, searches, goes to another page, shares. */
async function tour(frame, page) {
  await shows(frame, statements.length);
  await click(frame, TOPIC);
  await shows(frame, basing.length);
  // Where the reader is already.
  await click(frame, 'nav[aria-label="Pages"] a[href="#/"]');
  await shows(frame, statements.length);
  await click(frame, 'nav[aria-label="Pages"] a[href="#/"]');
  await shows(frame, statements.length);
  await page.evaluate(() => history.back());
  await shows(frame, basing.length);
  await page.evaluate(() => history.back());
  await shows(frame, statements.length);
  await page.evaluate(() => history.forward());
  await shows(frame, basing.length);
  await frame.evaluate(() => {
    const search = document.getElementById("search");
    for (const value of ["b", "ba", "base", "bases"]) {
      search.value = value;
      search.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
  });
  await eventually(async () => assert.ok((await cards(frame)) < basing.length && (await cards(frame)) > 0));
  await page.evaluate(() => history.back());
  await shows(frame, basing.length);
  await click(frame, 'nav[aria-label="Pages"] a[href="#/about"]');
  await eventually(async () => assert.match(await text(frame, "h1"), /About/));
  // What would open another tab stays here, where no other tab could show it.
  await frame.evaluate(() => {
    const link = document.querySelector('nav[aria-label="Pages"] a[href="#/actors"]');
    link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey: globalThis.briefingLink !== undefined }));
  });
  await eventually(async () => assert.match(await text(frame, "h1"), /Actors/));
}

/** What the dialog says of the link, and what the button of the bar does. */
async function sharing(frame) {
  await click(frame, ".tools button[aria-haspopup=dialog]");
  await eventually(async () => assert.match(await text(frame, "dialog"), /The link to this view/));
  await eventually(async () => assert.match(await text(frame, "dialog"), /Save a copy/));
  const link = await frame.evaluate(() => document.querySelector('dialog input[aria-label="The link"]')?.value);
  const words = await text(frame, "dialog");
  await frame.evaluate(() => document.querySelector("dialog").close());
  return { link, words };
}

for (const way of Object.keys(WAYS)) {
  reader(`starts, filters and goes back ${way}`, async ({ page, watch }) => {
    watch.origin = new URL(served.address).origin;
    const frame = await embedded(page, `${served.address}around.html`, way);
    await tour(frame, page);
    const { link, words } = await sharing(frame);
    if (way === "in a sandboxed frame") {
      assert.match(link, new RegExp(`^${served.address}mailed.html#/actors\\?edition=[0-9a-f]{8}$`));
    } else {
      assert.equal(link, undefined);
      assert.match(words, /has no address/);
      await frame.evaluate(() => [...document.querySelectorAll(".tools button")].find(({ textContent }) => textContent === "Copy link").click());
      await eventually(async () => assert.match(await text(frame, ".toast"), /has no address/));
    }
  });
}

for (const way of Object.keys(WAYS)) {
  reader(`opens a briefing file and goes back ${way}`, async ({ page, watch }) => {
    watch.origin = new URL(served.address).origin;
    const frame = await embedded(page, `${served.address}around.html`, way);
    await click(frame, TOPIC);
    await shows(frame, basing.length);
    await eventually(async () => assert.ok(await frame.evaluate(() => "briefingOpen" in globalThis)));
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), frame.evaluate(() => globalThis.briefingOpen())]);
    await chooser.setFiles(FILE);
    await eventually(async () => assert.equal(await text(frame, "h1"), other.title));
    await click(frame, 'nav[aria-label="Pages"] a[href="#/actors"]');
    await eventually(async () => assert.equal(await text(frame, "h1"), "Actors"));
    await click(frame, "#opened-file a");
    await eventually(async () => assert.equal(await text(frame, "h1"), "Central Asia between the US and Russia"));
    await shows(frame, basing.length);
    assert.equal(await frame.evaluate(() => document.getElementById("opened-file")), null);
  });
}

reader("names the address where it is published as the link, where it has none itself", async ({ page, watch }) => {
  watch.origin = new URL(served.address).origin;
  const published = one.html.replace("</head>", '<link rel="canonical" href="https://example.org/briefing/"></head>');
  await one.put("mailed.html", published);
  try {
    const frame = await embedded(page, `${served.address}around.html`, "as the srcdoc of a frame");
    const { link } = await sharing(frame);
    assert.match(link, /^https:\/\/example\.org\/briefing\/#\/\?edition=[0-9a-f]{8}$/);
  } finally {
    await one.put("mailed.html", one.html);
  }
});

reader("saves a copy that begins at what is seen, from a page without an address", { acceptDownloads: true }, async ({ page, watch }) => {
  watch.origin = new URL(served.address).origin;
  const frame = await embedded(page, `${served.address}around.html`, "as the srcdoc of a frame");
  await click(frame, TOPIC);
  await shows(frame, basing.length);
  await click(frame, ".tools button[aria-haspopup=dialog]");
  await eventually(async () => assert.match(await text(frame, "dialog"), /Save a copy/));
  const [download] = await Promise.all([page.waitForEvent("download"), click(frame, "dialog a[download]")]);
  const copy = await readFile(await download.path(), "utf8");
  assert.match(copy, /<meta name="start" content="#\/\?topic=basing">/);
  // And begins there where it has no address either.
  await one.put("mailed.html", copy);
  try {
    const again = await embedded(page, `${served.address}around.html`, "as the srcdoc of a frame");
    await shows(again, basing.length);
  } finally {
    await one.put("mailed.html", one.html);
  }
});

reader("says that it may be kept from saving in a frame", async ({ page, watch }) => {
  watch.origin = new URL(served.address).origin;
  watch.allow(/[Dd]ownload is disallowed/);
  const frame = await embedded(page, `${served.address}around.html`, "as the srcdoc of a sandboxed frame");
  await click(frame, ".tools button[aria-haspopup=dialog]");
  await eventually(async () => assert.match(await text(frame, "dialog"), /Save a copy/));
  await click(frame, "dialog a[download]");
  await eventually(async () => assert.match(await text(frame, "#saving"), /the page around this one does not let it save/));
});

reader("says that it could not print where the frame forbids it", async ({ page, watch }) => {
  watch.origin = new URL(served.address).origin;
  watch.allow(/Ignored call to 'print\(\)'/);
  const frame = await embedded(page, `${served.address}around.html`, "as the srcdoc of a sandboxed frame");
  await eventually(() => click(frame, "footer.foot button"));
  await eventually(async () => assert.match(await text(frame, ".print-status"), /did not let the page print/));
});

for (const way of ["as a blob", "as data in a frame", "as the srcdoc of a frame"]) {
  reader(`starts again after a failure ${way}`, async ({ page, watch }) => {
    watch.origin = new URL(served.address).origin;
    const frame = await embedded(page, `${served.address}around.html`, way);
    await click(frame, TOPIC);
    await shows(frame, basing.length);
    await frame.evaluate(() => dispatchEvent(new CustomEvent("briefing-failed", { detail: "index out of bounds" })));
    await eventually(async () => assert.match(await text(frame, "#boot-status"), /index out of bounds/));
    await frame.evaluate(() => [...document.querySelectorAll("#boot-status a")].find(({ textContent }) => textContent === "Try again").click());
    await eventually(async () => assert.equal(await frame.evaluate(() => document.querySelectorAll("#boot-status").length), 0));
    await shows(frame, basing.length);
  });
}

test("starts, filters and goes back in Firefox, whatever it is opened as", { timeout: 240_000 }, async (suite) => {
  const tab = await FirefoxTab.start();
  try {
    for (const way of Object.keys(WAYS)) {
      await suite.test(way, async () => {
        const frame = await embedded(tab.page, `${served.address}around.html`, way);
        await tour(frame, tab.page);
        assert.deepEqual(tab.messages.splice(0), []);
      });
    }
  } finally {
    await tab.close();
  }
});
