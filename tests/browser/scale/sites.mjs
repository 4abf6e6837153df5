// Writes the sites of the peers and the floor: `node scale/sites.mjs CORPUS OUT`, by `cargo xtask bench --scale`, which has
// put the bundled scripts into OUT before.

import fs from "node:fs";
import path from "node:path";
import process from "node:process";
import zlib from "node:zlib";
import { readActions, readCorpus } from "./corpus.mjs";
import { build } from "./peer/search.js";

/** The longest file, in bytes, that is compressed at the highest level of brotli. */
const SMALL = 4_000_000;

const [folder, out] = process.argv.slice(2);
const corpus = readCorpus(folder);
const textless = { ...corpus, documents: corpus.documents.map(({ blocks, ...about }) => about) };

write("plain/corpus.json", JSON.stringify(corpus));
write("windowed/corpus.json", JSON.stringify(textless));
write("windowed/index.json", JSON.stringify(build(corpus)));
for (const [number, { blocks }] of corpus.documents.entries()) write(`windowed/texts/${number}.json`, JSON.stringify(blocks));
const style = fs.readFileSync(new URL("peer/style.css", import.meta.url));
for (const [site, files] of [["plain", ["corpus.json"]], ["windowed", ["corpus.json", "index.json"]]]) {
  write(`${site}/style.css`, style);
  write(`${site}/index.html`, page(files));
  for (const script of fs.readdirSync(path.join(out, site)).filter((name) => name.endsWith(".js"))) {
    write(`${site}/${script}`, fs.readFileSync(path.join(out, site, script)));
  }
}
write("floor/index.html", floor());
write("floor/app.js", fs.readFileSync(new URL("floor.js", import.meta.url)));
fs.writeFileSync(path.join(out, "actions.json"), JSON.stringify(readActions(corpus)));

/** A file, and its compressed variant as a static host serves it. */
function write(name, content) {
  const file = path.join(out, name);
  const bytes = Buffer.from(content);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, bytes);
  const { BROTLI_PARAM_QUALITY: quality, BROTLI_PARAM_SIZE_HINT: size } = zlib.constants;
  const params = { [quality]: bytes.length > SMALL ? 9 : 11, [size]: bytes.length };
  fs.writeFileSync(`${file}.br`, zlib.brotliCompressSync(bytes, { params }));
}

function page(preloaded) {
  const preloads = preloaded.map((file) => `<link rel="preload" as="fetch" crossorigin href="${file}">`).join("");
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Statements</title><link rel="stylesheet" href="style.css">${preloads}<script type="module" src="app.js"></script><body><div id="app"></div></body></html>`;
}

/** A page that does next to nothing, with one of each element that the benchmark uses. */
function floor() {
  return '<!doctype html><html lang="en"><meta charset="utf-8"><title>Floor</title><script type="module" src="app.js"></script><body><header><input type="search"></header><aside aria-label="Filter"></aside><span id="summary">0</span><article class="statement">A statement.</article></body></html>';
}
