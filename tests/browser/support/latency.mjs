// The measurement of latency, and a control to compare with. `stopwatch` and `control` run in the page and use nothing from
// around them.

/**
 * Sets up `stopwatch.arm(type, id)`, and `stopwatch.stopped` with the milliseconds when it is over: until the last change of the
 * page, or of the element with this id.
 */
export function stopwatch() {
  // Frames without a change until we take it that nothing more will come.
  const QUIET_FRAMES = 6;
  // Frames until we take it that nothing has come at all.
  const PATIENCE_FRAMES = 120;
  const channel = new MessageChannel();

  /** The frame that is being made: the changes that it shows, and the time when it has been painted. */
  const frame = (changes) =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        // What changes after this is in the next frame, even if it comes before the message.
        const count = changes();
        channel.port1.onmessage = () => resolve({ count, at: performance.now() });
        channel.port2.postMessage(null);
      });
    });

  async function untilQuiet(start, changes) {
    let [seen, last, quiet] = [0, undefined, 0];
    for (let number = 0; number < PATIENCE_FRAMES && quiet < QUIET_FRAMES; number += 1) {
      const { count, at } = await frame(changes);
      if (count > seen) [seen, last, quiet] = [count, at, 0];
      else if (seen > 0) quiet += 1;
    }
    if (last === undefined) throw new Error("the page did not change at all");
    return last - start;
  }

  globalThis.stopwatch = {
    arm(type, id) {
      let count = 0;
      const isOf = ({ target, addedNodes }) =>
        (target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement)?.closest(`#${id}`) ||
        [...addedNodes].some((node) => node.id === id || node.querySelector?.(`#${id}`));
      const observer = new MutationObserver((records) => (count += id === undefined || records.some(isOf) ? 1 : 0));
      this.stopped = new Promise((resolve, reject) => {
        const begin = (event) => {
          observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
          // When the input came in, not when its turn came.
          untilQuiet(event.timeStamp, () => count)
            .finally(() => observer.disconnect())
            .then(resolve, reject);
        };
        addEventListener(type, begin, { capture: true, once: true });
      });
    },
  };
}

/** A button and a text box that only write a text node. */
export function control() {
  document.getElementById("bench-control")?.remove();
  const box = document.createElement("div");
  box.id = "bench-control";
  Object.assign(box.style, { position: "fixed", bottom: "0", right: "0", zIndex: "2147483647" });
  const button = Object.assign(document.createElement("button"), { id: "bench-click", textContent: "floor" });
  const input = Object.assign(document.createElement("input"), { id: "bench-type" });
  const text = document.createTextNode("0");
  const write = () => (text.data = String(Number(text.data) + 1));
  button.addEventListener("click", write);
  input.addEventListener("input", (event) => {
    write();
    // The page announces what typing has changed.
    event.stopPropagation();
  });
  // What is typed here is no shortcut of the page's.
  input.addEventListener("keydown", (event) => event.stopPropagation());
  box.append(button, input, text);
  document.body.append(box);
}

/** The time from the next event of this type to the picture of what `act` brought about, in the page or an element of it. */
export async function time(page, type, act, id) {
  await page.evaluate(([type, id]) => globalThis.stopwatch.arm(type, id), [type, id]);
  await act();
  return page.evaluate(() => globalThis.stopwatch.stopped);
}
