// Searching: what a reader types, and what the page makes of it.

import assert from "node:assert/strict";
import { reader } from "./harness.mjs";
import { eventually } from "./support/eventually.mjs";
import { statements } from "./support/seeds.mjs";
import { StartPage } from "./support/start.mjs";

async function opened(briefing, link) {
  const start = StartPage.of(briefing);
  await start.open(link);
  return start;
}

/** Types a text at once, and the slugs of what it finds. */
async function found(start, text) {
  await start.search.fill(text);
  await eventually(() => assert.equal(new URLSearchParams(start.link.split("?")[1]).get("q"), text));
  return start.shows(await start.shown());
}

const entries = (page) => page.evaluate(() => history.length);

reader("narrows with every key, marks what it found, and takes one place in history", async ({ briefing, page }) => {
  const start = await opened(briefing);
  const before = await entries(page);
  await start.search.focus();
  let last = statements.length;
  for (const [typed, key] of [..."bases"].map((key, at, all) => [all.slice(0, at + 1).join(""), key])) {
    await page.keyboard.press(key);
    await eventually(() => assert.equal(start.link, `#/?q=${typed}`));
    const count = await start.shown();
    assert.ok(count <= last && count > 0, `${typed}: ${count} after ${last}`);
    await start.shows(count);
    last = count;
  }
  assert.ok(last < statements.length);
  assert.equal(await entries(page), before + 1);
  for (const card of await start.readCards()) {
    const passage = card.marks.some((mark) => /^bas(e|es|ing)$/i.test(mark));
    assert.ok(passage || /bas(e|es|ing)\b/i.test(card.text), `${card.slug} has no “bases”`);
  }
  assert.ok((await start.readCards()).some((card) => card.marks.includes("bases")));
  // The letters are typed where the reader is: the caret stays.
  assert.equal((await start.focus()).tag, "input");
  assert.equal(await start.search.inputValue(), "bases");
  await page.goBack();
  await start.shows(statements.length);
  assert.equal(await start.search.inputValue(), "");
});

reader("finds a phrase only as it stands", async ({ briefing }) => {
  const start = await opened(briefing);
  const words = await found(start, "American bases ");
  const wrong = await start.search.fill('"American bases"').then(() => start.nothing.waitFor());
  assert.equal(wrong, undefined);
  const right = await found(start, '"military bases"');
  assert.deepEqual(right, ["tashkent-no-bases"]);
  assert.ok(words.includes("tashkent-no-bases"));
  const [card] = await start.readCards();
  assert.deepEqual(card.marks, ["military bases"]);
});

reader("says that the number is being renewed until the search is finished", async ({ briefing, page }) => {
  const start = await opened(briefing);
  // From here on a slice of the search ends with its first step.
  await page.evaluate(() => {
    let time = Date.now();
    Date.now = () => (time += 1000);
    globalThis.busy = [];
    const chosen = document.querySelector(".chosen");
    const note = () => globalThis.busy.push([chosen.getAttribute("aria-busy"), chosen.querySelector("[role=status]").textContent]);
    new MutationObserver(note).observe(chosen, { attributes: true, attributeFilter: ["aria-busy"] });
  });
  await found(start, "Russia -Kremlin");
  const [before, ...rest] = await page.evaluate(() => globalThis.busy);
  assert.equal(before[0], "true");
  const [state, number] = rest.at(-1);
  assert.equal(state, null);
  assert.match(number, /^Showing /);
});

reader("leaves out what follows a hyphen", async ({ briefing }) => {
  const start = await opened(briefing);
  const all = await found(start, "Russia ");
  const without = await found(start, "Russia -Kremlin");
  const also = await found(start, "Russia Kremlin ");
  assert.ok(also.length > 0 && without.length > 0);
  assert.deepEqual([...without, ...also].sort(), all.sort());
});

reader("ignores case and diacritics", async ({ briefing }) => {
  const start = await opened(briefing);
  const plain = await found(start, "Tashkent ");
  assert.ok(plain.length > 0);
  assert.deepEqual(await found(start, "tàshkÉnt "), plain);
  const marks = (await start.readCards()).flatMap((card) => card.marks);
  assert.ok(marks.includes("Tashkent"), marks.join());
});

reader("reads a misspelt word as the nearest one, and says so", async ({ briefing }) => {
  const start = await opened(briefing);
  const right = await found(start, "counterterrorism ");
  const misspelt = await found(start, "countertterorism ");
  assert.deepEqual(misspelt, right);
  const reading = await start.readings.innerText();
  assert.match(reading, /“countertterorism”.*“counterterrorism”/);
  assert.ok((await start.readCards()).some((card) => card.marks.includes("counterterrorism")));
});

reader("says that nothing is found, and offers the way back", async ({ briefing }) => {
  const start = await opened(briefing, "#/?topic=basing");
  await start.search.fill("xyzzyx");
  await start.nothing.waitFor();
  assert.match(await start.readings.innerText(), /“xyzzyx”/);
  await start.without.filter({ hasText: "xyzzyx" }).click();
  await eventually(() => assert.equal(start.link, "#/?topic=basing"));
  assert.equal(await start.search.inputValue(), "");
});

reader("combines with the facets, whose counts follow", async ({ briefing }) => {
  const start = await opened(briefing, "#/?q=bases");
  const shown = await start.shown();
  const topic = (await start.facet("Topic").values()).find((value) => value.label === "Military basing");
  assert.ok(topic.count <= shown);
  await start.facet("Topic").value("Military basing").click();
  await start.shows(topic.count);
  assert.equal(start.link, "#/?topic=basing&q=bases");
  await start.chips.filter({ hasText: "bases" }).click();
  await eventually(() => assert.equal(start.link, "#/?topic=basing"));
});

reader("comes from any page to what is found", async ({ briefing }) => {
  const start = await opened(briefing, "#/about");
  await start.search.pressSequentially("nato");
  await eventually(() => assert.equal(start.link, "#/?q=nato"));
  const shown = await start.shown();
  assert.ok(shown > 0 && shown < statements.length);
  assert.equal((await start.focus()).tag, "input");
  assert.equal(await start.search.inputValue(), "nato");
});

reader("goes to the search by / and leaves it by Esc", async ({ briefing, page }) => {
  const start = await opened(briefing);
  await start.settled();
  await page.keyboard.press("/");
  assert.equal((await start.focus()).tag, "input");
  assert.equal(await start.search.inputValue(), "");
  await page.keyboard.type("a/b");
  assert.equal(await start.search.inputValue(), "a/b");
  await page.keyboard.press("Escape");
  await eventually(async () => assert.notEqual((await start.focus()).tag, "input"));
});

reader("keeps any text that is typed, whatever it means in a link", async ({ briefing, page }) => {
  const start = await opened(briefing);
  const text = `50% & #1 + "a=b" <b> ?/é`;
  await start.search.fill(text);
  await eventually(() => assert.match(start.link, /q=/));
  await page.reload();
  await start.started();
  assert.equal(await start.search.inputValue(), text);
  assert.equal(await start.notice.count(), 0);
});

reader("takes nothing but spaces for no search, and keeps them as typed", async ({ briefing, page }) => {
  const start = await opened(briefing);
  await start.search.pressSequentially("  ");
  await eventually(() => assert.equal(start.link, "#/?q=++"));
  await start.shows(statements.length);
  assert.equal(await start.clear.count(), 0);
  assert.equal(await start.search.inputValue(), "  ");
  await page.keyboard.type("bases");
  await start.clear.waitFor();
  assert.equal(await start.search.inputValue(), "  bases");
});
