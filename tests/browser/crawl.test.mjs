// All pages that links lead to, and the requests that visiting them makes.

import assert from "node:assert/strict";
import { baseUrl, reader } from "./harness.mjs";
import { eventually } from "./support/eventually.mjs";
import { actors, statements } from "./support/seeds.mjs";
import { crawl } from "./support/crawl.mjs";
import { views, visit } from "./support/views.mjs";

// Filters and comparisons combine without end; so many of them are visited besides all pages.
const COMBINED = 60;

reader("has no link to a page that is missing or damaged", async ({ briefing, page, watch }) => {
  await briefing.open("#/");
  await haveAll(page, watch);
  const loaded = watch.requests.length;
  const visited = await crawl(page, COMBINED);
  // Every actor's page, and every statement in both places.
  assert.ok(visited.length > actors.length + 2 * statements.length, `${visited.length} views`);
  const broken = visited.filter(({ headline, title, notices, twins }) => !headline || !title || notices || twins.length > 0);
  assert.deepEqual(broken, []);
  const idle = visited.flatMap(({ link, idle }) => [...new Set(idle)].map((name) => `${name} on ${link}`));
  assert.deepEqual(idle, [], "links without effect");
  assert.deepEqual(later(watch, loaded), []);
});

reader("links out of the briefing only where it says so, and to files that are there", async ({ briefing, page }) => {
  await briefing.open("#/");
  const outward = new Map();
  for (const view of views) {
    await visit(briefing, view);
    const links = page.locator("#app a[href]:not([href^='#'])");
    for (const { href, rel } of await links.evaluateAll((links) => links.map(({ href, rel }) => ({ href, rel })))) outward.set(href, rel);
  }
  assert.ok(outward.size > 0);
  for (const [href, rel] of outward) {
    if (href.startsWith(baseUrl)) {
      assert.equal((await page.request.get(href)).status(), 200, href);
    } else {
      assert.match(href, /^https:/);
      assert.match(rel, /noreferrer/, href);
    }
  }
});

reader("requests nothing from another origin while every page is visited", async ({ briefing, page, watch }) => {
  await briefing.open("#/");
  await haveAll(page, watch);
  const loaded = watch.requests.length;
  for (const view of views) await visit(briefing, view);
  await briefing.search.pressSequentially("bases");
  await briefing.copyView.click();
  await page.keyboard.press("j");
  const own = new URL(baseUrl).origin;
  assert.deepEqual(watch.foreign(own), []);
  assert.deepEqual(later(watch, loaded), [], "the page asks for more than it was loaded with");
});

/** Waits for all that a page fetches: whether it was saved for reading offline is the last thing that it says, and the
 * figures are the last part that comes by itself. The outlines of the map come with the overview alone. */
async function haveAll(page, watch) {
  const isFetched = (part) => eventually(() => assert.ok(watch.requests.some((url) => url.includes(`/${part}-`)), `${part} is not fetched`));
  await page.getByRole("region", { name: "Reading offline" }).getByText("reading offline").waitFor();
  await isFetched("figures");
  await isFetched("further");
  await page.evaluate(() => (location.hash = "#/overview"));
  await isFetched("map");
  await page.evaluate(() => (location.hash = "#/"));
  await page.waitForLoadState("networkidle");
}

/** What was asked for after that many requests, but for the icon, which the browser looks at with every address. */
function later(watch, loaded) {
  return watch.requests.slice(loaded).filter((url) => !/\/icon[^/]*$/.test(url));
}
