// The comparison: actors as columns, topics as rows, with the statements of each.

import { h } from "preact";
import { useMemo } from "preact/hooks";

/** The table of some actors. */
export function Compare({ corpus, slugs }) {
  const { actors, rows } = useMemo(() => tableOf(corpus, slugs), [corpus, slugs.join()]);
  return (
    <main>
      <h1>Compare</h1>
      <a href="#/">All statements</a>
      <table>
        <thead>
          <tr>
            <th>Topic</th>
            {actors.map(({ name }) => <th>{name}</th>)}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ topic, cells }) => (
            <tr>
              <th>{topic.name}</th>
              {cells.map((ids) => (
                <td>
                  {ids.length ? null : "silent"}
                  {ids.map((id) => (
                    <article>
                      <p dir="auto">
                        <a href={`#/?open=${corpus.statements[id].id}`}>{corpus.statements[id].content.join(" … ")}</a>
                      </p>
                      <p class="meta">
                        {corpus.statements[id].form} {corpus.statements[id].when}
                      </p>
                    </article>
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  );
}

function tableOf(corpus, slugs) {
  const indices = slugs.map((slug) => corpus.actors.findIndex(({ id }) => id === slug)).filter((index) => index >= 0);
  const columnOf = (actor) => (actor === undefined ? -1 : indices.includes(actor) ? indices.indexOf(actor) : columnOf(corpus.actors[actor].whole));
  const rows = corpus.topics.map((topic) => ({ topic, cells: indices.map(() => []) }));
  for (const [id, { voices, topics }] of corpus.statements.entries()) {
    const columns = new Set(voices.map(columnOf).filter((column) => column >= 0));
    for (const column of columns) for (const topic of topics) rows[topic].cells[column].push(id);
  }
  return { actors: indices.map((index) => corpus.actors[index]), rows: rows.filter(({ cells }) => cells.some((ids) => ids.length)) };
}
