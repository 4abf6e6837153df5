// What a hand reaches and where the focus is seen, on every page: targets of 24 pixels (2.5.8), a focus that has an outline and that
// nothing covers (2.4.7, 2.4.11), text that is spaced out (1.4.12), counts that are announced once (4.1.3),
// nothing that moves (2.3.3).

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { reader } from "./harness.mjs";
import { eventually } from "./support/eventually.mjs";
import { clipped, overflow } from "./support/visual.mjs";
import { smallTargets, unseenFocus } from "./support/reach.mjs";

const LINKS = [
  "#/?topic=basing",
  "#/overview?topic=basing",
  "#/overview?table=matrix",
  "#/actors",
  "#/actor/kazakhstan",
  "#/compare?actors=united-states,kazakhstan",
  "#/source?statement=tashkent-no-bases",
  "#/about",
];

for (const [width, height] of [[320, 640], [390, 844], [820, 1180], [1440, 900]]) {
  reader(`hits every target in a window of ${width} pixels`, { width, height, hasTouch: width < 1000 }, async ({ briefing, page }) => {
    await briefing.open("#/");
    await briefing.settled();
    for (const link of LINKS) {
      await briefing.go(link);
      await briefing.drawn();
      await briefing.laidOut();
      assert.deepEqual(await smallTargets(page), [], link);
    }
  });
}

reader("reads every page with the spacing of letters, words and lines that 1.4.12 asks for", { width: 390, height: 844 }, async ({ briefing, page }) => {
  await briefing.open("#/");
  await briefing.settled();
  const spacing = { "letter-spacing": "0.12em", "word-spacing": "0.16em", "line-height": "1.5" };
  for (const link of LINKS) {
    await briefing.go(link);
    await briefing.drawn();
    await page.evaluate((spacing) => {
      for (const element of document.querySelectorAll("body *:not(svg *)")) for (const [name, value] of Object.entries(spacing)) element.style.setProperty(name, value, "important");
    }, spacing);
    await briefing.laidOut();
    assert.deepEqual(await overflow(page), { by: 0, what: "" }, link);
    assert.deepEqual(await clipped(page), [], link);
  }
});

/**
 * Where the links of each figure lead from one to another, by the id of the figure: the thin ones of drawings, or all of tables.
 * What leads to several at once is listed in tables one by one; a mark of one statement in the matrix is within its cell, which
 * is large and leads to a list with the same statement.
 */
function destinations(page, within) {
  return page.evaluate((within) => {
    const counts = (link) => {
      const { width, height } = link.getBoundingClientRect();
      return within === "table" || ((width < 24 || height < 24) && /[?&]actor=[^&,]+&.*[a-z]+=[^&,]+$/.test(link.getAttribute("href")));
    };
    const of = (figure) => [...figure.querySelectorAll(`${within} a`)].filter(counts).map((link) => link.getAttribute("href"));
    return Object.fromEntries([...document.querySelectorAll("#main section.figure")].map((figure) => [figure.id, of(figure)]));
  }, within);
}

for (const link of ["#/overview", "#/overview?by=camp"]) {
  reader(`reaches by the tables what the thin marks of figures lead to, ${link}`, async ({ briefing, page }) => {
    await briefing.open(link);
    await page.locator("svg").first().waitFor();
    const drawn = await destinations(page, "svg");
    await briefing.go(`${link}${link.includes("?") ? "&" : "?"}table=matrix,positions,changes,timeline,flows,relays,network,map`);
    await eventually(async () => assert.equal(await page.locator("#main .figure svg").count(), 0));
    assert.ok(Object.values(drawn).flat().length > 5, JSON.stringify(drawn));
    const listed = await destinations(page, "table");
    for (const [figure, links] of Object.entries(drawn)) {
      assert.deepEqual(links.filter((link) => !listed[figure].includes(link)), [], figure);
    }
  });
}

for (const [width, height] of [[320, 640], [1280, 800]]) {
  for (const link of LINKS) {
    reader(`sees where the focus is in a window of ${width} pixels, ${link}`, { width, height }, async ({ briefing, page }) => {
      await briefing.open(link);
      await briefing.settled();
      assert.deepEqual(await unseenFocus(page), []);
    });
  }
}

reader("is told of counts once the search has settled, and not after each letter", async ({ briefing, page }) => {
  await briefing.open("#/");
  await briefing.settled();
  const announced = page.locator("body > [aria-live=polite]");
  const loud = () => briefing.main.locator("[role=status]:not([aria-live=off])").count();
  assert.ok((await loud()) > 0, "what is chosen by a click is announced at once");
  // A clock of its own, so that a slow machine types no slower than the pause.
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  for (const letter of "bases") {
    await briefing.search.pressSequentially(letter);
    await page.clock.runFor(100);
    assert.equal(await loud(), 0, letter);
    assert.equal(await announced.textContent(), "", letter);
  }
  await page.clock.runFor(2000);
  await eventually(async () => assert.match(await announced.textContent(), /^Showing \d+ of \d+ $/));
  assert.ok((await loud()) > 0);
  await briefing.search.pressSequentially("zz");
  assert.equal(await announced.textContent(), "", "the same count is announced again");
});

reader("sees nothing move, also where the system does not ask for that", { reducedMotion: "no-preference" }, async ({ briefing, page }) => {
  for (const folder of ["style", "boot"]) {
    const at = new URL(`../../${folder}/`, import.meta.url);
    for (const name of readdirSync(at).filter((name) => name.endsWith(".css"))) {
      // A message that comes late is not a movement.
      const css = readFileSync(new URL(name, at), "utf8").replace("animation: boot-late 0s 8s forwards", "").replace("@keyframes boot-late", "");
      assert.doesNotMatch(css, /transition\b|animation\b|@keyframes|(?<!over)scroll-behavior/, `${folder}/${name}`);
    }
  }
  await briefing.open("#/");
  await briefing.settled();
  for (const link of LINKS) {
    await briefing.go(link);
    await briefing.drawn();
    assert.equal(await page.evaluate(() => document.getAnimations().length), 0, link);
  }
});
