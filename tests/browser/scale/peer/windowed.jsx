// The tougher peer: texts and the index, built beforehand, are files of their own; a worker searches; only cards near the
// window are drawn.

import { h } from "preact";
import { useEffect, useState } from "preact/hooks";
import { start } from "./app.jsx";
import { Card } from "./card.jsx";

/** Pixels that each card has. */
const HEIGHT = 190;

/** Cards that are drawn beyond the window on each side. */
const MARGIN = 4;

const worker = new Worker("worker.js");
// Fetched here, where throttling applies in every browser, and handed over without a copy.
const index = fetch("index.json").then((response) => response.arrayBuffer());
const corpus = await (await fetch("corpus.json")).json();
index.then((index) => worker.postMessage({ index }, [index]));

let queries = 0;
const waiting = new Map();
worker.onmessage = ({ data: { number, ids, words } }) => {
  waiting.get(number)({ ids: new Set(ids), words });
  waiting.delete(number);
};

const texts = new Map();
async function textOf(document) {
  if (!texts.has(document)) texts.set(document, fetch(`texts/${document}.json`).then((response) => response.json()));
  return texts.get(document);
}

start(corpus, { search, List, textOf });

function search(query) {
  queries += 1;
  const number = queries;
  worker.postMessage({ number, query });
  return new Promise((resolve) => waiting.set(number, resolve));
}

function List({ ids, card, open }) {
  const [first, setFirst] = useState(0);
  const [list, setList] = useState();
  useEffect(() => {
    if (!list) return;
    const onScroll = () => setFirst(Math.max(0, Math.floor(-list.getBoundingClientRect().top / HEIGHT) - MARGIN));
    addEventListener("scroll", onScroll, { passive: true });
    return () => removeEventListener("scroll", onScroll);
  }, [list]);
  const start = Math.min(first, Math.max(0, ids.length - 1));
  const shown = ids.slice(start, start + Math.ceil(innerHeight / HEIGHT) + 2 * MARGIN);
  return (
    <div ref={setList} class="window" style={{ height: ids.length * HEIGHT }}>
      {shown.map((id, offset) => (
        <Card
          key={id}
          id={id}
          {...card}
          open={id === open}
          position={start + offset + 1}
          size={ids.length}
          style={{ transform: `translateY(${(start + offset) * HEIGHT}px)`, zIndex: id === open ? 1 : 0 }}
        />
      ))}
    </div>
  );
}
