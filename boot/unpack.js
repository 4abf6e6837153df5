// Unpacks glue and program in the one file, in place of load.js: the file's policy permits no request.
//
// The packed files are concatenated, compressed and encoded in printable characters; see crates/publish/src/one_file.rs.

import { needsHistory, standIn } from "./history.js";
import { corpusIn } from "./open.js";
import { startingAt } from "./save.js";
import { Trouble, element, page } from "./page.js";

// The file before anything changes it, for copies that are saved and for the way back from a file that was opened.
export const embeddedHtml = globalThis.briefingFile?.html ?? `<!doctype html>${document.documentElement.outerHTML}`;

/** The prefix of the address of our script, which is the page's own; a `data:` address holds all of the file. */
export const here = location.href.split("#")[0].slice(0, 99);

// A fragment in the address takes precedence over the view that the copy was saved at.
const begin = location.hash || document.querySelector("meta[name=start]").content;
if (needsHistory()) standIn(begin);
else if (begin) history.replaceState(history.state, "", begin);

/** Starts again at the link in the address. Where the browser cannot load the page again, it is written anew. */
export function again() {
  if (/^(file|https?):$/.test(location.protocol)) return location.reload();
  const link = globalThis.briefingLink ?? location.hash;
  document.open();
  document.write(startingAt(embeddedHtml, link));
  document.close();
}

const files = new Map();

// The corpus, which is not in the program here, but in the briefing file that is saved by "Share".
let own;

/** All style sheets are packed, and apply as soon as they are unpacked. */
export const stylesLoaded = undefined;

/** Here the program has the whole corpus, and there are no chunks. */
export const loadChunk = () => Promise.reject(new Error("This file has no chunks."));

/** A file on a disk has no service worker, and needs none. */
export const registerOffline = undefined;

let setUnpacked;
const unpacked = new Promise((resolve) => (setUnpacked = resolve));

// Called by the glue for the later parts of the program: xtask/src/bundle/scripts.rs replaces its `fetch` by this. What it
// returns has only what the glue asks a response for. Where the page was written anew, the program before may ask as well,
// while this one is still being unpacked.
globalThis.briefingFetch = async (address) => {
  await unpacked;
  return { arrayBuffer: async () => files.get(address.pathname) };
};

/** The glue, and the bytes of the program. */
export async function load() {
  if (typeof DecompressionStream !== "function") {
    throw new Trouble(
      "This browser can’t unpack the program in this file: it has no DecompressionStream. " +
        "Chromium and Chrome have it from version 80, Safari from 16.4, Firefox from 113.",
    );
  }
  try {
    await unpack(page("boot-packed"));
    setUnpacked();
    const [, briefing] = [...files].find(([name]) => name.endsWith(".briefing"));
    own = await corpusIn(briefing);
  } catch (error) {
    throw new Trouble("The program in this file is damaged, and was not started.", { cause: error });
  }
  // The page's policy permits this style sheet and this script by their digests, and no other.
  document.querySelector("style").replaceWith(element("style", textOf("style")));
  document.head.append(element("script", textOf("glue")));
  const glue = globalThis.briefingGlue;
  if (!glue) throw new Trouble("The program in this file was changed, and was not started.");
  return [{ default: glue.default, start: (corpus, loadChunk) => start(glue, corpus, loadChunk) }, files.get("program")];
}

// The text of the file is not made for hydration: the program draws into an empty element, and the text is removed then.
function start(glue, corpus, loadChunk) {
  const prerendered = page("app");
  const root = element("div", "", { id: prerendered.id, hidden: prerendered.hidden });
  prerendered.removeAttribute("id");
  prerendered.after(root);
  try {
    glue.start(corpus.length > 0 ? corpus : own, loadChunk);
  } finally {
    prerendered.remove();
  }
}

/** Text that leads to what can be read without the program: the text of the file. */
export function fallbackLinks() {
  return ["or read what is written below, which always works."];
}

function textOf(file) {
  return new TextDecoder().decode(files.get(file));
}

async function unpack(packed) {
  const bytes = decoded(packed.textContent, packed.dataset.digits, Number(packed.dataset.size));
  const whole = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).arrayBuffer();
  let at = 0;
  for (const [name, size] of JSON.parse(packed.dataset.files)) {
    files.set(name, new Uint8Array(whole, at, size));
    at += size;
  }
}

// Two digits in base 91 hold thirteen bits, the lowest first. Characters that are no digits, such as line ends, are skipped.
function decoded(text, digits, size) {
  const values = new Map([...digits].map((digit, value) => [digit.charCodeAt(0), value]));
  const bytes = new Uint8Array(size);
  let at = 0;
  let held = 0;
  let bits = 0;
  let first = -1;
  for (let place = 0; place < text.length; place += 1) {
    const value = values.get(text.charCodeAt(place));
    if (value === undefined) continue;
    if (first < 0) {
      first = value;
      continue;
    }
    held |= (first * values.size + value) << bits;
    first = -1;
    for (bits += 13; bits >= 8 && at < size; bits -= 8) {
      bytes[at] = held & 255;
      at += 1;
      held >>>= 8;
    }
  }
  if (at < size) throw new Error(`${at} of ${size} bytes are there`);
  return bytes;
}

// Links to files beside the served page: they are saved from the packed files. The link to the one file itself is handled by
// "Save a copy"; with another button it would lead nowhere.
for (const kind of ["click", "auxclick"]) {
  addEventListener(kind, (event) => {
    const link = event.target.closest?.("a[href]");
    const name = link?.getAttribute("href");
    if (name === "briefing.html" && kind === "auxclick") event.preventDefault();
    const file = files.get(name);
    if (!file || event.button > 1) return;
    event.preventDefault();
    const type = name.endsWith(".txt") ? "text/plain;charset=utf-8" : "application/octet-stream";
    const address = URL.createObjectURL(new Blob([file], { type }));
    element("a", "", { href: address, download: decodeURIComponent(name.split("/").pop()) }).click();
  });
}
