// Loads the program and starts it; where that fails, or the program itself fails later, says so and shows the way out.
// Knows nothing of what the program does. What to load stands in two links of the page, see Trunk.toml.

const page = (id) => document.getElementById(id);

// Shorter than this, a progress bar is only flicker.
const PATIENCE_MS = 400;

// A failure in words for a reader; what the browser or the program said about it is the `cause`.
class Trouble extends Error {}

// The same, where it may be due to what the link asked for.
class ProgramTrouble extends Trouble {}

let failed = false;

// What is written in the page is its first view. Who asks for another one should not see this one flash by.
const shown = (visible) => {
  const app = page("app");
  if (app) app.hidden = !visible;
};
shown(/^(#\/?)?$/.test(location.hash));

async function start() {
  if (typeof WebAssembly !== "object") {
    throw new Trouble("This browser has no WebAssembly, or it is switched off, and the briefing needs it.");
  }
  const [glue, program] = await Promise.all([loadGlue(page("boot-glue")), loadProgram(page("boot-wasm"))]);
  try {
    await glue.default({ module_or_path: program });
  } catch (error) {
    throw new ProgramTrouble("The program was loaded, but did not start in this browser.", { cause: error });
  }
  if (failed) return;
  await later;
  page("boot-status").remove();
  shown(true);
}

// The sheet of the other pages came as one for paper, so that the first view would not wait for it.
async function loadLater(sheet) {
  if (!sheet.sheet) {
    await new Promise((resolve) => {
      sheet.addEventListener("load", resolve);
      // The other pages are plain then, and can be read.
      sheet.addEventListener("error", resolve);
    });
  }
  sheet.media = "all";
}
const later = loadLater(page("boot-later"));

async function loadGlue(link) {
  try {
    return await import(link.href);
  } catch (error) {
    throw new Trouble("A part of the program could not be loaded. Are you connected?", { cause: error });
  }
}

async function loadProgram(link) {
  let bytes;
  try {
    // With the defaults, which are what the preload in the page was made for: it is loaded once.
    const response = await fetch(link.href);
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim());
    bytes = await read(response, Number(link.dataset.size));
  } catch (error) {
    throw new Trouble("The program could not be loaded. Are you connected?", { cause: error });
  }
  if (!(await isGenuine(bytes, link.dataset.integrity))) {
    throw new Trouble("The program was damaged or changed on its way here, and was not started.");
  }
  return bytes;
}

// Reads the body piece by piece to show how far it is. `size` is of the program itself: where the server compresses,
// its Content-Length would be of something else.
async function read(response, size) {
  if (!response.body || !(size > 0)) return new Uint8Array(await response.arrayBuffer());
  const began = performance.now();
  const bar = page("boot-progress");
  const pieces = [];
  let loaded = 0;
  for (const reader = response.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    pieces.push(value);
    loaded += value.length;
    bar.max = size;
    bar.value = loaded;
    bar.hidden = performance.now() - began < PATIENCE_MS;
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

// Pages that came over plain http have no digests; what would be proven there could be forged as well.
async function isGenuine(bytes, integrity) {
  if (!globalThis.crypto?.subtle || !integrity?.startsWith("sha384-")) return true;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-384", bytes));
  return btoa(String.fromCharCode(...digest)) === integrity.slice("sha384-".length);
}

function element(name, text, attributes = {}) {
  const made = Object.assign(document.createElement(name), attributes);
  made.textContent = text;
  return made;
}

function reloading(text) {
  const link = element("a", text, { href: "" });
  link.addEventListener("click", (event) => {
    event.preventDefault();
    // Following the link would lose the view that the address names.
    location.reload();
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
  if (error instanceof ProgramTrouble) {
    // What the program has drawn so far does not work any more.
    page("app")?.replaceChildren();
    // Without a fragment this loads the page anew.
    ways.append("go to the ", element("a", "first page", { href: location.pathname + location.search }), ", ");
  }
  ways.append("or read the ", element("a", "source texts", { href: "seeds/index.html" }), ", which always work.");
  if (!(error instanceof ProgramTrouble)) ways.append(" What is written below can be read, too.");
  const said = [element("p", known ? error.message : "The briefing could not be started."), ways];
  const detail = known ? error.cause : error;
  if (detail) {
    const small = element("p", "");
    small.append(element("small", String(detail)));
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
const HERE = new URL(".", import.meta.url).href;
for (const event of ["error", "unhandledrejection"]) {
  addEventListener(event, ({ error, reason }) => {
    const cause = error ?? reason;
    if (!String(cause?.stack).includes(HERE)) return;
    explain(new ProgramTrouble("The briefing has failed, through no fault of yours.", { cause }));
  });
}

start()
  .catch((error) => {
    console.error(error);
    explain(error);
  })
  // For reading offline, and for leaving an edition that fails. Where it does not load, the page is as good without.
  .then(() => import("./offline.js"))
  .catch(() => {});
