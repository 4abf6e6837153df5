// The map of the overview: the countries of actors, and acts between them. Its outlines are a part of the program that only
// the overview asks for.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { baseUrl, reader } from "./harness.mjs";
import { eventually } from "./support/eventually.mjs";
import { opened } from "./support/overview.mjs";
import { actors, statements } from "./support/seeds.mjs";

const TITLE = "Where the actors are";
const list = (value) => (value === undefined ? [] : [value].flat());
const MAP = /map-[^/]*\.wasm$/;

/** The countries of actors, by what the registry gives them and what they are a part of. */
function countriesOf(ids) {
  const all = new Set();
  for (const first of ids) {
    for (let id = first; id !== undefined; id = actors.find((actor) => actor.id === id).part_of) {
      const { country } = actors.find((actor) => actor.id === id);
      if (country !== undefined) all.add(country);
    }
  }
  return all;
}

/** The statements of or about actors of a country, and the acts of actors of one about those of another. */
const about = (code) => statements.filter((it) => countriesOf([it.speaker, it.agent, it.about].flatMap(list)).has(code));
function toward(from, to) {
  const acts = statements.filter((it) => it.form === "act").map((it) => ({ it, agents: countriesOf(list(it.agent)) }));
  const joined = acts.filter(({ it, agents }) => agents.has(from) && !agents.has(to) && countriesOf(list(it.about)).has(to));
  return joined.map(({ it }) => it);
}

reader("sees the countries of actors on a map, and goes to what was said of one", async ({ briefing, page }) => {
  const overview = await opened(briefing, "#/overview", TITLE);
  const names = await overview.names(TITLE);
  for (const [code, name] of [["US", "United States"], ["UZ", "Uzbekistan"], ["RU", "Russia"], ["AF", "Afghanistan"]]) {
    const expected = `${name}: ${about(code).length} statements of or about `;
    assert.ok(names.some((found) => found.startsWith(expected)), `${expected} in ${names.join("; ")}`);
  }
  assert.ok(names.includes(`United States toward Uzbekistan: ${toward("US", "UZ").length} acts`), names.join("; "));
  await overview.part("Uzbekistan: ", TITLE).click();
  await eventually(() => assert.match(overview.link, /^#\/\?actor=uzbekistan&role=speaker,agent,subject$/));
  await page.getByText(`Showing ${about("UZ").length} of ${statements.length}`).waitFor();
});

reader("goes from an arc to its acts, by the keyboard", async ({ briefing, page }) => {
  const overview = await opened(briefing, "#/overview", TITLE);
  const arc = overview.part("United States toward Uzbekistan", TITLE);
  await arc.focus();
  await page.keyboard.press("ArrowRight");
  await eventually(async () => assert.notEqual((await overview.focus()).name, await arc.getAttribute("aria-label")));
  await arc.focus();
  await page.keyboard.press("Enter");
  await page.getByText(`Showing ${toward("US", "UZ").length} of ${statements.length}`).waitFor();
});

reader("reads the map as a table by the key m, and follows a filter", async ({ briefing, page }) => {
  const overview = await opened(briefing, "#/overview?topic=basing", TITLE);
  await overview.settled();
  await overview.figure(TITLE).getByRole("link", { name: /^As a table/ }).focus();
  await page.keyboard.press("m");
  await overview.table(TITLE).waitFor();
  assert.equal(overview.link, "#/overview?topic=basing&table=map");
  const rows = await overview.rows(TITLE);
  const onBasing = about("UZ").filter((it) => it.topics.includes("basing")).length;
  const row = rows.find(([name]) => name === "Uzbekistan");
  assert.equal(row[1], `${onBasing} statement${onBasing === 1 ? "" : "s"}`);
});

reader("has the outlines fetched with the overview, and with no page before", async ({ briefing, watch }) => {
  await briefing.open("#/");
  const fetched = (name) => watch.requests.filter((url) => name.test(url)).length;
  await eventually(() => assert.equal(fetched(/figures-[^/]*\.wasm$/), 1));
  await briefing.go("#/actor/russia");
  await briefing.page.getByRole("region", { name: "Who speaks of whom", exact: true }).waitFor();
  assert.equal(fetched(MAP), 0);
  await opened(briefing, "#/overview", TITLE);
  assert.equal(fetched(MAP), 1);
});

reader("is told that the map could not be loaded, and tries again", async ({ page, context, watch }) => {
  watch.expect(/map-/);
  watch.allow(/split|fetch|load|Failed/i);
  await context.route(MAP, (route) => route.abort(), { times: 1 });
  await page.goto(new URL("#/overview", baseUrl).href);
  const alert = page.getByRole("alert").filter({ hasText: "could not be loaded" });
  await alert.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("region", { name: TITLE }).waitFor();
});

reader("saves the map as an image with its sources", async ({ briefing, page }) => {
  const overview = await opened(briefing, "#/overview", TITLE);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    overview.figure(TITLE).getByRole("button", { name: /^Save as SVG/ }).click(),
  ]);
  assert.equal(download.suggestedFilename(), "where-the-actors-are.svg");
  const text = readFileSync(await download.path(), "utf8");
  for (const part of ["Outlines: Natural Earth", "Source: Central Asia between the US and Russia"]) assert.ok(text.includes(part), part);
});

for (const width of [320, 390, 820]) {
  reader(`sees the map on a page of ${width} pixels, which does not scroll sideways`, { width }, async ({ briefing, page }) => {
    const overview = await opened(briefing, "#/overview", TITLE);
    const right = await overview.figure(TITLE).locator("svg").evaluate((svg) => svg.getBoundingClientRect().right);
    assert.ok(right <= width, `the map ends at ${right}`);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wider <= 0, `${wider} pixels wider`);
    assert.ok((await overview.names(TITLE)).some((name) => name.startsWith("Uzbekistan: ")));
  });
}
