// Layout and colours: on a phone, on a wide screen, from right to left, in dark mode.

import assert from "node:assert/strict";
import { reader } from "./harness.mjs";
import { eventually } from "./support/eventually.mjs";
import { statements } from "./support/seeds.mjs";
import { colours, contrasts, overflow } from "./support/visual.mjs";
import { StartPage } from "./support/start.mjs";
import { views, visit } from "./support/views.mjs";

const all = [...views, { link: "#/?topic=basng&form=act", title: /Reported act/ }];

for (const [width, height] of [[390, 844], [820, 1180], [1440, 900], [1920, 1080]]) {
  reader(`fits a window of ${width} pixels on every page`, { width, height }, async ({ briefing, page }) => {
    await briefing.open("#/");
    for (const view of all) {
      await visit(briefing, view);
      assert.deepEqual(await overflow(page), { by: 0, what: "" }, view.link);
    }
  });
}

reader("filters on a phone in a sheet over the statements", { width: 390, height: 844, hasTouch: true, isMobile: true }, async ({ briefing, page }) => {
  const start = StartPage.of(briefing);
  await start.open("#/");
  assert.equal(await start.filter.isVisible(), false);
  assert.equal(await start.sheetButton.getAttribute("aria-expanded"), "false");

  await start.sheetButton.tap();
  await start.filter.waitFor();
  assert.equal(await start.sheetButton.getAttribute("aria-expanded"), "true");
  const topic = start.facet("Topic").value("Military basing");
  const promised = (await start.facet("Topic").values()).find((value) => value.label === "Military basing").count;
  await topic.tap();
  await eventually(() => assert.equal(start.link, "#/?topic=basing"));
  // The sheet stays for further choices, and says what there is under it.
  assert.ok(await start.filter.isVisible());
  await eventually(async () => assert.match(await start.sheetDone.innerText(), new RegExp(`Show ${promised} statements?`)));

  await start.sheetDone.tap();
  await eventually(async () => assert.equal(await start.filter.isVisible(), false));
  await start.shows(promised);
  assert.match(await start.sheetButton.innerText(), /1 chosen/);

  await start.sheetButton.tap();
  await start.filter.waitFor();
  await page.keyboard.press("Escape");
  await eventually(async () => assert.equal(await start.filter.isVisible(), false));
  await start.clear.tap();
  await start.shows(statements.length);
});

for (const [link, width] of [["#/", 390], ["#/overview", 390], ["#/overview", 820]]) {
  reader(`stays within the sheet by the keyboard, on ${link} ${width} pixels wide`, { width, height: 844 }, async ({ briefing, page }) => {
    const start = StartPage.of(briefing);
    await start.open(link);
    await briefing.settled();
    const opener = briefing.main.getByRole("button", { name: /^Filter/ });
    await opener.press("Enter");
    const sheet = page.getByRole("dialog", { name: "Filter" });
    await sheet.waitFor();
    const isWithin = () => page.evaluate(() => document.activeElement.closest("[role=dialog]") !== null);
    await eventually(async () => assert.ok(await isWithin()));
    for (let stop = 0; stop < 12; stop += 1) {
      await page.keyboard.press("Tab");
      assert.ok(await isWithin(), `stop ${stop}`);
    }
    assert.equal(await page.locator("#app :is(header, .statements, .figures)").and(page.locator(":not([inert], [inert] *)")).count(), 0);
    // Choosing keeps the focus and the sheet.
    await page.keyboard.press("Enter");
    assert.ok(await isWithin());
    await page.keyboard.press("Escape");
    await eventually(async () => assert.match((await briefing.focus()).name, /^Filter/));
    assert.equal(await sheet.count(), 0);
    assert.equal(await page.locator("[inert]").count(), 0);
    // A page that becomes wide has the facets beside the statements.
    await opener.press("Enter");
    await sheet.waitFor();
    await page.setViewportSize({ width: 1440, height: 900 });
    await eventually(async () => assert.equal(await page.locator("[inert], [role=dialog][aria-modal]").count(), 0));
  });
}

reader("leaves out values on a phone, where nothing hovers", { width: 390, height: 844, hasTouch: true, isMobile: true }, async ({ briefing }) => {
  const start = StartPage.of(briefing);
  await start.open("#/");
  await start.sheetButton.tap();
  await start.facet("Form").not("Narration").tap();
  await eventually(() => assert.equal(start.link, "#/?form=-narration"));
});

for (const colorScheme of ["light", "dark"]) {
  reader(`can be read in ${colorScheme} colours`, { colorScheme }, async ({ briefing, page }) => {
    await briefing.open("#/");
    for (const view of all) {
      await visit(briefing, view);
      const measured = await contrasts(page);
      assert.ok(measured.length > 5);
      const weak = measured.filter(({ ratio, needed }) => ratio < needed);
      assert.deepEqual(weak.map(({ where, words, ratio }) => `${ratio.toFixed(2)} ${where}: ${words}`), [], view.link);
    }
  });
}

// What a reader sees of the layout: where the parts lie, and on which side a rule or a margin is.
const PARTS = ".bar nav, .search, .tools, .rail, .masthead h1, .camp, .statements, .statement, .day, .chosen, .passage, .relation, .comparison th, .comparison td, .text, .block, .notes, .number, .profile-facts, .prose, .keys, .pair .side";

for (const [width, height] of [[390, 844], [820, 1180], [1440, 900]]) {
  reader(`mirrors the layout where the page runs from right to left, ${width} pixels wide`, { width, height }, async ({ briefing, page }) => {
    await briefing.open("#/");
    for (const view of all) {
      const sides = (dir) =>
        page.evaluate(([parts, dir]) => {
          document.documentElement.dir = dir;
          const wide = document.documentElement.clientWidth;
          const drawn = [...document.querySelectorAll(parts)].filter((element) => element.checkVisibility());
          return drawn.map((element) => {
            const { left, right } = element.getBoundingClientRect();
            const { borderLeftWidth, borderRightWidth, paddingLeft, paddingRight } = getComputedStyle(element);
            const box = [left, wide - right, borderLeftWidth, borderRightWidth, paddingLeft, paddingRight];
            const [start, end, startRule, endRule, startRoom, endRoom] = dir === "rtl" ? [1, 0, 3, 2, 5, 4].map((at) => box[at]) : box;
            // What is as wide as its words is measured where its line begins.
            return { what: element.className || element.tagName, start: Math.round(start), startRule, endRule, startRoom, endRoom, wide: Math.round(wide - start - end) };
          });
        }, [PARTS, dir]);
      await visit(briefing, view);
      await briefing.laidOut();
      const there = await sides("ltr");
      const mirrored = await sides("rtl");
      await sides("ltr");
      assert.ok(there.length > 3, view.link);
      assert.deepEqual(mirrored, there, view.link);
    }
  });
}

reader("follows the system when it turns dark", async ({ briefing, page }) => {
  await briefing.open("#/");
  const { paper, ink } = await colours(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await eventually(async () => assert.notDeepEqual(await colours(page), { paper, ink }));
  const dark = await colours(page);
  assert.notEqual(dark.paper, paper);
  assert.notEqual(dark.ink, ink);
});
