// The plain peer: loads the corpus as one JSON file, draws, builds the index, and draws the first results of each view.

import { h } from "preact";
import { useState } from "preact/hooks";
import { start } from "./app.jsx";
import { Card, inWords } from "./card.jsx";
import { build, find } from "./search.js";

/** Results that are drawn before a reader asks for more. */
const PAGE = 100;

const corpus = await (await fetch("corpus.json")).json();

// After the first view has been painted.
const index = new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(build(corpus)))));
let built;
index.then((index) => (built = index));

start(corpus, { search, List, textOf: (document) => corpus.documents[document].blocks });

function search(query) {
  return built ? find(built, query) : index.then((index) => find(index, query));
}

function List({ ids, card, open }) {
  const [count, setCount] = useState(PAGE);
  const groups = [];
  for (const id of ids.slice(0, count)) {
    const day = inWords(card.corpus.statements[id].when);
    if (groups.at(-1)?.day !== day) groups.push({ day, ids: [] });
    groups.at(-1).ids.push(id);
  }
  return (
    <div>
      {groups.map(({ day, ids }) => (
        <section key={`${day} ${ids[0]}`}>
          <h2>
            {day} <span class="count">{ids.length}</span>
          </h2>
          {ids.map((id) => <Card key={id} id={id} {...card} open={id === open} />)}
        </section>
      ))}
      {ids.length > count && <button onClick={() => setCount(count + PAGE)}>Show more</button>}
    </div>
  );
}
