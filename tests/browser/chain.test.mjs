// How a statement got here: the drawn chain in a card, in the comparison and in print, and the distance in lists.

import assert from "node:assert/strict";
import { reader } from "./harness.mjs";
import { ActorPage } from "./support/actors.mjs";
import { eventually } from "./support/eventually.mjs";
import { opened } from "./support/overview.mjs";
import { print } from "./support/print.mjs";
import { statement } from "./support/seeds.mjs";
import { StartPage } from "./support/start.mjs";

const THIRD = "politico-pentagon-visit";
const SENTENCE =
  "From Pentagon officials, who acted, to US Defense Department and Member of US Congress, then, in the words citing the …, to Politico, " +
  "then, in the words Earlier … reported that, to this article: third hand.";

/** What is drawn before the words of a card: the line of the hand that they came through. */
const lineBefore = (words) => words.evaluate((element) => getComputedStyle(element).borderInlineStartStyle);

for (const { width, height } of [{ width: 1440, height: 900 }, { width: 320, height: 700 }]) {
  reader(`is shown and told how a statement got here, ${width} pixels wide`, { width, height }, async ({ briefing, page }) => {
    const start = StartPage.of(briefing);
    await start.open(`#/?statement=${THIRD}`);
    const chain = page.locator(".chain:visible");
    await chain.waitFor();
    assert.equal(await chain.count(), 1);
    assert.equal(await chain.textContent(), SENTENCE);
    // In the words of the article, and nobody else's.
    for (const words of await chain.locator(".cue-words").allTextContents()) {
      for (const part of words.split("…")) assert.ok(statement(THIRD).cue.includes(part.trim()), words);
    }
    const [names, fit] = await chain.evaluate((drawn) => [
      [...drawn.querySelectorAll(".step a")].map((link) => link.textContent),
      drawn.scrollWidth <= drawn.clientWidth && document.documentElement.scrollWidth <= innerWidth,
    ]);
    assert.deepEqual(names, ["Pentagon officials", "US Defense Department", "Member of US Congress", "Politico"]);
    assert.ok(fit, "the chain is wider than the page");
    await chain.getByRole("link", { name: "Politico" }).click();
    await eventually(() => assert.equal(start.link, "#/actor/politico"));
  });
}

for (const forcedColors of ["none", "active"]) {
  reader(`sees in a list how far away words are, forced colours ${forcedColors}`, async ({ briefing, page }) => {
    await page.emulateMedia({ forcedColors });
    const start = StartPage.of(briefing);
    await start.open("#/");
    const line = (slug) => lineBefore(start.card(slug).root.locator(".words"));
    assert.equal(await line("search-for-base"), "none", "the article’s own words");
    assert.equal(await line("diplomat-rebalance"), "solid", "second hand");
    assert.equal(await line(THIRD), "dashed", "third hand");
  });
}

reader("sees the chains of statements that are compared", async ({ briefing, page }) => {
  await briefing.open("#/compare?actors=united-states,uzbekistan");
  const third = page.locator(".cell", { has: page.locator(`a[href*="statement=${THIRD}"]`) }).first();
  assert.match(await third.locator(".chain-line").textContent(), /^From Pentagon officials to US Defense .*, then to Politico, then to this article: third hand\.$/);
  assert.equal(await lineBefore(third.locator(".words")), "dashed");
  await briefing.open(`#/compare?statements=${THIRD},tashkent-no-bases`);
  await page.locator(".chain").nth(1).waitFor();
  assert.equal(await page.locator(".chain").first().textContent(), SENTENCE);
});

reader("has the chain on paper, and the bars of an actor", async ({ briefing, page }) => {
  await briefing.open("#/?topic=basing");
  await page.getByRole("button", { name: "Print this view" }).waitFor();
  const { text } = await print(page);
  for (const words of ["Pentagon officials", "acted", "US Defense Department", "Politico", "this article", "third hand"]) {
    assert.ok(text.includes(words), `the print lacks “${words}”`);
  }
  await briefing.open("#/actor/united-states");
  await page.getByRole("button", { name: "Print this view" }).waitFor();
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  const profile = page.locator(".print-document .actor-profile");
  assert.match(await profile.innerText(), /For 4[^]*Contradicted by Uzbekistan/);
  assert.ok((await profile.locator(".bar-of-topic rect").first().boundingBox()).width > 50);
});

reader("goes from a cell to its statements where another actor is chosen", async ({ briefing, page }) => {
  const overview = await opened(briefing, "#/overview?actor=uzbekistan&table=matrix");
  const cell = overview.table().locator('tbody td a[href*="voice="]').first();
  // "1 paraphrase, 5 acts; 1 for"
  const [forms] = (await cell.textContent()).split(";");
  const number = forms.match(/\d+/g).map(Number).reduce((sum, one) => sum + one);
  await cell.click();
  await eventually(() => assert.match(overview.link, /^#\/\?actor=uzbekistan&topic=[a-z0-9-]+&voice=[a-z0-9-]+/));
  await page.getByText(`Showing ${number} of `).waitFor();
  await page.getByRole("link", { name: /^Speaks or acts: .*remove/ }).waitFor();
});

reader("goes from who contradicts an actor to them, or to both passages", async ({ briefing, page }) => {
  const actor = ActorPage.of(briefing);
  await actor.open("#/actor/us-defense-department");
  const line = page.locator(".masthead .opponents").first();
  assert.equal(await line.innerText(), "Contradicted by Uzbekistan (both passages)");
  await line.getByRole("link", { name: "Uzbekistan" }).click();
  await eventually(() => assert.equal(actor.link, "#/actor/uzbekistan"));
  await page.goBack();
  await line.getByRole("link", { name: "both passages" }).click();
  await eventually(() => assert.match(actor.link, /^#\/compare\?statements=/));
});
