// The page of one text of megabytes, with a bundle of its own: `cargo xtask test --only large`. It is drawn around the reader,
// who notices that nowhere but in the search of the browser: scrolling, links, history, keyboard and print reach all of it.

import assert from "node:assert/strict";
import { reader } from "./harness.mjs";
import { eventually } from "./support/eventually.mjs";
import { documents, statements } from "./support/seeds.mjs";
import { SourcePage } from "./support/source.mjs";

// The most elements of the page. Whole, it would have five a paragraph.
const MOST_ELEMENTS = 1500;

const SOURCE = `#/source/${documents[0].file.replace(/\.txt$/, "")}`;
const own = statements.filter(({ document }) => document === documents[0]);
const blocks = documents[0].text.trim().split(/\n\s*\n/);
const SIZES = [{ width: 390, height: 844 }, { width: 1440, height: 900 }];

/** The block at a height of the window: its words without the number, and how far it is from the top. */
function at(page, height) {
  return page.evaluate((height) => {
    const text = document.querySelector(".text.long");
    const block = [...text.children].find((block) => !block.hasAttribute("data-kept") && block.getBoundingClientRect().bottom > height);
    if (!block) return { id: "", words: "", top: Infinity, isLast: false };
    const copy = block.firstElementChild.cloneNode(true);
    for (const added of copy.querySelectorAll(".number, .card-inline")) added.remove();
    return { id: block.id, words: copy.textContent.trim(), top: block.getBoundingClientRect().top };
  }, height);
}

/** The whole window is full of words, or of what comes before and after them. */
async function isFull(page) {
  const { blank, elements } = await page.evaluate(() => {
    const text = document.querySelector(".text.long");
    const near = [...text.children].filter((block) => !block.hasAttribute("data-kept"));
    const { top, bottom } = text.getBoundingClientRect();
    const first = near[0].getBoundingClientRect().top;
    const last = near.at(-1).getBoundingClientRect().bottom;
    return {
      blank: Math.max(first - Math.max(top, 0), Math.min(bottom, innerHeight) - last - 2),
      elements: document.querySelectorAll("#main *").length,
    };
  });
  assert.ok(blank <= 20, `${blank} pixels are blank`);
  assert.ok(elements < MOST_ELEMENTS, `${elements} elements`);
}

async function scrollTo(briefing, share) {
  await briefing.page.evaluate((share) => scrollTo(0, share * document.documentElement.scrollHeight), share);
  await briefing.drawn();
  await eventually(() => isFull(briefing.page));
}

async function isShown(page, { id }) {
  await eventually(async () => {
    const { top, bottom, height } = await page.evaluate((id) => {
      const { top, bottom } = document.getElementById(`s-${id}`)?.getBoundingClientRect() ?? {};
      return { top, bottom, height: innerHeight };
    }, id);
    assert.ok(top >= 0 && bottom <= height, `${id} is at ${top}`);
  });
}

for (const size of SIZES) {
  reader(`is drawn where the reader is, and nowhere else, ${size.width} pixels wide`, size, async ({ briefing, page }) => {
    await briefing.open(SOURCE);
    await isFull(page);
    for (const share of [0.1, 0.5, 0.51, 0.9, 0.3, 0]) await scrollTo(briefing, share);
    const first = await at(page, 0);
    assert.equal(first.words, blocks.find((block) => block !== documents[0].title));
    await page.keyboard.press("End");
    await eventually(async () => {
      await isFull(page);
      const last = await page.evaluate(() => document.querySelector(".text.long > :last-child p").textContent);
      assert.ok(last.endsWith(blocks.at(-1)), last);
      assert.ok(await page.evaluate(() => document.querySelector(".text.long > :last-child").getBoundingClientRect().top < innerHeight));
    });
    await page.keyboard.press("Home");
    await eventually(async () => {
      assert.equal(await briefing.scrolled(), 0);
      assert.equal((await at(page, 0)).id, first.id);
    });
  });

  reader(`does not jump while the reader scrolls, ${size.width} pixels wide`, size, async ({ briefing, page }) => {
    await briefing.open(SOURCE);
    await scrollTo(briefing, 0.4);
    for (const step of [300, 300, 300, 300, 300, -300, -300, -300, -300, -300, -300, -300]) {
      const before = await at(page, 400);
      await page.evaluate((step) => scrollBy(0, step), step);
      await briefing.drawn();
      await briefing.drawn();
      const top = await page.evaluate((id) => document.getElementById(id).getBoundingClientRect().top, before.id);
      assert.ok(Math.abs(top - (before.top - step)) <= 2, `${before.id} was at ${before.top} and is at ${top} after ${step}`);
      await isFull(page);
    }
  });

  reader(`a link leads to each statement, and back to where the reader was, ${size.width} pixels wide`, size, async ({ briefing, page }) => {
    for (const statement of [own.at(-1), own[0], own[Math.floor(own.length / 2)]]) {
      await briefing.open("#/about");
      await briefing.go(`${SOURCE}?statement=${statement.id}`);
      await briefing.started();
      await isShown(page, statement);
      await isFull(page);
    }
    // What is in sight is opened where it is.
    const passage = page.locator(".text.long > :not([data-kept]) p a").first();
    const isAt = () => passage.evaluate((it) => it.getBoundingClientRect().top);
    await passage.evaluate((it) => scrollBy(0, it.getBoundingClientRect().top - 500));
    await briefing.drawn();
    const top = await isAt();
    await passage.evaluate((it) => it.click());
    await briefing.drawn();
    await briefing.drawn();
    assert.ok(Math.abs((await isAt()) - top) <= 2, `it was at ${top} and is at ${await isAt()}`);
    // Within the page, too.
    await briefing.go(`${SOURCE}?statement=${own.at(-1).id}`);
    await isShown(page, own.at(-1));
    await scrollTo(briefing, 0.6);
    const before = await at(page, 80);
    // Not by a click of Playwright, which would scroll to the link first.
    await briefing.pages.getByRole("link", { name: "Actors" }).evaluate((link) => link.click());
    await briefing.headline.getByText("actors").waitFor();
    const isThere = () =>
      eventually(async () => {
        const now = await at(page, 80);
        assert.equal(now.id, before.id);
        assert.ok(Math.abs(now.top - before.top) <= 2, `${now.id} was at ${before.top} and is at ${now.top}`);
      });
    await page.goBack();
    await isThere();
    await isFull(page);
    await page.reload();
    await briefing.started();
    await isThere();
    await page.goBack();
    await isShown(page, own[Math.floor(own.length / 2)]);
  });
}

reader("is gone through by keyboard, statement by statement", async ({ briefing, page }) => {
  const source = SourcePage.of(briefing);
  await source.open(SOURCE);
  await source.settled();
  const focused = () =>
    page.evaluate(() => {
      const { top, bottom } = document.activeElement.getBoundingClientRect();
      const href = document.activeElement.closest(".text")?.contains(document.activeElement) ? document.activeElement.getAttribute("href") : "";
      return { href, isInSight: top >= 0 && bottom <= innerHeight };
    });
  await source.main.getByRole("link", { name: "plain text file" }).focus();
  const seen = [];
  while (seen.length < 12) {
    await page.keyboard.press("Tab");
    await briefing.drawn();
    await briefing.drawn();
    const { href, isInSight } = await focused();
    if (!href) continue;
    assert.ok(isInSight, `${href} is out of sight`);
    const statement = href.split("statement=")[1];
    if (seen.at(-1) !== statement && !seen.includes(statement)) seen.push(statement);
  }
  assert.deepEqual([...seen].sort(), own.slice(0, 12).map(({ id }) => id).sort());
  // Scrolling away leaves the focus where it is, and the next one is reached from there.
  await scrollTo(briefing, 0.9);
  await page.keyboard.press("Shift+Tab");
  await briefing.drawn();
  await briefing.drawn();
  const { href, isInSight } = await focused();
  assert.ok(isInSight && own.slice(0, 13).some(({ id }) => href.endsWith(id)), href);
});

reader("is printed whole", async ({ briefing, page }) => {
  await page.addInitScript(() => (window.print = () => (globalThis.printed = document.querySelectorAll(".print-document .block").length)));
  await briefing.open(SOURCE);
  await briefing.settled();
  await page.getByRole("button", { name: "Print this view" }).click();
  await eventually(async () => assert.equal(await page.evaluate(() => globalThis.printed), blocks.length));
});
