// The start page as a reader first meets it, and how they arrange it.

import assert from "node:assert/strict";
import { baseUrl, reader } from "./harness.mjs";
import { eventually } from "./support/eventually.mjs";
import { statement, statements, daysOf, actors } from "./support/seeds.mjs";
import { StartPage } from "./support/start.mjs";

const FORMS = {
  direct: "direct quote",
  mixed: "mixed",
  indirect: "paraphrase",
  act: "reported act",
  narration: "the article’s own words",
};

reader("shows every statement of the seeds, and counts them as it shows them", async ({ briefing }) => {
  const start = StartPage.of(briefing);
  await start.open();
  const counted = await start.counted();
  assert.equal(counted.statement, statements.length);
  assert.equal(counted.actor, actors.length);
  const shown = await start.shows(statements.length);
  assert.deepEqual(shown.sort(), statements.map((it) => it.id).sort());
  const groups = await start.groups();
  assert.ok(groups.length > 1);
  assert.equal(groups.reduce((sum, group) => sum + group.count, 0), statements.length);
});

reader("says on each card who says what, through whom, in which form, on what, and what one can do", async ({ briefing }) => {
  const start = StartPage.of(briefing);
  await start.open();
  for (const card of await start.readCards()) {
    const seed = statement(card.slug);
    const named = (value) => [value ?? []].flat();
    const chain = [...named(seed.agent), ...named(seed.speaker), ...named(seed.via), ...named(seed.audience), ...named(seed.about)];
    for (const actor of chain) assert.ok(card.actors.includes(actor), `${card.slug} does not name ${actor}`);
    for (const piece of seed.content) assert.ok(card.words.includes(piece), `${card.slug} says ${card.words}`);
    if (seed.form !== "mixed") assert.ok(card.text.includes(FORMS[seed.form]), `${card.slug}: ${card.text}`);
    assert.match(card.text, /this article/i);
    assert.deepEqual(card.topics, seed.topics);
    if (seed.note) assert.ok(card.text.includes(seed.note), `${card.slug} lacks its note`);
    for (const action of [/^Compare$/, /^In the text/, /^Copy link$/]) {
      assert.ok(card.actions.some((it) => action.test(it)), `${card.slug} lacks ${action}`);
    }
  }
});

reader("groups the statements by day, topic, actor, document or not at all", async ({ briefing }) => {
  const start = StartPage.of(briefing);
  await start.open();
  const names = await start.arrangement("Group by").allInnerTexts();
  assert.ok(names.length >= 5, names.join());
  const headings = new Set();
  for (const name of names.toReversed()) {
    const link = start.arrangement("Group by").filter({ hasText: name });
    await link.click();
    await eventually(async () => assert.equal(await link.getAttribute("aria-current"), "true"));
    await start.shows(statements.length);
    const groups = await start.groups();
    const cards = await start.cards.count();
    if (groups.length > 0) assert.equal(groups.reduce((sum, group) => sum + group.count, 0), cards);
    headings.add(groups.map((group) => group.heading).join());
  }
  assert.equal(headings.size, names.length, "two groupings have the same headings");
});

reader("orders the statements by time, either way, or as in the text", async ({ briefing }) => {
  const start = StartPage.of(briefing);
  await start.open("#/?by=none");
  const ordered = async (name) => {
    const link = start.arrangement("Order").filter({ hasText: name });
    await link.click();
    await eventually(async () => assert.equal(await link.getAttribute("aria-current"), "true"));
    return start.slugs();
  };
  assert.deepEqual(await ordered("As in the text"), statements.map((it) => it.id));
  for (const [name, direction] of [["Latest first", -1], ["Earliest first", 1]]) {
    const slugs = await ordered(name);
    const undated = slugs.map((slug) => statement(slug).when === undefined);
    assert.deepEqual(undated, undated.toSorted((a, b) => a - b), `${name}: undated statements come last`);
    const days = slugs.map((slug) => daysOf(statement(slug).when)?.[0]).filter(Boolean);
    const sorted = days.toSorted((a, b) => direction * a.localeCompare(b));
    assert.deepEqual(days, sorted, name);
  }
});

reader("puts the best match first where something is searched for, and not where nothing is", async ({ briefing }) => {
  const start = StartPage.of(briefing);
  await start.open("#/?by=none");
  const best = start.arrangement("Order").filter({ hasText: "Best match" });
  assert.equal(await best.count(), 0);
  await start.open("#/?q=bases+&by=none");
  await best.click();
  await eventually(async () => assert.equal(await best.getAttribute("aria-current"), "true"));
  assert.match(start.link, /sort=match/);
  const [first, ...others] = await start.slugs();
  assert.ok(others.length > 0, "more than one statement has the word");
  assert.match(statement(first).content.join(" "), /bas(e|es|ing)\b/);
  await start.open("#/?by=none&sort=match");
  assert.equal(await best.count(), 0);
});

reader("keeps its axis and its groups until the part of the program is there that draws others", async ({ briefing, page, context }) => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await context.route(/pages-[^/]*\.wasm$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(baseUrl);
  await briefing.started();
  const start = StartPage.of(briefing);
  const groups = await start.groups();
  // Its links come with its part.
  const axis = await start.axis.innerText();
  assert.match(axis, /December/);
  const loading = page.getByText("One moment, this is loading.");
  const byTopic = start.list.getByRole("link", { name: "Topic", exact: true });
  await byTopic.click();
  await loading.waitFor();
  assert.deepEqual(await start.groups(), groups);
  assert.equal(await start.axis.innerText(), axis);
  // The axis of all statements would be false here.
  await page.evaluate(() => (location.hash = "#/?topic=basing"));
  await loading.waitFor({ state: "detached" });
  await start.shows(statements.filter((it) => it.topics.includes("basing")).length);
  assert.equal(await start.axis.innerText(), "");
  const { height } = await start.axis.boundingBox();
  release();
  await eventually(async () => assert.match(await start.axis.innerText(), /^Time line: \d of \d dates$/));
  assert.equal((await start.axis.boundingBox()).height, height, "nothing moves");
  await byTopic.click();
  await eventually(async () => assert.notDeepEqual((await start.groups()).map(({ heading }) => heading), groups.map(({ heading }) => heading)));
});

/** The span of days in the link, each end a day, a month or a year. */
const span = (start) => /date=([^&]*)/.exec(decodeURIComponent(start.link))?.[1];

reader("chooses a span of time with Shift and the mouse", async ({ briefing, page }) => {
  const start = StartPage.of(briefing);
  await start.open();
  await start.settled();
  const [first, last] = [start.time("2021-12-14"), start.time("2021-12-17")];
  await first.locator("text").first().click();
  await eventually(() => assert.equal(span(start), "2021-12-14"));
  await last.locator("text").first().click({ modifiers: ["Shift"] });
  await eventually(() => assert.equal(span(start), "2021-12-14/2021-12-17"));
  assert.equal(page.context().pages().length, 1, "no other window");
  await eventually(async () => assert.equal(await first.getAttribute("aria-current"), "true"));
  assert.equal(await last.getAttribute("aria-current"), "true");
  assert.equal(await start.times.first().getAttribute("aria-current"), null, "October is not in it");
  assert.ok(await last.isVisible(), "the axis stays open");
  await start.chips.filter({ hasText: "14–17 December 2021" }).click();
  await start.shows(statements.length);
});

reader("goes along the axis with arrow keys, and chooses a span with Shift", async ({ briefing, page }) => {
  const start = StartPage.of(briefing);
  await start.open();
  await start.settled();
  const ids = await start.times.evaluateAll((times) => times.map(({ id }) => id));
  await start.times.first().focus();
  for (const id of ids.slice(1)) {
    await page.keyboard.press("ArrowRight");
    assert.equal((await start.focus()).id, id);
  }
  await page.keyboard.press("ArrowRight");
  assert.equal((await start.focus()).id, ids.at(-1), "it ends there");
  const [first, last] = [start.time("2021-12-14"), start.time("2021-12-17")];
  await last.focus();
  await page.keyboard.press("Shift+ArrowLeft");
  await eventually(() => assert.equal(span(start), "2021-12-14/2021-12-17"), "past the day by which something was");
  await eventually(async () => assert.equal((await start.focus()).id, await first.getAttribute("id")));
  await eventually(async () => assert.equal(await last.getAttribute("aria-current"), "true"));
  await page.keyboard.press("Shift+ArrowRight");
  await eventually(() => assert.equal(span(start), "2021-12-17"), "and back");
});

reader("chooses a time on the axis, and takes it back", async ({ briefing }) => {
  const start = StartPage.of(briefing);
  await start.open();
  // The axis comes with the part of the program that has the foot of the page.
  await start.settled();
  const names = await start.times.evaluateAll((links) => links.map((link) => link.textContent));
  assert.ok(names.length > 1, "the axis shows no times");
  const name = names.at(-1);
  const time = start.times.last();
  const count = Number(/: (\d+) statement/.exec(name)[1]);
  // What is drawn of the link; there is nothing in between.
  const words = time.locator("text").filter({ hasText: "December" });
  await words.click();
  await eventually(() => assert.match(start.link, /date=/));
  assert.ok((await start.shown()) >= count);
  await eventually(async () => assert.equal(await time.getAttribute("aria-current"), "true"));
  await words.click();
  await start.shows(statements.length);
});
