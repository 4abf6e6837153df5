// A briefing file (NAME.briefing), opened in the page of another briefing.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { baseUrl, reader } from "./harness.mjs";
import { FILE, answersForFiles, damaged, drop, newer, openButton, openFile, openedFile, other, ownFile } from "./support/briefing-file.mjs";
import { eventually } from "./support/eventually.mjs";
import { FirefoxTab } from "./support/firefox.mjs";
import { alone } from "./support/one-file.mjs";
import { statements } from "./support/seeds.mjs";

const OWN = "Central Asia between the US and Russia";

let one;

before(async () => {
  one = await alone();
});

after(() => one?.remove());

const isOwn = async (briefing) => {
  await eventually(async () => assert.equal(await briefing.headline.textContent(), OWN));
  assert.equal(await briefing.statements.count(), statements.length);
};

const isOther = async (briefing) => {
  await eventually(async () => assert.equal(await briefing.headline.textContent(), other.title));
  await briefing.settled();
};

reader("opens a file that is chosen, sees whose it is, and goes back to where they were", async ({ briefing, page, context, watch }) => {
  const methods = new Set();
  context.on("request", (request) => methods.add(request.method()));
  await briefing.open("#/?topic=basing");
  await openFile(page, FILE);
  await isOther(briefing);
  const bar = openedFile(page);
  const said = await bar.innerText();
  for (const words of [other.title, `edition ${other.edition}`, `the file ${path.basename(FILE)}`, "not sent anywhere", OWN]) {
    assert.ok(said.includes(words), `${words} in ${said}`);
  }
  assert.equal(new URL(page.url()).search, `?file=${other.edition.slice(0, 8)}`);
  assert.equal(briefing.link, "#/");
  await eventually(async () => assert.equal(await page.title(), other.title));
  await briefing.pages.getByRole("link", { name: "Actors" }).click();
  await page.getByRole("heading", { level: 1, name: "Actors" }).waitFor();
  assert.equal(briefing.link, "#/actors");
  await bar.getByRole("link", { name: `Back to “${OWN}”` }).click();
  await briefing.started();
  await eventually(async () => assert.equal(page.url(), new URL("#/?topic=basing", baseUrl).href));
  assert.equal(await briefing.headline.textContent(), OWN);
  assert.equal(await bar.count(), 0);
  assert.deepEqual([...methods], ["GET"], "nothing is sent");
  assert.deepEqual(watch.foreign(new URL(baseUrl).origin), []);
  assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length]), [0, 0]);
  assert.deepEqual(await page.evaluate(() => indexedDB.databases()), [], "nothing is kept");
});

reader("opens a file from a page that a later part of the program draws, and draws its pages", async ({ briefing, page }) => {
  await briefing.open("#/actors");
  await openFile(page, FILE);
  await isOther(briefing);
  await briefing.pages.getByRole("link", { name: "Actors" }).click();
  await page.getByRole("heading", { level: 1, name: "Actors" }).waitFor();
  await openedFile(page).getByRole("link", { name: `Back to “${OWN}”` }).click();
  await page.getByRole("heading", { level: 1, name: "Actors" }).waitFor();
  assert.equal(page.url(), new URL("#/actors", baseUrl).href);
});

reader("drops a file on the page", async ({ briefing, page }) => {
  await briefing.open("#/actors");
  await openButton(page).waitFor();
  await drop(page, path.basename(FILE), await readFile(FILE));
  await isOther(briefing);
  assert.ok((await openedFile(page).innerText()).includes(path.basename(FILE)));
  // And another one on that.
  const own = await fetch(new URL(await ownFile(), baseUrl));
  await drop(page, "own.briefing", Buffer.from(await own.arrayBuffer()));
  await isOwn(briefing);
  assert.match(await openedFile(page).innerText(), /from the file own\.briefing/);
  await openedFile(page).getByRole("link").click();
  await eventually(async () => assert.equal(page.url(), new URL("#/actors", baseUrl).href));
});

reader("opens a file after another, whose bytes are let go", async ({ briefing, page, context }) => {
  await briefing.open();
  await openFile(page, FILE);
  await isOther(briefing);
  await page.evaluate(() => {
    globalThis.before = new WeakRef(globalThis.briefingFile.corpus);
  });
  await openFile(page, FILE);
  await page.waitForFunction(() => globalThis.briefingFile.count === 2);
  await isOther(briefing);
  const session = await context.newCDPSession(page);
  await eventually(async () => {
    await session.send("HeapProfiler.collectGarbage");
    assert.equal(await page.evaluate(() => globalThis.before.deref()), undefined);
  });
});

for (const [what, name, make, expected] of [
  ["damaged", "damaged.briefing", damaged, /it is damaged: its digest is another.*another copy/],
  ["cut off", "part.briefing", (file) => file.subarray(0, 900), /it is cut off, and has 900 of its \d+ bytes/],
  ["newer", "newer.briefing", newer, /made by a newer version of the program, Briefing 9\.8\.7/],
  ["of another kind", "holiday.jpg", () => Buffer.from("\xff\xd8\xff\xe0", "latin1"), /it is not a briefing file/],
  ["empty", "empty.briefing", () => Buffer.alloc(0), /it is not a briefing file/],
]) {
  reader(`is told that a file is ${what}, and keeps the briefing and the view`, async ({ briefing, page }) => {
    await briefing.open("#/?topic=basing");
    // The axis comes later.
    await briefing.settled();
    const seen = await briefing.text();
    await openFile(page, { name, mimeType: "application/octet-stream", buffer: make(await readFile(FILE)) });
    const alert = page.getByRole("alert").filter({ hasText: "was not opened" });
    await alert.waitFor();
    const said = await alert.innerText();
    assert.match(said, expected);
    assert.ok(said.includes(name), said);
    assert.equal(await briefing.text(), seen);
    assert.equal(page.url(), new URL("#/?topic=basing", baseUrl).href);
    // The next step has the focus.
    assert.equal((await briefing.focus()).name, "Open another file…");
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Enter")]);
    await chooser.setFiles(FILE);
    await isOther(briefing);
  });
}

const OPENER = /\/open-[0-9a-f]+\.js$/;

reader("asks to open a file before what opens files has come, and chooses it then", async ({ briefing, page }) => {
  answersForFiles(page);
  let arrive;
  const asked = new Promise((resolve) => {
    arrive = resolve;
  });
  await page.route(OPENER, async (route) => {
    await asked;
    await route.continue();
  });
  await briefing.open();
  await openButton(page).last().click();
  await page.getByText("One moment, what opens files is loading.").waitFor();
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), arrive()]);
  await chooser.setFiles(FILE);
  await isOther(briefing);
});

reader("presses again where what opens files took so long that the browser lets the page ask no more", async ({ briefing, page }) => {
  answersForFiles(page);
  await page.addInitScript(() => {
    globalThis.isActive = false;
    Object.defineProperty(navigator, "userActivation", { get: () => ({ isActive: globalThis.isActive }) });
  });
  await briefing.open();
  await openButton(page).last().click();
  const said = page.getByRole("status").filter({ hasText: "Files can be opened now." });
  await said.waitFor();
  assert.equal((await briefing.focus()).name, "Open a briefing file…");
  await page.evaluate(() => {
    globalThis.isActive = true;
  });
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Enter")]);
  assert.equal(await said.count(), 0);
  await chooser.setFiles(FILE);
  await isOther(briefing);
});

reader("is told that what opens files did not come, and tries again", async ({ briefing, page, watch }) => {
  answersForFiles(page);
  watch.expect(/ERR_FAILED.*open-/);
  watch.allow(/Failed to load resource/);
  let isConnected = false;
  await page.route(OPENER, (route) => (isConnected ? route.continue() : route.abort()));
  await briefing.open();
  await openButton(page).last().click();
  await page.getByText("could not be loaded. Try again, with a connection.").waitFor();
  isConnected = true;
  await openFile(page, FILE);
  await isOther(briefing);
});

reader("closes the message about a file", async ({ briefing, page }) => {
  await briefing.open();
  await openFile(page, { name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("notes") });
  const alert = page.getByRole("alert").filter({ hasText: "was not opened" });
  await alert.getByRole("button", { name: "Close" }).click();
  await eventually(async () => assert.equal(await alert.count(), 0));
});

reader("is told when what is in a file cannot be shown, and goes back", async ({ briefing, page, watch }) => {
  watch.allow(/can’t be read/);
  await briefing.open();
  // As whole as can be, but for its meaning.
  await openFile(page, { name: "forged.briefing", mimeType: "application/octet-stream", buffer: await other.forged() });
  const alert = page.getByRole("alert").filter({ hasText: "Try again" });
  await alert.waitFor();
  assert.match(await alert.innerText(), /the compiled briefing is damaged|not a compiled briefing/);
  await openedFile(page).getByRole("link", { name: `Back to “${OWN}”` }).click();
  await isOwn(briefing);
});

reader("loads the page again, is asked for the file, and sees the view that they saw", async ({ briefing, page }) => {
  await briefing.open();
  await openFile(page, FILE);
  await isOther(briefing);
  await briefing.pages.getByRole("link", { name: "Actors" }).click();
  await page.getByRole("heading", { level: 1, name: "Actors" }).waitFor();
  const address = page.url();
  await page.reload();
  await briefing.started();
  const bar = openedFile(page);
  await bar.getByText("leads to a view of a briefing file").waitFor();
  assert.ok((await bar.innerText()).includes(other.edition.slice(0, 8)));
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), bar.getByRole("button", { name: "Open a briefing file…" }).click()]);
  await chooser.setFiles(FILE);
  await page.getByText(`the file ${path.basename(FILE)}`).waitFor();
  await page.getByRole("heading", { level: 1, name: "Actors" }).waitFor();
  assert.equal(page.url(), address);
  // Or reads the page's own.
  await page.reload();
  await openedFile(page).getByRole("link", { name: "Read this one" }).click();
  await isOwn(briefing);
});

reader("goes back and forward with the browser's own buttons", async ({ briefing, page }) => {
  await briefing.open("#/?topic=basing");
  await openFile(page, FILE);
  await isOther(briefing);
  await page.goBack();
  await eventually(async () => assert.equal(await briefing.headline.textContent(), OWN));
  await briefing.started();
  assert.equal(page.url(), new URL("#/?topic=basing", baseUrl).href);
  await page.goForward();
  await openedFile(page).getByText("leads to a view of a briefing file").waitFor();
});

reader("shares a link that says that it needs the file", async ({ briefing, page, context }) => {
  await briefing.open();
  await openFile(page, FILE);
  await isOther(briefing);
  await page.getByRole("button", { name: "Share, export" }).click();
  const dialog = page.getByRole("dialog", { name: "Share and export" });
  await dialog.getByText(`send that as well: ${path.basename(FILE)}`).waitFor();
  assert.equal(await dialog.getByRole("link").count(), 0, "no copy of the other briefing");
  const link = await dialog.getByRole("textbox", { name: "The link" }).inputValue();
  assert.ok(link.includes(`?file=${other.edition.slice(0, 8)}#/`), link);
  const away = await context.newPage();
  await away.goto(link);
  await openFile(away, FILE);
  await away.getByRole("heading", { level: 1, name: other.title }).waitFor();
  assert.equal(new URL(away.url()).hash, new URL(link).hash);
});

reader("has no link to what is not there in a file", async ({ briefing, page }) => {
  await briefing.open();
  await openFile(page, FILE);
  await isOther(briefing);
  for (const link of ["#/about", "#/source/a-talks"]) {
    await briefing.go(link);
    await page.locator("#app a").first().waitFor();
    await eventually(async () => assert.notEqual(await briefing.headline.textContent(), other.title));
    assert.equal(await page.locator("#app a[href^='seeds/'], #app a[href^='data/'], #app a[href='feed.xml'], #app a[href='llms.txt'], #app a[href='briefing.html']").count(), 0, link);
  }
});

reader("saves a text of a file, byte for byte", { acceptDownloads: true }, async ({ briefing, page }) => {
  await briefing.open();
  await openFile(page, FILE);
  await isOther(briefing);
  await briefing.go("#/source/a-talks");
  const button = page.getByRole("button", { name: "Save the plain text" });
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  assert.equal(download.suggestedFilename(), "a_first.txt");
  const saved = await readFile(await download.path());
  assert.deepEqual(saved, await readFile(new URL("../../crates/corpus/tests/pass/talks/a_first.txt", import.meta.url)));
  const digest = createHash("sha256").update(saved).digest("hex");
  await page.locator("details.digest").filter({ hasText: digest }).waitFor();
});

reader("saves the briefing as a file, and opens that", { acceptDownloads: true }, async ({ briefing, page }) => {
  await briefing.open();
  await page.getByRole("button", { name: "Share, export" }).click();
  const link = page.getByRole("dialog").getByRole("link", { name: "Save the briefing file" });
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  assert.match(download.suggestedFilename(), /^central-asia-between-the-us-and-russia-[0-9a-f]{8}\.briefing$/);
  await page.keyboard.press("Escape");
  await openFile(page, await download.path());
  await openedFile(page).waitFor();
  await isOwn(briefing);
});

reader("opens a file by keyboard alone", async ({ briefing, page }) => {
  answersForFiles(page);
  await briefing.open("#/about");
  await openButton(page).first().focus();
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Enter")]);
  await chooser.setFiles(FILE);
  await isOther(briefing);
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("Tab");
  assert.match((await briefing.focus()).name, /^Back to/);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "About this briefing" }).waitFor();
});

reader("opens a file in the one file, from a disk, and saves one there", { origin: "null", acceptDownloads: true }, async ({ briefing, page }) => {
  await page.goto(`${one.address}#/?topic=basing`);
  await briefing.started();
  await openFile(page, FILE);
  await isOther(briefing);
  assert.match(await openedFile(page).innerText(), /from the file talks/);
  await briefing.pages.getByRole("link", { name: "Actors" }).click();
  await page.getByRole("heading", { level: 1, name: "Actors" }).waitFor();
  await openedFile(page).getByRole("link", { name: `Back to “${OWN}”` }).click();
  await eventually(async () => assert.equal(page.url(), `${one.address}#/?topic=basing`));
  await eventually(async () => assert.equal(await openedFile(page).count(), 0));
  await briefing.started();
  assert.equal(await briefing.headline.textContent(), OWN);
  await page.getByRole("button", { name: "Share, export" }).click();
  const link = page.getByRole("dialog").getByRole("link", { name: "Save the briefing file" });
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  assert.match(download.suggestedFilename(), /\.briefing$/);
  const saved = await readFile(await download.path());
  assert.deepEqual(saved, Buffer.from(await (await fetch(new URL(await ownFile(), baseUrl))).arrayBuffer()));
});

test("opens a file in the one file in Firefox", { timeout: 120_000 }, async () => {
  const tab = await FirefoxTab.start();
  // The last parts of the program: Firefox tells of one that a page is left before it has come.
  const hasFigures = () => {
    const parts = performance.getEntriesByType("resource").filter(({ responseEnd }) => responseEnd > 0);
    return [/\/figures-[^/]*wasm$/, /\/further-[^/]*wasm$/].every((part) => parts.some(({ name }) => part.test(name)));
  };
  try {
    for (const address of [one.address, baseUrl]) {
      await tab.open(address);
      const ready = () => tab.ask(() => [...document.querySelectorAll("footer button")].some((it) => it.textContent.startsWith("Open a")));
      await eventually(async () => assert.ok(await ready()));
      if (address === baseUrl) await eventually(async () => assert.ok(await tab.ask(hasFigures)));
      const [chooser] = await Promise.all([tab.page.waitForFileChooser(), tab.ask(() => globalThis.briefingOpen())]);
      await chooser.accept([FILE]);
      const headline = () => tab.ask(() => document.querySelector("h1")?.textContent);
      await eventually(async () => assert.equal(await headline(), other.title));
      await eventually(async () => assert.ok(await ready()));
      if (address === baseUrl) await eventually(async () => assert.ok(await tab.ask(hasFigures)));
      await tab.click("#opened-file a");
      await eventually(async () => assert.equal(await headline(), OWN));
    }
    assert.deepEqual(tab.messages, []);
  } finally {
    await tab.close();
  }
});
