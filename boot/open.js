// Opens a briefing file (NAME.briefing) of the reader's machine in place of the briefing that the page came with. The file is
// read here, goes nowhere and is not stored: a page that is loaded again asks for it again.
//
// The page is written anew, which ends all that the program has begun, and boot.js starts the program with the corpus of the
// file. boot.js loads this when the first view stands. crates/corpus/src/file.rs describes the format.

import { Trouble, element } from "./page.js";
import { startingAt } from "./save.js";

// What crates/corpus/src/file.rs has under the same names.
const MAGIC = [0x89, 0x42, 0x52, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];
const FILE_VERSION = 1;
const FORMAT_VERSION = 3;
const GZIP = 1;
const HEADER_LEN = 69;
const MOST_BYTES = 2 ** 29;
const DIGEST = [16, 48];

// As many digits of an edition as links have.
const EDITION_DIGITS = 8;

// In the query of the address, so that a page that is loaded again knows what it lacks, and the browser's way back leads back.
const PARAMETER = "file";

// What is shown, as boot.js knows it: the corpus, and for the bar and the viewer the file's name, title and edition; and how to
// get back. Not in this module, of which the one file has another copy once it is written anew.
const opened = () => (globalThis.briefingFile?.corpus ? globalThis.briefingFile : undefined);

const addressed = () => new URLSearchParams(location.search).get(PARAMETER);

let again;
let embeddedHtml;

/** Begins to take files. `boot` has what differs between the served page and the one file. */
export function install(boot) {
  ({ again, embeddedHtml } = boot);
  globalThis.briefingOpen = choose;
  addEventListener("dragover", (event) => hasFile(event) && event.preventDefault());
  addEventListener("dragenter", (event) => hasFile(event) && !said() && say("status", "Drop a briefing file to open it."));
  // Between two elements of the page, the file has not left it.
  addEventListener("dragleave", ({ relatedTarget }) => relatedTarget || unsay());
  addEventListener("drop", (event) => {
    if (!hasFile(event)) return;
    // The browser would leave the page for the file.
    event.preventDefault();
    unsay();
    open(event.dataTransfer.files[0]);
  });
  const shown = addressed();
  addEventListener("popstate", () => addressed() !== shown && again(), true);
  if (opened()) document.getElementById("opened-file")?.querySelector("a").addEventListener("click", goBack);
  else if (shown) ask(shown);
}

const hasFile = ({ dataTransfer }) => dataTransfer?.types.includes("Files");

/** Has the reader choose a file. Browsers let a page ask for one for some seconds after a press, and loading may take longer. */
function choose() {
  if (navigator.userActivation?.isActive === false) {
    const now = button("Open a briefing file…", choose);
    say("status", "Files can be opened now. ", now, " ", button("Close", unsay));
    now.focus();
    return;
  }
  unsay();
  // Without `accept`: systems that do not know the extension would let nothing be chosen.
  const input = Object.assign(document.createElement("input"), { type: "file" });
  input.addEventListener("change", () => open(input.files[0]));
  input.click();
}

async function open(file) {
  if (!file) return;
  try {
    const read = await readFile(file);
    await show(file.name, read);
  } catch (error) {
    const why = error instanceof Trouble ? error.message : `it could not be read (${error.message ?? error}).`;
    const other = button("Open another file…", choose);
    say("alert", element("bdi", file.name), ` was not opened: ${why} `, other, " ", button("Close", unsay));
    other.focus();
  }
}

/** The compiled briefing in a file, with its title and its edition. */
async function readFile(file) {
  const tooLarge = () => new Trouble(`it is too large, and at most ${Math.floor(MOST_BYTES / 1e6)} MB are read.`);
  if (file.size > MOST_BYTES) throw tooLarge();
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!MAGIC.every((byte, index) => bytes[index] === byte)) throw new Trouble("it is not a briefing file.");
  const cutOff = (has) => new Trouble(`it is cut off, ${has}. Ask whoever gave it to you for another copy.`);
  if (bytes.length < DIGEST[0]) throw cutOff(`and has ${bytes.length} bytes`);
  const number = (at) => view(bytes).getUint16(at, true);
  const madeBy = [10, 12, 14].map(number).join(".");
  const newer = () =>
    new Trouble(`it was made by a newer version of the program, Briefing ${madeBy}. A page that was made with that version opens it.`);
  if (number(8) > FILE_VERSION) throw newer();
  if (bytes.length < HEADER_LEN) throw cutOff(`and has ${bytes.length} bytes`);
  const packed = view(bytes).getUint32(55, true);
  const begin = packedFrom(bytes);
  if (bytes.length < begin + packed) throw cutOff(`and has ${bytes.length} of its ${begin + packed} bytes`);
  const damaged = (what) => new Trouble(`it is damaged: ${what}. Ask whoever gave it to you for another copy.`);
  if (!(await isWhole(bytes))) throw damaged("its digest is another");
  if (bytes.length > begin + packed || number(8) === 0) throw damaged("its length is another");
  if (number(48) > FORMAT_VERSION || bytes[50] !== GZIP) throw newer();
  if (view(bytes).getUint32(51, true) > MOST_BYTES) throw tooLarge();
  let corpus;
  try {
    corpus = await corpusIn(bytes);
  } catch (error) {
    if (error instanceof Trouble) throw error;
    throw damaged("its compressed form");
  }
  if (!corpus) throw damaged("it unpacks to another length than it says");
  const edition = [...bytes.subarray(59, 67)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return { corpus, edition, title: new TextDecoder().decode(bytes.subarray(HEADER_LEN, begin)) };
}

// Browsers compute digests in secure contexts only. In others the checksum of gzip tells damage.
async function isWhole(bytes) {
  if (!globalThis.crypto?.subtle) return true;
  const others = await new Blob([bytes.subarray(0, DIGEST[0]), bytes.subarray(DIGEST[1])]).arrayBuffer();
  const found = new Uint8Array(await crypto.subtle.digest("SHA-256", others));
  return found.every((byte, index) => byte === bytes[DIGEST[0] + index]);
}

const view = (bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
const packedFrom = (bytes) => HEADER_LEN + view(bytes).getUint16(67, true);

/** The compiled briefing in a file of which all is there; nothing where it would have another length than the file says. */
export async function corpusIn(bytes) {
  const packed = bytes.subarray(packedFrom(bytes));
  const length = view(bytes).getUint32(51, true);
  if (typeof DecompressionStream !== "function") {
    throw new Trouble(
      "this browser can’t unpack it: it has no DecompressionStream. Chromium and Chrome have it from version 80, Safari from " +
        "16.4, Firefox from 113.",
    );
  }
  const pieces = [];
  let had = 0;
  for (const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip")).getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    pieces.push(value);
    had += value.length;
    if (had > length) {
      reader.cancel();
      return undefined;
    }
  }
  return had === length ? new Uint8Array(await new Blob(pieces).arrayBuffer()) : undefined;
}

/** Writes the page anew, with the briefing of a file. */
async function show(name, { corpus, edition, title }) {
  const before = opened();
  const html = before?.html ?? embeddedHtml ?? (await fetched());
  const page = new DOMParser().parseFromString(html, "text/html");
  const own = before?.own ?? page.title;
  const ownLang = before?.ownLang ?? page.querySelector("#app h1")?.lang ?? "";
  const home = before?.home ?? homeAddress();
  // A link that was made with this edition leads to a view of it.
  const digits = edition.slice(0, EDITION_DIGITS);
  const link = globalThis.briefingLink ?? location.hash;
  const isOfFile = addressed() === digits || new URLSearchParams(link.split("?")[1]).get("edition") === digits;
  const start = isOfFile && link ? link : "#/";
  globalThis.briefingFile = { corpus, name, title, edition, own, ownLang, home, html, count: (before?.count ?? 0) + 1 };
  page.getElementById("app").replaceChildren();
  // The first paint waits for no facet of it.
  page.querySelector("link[rel=expect]")?.remove();
  page.title = title;
  // By this address the viewer makes links where the page has none of its own that others can open.
  const published = page.querySelector("link[rel=canonical]");
  published?.setAttribute("href", `${published.getAttribute("href")}?${PARAMETER}=${digits}`);
  page.documentElement.removeAttribute("dir");
  page.body.prepend(bar(page));
  // Browsers run a module once for each address.
  for (const [selector, attribute] of [["script[src*=boot-]", "src"], ["#boot-glue[href]", "href"]]) {
    const module = page.querySelector(selector);
    module?.setAttribute(attribute, `${module.getAttribute(attribute)}#${opened().count}`);
  }
  const written = `<!doctype html>${page.documentElement.outerHTML}`;
  if (globalThis.briefingLink === undefined) {
    try {
      history.pushState(null, "", `?${PARAMETER}=${digits}${start}`);
    } catch {
      // A file on a disk, in browsers that let it change the fragment only.
      location.hash = start;
    }
  }
  document.open();
  document.write(startingAt(written, start));
  document.close();
}

/** The page as its host has it. */
async function fetched() {
  const response = await fetch(location.pathname);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim());
  return response.text();
}

/** The address of the view of the own briefing; its first page where the address names a view of a file. */
function homeAddress() {
  const link = (!addressed() && (globalThis.briefingLink ?? location.hash)) || "#/";
  return /^(file|https?):$/.test(location.protocol) && globalThis.briefingLink === undefined ? location.pathname + link : link;
}

function goBack(event) {
  event.preventDefault();
  const { home, html } = opened();
  globalThis.briefingFile = { html };
  history.pushState(null, "", home);
  again();
}

/** Says whose briefing is shown, and leads back. */
function bar(page) {
  const { name, title, edition, own, ownLang, home } = opened();
  const made = (tag, text, attributes) => Object.assign(page.createElement(tag), { textContent: text }, attributes);
  const region = made("div", "", { id: "opened-file", className: "opened-file" });
  region.setAttribute("role", "region");
  region.setAttribute("aria-label", "Opened file");
  const code = made("span", edition);
  code.setAttribute("translate", "no");
  const back = made("a", "Back to “");
  back.setAttribute("href", home);
  back.append(made("bdi", own, ownLang ? { lang: ownLang } : {}), "”");
  const words = made("p", "");
  // The program says in which language the title is.
  words.append(made("bdi", title, { id: "opened-title" }), ", edition ", code, ", from the file ", made("bdi", name), " on this device. ");
  const more = made("p", "It is not sent anywhere, and not kept: if you load the page again, it asks for the file. ");
  more.append(back);
  region.append(words, more);
  return region;
}

/** Says that the address names a view of a file, which the reader has to open. */
function ask(edition) {
  const region = element("div", "", { id: "opened-file", className: "opened-file" });
  region.setAttribute("role", "region");
  region.setAttribute("aria-label", "Opened file");
  const code = element("span", edition, { translate: false });
  const words = element("p", "This link leads to a view of a briefing file, edition ");
  words.append(code, ". To see it, open the file; below is this page’s own briefing. ");
  const back = element("a", "Read this one", { href: location.pathname });
  const ways = element("p", "");
  ways.append(button("Open a briefing file…", choose), " ", back);
  region.append(words, ways);
  document.body.prepend(region);
}

function button(text, press) {
  const made = element("button", text, { type: "button", className: "plain" });
  made.addEventListener("click", press);
  return made;
}

const said = () => document.getElementById("opening");
const unsay = () => said()?.remove();

function say(role, ...words) {
  unsay();
  const place = element("div", "", { id: "opening", className: "toast" });
  place.setAttribute("role", role);
  const line = element("p", "");
  line.append(...words);
  place.append(line);
  (document.querySelector("dialog[open]") ?? document.body).append(place);
}
