// A statement and the passage it stands in: on the start page, and in the whole text.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { reader } from "./harness.mjs";
import { eventually } from "./support/eventually.mjs";
import { statement, statements } from "./support/seeds.mjs";
import { SourcePage } from "./support/source.mjs";
import { StartPage } from "./support/start.mjs";

const SLUG = "tashkent-no-bases";
const CONTENT = statement(SLUG).content[0];

for (const { width, height, margin } of [
  { width: 1440, height: 900, margin: true },
  { width: 820, height: 1180, margin: false },
  { width: 390, height: 844, margin: false },
]) {
  const where = margin ? "in the margin" : "under it";
  reader(`opens a statement with its passage ${where}, ${width} pixels wide`, { width, height }, async ({ briefing }) => {
    const start = StartPage.of(briefing);
    await start.open();
    const card = start.card(SLUG);
    assert.equal(await card.isOpen(), false);
    await card.words.click();
    await eventually(async () => assert.ok(await card.isOpen()));
    assert.equal(start.link, `#/?statement=${SLUG}`);

    const [shown, hidden] = margin ? [start.passage, card.passage] : [card.passage, start.passage];
    await shown.getByRole("mark").filter({ hasText: CONTENT }).waitFor();
    assert.equal(await hidden.isVisible(), false);
    await eventually(async () => assert.ok(await isInView(shown.getByRole("mark").filter({ hasText: CONTENT })), "out of sight"));

    await card.words.click();
    await eventually(async () => assert.equal(await card.isOpen(), false));
    assert.equal(start.link, "#/");
  });
}

reader("shows the passage of each statement that the pointer rests on", async ({ briefing }) => {
  const start = StartPage.of(briefing);
  await start.open("#/");
  for (const slug of ["politico-pentagon-visit", "us-delegation-visit"]) {
    const card = start.card(slug);
    await card.words.hover();
    await start.passage.getByRole("mark").filter({ hasText: statement(slug).content[0] }).waitFor();
  }
  assert.equal(start.link, "#/");
});

reader("keeps what is chosen when a statement opens, and shows the same when it closes", async ({ briefing }) => {
  const start = StartPage.of(briefing);
  await start.open("#/?topic=basing&by=topic");
  const shown = await start.slugs();
  await start.card(SLUG).words.click();
  await eventually(() => assert.equal(start.link, `#/?topic=basing&by=topic&statement=${SLUG}`));
  assert.deepEqual(await start.slugs(), shown);
});

reader("opens the very card that was chosen where a statement stands under several headings", async ({ briefing }) => {
  const start = StartPage.of(briefing);
  await start.open("#/?by=topic");
  const { content } = statement("first-us-uzbekistan-dialogue");
  const again = start.cards.filter({ hasText: content[0] }).last().getByRole("link", { name: content[0] });
  await again.scrollIntoViewIfNeeded();
  // What came near is laid out by then.
  await start.drawn();
  const { y } = await again.boundingBox();
  await again.click();
  await eventually(async () => assert.equal(await again.getAttribute("aria-expanded"), "true"));
  await start.drawn();
  assert.ok(Math.abs((await again.boundingBox()).y - y) <= 1);
});

reader("opens a statement's link in context: in sight, with everything around it", async ({ briefing }) => {
  const start = StartPage.of(briefing);
  await start.open("#/?statement=kremlin-no-us-forces");
  const card = start.card("kremlin-no-us-forces");
  assert.ok(await card.isOpen());
  await eventually(async () => assert.ok(await isInView(card.words)));
  await start.shows(statements.length);
});

reader("leads from a card to its words in the text, marked and in sight", async ({ briefing }) => {
  const start = StartPage.of(briefing);
  await start.open();
  await start.card(SLUG).inText.click();
  const source = SourcePage.of(briefing);
  await eventually(() => assert.match(source.link, new RegExp(`^#/source/.*statement=${SLUG}$`)));
  await eventually(async () => assert.equal(await source.openedWords(), CONTENT));
  await eventually(async () => assert.ok(await isInView(source.opened.first())));
  assert.equal((await source.present.allInnerTexts()).join(""), CONTENT);
  assert.equal(await source.card.words.innerText(), CONTENT);
});

reader("opens the card of any passage that is chosen in the text", async ({ briefing }) => {
  const source = SourcePage.of(briefing);
  await source.open("#/source");
  assert.equal(await source.cards.count(), 0);
  for (const slug of ["politico-pentagon-visit", "reliable-partner-quote", "russian-draft-no-admission"]) {
    const [content] = statement(slug).content;
    await source.passage(content).click();
    await eventually(() => assert.match(source.link, new RegExp(`statement=${slug}$`)));
    await eventually(async () => assert.equal(await source.card.words.innerText(), content));
    await eventually(async () => assert.equal(await source.openedWords(), content));
  }
});

reader("opens every statement from the margin of the text", async ({ briefing }) => {
  const source = SourcePage.of(briefing);
  await source.open("#/source");
  const notes = await source.notes.count();
  assert.equal(notes, statements.length);
  for (const place of [0, Math.floor(notes / 2), notes - 1]) {
    const note = source.notes.nth(place);
    await note.click();
    await eventually(async () => assert.equal(await note.getAttribute("aria-current"), "true"));
    const slug = source.link.split("statement=")[1];
    await eventually(async () => assert.equal(await source.openedWords(), statement(slug).content.join("")));
  }
});

reader("gives the whole text word by word, the cookie notice as left out", async ({ briefing }) => {
  const source = SourcePage.of(briefing);
  await source.open("#/source");
  const squeezed = (text) => text.replace(/\s+/g, "");
  const [document] = statements.map((it) => it.document);
  assert.equal(squeezed(await source.plainText()), squeezed(document.text));
  const [omitted] = document.omit;
  assert.equal((await source.leftOut.innerText()).trim(), omitted);
  await source.main.getByText("Left out").waitFor();
});

reader("leads to the text file as it was found", async ({ briefing, page }) => {
  const source = SourcePage.of(briefing);
  await source.open("#/source");
  await source.main.getByRole("link", { name: "plain text file" }).click();
  await page.waitForURL(/\.txt$/);
  const [document] = statements.map((it) => it.document);
  const response = await page.request.get(page.url());
  assert.equal(await response.text(), document.text);
});

reader("compares the text file with the digest on its page", async ({ briefing, page }) => {
  const source = SourcePage.of(briefing);
  await source.open("#/source");
  const file = await source.main.getByRole("link", { name: "plain text file" }).evaluate((link) => link.href);
  const bytes = await (await page.request.get(file)).body();
  const digest = createHash("sha256").update(bytes).digest("hex");
  const all = source.main.getByText(digest, { exact: true });
  assert.equal(await all.isVisible(), false, "the beginning is enough at first");
  await source.main.getByText(`SHA-256 ${digest.slice(0, 12)}…`).click();
  await all.waitFor();
});

reader("finds the feed and the data of the briefing from its head", async ({ briefing, page }) => {
  await briefing.open("#/");
  const named = await page.locator("head link[rel=alternate]").evaluateAll((links) => links.map(({ href, type }) => ({ href, type })));
  assert.deepEqual(named.map(({ type }) => type), ["application/atom+xml", "application/json"]);
  const [feed, data] = await Promise.all(named.map(({ href }) => page.request.get(href)));
  assert.equal((await feed.text()).split("<entry>").length - 1, statements.length);
  assert.equal((await data.json()).statements.length, statements.length);
});

reader("shows a chosen passage's card under its paragraph where there is no margin", { width: 390, height: 844 }, async ({ briefing }) => {
  const source = SourcePage.of(briefing);
  await source.open("#/source");
  await source.passage(CONTENT).click();
  const card = source.inlineCard;
  await card.words.waitFor();
  assert.equal(await card.words.innerText(), CONTENT);
});

async function isInView(locator) {
  const box = await locator.boundingBox();
  const { width, height } = locator.page().viewportSize();
  return box !== null && box.y >= 0 && box.y + Math.min(box.height, height) <= height && box.x >= 0 && box.x + box.width <= width;
}
