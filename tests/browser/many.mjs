// A briefing of twelve documents of four outlets and a ministry, `examples/aldport`: `cargo xtask test --only large`. What tells
// documents apart, and the ways through many of them.

import assert from "node:assert/strict";
import { baseUrl, reader } from "./harness.mjs";
import { eventually } from "./support/eventually.mjs";
import { actor, documents, statements } from "./support/seeds.mjs";
import { StartPage } from "./support/start.mjs";
import { overflow } from "./support/visual.mjs";

const slug = ({ file }) => file.replace(/\.txt$/, "");
const byDay = documents.toSorted((a, b) => a.published.localeCompare(b.published));
const outlets = [...new Set(documents.map(({ outlet }) => outlet))];
/** Only those near the screen are drawn. */
const shows = (start, number) => eventually(async () => assert.equal(await start.shown(), number));
const picker = (page) => page.getByRole("navigation", { name: "Documents" });

reader("asks for the statements of one outlet", async ({ briefing }) => {
  const start = StartPage.of(briefing);
  await start.open();
  const facet = start.facet("Outlet");
  const values = await facet.values();
  const of = (outlet) => statements.filter(({ document }) => document.outlet === outlet).length;
  const expected = outlets.map((id) => [actor(id).short ?? actor(id).name, of(id)]);
  assert.deepEqual(Object.fromEntries(values.map(({ label, count }) => [label, count])), Object.fromEntries(expected));
  await facet.value("Tidewire").click();
  await shows(start, of("tidewire"));
  assert.equal(start.link, "#/?outlet=tidewire");
  await start.chips.filter({ hasText: "Tidewire" }).click();
  await shows(start, statements.length);
});

reader("reads the headline of a document once, and begins with the first document", async ({ briefing, page }) => {
  await briefing.open();
  await briefing.pages.getByRole("link", { name: "Source" }).click();
  await eventually(async () => assert.equal(await briefing.headline.textContent(), byDay[0].title));
  await picker(page).getByText("Document 1 of 12").waitFor();
  const shown = briefing.main.getByText(byDay[0].title, { exact: true }).filter({ visible: true });
  assert.equal(await shown.count(), 1);
});

reader("is told of each document when it was published, and by whom", async ({ briefing }) => {
  const start = StartPage.of(briefing);
  await start.open();
  const texts = await start.facet("Document").root.getByRole("listitem", { includeHidden: true }).evaluateAll((items) => items.map((item) => item.textContent));
  assert.equal(texts.length, documents.length);
  byDay.forEach(({ title, outlet, published }, index) => {
    const { name, short = name } = actor(outlet);
    const day = new Date(published).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
    for (const words of [title, short, day]) assert.ok(texts[index].includes(words), `no ${words} in ${texts[index]}`);
  });
});

reader("sees which actor is a part of which, and hears it", async ({ briefing }) => {
  const start = StartPage.of(briefing);
  await start.open();
  const facet = start.facet("Actor");
  const part = facet.root.getByRole("link", { name: /, part of / }).first();
  const text = await part.textContent();
  const whole = /, part of (.*?)[\d\u202f]+ statements?$/.exec(text)?.[1];
  assert.ok(whole, text);
  const edge = (link) => link.locator(".label").evaluate((label) => label.getBoundingClientRect().left);
  assert.ok((await edge(part)) > (await edge(facet.value(whole))), "the part is further in");
  await facet.root.getByRole("searchbox", { name: "Find an actor" }).fill("licensing office");
  await facet.root.getByRole("link", { name: /^Licensing Office/ }).waitFor();
});

reader("is told what is not on the axis, and sees that alone", async ({ briefing }) => {
  const start = StartPage.of(briefing);
  await start.open();
  const off = start.axis.getByRole("link", { name: new RegExp(`^\\d+ of ${statements.length} statements$`) });
  const number = Number(/^\d+/.exec(await off.innerText())[0]);
  await off.click();
  await shows(start, number);
  await start.axis.getByRole("link", { name: `All ${number} statements` }).click();
  await shows(start, statements.length);
  const heights = await start.times.evaluateAll((times) =>
    times.map((time) => {
      const bars = [...time.querySelectorAll(".count-bar")].map((bar) => bar.getBoundingClientRect().height);
      return [Number(/: (\d+) statement/.exec(time.textContent)[1]), bars.reduce((sum, height) => sum + height, 0)];
    }),
  );
  const [most] = heights.toSorted((a, b) => b[0] - a[0]);
  for (const [count, height] of heights) assert.ok(Math.abs(height / most[1] - count / most[0]) < 0.1, `${count} is ${height} px high`);
});

for (const width of [320, 1440]) {
  reader(`goes through the documents by the keyboard, ${width} px wide`, { width }, async ({ briefing, page }) => {
    await briefing.open(`#/source/${slug(byDay[4])}`);
    const list = picker(page);
    const line = list.getByText("Document 5 of 12");
    assert.equal(await list.getByRole("listitem").count(), 0, "the list is folded");
    assert.ok((await list.boundingBox()).height < 100, "it takes little room");
    await line.press("Enter");
    const titles = await list.getByRole("listitem").getByRole("link").allInnerTexts();
    assert.deepEqual(titles, byDay.map(({ title }) => title));
    assert.equal(await list.locator("[aria-current=true]").innerText(), byDay[4].title);
    assert.deepEqual(await overflow(page), { by: 0, what: "" });
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await eventually(() => assert.equal(briefing.link, `#/source/${slug(byDay[0])}`));
    await list.getByText("Document 1 of 12").waitFor();
    assert.equal(await list.getByRole("listitem").count(), 0, "and again");
    assert.equal(await list.getByRole("link", { name: /^Earlier/ }).count(), 0);
    await list.getByRole("link", { name: `Later document: ${byDay[1].title}` }).press("Enter");
    await eventually(() => assert.equal(briefing.link, `#/source/${slug(byDay[1])}`));
  });
}

reader("goes through the documents without the program", { javaScriptEnabled: false }, async ({ page, watch }) => {
  watch.allow(/^csp: .*\.js$/);
  await page.goto(new URL(`d/${slug(byDay[4])}.html`, baseUrl).href);
  await picker(page).getByText("Document 5 of 12").click();
  await picker(page).getByRole("link", { name: byDay[7].title }).click();
  await page.waitForURL(new RegExp(`d/${slug(byDay[7])}.html$`));
  await picker(page).getByRole("link", { name: /^Earlier/ }).click();
  await page.waitForURL(new RegExp(`d/${slug(byDay[6])}.html$`));
});

for (const width of [390, 1440]) {
  reader(`goes to a camp of the actors, ${width} px wide`, { width }, async ({ briefing, page }) => {
    await briefing.open("#/actors");
    const camps = page.getByRole("navigation", { name: "Camps" }).getByRole("button");
    const headings = briefing.main.getByRole("heading", { level: 2 });
    assert.equal(await camps.count(), await headings.count());
    const last = await camps.last().innerText();
    await camps.last().press("Enter");
    await eventually(async () => assert.ok((await briefing.focus()).name.startsWith(last)));
    const top = await headings.last().evaluate((heading) => heading.getBoundingClientRect().top);
    assert.ok(top >= 0 && top < 900, `the camp is at ${top}`);
    assert.equal(briefing.link, "#/actors");
  });
}

reader("reads of a person as of a person", async ({ briefing }) => {
  await briefing.open("#/actor/ragna-holt");
  await briefing.main.getByRole("heading", { name: /^What they say/ }).waitFor();
  await briefing.go("#/actor/harbour-board");
  await briefing.main.getByRole("heading", { name: /^What it says/ }).waitFor();
});

// Statements with so many relations that their cards are higher than the window of a telephone, and some others.
const HIGH_CARDS = [
  "source-side-letter",
  "solvane-every-harbour-has-one",
  "ministry-copy-18-march",
  "crewman-buoy-off",
  "darcourt-costs-nothing",
  "holt-i-was-wrong",
];

for (const width of [320, 390]) {
  reader(`comes by a link to the statement that it names, ${width} px wide`, { width, height: 844 }, async ({ page }) => {
    const others = statements.filter((_, index) => index % 40 === 20).map(({ id }) => id);
    for (const id of [...HIGH_CARDS, ...others]) {
      await page.goto("about:blank");
      await page.goto(new URL(`#/?statement=${id}`, baseUrl).href);
      const card = page.locator(`#s-${id}`);
      await card.waitFor();
      // The list measures its cards for some frames, and holds this one in its place.
      await page.waitForTimeout(400);
      const { top, bottom, height } = await card.evaluate((card) => {
        const { top, bottom } = card.getBoundingClientRect();
        return { top, bottom, height: innerHeight };
      });
      const isInSight = bottom - top > height ? top >= -8 && top < height / 2 : top >= -8 && bottom <= height + 8;
      assert.ok(isInSight, `${id} is from ${top} to ${bottom} in a window of ${height}`);
    }
  });
}

reader("prints the bars of the time axis", async ({ briefing, page }) => {
  await briefing.open();
  await briefing.settled();
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  const heights = await page.locator(".print-document .printed-axis rect.count-bar").evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect().height));
  assert.ok(heights.length > 4 && heights.every((height) => height > 0), heights.join(" "));
});
