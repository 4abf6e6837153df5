// The actors: all of them, and what one has a part in.

import assert from "node:assert/strict";
import { reader } from "./harness.mjs";
import { ActorPage, ActorsPage } from "./support/actors.mjs";
import { ComparePage } from "./support/compare.mjs";
import { eventually } from "./support/eventually.mjs";
import { actor, actors, hasPart, statement, statements, topics } from "./support/seeds.mjs";
import { StartPage } from "./support/start.mjs";

const ROLES = ["speaker", "agent", "relay", "audience", "subject"];
const OF_A_THING = ["What it says", "What it does", "What it relays", "What is said to it", "What is said of it"];
const OF_PEOPLE = ["What they say", "What they do", "What they relay", "What is said to them", "What is said of them"];
const headings = ({ kind }) => (["person", "group", "unnamed"].includes(kind) ? OF_PEOPLE : OF_A_THING);

const having = (slug, ...roles) => statements.filter((it) => hasPart(it, slug, roles)).map((it) => it.id).sort();

reader("lists every actor once, under its camp", async ({ briefing }) => {
  const page = ActorsPage.of(briefing);
  await page.open("#/actors");
  const camps = await page.camps();
  for (const camp of camps) assert.equal(camp.count, camp.names.length, camp.heading);
  assert.deepEqual(camps.flatMap((camp) => camp.names).sort(), actors.map((it) => it.name).sort());
});

reader("goes from the actors to one of them", async ({ briefing }) => {
  const page = ActorsPage.of(briefing);
  await page.open("#/actors");
  await page.actor("Uzbekistan").click();
  await eventually(async () => assert.equal(await page.headline.innerText(), "Uzbekistan"));
  assert.equal(page.link, "#/actor/uzbekistan");
});

for (const slug of ["uzbekistan", "us-defense-department", "sputnik-uzbekistan", "afghanistan-neighbours"]) {
  reader(`shows what ${slug} has a part in, and where it is silent`, async ({ briefing }) => {
    const page = ActorPage.of(briefing);
    await page.open(`#/actor/${slug}`);
    assert.equal(await page.headline.innerText(), actor(slug).name);
    for (const [index, heading] of headings(actor(slug)).entries()) {
      const role = ROLES[index];
      const expected = having(slug, role);
      if (expected.length === 0) {
        assert.equal(await page.section(heading).count(), 0, heading);
        continue;
      }
      const { count, slugs } = await page.statementsOf(heading);
      assert.equal(count, slugs.length, heading);
      assert.deepEqual(slugs.sort(), expected, heading);
    }
    const active = having(slug, "speaker", "agent").map(statement);
    const silent = topics.filter((topic) => !active.some((it) => it.topics.includes(topic.id)));
    const said = await page.factsUnder("Silent on").innerText();
    for (const topic of topics) assert.equal(said.includes(topic.name), silent.includes(topic), `${topic.name} in “${said}”`);
  });
}

reader("leads from an actor to its statements on the start page, and to those on a topic", async ({ briefing }) => {
  const page = ActorPage.of(briefing);
  const start = StartPage.of(briefing);
  await page.open("#/actor/uzbekistan");
  const topic = page.factsUnder("Speaks or acts on").getByRole("listitem").first();
  const promised = Number(/\d+$/.exec((await topic.innerText()).trim())[0]);
  await page.filtered.click();
  const shown = await start.shows(statements.filter((it) => hasPart(it, "uzbekistan")).length);
  assert.ok(shown.every((slug) => hasPart(statement(slug), "uzbekistan")));
  await page.page.goBack();
  await topic.getByRole("link").click();
  await start.shows(promised);
});

reader("leads from an actor to comparisons with others", async ({ briefing }) => {
  const page = ActorPage.of(briefing);
  await page.open("#/actor/uzbekistan");
  const names = (await page.comparisons.allInnerTexts()).map((text) => text.replace(/^with /, ""));
  assert.ok(names.length > 0);
  await page.comparisons.first().click();
  const compare = ComparePage.of(briefing);
  await compare.table.waitFor();
  assert.deepEqual(await compare.columns(), ["Uzbekistan", names[0]]);
});

reader("opens a statement of an actor on the start page", async ({ briefing }) => {
  const page = ActorPage.of(briefing);
  await page.open("#/actor/kremlin");
  await page.section("What it says").getByRole("article").getByRole("link", { name: /not to allow US and NATO forces/ }).click();
  await eventually(() => assert.equal(page.link, "#/?statement=kremlin-no-us-forces"));
  const card = StartPage.of(briefing).card("kremlin-no-us-forces");
  await eventually(async () => assert.ok(await card.isOpen()));
});
