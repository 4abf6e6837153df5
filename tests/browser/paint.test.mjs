// The prerendered page is painted before the program is loaded and compiled, on a slow machine as well.

import assert from "node:assert/strict";
import { baseUrl, reader } from "./harness.mjs";
import { eventually } from "./support/eventually.mjs";

const PROGRAM = /briefing-[^/]*\.wasm$/;
// As Lighthouse slows down a fast machine to be a phone of the middle sort.
const SLOWER = 4;

for (const [device, width, height] of [["phone", 390, 844], ["desk", 1440, 900]]) {
  reader(`has its largest contentful paint before the program is compiled, on a slow ${device}`, { width, height }, async ({ briefing, page, context }) => {
    const machine = await context.newCDPSession(page);
    await machine.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    await watchTimes(page);
    await briefing.open();
    const { largest, compiled, shifted } = await times(page);
    assert.ok(compiled > 0, "nothing was compiled");
    assert.ok(largest.at > 0 && largest.at < compiled, `painted at ${largest.at} ms, compiled at ${compiled} ms`);
    assert.match(largest.what, /^(H1|P|A|BLOCKQUOTE|DIV|SPAN)/);
    assert.equal(shifted, 0, "what was painted moves when the program takes over");
  });
}

reader("has its largest contentful paint before the program is loaded", async ({ briefing, page, context }) => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await context.route(PROGRAM, async (route) => {
    await held;
    await route.continue();
  });
  await watchTimes(page);
  await page.goto(baseUrl, { waitUntil: "commit" });
  const before = await eventually(async () => {
    const { largest, compiled } = await times(page);
    assert.equal(compiled, 0);
    assert.ok(largest.at > 0);
    return largest;
  });
  release();
  await briefing.started();
  await briefing.drawn();
  assert.deepEqual((await times(page)).largest, before, "the program paints something larger");
});

reader("does not shift the layout of another page", async ({ briefing, page }) => {
  for (const link of ["#/compare?actors=russia,uzbekistan", "#/source/central-asia-us-russia", "#/actors"]) {
    await page.goto("about:blank");
    await watchTimes(page);
    await briefing.open(link);
    await briefing.drawn();
    assert.ok((await times(page)).shifted < 0.02, `${link}: ${(await times(page)).shifted}`);
  }
});

/** Has the page write down when it has painted, and when it has compiled the program. */
async function watchTimes(page) {
  await page.addInitScript(() => {
    const times = { largest: { at: 0, what: "" }, compiled: 0, shifted: 0 };
    globalThis.times = times;
    const observe = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
    observe("largest-contentful-paint", ({ startTime, element }) => (times.largest = { at: startTime, what: `${element?.tagName}.${element?.className}` }));
    observe("layout-shift", ({ value }) => (times.shifted += value));
    for (const name of ["instantiate", "compile", "instantiateStreaming", "compileStreaming"]) {
      const compile = WebAssembly[name];
      WebAssembly[name] = async (...args) => {
        const made = await compile.apply(WebAssembly, args);
        times.compiled ||= performance.now();
        return made;
      };
    }
  });
}

function times(page) {
  return page.evaluate(() => globalThis.times);
}
