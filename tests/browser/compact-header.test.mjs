// The compact header: while anything is chosen or searched, header and axis are one line each, so that the first result is in
// the first screen; and the controls keep their places.

import assert from "node:assert/strict";
import { reader } from "./harness.mjs";
import { eventually } from "./support/eventually.mjs";
import { statements } from "./support/seeds.mjs";
import { StartPage } from "./support/start.mjs";

const PHONE = { width: 390, height: 844 };
const TABLET = { width: 820, height: 1180 };
const DESKTOP = { width: 1440, height: 900 };

/** The tallest line that is still one line, in pixels. */
const LINE = 40;

async function opened(briefing, link) {
  const start = StartPage.of(briefing);
  await start.open(link);
  return start;
}

const box = (locator) => locator.boundingBox();

/** Whether the head and, where there is room for it, the axis are a line each. */
async function isFolded(start) {
  const head = await box(start.main.locator(".masthead"));
  const axis = await box(start.axis);
  return head.height <= LINE && (axis === null || axis.height <= LINE);
}

/** Where the first card ends, as seen from the top of the window. */
async function firstEnds(start) {
  const { y, height } = await box(start.cards.first());
  return y + height;
}

for (const window of [PHONE, TABLET, DESKTOP]) {
  reader(`has the first result in the first screen while anything is chosen or searched, ${window.width} pixels wide`, window, async ({ briefing, page }) => {
    const start = await opened(briefing, "#/");
    assert.equal(await isFolded(start), false);
    for (const link of ["#/?topic=basing", "#/?q=bases", "#/?form=-direct", "#/?actor=russia&by=topic", "#/?date=2021-12", "#/?topic=basing&role=speaker&q=bases"]) {
      await page.goto("about:blank");
      await start.open(link);
      await eventually(async () => assert.ok(await isFolded(start), link));
      assert.equal(await start.scrolled(), 0);
      assert.ok((await firstEnds(start)) <= window.height, `${link}: the first card ends at ${await firstEnds(start)} of ${window.height}`);
    }
    // Neither an arrangement nor an open statement is a choice.
    for (const link of ["#/?by=topic", "#/?statement=kremlin-no-us-forces", "#/"]) {
      await start.go(link);
      await eventually(async () => assert.equal(await isFolded(start), false, link));
    }
  });
}

reader("collapses with the first choice and expands with the last, whichever way it is taken back", DESKTOP, async ({ briefing, page }) => {
  const start = await opened(briefing, "#/");
  const value = start.facet("Topic").value("Military basing");
  const ways = [() => value.click(), () => start.chips.first().click(), () => start.clear.click(), () => page.goBack()];
  for (const back of ways) {
    await value.click();
    await eventually(async () => assert.ok(await isFolded(start)));
    await back();
    await start.shows(statements.length);
    await eventually(async () => assert.equal(await isFolded(start), false));
    assert.ok(await start.axis.getByRole("figure").isVisible());
  }
  await value.click();
  await start.facet("Form").value("Paraphrase").click();
  await start.chips.first().click();
  await eventually(async () => assert.equal(await start.chips.count(), 1));
  assert.ok(await isFolded(start), "one choice is left");
});

reader("moves neither a facet nor the search box when header and axis collapse and expand", DESKTOP, async ({ briefing, page }) => {
  const start = await opened(briefing, "#/");
  const value = start.facet("Form").value("Paraphrase");
  await value.scrollIntoViewIfNeeded();
  const places = async () => ({ value: (await box(value)).y, search: (await box(start.search)).y, scrolled: await start.scrolled() });
  const before = await places();
  await value.click();
  await eventually(async () => assert.ok(await isFolded(start)));
  assert.deepEqual(await places(), before);
  assert.match((await start.focus()).name, /^Paraphrase/);
  // The pointer is where it was: the same click takes it back.
  await page.mouse.down();
  await page.mouse.up();
  await start.shows(statements.length);
  assert.deepEqual(await places(), before);
});

for (const window of [PHONE, DESKTOP]) {
  reader(`leaves the search box where it is while one types, ${window.width} pixels wide`, window, async ({ briefing, page }) => {
    const start = await opened(briefing, "#/");
    await start.settled();
    const before = await box(start.search);
    await start.search.click();
    await page.keyboard.type("bases");
    await eventually(async () => assert.ok(await isFolded(start)));
    assert.deepEqual(await box(start.search), before);
    assert.equal((await start.focus()).id, "search");
    assert.ok((await firstEnds(start)) <= window.height);
    for (const _ of "bases") await page.keyboard.press("Backspace");
    await eventually(async () => assert.equal(await isFolded(start), false));
    assert.deepEqual(await box(start.search), before);
    assert.equal((await start.focus()).id, "search");
  });
}

reader("expands what is collapsed by the keyboard, and keeps it expanded until every choice is taken back", DESKTOP, async ({ briefing, page }) => {
  const start = await opened(briefing, "#/?topic=basing");
  for (const [part, line, shown] of [
    [start.intro, /^More/, start.main.getByText("every quote checked")],
    [start.axis, /^Time line: 2 of 7 dates$/, start.axis.getByRole("figure")],
  ]) {
    const summary = part.locator("summary");
    assert.match((await summary.textContent()).trim(), line);
    assert.equal(await shown.isVisible(), false);
    await summary.focus();
    await page.keyboard.press("Enter");
    await shown.waitFor();
  }
  await start.facet("Form").value("Paraphrase").click();
  await eventually(async () => assert.equal(await start.chips.count(), 2));
  assert.ok(await start.axis.getByRole("figure").isVisible());
  // What the reader has closed unfolds with the last choice all the same, and folds with the next.
  await start.axis.locator("summary").click();
  await start.clear.click();
  await start.shows(statements.length);
  assert.ok(await start.axis.getByRole("figure").isVisible());
  assert.equal(await start.axis.locator("summary").isVisible(), false);
  await start.facet("Form").value("Paraphrase").click();
  await eventually(async () => assert.ok(await isFolded(start)));
});

reader("leaves the axis open for a reader who chooses on it, and shows the first result all the same", DESKTOP, async ({ briefing, page }) => {
  const start = await opened(briefing, "#/");
  // The axis comes with the part of the program that has the foot of the page.
  await start.settled();
  const time = start.times.first();
  await time.focus();
  await page.keyboard.press("Enter");
  await eventually(() => assert.match(start.link, /date=/));
  await eventually(async () => assert.equal(await time.getAttribute("aria-current"), "true"));
  assert.ok(await time.isVisible());
  assert.equal((await start.focus()).id, await time.getAttribute("id"));
  assert.ok((await firstEnds(start)) <= DESKTOP.height);
  await page.keyboard.press("Enter");
  await start.shows(statements.length);
  await start.facet("Topic").value("Military basing").click();
  await eventually(async () => assert.ok(await isFolded(start), "the next choice is made elsewhere"));
});

for (const window of [PHONE, DESKTOP]) {
  reader(`shows every card in a picture of the whole page, ${window.width} pixels wide`, window, async ({ briefing, page }) => {
    const start = await opened(briefing, "#/");
    await start.laidOut();
    const picture = (await page.screenshot({ fullPage: true })).toString("base64");
    // A card is there where there is ink in its place.
    const blank = await page.evaluate(async (picture) => {
      const image = await createImageBitmap(new Blob([Uint8Array.from(atob(picture), (it) => it.charCodeAt(0))], { type: "image/png" }));
      const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d", { willReadFrequently: true });
      canvas.drawImage(image, 0, 0);
      const cards = [...document.querySelectorAll("article.statement")];
      return cards.filter((card) => {
        const { x, y, width, height } = card.getBoundingClientRect();
        // Without its lower edge, where a rule is.
        const { data } = canvas.getImageData(x, y + scrollY, width, height - 4);
        const dark = data.reduce((sum, value, at) => sum + Number(at % 4 === 0 && value < 100), 0);
        return dark < 100;
      }).map((card) => card.id);
    }, picture);
    assert.ok((await start.cards.count()) >= statements.length);
    assert.deepEqual(blank, []);
  });
}

reader("finds words of every card in the page by the browser's own search", PHONE, async ({ briefing, page }) => {
  await opened(briefing, "#/");
  for (const { content, id } of statements) {
    const words = content[0].split(/\s+/).slice(0, 4).join(" ");
    assert.ok(await page.evaluate((words) => window.find(words, false, false, true), words), `${id}: ${words}`);
  }
});
