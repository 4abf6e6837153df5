// Printing: each view as a document.

import assert from "node:assert/strict";
import { baseUrl, reader } from "./harness.mjs";
import { eventually } from "./support/eventually.mjs";
import { bare, code, print } from "./support/print.mjs";
import { actors, statement, statements } from "./support/seeds.mjs";
import { views, visit } from "./support/views.mjs";

const CONTROLS = ["Copy link", "Search what was said", "Open the whole text", "Both passages", "Print this view", "Print the whole", "Clear", "In the text ¶", "Add an actor", "All topics", "Remove", "Choose a marked passage"];

/** Pages whose program, with its part for printing, has come. */
const ready = (page) => page.getByRole("button", { name: "Print this view" }).waitFor();

/** The browser's dialogue stays shut, so that the test can print in its stead. */
const withoutDialogue = (page) => page.addInitScript(() => (window.print = () => {}));

function holds(text, words, of) {
  assert.ok(bare(text).includes(bare(words)), `${of}: the print lacks “${words}”`);
}

function isClean({ sheets, text }, of) {
  for (const words of CONTROLS) assert.ok(!text.includes(words), `${of}: the print has the control “${words}”`);
  sheets.forEach((sheet, at) => {
    assert.ok(sheet.running.includes(`${at + 1} / ${sheets.length}`), `${of}: sheet ${at + 1} has no number: ${sheet.running}`);
    const head = sheet.running.includes("Edition ");
    assert.equal(head, at > 0, `${of}: the running head stands on every sheet but the first: ${sheet.running}`);
  });
}

reader("prints the page itself while its part of the program has not come, and asks for that again", async ({ briefing, page, context, watch }) => {
  watch.expect(/ERR_FAILED/, /Failed to fetch/);
  const part = /print-[^/]*\.wasm$/;
  const requested = page.waitForRequest(part);
  await context.route(part, (route) => route.abort());
  await briefing.open("");
  await requested;
  const printed = await print(page);
  holds(printed.text, "Central Asia between the US and Russia", "start page");
  holds(printed.text, statement("tashkent-no-bases").content[0], "start page");
  await context.unroute(part);
  await page.getByRole("link", { name: "Actors", exact: true }).first().click();
  await ready(page);
  isClean(await print(page), "actors");
});

reader("prints a filtered view with its filters in words, and each statement in full", async ({ briefing, page }) => {
  const link = "#/?topic=basing&actor=-russia&by=none";
  await briefing.open(link);
  await ready(page);
  const shown = await page.locator("article.statement a.statement-link").evaluateAll((links) => links.map((it) => it.id.slice(2)));
  assert.ok(shown.length > 1 && shown.length < statements.length);
  const printed = await print(page);
  isClean(printed, link);
  holds(printed.text, `Showing ${shown.length} of ${statements.length} statements: Actor: not Russia; Topic: Military basing.`, link);
  holds(printed.text, "Not grouped, earliest first.", link);
  holds(printed.text, "When it was said or done", link);
  for (const seed of statements) {
    const there = bare(printed.text).includes(bare(`${seed.content[0]}`)) && shown.includes(seed.id);
    assert.equal(there, shown.includes(seed.id), seed.id);
  }
  // The chain, the passage around the words, the editor's note and the relations.
  const visit = statement("politico-pentagon-visit");
  for (const words of ["US Defense Department", "Member of US Congress", "Politico", "this article"]) holds(printed.text, words, link);
  holds(printed.text, `${visit.cue} ${visit.content[0]}`, link);
  holds(printed.text, "Contradicted by no. ", link);
  assert.match(printed.text, /Printed on \d{1,2} \w+ 20\d\d from “Central Asia between the US and Russia”, edition [0-9a-f]{8}\./);
});

reader("prints the time axis of what is shown, with ids of its own and nothing to follow", async ({ briefing, page }) => {
  await briefing.open("#/?topic=basing");
  await ready(page);
  const onScreen = await page.locator("main figure.times .time").evaluateAll((marks) => marks.map((mark) => mark.querySelector("title").textContent));
  const drawn = await page.evaluate(() => {
    dispatchEvent(new Event("beforeprint"));
    const figure = document.querySelector(".print-document .printed-axis");
    const found = {
      marks: [...figure.querySelectorAll(".time")].map((mark) => mark.querySelector("title").textContent),
      links: figure.querySelectorAll("a").length,
      repeated: [...document.querySelectorAll("[id]")].filter(({ id }) => document.querySelectorAll(`[id="${CSS.escape(id)}"]`).length > 1).length,
    };
    dispatchEvent(new Event("afterprint"));
    return found;
  });
  assert.ok(onScreen.length > 1);
  assert.deepEqual(drawn, { marks: onScreen, links: 0, repeated: 0 });
});

reader("prints the link to the very view, in words and as a QR code that leads there", async ({ briefing, page }) => {
  await briefing.open("#/?topic=basing&q=b%C3%A4se+%E2%80%9Cx%E2%80%9D");
  await ready(page);
  const { name, text } = await code(page);
  assert.match(name, /link to this view/);
  assert.ok(text.startsWith(`${baseUrl}#/?topic=basing&q=`) && /&edition=[0-9a-f]{8}$/.test(text), text);
  holds((await print(page)).text, text, "the address");
  await page.goto(text);
  await briefing.started();
  assert.equal(await page.getByRole("searchbox").inputValue(), "bäse “x”");
});

reader("says so in place of a code where the link is too long for one", async ({ briefing, page }) => {
  await briefing.open(`#/?q=${"base+".repeat(600)}`);
  await ready(page);
  assert.equal(await code(page), undefined);
  holds((await print(page)).text, "No QR code: this link is too long for a QR code", "a long link");
});

for (const format of ["A4", "Letter"]) {
  reader(`prints every view cleanly on ${format}`, async ({ briefing, page }) => {
    await briefing.open();
    await ready(page);
    for (const view of views) {
      await visit(briefing, view);
      const printed = await print(page, format);
      isClean(printed, view.link);
      holds(printed.text, "Central Asia between the US and Russia", view.link);
      holds(printed.text, "This very view, to be followed and checked: http", view.link);
      for (const pair of view.link.split(/[?&]/).slice(1)) holds(printed.text, pair, view.link);
    }
    assert.equal(await page.locator(".print-document").count(), 0, "the document is gone when it is printed");
  });
}

reader("prints who is compared, and the statements with their passages below", async ({ briefing, page }) => {
  await briefing.open("#/compare?actors=united-states,russia,uzbekistan,kazakhstan");
  await ready(page);
  const { text } = await print(page);
  holds(text, "Compared topic by topic: United States, Russia, Uzbekistan and Kazakhstan.", "compare");
  holds(text, "The statements compared, in the order of the text", "compare");
  for (const id of ["politico-pentagon-visit", "tashkent-no-bases"]) {
    const seed = statement(id);
    const times = bare(text).split(bare(seed.content[0])).length - 1;
    assert.ok(times >= 2, `${id} stands in the table and below it: ${times}`);
  }
});

reader("prints the whole briefing from one control, whatever is chosen", async ({ briefing, page }) => {
  await withoutDialogue(page);
  await briefing.open("#/?topic=basing&form=direct");
  await ready(page);
  await page.getByRole("button", { name: "Print the whole briefing" }).click();
  const printed = await print(page);
  isClean(printed, "the whole");
  for (const seed of statements) for (const words of seed.content) holds(printed.text, words, seed.id);
  for (const actor of actors) holds(printed.text, actor.name, "the actors");
  for (const part of ["The statements", "The actors", "The text", "About this briefing", "Method"]) holds(printed.text, part, "the whole");
  for (const line of statements[0].document.text.split("\n")) holds(printed.text, line, "the text");
  // Only once: what is printed next is the view again.
  const next = await print(page);
  assert.ok(next.sheets.length < printed.sheets.length / 2, `${next.sheets.length} sheets`);
  holds(next.text, "Showing ", "the view");
});

reader("says so where the browser does not let the page print, and leaves a way", async ({ briefing, page }) => {
  await page.addInitScript(() => (window.print = undefined));
  await briefing.open("#/?topic=basing");
  await ready(page);
  await page.getByRole("button", { name: "Print the whole briefing" }).click();
  await page.getByText("did not let the page print").waitFor();
  const printed = await print(page);
  for (const seed of statements) holds(printed.text, seed.content[0], seed.id);
  await eventually(async () => assert.equal(await page.getByText("did not let the page print").count(), 0));
});

reader("says so where asking to print does nothing", async ({ briefing, page }) => {
  await withoutDialogue(page);
  await briefing.open("#/actors");
  await ready(page);
  await page.getByRole("button", { name: "Print this view" }).click();
  await page.getByText("it prints this view").waitFor();
});

reader("prints the start page without JavaScript", { javaScriptEnabled: false }, async ({ page, watch }) => {
  // The preload of a program that may not run.
  watch.expect(/^csp: .*\.js$/);
  await page.goto(baseUrl);
  const { sheets, text } = await print(page);
  for (const words of [...CONTROLS, "JavaScript", "is loading"]) assert.ok(!text.includes(words), words);
  for (const seed of statements) holds(text, seed.content[0], seed.id);
  assert.ok(sheets.every((sheet, at) => sheet.running.includes(`${at + 1} / ${sheets.length}`)));
});

reader("prints the page as it is where the lazy part of the program does not load", async ({ briefing, page, watch }) => {
  watch.expect(/pages-/, /split|fetch|load|Failed/i);
  await page.route(/pages-/, (route) => route.abort());
  await briefing.open();
  const { text } = await print(page);
  for (const seed of statements) holds(text, seed.content[0], seed.id);
  assert.ok(!text.includes("Copy link"));
});

reader("prints a page that needs no program", { javaScriptEnabled: false }, async ({ page }) => {
  for (const path of ["s/politico-pentagon-visit.html", "a/uzbekistan.html", "about.html"]) {
    await page.goto(new URL(path, baseUrl).href);
    const { sheets, text } = await print(page);
    for (const words of CONTROLS) assert.ok(!text.includes(words), `${path}: ${words}`);
    assert.ok(text.length > 300 && sheets[0].running.includes(`1 / ${sheets.length}`), path);
    if (path.startsWith("s/")) holds(text, statement("politico-pentagon-visit").content[0], path);
  }
});

reader("prints a document without the program with its words marked and its notes in full", { javaScriptEnabled: false }, async ({ page }) => {
  await page.goto(new URL("d/central-asia-us-russia.html", baseUrl).href);
  const { text } = await print(page);
  // On paper numbers are within the words; in the text itself they are not.
  holds(text, statement("politico-pentagon-visit").content[0], "the print");
  const own = await page.locator(".text .block > div").allTextContents();
  for (const seed of statements) holds(own.join(" "), seed.content[0], seed.id);
  for (const words of [...CONTROLS, "In the text", "The statement", "SHA-256", "The plain text file"]) assert.ok(!text.includes(words), words);
  await page.emulateMedia({ media: "print" });
  const lines = (marks) => marks.map((mark) => getComputedStyle(mark).textDecorationLine);
  for (const kind of ["content", "cue"]) {
    const found = await page.locator(`.text a.${kind}`).evaluateAll(lines);
    assert.ok(found.length > 0 && found.every((line) => line === "underline"), `${kind}: ${found}`);
  }
  // Folded on the screen.
  const reasons = await page.locator(".notes .relation").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
  assert.ok(reasons.length > 0 && reasons.every((height) => height > 0), `${reasons}`);
});
