// A briefing of two thousand actors: `cargo xtask test --only large`. What lists them stays short, and all can be reached.

import assert from "node:assert/strict";
import { reader } from "./harness.mjs";
import { eventually } from "./support/eventually.mjs";
import { routes } from "./support/routes.mjs";

// The most elements of a page that lists the first of everything.
const MOST_ELEMENTS = 3000;

const elements = (page) => page.evaluate(() => document.querySelectorAll("#main *").length);
const focusedLink = (page) => page.evaluate(() => document.activeElement.getAttribute("href"));

reader("finds one of very many actors by its name", async ({ briefing, page }) => {
  await briefing.open(routes.actors);
  const names = () => briefing.main.getByRole("heading", { level: 3 }).allInnerTexts();
  const camps = () => briefing.main.getByRole("heading", { level: 2 }).allInnerTexts();
  const before = await camps();
  assert.ok(before.length > 3);
  assert.ok((await elements(page)) < MOST_ELEMENTS);
  await page.getByRole("searchbox", { name: "Find an actor" }).fill("dialog");
  await page.getByRole("status").getByText(/^\d+ actors$/).waitFor();
  await eventually(async () => assert.ok((await names()).every((name) => /dialog/i.test(name))));
  await page.getByRole("searchbox", { name: "Find an actor" }).fill("nobody of that name");
  await page.getByRole("status").getByText("No actor has this in its name").waitFor();
  await page.getByRole("searchbox", { name: "Find an actor" }).fill("");
  await eventually(async () => assert.deepEqual(await camps(), before));
});

reader("goes on through the actors of a camp by the keyboard", async ({ briefing, page }) => {
  await briefing.open(routes.actors);
  const camp = briefing.main.locator("section.camp-group").first();
  const listed = () => camp.getByRole("heading", { level: 3 }).getByRole("link").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  const before = await listed();
  await camp.getByRole("button", { name: /^Show more of / }).press("Enter");
  await eventually(async () => assert.ok((await listed()).length > before.length));
  const after = await listed();
  assert.deepEqual(after.slice(0, before.length), before);
  await eventually(async () => assert.equal(await focusedLink(page), after[before.length]));
});

reader("chooses whom to compare out of very many", async ({ briefing, page }) => {
  await briefing.open("#/compare");
  assert.ok((await elements(page)) < MOST_ELEMENTS);
  const chips = briefing.main.locator("#compared").getByRole("link");
  const first = await chips.count();
  await page.getByRole("button", { name: "Show more actors" }).press("Enter");
  await eventually(async () => assert.ok((await chips.count()) > first));
  await eventually(async () => assert.equal(await focusedLink(page), await chips.nth(first).getAttribute("href")));
  const name = await chips.nth(first).innerText();
  await page.getByRole("searchbox", { name: "Find an actor" }).fill(name);
  await eventually(async () => assert.ok((await chips.count()) < first));
  await chips.filter({ hasText: name }).first().click();
  await briefing.headline.getByText("Compare with whom?").waitFor();
});
