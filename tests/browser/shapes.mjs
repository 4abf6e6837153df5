// Corpora of extreme shapes, each with a bundle of its own: `cargo xtask test --only large`. One statement, one document of
// five megabytes, one actor in everything, all on one day, no dates, no positions, 300 topics, names of 200 characters: each
// page opens, answers, and stays bounded.

import assert from "node:assert/strict";
import { reader } from "./harness.mjs";
import { ComparePage } from "./support/compare.mjs";
import { eventually } from "./support/eventually.mjs";
import { routes } from "./support/routes.mjs";
import { actors, camps, documents, statements, topics } from "./support/seeds.mjs";
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

  reader(`goes through a comparison of camps row by row, and to any topic, ${width} pixels wide`, { width }, async ({ briefing, page }) => {
    if (camps.length < 2) return;
    const compare = ComparePage.of(briefing);
    await compare.open(`#/compare?camps=${camps.slice(0, 4).map(({ id }) => id)}`);
    await compare.headline.waitFor();
    await isBounded(page);
    if (topics.length < 100) return;
    const shown = await compare.topics();
    const first = await compare.row(shown[0]).elementHandle();
    const added = Number((await compare.moreRows.innerText()).match(/^Show (\d+) more of \d+ topics$/)[1]);
    await compare.moreRows.focus();
    await page.keyboard.press("Enter");
    await eventually(async () => assert.equal((await compare.topics()).length, shown.length + added));
    const now = await compare.topics();
    assert.deepEqual(now.slice(0, shown.length), shown);
    assert.ok(await first.evaluate((row) => row.isConnected), "what was there is drawn again");
    await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.textContent), now[shown.length]));
    // The place is there again when the reader comes back.
    const { y } = await compare.topic(now.at(-1)).boundingBox();
    await page.evaluate((y) => scrollTo(0, y), y);
    await compare.row(now.at(-1)).getByRole("link", { name: "in the text" }).first().click();
    await eventually(() => assert.match(compare.link, /^#\/source/));
    await page.goBack();
    await eventually(async () => {
      assert.deepEqual(await compare.topics(), now);
      const { y } = await compare.topic(now.at(-1)).boundingBox();
      assert.ok(y > -200 && y < 900, `the place is at ${y}`);
    });
  });

  reader(`lists all topics of a comparison and goes to the last ones, ${width} pixels wide`, { width }, async ({ briefing, page }) => {
    if (camps.length < 2 || topics.length < 100) return;
    const compare = ComparePage.of(briefing);
    await compare.open(`#/compare?camps=${camps.slice(0, 4).map(({ id }) => id)}`);
    await eventually(async () => assert.equal(await compare.ways.count(), 40));
    const all = Number((await compare.allWays.innerText()).match(/\d+/)[0]);
    await compare.allWays.focus();
    await page.keyboard.press("Enter");
    await eventually(async () => assert.equal(await compare.ways.count(), all));
    await eventually(async () => assert.ok(await compare.ways.nth(40).evaluate((way) => way === document.activeElement), "the first new one"));
    const folded = await compare.fold.innerText();
    const inTable = all - Number(folded.match(/^\d+/)[0]);
    assert.ok(inTable > 0 && inTable < all, folded);
    // The last topic on which several speak, and the last of those in the fold, which opens.
    for (const [index, tables] of [[inTable - 1, 1], [all - 1, 2]]) {
      const name = await compare.ways.nth(index).innerText();
      await compare.ways.nth(index).click();
      await eventually(async () => {
        assert.equal(await page.evaluate(() => document.activeElement.textContent), name);
        const { y, height } = await page.locator("th a:focus").boundingBox();
        assert.ok(y >= 0 && y + height < 900, `${name} is at ${y}`);
      });
      assert.equal(await compare.table.count(), tables);
    }
    assert.equal((await compare.topics()).length, all);
    assert.equal(await compare.moreRows.count(), 0);
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
