// A briefing in Arabic with an English document in it, in `tests/arabic/`: the layout runs from right to left, each text has its
// language and its direction, and the interface's English sentences read as English.
//
// Not one of the browser tests that `*.test.mjs` names, because it needs a bundle of its own: `cargo xtask test --only arabic`.

import assert from "node:assert/strict";
import { baseUrl, reader } from "./harness.mjs";
import { FILE, openFile, openedFile, other, ownFile } from "./support/briefing-file.mjs";
import { before, faults } from "./support/direction.mjs";
import { eventually } from "./support/eventually.mjs";
import { actors, statement, statements } from "./support/seeds.mjs";
import { overflow } from "./support/visual.mjs";

const VIEWS = [
  "#/",
  "#/?statement=mansour-samples",
  "#/?topic=cost&actor=town,-haddad&q=%D8%A7%D9%84%D9%85%D9%8A%D8%A7%D9%87",
  "#/?by=document&sort=text",
  "#/?by=actor&q=zzzz",
  "#/actors",
  ...actors.map(({ id }) => `#/actor/${id}`),
  "#/compare",
  "#/compare?actors=town,mansour,haddad,association",
  "#/compare?statements=town-safe,mansour-samples,well-open",
  "#/source/a-water?statement=town-safe",
  "#/source/b-town?statement=office-name",
  "#/about",
];

async function go(briefing, link) {
  await briefing.go(link);
  await briefing.started();
  await briefing.drawn();
}

for (const width of [320, 390, 820, 1440]) {
  reader(`gives every text its language and direction on every page, ${width} px wide`, { width }, async ({ briefing, page }) => {
    await briefing.open("#/");
    await briefing.settled();
    for (const link of VIEWS) {
      await go(briefing, link);
      assert.deepEqual(await faults(page), [], link);
    }
  });

  reader(`fits the window with the longest names, ${width} px wide`, { width }, async ({ briefing, page }) => {
    await briefing.open("#/");
    await briefing.settled();
    for (const link of VIEWS) {
      await go(briefing, link);
      assert.deepEqual(await overflow(page), { by: 0, what: "" }, link);
    }
  });
}

reader("runs from right to left and says that the interface is English", async ({ briefing, page }) => {
  await briefing.open("#/");
  await briefing.settled();
  assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), ["en", "rtl"]);
  const link = (name) => briefing.pages.getByRole("link", { name, exact: true });
  assert.ok(await before(link("Briefing"), link("About")), "the pages");
  assert.ok(await before(briefing.filter, briefing.statements.first()), "the facets before the statements");
  assert.ok(await before(briefing.statements.first(), page.getByRole("complementary", { name: "The passage" })), "the passage last");
  const axis = page.getByRole("figure", { name: "When it was said or done" });
  assert.ok(await before(axis.getByRole("link").first(), axis.getByRole("link").last()), "time runs with the layout");
  const card = briefing.statements.filter({ has: page.locator("#o-mansour-samples") });
  assert.ok(await before(card.locator(".speaker"), card.locator(".form")), "who before how");
});

reader("sets quotation marks and chains as the text's language has them", async ({ briefing, page }) => {
  await briefing.open("#/");
  await briefing.settled();
  const marks = (slug) =>
    page.locator(`#o-${slug}`).evaluate((said) => {
      const words = said.closest(".words");
      return [getComputedStyle(words, "::before").content, getComputedStyle(words).quotes];
    });
  assert.deepEqual(await marks("town-safe"), ["open-quote", "\"«\" \"»\" \"‹\" \"›\""]);
  assert.deepEqual(await marks("well-open"), ["open-quote", "auto"]);
  const via = page.locator(".via").first();
  assert.match(await via.evaluate((relay) => getComputedStyle(relay, "::before").content), /←/);
});

reader("reads English documents as English, block by block", async ({ briefing, page }) => {
  await briefing.open("#/source/b-town");
  await briefing.settled();
  const ways = () => page.locator(".block > div > :first-child").evaluateAll((blocks) => blocks.map((block) => [block.lang, getComputedStyle(block).direction]));
  assert.ok((await ways()).every(([, direction]) => direction === "ltr"), "English");
  await go(briefing, "#/source/a-water");
  await eventually(async () => assert.ok((await ways()).length > 3 && (await ways()).every(([lang, direction]) => lang === "ar" && direction === "rtl")));
  // What beside the text is ours: the number of a paragraph, what was left out, whose a statement is and how it is given.
  for (const selector of [".number", ".furniture .kicker"]) assert.equal(await page.locator(selector).first().getAttribute("lang"), "en", selector);
});

reader("names things in plain text between isolates", async ({ briefing, page }) => {
  await briefing.open("#/compare?actors=town,haddad");
  await briefing.settled();
  assert.equal(await page.title(), "البلدية and Samir Haddad compared · مياه وادي الزيتون: من قال ماذا؟");
  await briefing.main.getByRole("link", { name: /^البلدية.*, remove$/ }).waitFor();
  await go(briefing, "#/actor/haddad");
  await eventually(async () => assert.equal(await page.title(), "Samir Haddad · \u2068مياه وادي الزيتون: من قال ماذا؟\u2069"));
});

reader("lets a reader type in either direction", async ({ briefing, page }) => {
  await briefing.open("#/");
  await briefing.settled();
  const direction = () => briefing.search.evaluate((input) => getComputedStyle(input).direction);
  await briefing.search.fill("bridge");
  assert.equal(await direction(), "ltr");
  await briefing.search.fill("المياه");
  assert.equal(await direction(), "rtl");
  await briefing.main.locator("mark").first().waitFor();
  assert.deepEqual(await faults(page), []);
});

reader("prints every text in its language and direction", async ({ briefing, page }) => {
  await briefing.open("#/");
  await briefing.settled();
  await page.emulateMedia({ media: "print" });
  for (const link of VIEWS) {
    await go(briefing, link);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.locator(".print-document").waitFor({ state: "attached" });
    assert.deepEqual(await faults(page, ".print-document"), [], link);
    const address = await page.locator(".print-document .address").evaluate((it) => getComputedStyle(it).direction);
    assert.equal(address, "ltr");
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  }
});

reader("writes pages without the program the same way", { javaScriptEnabled: false }, async ({ page, watch }) => {
  // As in boot.test.mjs: a script that Chromium would not run, and a program that nobody used.
  watch.expect(/^csp: .*\.js$/);
  watch.allow(/\.wasm was preloaded using link preload but not used/);
  const pages = ["index.html", "about.html", "a/index.html", ...statements.map(({ id }) => `s/${id}.html`), ...actors.map(({ id }) => `a/${id}.html`)];
  for (const file of pages) {
    await page.goto(new URL(file, baseUrl).href);
    assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), ["en", "rtl"], file);
    assert.deepEqual(await faults(page, "body"), [], file);
  }
  await page.goto(new URL("s/well-open.html", baseUrl).href);
  const language = (name) => page.locator(`meta[name="${name}"]`).getAttribute("content");
  assert.equal(await language("citation_language"), "en");
  await page.goto(new URL("s/town-safe.html", baseUrl).href);
  assert.equal(await language("citation_language"), "ar");
  assert.ok((await language("description")).includes(`“\u2068${statement("town-safe").content[0]}\u2069”`));
});

reader("opens files of either direction in one another’s place", async ({ briefing, page }) => {
  await briefing.open("#/");
  const own = { name: "مياه.briefing", mimeType: "application/octet-stream" };
  own.buffer = Buffer.from(await (await fetch(new URL(await ownFile(), baseUrl))).arrayBuffer());
  const title = await briefing.headline.textContent();
  for (const [file, headline, direction, place] of [
    [FILE, other.title, "ltr", "a-talks"],
    [own, title, "rtl", "a-water"],
    [FILE, other.title, "ltr", "a-talks"],
  ]) {
    await openFile(page, file);
    await openedFile(page).getByText("on this device").waitFor();
    await eventually(async () => assert.equal(await briefing.headline.textContent(), headline));
    await briefing.settled();
    assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), ["en", direction]);
    assert.deepEqual(await faults(page, "body"), []);
    assert.deepEqual(await overflow(page), { by: 0, what: "" });
    for (const link of [`#/source/${place}`, "#/actors", "#/about", "#/"]) {
      await go(briefing, link);
      assert.deepEqual(await faults(page), [], link);
    }
  }
});

reader("begins in one file as it does on a host", async ({ briefing, page }) => {
  await page.goto(new URL("briefing.html", baseUrl).href);
  await briefing.started();
  assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), ["en", "rtl"]);
  await briefing.settled();
  assert.deepEqual(await faults(page), []);
});
