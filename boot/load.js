// Loads glue and program in the served page, from the addresses in two links of the page; see Trunk.toml.

import { Trouble, element, page } from "./page.js";

// A download shorter than this shows no progress bar, which would only flicker.
const PATIENCE_MS = 400;

/** The prefix of the addresses of our scripts, by which exceptions are attributed. */
export const here = new URL(".", import.meta.url).href;

/** Starts again at the link in the address. */
export const again = () => location.reload();

/** The glue module, and the bytes of the program. */
export function load() {
  const glue = page("boot-glue");
  // The glue takes the response, and reports a failure. A page that is written anew, with an opened file, has this window.
  const { pages, pagesIntegrity: integrity } = glue.dataset;
  globalThis.briefingPages = isStartPage() ? undefined : fetch(pages, { integrity });
  globalThis.briefingPages?.catch(() => {});
  return Promise.all([loadGlue(glue), loadProgram(page("boot-wasm"))]);
}

/** Whether the address is one of the start page, filtered or not, which needs no other part of the program. */
const isStartPage = () => !/^#\/[^?]/.test(location.hash);

// The style sheet of the other pages has been loaded as one for print, so that the first view does not wait for it.
async function loadLater(sheet) {
  if (!sheet.sheet) {
    await new Promise((resolve) => {
      sheet.addEventListener("load", resolve);
      // Without it the other pages are plain, and can be read.
      sheet.addEventListener("error", resolve);
    });
  }
  sheet.media = "all";
}

/** Resolves when all style sheets apply. */
export const stylesLoaded = loadLater(page("boot-later"));

/** Registers the service worker, also where the program has failed: a new edition may mend it. Optional: may fail to load. */
export const registerOffline = () => import("./offline.js");

/** The HTML of the one file, where it is embedded in the page: here it is a file of its own. */
export const embeddedHtml = undefined;

/** Text and links to what can be read without the program. */
export function fallbackLinks() {
  const texts = element("a", "source texts", { href: "seeds/index.html" });
  return ["or read the ", texts, ", which always work. What is written below can be read, too."];
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
    // With default options, which match the preload link in the page: else it would be loaded twice.
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

/**
 * The bytes of a chunk of the corpus: a file of its own, with a SHA-256. None where it is damaged, or of another edition;
 * the program says so.
 */
export async function loadChunk(name, digest) {
  const response = await fetch(name);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim());
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (!globalThis.crypto?.subtle) return bytes;
  const found = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return found.every((byte, index) => byte === digest[index]) ? bytes : new Uint8Array();
}

// Reads the body in pieces to show progress. `size` is that of the program itself: the Content-Length of a compressed
// response is another.
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

// Browsers compute digests only in secure contexts. Over plain http the expected digest could be forged as well.
async function isGenuine(bytes, integrity) {
  if (!globalThis.crypto?.subtle || !integrity?.startsWith("sha256-")) return true;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return btoa(String.fromCharCode(...digest)) === integrity.slice("sha256-".length);
}
