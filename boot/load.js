// Loads the program of the served page. What to load stands in two links of the page, see Trunk.toml.

import { Trouble, element, page } from "./page.js";

// Shorter than this, a progress bar is only flicker.
const PATIENCE_MS = 400;

/** How the addresses of our scripts begin. */
export const here = new URL(".", import.meta.url).href;

/** Starts anew at what the address says. */
export const again = () => location.reload();

/** The glue and the program, which it starts. */
export function load() {
  return Promise.all([loadGlue(page("boot-glue")), loadProgram(page("boot-wasm"))]);
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

/** When all pages look as they should. */
export const dressed = loadLater(page("boot-later"));

/** For reading offline, and for leaving an edition that fails. Where it does not load, the page is as good without. */
export const afterwards = () => import("./offline.js");

/** Where "Save a copy" gets the one file from: here, from beside the page. */
export const original = undefined;

/** What can be read without the program, in words. `lost`: what it had drawn is gone. */
export function readable(lost) {
  const texts = element("a", "source texts", { href: "seeds/index.html" });
  return ["or read the ", texts, ", which always work.", lost ? "" : " What is written below can be read, too."];
}

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
