// A briefing with more statements than are drawn: `cargo xtask test --only large`. What is on the page is bounded by the
// screen, and a reader does not notice.

import assert from "node:assert/strict";
import { reader } from "./harness.mjs";
import { eventually } from "./support/eventually.mjs";
import { routes } from "./support/routes.mjs";
import { documents } from "./support/seeds.mjs";
import { StartPage } from "./support/start.mjs";

// What the screen shows at most with its margins, with short statements.
const MOST_DRAWN = 60;

/** What of the list is on the screen: the slugs, and how far the first one is from the top. */
function onScreen(page) {
  return page.evaluate(() => {
    const visible = [...document.querySelectorAll("article.statement:not([data-kept])")].filter((card) => {
      const { top, bottom } = card.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
    const slugs = visible.map((card) => card.id.slice(2));
    return { slugs, top: visible[0]?.getBoundingClientRect().top };
  });
}

/** Two frames: the one that draws, and the one that looks again. */
const settled = (briefing) => briefing.drawn();

async function scrollTo(briefing, top) {
  await briefing.page.evaluate((top) => scrollTo(0, top), top);
  await settled(briefing);
}

/** Statements are on the screen, and not many more on the page. */
async function isBounded(start) {
  await eventually(async () => assert.ok((await onScreen(start.page)).slugs.length > 0, "nothing is on the screen"));
  const drawn = await start.cards.count();
  assert.ok(drawn <= MOST_DRAWN, `${drawn} statements are drawn`);
}

/** Scrolls down through all of the page, as a reader does. What came by, and how it went. */
async function scrollThrough() {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const [seen, result] = [new Set(), { drawn: 0, jumped: 0, blank: 0 }];
  for (let end = false; !end; ) {
    const cards = [...document.querySelectorAll("article.statement")].map((card) => [card, card.getBoundingClientRect()]);
    const visible = cards.filter(([, { top, bottom }]) => bottom > 0 && top < innerHeight);
    visible.forEach(([card]) => seen.add(card.id));
    result.drawn = Math.max(result.drawn, cards.length);
    if (seen.size > 0 && visible.length === 0) result.blank += 1;
    const from = scrollY;
    scrollBy(0, innerHeight * 0.8);
    const by = scrollY - from;
    await frame();
    await frame();
    end = by === 0;
    const [last, before] = visible.at(-1) ?? [];
    if (last && !end) result.jumped = Math.max(result.jumped, Math.abs(last.getBoundingClientRect().top - (before.top - by)));
  }
  return { ...result, seen: seen.size };
}

for (const width of [390, 1440]) {
  reader(`scrolls through all of a long list, ${width} pixels wide`, { width }, async ({ briefing, page }) => {
    const start = StartPage.of(briefing);
    await start.open("#/?by=none");
    const number = await start.shown();
    assert.ok(number > MOST_DRAWN * 5);
    const { drawn, jumped, blank, seen } = await page.evaluate(scrollThrough);
    assert.equal(seen, number);
    assert.equal(blank, 0, "screens without a statement");
    assert.ok(drawn <= MOST_DRAWN, `${drawn} statements were drawn`);
    assert.ok(jumped < 2, `what was on the screen jumped by ${jumped} pixels`);
  });
}

reader("goes to both ends by the keyboard, and drags the scroll bar", async ({ briefing, page }) => {
  const start = StartPage.of(briefing);
  await start.open(routes.briefing);
  // The foot of the page is below the list.
  await start.settled();
  await page.keyboard.press("End");
  await isBounded(start);
  await eventually(async () => {
    const left = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight - scrollY);
    assert.ok(left < 2, `${left} pixels are left below`);
  });
  for (const share of [0.8, 0.1, 0.5, 0.3]) {
    await scrollTo(briefing, await page.evaluate((share) => document.documentElement.scrollHeight * share, share));
    await isBounded(start);
  }
  await page.keyboard.press("Home");
  await eventually(async () => assert.equal(await page.evaluate(() => scrollY), 0));
});

reader("says of each card which of how many it is", async ({ briefing }) => {
  const start = StartPage.of(briefing);
  await start.open("#/?by=none");
  const number = await start.shown();
  const places = () => start.cards.evaluateAll((cards) => cards.map((card) => [card.ariaPosInSet, card.ariaSetSize].map(Number)));
  const first = await places();
  assert.deepEqual(first, first.map((_, index) => [index + 1, number]));
  await scrollTo(briefing, 20_000);
  const later = await places();
  assert.ok(later[0][0] > 50);
  assert.deepEqual(later, later.map((_, index) => [later[0][0] + index, number]));
});

reader("opens a link to a statement far below, comes back to it, and reloads", async ({ briefing, page }) => {
  const start = StartPage.of(briefing);
  await start.open("#/?by=none");
  await page.keyboard.press("End");
  await isBounded(start);
  const slug = (await onScreen(page)).slugs[0];
  const isThere = () => eventually(async () => assert.ok((await onScreen(page)).slugs.includes(slug), `${slug} is not on the screen`));
  await page.goto("about:blank");
  await start.open(`#/?by=none&statement=${slug}`);
  await isThere();
  await page.reload();
  await start.started();
  await isThere();
  const { top } = await onScreen(page);
  await page.evaluate(() => document.querySelector("a[href='#/actors']").click());
  await eventually(async () => assert.equal(await start.cards.count(), 0));
  await page.goBack();
  await isThere();
  await eventually(async () => assert.ok(Math.abs((await onScreen(page)).top - top) < 2, "it is elsewhere on the screen"));
});

reader("keeps the focus on a card that is scrolled away, and goes on from there", async ({ briefing, page }) => {
  const start = StartPage.of(briefing);
  await start.open("#/?by=none");
  await scrollTo(briefing, 20_000);
  const { slugs } = await onScreen(page);
  await page.evaluate((slug) => document.getElementById(`o-${slug}`).focus(), slugs[0]);
  const focus = () => page.evaluate(() => document.activeElement.closest("article")?.id);
  for (const top of [3_000, 60_000, 2_000]) {
    await scrollTo(briefing, top);
    assert.equal(await focus(), `s-${slugs[0]}`);
    await isBounded(start);
  }
  await page.keyboard.press("j");
  await eventually(async () => assert.equal(await focus(), `s-${slugs[1]}`));
  await eventually(async () => assert.ok((await onScreen(page)).slugs.includes(slugs[1])));
});

reader("tabs from card to card beyond those that were drawn", async ({ briefing, page }) => {
  const start = StartPage.of(briefing);
  await start.open("#/?by=none");
  const drawn = await start.slugs();
  await page.evaluate((slug) => document.getElementById(`o-${slug}`).focus(), drawn.at(-1));
  const seen = [];
  for (let time = 0; time < 40; time += 1) {
    await page.keyboard.press("Tab");
    const slug = await page.evaluate(() => document.activeElement.closest("article")?.id.slice(2));
    assert.ok(slug, "the focus left the list");
    if (seen.at(-1) !== slug) seen.push(slug);
  }
  assert.ok(seen.length >= 3 && !drawn.includes(seen.at(-1)), `only ${seen}`);
});

reader("chooses and searches far down, and sees the end of what is left", async ({ briefing, page }) => {
  const start = StartPage.of(briefing);
  await start.open("#/?by=none");
  const all = await start.shown();
  await scrollTo(briefing, 30_000);
  await page.evaluate(() => document.querySelector("#filter a.value[href]").click());
  await eventually(async () => assert.ok((await start.shown()) < all));
  await isBounded(start);
  await page.goBack();
  await eventually(async () => assert.equal(await start.shown(), all));
  await isBounded(start);
});

reader("goes through all values of a long facet by the keyboard, and chooses one of the last", async ({ briefing, page }) => {
  const start = StartPage.of(briefing);
  await start.open(routes.briefing);
  await start.settled();
  const facet = start.facet("Actor");
  const listed = async () => (await facet.values()).map(({ label }) => label);
  const more = facet.root.getByRole("button", { name: /^Show \d+ more actors$/ });
  const said = facet.root.getByRole("status");
  assert.equal(await said.innerText(), "");
  for (let before = await listed(); (await more.count()) > 0; before = await listed()) {
    await more.focus();
    await page.keyboard.press("Enter");
    await eventually(async () => assert.ok((await listed()).length > before.length));
    const now = await listed();
    assert.deepEqual(now.slice(0, before.length), before, "what is listed stays where it is");
    // The first of the new ones has the focus, and the next are behind it.
    await eventually(async () => assert.ok((await briefing.focus()).name.startsWith(now[before.length])));
    await eventually(async () => assert.match(await said.innerText(), new RegExp(`^(${now.length} of )?\\d+ actors$`)));
  }
  const all = await listed();
  assert.equal(new Set(all).size, all.length);
  assert.ok(all.length > 100, `${all.length} actors`);
  const number = await start.shown();
  const last = (await facet.values()).findLast(({ leads, count }) => leads && count < number);
  await facet.value(last.label).last().focus();
  await page.keyboard.press("Enter");
  await start.shows(last.count);
  assert.equal((await listed()).length, all.length, "they stay listed");
  await facet.root.getByRole("button", { name: "Show fewer" }).press("Enter");
  await eventually(async () => assert.ok((await listed()).length < 12));
  assert.equal((await briefing.focus()).id, "find-actor");
});

reader("finds a value of a long facet by its name", async ({ briefing }) => {
  const start = StartPage.of(briefing);
  await start.open(routes.briefing);
  await start.settled();
  const facet = start.facet("Actor");
  const box = facet.root.getByRole("searchbox", { name: "Find an actor" });
  await box.fill("ministry");
  const said = facet.root.getByRole("status");
  await eventually(async () => assert.match(await said.innerText(), /^(\d+ of )?\d+ actors$/));
  const found = await facet.root.getByRole("listitem").filter({ visible: true }).allInnerTexts();
  assert.ok(found.length > 3 && found.every((text) => /ministry/i.test(text)), found.join());
  await box.fill("nobody of that name");
  await facet.root.getByText("No actor has this in its name").waitFor();
  await box.fill("");
  await eventually(async () => assert.equal(await said.innerText(), ""));
});

reader("is told what the groups by time are", async ({ briefing }) => {
  const start = StartPage.of(briefing);
  await start.open(routes.briefing);
  const groupings = start.arrangement("Group by");
  assert.equal(await groupings.first().innerText(), "Month");
  await groupings.filter({ hasText: "Topic" }).click();
  await eventually(async () => assert.equal(await groupings.first().innerText(), "Date"));
});

reader("prints by the browser's own menu what can be printed at once, and is told how to print the rest", async ({ briefing, page }) => {
  const start = StartPage.of(briefing);
  await start.open("#/?by=none");
  await start.settled();
  const printed = () =>
    page.evaluate(() => {
      dispatchEvent(new Event("beforeprint"));
      const paper = document.querySelector(".print-document");
      const [text, entries] = [paper.textContent, paper.querySelectorAll(".item").length];
      dispatchEvent(new Event("afterprint"));
      return { text, entries };
    });
  await eventually(async () => assert.match((await printed()).text, /“Print this view”, at the foot of the page/));
  assert.equal((await printed()).entries, 0);
  await page.evaluate(() => document.querySelector("#filter section:nth-of-type(3) a.value[href]").click());
  await eventually(async () => assert.ok((await start.shown()) < 500));
  const number = await start.shown();
  // The texts come as they are asked for.
  await page.getByRole("button", { name: "Print this view" }).waitFor();
  await page.evaluate(() => (window.print = () => {}));
  await page.getByRole("button", { name: "Print this view" }).click();
  await eventually(async () => assert.equal((await printed()).entries, number));
});

reader("has as few elements on an actor's page, and every statement", async ({ briefing, page }) => {
  await briefing.open(routes.actors);
  const links = await briefing.main.locator("h3 a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  await briefing.open(links[0]);
  await eventually(async () => assert.ok((await briefing.statements.count()) <= MOST_DRAWN));
  assert.ok((await briefing.statements.count()) > 0);
});

reader("is asked before all of it is printed", async ({ briefing, page }) => {
  await page.addInitScript(() => (window.print = () => (globalThis.printed = document.querySelectorAll(".print-document .item").length)));
  const start = StartPage.of(briefing);
  await start.open("#/?by=none");
  await briefing.settled();
  const number = await start.shown();
  const print = page.getByRole("button", { name: "Print this view" });
  await print.click();
  await page.getByText(/^This prints .* statements/).waitFor();
  await page.getByRole("button", { name: "Cancel" }).click();
  await print.click();
  await page.getByRole("button", { name: "Print them all" }).click();
  await eventually(async () => assert.equal(await page.evaluate(() => globalThis.printed), number));
});

reader("finds one of very many documents from the text of another", { width: 390 }, async ({ briefing, page }) => {
  const slug = ({ file }) => file.replace(/\.txt$/, "");
  const wanted = documents.at(-1);
  await briefing.open(`#/source/${slug(documents[0])}`);
  const list = page.getByRole("navigation", { name: "Documents" });
  await list.getByText(/^Document \d+ of \d+$/).press("Enter");
  const titles = list.getByRole("listitem").getByRole("link");
  const around = await titles.count();
  assert.ok(around > 3 && around < 15, `${around} are listed`);
  const find = page.getByRole("searchbox", { name: "Find a document" });
  await find.fill("no document has this");
  await list.getByRole("status").getByText("No document has this in its headline, outlet or day").waitFor();
  await find.fill(wanted.title);
  await titles.filter({ hasText: wanted.title }).first().press("Enter");
  await eventually(async () => assert.ok((await briefing.headline.innerText()).includes(wanted.title)));
  const year = wanted.published.slice(0, 4);
  await list.getByText(/^Document \d+ of \d+$/).press("Enter");
  await find.fill(year.slice(0, 3));
  await list.getByRole("status").getByText(/^40 of \d+ documents$/).waitFor();
  const first = await titles.count();
  await list.getByRole("button", { name: /^Show \d+ more documents$/ }).press("Enter");
  await eventually(async () => assert.ok((await titles.count()) > first));
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.getAttribute("href")), await titles.nth(first).getAttribute("href")));
});
