// The briefing as one file, away from its server, and a tour through it for any browser.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { eventually } from "./eventually.mjs";
import { actor, documents, hasPart, relations, statements } from "./seeds.mjs";
import { baseUrl } from "./settings.mjs";

/** Where the one file is put, by itself, in a folder with a space in its name. */
export async function alone() {
  const folder = await mkdtemp(path.join(tmpdir(), "briefing one file "));
  const response = await fetch(new URL("briefing.html", baseUrl));
  assert.equal(response.status, 200);
  const html = await response.text();
  const put = async (name, html) => {
    await writeFile(path.join(folder, name), html);
    return path.join(folder, name);
  };
  const file = await put("mailed.html", html);
  return { file, address: address(file), html, folder, put, remove: () => rm(folder, { recursive: true }) };
}

/** The address of a file. */
export const address = (file) => pathToFileURL(file).href;

/** A tab of Chromium, as `tour` uses it. */
export class ChromiumTab {
  constructor(page, folder) {
    Object.assign(this, { page, folder });
  }

  async open(address) {
    // Else another fragment would be another view of the same page.
    await this.page.goto("about:blank");
    await this.page.goto(address);
  }

  click(selector) {
    return this.page.locator(selector).first().click();
  }

  type(selector, text) {
    return this.page.locator(selector).pressSequentially(text);
  }

  ask(question, ...about) {
    return this.page.evaluate(`(${question})(...${JSON.stringify(about)})`);
  }

  /** Clicks, and waits for the file that is saved then: where it lies. */
  async saved(selector) {
    const [download] = await Promise.all([this.page.waitForEvent("download"), this.click(selector)]);
    const file = path.join(await mkdtemp(path.join(this.folder, "saved ")), download.suggestedFilename());
    await download.saveAs(file);
    return file;
  }
}

/** Saves a copy of what is seen: where it lies. */
export async function savedCopy(tab) {
  const link = "dialog a[href='briefing.html']";
  await tab.click(".tools button[aria-haspopup=dialog]");
  await eventually(async () => assert.equal(await tab.ask((link) => document.querySelectorAll(link).length, link), 1));
  return tab.saved(link);
}

/** The program has started, and all that the view needs of it is there. */
export async function started(tab) {
  await eventually(async () => assert.equal(await tab.ask(() => document.querySelectorAll("#boot-status, .part-status").length), 0));
  assert.equal(await tab.ask(() => document.querySelectorAll("main").length), 1);
}

const headline = (tab) => tab.ask(() => document.querySelector("h1").textContent);
const cards = (tab) => tab.ask(() => document.querySelectorAll("main article").length);
const link = (tab) => tab.ask(() => location.hash);

async function opened(tab, address) {
  await tab.open(address);
  await started(tab);
}

/** Filters, searches, compares, reads, saves a copy and opens it, and saves another one from there. */
export async function tour(tab, file) {
  const [document] = documents;
  const basing = statements.filter((it) => it.topics.includes("basing"));

  await opened(tab, address(file));
  assert.equal(await headline(tab), "Central Asia between the US and Russia");
  assert.equal(await cards(tab), statements.length);

  // Without the topic that the facet's link would add, all other links would do as well.
  await tab.click('[aria-label="Filter"] a[href="#/?topic=basing"]');
  await eventually(async () => assert.equal(await cards(tab), basing.length));
  assert.equal(await link(tab), "#/?topic=basing");

  await tab.type("#search", "bases");
  await eventually(async () => assert.match(await link(tab), /q=bases/));
  const found = await cards(tab);
  assert.ok(found > 0 && found < basing.length, `${found} of ${basing.length}`);

  await opened(tab, `${address(file)}#/compare?actors=uzbekistan,united-states`);
  assert.match(await headline(tab), /Uzbekistan and United States|compare/i);
  const denial = relations.find((it) => it.from === "tashkent-no-bases" && it.kind === "contradicts");
  assert.ok((await tab.ask(() => document.querySelector("main").textContent)).includes(denial.reason));

  await opened(tab, `${address(file)}#/overview`);
  const marked = () => tab.ask(() => document.querySelectorAll("#figure-map svg a").length > 0);
  await eventually(async () => assert.ok(await marked(), "the map is in the file"));

  await opened(tab, `${address(file)}#/actor/uzbekistan`);
  assert.equal(await headline(tab), actor("uzbekistan").name);
  assert.ok((await cards(tab)) >= statements.filter((it) => hasPart(it, "uzbekistan", ["speaker"])).length);

  await tab.click('nav[aria-label="Pages"] a[href^="#/source/"]');
  await eventually(async () => assert.match(await link(tab), /^#\/source\//));
  await started(tab);
  const text = await tab.saved('main a[href^="seeds/"]');
  assert.equal(path.basename(text), document.file);
  assert.equal(await readFile(text, "utf8"), document.text);

  const there = `${await link(tab)}?statement=tashkent-no-bases`;
  await opened(tab, `${address(file)}${there}`);
  assert.equal(await tab.ask(() => document.querySelectorAll(".text a.open").length > 0), true);

  const copy = await savedCopy(tab);
  assert.match(path.basename(copy), /^central-asia-between-the-us-and-russia-[0-9a-f]{8}( ?\(\d+\))?\.html$/);
  await opened(tab, address(copy));
  assert.equal(await link(tab), there, "the copy begins where it was saved");
  assert.equal(await tab.ask(() => document.querySelectorAll(".text a.open").length > 0), true);

  await opened(tab, `${address(copy)}#/about`);
  assert.equal(await link(tab), "#/about", "an address says more than where the copy was saved");
  assert.match(await headline(tab), /About/);

  const again = await savedCopy(tab);
  await opened(tab, address(again));
  assert.equal(await link(tab), "#/about");
  const begins = /<meta name="start" content="[^"]*">/;
  const [one, other] = await Promise.all([copy, again].map((file) => readFile(file, "utf8")));
  assert.equal(one.replace(begins, ""), other.replace(begins, ""), "a copy of a copy is the same file");
  await tab.click('nav[aria-label="Pages"] a[href="#/"]');
  await eventually(async () => assert.equal(await cards(tab), statements.length));
}
