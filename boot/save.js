// "Save a copy": saves the one file so that it opens at the view that the reader sees. Loaded with the first click on it.

// How long the message of success stays, and how long a browser may ask what to do with the file.
const WHILE_MS = 4000;
const ASKING_MS = 60_000;

// Two attributes in the head of the one file, spelled as browsers serialise them, so that copies of copies match as well.
const NAME = /(?<=<meta name="file-name" content=")[^"]+/;
const START = /(?<=<meta name="start" content=")[^"]*/;

/** Saves a copy. `link` leads to the one file; `embeddedHtml` is its HTML where the page is the one file. */
export async function save(link, embeddedHtml) {
  try {
    const text = embeddedHtml ?? (await fetched(link.href));
    const [name] = NAME.exec(text) ?? [];
    if (!name || !START.test(text)) throw new Error("what came is not the briefing");
    const html = startingAt(text, globalThis.briefingLink ?? location.hash);
    const address = URL.createObjectURL(new Blob([html], { type: "text/html;charset=utf-8" }));
    Object.assign(document.createElement("a"), { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), ASKING_MS);
    // A sandboxed frame is not told whether it may save files.
    const framed = window !== top && self.origin === "null";
    const said = framed
      ? say(link, "status", `Made ${name}. Where nothing was saved, the page around this one does not let it save. `, close())
      : say(link, "status", `Saved as ${name}. It opens at what you see now, without a connection.`);
    if (!framed) setTimeout(() => said.remove(), WHILE_MS);
  } catch (error) {
    const href = embeddedHtml ? location.href.split("#")[0] : link.href;
    const plain = Object.assign(document.createElement("a"), { href, download: "", textContent: "the file itself" });
    const why = error instanceof Error ? error.message : String(error);
    const words = /^(file|https?):/.test(href) ? ["Try again, or save ", plain, ", which opens at the first page. "] : ["Try again. "];
    say(link, "alert", `The copy could not be made (${why}). `, ...words, close());
  }
}

/** The HTML of the one file with the link that it opens at. */
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
  const place = Object.assign(document.createElement("div"), { id: "saving", className: "toast" });
  place.setAttribute("role", role);
  const line = document.createElement("p");
  line.append(...words);
  place.append(line);
  // A modal dialog covers everything outside of it.
  (link.closest("dialog") ?? document.body).append(place);
  return place;
}
