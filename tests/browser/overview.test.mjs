// The overview: figures that follow the filter, whose every mark leads to what was said, and that are tables as well.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { baseUrl, reader } from "./harness.mjs";
import { eventually } from "./support/eventually.mjs";
import { FIRST, OverviewPage, opened } from "./support/overview.mjs";
import { statement, statements, topics } from "./support/seeds.mjs";

const on = (topic) => statements.filter((it) => it.topics.includes(topic)).length;

reader("sees how many statements there are on each topic, and goes to them", async ({ briefing }) => {
  const overview = await opened(briefing);
  assert.equal(await overview.headline.textContent(), "Overview");
  const names = await overview.names();
  for (const { id, name } of topics.filter(({ id }) => on(id) > 0)) {
    assert.ok(names.includes(`${name}: ${on(id)} statement${on(id) === 1 ? "" : "s"}`), `${name}: ${on(id)} in ${names}`);
  }
  await overview.part("Military basing: 5 statements").click();
  await eventually(() => assert.equal(overview.link, "#/?topic=basing"));
  await briefing.page.getByText(`Showing 5 of ${statements.length}`).waitFor();
});

reader("goes from a mark to its statement, and back", async ({ briefing, page }) => {
  const overview = await opened(briefing, "#/overview?topic=basing");
  const { id } = statement("tashkent-no-bases");
  await overview.figure().locator(`svg a[href*="statement=${id}"]`).first().click();
  await eventually(() => assert.equal(overview.link, `#/?topic=basing&statement=${id}`));
  await page.goBack();
  await overview.figure().waitFor();
  assert.equal(overview.link, "#/overview?topic=basing");
});

reader("filters the figures by facets, chips and search, and takes the filter along", async ({ briefing, page }) => {
  const overview = await opened(briefing);
  await overview.filter.getByRole("link", { name: /^Direct quote/ }).click();
  await eventually(() => assert.equal(overview.link, "#/overview?form=direct"));
  const direct = statements.filter((it) => it.form === "direct").length;
  await overview.figure().getByText(`in ${direct} statement`).waitFor();
  await overview.main.getByRole("link", { name: /^Form: Direct quote.*remove/ }).click();
  await eventually(() => assert.equal(overview.link, "#/overview"));
  await overview.search.fill("bases");
  await eventually(() => assert.match(overview.link, /^#\/overview\?q=bases/));
  await overview.figure().getByText(/in \d statements?\./).waitFor();
  await page.getByRole("link", { name: /^Read \d+ statements?$/ }).click();
  await eventually(() => assert.match(overview.link, /^#\/\?q=bases/));
  await overview.pages.getByRole("link", { name: "Overview" }).click();
  await eventually(() => assert.match(overview.link, /^#\/overview\?q=bases/));
  await overview.figure().waitFor();
});

reader("sees the figure in the window follow a filter first, and the others after it", async ({ briefing, page }) => {
  const overview = await opened(briefing);
  const figures = page.locator("section.figure:has(svg)");
  const ids = await eventually(async () => {
    const ids = await figures.evaluateAll((figures) => figures.map(({ id }) => id));
    assert.ok(ids.length > 4);
    return ids;
  });
  // Of each figure the frame of its first change.
  await page.evaluate(() => {
    globalThis.changed = {};
    let frame = 0;
    const count = () => requestAnimationFrame(() => count((frame += 1)));
    count();
    const note = ({ target }) => {
      const id = (target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement)?.closest("section.figure")?.id;
      if (id) globalThis.changed[id] ??= frame;
    };
    new MutationObserver((records) => records.forEach(note)).observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
  });
  await overview.filter.getByRole("link", { name: /^Direct quote/ }).click();
  const changed = await eventually(async () => {
    const changed = await page.evaluate(() => globalThis.changed);
    assert.deepEqual(Object.keys(changed).sort(), [...ids].sort());
    return changed;
  });
  const [first] = ids;
  const out = await figures.evaluateAll((figures) =>
    figures.filter((figure) => figure.getBoundingClientRect().top > innerHeight).map(({ id }) => id),
  );
  assert.ok(out.length > 1);
  for (const id of out) assert.ok(changed[id] > changed[first], `${id}: ${JSON.stringify(changed)}`);
  // And they show what they show when the page is opened like this.
  const texts = () => page.locator("section.figure").allTextContents();
  const followed = await texts();
  await page.reload();
  await eventually(async () => assert.deepEqual(await texts(), followed));
});

reader("is told where nothing is left to show, and how to go back", async ({ briefing, page }) => {
  const overview = OverviewPage.of(briefing);
  await overview.open("#/overview?topic=basing&form=mixed&actor=kazakhstan&role=relay");
  await page.getByText("No statement matches all of this.").waitFor();
  assert.equal(await overview.figure().count(), 0);
});

reader("arranges the matrix by links, which are the state", async ({ briefing }) => {
  const overview = await opened(briefing);
  const choose = async (list, name) => {
    await overview.figure().getByRole("navigation", { name: list }).getByRole("link", { name, exact: true }).click();
  };
  await choose("Columns", "Camps");
  await eventually(() => assert.equal(overview.link, "#/overview?by=camp"));
  await choose("Order", "Similarity");
  await eventually(() => assert.equal(overview.link, "#/overview?by=camp&sort=similarity"));
  const names = await overview.names();
  await briefing.page.reload();
  await overview.figure().locator("svg").waitFor();
  assert.deepEqual(await overview.names(), names);
});

reader("reads a figure as a table by the key m and by its control, and keeps the focus", async ({ briefing, page }) => {
  const overview = await opened(briefing);
  await overview.settled();
  await page.keyboard.press("m");
  await overview.table().waitFor();
  assert.equal(overview.link, "#/overview?table=matrix");
  assert.equal(await overview.figure().locator("svg").count(), 0);
  const heading = overview.figure().getByRole("heading");
  assert.ok(await heading.evaluate((heading) => heading === document.activeElement));
  const top = await heading.evaluate((heading) => heading.getBoundingClientRect().top);
  assert.ok(top >= 0 && top < 600, `the heading of the table is at ${top}`);
  const row = overview.table().getByRole("row").filter({ has: page.getByRole("rowheader", { name: "Military basing" }) });
  await row.getByText("silent").first().waitFor();
  await page.keyboard.press("m");
  await overview.figure().locator("svg").waitFor();
  assert.equal(overview.link, "#/overview");
  await overview.figure("For and against").getByRole("link", { name: /^As a table/ }).click();
  await overview.table("For and against").waitFor();
  assert.equal(overview.link, "#/overview?table=positions");
});

reader("goes through a figure by arrow keys, with one stop of the Tab key", async ({ briefing, page }) => {
  const overview = await opened(briefing);
  const first = overview.figure().locator("svg a").first();
  await first.focus();
  const at = () => overview.focus().then(({ name }) => name);
  const begin = await at();
  await page.keyboard.press("ArrowRight");
  const right = await at();
  assert.notEqual(right, begin);
  await page.keyboard.press("ArrowLeft");
  assert.equal(await at(), begin);
  await page.keyboard.press("ArrowDown");
  assert.notEqual(await at(), begin);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.closest("svg")), null);
  await first.focus();
  await page.keyboard.press("Enter");
  await eventually(() => assert.match(overview.link, /^#\/\?/));
});

reader("comes back by Tab to the mark of each figure where the arrow keys have led", async ({ briefing, page }) => {
  const overview = await opened(briefing);
  await overview.figure().locator("svg").waitFor();
  const ids = await overview.main.locator("section.figure:has(svg)").evaluateAll((figures) => figures.map(({ id }) => id));
  assert.ok(ids.length > 3, ids.join());
  const focused = () => page.evaluate(() => document.activeElement.id);
  for (const id of ids) {
    const stop = page.locator(`#${id} svg a[tabindex="0"]`);
    assert.equal(await stop.count(), 1, `${id} is one stop`);
    await stop.focus();
    const begin = await focused();
    for (const key of ["ArrowDown", "ArrowRight", "ArrowDown"]) await page.keyboard.press(key);
    const at = await focused();
    assert.notEqual(at, begin, id);
    assert.equal(await stop.count(), 1, `${id} is still one stop`);
    await page.keyboard.press("Tab");
    assert.notEqual(await focused(), at, id);
    await page.keyboard.press("Shift+Tab");
    assert.equal(await focused(), at, id);
  }
});

for (const [kind, begins] of [["SVG", "<svg "], ["PNG", "\u0089PNG"]]) {
  reader(`saves a figure as ${kind}`, async ({ briefing, page }) => {
    const overview = await opened(briefing, "#/overview?topic=basing");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      overview.figure().getByRole("button", { name: new RegExp(`^Save as ${kind}`) }).click(),
    ]);
    assert.equal(download.suggestedFilename(), `who-speaks-on-what.${kind.toLowerCase()}`);
    const content = readFileSync(await download.path());
    assert.ok(content.toString("latin1").startsWith(begins));
    if (kind === "SVG") {
      const text = content.toString();
      for (const part of ["Source: Central Asia between the US and Russia", "Topic: Military basing", "#/overview?topic=basing&amp;edition="]) {
        assert.ok(text.includes(part), part);
      }
      assert.ok(!text.includes("var("), "the colours are in the file");
      // Another document draws it.
      await page.setContent(`<img alt="the figure" src="data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}">`);
      await eventually(async () => assert.ok((await page.locator("img").evaluate((image) => image.naturalWidth)) > 600));
    } else {
      assert.ok(content.length > 20_000, `${content.length} bytes`);
    }
  });
}

for (const [width, height] of [[320, 640], [390, 844], [820, 1180]]) {
  reader(`has every mark on a page of ${width} pixels, which does not scroll sideways`, { width, height }, async ({ briefing, page }) => {
    const overview = await opened(briefing);
    await overview.figure().locator("svg").waitFor();
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wider <= 0, `${wider} pixels wider`);
    const drawn = await overview.figure().locator("svg").evaluate((svg) => svg.getBoundingClientRect().right);
    assert.ok(drawn <= width, `the drawing ends at ${drawn}`);
    const names = await overview.names();
    assert.ok(names.some((name) => name.includes("direct quote")), names.join("\n"));
  });
}

reader("is told with letters twice as large as much as with others", { width: 1440 }, async ({ briefing, page }) => {
  const overview = await opened(briefing);
  const size = () => overview.figure().locator("svg text").first().evaluate((text) => text.getBoundingClientRect().height);
  const before = await size();
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
    dispatchEvent(new Event("resize"));
  });
  await eventually(async () => assert.ok((await size()) > before * 1.5));
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wider <= 0, `${wider} pixels wider`);
});

const FIGURES = /figures-[^/]*\.wasm$/;
const FILES = /files-[^/]*\.wasm$/;

reader("has the figures fetched before they are wanted, and after everything that the start page needs", async ({ briefing, watch }) => {
  await briefing.open();
  const fetched = (name) => watch.requests.findIndex((url) => name.test(url));
  await eventually(() => assert.notEqual(fetched(FIGURES), -1));
  assert.ok(fetched(FIGURES) > fetched(/pages-[^/]*\.wasm$/));
});

reader("is told that the figures could not be loaded, and tries again", async ({ page, context, watch }) => {
  watch.expect(/figures-/);
  watch.allow(/split|fetch|load|Failed/i);
  await context.route(FIGURES, (route) => route.abort(), { times: 1 });
  await page.goto(new URL("#/overview", baseUrl).href);
  const alert = page.getByRole("alert").filter({ hasText: "could not be loaded" });
  await alert.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("heading", { name: "Overview" }).waitFor();
  await page.getByRole("region", { name: FIRST }).waitFor();
});

reader("has the first figures before the others, and is told where these could not be loaded", async ({ page, context, watch }) => {
  watch.expect(/further-/);
  watch.allow(/split|fetch|load|Failed/i);
  await context.route(/further-[^/]*\.wasm$/, (route) => route.abort(), { times: 1 });
  await page.goto(new URL("#/overview", baseUrl).href);
  await page.getByRole("region", { name: FIRST }).waitFor();
  const alert = page.getByRole("alert").filter({ hasText: "could not be loaded" });
  await alert.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("region", { name: "Who speaks of whom" }).waitFor();
});

reader("saves a figure once what makes files is loaded, and is told where it could not be", async ({ briefing, page, context, watch }) => {
  watch.expect(/files-/);
  watch.allow(/split|fetch|load|Failed/i);
  const overview = await opened(briefing);
  const fetched = () => watch.requests.filter((url) => FILES.test(url)).length;
  assert.equal(fetched(), 0, "nothing is fetched before it is wanted");
  const save = overview.figure().getByRole("button", { name: /^Save as SVG/ });
  await context.route(FILES, (route) => route.abort(), { times: 1 });
  await save.click();
  await page.getByText("could not be loaded. Try again, with a connection.").waitFor();
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await context.route(FILES, async (route) => {
    await held;
    await route.continue();
  });
  await save.click();
  await eventually(() => assert.ok(fetched() > 1));
  const saved = page.waitForEvent("download");
  release();
  assert.equal((await saved).suggestedFilename(), "who-speaks-on-what.svg");
});

reader("sees an actor's page before its figures are there", async ({ page, context }) => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await context.route(FIGURES, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(new URL("#/actor/russia", baseUrl).href);
  await page.getByRole("heading", { level: 1 }).waitFor();
  const figure = page.getByRole("region", { name: "Who speaks of whom" });
  assert.equal(await figure.count(), 0);
  release();
  await figure.waitFor();
});
