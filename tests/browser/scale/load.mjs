// How long a page takes to show something and to answer: functions that the benchmark runs in the page before anything else
// there, and uses nothing from around it.

/**
 * Watches the page from its beginning, and acts once: as soon as the page can answer a click (`act` is "click") or a query
 * (`act` is the query). `selectors` are those of selectors.mjs. Sets `scale.first`, when the first statement was painted, and `scale.answered`, when the answer was, in
 * milliseconds since the navigation began.
 */
export function watchLoad({ act, selectors }) {
  const scale = (globalThis.scale = {});
  const find = (selector) => document.querySelector(selector);
  const channel = new MessageChannel();
  const painted = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        // Asked only once it matters: it has the page laid out.
        const first = scale.first === undefined && find(selectors.card)?.clientHeight > 0;
        const seen = { first, summary: find(selectors.summary)?.textContent };
        channel.port1.onmessage = () => resolve({ ...seen, at: performance.now() });
        channel.port2.postMessage(null);
      });
    });
  const isReady = () => find(selectors.value) && !find(selectors.loading);
  const perform = () => {
    if (act === "click") return find(selectors.value).click();
    const input = find(selectors.search);
    input.focus();
    input.value = act;
    return input.dispatchEvent(new InputEvent("input", { bubbles: true, data: act, inputType: "insertText" }));
  };
  let before;
  const observer = new MutationObserver(() => {
    if (before !== undefined || !isReady()) return;
    observer.disconnect();
    // After what the page is doing just now: a reader's event would be a task of its own.
    setTimeout(() => {
      before = find(selectors.summary).textContent;
      scale.acted = performance.now();
      perform();
    });
  });
  observer.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["href"] });
  (async () => {
    while (scale.answered === undefined) {
      const { first, summary, at } = await painted();
      if (first) scale.first = at;
      if (before !== undefined && summary !== before && /\d/.test(summary)) scale.answered = at;
    }
  })();
}
