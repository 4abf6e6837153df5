// One page of the benchmark, opened with a cold cache, and what a reader does in it.

import { stopwatch, time } from "../support/latency.mjs";
import { watchLoad } from "./load.mjs";
import { SELECTORS } from "./selectors.mjs";

/** Milliseconds that a page has to answer for the first time. */
const LONGEST_LOAD_MS = 90_000;

/** "Slow 4G" of Chromium's developer tools: 1.6 Mbit/s down and 750 kbit/s up by nine tenths, 150 ms by 3.75. */
const SLOW_4G = { offline: false, downloadThroughput: 180_000, uploadThroughput: 84_375, latency: 562.5 };

/** Facet values that are clicked, of those at the top. */
const CLICKED_VALUES = 8;

export class Session {
  static async open(browser, url, { act, isSlow = false }) {
    // What is saved in the background is saved once, and not when a reader acts.
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce", serviceWorkers: "block" });
    const page = await context.newPage();
    page.setDefaultTimeout(LONGEST_LOAD_MS);
    const session = new Session(context, page, await context.newCDPSession(page));
    await session.prepare(act, isSlow);
    await page.goto(url, { waitUntil: "commit" });
    return session;
  }

  constructor(context, page, protocol) {
    // Bytes on the wire by address.
    Object.assign(this, { context, page, protocol, loaded: new Map() });
  }

  async prepare(act, isSlow) {
    const { protocol } = this;
    await protocol.send("Network.enable");
    const requested = new Map();
    protocol.on("Network.requestWillBeSent", ({ requestId, request }) => requested.set(requestId, request.url));
    protocol.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      const url = requested.get(requestId);
      this.loaded.set(url, (this.loaded.get(url) ?? 0) + encodedDataLength);
    });
    if (isSlow) await protocol.send("Network.emulateNetworkConditions", SLOW_4G);
    await protocol.send("Performance.enable");
    if (act) await this.page.addInitScript(watchLoad, { act, selectors: SELECTORS });
    else await this.page.addInitScript(watchMemory);
    await this.page.addInitScript(stopwatch);
  }

  close() {
    return this.context.close();
  }

  /** When the first statement was painted, and the answer to the first act. */
  async answered() {
    await this.page.waitForFunction(() => globalThis.scale?.answered !== undefined, undefined, { polling: 50 });
    return this.page.evaluate(() => ({ first: globalThis.scale.first, answered: globalThis.scale.answered }));
  }

  /** The page is in use for some time: everything has come that comes by itself. */
  async settled() {
    await this.page.waitForSelector(SELECTORS.value, { state: "attached" });
    await this.page.waitForLoadState("networkidle");
    await this.page.waitForTimeout(1500);
  }

  /** MiB of the JavaScript heaps of the page and its workers, and of WebAssembly. */
  async memory() {
    const collected = async (protocol) => {
      await protocol.send("HeapProfiler.collectGarbage");
      return (await protocol.send("Runtime.getHeapUsage")).usedSize;
    };
    const memories = await this.page.evaluate(() => globalThis.memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0));
    const heaps = [await collected(this.protocol), ...(await this.workerHeaps())];
    return (memories + heaps.reduce((sum, heap) => sum + heap, 0)) / 2 ** 20;
  }

  /** The heaps of workers, which are targets of their own. */
  async workerHeaps() {
    if (!this.page.workers().length) return [];
    const { protocol } = this;
    const [heaps, attached] = [[], []];
    const onAttached = ({ sessionId }) => attached.push(sessionId);
    protocol.on("Target.attachedToTarget", onAttached);
    await protocol.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
    for (const sessionId of attached) {
      const ask = (id, method) =>
        new Promise((resolve) => {
          const onMessage = ({ sessionId: from, message }) => {
            const { id: answered, result } = JSON.parse(message);
            if (from !== sessionId || answered !== id) return;
            protocol.off("Target.receivedMessageFromTarget", onMessage);
            resolve(result);
          };
          protocol.on("Target.receivedMessageFromTarget", onMessage);
          protocol.send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id, method }) });
        });
      await ask(1, "HeapProfiler.enable");
      await ask(2, "HeapProfiler.collectGarbage");
      heaps.push((await ask(3, "Runtime.getHeapUsage")).usedSize);
    }
    protocol.off("Target.attachedToTarget", onAttached);
    await protocol.send("Target.setAutoAttach", { autoAttach: false, waitForDebuggerOnStart: false, flatten: false });
    return heaps;
  }

  /** The latency of an act, and the time that the page's main thread was busy with it, in milliseconds. */
  async timed(type, act) {
    const before = await this.taskDuration();
    const took = await time(this.page, type, act);
    return { took, task: (await this.taskDuration()) - before };
  }

  async taskDuration() {
    const { metrics } = await this.protocol.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration").value * 1000;
  }

  /** Presses a key in the search box. */
  async press(key) {
    await this.page.evaluate((search) => document.querySelector(search).focus(), SELECTORS.search);
    return this.timed("keydown", () => this.page.keyboard.press(key));
  }

  /** Takes back what is typed. */
  async clear() {
    await this.page.locator(SELECTORS.search).fill("");
    await this.page.waitForTimeout(500);
  }

  /** Gives back the value of a facet that is chosen, or chooses one. */
  async toggle(number) {
    const { x, y } = await this.page.evaluate(
      ([values, number]) => {
        const all = [...document.querySelectorAll(values)];
        const value = all.find((it) => it.ariaCurrent === "true") ?? all.filter((it) => it.ariaCurrent === "false")[number];
        // Below whatever sticks to the top.
        value.scrollIntoView({ block: "center" });
        const { left, top, width, height } = value.getBoundingClientRect();
        return { x: left + width / 4, y: top + height / 2 };
      },
      [SELECTORS.value, number % Math.min(CLICKED_SELECTORS.value, await this.page.locator(SELECTORS.value).count())],
    );
    await this.page.mouse.move(x, y);
    await this.page.waitForTimeout(100);
    return this.timed("click", () => this.page.mouse.click(x, y));
  }

  /** Opens the comparison of some actors by a link, and comes back. Returns the latency of the first. */
  async compare(actors) {
    await this.page.evaluate((href) => {
      document.getElementById("bench-link")?.remove();
      const style = { position: "fixed", bottom: 0, right: 0, zIndex: 2147483647 };
      const link = Object.assign(document.createElement("a"), { id: "bench-link", href, textContent: "compare" });
      Object.assign(link.style, style);
      document.body.append(link);
    }, `#/compare?actors=${actors.join(",")}`);
    const took = await time(this.page, "click", () => this.page.locator("#bench-link").click());
    await this.page.evaluate(() => (location.hash = "#/"));
    await this.page.locator(SELECTORS.value).first().waitFor();
    await this.page.waitForTimeout(300);
    return took;
  }

  /** Chooses values and gives them back as fast as the page answers. Returns the number of clicks until `patience` ended. */
  clickOften(count, patience) {
    return this.page.evaluate(
      async ([values, count, patience, shown]) => {
        const end = performance.now() + patience;
        for (let done = 0; done < count; done += 1) {
          if (performance.now() > end && done % 2 === 0) return done;
          const all = [...document.querySelectorAll(values)];
          (all.find((it) => it.ariaCurrent === "true") ?? all[done % Math.min(shown, all.length)]).click();
          await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        }
        return count;
      },
      [SELECTORS.value, count, patience, CLICKED_VALUES],
    );
  }
}

/** Keeps the memories of WebAssembly; runs in the page before anything else. */
function watchMemory() {
  globalThis.memories = [];
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...args) => {
      const result = await original.apply(WebAssembly, args);
      for (const it of Object.values((result.instance ?? result).exports)) {
        if (it instanceof WebAssembly.Memory && !globalThis.memories.includes(it)) globalThis.memories.push(it);
      }
      return result;
    };
  }
}
