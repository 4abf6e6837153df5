// Accessibility of every page, by axe-core.
// All of its rules are on: the experimental ones, and those of level AAA.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import axe from "axe-core";
import { baseUrl, reader } from "./harness.mjs";
import { FILE, damaged, openFile, openedFile } from "./support/briefing-file.mjs";
import { actors, statements } from "./support/seeds.mjs";
import { StartPage } from "./support/start.mjs";
import { views, visit } from "./support/views.mjs";

/** Pages that need no program. */
const still = ["about.html", "a/index.html", "d/central-asia-us-russia.html", `a/${actors[0].id}.html`, `s/${statements[0].id}.html`, "seeds/index.html"];

/** The rules that mean nothing on paper, where nobody goes to a landmark and no finger meets a link. */
const OF_SCREENS = ["landmark-one-main", "region", "target-size"];

/** What is wrong with the page as it stands, but for some rules, each with an example of where. */
async function barriers(page, but = []) {
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(axe.source);
  return page.evaluate(async (but) => {
    const values = globalThis.axe.getRules().map(({ ruleId }) => ruleId).filter((id) => !but.includes(id));
    const rules = Object.fromEntries(values.map((id) => [id, { enabled: true }]));
    // It would look for style sheets of other hosts.
    const { violations, passes, inapplicable } = await globalThis.axe.run(document, { runOnly: { type: "rule", values }, rules, preload: false });
    // Where no control has a name besides its words, there is nothing to compare.
    const looked = [...violations, ...passes, ...inapplicable].some(({ id }) => id === "label-content-name-mismatch");
    if (!looked || passes.length === 0) throw new Error("axe-core has not looked at the names");
    return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.length} times, ${nodes[0].html.slice(0, 200)} ${nodes[0].failureSummary}`);
  }, but);
}

for (const [width, height] of [[320, 640], [390, 844], [820, 1180], [1440, 900]]) {
  for (const colorScheme of ["light", "dark"]) {
    const where = `at ${width} pixels, ${colorScheme}`;

    reader(`has no accessibility violation ${where}`, { width, height, colorScheme }, async ({ briefing, page }) => {
      await briefing.open("#/");
      for (const view of views) {
        await visit(briefing, view);
        assert.deepEqual(await barriers(page), [], view.link);
      }
    });

    reader(`has no accessibility violation in what opens over or in a page ${where}`, { width, height, colorScheme }, async ({ briefing, page }) => {
      const start = StartPage.of(briefing);
      await page.addInitScript(() => delete Navigator.prototype.clipboard);
      await start.open("#/?topic=basing&actor=no-such-actor");
      await start.settled();
      assert.deepEqual(await barriers(page), [], "a notice");
      if (await start.sheetButton.isVisible()) {
        await start.sheetButton.click();
        assert.deepEqual(await barriers(page), [], "the sheet of the facets");
        await start.sheetDone.click();
      }
      await start.intro.locator("summary").click();
      if (await start.axis.isVisible()) await start.axis.locator("summary").click();
      assert.deepEqual(await barriers(page), [], "head and axis, opened");
      await page.getByRole("button", { name: "Share, export" }).click();
      const dialog = page.getByRole("dialog", { name: "Share and export" });
      await dialog.getByRole("heading", { name: "The statements as a file" }).waitFor();
      assert.deepEqual(await barriers(page), [], "the dialog");
      await dialog.getByRole("button", { name: "Copy", exact: true }).click();
      await start.linkByHand.waitFor();
      assert.deepEqual(await barriers(page), [], "the link to be copied by hand");
    });

    reader(`has no accessibility violation with a briefing file ${where}`, { width, height, colorScheme }, async ({ briefing, page }) => {
      await briefing.open("#/about");
      await openFile(page, { name: "a.briefing", mimeType: "", buffer: damaged(readFileSync(FILE)) });
      const alert = page.getByRole("alert").filter({ hasText: "was not opened" });
      await alert.waitFor();
      assert.deepEqual(await barriers(page), [], "a file that is damaged");
      // It may lie over the foot of the page.
      const another = alert.getByRole("button", { name: "Open another file…" });
      const [chooser] = await Promise.all([page.waitForEvent("filechooser"), another.click()]);
      await chooser.setFiles(FILE);
      await openedFile(page).waitFor();
      await briefing.settled();
      assert.deepEqual(await barriers(page), [], "an opened file");
      await page.getByRole("button", { name: "Share, export" }).click();
      await page.getByRole("dialog").getByText("send that as well").waitFor();
      assert.deepEqual(await barriers(page), [], "the dialog over an opened file");
      await page.reload();
      await openedFile(page).waitFor();
      await briefing.settled();
      assert.deepEqual(await barriers(page), [], "a link that asks for a file");
    });

    reader(`has no accessibility violation on pages without the program ${where}`, { width, height, colorScheme }, async ({ page }) => {
      for (const link of still) {
        await page.goto(new URL(link, baseUrl).href);
        assert.deepEqual(await barriers(page), [], link);
      }
    });
  }
}

/** The overview with every figure as a table, however many there are. */
async function tables(briefing) {
  await briefing.go("#/overview");
  await briefing.main.locator("section.figure svg").first().waitFor();
  const ids = await briefing.main.locator("section.figure").evaluateAll((figures) => figures.map(({ id }) => id.replace(/^figure-/, "")));
  return `#/overview?table=${ids.join(",")}`;
}

/** States that no view of support/views.mjs has: comparisons of each kind, networks, nothing found. */
const states = [
  "#/?q=nobodysaysthis",
  "#/overview?q=nobodysaysthis",
  "#/overview?network=affiliation&by=month",
  "#/compare?camps=west,russia",
  "#/compare?periods=2020,2021",
  "#/compare?by=period",
];
/** What folds out: an actor's figures as tables, a text with its marks. */
const folds = ["#/", "#/actor/uzbekistan", "#/source/central-asia-us-russia?statement=tashkent-no-bases"];
const coloured = ["#/", "#/?topic=basing", "#/overview?table=matrix,no-such-figure", "#/overview", "#/actors", "#/actor/uzbekistan", "#/compare?actors=united-states,russia", "#/source?statement=tashkent-no-bases", "#/about"];
const printed = ["#/?topic=basing", "#/overview", "#/actor/uzbekistan", "#/compare?actors=united-states,russia", "#/source?statement=tashkent-no-bases"];

async function unfold(page) {
  await page.locator("#main").evaluate((main) => main.querySelectorAll("details").forEach((fold) => (fold.open = true)));
}

async function goTo(briefing, link) {
  await briefing.go(link);
  await briefing.drawn();
  await briefing.started();
  await briefing.drawn();
}

for (const [width, height] of [[320, 640], [390, 844], [820, 1180], [1440, 900]]) {
  for (const colorScheme of ["light", "dark"]) {
    reader(`has no accessibility violation in what is chosen or unfolds, and in the shortcuts, at ${width} pixels, ${colorScheme}`, { width, height, colorScheme }, async ({ briefing, page }) => {
      await briefing.open("#/");
      await briefing.settled();
      for (const link of [await tables(briefing), ...states]) {
        await goTo(briefing, link);
        assert.deepEqual(await barriers(page), [], link);
      }
      for (const link of folds) {
        await goTo(briefing, link);
        await unfold(page);
        assert.deepEqual(await barriers(page), [], `${link}, unfolded`);
      }
      await page.keyboard.press("?");
      await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
      assert.deepEqual(await barriers(page), [], "the shortcuts");
    });
  }
}

for (const [width, height] of [[320, 640], [1440, 900]]) {
  for (const colorScheme of ["light", "dark"]) {
    reader(`has no accessibility violation in the browser's own colours at ${width} pixels, ${colorScheme}`, { width, height, colorScheme, forcedColors: "active" }, async ({ briefing, page }) => {
      await briefing.open("#/");
      await briefing.settled();
      for (const link of [...coloured, await tables(briefing)]) {
        await goTo(briefing, link);
        assert.deepEqual(await barriers(page), [], link);
      }
      await page.getByRole("button", { name: "Share, export" }).click();
      await page.getByRole("dialog").getByRole("heading", { name: "The statements as a file" }).waitFor();
      assert.deepEqual(await barriers(page), [], "the dialog");
    });
  }
}

reader("has no accessibility violation with more contrast, and in what is printed", { contrast: "more" }, async ({ briefing, page }) => {
  await briefing.open("#/");
  await briefing.settled();
  for (const link of coloured) {
    await goTo(briefing, link);
    assert.deepEqual(await barriers(page), [], link);
  }
  await page.emulateMedia({ media: "print" });
  for (const link of printed) {
    await goTo(briefing, link);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.locator(".print-document h1").waitFor();
    assert.deepEqual(await barriers(page, OF_SCREENS), [], `${link}, printed`);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  }
});
