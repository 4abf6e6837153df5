// Takes the program out of the one file. Stands in for load.js there: nothing may be fetched, and nothing can be.
//
// What is packed are files, one after the other, compressed and written in characters that survive in a text; see
// crates/publish/src/one_file.rs.

import { needsHistory, standIn } from "./history.js";
import { startingAt } from "./save.js";
import { Trouble, element, page } from "./page.js";

// The text of the file before anything changes it: for what is saved, and for when the program fails.
const text = [...page("app").cloneNode(true).childNodes];
export const original = `<!doctype html>${document.documentElement.outerHTML}`;

/** How the address of our script begins. It is the page's own, which may be all of the file. */
export const here = location.href.split("#")[0].slice(0, 99);

// An address with a fragment says more than where the file was saved.
const begin = location.hash || document.querySelector("meta[name=start]").content;
if (needsHistory()) standIn(begin);
else if (begin) history.replaceState(history.state, "", begin);

/** Starts anew at what the address says. What was made by a script, or came in the address, cannot be loaded again. */
export function again() {
  if (/^(file|https?):$/.test(location.protocol)) return location.reload();
  const link = globalThis.briefingLink ?? location.hash;
  document.open();
  document.write(startingAt(original, link));
  document.close();
}

const files = new Map();

/** When all pages look as they should: what is packed has all of the style sheets. */
export const dressed = undefined;

/** Nothing has to be saved for reading offline, and nothing can be. */
export const afterwards = undefined;

// How the glue asks for the later parts of the program; xtask writes this in the place of `fetch`.
globalThis.briefingFetch = async (address) =>
  new Response(files.get(address.pathname), { headers: { "content-type": "application/wasm" } });

/** The glue and the program, which it starts. */
export async function load() {
  if (typeof DecompressionStream !== "function") {
    throw new Trouble(
      "This browser can’t unpack the program in this file: it has no DecompressionStream. " +
        "Chromium and Chrome have it from version 80, Safari from 16.4, Firefox from 113.",
    );
  }
  try {
    await unpack(page("boot-packed"));
  } catch (error) {
    throw new Trouble("The program in this file is damaged, and was not started.", { cause: error });
  }
  // The page's policy names this style sheet and this script by their digests, and lets no other in.
  document.querySelector("style").replaceWith(element("style", textOf("style")));
  document.head.append(element("script", textOf("glue")));
  const glue = globalThis.briefingGlue;
  if (!glue) throw new Trouble("The program in this file was changed, and was not started.");
  return [{ default: glue.default, start: (corpus) => start(glue, corpus) }, files.get("program")];
}

// The text of the file is not made for hydration: the program gets an empty element, and the text goes when it has drawn.
function start(glue, corpus) {
  const prerendered = page("app");
  const root = element("div", "", { id: prerendered.id, hidden: prerendered.hidden });
  prerendered.removeAttribute("id");
  prerendered.after(root);
  try {
    glue.start(corpus);
  } finally {
    prerendered.remove();
  }
}

/** What can be read without the program, in words. */
export function readable() {
  page("app").replaceChildren(...text);
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

// Two digits of ninety-one hold thirteen bits, the lowest first. Whatever is no digit, such as the end of a line, is skipped.
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

// Links to files that the served page has beside it: they are in here. So is this file, which a plain click saves.
for (const kind of ["click", "auxclick"]) {
  addEventListener(kind, (event) => {
    const link = event.target.closest?.("a[href]");
    const name = link?.getAttribute("href");
    if (name === "briefing.html" && kind === "auxclick") event.preventDefault();
    const file = files.get(name);
    if (!file || event.button > 1) return;
    event.preventDefault();
    const address = URL.createObjectURL(new Blob([file], { type: "text/plain;charset=utf-8" }));
    element("a", "", { href: address, download: decodeURIComponent(name.split("/").pop()) }).click();
  });
}
