// The viewer that both peers are: facets with counts, search, cards, comparison. They differ in the list that they draw, and
// in how they search.

import { h, render } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { Compare } from "./compare.jsx";
import { facetsOf, select } from "./facets.js";
import { relationsOf } from "./card.jsx";

/** Values of a facet that are shown before a reader asks for more. */
const FIRST_VALUES = 12;

/** Queries so far: only the answer to the last one is drawn. */
let asked = 0;

/**
 * Draws the viewer. `search(query)` gives what a query finds, or a promise of it; `List` draws the statements; `textOf(document)`
 * gives the blocks of a text, or a promise of them.
 */
export function start(corpus, { search, List, textOf }) {
  const facets = facetsOf(corpus);
  const shared = { corpus, facets, relations: relationsOf(corpus), byDate: inOrder(corpus.statements), search, List, textOf };
  render(<App {...shared} />, document.getElementById("app"));
}

/** The statements, the earliest first, those without a day last. */
function inOrder(statements) {
  const key = ({ when }) => when?.replace(/^\.\.\//, "").split("/")[0] ?? "9";
  return statements.map((_, id) => id).toSorted((a, b) => (key(statements[a]) < key(statements[b]) ? -1 : key(statements[a]) > key(statements[b]) ? 1 : a - b));
}

function parse(facets) {
  const [page, query = ""] = location.hash.replace(/^#\/?/, "").split("?");
  const pairs = new URLSearchParams(query);
  const chosen = facets.map(({ key, values }) => {
    const slugs = new Set(pairs.get(key)?.split(",") ?? []);
    return new Set(values.filter(({ id }) => slugs.has(id)).map(({ number }) => number));
  });
  return { page, actors: pairs.get("actors")?.split(",") ?? [], query: pairs.get("q") ?? "", open: pairs.get("open"), chosen };
}

function write(facets, { chosen, query }) {
  const pairs = facets.map(({ key, values }, index) => [key, [...chosen[index]].map((value) => values[value].id).join(",")]);
  const text = [...pairs, ["q", encodeURIComponent(query)]].filter(([, value]) => value).map((pair) => pair.join("="));
  return text.length ? `#/?${text.join("&")}` : "#/";
}

function App({ corpus, facets, relations, byDate, search, List, textOf }) {
  const [view, setView] = useState(() => parse(facets));
  const [found, setFound] = useState();
  const [text, setText] = useState();
  useEffect(() => {
    const onChange = () => setView(parse(facets));
    addEventListener("popstate", onChange);
    return () => removeEventListener("popstate", onChange);
  }, []);
  const go = (next) => {
    history.pushState(null, "", write(facets, next));
    setView({ ...next, page: "" });
  };
  const ask = (query) => {
    const next = { ...view, query };
    history.replaceState(null, "", write(facets, next));
    const answer = query.trim() ? search(query) : undefined;
    // An answer at once is drawn with the query, in one go.
    asked += 1;
    const turn = asked;
    if (!(answer instanceof Promise)) setFound(answer);
    else answer.then((found) => turn === asked && setFound(found));
    setView(next);
  };
  const hits = found?.ids;
  const result = useMemo(() => select(facets, corpus.statements.length, view.chosen, hits), [view.chosen, hits]);
  const ids = useMemo(() => {
    const passing = new Uint8Array(corpus.statements.length);
    for (const id of result.ids) passing[id] = 1;
    return byDate.filter((id) => passing[id]);
  }, [result]);
  const open = view.open && corpus.statements.findIndex(({ id }) => id === view.open);
  const onOpen = async (id) => {
    setText(undefined);
    setView({ ...view, open: id === undefined ? undefined : corpus.statements[id].id });
    if (id !== undefined) setText(await textOf(corpus.statements[id].document));
  };
  if (view.page === "compare") return <Compare corpus={corpus} slugs={view.actors} />;
  return (
    <div class="page">
      <header>
        <h1>{corpus.title}</h1>
        <p>{corpus.standfirst}</p>
        <input type="search" aria-label="Search" value={view.query} onInput={(event) => ask(event.target.value)} />
      </header>
      <aside class="rail" aria-label="Filter">
        {facets.map((facet, index) => (
          <Facet facet={facet} facets={facets} index={index} view={view} counts={result.counts[index]} go={go} />
        ))}
      </aside>
      <section aria-label="Statements">
        <span id="summary" role="status">
          {ids.length} statements
        </span>
        <List ids={ids} card={{ corpus, relations, words: found?.words ?? [], onOpen, text }} open={open} />
      </section>
    </div>
  );
}

function Facet({ facet, facets, index, view, counts, go }) {
  const [all, setAll] = useState(false);
  const chosen = view.chosen[index];
  const shown = facet.inOrder.filter(({ number }, rank) => all || rank < FIRST_VALUES || chosen.has(number));
  const toggled = (value) => {
    const next = new Set(chosen);
    if (!next.delete(value)) next.add(value);
    return { ...view, chosen: view.chosen.map((set, at) => (at === index ? next : set)) };
  };
  return (
    <section>
      <h2>{facet.title}</h2>
      <ul>
        {shown.map(({ number, label }) => (
          <li key={number}>
            <a
              class="value"
              href={write(facets, toggled(number))}
              aria-current={chosen.has(number)}
              onClick={(event) => {
                event.preventDefault();
                go(toggled(number));
              }}
            >
              <span>{label}</span> <span class="count">{counts[number]}</span>
            </a>
          </li>
        ))}
      </ul>
      {!all && facet.values.length > FIRST_VALUES && <button onClick={() => setAll(true)}>{facet.values.length} values</button>}
    </section>
  );
}
