// Prints the figures of runs as tables, and writes them into docs/performance.md: `node scale/report.mjs DOCUMENT RESULTS...`, by
// `cargo xtask bench --scale`. Sizes that were not measured keep their tables.

import fs from "node:fs";
import os from "node:os";
import process from "node:process";
import { MEASURES, goalAt } from "./measures.mjs";

const PEERS = ["plain", "windowed"];
const HEADING = "## Figures\n";

const [document, ...files] = process.argv.slice(2);
const [prose, old = ""] = fs.readFileSync(document, "utf8").split(HEADING);
const sections = new Map(
  old
    .split(/^(?=### )/m)
    .filter((section) => section.startsWith("### "))
    .map((section) => [statementsOf(section), section.trim()]),
);
for (const file of files) {
  const run = JSON.parse(fs.readFileSync(file, "utf8"));
  const section = sectionOf(run);
  sections.set(run.statements, section);
  console.log(`\n${section}`);
}
// What is not found in the page is not slow: its class or its id has another name than in selectors.mjs.
const missing = files.flatMap((file) => {
  const { results } = JSON.parse(fs.readFileSync(file, "utf8"));
  return MEASURES.filter(({ key }) => PEERS.some((peer) => results[peer][key] !== undefined) && results.ours[key] === undefined);
});
if (missing.length > 0) {
  console.error(`The page has no figure for: ${missing.map(({ name }) => name).join("; ")}. Are its elements those of selectors.mjs?`);
  process.exitCode = 1;
}
const inOrder = [...sections].toSorted(([a], [b]) => a - b).map(([, section]) => section);
fs.writeFileSync(document, `${prose}${HEADING}\n${inOrder.join("\n\n")}\n`);

function statementsOf(section) {
  return Number(/[\d,]+/.exec(section)[0].replaceAll(",", ""));
}

function sectionOf({ statements, browser, results, samples }) {
  const head = ["measure", "floor", ...PEERS, "page", "ratio", "goal", ""];
  const rows = MEASURES.filter(({ key }) => Object.values(results).some((it) => it[key] !== undefined)).map((measure) => rowOf(measure, statements, results));
  const machine = `${os.availableParallelism()} cores, ${Math.round(os.totalmem() / 2 ** 30)} GiB, ${os.type()}, Chromium ${browser.split(".")[0]}`;
  return [
    `### ${statements.toLocaleString("en")} statements`,
    `Measured on ${new Date().toISOString().slice(0, 10)}: ${machine}.`,
    tableOf([head, ...rows]),
    ...notesOf(samples),
  ].join("\n\n");
}

function rowOf(measure, statements, results) {
  const { key, name, unit } = measure;
  const shown = (value) => (value === undefined ? "–" : format(unit === "kB" ? value / 1000 : value));
  const peers = PEERS.map((peer) => results[peer][key]).filter((value) => value !== undefined);
  const [own, better] = [results.ours[key], peers.length ? Math.min(...peers) : undefined];
  const [ratio, goal] = [own !== undefined && better !== undefined ? own / better : undefined, goalAt(measure, statements)];
  const verdict = goal === undefined ? "" : ratio <= goal ? "met" : "missed";
  const values = ["floor", ...PEERS, "ours"].map((site) => shown(results[site][key]));
  return [`${name}, ${unit}`, ...values, ratio === undefined ? "–" : ratio.toFixed(2), goal?.toString() ?? "", verdict];
}

/** Three digits that mean something. */
function format(value) {
  return value >= 100 ? Math.round(value).toLocaleString("en") : value.toPrecision(value < 1 ? 2 : 3);
}

function tableOf([head, ...rows]) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, index) => (index === 0 || index === head.length - 1 ? "---" : "---:"))), ...rows.map(line)].join("\n");
}

/** What the table does not show: series that were cut short, and failures. */
function notesOf(samples) {
  const notes = [];
  for (const [site, of] of Object.entries(samples)) {
    const name = site === "ours" ? "page" : site;
    const clicks = of.clicks?.[0];
    if (clicks < 300) notes.push(`${name}: ${clicks} of 300 clicks before the time was up.`);
    for (const [key, count] of [["usable", 9], ["search", 9], ["key", 30], ["click", 30]]) {
      const found = of[key]?.length ?? 0;
      if (found < count) notes.push(`${name}: ${found} of ${count} samples of "${key}".`);
    }
    for (const failure of new Set(of.failures)) notes.push(`${name} failed: ${failure}`);
  }
  return notes.length ? [notes.map((note) => `- ${note}`).join("\n")] : [];
}
