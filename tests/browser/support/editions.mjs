// Another edition of the bundle, as if its corpus had changed: a word in the title, in every file and in the program.

import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { bundle } from "./settings.mjs";

/** What the corpus in `seeds/` is called. */
export const TITLE = "Central Asia between the US and Russia";

/** As many letters, because the program has been compiled. */
export const OTHER_TITLE = TITLE.replace("Russia", "Moscow");

/** Every file of a folder, as seen from it. */
export async function filesOf(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((file) => path.relative(folder, path.join(file.parentPath, file.name)).replaceAll("\\", "/"));
}

// What readers never ask for: the worker itself, what hosts send in place of other files, and what is for other programs.
const NOT_FOR_READERS = /^worker\.js$|\.(br|gz)$|^(data\/briefing\.json|feed\.xml|llms\.txt)$/;

/** The files of a folder that are saved for reading without a connection. */
export async function savedFilesOf(folder) {
  return (await filesOf(folder)).filter((name) => !NOT_FOR_READERS.test(name));
}

/** Makes the other edition in a folder of its own, which `forget` removes. */
export async function otherEdition() {
  const folder = await mkdtemp(path.join(tmpdir(), "briefing-edition-"));
  // Compressed variants would be those of the other files.
  await cp(bundle, folder, { recursive: true, filter: (name) => !/\.(br|gz)$/.test(name) });
  const names = await filesOf(folder);
  const renamed = new Map();
  for (const name of names) {
    const file = path.join(folder, name);
    // Each byte a character, so that what is no text stays as it is.
    const before = await readFile(file, "latin1");
    const after = before.replaceAll(TITLE, OTHER_TITLE);
    if (after === before) continue;
    await writeFile(file, after, "latin1");
    if (!name.endsWith(".wasm")) continue;
    const next = name.replace(/-[0-9a-f]+\./, `-${digest("sha256", after, "hex").slice(0, 16)}.`);
    await rename(file, path.join(folder, next));
    renamed.set(name, next);
    renamed.set(digest("sha256", before, "base64"), digest("sha256", after, "base64"));
  }
  if (renamed.size === 0) throw new Error("the program does not name its title");
  const page = path.join(folder, "index.html");
  let html = await readFile(page, "utf8");
  for (const [old, now] of renamed) html = html.replaceAll(old, now);
  await writeFile(page, html);
  await promisify(execFile)(process.env.CARGO ?? "cargo", ["run", "--quiet", "--package", "xtask", "--", "renew-worker", folder]);
  return { folder, forget: () => rm(folder, { recursive: true }) };
}

function digest(algorithm, latin1, encoding) {
  return createHash(algorithm).update(latin1, "latin1").digest(encoding);
}
