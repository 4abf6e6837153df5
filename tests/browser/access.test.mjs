// What axe-core finds on every page: what keeps readers with a screen reader, a keyboard or weak eyes from a page.

import assert from "node:assert/strict";
import axe from "axe-core";
import { baseUrl, reader } from "./harness.mjs";
import { actors, statements } from "./support/seeds.mjs";
import { views, visit } from "./support/views.mjs";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// The name of a facet's value says in words what the number beside it counts, "United States: 5 statements", and who speaks
// to their machine says the first words of it. The rule wants the bare number in it.
const RULES = { "label-content-name-mismatch": { enabled: false } };

/** Pages that need no program. */
const still = ["about.html", "a/index.html", `a/${actors[0].id}.html`, `s/${statements[0].id}.html`, "seeds/index.html"];

/** What is wrong with the page as it stands, each with an example of where. */
async function barriers(page) {
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(axe.source);
  return page.evaluate(async ([values, rules]) => {
    // It would look for style sheets of other hosts.
    const { violations, passes } = await globalThis.axe.run(document, { runOnly: { type: "tag", values }, rules, preload: false });
    if (passes.length === 0) throw new Error("axe-core has looked at nothing");
    return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.length} times, ${nodes[0].html.slice(0, 200)} ${nodes[0].failureSummary}`);
  }, [TAGS, RULES]);
}

for (const [width, height] of [[390, 844], [1440, 900]]) {
  for (const colorScheme of ["light", "dark"]) {
    reader(`shuts nobody out at ${width} pixels, ${colorScheme}`, { width, height, colorScheme }, async ({ briefing, page }) => {
      await briefing.open("#/");
      for (const view of views) {
        await visit(briefing, view);
        assert.deepEqual(await barriers(page), [], view.link);
      }
    });

    reader(`shuts nobody out of pages without the program at ${width} pixels, ${colorScheme}`, { width, height, colorScheme }, async ({ page }) => {
      for (const link of still) {
        await page.goto(new URL(link, baseUrl).href);
        assert.deepEqual(await barriers(page), [], link);
      }
    });
  }
}
