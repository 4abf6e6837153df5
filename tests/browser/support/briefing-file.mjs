// Briefing files for tests, and how a reader opens one. The bytes are described in docs/format.md.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import { baseUrl } from "./settings.mjs";

/** A file of the present version, of another briefing than the page's. */
export const FILE = fileURLToPath(new URL("../../../crates/corpus/tests/pass/talks.v3.briefing", import.meta.url));

const HEADER_LEN = 69;
const DIGEST = [16, 48];

const file = readFileSync(FILE);
const titled = HEADER_LEN + file.readUInt16LE(67);

/** A file with its digest set right. */
function signed(file) {
  const others = createHash("sha256").update(file.subarray(0, DIGEST[0])).update(file.subarray(DIGEST[1]));
  others.digest().copy(file, DIGEST[0]);
  return file;
}

/** What is in it. */
export const other = {
  title: file.subarray(HEADER_LEN, titled).toString(),
  edition: file.subarray(59, 67).toString("hex"),

  /** A file that is as it was written, with a briefing that no program writes. */
  forged() {
    const compiled = gunzipSync(file.subarray(titled));
    compiled.fill(0xff, 10, 60);
    const packed = gzipSync(compiled);
    const head = Buffer.from(file.subarray(0, titled));
    head.writeUInt32LE(packed.length, 55);
    return signed(Buffer.concat([head, packed]));
  },
};

export function damaged(file) {
  const copy = Buffer.from(file);
  copy[copy.length - 100] ^= 1;
  return copy;
}

/** A file of a later version of the format. */
export function newer(file) {
  const copy = Buffer.from(file);
  [2, 9, 8, 7].forEach((number, index) => copy.writeUInt16LE(number, 8 + 2 * index));
  return signed(copy);
}

/** The buttons that have a reader choose a file; the one at the foot is the last. */
export const openButton = (page) => page.getByRole("button", { name: "Open a briefing file…" });

/** The bar that says which file is shown. */
export const openedFile = (page) => page.getByRole("region", { name: "Opened file" });

/** Has the browser ask the test for files from now on: without a listener it would begin to only while it is asked. */
export function answersForFiles(page) {
  page.on("filechooser", () => {});
}

/** Chooses a file: its path, or its name and content. */
export async function openFile(page, file) {
  answersForFiles(page);
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), openButton(page).last().click()]);
  await chooser.setFiles(file);
}

/** Where the site has its own briefing as a file. */
export async function ownFile() {
  const html = await (await fetch(new URL("worker.js", baseUrl))).text();
  return html.match(/data\/[^"]+\.briefing/)[0];
}

/** Drops a file on the page. */
export async function drop(page, name, content) {
  // The script that opens files comes after the first view. Then the page takes files, and the browser does not.
  await page.waitForFunction(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([], "a"));
    return !document.body.dispatchEvent(new DragEvent("dragover", { bubbles: true, cancelable: true, dataTransfer }));
  });
  await page.evaluate(
    ([name, content]) => {
      const dataTransfer = new DataTransfer();
      const bytes = Uint8Array.from(atob(content), (it) => it.charCodeAt(0));
      dataTransfer.items.add(new File([bytes], name));
      for (const kind of ["dragenter", "dragover", "drop"]) {
        document.body.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer }));
      }
    },
    [name, content.toString("base64")],
  );
}
