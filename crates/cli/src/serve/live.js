// Shows the next edition as soon as there is one, and the errors of the corpus over the page. `briefing serve` adds this script
// to its pages; a published page does not have it.
//
// The link is the view, and the viewer keeps scroll position and focus with the entry of the browser's history: so loading
// the page again shows the same place.

const edition = new URL(import.meta.url).searchParams.get("edition");
const events = new EventSource(new URL("events", import.meta.url));
let panel;

document.head.append(
  Object.assign(document.createElement("link"), { rel: "stylesheet", href: new URL("live.css", import.meta.url).href }),
);

function element(tag, className, ...content) {
  const made = Object.assign(document.createElement(tag), { className });
  made.append(...content.filter((part) => part !== undefined));
  return made;
}

/** The place of an error as editors and terminals write it. */
const place = (location) => location && element("code", "", `${location.file}:${location.line}:${location.column}`);

function item({ message, location, help }) {
  return element("li", "", place(location), element("p", "", message), help && element("pre", "", help));
}

function show(errors) {
  panel?.remove();
  panel = undefined;
  if (!errors.length) return;
  const hide = element("button", "", "Hide until the next save");
  hide.type = "button";
  hide.addEventListener("click", () => panel.remove());
  const count = errors.length === 1 ? "An error" : `${errors.length} errors`;
  const shown = edition ? " The page shows the last edition without." : "";
  panel = element("section", "briefing-errors", element("header", "", element("p", "", `${count} in the corpus.${shown}`), hide));
  panel.append(element("ol", "", ...errors.map(item)));
  panel.setAttribute("role", "alert");
  panel.ariaLabel = "Errors in the corpus";
  document.body.append(panel);
}

events.addEventListener("message", ({ data }) => {
  const state = JSON.parse(data);
  if ((state.edition ?? "") !== edition) location.reload();
  else show(state.errors);
});

// A page that is left, and kept for the way back, would take one of the few connections that a browser makes to a host.
addEventListener("pagehide", () => events.close());
addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
