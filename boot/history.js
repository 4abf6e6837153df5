// The history of a page that cannot change its address, as in a frame that was written by a script: the link that the address
// would name is kept beside the state of each entry, and named in `briefingLink`, which the program reads in its stead.

const { pushState, replaceState } = History.prototype;
const kept = Object.getOwnPropertyDescriptor(History.prototype, "state").get;

/** Whether the browser refuses, or ignores, another fragment in the address. */
export function needsHistory() {
  const before = location.href;
  const address = (link) => replaceState.call(history, kept.call(history), "", link);
  try {
    address("#/?");
    const changed = location.href === `${before.split("#")[0]}#/?`;
    address(before);
    return !changed;
  } catch {
    return true;
  }
}

/** Stands in for the browser's own from now on. `begin` is the link that the page begins at. */
export function standIn(begin) {
  let state;
  const enter = (entry) => ([globalThis.briefingLink, state] = Array.isArray(entry) ? entry : [begin, null]);
  const through = (method) => (inner, _, link) => {
    enter([link ?? globalThis.briefingLink, inner]);
    try {
      // Without an address, which most browsers let every page do. Elsewhere there is no way back.
      method.call(history, [globalThis.briefingLink, inner], "");
    } catch {}
  };
  enter(kept.call(history));
  history.pushState = through(pushState);
  history.replaceState = through(replaceState);
  Object.defineProperty(history, "state", { configurable: true, get: () => state });
  addEventListener("popstate", (event) => {
    enter(event.state);
    dispatchEvent(new HashChangeEvent("hashchange"));
  });
  // The browser would follow a fragment from the address of the page around this one. Nor can another tab show a view.
  for (const kind of ["click", "auxclick"]) {
    addEventListener(kind, (event) => {
      const link = event.button < 2 && event.target.closest?.("a[href^='#']");
      if (!link) return;
      event.preventDefault();
      if (!event.button && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) return;
      event.stopImmediatePropagation();
      link.click();
    });
  }
}
