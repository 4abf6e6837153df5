// How long from a save until a browser shows it: `node save.mjs`, by `cargo xtask bench --program`. PROGRAM is `briefing`, SEEDS a
// corpus with one document, MDBOOK a program or nothing.
//
// Each program serves the text of the document, mdbook as a chapter. In turns, a word that readers see is replaced in a file,
// and the time taken until it is in the page.

import { spawn, spawnSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { chromium } from "playwright-core";
import { launchOptions } from "./support/settings.mjs";
import { median } from "./support/statistics.mjs";

const ROUNDS = 15;
// What stands in for a change: no word of the text.
const MARK = "Zyzzyva";
// Long after the last change has been seen, so that none is taken for the end of one that still settles.
const PAUSE_MS = 700;

const folder = await mkdtemp(join(tmpdir(), "briefing-save-"));
const children = [];
const browser = await chromium.launch(launchOptions);
try {
  const servers = [await briefing(), process.env.MDBOOK && (await mdbook())].filter(Boolean);
  for (const server of servers) {
    server.page = await browser.newPage();
    await server.page.goto(server.address);
    await server.page.waitForLoadState("networkidle");
    server.times = [];
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const server of servers) server.times.push(await timeOf(server, `${MARK}${round}`));
  }
  const [ours, theirs] = servers.map(({ times }) => median(times));
  for (const { name, times } of servers) console.log(`  ${name}: ${Math.round(median(times))} ms from a save to the page, median of ${ROUNDS}`);
  if (theirs) console.log(`  ratio ${(ours / theirs).toFixed(2)}, goal 2: ${ours / theirs <= 2 ? "met" : "missed"}`);
} finally {
  await browser.close();
  await Promise.all(children.map(ended));
  await rm(folder, { recursive: true });
}

async function timeOf({ page, file, before }, word) {
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  const start = performance.now();
  await writeFile(file, before(word));
  await page.getByText(word).first().waitFor({ state: "visible" });
  return performance.now() - start;
}

/** A copy of the corpus, in which the name of a topic changes. */
async function briefing() {
  const corpus = join(folder, "corpus");
  await cp(process.env.SEEDS, corpus, { recursive: true });
  const file = join(corpus, "topics.toml");
  const text = await readFile(file, "utf8");
  const child = start(process.env.PROGRAM, ["serve", corpus, "--port", "0"]);
  const address = await said(child, /The page is at (\S+)/);
  const name = /^name = "(.*)"$/m;
  return { name: "briefing serve", address, file, before: (word) => text.replace(name, `name = "${word}"`) };
}

/** A book with the text of the corpus as its only chapter, whose heading changes. */
async function mdbook() {
  const book = join(folder, "book");
  await mkdir(join(book, "src"), { recursive: true });
  const texts = (await readdir(process.env.SEEDS)).filter((name) => name.endsWith(".txt"));
  const text = await readFile(join(process.env.SEEDS, texts[0]), "utf8");
  const file = join(book, "src", "chapter.md");
  const before = (word) => `# ${word}\n\n${text}`;
  await writeFile(join(book, "book.toml"), '[book]\ntitle = "Book"\n');
  await writeFile(join(book, "src", "SUMMARY.md"), "# Summary\n\n- [Chapter](chapter.md)\n");
  await writeFile(file, before("Chapter"));
  const port = 3900 + (process.pid % 100);
  const child = start(process.env.MDBOOK, ["serve", book, "--port", String(port), "--hostname", "127.0.0.1"]);
  await said(child, /Serving on|listening on/i);
  const version = spawnSync(process.env.MDBOOK, ["--version"], { encoding: "utf8" }).stdout.trim();
  return { name: `${version} serve`, address: `http://127.0.0.1:${port}/chapter.html`, file, before };
}

function start(program, parameters) {
  const child = spawn(program, parameters, { stdio: ["ignore", "pipe", "pipe"] });
  children.push(child);
  return child;
}

/** What a program has said that matches; an error where it ends before. */
function said(child, pattern) {
  return new Promise((resolve, reject) => {
    let text = "";
    const read = (data) => {
      text += data;
      const match = pattern.exec(text);
      if (match) resolve(match[1]);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.on("error", reject);
    child.on("exit", () => reject(new Error(`${child.spawnfile} has ended: ${text}`)));
  });
}

function ended(child) {
  if (child.exitCode !== null) return undefined;
  return new Promise((resolve) => {
    child.on("exit", resolve);
    child.kill("SIGINT");
  });
}
