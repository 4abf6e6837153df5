// Registers the service worker, which saves the briefing for reading without a connection, and shows at the foot of the page
// whether it was saved; announces a new edition, and shows it when the reader asks for it. Saving is done by worker.js.
//
// boot.js loads this last: nothing on the page waits for it. It knows nothing of what the program does.

const SAVED = "Saved for reading offline.";
const NOT_SAVED = "This briefing is not saved for reading offline: ";
const NO_ROOM = "QuotaExceededError";

const workers = navigator.serviceWorker;
// The worker that served this page; undefined where the host did.
let keeper = workers?.controller;
let registration;
// The message of the worker that it could not save an edition.
let trouble;
// Whether the reader has asked for the new edition, or has put it off until the page is loaded again.
let asked = false;
let later = false;

function element(tag, className, ...content) {
  const made = Object.assign(document.createElement(tag), { className });
  made.append(...content);
  return made;
}

// A live region, which has to be in the page before its content for screen readers to announce it.
const notice = element("div", "edition");
notice.setAttribute("role", "status");
const foot = element("div", "kept wrap");
foot.setAttribute("role", "region");
foot.ariaLabel = "Reading offline";

const sheet = Object.assign(document.createElement("link"), {
  rel: "stylesheet",
  href: new URL("offline.css", import.meta.url).href,
});
const styleLoaded = new Promise((resolve) => {
  sheet.onload = resolve;
  // Without its style the text says the same.
  sheet.onerror = resolve;
});
document.head.append(sheet);

async function put(place, ...content) {
  await styleLoaded;
  place.replaceChildren(...content);
}

const say = (text, ...more) => put(foot, element("p", "", text, ...more));

const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

// Lengths of the chunks of a large corpus, and how much of them has been saved since the reader asked for it.
let chunks;
let savedChunks = 0;

/** Says that the edition is saved; of a large corpus, how much of it is not, and offers to save that. */
function saySaved() {
  if (!chunks?.missing) return say(SAVED);
  const button = element("button", "plain", `Save all of it for reading offline (${megabytes(chunks.missing)})`);
  button.type = "button";
  button.addEventListener("click", () => {
    savedChunks = 0;
    say("Saving for reading offline.");
    registration.active.postMessage("save chunks");
  });
  const problem =
    chunks.problem === NO_ROOM
      ? "There is no room left for all of it in the browser’s storage. "
      : chunks.problem && `A part of it did not arrive whole. (${chunks.why}) `;
  say(`${problem ?? ""}Saved for reading offline: the list, and the texts that you have opened. `, button);
}

/** The worker tells how much of the chunks is saved. */
function countSaved(count) {
  chunks = count;
  saySaved();
}

function saveProgress(length) {
  savedChunks += length;
  say(`Saving for reading offline: ${megabytes(savedChunks)} of ${megabytes(chunks.all)}.`);
}

/** Says that the edition is saved, and asks the worker for how much of it. */
function tellSaved() {
  saySaved();
  registration.active?.postMessage("count chunks");
}

const refuse = (reason, error) =>
  error ? say(NOT_SAVED + reason, " ", element("small", "", `(${error})`)) : say(NOT_SAVED + reason);

function ask(words, answer, act) {
  if (later) return;
  const button = (text, press) => {
    const made = element("button", "plain", text);
    made.type = "button";
    made.addEventListener("click", press);
    return made;
  };
  const close = () => {
    later = true;
    put(notice);
  };
  put(notice, element("p", "", words), element("p", "", button(answer, act), " ", button("Later", close)));
}

const announce = () => ask("There is a new edition of this briefing.", "Show it", show);

function show() {
  asked = true;
  // Where another page has activated the waiting worker already, there is none.
  if (registration.waiting) registration.waiting.postMessage("show");
  else location.reload();
}

/** Shows the edition of the host and deletes the saved one: there is no room for both. */
async function showUnsaved() {
  const ours = `briefing ${new URL(registration.scope).pathname} `;
  await registration.unregister();
  for (const store of await caches.keys()) if (store.startsWith(ours)) await caches.delete(store);
  location.reload();
}

function failed({ data: { failed, why }, source }) {
  const full = failed === NO_ROOM;
  // Only of this edition's worker: while that of a new edition fails, the saved one is as good as before.
  if (!registration?.active || registration.active === source) {
    if (full) refuse("there is no room left for it in the browser’s storage.");
    else refuse("a part of it did not arrive whole. It is tried again when you next open it.", why);
  } else if (full) {
    ask(
      "There is a new edition of this briefing, but no room to save it beside the old one.",
      "Show it, and give up the saved one",
      showUnsaved,
    );
  }
  // Otherwise the host does not have all of the new edition yet, and the saved one is as good as before.
}

function follow(worker) {
  const change = () => {
    if (worker.state === "installed" && registration.active) announce();
    if (worker.state === "activated") tellSaved();
  };
  worker?.addEventListener("statechange", change);
}

/** The saved response to an address, of any edition. */
const saved = (address) => caches.match(new URL(address, import.meta.url));

async function look() {
  if (!registration.active) return;
  const first = await saved("index.html");
  // The browser has evicted the files, but not the worker.
  if (!first) return registration.active.postMessage("save");
  tellSaved();
  const program = document.getElementById("boot-wasm");
  // Another page has activated the new edition while this one was loading.
  const other = keeper && program && !(await saved(program.href));
  if (registration.waiting || other) announce();
}

/** Checks for a new edition on the host; without a connection there is none. */
const enquire = () => registration.update().catch(() => {});

async function begin() {
  document.body.append(foot, notice);
  if (!isSecureContext) return refuse("its address does not begin with https, and browsers then save nothing.");
  if (!workers) return refuse("this browser offers no way to, or not in a private window.");
  workers.addEventListener("message", (event) => {
    if (event.data.failed) failed((trouble = event));
    else if (event.data.chunks) countSaved(event.data.chunks);
    else if (event.data.saving) saveProgress(event.data.saving);
    else if (event.source === registration?.active) look().catch(shut);
  });
  // All open pages change to the new edition together. Their views are in their links.
  workers.addEventListener("controllerchange", () => {
    if (keeper || asked) location.reload();
    keeper = workers.controller;
  });
  try {
    registration = await workers.register(new URL("worker.js", import.meta.url), { updateViaCache: "none" });
  } catch (error) {
    return refuse("the browser or the host has refused it.", error);
  }
  if (!registration) return refuse("the browser has refused it.");
  if (trouble) failed(trouble);
  follow(registration.installing);
  registration.addEventListener("updatefound", () => follow(registration.installing));
  addEventListener("online", enquire);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && enquire());
  await look();
}

const shut = (error) => refuse("the browser’s storage can’t be used.", error);

begin().catch(shut);
