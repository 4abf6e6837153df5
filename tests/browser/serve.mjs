// `briefing serve`: a save shows in the page, which keeps the view, the scroll position and the focus; errors appear over the
// last good edition. PROGRAM is the program, SEEDS a corpus, which is copied.
//
// Not one of the browser tests that `*.test.mjs` names, because it needs the program: `cargo xtask test --only program`.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { after } from "node:test";
import { reader } from "./harness.mjs";
import { eventually } from "./support/eventually.mjs";

const folder = await mkdtemp(join(tmpdir(), "briefing-serve-test-"));
const corpus = join(folder, "corpus");
await cp(process.env.SEEDS, corpus, { recursive: true });
const program = spawn(process.env.PROGRAM, ["serve", corpus, "--port", "0"], { stdio: ["ignore", "ignore", "pipe"] });
const { origin } = await new Promise((resolve, reject) => {
  let said = "";
  program.on("exit", () => reject(new Error(`the program has ended: ${said}`)));
  program.stderr.on("data", (data) => {
    said += data;
    const address = said.match(/The page is at (\S+)/);
    if (address) resolve(new URL(address[1]));
  });
});

after(async () => {
  program.removeAllListeners("exit");
  program.kill("SIGINT");
  await rm(folder, { recursive: true });
});

/** Replaces a part of a file of the corpus, and returns what changes it back. */
async function save(name, from, to) {
  const file = join(corpus, name);
  const before = await readFile(file, "utf8");
  assert.ok(before.includes(from), `${name} has ${from}`);
  await writeFile(file, before.replace(from, to));
  return () => writeFile(file, before);
}

const place = (page) =>
  page.evaluate(() => ({
    link: location.hash,
    scroll: Math.round(scrollY),
    focus: document.activeElement.textContent,
  }));

async function open(briefing, link) {
  await briefing.page.goto(`${origin}/${link}`);
  await briefing.started();
  await briefing.settled();
}

reader("sees a save at the same view, scroll position and focus", { origin, height: 500 }, async ({ briefing, page }) => {
  await open(briefing, "#/?topic=basing");
  const last = briefing.statements.last().getByRole("link").first();
  await last.focus();
  await last.scrollIntoViewIfNeeded();
  const before = await place(page);
  assert.ok(before.scroll > 0 && before.focus, "somewhere on the page");
  const restore = await save("topics.toml", 'name = "Military basing"', 'name = "Military bases"');
  await page.getByText("Military bases").first().waitFor();
  await briefing.started();
  await eventually(async () => assert.deepEqual(await place(page), before));
  await restore();
  await page.getByText("Military basing").first().waitFor();
  await eventually(async () => assert.deepEqual(await place(page), before));
});

reader("is told of errors over the last good edition, and reads on", { origin, width: 390 }, async ({ briefing, page }) => {
  await open(briefing, "#/actors");
  const heading = await briefing.headline.textContent();
  const restore = await save("topics.toml", 'id = "basing"', 'id = "basings"');
  const errors = page.getByRole("alert", { name: "Errors in the corpus" });
  await errors.getByRole("listitem").first().waitFor();
  assert.match(await errors.textContent(), /errors? in the corpus\. The page shows the last edition without\./);
  assert.match(await errors.getByRole("listitem").first().textContent(), /\.toml:\d+:\d+.*basing/);
  assert.equal(await briefing.headline.textContent(), heading, "the page below");
  await errors.getByRole("button", { name: "Hide until the next save" }).click();
  await errors.waitFor({ state: "detached" });
  const again = await save("topics.toml", 'id = "basings"', 'id = "bases"');
  await errors.waitFor();
  await again();
  await restore();
  await errors.waitFor({ state: "detached" });
});
