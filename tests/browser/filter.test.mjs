// Filtering: each facet on its own, facets together, and the ways back.

import assert from "node:assert/strict";
import { reader } from "./harness.mjs";
import { eventually } from "./support/eventually.mjs";
import { actors, hasPart, hasRole, isFrom, statement, statements, topics } from "./support/seeds.mjs";
import { StartPage } from "./support/start.mjs";

/** Each facet with its key in links, and what of the seeds satisfies a value of it, given by its slug. */
const FACETS = [
  { title: "Actor", key: "actor", holds: (it, slug) => hasPart(it, slug) },
  { title: "Part in the statement", key: "role", holds: hasRole, excludes: false },
  { title: "Topic", key: "topic", holds: (it, slug) => it.topics.includes(slug) },
  { title: "Form", key: "form", holds: (it, slug) => it.form === slug },
  { title: "Position", key: "position", holds: (it, slug) => it.position === slug },
  { title: "Relayed by", key: "via", holds: (it, slug) => hasPart(it, slug, ["relay"]) },
  { title: "Date", key: "date", holds: isFrom },
];

const total = statements.length;

/** The value of a key in a link. */
const chosen = (link, key) => new URLSearchParams(link.split("?")[1]).get(key);

const matching = (holds, ...slugs) => statements.filter((it) => slugs.some((slug) => holds(it, slug))).map((it) => it.id).sort();

async function opened(briefing, link) {
  const start = StartPage.of(briefing);
  await start.open(link);
  return start;
}

for (const { title, key, holds, excludes = true } of FACETS) {
  reader(`filters by ${title.toLowerCase()}`, async ({ briefing }) => {
    const start = await opened(briefing);
    const facet = start.facet(title);
    const telling = (value) => value.leads && value.count < total;

    // One value: as many as it promised, and the right ones.
    const first = (await facet.values()).find((value) => telling(value) && value.state === "");
    const link = facet.value(first.label);
    await link.click();
    const one = await start.shows(first.count);
    const slug = chosen(start.link, key);
    assert.deepEqual(one.sort(), matching(holds, slug));
    assert.equal(await link.getAttribute("aria-current"), "true");
    assert.match((await start.focus()).name, new RegExp(`^${first.label} ?${first.count} statements?, chosen$`));

    // Another of the same facet: as many more as it promised.
    const second = (await facet.values()).find((value) => value.state === "adds" && value.leads);
    if (second) {
      await facet.value(second.label).click();
      const two = await start.shows(first.count + second.count);
      assert.deepEqual(two.sort(), matching(holds, ...chosen(start.link, key).split(",")));
      assert.equal(await start.chips.count(), 2);
      await start.chips.last().click();
      await start.shows(first.count);
    }

    // And back, by the same control.
    await link.click();
    await start.shows(total);
    assert.equal(start.link, "#/");

    if (!excludes) return;
    await facet.not(first.label).click();
    const rest = await start.shows(total - first.count);
    assert.equal(chosen(start.link, key), `-${slug}`);
    assert.deepEqual(rest.sort(), statements.filter((it) => !holds(it, slug)).map((it) => it.id).sort());
    await start.clear.click();
    await start.shows(total);
  });
}

reader("keeps in every facet the counts that the seeds have", async ({ briefing }) => {
  const start = await opened(briefing);
  for (const { title, key, holds } of FACETS) {
    for (const value of await start.facet(title).values()) {
      if (!value.leads) continue;
      const slug = chosen(value.href, key);
      assert.equal(value.count, matching(holds, slug).length, `${title}: ${value.label}`);
    }
  }
  const listed = await start.facet("Topic").values();
  assert.equal(listed.length, topics.length);
  assert.equal((await start.facet("Actor").values()).length, actors.filter(({ id }) => matching(hasPart, id).length > 0).length);
});

reader("narrows by facets together, and takes back each on its own", async ({ briefing }) => {
  const start = await opened(briefing);
  await start.facet("Topic").value("Military basing").click();
  await start.shows(matching((it) => it.topics.includes("basing"), "").length);
  const form = start.facet("Form");
  const promised = (await form.values()).find((value) => value.label === "Paraphrase");
  await form.value("Paraphrase").click();
  const both = await start.shows(promised.count);
  for (const slug of both) {
    assert.ok(statement(slug).topics.includes("basing") && statement(slug).form === "indirect", slug);
  }
  assert.equal(start.link, "#/?topic=basing&form=indirect");

  const topicChip = start.chips.filter({ hasText: "Military basing" });
  const leaves = Number(/leaves (\d+)/.exec(await topicChip.textContent())[1]);
  await topicChip.click();
  await start.shows(leaves);
  assert.equal(start.link, "#/?form=indirect");
  await start.clear.click();
  await start.shows(total);
  assert.equal(await start.chips.count(), 0);
  assert.equal(await start.clear.count(), 0);
});

reader("asks for an actor in a certain part", async ({ briefing }) => {
  const start = await opened(briefing, "#/?actor=uzbekistan");
  const roles = start.facet("Part in the statement");
  const promised = (await roles.values()).find((value) => value.label === "Speaks");
  await roles.value("Speaks").click();
  const shown = await start.shows(promised.count);
  assert.deepEqual(shown.sort(), statements.filter((it) => hasPart(it, "uzbekistan", ["speaker"])).map((it) => it.id).sort());
});

reader("offers no link to where nothing is", async ({ briefing }) => {
  const start = await opened(briefing, "#/?form=direct");
  let dead = 0;
  for (const { title } of FACETS) {
    for (const value of await start.facet(title).values()) {
      if (value.count === 0 && value.state === "") assert.equal(value.leads, false, `${title}: ${value.label}`);
      dead += Number(!value.leads);
    }
  }
  assert.ok(dead > 0);
  // Something is chosen, so the axis is a line.
  await start.axis.locator("summary").click();
  const times = await start.times.evaluateAll((links) => links.map((link) => link.textContent));
  assert.ok(times.length > 0 && times.every((name) => !/: 0 statements/.test(name)), times.join("\n"));
  const all = await start.times.count();
  await start.times.first().click();
  await eventually(() => assert.match(start.link, /date=/));
  assert.equal(await start.times.count(), all, "one time takes the place of the other");
});

reader("expands a long facet, and keeps it expanded while a hidden value of it is chosen", async ({ briefing }) => {
  const start = await opened(briefing);
  const facet = start.facet("Actor");
  await facet.more.click();
  const values = await facet.values();
  const alone = ({ label }) => values.filter((value) => value.label === label).length === 1;
  const last = values.findLast((value) => value.leads && alone(value));
  await facet.value(last.label).click();
  await start.shows(last.count);
  assert.ok(await facet.value(last.label).isVisible());
  await start.page.reload();
  await start.started();
  await facet.value(last.label).waitFor();
});

reader("filters by the keyboard alone", async ({ briefing, page }) => {
  const start = await opened(briefing);
  const topic = start.facet("Topic").value("Military basing");
  await topic.focus();
  await page.keyboard.press("Enter");
  await eventually(() => assert.equal(start.link, "#/?topic=basing"));
  await eventually(async () => assert.match((await start.focus()).name, /^Military basing.*, chosen$/));
  await page.keyboard.press("Enter");
  await eventually(() => assert.equal(start.link, "#/"));
  // The next control is the one beside it.
  await page.keyboard.press("Tab");
  assert.equal((await start.focus()).name, "not Military basing");
  await page.keyboard.press("Enter");
  await eventually(() => assert.equal(start.link, "#/?topic=-basing"));
  await start.shows(total - matching((it) => it.topics.includes("basing"), "").length);
});

reader("keeps the focus when what was chosen last is taken back", async ({ briefing, page }) => {
  const start = await opened(briefing, "#/?topic=basing");
  for (const control of [() => start.clear, () => start.chips]) {
    await start.open("#/?topic=basing");
    await control().focus();
    await page.keyboard.press("Enter");
    await start.shows(total);
    await eventually(async () => assert.match((await start.focus()).name, /^\d+ statements$/));
    await page.goBack();
    await eventually(() => assert.equal(start.link, "#/?topic=basing"));
  }
});

reader("tells actors apart whose short names are the same", async ({ briefing }) => {
  const start = await opened(briefing);
  const names = (await start.facet("Actor").values()).map(({ label }) => label);
  assert.equal(new Set(names).size, names.length, names.join("\n"));
});

reader("says what each step back would show where nothing matches", async ({ briefing }) => {
  const start = await opened(briefing, "#/?form=direct&topic=basing");
  await start.nothing.waitFor();
  assert.equal(await start.shown(), 0);
  assert.equal(await start.without.count(), 2);
  const way = start.without.first();
  const promised = Number(/(\d+) statement/.exec(await way.locator("..").innerText())[1]);
  await way.click();
  await start.shows(promised);
});
