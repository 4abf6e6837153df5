// Pinning statements from anywhere, and comparing two to four of them.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { baseUrl, reader } from "./harness.mjs";
import { FILE, drop, other } from "./support/briefing-file.mjs";
import { ComparePage } from "./support/compare.mjs";
import { eventually } from "./support/eventually.mjs";
import { statement, statements } from "./support/seeds.mjs";
import { Tray } from "./support/tray.mjs";

const [FIRST, SECOND] = ["tashkent-no-bases", "politico-pentagon-visit"];
const words = (slug) => statement(slug).content[0];

async function opened(briefing, link) {
  const tray = Tray.of(briefing);
  await tray.open(link);
  await tray.settled();
  return tray;
}

const pressed = (button, state) => eventually(async () => assert.equal(await button.getAttribute("aria-pressed"), state));
const said = (tray, text) => eventually(async () => assert.equal(await tray.button.innerText(), text));

reader("pins statements from three kinds of pages, and compares them", async ({ briefing }) => {
  const tray = await opened(briefing, "#/");
  assert.equal(await tray.tray.count(), 0);
  const card = tray.card(words(FIRST)).first();
  await tray.pin(card).click();
  await said(tray, "1 pinned statement");
  await pressed(tray.pin(card), "true");
  await tray.tray.getByText("Pin another to compare them.").waitFor();
  assert.equal(await tray.compare.count(), 0);
  // From a page of an actor, and from a comparison.
  await tray.go("#/actor/russia");
  await tray.headline.getByText("Russia").waitFor();
  await tray.pin(tray.statements.first()).click();
  await said(tray, "2 pinned statements");
  await tray.go("#/compare?actors=united-states,uzbekistan");
  const compare = ComparePage.of(briefing);
  await compare.table.waitFor();
  await tray.pin(compare.table.locator(".cell").filter({ hasText: words(SECOND) }).first()).click();
  await said(tray, "3 pinned statements");
  await tray.compare.click();
  await eventually(async () => assert.equal(await compare.sides.count(), 3));
  assert.match(tray.link, new RegExp(`^#/compare\\?statements=${FIRST},[a-z0-9-]+,${SECOND}$`));
  assert.match(await compare.known("Words").first().innerText(), /^Words\s+(No two of them have words in common|Of \d+, \d+ and \d+ words)/);
  // The heads of the comparison pin and unpin, too.
  const head = compare.sides.first();
  await pressed(tray.pin(head), "true");
  await tray.pin(head).click();
  await said(tray, "2 pinned statements");
  await pressed(tray.pin(head), "false");
});

reader("finds what was pinned on other pages and when the page is loaded again, without storage", async ({ briefing, page }) => {
  const tray = await opened(briefing, "#/");
  await tray.pin(tray.card(words(FIRST)).first()).click();
  await tray.pin(tray.card(words(SECOND)).first()).click();
  await said(tray, "2 pinned statements");
  await tray.go("#/about");
  await tray.headline.getByText("About this briefing").waitFor();
  await said(tray, "2 pinned statements");
  await page.reload();
  await tray.settled();
  await said(tray, "2 pinned statements");
  // The choice about shortcuts is in the same place.
  await page.getByRole("button", { name: "Switch shortcuts off or on…" }).click();
  await page.getByRole("switch", { name: "Shortcuts of a single character" }).click();
  await page.keyboard.press("Escape");
  await page.reload();
  await tray.settled();
  await said(tray, "2 pinned statements");
  await page.keyboard.press("t");
  await tray.drawn();
  assert.equal(await tray.button.getAttribute("aria-expanded"), "false", "the shortcuts are off");
  assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [0, 0, ""]);
  await tray.compare.click();
  await eventually(() => assert.equal(tray.link, `#/compare?statements=${FIRST},${SECOND}`));
});

reader("pins, looks, removes and clears by keyboard alone", async ({ briefing, page }) => {
  const tray = await opened(briefing, "#/");
  for (const key of ["j", "p", "j", "p", "j", "p"]) await page.keyboard.press(key);
  await said(tray, "3 pinned statements");
  await page.keyboard.press("p");
  await said(tray, "2 pinned statements");
  await page.keyboard.press("p");
  await said(tray, "3 pinned statements");
  await page.keyboard.press("t");
  assert.equal((await tray.focus()).id, "tray-button");
  await eventually(async () => assert.equal(await tray.entries.count(), 3));
  for (const entry of await tray.entries.all()) assert.match(await entry.innerText(), /\S+: \S+/);
  // Removing the second goes on to the third, removing the last to the one before.
  const remove = (place) => tray.entries.nth(place).getByRole("button", { name: /^Remove/ });
  await remove(1).focus();
  await page.keyboard.press("Enter");
  await said(tray, "2 pinned statements");
  await eventually(async () => assert.equal((await tray.focus()).id, "unpin-1"));
  await page.keyboard.press("Enter");
  await said(tray, "1 pinned statement");
  await eventually(async () => assert.equal((await tray.focus()).id, "unpin-0"));
  await page.keyboard.press("Escape");
  await eventually(async () => assert.equal((await tray.focus()).id, "tray-button"));
  assert.equal(await tray.entries.count(), 0);
  await page.keyboard.press("Enter");
  // It folds when the focus goes elsewhere, which it might cover.
  await eventually(async () => assert.equal(await tray.entries.count(), 1));
  await tray.search.focus();
  await eventually(async () => assert.equal(await tray.entries.count(), 0));
  await tray.button.focus();
  await page.keyboard.press("Enter");
  const clear = tray.tray.getByRole("button", { name: /^Clear/ });
  await clear.focus();
  await page.keyboard.press("Enter");
  await eventually(async () => assert.equal(await tray.tray.count(), 0));
  assert.equal((await tray.focus()).id, "headline");
  await page.getByRole("status").filter({ hasText: "Nothing is pinned." }).waitFor({ state: "attached" });
});

reader("is told that four are as many as can be compared", async ({ briefing, page }) => {
  const tray = await opened(briefing, "#/");
  const cards = await tray.statements.all();
  for (const card of cards.slice(0, 5)) await tray.pin(card).click();
  await page.getByText(/^Four statements are pinned, as many as can be compared/).waitFor();
  await said(tray, "4 pinned statements");
  await pressed(tray.pin(cards[4]), "false");
  await tray.compare.click();
  await eventually(async () => assert.equal(await ComparePage.of(briefing).sides.count(), 4));
});

reader("is told of what is pinned and not in this edition, and loses nothing", async ({ briefing, page }) => {
  const tray = await opened(briefing, "#/");
  await tray.pin(tray.card(words(FIRST)).first()).click();
  await said(tray, "1 pinned statement");
  await page.evaluate(() => (window.name += ",from-another-edition"));
  for (const _ of [1, 2]) {
    await page.reload();
    await tray.settled();
    await tray.button.click();
    await tray.tray.getByText("“from-another-edition” is pinned, and not in this edition.").waitFor();
    assert.equal(await tray.entries.count(), 1);
  }
  await tray.tray.getByRole("button", { name: "Forget" }).click();
  await eventually(async () => assert.equal(await tray.tray.getByText("not in this edition").count(), 0));
  assert.doesNotMatch(await page.evaluate(() => window.name), /another-edition/);
});

reader("has another tray for a briefing from a file, of which nothing is kept", async ({ briefing, page }) => {
  const tray = await opened(briefing, "#/");
  await tray.pin(tray.card(words(FIRST)).first()).click();
  await said(tray, "1 pinned statement");
  const kept = await page.evaluate(() => window.name);
  await drop(page, path.basename(FILE), await readFile(FILE));
  await eventually(async () => assert.equal(await tray.headline.textContent(), other.title));
  await tray.settled();
  assert.equal(await tray.tray.count(), 0);
  await tray.pin(tray.statements.first()).click();
  await said(tray, "1 pinned statement");
  assert.equal(await page.evaluate(() => window.name), kept);
  await page.getByRole("link", { name: /^Back to/ }).click();
  await tray.settled();
  await said(tray, "1 pinned statement");
  await tray.button.click();
  await eventually(async () => assert.match(await tray.entries.first().innerText(), new RegExp(words(FIRST).slice(0, 30))));
});

for (const width of [320, 1440]) {
  reader(`has controls of 24 pixels in the tray, which covers nothing that has the focus, at ${width} px`, { width, height: 700 }, async ({ briefing, page }) => {
    const tray = await opened(briefing, "#/");
    const cards = await tray.statements.all();
    for (const card of cards.slice(0, 4)) await tray.pin(card).press("Enter");
    await said(tray, "4 pinned statements");
    const top = async () => (await tray.tray.boundingBox()).y;
    // The last card, and the end of the page.
    await tray.pin(cards.at(-1)).focus();
    const focused = await tray.pin(cards.at(-1)).boundingBox();
    assert.ok(focused.y + focused.height <= (await top()) + 1, `${focused.y} is below ${await top()}`);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    const foot = await page.getByRole("button", { name: "Print this view" }).boundingBox();
    assert.ok(foot.y + foot.height <= (await top()) + 1, "the foot of the page is covered");
    await tray.button.click();
    await eventually(async () => assert.equal(await tray.entries.count(), 4));
    for (const control of await tray.tray.locator("a.chip, button").all()) {
      const { height, width } = await control.boundingBox();
      assert.ok(height >= 23.9 && width >= 23.9, `${await control.innerText()} is ${width} by ${height}`);
    }
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width);
    // Nothing of it is in print.
    await page.emulateMedia({ media: "print" });
    assert.ok(!(await tray.tray.isVisible()));
  });
}

reader("sees no control that pins on pages without the program", { javaScriptEnabled: false }, async ({ page }) => {
  await page.goto(new URL(`s/${statements[0].id}.html`, baseUrl).href);
  assert.equal(await page.getByRole("button", { name: "Pin" }).count(), 0);
});
