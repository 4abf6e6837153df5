// Comparing two to four actors topic by topic, and statements side by side.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { reader } from "./harness.mjs";
import { ComparePage } from "./support/compare.mjs";
import { eventually } from "./support/eventually.mjs";
import { bare, print } from "./support/print.mjs";
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
    const passage = compare.side("Passage", place);
    await passage.getByRole("blockquote").getByRole("mark").filter({ hasText: statement(slug).content[0] }).waitFor();
    assert.match(await passage.innerText(), /✓ verbatim/);
    assert.match(await compare.side("Chain", place).innerText(), /→ this article/);
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
  await compare.side("Words", 0).getByText(statement("tashkent-no-bases").content[0]).first().waitFor();
});

reader("chooses camps to compare, by keyboard alone", async ({ briefing, page }) => {
  const compare = await opened(briefing, "#/compare");
  const press = async (link) => {
    await link.focus();
    await page.keyboard.press("Enter");
  };
  await press(compare.kind("Camps"));
  await eventually(() => assert.equal(compare.link, "#/compare?by=camp"));
  assert.equal(await compare.kind("Camps").getAttribute("aria-current"), "true");
  for (const name of ["United States and NATO", "Russia"]) {
    await press(compare.main.getByRole("region", { name: "Camps" }).getByRole("link", { name, exact: true }));
  }
  await compare.table.waitFor();
  assert.equal(compare.link, "#/compare?camps=west,russia");
  assert.deepEqual(await compare.columns(), ["United States and NATO", "Russia"]);
});

reader("reads in a line how the columns of a row differ", async ({ briefing }) => {
  const compare = await opened(briefing, "#/compare?actors=united-states,russia");
  const row = compare.row("NATO enlargement");
  assert.match(await row.innerText(), /Only Russia speaks of it/);
  assert.equal(await compare.silences("NATO enlargement").count(), 1);
});

reader("compares two periods of days of one's own, and what one actor says in them", async ({ briefing }) => {
  const compare = await opened(briefing, "#/compare?by=period");
  await compare.anyPeriod.getByLabel("to").fill("2021-12-14");
  await compare.anyPeriod.getByRole("link", { name: "Add this period" }).click();
  await eventually(() => assert.equal(compare.link, "#/compare?periods=until-2021-12-14"));
  await compare.anyPeriod.getByLabel("From").fill("2021-12-15");
  await compare.anyPeriod.getByLabel("to").fill("");
  await compare.anyPeriod.getByRole("link", { name: "Add this period" }).click();
  await compare.table.waitFor();
  assert.equal(compare.link, "#/compare?periods=until-2021-12-14,from-2021-12-15");
  assert.deepEqual(await compare.headTexts(), ["Until 14 December 2021", "From 15 December 2021 on"]);
  await compare.main.getByText("Only one actor’s statements").click();
  await compare.main.getByRole("group").getByRole("link", { name: "Russia", exact: true }).click();
  await eventually(() => assert.match(compare.link, /&voice=russia$/));
  await compare.remove("Only Russia").click();
  await eventually(() => assert.doesNotMatch(compare.link, /voice/));
});

reader("is told that a camp does not exist, and which one was meant", async ({ briefing }) => {
  const compare = await opened(briefing, "#/compare?camps=wesst,russia");
  await eventually(async () => assert.match(await compare.notice.innerText(), /This briefing has no camp “wesst”/));
  await compare.notice.getByRole("link", { name: "west", exact: true }).click();
  await compare.table.waitFor();
  assert.deepEqual(await compare.columns(), ["United States and NATO", "Russia"]);
});

reader("sees which words two statements have in common", async ({ briefing }) => {
  const compare = await opened(briefing, "#/compare?statements=russian-draft-prepared,russian-draft-no-admission");
  await compare.sides.first().waitFor();
  assert.match(await compare.text(), /One of [0-9]+ and [0-9]+ words is in both; it is marked\./);
  assert.deepEqual(await compare.main.locator("a.statement-link mark").allInnerTexts(), ["NATO", "NATO"]);
  const other = await opened(briefing, `#/compare?statements=${denial.from},${denial.to}`);
  await eventually(async () => assert.match(await other.text(), /They have no words in common that say something\./));
});

reader("comes from an actor to what it says before and after a day", async ({ briefing }) => {
  const compare = await opened(briefing, "#/actor/russia");
  await compare.main.getByRole("link", { name: /^before and from/ }).click();
  await compare.table.waitFor();
  assert.match(compare.link, /^#\/compare\?periods=until-[0-9-]+,from-[0-9-]+&voice=russia$/);
});

reader("saves a comparison as a table", async ({ briefing, page }) => {
  const compare = await opened(briefing, "#/compare?actors=united-states,russia");
  await compare.table.waitFor();
  await page.getByRole("button", { name: "Share, export" }).click();
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Comparison as CSV" }).click();
  const file = await saved;
  assert.match(file.suggestedFilename(), /united-states-and-russia-compared\.csv$/);
});

for (const link of ["#/compare?actors=united-states,russia", `#/compare?statements=${denial.from},${denial.to}`]) {
  reader(`saves ${link} as a figure`, async ({ briefing, page }) => {
    const compare = await opened(briefing, link);
    await compare.table.waitFor();
    const saved = async (kind) => {
      const file = page.waitForEvent("download");
      await compare.main.getByRole("button", { name: new RegExp(`^Save as ${kind} ?: the comparison as a figure$`) }).click();
      const name = (await file).suggestedFilename();
      assert.match(name, new RegExp(`^[a-z0-9-]+-compared\\.${kind.toLowerCase()}$`));
      return readFile(await (await file).path());
    };
    const svg = (await saved("SVG")).toString();
    const title = await compare.headline.innerText();
    for (const words of [`<title>${title} compared</title>`, "Source: ", "edition="]) assert.ok(svg.includes(words), `${words} is not in the image`);
    const png = await saved("PNG");
    assert.equal(png.subarray(1, 4).toString(), "PNG");
    assert.ok(png.readUInt32BE(16) >= 640 * 3 && png.readUInt32BE(20) > 300, "width and height");
  });
}

reader("has the names of the columns on each sheet of paper, and a topic on that of its first line", async ({ briefing, page }) => {
  const compare = await opened(briefing, "#/compare?actors=united-states,uzbekistan,russia,kazakhstan");
  await compare.settled();
  const listed = await compare.topics();
  const { sheets } = await print(page);
  const after = sheets.findIndex(({ text }) => text.includes("The statements compared"));
  assert.ok(after > 0, "the table is longer than a sheet");
  for (const { text } of sheets.slice(0, after)) {
    for (const name of ["United States", "Uzbekistan", "Russia", "Kazakhstan"]) assert.ok(text.includes(name), `${name} is not on ${text.slice(0, 80)}`);
    // A line about the difference is never the last of a sheet: it ends in the number of the sheet.
    assert.doesNotMatch(text, new RegExp(`(${listed.join("|")})[^.]*\\. \\d+ / \\d+$`));
  }
  assert.ok(sheets.every(({ text }) => !/\b(Pin|Remove|Save as)\b/.test(text)), "a control is printed");
});

reader("prints statements side by side with their words, and what is known of them", async ({ briefing, page }) => {
  const compare = await opened(briefing, `#/compare?statements=${denial.from},${denial.to}`);
  await compare.settled();
  const { sheets } = await print(page);
  for (const words of ["Chain", "Position", denial.reason, statement(denial.from).content[0]]) {
    assert.ok(bare(sheets[0].text).includes(bare(words)), `${words} is not on the first sheet`);
  }
  assert.ok(sheets.every(({ text }) => !/\b(Pin|Remove|Save as)\b/.test(text)), "a control is printed");
});
