// The history of a page that cannot change its address, as in a frame that was written by a script: the link that the address
// would name is kept here for each entry, and named in `briefingLink`, which the program reads in its stead.

const { pushState, replaceState } = History.prototype;
const kept = Object.getOwnPropertyDescriptor(History.prototype, "state").get;

/** Whether the browser refuses, or ignores, another fragment in the address; or copies all of the file with each change. */
export function needsHistory() {
  if (location.protocol === "data:") return true;
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
  // The link and the state of each entry. The browser keeps only the number of an entry, and its link for a reload.
  const entries = [];
  let at;
  const put = (state, link) => {
    entries[at] = { state, link };
    globalThis.briefingLink = link;
  };
  const enter = (entry, first) => {
    at = entry?.[0] ?? 0;
    const { state, link } = entries[at] ?? { state: null, link: first || entry?.[1] || "" };
    put(state, link);
  };
  enter(kept.call(history), begin);
  history.replaceState = (state, _, link) => put(state, link ?? globalThis.briefingLink);
  history.pushState = (state, _, link) => {
    at += 1;
    entries.length = at;
    put(state, link);
    try {
      // Without an address, which most browsers let every page do. Elsewhere there is no way back.
      pushState.call(history, [at, link], "");
    } catch {}
  };
  Object.defineProperty(history, "state", { configurable: true, get: () => entries[at].state });
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
