// Corpora of extreme shapes, each with a bundle of its own: `cargo xtask test --only large`. One statement, one document of
// five megabytes, one actor in everything, all on one day, no dates, no positions, 300 topics, names of 200 characters: each
// page opens, answers, and stays bounded.

import assert from "node:assert/strict";
import { reader } from "./harness.mjs";
import { eventually } from "./support/eventually.mjs";
import { routes } from "./support/routes.mjs";
import { actors, documents, statements } from "./support/seeds.mjs";
import { StartPage } from "./support/start.mjs";

// The most elements of a page.
const MOST_ELEMENTS = 4000;

const slug = ({ file }) => file.replace(/\.txt$/, "");
const [first, last] = [statements[0], statements.at(-1)];

async function isBounded(page) {
  const elements = await page.evaluate(() => document.querySelectorAll("#main *").length);
  assert.ok(elements < MOST_ELEMENTS, `${elements} elements`);
}

for (const width of [390, 1440]) {
  reader(`opens the start page, searches, chooses, and goes to the end, ${width} pixels wide`, { width }, async ({ briefing, page }) => {
    const start = StartPage.of(briefing);
    await start.open(routes.briefing);
    await start.settled();
    assert.equal(await start.shown(), statements.length);
    await isBounded(page);
    const word = first.content[0].match(/\p{L}{4,}/u)[0];
    await page.getByRole("searchbox", { name: "Search what was said" }).fill(word);
    await eventually(async () => assert.ok((await start.shown()) > 0 && (await page.getByText(/^Showing/).count()) > 0));
    await page.getByRole("searchbox", { name: "Search what was said" }).fill("");
    await eventually(async () => assert.equal(await start.shown(), statements.length));
    const value = await page.evaluate(() => {
      const value = document.querySelector("#filter a.value[href]");
      value?.click();
      return value !== null;
    });
    if (value) await eventually(async () => assert.ok((await start.chips.count()) > 0));
    await briefing.open(`#/?by=none&statement=${last.id}`);
    await eventually(async () => assert.ok(await page.locator("article[aria-current=true]").isVisible()));
    await isBounded(page);
  });

  reader(`opens the page of an actor, all actors, and the comparison of two, ${width} pixels wide`, { width }, async ({ briefing, page }) => {
    await briefing.open(routes.actors);
    await isBounded(page);
    const of = (role) => new Set(statements.flatMap((statement) => statement[role] ?? []));
    const heard = actors.filter(({ id }) => of("speaker").has(id) || of("agent").has(id));
    for (const { id } of heard.slice(0, 1)) {
      await briefing.open(`#/actor/${id}`);
      await eventually(async () => assert.ok((await briefing.statements.count()) > 0));
      await isBounded(page);
    }
    if (heard.length < 2) return;
    await briefing.open(`#/compare?actors=${heard[0].id},${heard[1].id}`);
    await briefing.main.getByRole("heading", { level: 1 }).waitFor();
    await isBounded(page);
  });

  reader(`opens a text at its first and at its last statement, ${width} pixels wide`, { width }, async ({ briefing, page }) => {
    const own = statements.filter(({ document }) => document === documents[0]);
    for (const { id } of [own[0], own.at(-1)]) {
      await briefing.open(`#/source/${slug(documents[0])}?statement=${id}`);
      await briefing.headline.getByText(documents[0].title).waitFor();
      await eventually(async () => {
        const top = await page.evaluate((id) => document.getElementById(`s-${id}`)?.getBoundingClientRect().top, id);
        assert.ok(top >= 0 && top < 900, `the statement is at ${top}`);
      });
      await isBounded(page);
    }
  });
}
