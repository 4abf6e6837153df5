// Who speaks of whom and who relays whom: ribbons as wide as there are statements, each leading to these, and tables that
// say the same; on the overview, and of one actor on its page.

import assert from "node:assert/strict";
import { reader } from "./harness.mjs";
import { eventually } from "./support/eventually.mjs";
import { opened } from "./support/overview.mjs";
import { shortName, statements, wholeOf } from "./support/seeds.mjs";

const [SPEAKS, RELAYS] = ["Who speaks of whom", "Who relays whom"];
const list = (value) => (value === undefined ? [] : [value].flat());

/** The flows of the corpus as rows of the table, counted without the program. */
function expected(from, to) {
  const counts = new Map();
  for (const statement of statements) {
    const pairs = new Set();
    for (const one of from(statement)) {
      for (const other of to(statement)) pairs.add(`${shortName(wholeOf(one))}|${shortName(wholeOf(other))}`);
    }
    for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return [...counts].map(([pair, count]) => [...pair.split("|"), `${count} statement${count === 1 ? "" : "s"}`]).sort();
}

const active = ({ speaker, agent }) => [...list(speaker), ...list(agent)];
const OF_WHOM = expected(active, ({ about }) => list(about));
const OF_RELAYS = expected(({ via }) => list(via), active);

for (const [title, slug, rows] of [[SPEAKS, "flows", OF_WHOM], [RELAYS, "relays", OF_RELAYS]]) {
  reader(`reads in a table ${title.toLowerCase()}, and in how many statements`, async ({ briefing }) => {
    const overview = await opened(briefing, `#/overview?table=${slug}`, title);
    await overview.table(title).waitFor();
    assert.deepEqual((await overview.rows(title)).sort(), rows);
    const counts = (await overview.rows(title)).map(([, , count]) => Number.parseInt(count, 10));
    assert.deepEqual(counts, [...counts].sort((a, b) => b - a), "most statements come first");
  });
}

reader("goes from a ribbon to its statements", async ({ briefing }) => {
  const overview = await opened(briefing, "#/overview", SPEAKS);
  await overview.figure(SPEAKS).locator("svg").waitFor();
  const [from, to, count] = OF_WHOM.find(([from, to, count]) => from === "Russia" && to === "NATO" && count);
  const name = `${from} speaks of ${to}: ${count}`;
  await overview.part(name, SPEAKS).press("Enter");
  await eventually(() => assert.equal(overview.link, "#/?actor=russia&role=speaker,agent&about=nato"));
  await briefing.page.getByText(`Showing ${Number.parseInt(count, 10)} of ${statements.length}`).waitFor();
  await briefing.page.getByRole("link", { name: /^Spoken of: NATO.*remove/ }).waitFor();
});

reader("has the flows follow the filter", async ({ briefing }) => {
  const overview = await opened(briefing, "#/overview?table=flows&form=direct", SPEAKS);
  const direct = statements.filter(({ form }) => form === "direct").flatMap(active);
  for (const [from] of await overview.rows(SPEAKS)) {
    assert.ok(direct.some((id) => shortName(wholeOf(id)) === from), from);
  }
});

reader("goes along the nodes and ribbons by arrow keys", async ({ briefing, page }) => {
  const overview = await opened(briefing, "#/overview", SPEAKS);
  await overview.figure(SPEAKS).locator("svg a").first().focus();
  const begin = (await overview.focus()).name;
  await page.keyboard.press("ArrowDown");
  assert.notEqual((await overview.focus()).name, begin);
  await page.keyboard.press("m");
  await overview.table(SPEAKS).waitFor();
  assert.equal(overview.link, "#/overview?table=flows");
});

for (const options of [{}, { width: 320, height: 640 }, { width: 820, colorScheme: "dark" }, { forcedColors: "active" }]) {
  reader(`sees an actor's own flows: ${JSON.stringify(options)}`, options, async ({ briefing, page }) => {
    const actor = await opened(briefing, "#/actor/nato", SPEAKS);
    await actor.figure(SPEAKS).locator("svg").waitFor();
    const own = OF_WHOM.filter(([from, to]) => from !== to && [from, to].includes("NATO"));
    await actor.figure(SPEAKS).getByText("As a table", { exact: false }).first().click();
    await actor.table(SPEAKS).waitFor();
    assert.deepEqual((await actor.rows(SPEAKS)).sort(), own);
    assert.equal(await actor.figure(RELAYS).count(), 0, "nobody relays NATO");
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wider <= 0, `${wider} pixels wider`);
    const drawn = await actor.figure(SPEAKS).locator("svg").evaluate((svg) => svg.getBoundingClientRect());
    assert.ok(drawn.right <= (options.width ?? 1440), `the drawing ends at ${drawn.right}`);
    await actor.part("Russia speaks of NATO", SPEAKS).press("Enter");
    await eventually(() => assert.equal(actor.link, "#/?actor=russia&role=speaker,agent&about=nato"));
  });
}
