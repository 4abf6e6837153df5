// Sharing a view, and exporting its statements as files.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { baseUrl, reader } from "./harness.mjs";
import { eventually } from "./support/eventually.mjs";
import { statement, statements } from "./support/seeds.mjs";

const PART = /share-[^/]*\.wasm$/;
const PAGES = /pages-[^/]*\.wasm$/;
const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };

/** Holds back the part of the program that carries out what its readers ask for, until it is released. */
async function held(context) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await context.route(PAGES, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

/** Opens the dialog and waits until its part of the program has come. */
async function opened(page) {
  await page.getByRole("button", { name: "Share, export" }).click();
  const dialog = page.getByRole("dialog", { name: "Share and export" });
  await dialog.getByRole("heading", { name: "The statements as a file" }).waitFor();
  return dialog;
}

/** The file that a button saves. */
async function saved(page, dialog, format) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("button", { name: format, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());

reader("loads sharing and exporting on demand", async ({ briefing, page, watch }) => {
  await briefing.open();
  assert.ok(!watch.requests.some((url) => PART.test(url)));
  await opened(page);
  assert.ok(watch.requests.some((url) => PART.test(url)));
});

reader("copies the link to what is shown, with its edition", CLIPBOARD, async ({ briefing, page, context }) => {
  await briefing.open("#/?topic=basing");
  const dialog = await opened(page);
  const link = await dialog.getByRole("textbox", { name: "The link" }).inputValue();
  assert.match(link, /#\/\?topic=basing&edition=[0-9a-f]{8}$/);
  await dialog.getByRole("button", { name: "Copy", exact: true }).click();
  await eventually(async () => assert.equal(await clipboard(page), link));
  const other = await context.newPage();
  await other.goto(link);
  await other.getByText("Showing 5 of").waitFor();
  assert.equal(await other.getByRole("alert").count(), 0);
});

reader("closes with Escape, and gives the focus back", async ({ briefing, page }) => {
  await briefing.open();
  await opened(page);
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await eventually(async () =>
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "Share, export"),
  );
});

reader("saves what is shown, or everything, in every format", async ({ briefing, page }) => {
  await briefing.open("#/?topic=basing");
  const shown = statements.filter((it) => it.topics?.includes("basing"));
  const dialog = await opened(page);
  const json = await saved(page, dialog, "JSON");
  assert.match(json.name, /^[a-z0-9-]+-topic-military-basing\.json$/);
  const ids = (text) => JSON.parse(text).statements.map((it) => it.id).sort();
  assert.deepEqual(ids(json.text), shown.map((it) => it.id).sort());
  await dialog.getByRole("button", { name: `All ${statements.length}` }).click();
  assert.deepEqual(ids((await saved(page, dialog, "JSON")).text), statements.map((it) => it.id).sort());
  const { content } = statement("tashkent-no-bases");
  const section = dialog.getByRole("region", { name: "The statements as a file" });
  const formats = await section.getByRole("list").getByRole("button").allTextContents();
  assert.ok(formats.length >= 10, formats.join());
  // GraphML holds no words of documents.
  for (const format of formats.filter((name) => name !== "GraphML")) {
    // Chromium drops the downloads of a page beyond the tenth within a second.
    await page.waitForTimeout(150);
    const { name, text } = await saved(page, dialog, format);
    assert.match(name, /^[a-z0-9.-]+$/, format);
    assert.ok(text.includes([content].flat()[0].slice(0, 40)), `${format} has no words of the document`);
    assert.equal(text.startsWith("\uFEFF"), format === "CSV for spreadsheets", format);
  }
  assert.match((await saved(page, dialog, "GraphML")).text, /<node [^]*Uzbekistan/);
});

reader("saves the statements of an actor, of a comparison and of a text", async ({ briefing, page }) => {
  for (const link of ["#/actor/politico", "#/compare?actors=russia,uzbekistan", `#/compare?statements=${statements[0].id},${statements[1].id}`]) {
    await briefing.open(link);
    const dialog = await opened(page);
    const { statements: taken } = JSON.parse((await saved(page, dialog, "JSON")).text);
    assert.ok(taken.length > 0 && taken.length < statements.length, link);
    await page.keyboard.press("Escape");
  }
});

reader("cites a statement", CLIPBOARD, async ({ briefing, page }) => {
  await briefing.open(`#/?statement=${statements[2].id}`);
  const card = briefing.main.locator("article[aria-current=true]");
  const words = await card.locator("a.statement-link").textContent();
  await card.getByRole("button", { name: "Cite" }).click();
  await page.getByText("Citation copied.").waitFor();
  const citation = await clipboard(page);
  assert.ok(citation.includes(words.slice(0, 30)), citation);
  assert.match(citation, /[Aa]ccessed \w+ \d+, \d{4}/);
  assert.ok(citation.includes(`#/?statement=${statements[2].id}`), citation);
});

reader("shares the link through the system where it can", async ({ briefing, page }) => {
  await page.addInitScript(() => {
    navigator.share = async (what) => {
      globalThis.shared = what;
      if (globalThis.refusal) throw new DOMException("no", globalThis.refusal);
    };
  });
  await briefing.open("#/about");
  const dialog = await opened(page);
  const share = dialog.getByRole("button", { name: "Share…" });
  await share.click();
  await eventually(async () => assert.match(await page.evaluate(() => globalThis.shared?.url ?? ""), /#\/about\?edition=/));
  await page.evaluate(() => (globalThis.refusal = "AbortError"));
  await share.click();
  await page.evaluate(() => (globalThis.refusal = "NotAllowedError"));
  assert.equal(await page.getByRole("textbox", { name: "To be copied" }).count(), 0, "the reader only changed their mind");
  await share.click();
  assert.match(await page.getByRole("textbox", { name: "To be copied" }).inputValue(), /#\/about\?edition=/);
});

reader("says that sharing and exporting could not be loaded, and tries again", async ({ briefing, page, context, watch }) => {
  watch.expect(/ERR_FAILED/, /Failed to fetch/);
  await context.route(PART, (route) => route.abort(), { times: 1 });
  await briefing.open();
  await page.getByRole("button", { name: "Share, export" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("alert").getByText("could not be loaded").waitFor();
  await dialog.getByRole("button", { name: "Try again" }).click();
  await dialog.getByRole("heading", { name: "The statements as a file" }).waitFor();
  assert.ok(new URL(page.url()).href.startsWith(baseUrl));
});

reader("copies a link that was asked for before the part of the program that copies had come", CLIPBOARD, async ({ briefing, page, context }) => {
  const release = await held(context);
  await briefing.open();
  await briefing.filterValues.filter({ hasText: "Military basing" }).first().click();
  await eventually(async () => assert.match(await briefing.text(), /Showing 5 of/));
  await page.getByRole("button", { name: "Copy link" }).first().click();
  await page.getByText("One moment, this is loading.").waitFor();
  release();
  await page.getByText("Link copied.").waitFor();
  assert.match(await clipboard(page), /#\/\?topic=basing&edition=[0-9a-f]{8}$/);
});

reader("cites and opens the dialog in turn, asked before the part of the program that does so had come", CLIPBOARD, async ({ briefing, page, context }) => {
  const release = await held(context);
  await briefing.open();
  await page.getByRole("button", { name: "Cite" }).first().click();
  await page.getByRole("button", { name: "Share, export" }).click();
  release();
  await page.getByRole("dialog").getByRole("heading", { name: "The statements as a file" }).waitFor();
  await eventually(async () => assert.match(await clipboard(page), /[Aa]ccessed \w+ \d+, \d{4}/));
});

reader("loads the part of the program that copies once more where that had failed, and copies then", CLIPBOARD, async ({ briefing, page, context, watch }) => {
  watch.expect(/pages-/);
  watch.allow(/split|fetch|load|Failed/i);
  await context.route(PAGES, (route) => route.abort(), { times: 1 });
  await briefing.open();
  await page.getByRole("button", { name: "Copy link" }).first().click();
  await page.getByText("Link copied.").waitFor();
  assert.match(await clipboard(page), /#\/\?edition=[0-9a-f]{8}$/);
});
