// The discourse network: its weights are those of Discourse Network Analyzer, computed here from the files of the corpus by
// the formulas of its manual; everything that can be chosen is in the link.

import assert from "node:assert/strict";
import { reader } from "./harness.mjs";
import { eventually } from "./support/eventually.mjs";
import { opened } from "./support/overview.mjs";
import { shortName, statements, topics, wholeOf } from "./support/seeds.mjs";

const TITLE = "The discourse network";
const list = (value) => (value === undefined ? [] : [value].flat());

/** The array X of the manual: x(i, j, k) counts the statements of actor i on topic j with position k. */
const counts = new Map();
for (const { form, speaker, agent, topics, position } of statements) {
  if (!["supports", "opposes"].includes(position)) continue;
  for (const i of new Set(list(form === "act" ? agent : speaker).map(wholeOf))) {
    for (const j of topics) counts.set(`${i} ${j} ${position}`, (counts.get(`${i} ${j} ${position}`) ?? 0) + 1);
  }
}
const x = (i, j, k) => counts.get(`${i} ${j} ${k}`) ?? 0;
const names = [...new Set([...counts.keys()].map((key) => key.split(" ")[0]))];
const cells = topics.flatMap(({ id }) => [[id, "supports"], [id, "opposes"]]);
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
const activity = (i) => sum(cells.map(([j, k]) => x(i, j, k)));

const NORMALISATIONS = {
  "Average activity": (i, other) => (activity(i) + activity(other)) / 2,
  None: () => 1,
  Jaccard: (i, other) =>
    sum(cells.map(([j, k]) => (x(other, j, k) === 0 ? x(i, j, k) : 0))) +
    sum(cells.map(([j, k]) => (x(i, j, k) === 0 ? x(other, j, k) : 0))) +
    sum(cells.map(([j, k]) => x(i, j, k) * x(other, j, k))),
  Cosine: (i, other) => activity(i) * activity(other),
};

/** The ties by agreement: two names and a weight with up to three decimals. */
function congruence(norm) {
  const ties = names.flatMap((i, index) =>
    names.slice(index + 1).map((other) => {
      const weight = sum(cells.map(([j, k]) => x(i, j, k) * x(other, j, k))) / norm(i, other);
      return [[shortName(i), shortName(other)].sort().join(" "), String(Number(weight.toFixed(3)))];
    }),
  );
  return ties.filter(([, weight]) => weight !== "0").sort();
}

async function ties(overview) {
  const rows = await overview.rows(TITLE);
  return rows.map(([one, other, weight]) => [[one, other].sort().join(" "), weight]).sort();
}

reader("reads the weights of Discourse Network Analyzer, under each of its normalisations", async ({ briefing }) => {
  const overview = await opened(briefing, "#/overview?table=network", TITLE);
  await overview.table(TITLE).waitFor();
  for (const [name, norm] of Object.entries(NORMALISATIONS)) {
    await overview.choose(TITLE, "Normalised by", name);
    await eventually(async () => assert.deepEqual(await ties(overview), congruence(norm), name));
  }
  assert.match(overview.link, /weight=cosine/);
});

reader("chooses what joins the nodes, and finds it again by the link", async ({ briefing, page }) => {
  const overview = await opened(briefing, "#/overview", TITLE);
  await overview.choose(TITLE, "Ties", "Actors and topics");
  await eventually(() => assert.equal(overview.link, "#/overview?network=affiliation"));
  await overview.choose(TITLE, "Normalised by", "Prominence");
  await overview.choose(TITLE, "Duplicates", "Once a document");
  await overview.choose(TITLE, "Strength", "From 50 %");
  const link = "#/overview?network=affiliation&weight=prominence&duplicates=document&least=50";
  await eventually(() => assert.equal(overview.link, link));
  await overview.figure(TITLE).getByText("normalised by prominence, duplicates within a document counted once").waitFor();
  const drawn = await overview.names(TITLE);
  await page.reload();
  await overview.figure(TITLE).locator("svg").waitFor();
  assert.deepEqual(await overview.names(TITLE), drawn);
  await overview.choose(TITLE, "Ties", "Agreement");
  await overview.figure(TITLE).getByText("normalised by average activity").waitFor();
});

reader("is told where nobody is opposed to anybody", async ({ briefing }) => {
  const overview = await opened(briefing, "#/overview?network=conflict", TITLE);
  await overview.figure(TITLE).getByText("no two of them are on opposite sides of a topic").waitFor();
  assert.equal(await overview.figure(TITLE).locator("svg").count(), 0);
});

reader("goes from a tie and from a node to their statements", async ({ briefing, page }) => {
  const overview = await opened(briefing, "#/overview", TITLE);
  await overview.part("United States and Uzbekistan agree", TITLE).press("Enter");
  await eventually(() =>
    assert.match(overview.link, /^#\/\?actor=united-states,uzbekistan&role=speaker,agent&topic=[\w,-]+&position=supports,opposes$/),
  );
  await page.goBack();
  await overview.part("Russia takes sides", TITLE).press("Enter");
  await eventually(() => assert.equal(overview.link, "#/?actor=russia&role=speaker,agent&position=supports,opposes"));
});

for (const width of [320, 390, 820]) {
  reader(`sees the network on a page of ${width} pixels, which does not scroll sideways`, { width }, async ({ briefing, page }) => {
    const overview = await opened(briefing, "#/overview?network=affiliation", TITLE);
    const drawn = await overview.figure(TITLE).locator("svg").evaluate((svg) => svg.getBoundingClientRect().right);
    assert.ok(drawn <= width, `the drawing ends at ${drawn}`);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wider <= 0, `${wider} pixels wider`);
    // No label runs out of the drawing.
    const cut = await overview.figure(TITLE).locator("svg text").evaluateAll((texts) => {
      const frame = texts[0].ownerSVGElement.getBoundingClientRect();
      const outside = (text) => text.getBoundingClientRect().right > frame.right + 2 || text.getBoundingClientRect().left < frame.left - 2;
      return texts.filter(outside).map((text) => text.textContent);
    });
    assert.deepEqual(cut, []);
  });
}
