// Loads the program and starts it with the corpus; where that fails, or the program fails later, shows a message with links
// that lead on. Knows nothing of what the program does. Where it comes from is decided by "load": load.js in the served page,
// unpack.js in the one file. xtask/src/bundle/scripts.rs resolves that import, and the constants OPEN and SAVE.

import { again, embeddedHtml, fallbackLinks, here, load, loadChunk, registerOffline, stylesLoaded } from "load";
import { Trouble, element, page } from "./page.js";

// A failure that the link may have caused: starting at the first page may help.
class ProgramTrouble extends Trouble {}

// The prerendered view, before anything changes it. It can be read whatever becomes of the program, and its links lead to pages
// that need none. Copied while the program is being loaded.
const written = [...page("app").cloneNode(true).childNodes];

// Whether the reader has opened a file in place of the corpus in the program: see open.js. A reference to its bytes would keep
// them for as long as the window lasts, as all scripts are kept.
const isOpened = Boolean(globalThis.briefingFile?.corpus);

let failed = false;

// How long after the page is drawn the rest is loaded, for which nobody waits: by then the page is on the screen.
const PAUSE_MS = 250;

// Fulfilled then, or when the program has failed.
let settle;
const settled = new Promise((resolve) => (settle = () => setTimeout(resolve, PAUSE_MS)));
addEventListener("briefing-loaded", settle);

// The prerendered view is the start page: hidden at once where the link leads to another view, or it would flash by.
const setVisible = (visible) => {
  const app = page("app");
  if (app) app.hidden = !visible;
};
setVisible(/^(#\/?)?$/.test(globalThis.briefingLink ?? location.hash));

async function start() {
  if (typeof WebAssembly !== "object") {
    throw new Trouble("This browser has no WebAssembly, or it is switched off, and the briefing needs it.");
  }
  const [glue, program] = await load();
  try {
    const module = await WebAssembly.compile(program);
    await glue.default({ module_or_path: module });
    glue.start(globalThis.briefingFile?.corpus ?? corpusOf(module), loadChunk);
  } catch (error) {
    throw new ProgramTrouble("The program was loaded, but did not start in this browser.", { cause: error });
  }
  if (failed) return;
  await stylesLoaded;
  page("boot-status").remove();
  setVisible(true);
  // An opened file is loaded already, and the way back from it is one of the links that wait.
  if (!isOpened) await settled;
}

// The corpus is a custom section of the program, see crates/publish/src/section.rs. Where there is none, or more than one,
// the program gets an empty one, and says that it can't be read.
function corpusOf(module) {
  const sections = WebAssembly.Module.customSections(module, "briefing-corpus");
  return new Uint8Array(sections.length === 1 ? sections[0] : 0);
}

function reloading(text, href = "") {
  const link = element("a", text, { href });
  link.addEventListener("click", (event) => {
    event.preventDefault();
    // The browser's own navigation would lose the view that the address names, or not load the page anew.
    if (href) history.replaceState(null, "", href);
    again();
  });
  return link;
}

function explain(error) {
  // The first failure is the cause of all others.
  if (failed) return;
  failed = true;
  settle();
  const known = error instanceof Trouble;
  const ways = element("p", "");
  ways.append(reloading("Try again"), ", ");
  if (error instanceof ProgramTrouble) {
    // What the program has drawn does not respond any more, or is not whole.
    page("app")?.replaceChildren(...written);
    ways.append("go to the ", reloading("first page", "#/"), ", ");
  }
  ways.append(...(isOpened ? ["or go back with the link above."] : fallbackLinks()));
  const said = [element("p", known ? error.message : "The briefing could not be started."), ways];
  const detail = known ? error.cause : error;
  if (detail) {
    const small = element("p", "");
    small.append(element("small", String(detail), { translate: false }));
    said.push(small);
  }
  const status = page("boot-status") ?? element("div", "", { id: "boot-status", className: "boot" });
  status.setAttribute("role", "alert");
  status.replaceChildren(...said);
  document.body.prepend(status);
  setVisible(true);
  status.scrollIntoView();
}

// The program dispatches this event when it panics, since none of its code may run after that. The message is in the console
// already.
addEventListener("briefing-failed", ({ detail }) => {
  explain(new ProgramTrouble("The briefing has failed, through no fault of yours.", { cause: detail }));
});

// An exception in one of our scripts leaves the page half drawn. Exceptions in other scripts, such as those of browser
// extensions, do not concern the program.
for (const event of ["error", "unhandledrejection"]) {
  addEventListener(event, ({ error, reason }) => {
    const cause = error ?? reason;
    if (!String(cause?.stack).includes(here)) return;
    explain(new ProgramTrouble("The briefing has failed, through no fault of yours.", { cause }));
  });
}

// "Save a copy". Where its script cannot be loaded, the browser follows the link, which downloads the one file.
addEventListener("click", async (event) => {
  const link = event.target.closest?.("a[href='briefing.html']");
  if (!link || link.plain) return;
  event.preventDefault();
  try {
    (await import(SAVE)).save(link, embeddedHtml);
  } catch {
    link.plain = true;
    link.click();
  }
});

// What opens files comes when the page is drawn, and takes the place of this. Whoever asks for it before waits for it.
let opener;
const loadOpener = () =>
  (opener ??= import(OPEN).then(
    ({ install }) => install({ again, embeddedHtml }),
    (error) => {
      opener = undefined;
      throw error;
    },
  ));
globalThis.briefingOpen = () => loadOpener().then(() => globalThis.briefingOpen());

start()
  .catch((error) => {
    console.error(error);
    explain(error);
  })
  .then(loadOpener)
  .catch(() => {})
  .then(registerOffline)
  .catch(() => {});
