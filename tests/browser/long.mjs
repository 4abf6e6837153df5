// A briefing with more statements than are drawn: `cargo xtask test --only long`. What is on the page is bounded by the
// screen, and a reader does not notice.

import assert from "node:assert/strict";
import { reader } from "./harness.mjs";
import { eventually } from "./support/eventually.mjs";
import { routes } from "./support/routes.mjs";
import { StartPage } from "./support/start.mjs";

// What the screen shows at most with its margins, with short statements.
const MOST_DRAWN = 60;

/** What of the list is on the screen: the slugs, and how far the first one is from the top. */
function onScreen(page) {
  return page.evaluate(() => {
    const visible = [...document.querySelectorAll("article.st:not([data-kept])")].filter((card) => {
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
    const cards = [...document.querySelectorAll("article.st")].map((card) => [card, card.getBoundingClientRect()]);
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

reader("has as few elements on an actor's page, and every statement", async ({ briefing, page }) => {
  await briefing.open(routes.actors);
  const links = await briefing.main.locator("h3 a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  await briefing.open(links[0]);
  await eventually(async () => assert.ok((await briefing.statements.count()) <= MOST_DRAWN));
  assert.ok((await briefing.statements.count()) > 0);
});

reader("is asked before all of it is printed", async ({ briefing, page }) => {
  await page.addInitScript(() => (window.print = () => (globalThis.printed = document.querySelectorAll(".paper .item").length)));
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
