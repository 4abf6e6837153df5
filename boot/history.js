// History for a page that cannot change its address, as in a frame that was written by a script: the link of each entry is
// kept here, and the current one in `briefingLink`, which the program reads in place of the address.

const { pushState, replaceState } = History.prototype;
const kept = Object.getOwnPropertyDescriptor(History.prototype, "state").get;

/** Whether the browser refuses or ignores a change of the fragment, or would copy the whole file with each change. */
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

/** Replaces the browser's own history from now on. `begin` is the first link. */
export function standIn(begin) {
  // Link and state of each entry. The browser's state holds only the index of an entry, and its link for a reload.
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
      // Without an address, which most browsers permit every page. Where one does not, there is no way back.
      pushState.call(history, [at, link], "");
    } catch {}
  };
  Object.defineProperty(history, "state", { configurable: true, get: () => entries[at].state });
  addEventListener("popstate", (event) => {
    enter(event.state);
    dispatchEvent(new HashChangeEvent("hashchange"));
  });
  // The browser would resolve a fragment against the address of the embedding page, and another tab could not show the view.
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
