// The service worker: saves the files of one edition and serves them, connected or not. crates/publish/src/worker.rs fills in
// the files with a digest of each (SHA-256 in base64), the chunks of a large corpus with digest and length, and the version.
//
// All or nothing: an edition is saved whole, each file compared with its digest, or not at all; and it is never served
// with files of another. A new edition waits until a page asks for it, or until no page of the old one is open. Only
// chunks are saved one by one, when a page fetches them, or all together, when a page asks for it. Of a large briefing,
// the pages and texts that the program can do without are saved when a reader visits them, the last so many.

const VERSION = "{version}";
const FILES = {files};
const CHUNKS = {chunks};

const SCOPE = new URL(registration.scope).pathname;
// By scope: other briefings on the same host have caches of their own.
const STORE = `briefing ${SCOPE} `;
const EDITION = STORE + VERSION;
const VISITED = `${EDITION} visited`;

// How many visited pages stay saved, and how many bytes of them.
const MOST_VISITED = 100;
const MOST_BYTES = 20_000_000;

// How many files are fetched at a time; few, because the reader may be loading something, too.
const LINES = 4;

// Headers of the transfer: the saved body is decoded.
const OF_THE_WAY = ["content-encoding", "content-length", "vary"];

addEventListener("install", (event) => event.waitUntil(saveOrSay()));

addEventListener("activate", (event) => event.waitUntil(takeOver()));

addEventListener("message", (event) => {
  if (event.data === "show") skipWaiting();
  if (event.data === "save") event.waitUntil(saveOrSay());
  if (event.data === "count chunks") event.waitUntil(countChunks().then((chunks) => event.source.postMessage({ chunks })));
  if (event.data === "save chunks") event.waitUntil(saveChunks(event.source));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const name = nameOf(request.url);
  if (name !== undefined) event.respondWith(answer(name, request));
  else if (isVisit(request)) event.respondWith(visit(event));
});

async function saveOrSay() {
  try {
    await save();
  } catch (error) {
    await caches.delete(EDITION);
    await tell({ failed: error.name, why: error.message });
    throw error;
  }
  await tell({ saved: VERSION });
}

async function save() {
  await inLines(Object.entries(FILES), keep);
  // Chunks of the edition before that have not changed stay saved.
  for (const [name, [digest]] of Object.entries(CHUNKS)) {
    if (await caches.match(addressOf(name))) await keep(await caches.open(EDITION), name, digest);
  }
}

/** Does something with each entry of a list, several at a time. */
async function inLines(list, act) {
  const edition = await caches.open(EDITION);
  const line = async () => {
    for (let entry = list.pop(); entry; entry = list.pop()) await act(edition, ...entry);
  };
  try {
    await Promise.all(Array.from({ length: LINES }, line));
  } finally {
    // Where one has failed, the others stop.
    list.length = 0;
  }
}

/** The lengths of all chunks, and of those that are not saved. */
async function countChunks() {
  const edition = await caches.open(EDITION);
  const saved = new Set((await edition.keys()).map(({ url }) => url));
  const count = { all: 0, missing: 0 };
  for (const [name, [, length]] of Object.entries(CHUNKS)) {
    count.all += length;
    if (!saved.has(addressOf(name))) count.missing += length;
  }
  return count;
}

async function saveChunks(page) {
  let problem = {};
  try {
    await inLines(Object.entries(CHUNKS), async (edition, name, [digest, length]) => {
      await keep(edition, name, digest);
      page.postMessage({ saving: length });
    });
  } catch (error) {
    // What is saved already stays.
    problem = { problem: error.name, why: error.message };
  }
  page.postMessage({ chunks: { ...(await countChunks()), ...problem } });
}

async function keep(edition, name, digest) {
  const address = addressOf(name);
  if (await edition.match(address)) return;
  // A file that has not changed since the edition before is not loaded again.
  const earlier = await caches.match(address);
  let response = earlier && (await genuine(earlier, digest));
  if (!response) {
    const fetched = await fetch(address, { cache: "no-cache", priority: "low" });
    if (!fetched.ok) throw new Error(`${name}: ${fetched.status} ${fetched.statusText}`.trim());
    response = await genuine(fetched, digest);
  }
  if (!response) throw new Error(`${name} is not the one that was built with this edition`);
  await edition.put(address, response);
}

/** The response if its body has this digest, without the redirects that led to it. */
async function genuine(response, digest) {
  const body = await response.arrayBuffer();
  const found = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  if (btoa(String.fromCharCode(...found)) !== digest) return undefined;
  const headers = new Headers(response.headers);
  for (const name of OF_THE_WAY) headers.delete(name);
  return new Response(body, { headers });
}

async function takeOver() {
  for (const store of await caches.keys()) {
    if (store.startsWith(STORE) && !store.startsWith(EDITION)) await caches.delete(store);
  }
  // The page that registered this worker can be read offline at once, not only after a reload.
  await clients.claim();
}

async function answer(name, request) {
  const saved = await caches.match(addressOf(name), { cacheName: EDITION });
  if (!saved && Object.hasOwn(CHUNKS, name)) return fetchChunk(name, request);
  // Browsers may evict what was saved.
  if (!saved) return fetch(request);
  const { pathname, search } = new URL(request.url);
  // At an address with a slash too many or too few, the relative links of a page would lead elsewhere.
  const depth = (path) => path.split("/").length;
  if (depth(pathname.slice(SCOPE.length)) !== depth(name)) {
    const folder = addressOf(name).match(/^(.*\/)index\.html$/)?.[1];
    return Response.redirect((folder ?? pathname.replace(/\/+$/, "")) + search);
  }
  return saved;
}

/** Fetches a chunk and saves it. The page gets it even if it cannot be saved, or is another than it should be. */
async function fetchChunk(name, request) {
  const response = await fetch(request);
  if (response.ok) {
    try {
      const copy = await genuine(response.clone(), CHUNKS[name][0]);
      if (copy) await (await caches.open(EDITION)).put(addressOf(name), copy);
    } catch {
      // There is no room, or the transfer broke off, which the page notices itself.
    }
  }
  return response;
}

/** Whether a reader opens a page that is not among the saved files, which only large briefings have. */
function isVisit({ mode, url }) {
  const { origin, pathname } = new URL(url);
  return mode === "navigate" && Object.keys(CHUNKS).length > 0 && origin === location.origin && pathname.startsWith(SCOPE);
}

/** Fetches a page and saves it. Without a connection: the saved page, or what shows the same in the program. */
async function visit(event) {
  const { origin, pathname } = new URL(event.request.url);
  const address = origin + pathname;
  try {
    const response = await fetch(event.request);
    if (response.ok) event.waitUntil(saveVisited(address, response.clone()));
    return response;
  } catch (error) {
    const saved = await caches.match(address, { cacheName: VISITED });
    const view = viewOf(decodeURIComponent(pathname.slice(SCOPE.length)));
    if (!saved && view === undefined) throw error;
    return saved ?? Response.redirect(registration.scope + view);
  }
}

async function saveVisited(address, response) {
  const type = response.headers.get("content-type") ?? "";
  // One very long text would displace all others.
  const isLong = (length) => length > MOST_BYTES / 4;
  if (!/^text\/(html|plain)\b/.test(type) || isLong(Number(response.headers.get("content-length")))) return response.body?.cancel();
  try {
    const body = await response.blob();
    if (isLong(body.size)) return;
    const store = await caches.open(VISITED);
    // The last visited is the last of the store.
    await store.delete(address);
    await store.put(address, new Response(body, { headers: { "content-type": type, "content-length": body.size } }));
    const room = { pages: MOST_VISITED, bytes: MOST_BYTES };
    for (const request of (await store.keys()).reverse()) {
      room.pages -= 1;
      room.bytes -= Number((await store.match(request)).headers.get("content-length"));
      if (room.pages < 0 || room.bytes < 0) await store.delete(request);
    }
  } catch {
    // There is no room, or the transfer broke off, which the reader notices.
  }
}

/** The link to the view of a page; nothing where the program shows no such page. */
function viewOf(name) {
  const [folder, file = "index"] = name.replace(/(\.html)?\/*$/, "").split("/");
  // Names that have a meaning for hosts or disks end in a hyphen, see crates/publish/src/links.rs.
  const id = file.replace(/-$/, "");
  const isList = file === "index";
  if (folder === "p" || (folder === "d" && isList)) return "";
  if (folder === "a") return isList ? "#/actors" : `#/actor/${id}`;
  if (folder === "d") return `#/source/${id}`;
  if (folder === "s") return `#/?statement=${id}`;
  return undefined;
}

function addressOf(name) {
  return new URL(name.split("/").map(encodeURIComponent).join("/"), registration.scope).href;
}

/**
 * Which file is meant, whatever the query and the fragment; nothing for what is not of this build. Hosts show pages at
 * addresses without their ending, and some put a slash in its place.
 */
function nameOf(url) {
  const { origin, pathname } = new URL(url);
  if (origin !== location.origin || !pathname.startsWith(SCOPE)) return undefined;
  let name;
  try {
    name = decodeURIComponent(pathname.slice(SCOPE.length));
  } catch {
    return undefined;
  }
  const bare = name.replace(/\/+$/, "");
  const folder = bare && `${bare}/`;
  // An address that ends in a slash is first of all that of a folder.
  const names = [bare, `${bare}.html`, `${folder}index.html`];
  const isListed = (name) => Object.hasOwn(FILES, name) || Object.hasOwn(CHUNKS, name);
  return (name === bare ? names : names.reverse()).find(isListed);
}

async function tell(message) {
  const windows = await clients.matchAll({ includeUncontrolled: true, type: "window" });
  for (const client of windows) {
    if (client.url.startsWith(registration.scope)) client.postMessage(message);
  }
}
