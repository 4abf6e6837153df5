// "Save a copy": the briefing as one file, which opens where the reader is. Loaded when it is asked for.

// How long a success is said, and for how long a browser may ask what to do with a file.
const WHILE_MS = 4000;
const ASKING_MS = 60_000;

// Two places in the head of the one file, in the way that browsers write elements as well.
const NAME = /(?<=<meta name="file-name" content=")[^"]+/;
const START = /(?<=<meta name="start" content=")[^"]*/;

/** `link` leads to the one file; a page that is it knows its `original` text. */
export async function save(link, original) {
  try {
    const text = original ?? (await fetched(link.href));
    const [name] = NAME.exec(text) ?? [];
    if (!name || !START.test(text)) throw new Error("what came is not the briefing");
    const html = startingAt(text, globalThis.briefingLink ?? location.hash);
    const address = URL.createObjectURL(new Blob([html], { type: "text/html;charset=utf-8" }));
    Object.assign(document.createElement("a"), { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), ASKING_MS);
    // A page within another one is not told whether that one lets it save.
    const framed = window !== top && self.origin === "null";
    const said = framed
      ? say(link, "status", `Made ${name}. Where nothing was saved, the page around this one does not let it save. `, close())
      : say(link, "status", `Saved as ${name}. It opens at what you see now, without a connection.`);
    if (!framed) setTimeout(() => said.remove(), WHILE_MS);
  } catch (error) {
    const href = original ? location.href.split("#")[0] : link.href;
    const plain = Object.assign(document.createElement("a"), { href, download: "", textContent: "the file itself" });
    const why = error instanceof Error ? error.message : String(error);
    const words = /^(file|https?):/.test(href) ? ["Try again, or save ", plain, ", which opens at the first page. "] : ["Try again. "];
    say(link, "alert", `The copy could not be made (${why}). `, ...words, close());
  }
}

/** The one file, so that it opens at a link. */
export function startingAt(text, link) {
  return text.replace(START, () => attribute(link));
}

function close() {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "plain", textContent: "Close" });
  button.addEventListener("click", () => document.getElementById("saving").remove());
  return button;
}

async function fetched(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim());
  return response.text();
}

function attribute(text) {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

function say(link, role, ...words) {
  document.getElementById("saving")?.remove();
  const place = Object.assign(document.createElement("div"), { id: "saving", className: "said-in-passing" });
  place.setAttribute("role", role);
  const line = document.createElement("p");
  line.append(...words);
  place.append(line);
  // What is not in an open dialog lies under it.
  (link.closest("dialog") ?? document.body).append(place);
  return place;
}
