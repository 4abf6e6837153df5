// The size of a program without the corpus in it, as brotli leaves it.

import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";

/** Custom sections that hold a corpus. */
const OF_CORPUS = /^briefing-/;

/** Length of the preamble: magic number and version (WebAssembly Core Specification, 5.5.16). */
const PREAMBLE = 8;

const sizes = new Map();

/** The bytes of a program of a site, by its address, without what is of the corpus. */
export function programSize(pathname, folder) {
  const file = path.join(folder, path.basename(pathname));
  if (!sizes.has(file)) sizes.set(file, zlib.brotliCompressSync(withoutCorpus(fs.readFileSync(file))).length);
  return sizes.get(file);
}

function withoutCorpus(bytes) {
  const kept = [bytes.subarray(0, PREAMBLE)];
  for (let start = PREAMBLE; start < bytes.length; ) {
    const [length, content] = number(bytes, start + 1);
    const end = content + length;
    if (bytes[start] !== 0 || !OF_CORPUS.test(name(bytes, content))) kept.push(bytes.subarray(start, end));
    start = end;
  }
  return Buffer.concat(kept);
}

function name(bytes, at) {
  const [length, start] = number(bytes, at);
  return bytes.toString("utf8", start, start + length);
}

/** An unsigned integer in LEB128, and where it ends. */
function number(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7, at += 1) {
    value += (bytes[at] & 0x7f) * 2 ** shift;
    if (bytes[at] < 0x80) return [value, at + 1];
  }
}
