// A corpus that tries to run code, in `tests/hostile/`: in titles, names, topics, quotes, notes and reasons there are tags,
// attributes, comments and addresses that would set `ran`. The page shows them letter for letter, and runs nothing.
//
// Not one of the browser tests that `*.test.mjs` names, because it needs a bundle of its own: `cargo xtask test --only hostile`.

import assert from "node:assert/strict";
import { baseUrl, reader } from "./harness.mjs";
import { crawl } from "./support/crawl.mjs";
import { eventually } from "./support/eventually.mjs";
import { actors, documents, statements, topics } from "./support/seeds.mjs";
import { widths } from "./support/width.mjs";

const COMBINED = 60;
const RAN = /globalThis\.ran/;

/** What should not be in a page, in words; nothing when all is well. */
function foreign(page) {
  return page.evaluate(() => {
    const wrong = [];
    if ("ran" in globalThis) wrong.push("a script has run");
    // What the texts try to bring in; and our own pages have neither pictures nor frames.
    const brought = "img, iframe, svg[onload], object, embed, form, base, style, body script, i, u, [onerror], [onload], [onclick], [onfocus], [onmouseover], [autofocus]";
    for (const element of document.querySelectorAll(brought)) wrong.push(element.outerHTML.slice(0, 120));
    for (const { href } of document.querySelectorAll("a[href], link[href]")) {
      const { protocol, origin, host } = new URL(href.baseVal ?? href, location.href);
      const known = origin === location.origin || host === "example.org" || host === "www.wikidata.org";
      if (!known || !/^https?:$/.test(protocol)) wrong.push(`a link to ${href}`);
    }
    return wrong;
  });
}

const squeezed = (text) => text.replace(/\s+/g, " ").trim();

/** Dialogs that were opened, and scripts that ran before the page was looked at. */
function traps(page) {
  const sprung = [];
  page.on("dialog", (dialog) => {
    sprung.push(dialog.message());
    void dialog.dismiss();
  });
  return sprung;
}

// Its names, words and addresses are also the longest.
widths({ sample: 5 });

reader("runs nothing that a text or an editor wrote, on any page", async ({ briefing, page }) => {
  const sprung = traps(page);
  await briefing.open("#/");
  await briefing.settled();
  assert.deepEqual(await foreign(page), []);
  const visited = await crawl(page, COMBINED);
  assert.ok(visited.length > actors.length + 2 * statements.length, `${visited.length} views`);
  for (const { link, headline, notices } of visited) {
    assert.ok(headline, link);
    assert.equal(notices, "", link);
    await briefing.go(link);
    await briefing.drawn();
    assert.deepEqual(await foreign(page), [], link);
  }
  assert.deepEqual(sprung, []);
});

reader("shows what was written letter for letter", async ({ briefing, page }) => {
  await briefing.open("#/");
  const shown = squeezed(await briefing.text());
  for (const { id, content } of statements) assert.ok(shown.includes(squeezed(content[0])), `${id}: ${content[0]}`);
  assert.equal(await briefing.headline.textContent(), "</title></script><script>globalThis.ran=1</script> <i>a</i> & b");
  assert.equal(await page.title(), "</title></script><script>globalThis.ran=1</script> <i>a</i> & b");
  for (const { id, name } of actors) {
    await briefing.go(`#/actor/${id}`);
    await eventually(async () => assert.equal(await briefing.headline.textContent(), name));
    assert.ok((await page.title()).startsWith(name), await page.title());
  }
  for (const { id, name } of topics) {
    await briefing.go(`#/?topic=${id}`);
    await eventually(async () => assert.ok((await page.title()).includes(name), id));
  }
  await briefing.go("#/source/odd");
  const { text } = documents.find(({ file }) => file.startsWith("odd"));
  await eventually(async () => assert.ok((await briefing.main.locator(".block").count()) > 5));
  const source = squeezed(await briefing.text());
  for (const block of text.split("\n\n")) assert.ok(source.includes(squeezed(block)), block);
});

reader("searches for markup and shows it as found", async ({ briefing, page }) => {
  const sprung = traps(page);
  await briefing.open("#/");
  for (const typed of ["<script>globalThis", "onerror", "javascript:globalThis", "\"><img src=x onerror=globalThis.ran=1>"]) {
    await briefing.search.fill(typed);
    await briefing.drawn();
    assert.deepEqual(await foreign(page), [], typed);
  }
  await briefing.search.fill("globalThis");
  await eventually(async () => assert.ok((await briefing.main.locator("mark").count()) > 0));
  assert.deepEqual(sprung, []);
});

reader("runs nothing that a link brings, and says what it could not read", async ({ briefing, page }) => {
  const sprung = traps(page);
  const payload = encodeURIComponent("<img src=x onerror=globalThis.ran=1>");
  for (const link of [`#/actor/${payload}`, `#/?topic=${payload}&q=${payload}`, `#/${payload}`, "#/?statement=javascript:globalThis.ran=1", "#/source/<script>globalThis.ran=1</script>"]) {
    await page.goto("about:blank");
    await briefing.open(link);
    await briefing.notice.waitFor();
    assert.deepEqual(await foreign(page), [], link);
  }
  assert.deepEqual(sprung, []);
});

reader("runs nothing on pages without the program, and says there what was written", async ({ page }) => {
  const sprung = traps(page);
  for (const { id, content } of statements) {
    await page.goto(new URL(`s/${id}.html`, baseUrl).href);
    assert.deepEqual(await foreign(page), [], id);
    assert.ok(squeezed(await page.locator("main").textContent()).includes(squeezed(content[0])), id);
    // Catalogues read these; they must still be data.
    const data = await page.locator("script[type='application/ld+json']").textContent();
    assert.equal(JSON.parse(data).text, content[0], id);
  }
  for (const { id, name } of actors) {
    await page.goto(new URL(`a/${id}.html`, baseUrl).href);
    assert.deepEqual(await foreign(page), [], id);
    assert.equal(await page.locator("h1").textContent(), name);
  }
  for (const link of ["about.html", "a/index.html", "seeds/index.html"]) {
    await page.goto(new URL(link, baseUrl).href);
    assert.deepEqual(await foreign(page), [], link);
    assert.match(await page.content(), link === "seeds/index.html" ? /odd ü#%\.txt/ : RAN);
  }
  await page.getByRole("listitem").filter({ hasText: "odd ü#%.txt" }).getByRole("link").first().click();
  assert.match(await page.locator("body").textContent(), RAN);
  assert.equal(await page.evaluate(() => document.contentType), "text/plain");
  assert.deepEqual(sprung, []);
});

reader("keeps the direction of a name or a quote from its surroundings", async ({ briefing, page }) => {
  await briefing.open("#/");
  for (const link of ["#/", "#/actors", "#/actor/arabic", "#/actor/attribute", "#/compare?actors=arabic,attribute", "#/source/odd", "#/about"]) {
    await briefing.go(link);
    await briefing.drawn();
    const open = await page.evaluate(() => {
      const turns = /[\u0590-\u08ff\u202a-\u202e\u2066-\u2069]/;
      const walker = document.createTreeWalker(document.getElementById("app"), NodeFilter.SHOW_TEXT);
      const open = [];
      while (walker.nextNode()) {
        const { data, parentElement } = walker.currentNode;
        if (!turns.test(data)) continue;
        // The title of a mark is shown by itself, as plain text: signs in it isolate what turns.
        if (parentElement.localName === "title") {
          if (turns.test(data.replace(/\u2068[^\u2068\u2069]*\u2069/g, ""))) open.push(data);
          continue;
        }
        // The nearest box that keeps it in: a block, or something inline that is isolated.
        let at = parentElement;
        const isolates = ({ display, unicodeBidi }) => !display.startsWith("inline") || display !== "inline" || unicodeBidi === "isolate";
        while (!isolates(getComputedStyle(at))) at = at.parentElement;
        // It may keep it in together with words of ours, which then stand where they do not belong.
        // A sign at its end, such as that of a chip to be removed, stays at its end.
        const others = [...at.childNodes].filter((node) => node.nodeType !== Node.COMMENT_NODE && node.ariaHidden !== "true" && node.textContent.trim() && !node.contains(walker.currentNode));
        const strays = others.filter((node) => node.nodeType === 3 || getComputedStyle(node).display === "inline" && getComputedStyle(node).unicodeBidi !== "isolate");
        if (strays.length > 0) open.push(`${at.outerHTML.slice(0, 160)}`);
      }
      return open;
    });
    assert.deepEqual(open, [], link);
  }
});

reader("gives a name in another script its direction, and does not guess its language", async ({ briefing, page }) => {
  await briefing.open("#/actor/arabic");
  await eventually(async () => assert.equal(await briefing.headline.getAttribute("dir"), "rtl"));
  // No document of this briefing is in a language that runs so.
  assert.equal(await briefing.headline.getAttribute("lang"), "und");
  await page.goto(new URL("a/arabic.html", baseUrl).href);
  assert.deepEqual(await page.locator("h1").evaluate(({ lang, dir }) => [lang, dir]), ["und", "rtl"]);
});
