// Loads the program and starts it; where that fails, or the program itself fails later, says so and shows the way out.
// Knows nothing of what the program does. Where it comes from is the business of "load": load.js in the served page,
// unpack.js in the one file. xtask names them, and SAVE, when it puts the scripts together.

import { afterwards, again, dressed, here, load, original, readable } from "load";
import { Trouble, element, page } from "./page.js";

// The same, where it may be due to what the link asked for.
class ProgramTrouble extends Trouble {}

let failed = false;
let started = false;

// What is written in the page is its first view. Who asks for another one should not see this one flash by.
const shown = (visible) => {
  const app = page("app");
  if (app) app.hidden = !visible;
};
shown(/^(#\/?)?$/.test(globalThis.briefingLink ?? location.hash));

async function start() {
  if (typeof WebAssembly !== "object") {
    throw new Trouble("This browser has no WebAssembly, or it is switched off, and the briefing needs it.");
  }
  const [glue, program] = await load();
  try {
    const module = await WebAssembly.compile(program);
    await glue.default({ module_or_path: module });
    glue.start(corpusOf(module));
  } catch (error) {
    throw new ProgramTrouble("The program was loaded, but did not start in this browser.", { cause: error });
  }
  started = true;
  if (failed) return;
  await dressed;
  page("boot-status").remove();
  shown(true);
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
    // Following the link would lose the view that the address names, or not load the page anew.
    if (href) history.replaceState(null, "", href);
    again();
  });
  return link;
}

function explain(error) {
  // The first failure is the cause of all others.
  if (failed) return;
  failed = true;
  const known = error instanceof Trouble;
  const ways = element("p", "");
  ways.append(reloading("Try again"), ", ");
  // What the program has drawn so far does not work any more; what was written before it started can be read.
  const lost = started && error instanceof ProgramTrouble;
  if (lost) page("app")?.replaceChildren();
  if (error instanceof ProgramTrouble) {
    ways.append("go to the ", reloading("first page", "#/"), ", ");
  }
  ways.append(...readable(lost));
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
  shown(true);
}

// Sent by the program when it panics: nothing of it can run any more, so it is told here. It has told the console.
addEventListener("briefing-failed", ({ detail }) => {
  explain(new ProgramTrouble("The briefing has failed, through no fault of yours.", { cause: detail }));
});

// An exception of a script leaves the program in the midst of what it did, with the page half drawn. Scripts of others,
// such as the browser's extensions, fail on their own account.
for (const event of ["error", "unhandledrejection"]) {
  addEventListener(event, ({ error, reason }) => {
    const cause = error ?? reason;
    if (!String(cause?.stack).includes(here)) return;
    explain(new ProgramTrouble("The briefing has failed, through no fault of yours.", { cause }));
  });
}

// "Save a copy". Where the script for it does not come, the browser saves what the link leads to.
addEventListener("click", async (event) => {
  const link = event.target.closest?.("a[href='briefing.html']");
  if (!link || link.plain) return;
  event.preventDefault();
  try {
    (await import(SAVE)).save(link, original);
  } catch {
    link.plain = true;
    link.click();
  }
});

start()
  .catch((error) => {
    console.error(error);
    explain(error);
  })
  .then(afterwards)
  .catch(() => {});
