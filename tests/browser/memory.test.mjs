// What a reader does all day: choosing and giving back. Neither memory nor the page grow with it, and the thousandth
// click takes no longer than the first ones.

import assert from "node:assert/strict";
import { reader } from "./harness.mjs";
import { routes } from "./support/routes.mjs";
import { StartPage } from "./support/start.mjs";

const STEP = 100;
const STEPS = 10;
// The heap grows in pages of 64 KiB, and the allocator may need another for a while.
const PAGES = 2;
// Far above what other work on the machine does to a hundred clicks; what grows with each click is far beyond it.
const SLOWER = 3;

/** Clicks on a value of a facet, as a reader would, and measures afterwards. */
async function clicks(times) {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const began = performance.now();
  for (let time = 0; time < times; time += 1) {
    document.querySelector("#filter a.value[href]").click();
    // The program draws before the next click in any case; some of it is painted as well.
    await (time % 5 ? null : frame());
  }
  const took = performance.now() - began;
  return { took, pages: globalThis.memory.buffer.byteLength / 65536, nodes: document.getElementsByTagName("*").length };
}

/** Keeps the memory of the running program, which its glue shows to nobody. */
function keepMemory() {
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...args) => {
    const made = await instantiate.apply(WebAssembly, args);
    globalThis.memory ??= (made.instance ?? made).exports.memory;
    return made;
  };
}

reader("clicks a thousand times, and the page stays as quick and as small", async ({ briefing, page }) => {
  await page.addInitScript(keepMemory);
  await StartPage.of(briefing).open(routes.briefing);
  // What is allocated once is allocated by now. An even number of clicks: the view is the same after each step.
  await page.evaluate(clicks, STEP);
  const first = await page.evaluate(clicks, STEP);
  let last = first;
  for (let step = 1; step < STEPS; step += 1) last = await page.evaluate(clicks, STEP);
  assert.equal(last.nodes, first.nodes);
  assert.ok(last.pages - first.pages <= PAGES, `memory grew from ${first.pages} to ${last.pages} pages`);
  assert.ok(last.took < first.took * SLOWER, `clicks took ${first.took} ms, and then ${last.took} ms`);
});
