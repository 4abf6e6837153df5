// The accessibility tree of each page, as assistive technology is told of it, beside a file of how it was. `UPDATE=1` writes the
// files anew: read what changed.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import process from "node:process";
import { reader } from "./harness.mjs";
import { opened } from "./support/overview.mjs";

const FOLDER = new URL("trees/", import.meta.url);

/** Pages of the seeds, each once: the name of its file, the link, and a figure that it waits for. */
const PAGES = [
  ["briefing", "#/?topic=basing"],
  ["overview", "#/overview?topic=basing", "Where the actors are"],
  ["overview-tables", "#/overview?topic=basing&table=matrix,positions", "Where the actors are"],
  ["actors", "#/actors"],
  ["actor", "#/actor/kazakhstan"],
  ["compare", "#/compare?actors=united-states,kazakhstan"],
  ["source", "#/source?statement=tashkent-no-bases"],
  ["about", "#/about"],
];

/** Without addresses, which other tests read, and without editions and versions, which differ from build to build. */
const steady = (tree) => tree.replace(/\n *- \/url: .*/g, "").replace(/\b[0-9a-f]{16}\b/g, "…").replace(/Briefing \d+\.\d+\.\d+/g, "Briefing …");

for (const [name, link, figure] of PAGES) {
  reader(`hears the page ${name} as it was`, async ({ briefing, page }) => {
    if (figure) await opened(briefing, link, figure);
    else await briefing.open(link);
    await briefing.settled();
    // The harness blocks service workers, and the page says so when it has tried.
    await page.getByRole("region", { name: "Reading offline" }).getByRole("paragraph").waitFor();
    const tree = `${steady(await page.locator("body").ariaSnapshot())}\n`;
    const file = new URL(`${name}.yaml`, FOLDER);
    if (process.env.UPDATE) {
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(file, tree);
    } else {
      assert.equal(tree, readFileSync(file, "utf8"), "UPDATE=1 writes the tree of the page anew; read what changed");
    }
  });
}
