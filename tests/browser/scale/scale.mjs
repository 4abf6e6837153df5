// The page beside its peers: `node scale/scale.mjs RESULTS`, by `cargo xtask bench --scale`, which has built and serves the
// sites. `SCALE` has their addresses and what to do in them. Everything is done in turns, so that whatever else the machine
// does happens to all.

import fs from "node:fs";
import process from "node:process";
import { chromium } from "playwright-core";
import { launchOptions } from "../support/settings.mjs";
import { median, quantile } from "../support/statistics.mjs";
import { programSize } from "./program-size.mjs";
import { Session } from "./session.mjs";

const LOADS = 9;
const SLOW_LOADS = 3;
const ACTIONS = 30;
const COMPARISONS = 5;
const CLICKS = 300;

/** Milliseconds after which no further round of a series is begun; the report says how many there were. */
const PATIENCE_MS = { loads: 90_000, slow: 90_000, actions: 60_000, clicks: 45_000 };

/** Measures that are the median of the samples of the same name. */
const MEDIANS = ["first", "usable", "search", "slowFirst", "slowUsable", "keyFirst", "choose", "giveBack", "compare"].concat(
  ["memory", "memoryLater", "bytes", "code", "corpus"],
);

const { statements, sites, folders, actions } = JSON.parse(process.env.SCALE);
const names = Object.keys(sites);
const browser = await chromium.launch(launchOptions);
const version = browser.version();
const samples = Object.fromEntries(names.map((name) => [name, { failures: [] }]));

try {
  await loads("click", "usable", LOADS, {}, PATIENCE_MS.loads);
  await loads(actions.words[0], "search", LOADS, {}, PATIENCE_MS.loads);
  if (statements < 100_000) await loads("click", "slowUsable", SLOW_LOADS, { isSlow: true }, PATIENCE_MS.slow);
  await interactions();
} finally {
  await browser.close();
}
fs.writeFileSync(process.argv[2], JSON.stringify({ statements, browser: version, samples, results: results() }, null, 1));

/** Loads each site with a cold cache, and acts as soon as it can answer. */
async function loads(act, key, count, options, patience) {
  const spent = {};
  for (let round = 0; round < count; round += 1) {
    for (const name of names) {
      if ((spent[name] ?? 0) > patience) continue;
      const start = Date.now();
      await attempt(name, key, async () => {
        const session = await Session.open(browser, sites[name], { ...options, act });
        try {
          const { first, answered } = await session.answered();
          add(name, key, answered);
          if (key !== "search") add(name, key === "usable" ? "first" : "slowFirst", first);
          if (key === "usable") addBytes(name, session.loaded);
        } finally {
          await session.close();
        }
      });
      spent[name] = (spent[name] ?? 0) + Date.now() - start;
    }
    progress(key, round, count);
  }
}

/** Keys, clicks and comparisons in pages that stay open, and their memory. */
async function interactions() {
  const open = {};
  for (const name of names) {
    await attempt(name, "open", async () => {
      open[name] = await Session.open(browser, sites[name], {});
      await open[name].settled();
      add(name, "memory", await open[name].memory());
    });
  }
  const keys = actions.words.flatMap((word) => [...word, ...Array(word.length).fill("Backspace")]).slice(0, ACTIONS);
  await series("key", open, keys.length, async (session, round) => {
    const isFirst = round === 0 || (keys[round - 1] === "Backspace" && keys[round] !== "Backspace");
    const { took, task } = await session.press(keys[round]);
    return { key: took, keyTask: task, ...(isFirst && { keyFirst: took }) };
  });
  for (const name of Object.keys(open)) await attempt(name, "clear", () => open[name].clear());
  await series("click", open, ACTIONS, async (session, round) => {
    const { took, task } = await session.toggle(Math.floor(round / 2));
    return { click: took, clickTask: task, [round % 2 ? "giveBack" : "choose"]: took };
  });
  await series("compare", open, COMPARISONS, async (session) => ({ compare: await session.compare(actions.compared) }));
  for (const name of Object.keys(open)) {
    await attempt(name, "clicks", async () => {
      const done = await open[name].clickOften(CLICKS, PATIENCE_MS.clicks);
      add(name, "clicks", done);
      add(name, "memoryLater", await open[name].memory());
    });
    await open[name].close();
  }
}

async function series(what, open, count, act) {
  const spent = {};
  const left = new Map(Object.entries(open));
  for (let round = 0; round < count; round += 1) {
    for (const [name, session] of left) {
      // In pairs, so that what was chosen is given back.
      if (spent[name] > PATIENCE_MS.actions && round % 2 === 0) left.delete(name);
      if (!left.has(name)) continue;
      const start = Date.now();
      await attempt(name, what, async () => {
        for (const [key, value] of Object.entries(await act(session, round))) add(name, key, value);
      });
      spent[name] = (spent[name] ?? 0) + Date.now() - start;
    }
    progress(what, round, count);
  }
}

/** A line a series; a terminal sees it grow. */
function progress(what, round, count) {
  const isLast = round + 1 === count;
  if (process.stderr.isTTY || isLast) process.stderr.write(`\r  ${what}: ${round + 1} of ${count}${isLast ? "\n" : ""}`);
}

/** What fails is no sample, and is reported. */
async function attempt(name, what, act) {
  try {
    await act();
  } catch (error) {
    samples[name].failures.push(`${what}: ${String(error.message ?? error).split("\n")[0]}`);
  }
}

/** Bytes until usable, and how many of them are code, which is the same for every corpus. */
function addBytes(name, loaded) {
  const sizes = [...loaded];
  const code = sizes.reduce((sum, [url, size]) => {
    if (/\.(js|css)$/.test(url)) return sum + size;
    return url.endsWith(".wasm") ? sum + Math.min(size, programSize(new URL(url).pathname, folders[name])) : sum;
  }, 0);
  const bytes = sizes.reduce((sum, [, size]) => sum + size, 0);
  for (const [key, value] of Object.entries({ bytes, code, corpus: bytes - code })) add(name, key, value);
}

function add(name, key, value) {
  if (value !== undefined) (samples[name][key] ??= []).push(value);
}

/** The figure of each measure and site. */
function results() {
  const of = (name, key) => samples[name][key] ?? [];
  const mean = (numbers) => (numbers.length ? numbers.reduce((sum, number) => sum + number, 0) / numbers.length : undefined);
  const aboveFloor = (name, key) => {
    const [own, floor] = [mean(of(name, key)), mean(of("floor", key))];
    return own === undefined || floor === undefined ? undefined : name === "floor" ? floor : Math.max(own - floor, 0.01);
  };
  return Object.fromEntries(
    names.map((name) => [
      name,
      {
        ...Object.fromEntries(
          MEDIANS.map((key) => [key, median(of(name, key))]),
        ),
        keyMedian: median(of(name, "key")),
        key95: quantile(of(name, "key"), 0.95),
        clickMedian: median(of(name, "click")),
        click95: quantile(of(name, "click"), 0.95),
        keyTask: aboveFloor(name, "keyTask"),
        clickTask: aboveFloor(name, "clickTask"),
      },
    ]),
  );
}
