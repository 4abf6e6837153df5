// A briefing of a thousand statements, whose texts and search index are files of their own: what a reader sees while they are
// on their way, when they do not come, and without a connection.
//
// Not one of the browser tests that `*.test.mjs` names, because it needs a bundle of its own: `cargo xtask test --only large`.

import assert from "node:assert/strict";
import { baseUrl, reader } from "./harness.mjs";
import { eventually } from "./support/eventually.mjs";
import { documents, statements } from "./support/seeds.mjs";
import { traveller } from "./support/traveller.mjs";

const CHUNKS = "**/data/*.bin";
const last = documents.at(-1);
const SOURCE = `#/source/${last.file.replace(/\.txt$/, "")}`;
// A word of the last document, which is long enough to be rare.
const word = last.text.match(/\p{L}{9,}/u)[0];

/** Lets chunks wait until they are let through, or answers them in some way. */
async function holdChunks(context) {
  let answer;
  const held = new Promise((resolve) => (answer = resolve));
  await context.route(CHUNKS, async (route) => (await held)(route));
  return { letThrough: () => answer((route) => route.continue()), answer };
}

// Long facets have search boxes of their own.
const searchFor = (briefing, text) => briefing.page.getByRole("searchbox", { name: "Search what was said" }).fill(text);
const words = (briefing) => briefing.statements.locator(".words");
const awaited = (briefing) => briefing.page.locator(".awaited");

reader("reads the first screen from the first moment on, without a request for a text", async ({ briefing, context }) => {
  await holdChunks(context);
  await briefing.open();
  const shown = await words(briefing).allTextContents();
  assert.ok(shown.length > 5);
  const said = new Set(statements.map(({ content }) => content.join(" … ").replaceAll(/\s+/g, " ")));
  for (const text of shown) assert.ok(said.has(text.replaceAll(/\s+/g, " ").trim()), text);
  assert.equal(await awaited(briefing).count(), 0);
});

reader("sees that a search is loading, and then what it finds", async ({ briefing, page, context }) => {
  const { letThrough } = await holdChunks(context);
  await briefing.open();
  await briefing.settled();
  await searchFor(briefing, word);
  await page.getByRole("status").getByText("One moment, this is loading.").waitFor();
  await page.getByRole("status").getByText("Searching", { exact: true }).waitFor();
  assert.equal(await page.getByText("No statement matches all of this.").count(), 0);
  letThrough();
  await page.getByRole("status").getByText(/^Showing \d+ of 1\D?000$/).waitFor();
  await eventually(async () => assert.equal(await awaited(briefing).count(), 0));
  assert.equal(await page.locator(".part-status").count(), 0);
  assert.notEqual(await briefing.statements.locator("mark").count(), 0);
});

reader("finds the words of a card in their place once they have come", async ({ briefing, page, context }) => {
  const { letThrough } = await holdChunks(context);
  const { id, content } = statements.findLast(({ document }) => document === last || document.id === last.id);
  await page.goto(new URL(`#/?statement=${id}`, baseUrl).href);
  const card = page.locator(`article[aria-current=true]`);
  await card.locator(".awaited").waitFor();
  // What is known of the statement is there, and the links lead on.
  assert.ok(await card.getByRole("link", { name: /^In the text/ }).isVisible());
  const { height } = await card.locator(".words").boundingBox();
  letThrough();
  await card.getByText(content[0].slice(0, 40)).first().waitFor();
  assert.equal(await card.locator(".awaited").count(), 0);
  const after = await card.locator(".words").boundingBox();
  // A line more or less.
  assert.ok(Math.abs(after.height - height) < 45, `${height} px became ${after.height}`);
  await eventually(async () => assert.ok((await page.title()).includes(content[0].slice(0, 10))));
});

/**
 * Has the place of awaited words be far lower than the words, so that all of them come with another height; without
 * `anchoring`, the browser keeps no place by itself, as some do not.
 */
function lowPlaces(anchoring) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`.awaited::before { content: "" !important } ${anchoring ? "" : "* { overflow-anchor: none !important }"}`);
  addEventListener("DOMContentLoaded", () => document.adoptedStyleSheets.push(sheet));
}

/** The cards on the screen: the id of each, how far it is from the top, and whether its words are there. */
const onScreen = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("#list article:not([data-kept])")]
      .map((card) => ({ id: card.id, top: card.getBoundingClientRect().top, hasWords: !card.querySelector(".awaited") }))
      .filter(({ top }) => top >= 0 && top < innerHeight - 100),
  );

async function isInPlace(page, { id, top }) {
  const now = await page.evaluate((id) => document.getElementById(id)?.getBoundingClientRect().top, id);
  assert.ok(Math.abs(now - top) < 3, `the card at ${top} is at ${now}`);
}

for (const anchoring of [true, false]) {
  for (const width of [390, 1440]) {
    const where = `in a browser that ${anchoring ? "keeps" : "does not keep"} its place, ${width} pixels wide`;
    reader(`stays where they are when words come late, ${where}`, { width }, async ({ briefing, page, context }) => {
      await page.addInitScript(lowPlaces, anchoring);
      const { letThrough } = await holdChunks(context);
      await briefing.open("#/?by=none");
      await briefing.settled();
      // By the scroll bar; then up: what is above was never shown.
      for (const top of [40_000, 39_000, 38_200]) {
        await page.evaluate((top) => scrollTo(0, top), top);
        await briefing.drawn();
      }
      // Without room, as the style sheet above has it, they count as hidden.
      await awaited(briefing).first().waitFor({ state: "attached" });
      const [first] = await onScreen(page);
      const scrolled = await briefing.scrolled();
      letThrough();
      await eventually(async () => assert.equal(await awaited(briefing).count(), 0));
      await briefing.drawn();
      await isInPlace(page, first);
      assert.notEqual(await briefing.scrolled(), scrolled, "nothing above got another height: a weak test");
    });

    reader(`goes on reading while words come above, ${where}`, { width }, async ({ briefing, page, context }) => {
      await page.addInitScript(lowPlaces, anchoring);
      // The texts in the middle, where the reader begins, come; and then no more.
      const waiting = [];
      let isHeld = false;
      await context.route(CHUNKS, (route) => (isHeld ? waiting.push(route) : route.continue()));
      // Nothing is loaded before it is needed.
      await page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
      await briefing.open("#/?by=none");
      await briefing.settled();
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight * 0.6));
      await eventually(async () => assert.ok((await onScreen(page)).length > 0 && (await awaited(briefing).count()) === 0));
      isHeld = true;
      const isMixed = (cards) => !cards[0].hasWords && cards.some(({ hasWords }) => hasWords);
      for (let steps = 0; !isMixed(await onScreen(page)); steps += 1) {
        assert.ok(steps < 150, "no screen had cards with words below others");
        await page.evaluate(() => scrollBy(0, -500));
        await briefing.drawn();
      }
      const read = (await onScreen(page)).find(({ hasWords }) => hasWords);
      await eventually(() => assert.ok(waiting.length > 0));
      waiting.forEach((route) => route.continue());
      isHeld = false;
      await eventually(async () => assert.equal(await awaited(briefing).count(), 0));
      await briefing.drawn();
      await isInPlace(page, read);
    });
  }
}

reader("opens a text that is late, at the statement", async ({ briefing, page, context }) => {
  const { letThrough } = await holdChunks(context);
  await briefing.open();
  await briefing.settled();
  await briefing.go(SOURCE);
  await page.getByRole("status").getByText("One moment, this is loading.").waitFor();
  letThrough();
  await briefing.headline.getByText(last.title).waitFor();
  assert.ok((await briefing.text()).includes(last.text.slice(0, 40).trim()));
});

const FAULTS = {
  "is missing": { answer: (route) => route.fulfill({ status: 404 }), says: /could not be loaded. Are you connected/, expect: /404/ },
  "does not arrive": { answer: (route) => route.abort("connectionfailed"), says: /could not be loaded. Are you connected/, expect: /ERR_/ },
  "is damaged": {
    answer: async (route) => {
      const body = await (await route.fetch()).body();
      body[body.length >> 1] ^= 1;
      await route.fulfill({ body });
    },
    says: /damaged on its way here, or is of another edition/,
  },
  "is of another edition": { answer: (route) => route.fulfill({ body: "the text of another edition" }), says: /or is of another edition/ },
};

for (const [what, { answer, says, expect }] of Object.entries(FAULTS)) {
  reader(`is told that a text ${what}, tries again, and loses nothing else`, async ({ briefing, page, context, watch }) => {
    if (expect) watch.expect(expect);
    let broken = true;
    await context.route(CHUNKS, (route) => (broken ? answer(route) : route.continue()));
    await briefing.open();
    await briefing.settled();
    await briefing.go(SOURCE);
    const alert = page.getByRole("alert").filter({ hasText: says });
    await alert.waitFor();
    // The rest can be used.
    await briefing.go("#/actors");
    await briefing.headline.getByText("Actors").waitFor();
    await briefing.go(SOURCE);
    await alert.waitFor();
    broken = false;
    await alert.getByRole("button", { name: "Try again" }).click();
    await briefing.headline.getByText(last.title).waitFor();
  });

  reader(`is told that the index ${what}, and not that nothing is found`, async ({ briefing, page, context, watch }) => {
    if (expect) watch.expect(expect);
    let broken = true;
    await context.route(CHUNKS, (route) => (broken ? answer(route) : route.continue()));
    await briefing.open();
    await briefing.settled();
    await searchFor(briefing, word);
    const alert = page.getByRole("alert").filter({ hasText: says });
    await alert.waitFor();
    assert.equal(await page.getByText("No statement matches all of this.").count(), 0);
    broken = false;
    await alert.getByRole("button", { name: "Try again" }).click();
    await eventually(async () => {
      // The postings fail after the vocabulary, and so do texts.
      const again = page.getByRole("main").getByRole("alert").getByRole("button", { name: "Try again" });
      if (await again.count()) await again.first().click();
      await page.getByRole("status").getByText(/^Showing \d+ of 1\D?000$/).waitFor({ timeout: 500 });
    });
  });
}

reader("prints the whole briefing once all of it has come", async ({ briefing, page, context }) => {
  const { letThrough } = await holdChunks(context);
  await page.addInitScript(() => (globalThis.print = () => (globalThis.printed = document.querySelector(".print-document")?.textContent)));
  await briefing.open();
  await page.getByRole("button", { name: "Print the whole briefing" }).click();
  await page.getByRole("button", { name: "Print them all" }).click();
  await page.getByRole("status").getByText("One moment, the texts are loading.").waitFor();
  letThrough();
  await page.waitForFunction(() => globalThis.printed, undefined, { timeout: 50_000 });
  const printed = await page.evaluate(() => globalThis.printed);
  for (const { text } of [documents[0], last]) assert.ok(printed.includes(text.trim().slice(0, 30)), text.slice(0, 30));
});

reader("exports what has not come yet", async ({ briefing, page, context }) => {
  const { letThrough } = await holdChunks(context);
  await briefing.open();
  await page.getByRole("button", { name: "Share, export" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "CSV", exact: true }).click();
  await page.getByText("The texts are loading; the file comes after them.").waitFor();
  const download = page.waitForEvent("download", { timeout: 30_000 });
  letThrough();
  assert.match((await download).suggestedFilename(), /\.csv$/);
});

const saveAll = (kept) => kept.foot.getByRole("button", { name: /^Save all of it for reading offline \(\d+\.\d MB\)$/ });

traveller("saves the program at once, and texts when they are opened or asked for", async ({ kept, page, host, cut }) => {
  await kept.at(host);
  await saveAll(kept).waitFor();
  const names = async () => Object.values(await kept.stores()).flat();
  assert.ok((await names()).every((name) => !/\/(seeds|s|a|d)\//.test(name) && !name.endsWith("briefing.html")));
  await saveAll(kept).click();
  await kept.saved();
  assert.ok((await names()).filter((name) => name.includes("/data/")).length > 4);
  await cut(true);
  await kept.reload();
  await kept.saved();
  await kept.settled();
  await searchFor(kept, word);
  await page.getByRole("status").getByText(/^Showing \d+ of 1\D?000$/).waitFor();
  await kept.go(SOURCE);
  await kept.headline.getByText(last.title).waitFor();
});

traveller("reads a page without the program again offline, and in the program what they have not visited", async ({ kept, page, watch, host, cut }) => {
  // The worker asks the host before it looks among what it has saved.
  watch.allow(/ERR_INTERNET_DISCONNECTED/);
  await kept.at(host);
  await saveAll(kept).click();
  await kept.saved();
  const text = last.text.trim().slice(0, 30);
  const [first, document] = [documents[0], last.file.replace(/\.txt$/, "")];
  const visited = [`d/${document}.html`, `seeds/${encodeURIComponent(last.file)}`, "a/index.html", "p/2.html"];
  for (const name of visited) await page.goto(`${host.address}${name}?from=mail`);
  await page.goto(host.address);
  await cut(true);
  for (const name of visited) {
    const response = await page.goto(host.address + name);
    assert.equal(response.status(), 200, name);
    assert.ok((await page.locator("body").textContent()).length > 100, name);
  }
  await page.goto(`${host.address}${visited[0]}`);
  assert.ok((await page.locator("body").textContent()).includes(text));
  // The style sheets are those of the program.
  assert.ok(await page.evaluate(() => [...globalThis.document.styleSheets].every(({ cssRules }) => cssRules.length > 0)));
  await page.goto(`${host.address}d/${first.file.replace(/\.txt$/, "")}.html`);
  await kept.headline.getByText(first.title).waitFor();
});

traveller("is told offline that a text was not saved, and reads it when connected again", async ({ kept, page, watch, host, cut }) => {
  watch.allow(/ERR_|Failed to (load|fetch)/);
  await page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
  await kept.at(host);
  await saveAll(kept).waitFor();
  await cut(true);
  await kept.reload();
  await kept.settled();
  await kept.go(SOURCE);
  const alert = page.getByRole("main").getByRole("alert").filter({ hasText: "could not be loaded" });
  await alert.waitFor();
  await cut(false);
  await alert.getByRole("button", { name: "Try again" }).click();
  await kept.headline.getByText(last.title).waitFor();
});

traveller("is told that there is no room for all of it, and keeps what is saved", async ({ kept, page, watch, host, context }) => {
  watch.allow(/quota/i);
  await kept.at(host);
  await saveAll(kept).waitFor();
  const used = await page.evaluate(async () => (await navigator.storage.estimate()).usage);
  const browser = await context.newCDPSession(page);
  await browser.send("Storage.overrideQuotaForOrigin", { origin: host.origin, quotaSize: used + 1000 });
  await saveAll(kept).click();
  await kept.foot.getByText("There is no room left for all of it in the browser’s storage.").waitFor();
  assert.ok(await saveAll(kept).isVisible());
});
