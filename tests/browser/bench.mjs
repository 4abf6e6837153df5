// How long a reader waits for an answer: `node bench.mjs`, by `cargo xtask bench`.
//
// From the input event to the frame that shows the last change it caused, as the page itself sees it. In turns with a
// control in the same page whose handler only writes a text node: what that takes is the browser's and the machine's,
// and the difference is ours. The budget is a difference of one frame at most.

import process from "node:process";
import { chromium } from "playwright-core";
import { control, stopwatch, time } from "./support/latency.mjs";
import { Briefing } from "./support/briefing.mjs";
import { routes } from "./support/routes.mjs";
import { launchOptions } from "./support/settings.mjs";
import { median } from "./support/statistics.mjs";

const ROUNDS = 30;
// Of each figure.
const FIGURE_ROUNDS = 10;
const FRAME_MS = 1000 / 60;
// Letters that change the result at each key press.
const WORD = "bases";

const browser = await chromium.launch(launchOptions);
let within = true;
try {
  // What is saved in the background is saved once, and not when a reader clicks.
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce", serviceWorkers: "block" });
  const briefing = new Briefing(page);
  await briefing.open(routes.briefing);
  await page.evaluate(stopwatch);
  await page.evaluate(control);
  console.log(`  ${"median of " + ROUNDS}`.padEnd(22), "floor".padStart(10), "page".padStart(10), "above it".padStart(18));
  report("filter click", await inTurns(page, () => clickControl(page), clickFilter(briefing)));
  await briefing.open(routes.briefing);
  await page.evaluate(control);
  report("search key press", await inTurns(page, () => typeInControl(page), typeInSearch(briefing)));
  await briefing.open(routes.overview);
  // Of one with nothing to show, nothing changes.
  const figures = briefing.main.locator("section.figure:has(svg)");
  await figures.first().waitFor();
  await page.evaluate(control);
  // Each is timed in sight, until its own last change: those out of sight follow later. Their times are printed, and fail
  // nothing.
  for (const id of await figures.evaluateAll((figures) => figures.map(({ id }) => id))) {
    await page.locator(`#${id}`).evaluate((figure) => figure.scrollIntoView());
    show(id.replace("-", " "), await inTurns(page, () => clickControl(page), clickFilter(briefing, id), FIGURE_ROUNDS));
  }
} finally {
  await browser.close();
}
if (!within) {
  console.error("The budget is one frame above the floor.");
  process.exitCode = 1;
}

/** Both in each round, so that whatever else the machine does happens to both. */
async function inTurns(page, floor, ours, rounds = ROUNDS) {
  const times = { floor: [], ours: [] };
  for (let round = 0; round < rounds; round += 1) {
    times.floor.push(await floor(round));
    times.ours.push(await ours(round));
  }
  return { floor: median(times.floor), ours: median(times.ours) };
}

function report(what, times) {
  const frames = show(what, times);
  within &&= frames <= 1;
}

/** Prints a line, and returns the difference in frames. */
function show(what, { floor, ours }) {
  const frames = (ours - floor) / FRAME_MS;
  const verdict = frames <= 1 ? "" : "  too slow";
  const above = `${frames.toFixed(2)} frames, ×${(ours / floor).toFixed(2)}`;
  console.log(`  ${what}`.padEnd(22), ms(floor).padStart(10), ms(ours).padStart(10), above.padStart(18) + verdict);
  return frames;
}

function clickControl(page) {
  return time(page, "click", () => page.locator("#bench-click").click());
}

async function typeInControl(page) {
  const control = page.locator("#bench-type");
  await control.press("End");
  return time(page, "keydown", () => control.press("a"));
}

/** Chooses a value, then the same again, which gives it up. */
function clickFilter(briefing, id) {
  return () => time(briefing.page, "click", () => briefing.filterValues.first().click(), id);
}

/** Types the word letter by letter, then takes it back. */
function typeInSearch(briefing) {
  const keys = [...WORD, ...Array(WORD.length).fill("Backspace")];
  return async (round) => {
    // The focus was elsewhere; coming back, the caret may be anywhere.
    await briefing.search.press("End");
    return time(briefing.page, "keydown", () => briefing.search.press(keys[round % keys.length]));
  };
}

function ms(time) {
  return `${time.toFixed(1)} ms`;
}
