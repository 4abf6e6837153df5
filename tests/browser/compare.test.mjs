// Comparing two to four actors topic by topic, and statements side by side.

import assert from "node:assert/strict";
import { reader } from "./harness.mjs";
import { ComparePage } from "./support/compare.mjs";
import { eventually } from "./support/eventually.mjs";
import { hasPart, relations, statement, statements, topics } from "./support/seeds.mjs";

const denial = relations.find((it) => it.from === "tashkent-no-bases" && it.kind === "contradicts");
const speaks = (slug) => statements.filter((it) => hasPart(it, slug, ["speaker"]) || hasPart(it, slug, ["agent"]));
/** Who says or does a statement: an act's sources report it, and do not do it. */
const voices = (slug) => statements.filter((it) => hasPart(it, slug, [it.form === "act" ? "agent" : "speaker"]));

async function opened(briefing, link) {
  const compare = ComparePage.of(briefing);
  await compare.open(link);
  return compare;
}

reader("finds out who contradicts whom about bases, and sees both passages", async ({ briefing }) => {
  const compare = await opened(briefing, "#/");
  await compare.pages.getByRole("link", { name: "Compare" }).click();
  const suggestion = compare.suggestions.first();
  assert.match(await suggestion.innerText(), /contradicts/);
  assert.ok((await suggestion.innerText()).includes(denial.reason));
  await compare.bothPassages(suggestion).click();
  await eventually(async () => assert.equal(await compare.sides.count(), 2));
  for (const [place, slug] of [denial.from, denial.to].entries()) {
    const side = compare.sides.nth(place);
    await side.getByRole("blockquote").getByRole("mark").filter({ hasText: statement(slug).content[0] }).waitFor();
    assert.match(await side.innerText(), /✓ verbatim/);
    assert.match(await side.innerText(), /→ this article/);
  }
  assert.ok((await compare.text()).includes(denial.reason));
  await compare.actorsByTopic.click();
  await compare.table.waitFor();
  assert.match(compare.link, /^#\/compare\?actors=uzbekistan,united-states$/);
});

reader("chooses actors one by one until a table stands", async ({ briefing }) => {
  const compare = await opened(briefing, "#/compare");
  await compare.choice("United States").click();
  await eventually(() => assert.equal(compare.link, "#/compare?actors=united-states"));
  assert.equal(await compare.table.count(), 0);
  await compare.remove("United States").waitFor();
  await compare.choice("Uzbekistan").click();
  await compare.table.waitFor();
  assert.equal(compare.link, "#/compare?actors=united-states,uzbekistan");
  assert.deepEqual(await compare.columns(), ["United States", "Uzbekistan"]);
});

reader("adds and removes actors, up to four", async ({ briefing }) => {
  const compare = await opened(briefing, "#/compare?actors=united-states,uzbekistan");
  for (const name of ["Russia", "Kazakhstan"]) {
    await compare.addActor(name);
    await eventually(async () => assert.equal((await compare.columns()).at(-1), name));
  }
  assert.equal(compare.link, "#/compare?actors=united-states,uzbekistan,russia,kazakhstan");
  assert.equal(await compare.add.count(), 0, "a fifth can be added");
  await compare.remove("Uzbekistan").click();
  await eventually(async () => assert.deepEqual(await compare.columns(), ["United States", "Russia", "Kazakhstan"]));
  await compare.add.waitFor();
  await compare.remove("Russia").click();
  await compare.remove("Kazakhstan").click();
  await eventually(async () => assert.equal(await compare.table.count(), 0));
  assert.equal(compare.link, "#/compare?actors=united-states");
  await compare.remove("United States").click();
  await eventually(() => assert.equal(compare.link, "#/compare"));
});

reader("lines the statements of actors up by topic, and spells silence out", async ({ briefing }) => {
  const compare = await opened(briefing, "#/compare?actors=united-states,russia,uzbekistan");
  const actors = ["united-states", "russia", "uzbekistan"];
  const heard = (topic) => actors.filter((slug) => speaks(slug).some((it) => it.topics.includes(topic.id)));
  const expected = topics.filter((topic) => heard(topic).length > 0);
  assert.deepEqual((await compare.topics()).sort(), expected.map((topic) => topic.name).sort());
  for (const topic of expected) {
    const row = compare.row(topic.name);
    assert.equal(await compare.silences(topic.name).count(), actors.length - heard(topic).length, `silence on ${topic.name}`);
    const text = await row.innerText();
    const said = actors.flatMap(voices).filter((it) => it.topics.includes(topic.id));
    for (const { content, id } of said) assert.ok(text.includes(content[0]), `${id} is not in the row ${topic.name}`);
  }
});

reader("joins what contradicts in the table, with the reason and both passages", async ({ briefing }) => {
  const compare = await opened(briefing, "#/compare?actors=united-states,uzbekistan");
  const row = compare.row("Military basing");
  const join = row.getByRole("row").filter({ hasText: denial.reason });
  assert.match(await join.innerText(), /contradicts/);
  await compare.bothPassages(join).click();
  await eventually(async () => assert.equal(await compare.sides.count(), 2));
  assert.equal(compare.link, `#/compare?statements=${denial.from},${denial.to}`);
});

reader("goes from the list of topics to one, below the names of the actors", { height: 500 }, async ({ briefing, page }) => {
  const compare = await opened(briefing, "#/compare?actors=united-states,russia,uzbekistan");
  for (const name of ["Russia in the region", "Security cooperation"]) {
    await compare.way(name).click();
    await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.textContent), name));
    const { y, height } = await compare.topic(name).boundingBox();
    const bottom = await compare.table.getByRole("columnheader").first().evaluate((head) => head.getBoundingClientRect().bottom);
    assert.ok(y >= bottom - 1 && y + height < 500, `${name} is at ${y}, the heads end at ${bottom}`);
    assert.ok((await compare.heads()).every((top) => top === 0), "a head is out of sight");
    assert.equal(compare.link, "#/compare?actors=united-states,russia,uzbekistan", "a place on a page is no view");
  }
});

reader("sees over each statement on a telephone whose it is", { width: 390, height: 700 }, async ({ briefing, page }) => {
  const compare = await opened(briefing, "#/compare?actors=united-states,russia");
  await compare.table.waitFor();
  const names = await page.locator("td.speaks").evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell, "::before").content));
  assert.ok(names.length > 0 && names.every((name) => /United States|Russia/.test(name)), names.join());
});

reader("sees a relation right below what it joins", async ({ briefing }) => {
  const compare = await opened(briefing, "#/compare?actors=united-states,uzbekistan");
  const rows = compare.row("Military basing").getByRole("row");
  const texts = await rows.allInnerTexts();
  const join = texts.findIndex((text) => text.includes(denial.reason));
  for (const slug of [denial.from, denial.to]) {
    assert.ok(texts[join - 1].includes(statement(slug).content[0]), `${slug} is not above its relation`);
  }
});

reader("shows one topic of a comparison, and all again", async ({ briefing }) => {
  const compare = await opened(briefing, "#/compare?actors=united-states,uzbekistan");
  const all = await compare.topics();
  await compare.topic("Military basing").click();
  await eventually(async () => assert.deepEqual(await compare.topics(), ["Military basing"]));
  await compare.allTopics.click();
  await eventually(async () => assert.deepEqual(await compare.topics(), all));
});

reader("compares from a card", async ({ briefing }) => {
  const compare = await opened(briefing, "#/?statement=tashkent-no-bases");
  await compare.statements.filter({ hasText: statement("tashkent-no-bases").content[0] }).getByRole("link", { name: "Compare", exact: true }).click();
  await eventually(async () => assert.ok((await compare.sides.count()) >= 2));
  await compare.sides.first().getByText(statement("tashkent-no-bases").content[0]).first().waitFor();
});
