// Every page of a corpus that has too much or too little of something: `cargo xtask test --only large`. Each says something
// sensible, fits its window, and stays bounded; a figure with nothing to show says why.

import assert from "node:assert/strict";
import { reader } from "./harness.mjs";
import { eventually } from "./support/eventually.mjs";
import { comparisons, figures, others } from "./support/every-page.mjs";
import { statements } from "./support/seeds.mjs";
import { clipped, overflow } from "./support/visual.mjs";

// The most elements of a page.
const MOST_ELEMENTS = 7500;

// The most of a page with all figures.
const MOST_OF_FIGURES = 12_000;

// The most statements that are printed without a question.
const MOST_PRINTED = 150;

/** Goes to a link within the running program. */
async function visit(briefing, link) {
  await briefing.go(link);
  await briefing.drawn();
  await briefing.started();
  await briefing.drawn();
}

/** What the page has, in numbers and words. */
function content(page) {
  return page.evaluate(() => {
    const main = document.querySelector("main");
    const figures = [...main.querySelectorAll("section.figure")].map((figure) => ({
      id: figure.id,
      caption: figure.querySelector("p")?.textContent ?? "",
      isShown: figure.querySelector("svg, table") !== null,
    }));
    return { elements: main.querySelectorAll("*").length, headline: main.querySelector("h1")?.textContent ?? "", words: main.textContent.trim().length, figures };
  });
}

async function isSensible(briefing, link) {
  const { page } = briefing;
  const { elements, headline, words, figures } = await content(page);
  assert.ok(headline.trim() !== "" && words > 60, `${link} is blank`);
  const most = figures.length > 0 ? MOST_OF_FIGURES : MOST_ELEMENTS;
  assert.ok(elements < most, `${link} has ${elements} elements`);
  for (const { id, caption, isShown } of figures) assert.match(caption, isShown ? /\.$/ : /^[A-Z].{20,}\.$/, `${link} ${id}`);
  assert.deepEqual(await overflow(page), { by: 0, what: "" }, link);
  // Every word of a text of megabytes would take a minute.
  if (elements < MOST_OF_FIGURES) assert.deepEqual(await clipped(page), [], link);
  return figures;
}

for (const [width, height] of [[390, 844], [1440, 900]]) {
  reader(`finds every page sensible, ${width} pixels wide`, { width, height }, async ({ briefing }) => {
    await briefing.open("#/");
    await briefing.settled();
    for (const link of [...others, ...comparisons]) {
      await visit(briefing, link);
      await isSensible(briefing, link);
    }
  });

  reader(`finds every figure sensible, drawn and as a table, ${width} pixels wide`, { width, height }, async ({ briefing }) => {
    await briefing.open("#/overview");
    await briefing.settled();
    const drawnBy = new Map();
    for (const link of figures) {
      await visit(briefing, link);
      await eventually(async () => {
        drawnBy.set(link, await isSensible(briefing, link));
        assert.ok(drawnBy.get(link).length > 5, link);
      });
    }
    const drawn = drawnBy.get("#/overview");
    const tables = `#/overview?table=${drawn.map(({ id }) => id.replace("figure-", "")).join(",")}`;
    await visit(briefing, tables);
    await isSensible(briefing, tables);
    assert.equal(await briefing.main.locator("section.figure svg").count(), 0, "each figure is a table");
    assert.equal(await briefing.main.locator("section.figure table").count(), drawn.filter(({ isShown }) => isShown).length);
  });
}

reader("gets every page on paper with its words", async ({ briefing, page }) => {
  await briefing.open("#/");
  await briefing.settled();
  await page.emulateMedia({ media: "print" });
  for (const link of [...figures.slice(0, 1), ...comparisons, ...others]) {
    if (link.startsWith("#/?") || (link === "#/" && statements.length > MOST_PRINTED)) continue;
    await visit(briefing, link);
    const printed = await page.evaluate(() => {
      dispatchEvent(new Event("beforeprint"));
      const printed = document.querySelector(".print-document");
      const found = { headline: printed?.querySelector("h1")?.textContent ?? "", words: printed?.textContent.trim() ?? "" };
      dispatchEvent(new Event("afterprint"));
      return found;
    });
    // Before very many are printed, and where texts are missing, the page says by what to print.
    const asks = /\d statements|loads and prints them/.test(printed.words.slice(0, 200));
    assert.ok((printed.headline.trim() !== "" || asks) && printed.words.length > 60, `${link}: ${printed.words.slice(0, 200)}`);
  }
});
