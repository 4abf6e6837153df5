// What both peers search: the same fields and options, whether the index is built in the page or beforehand.

import MiniSearch from "minisearch";

export const options = {
  fields: ["content", "cue", "names"],
  searchOptions: { prefix: true, combineWith: "AND" },
};

/** The documents of the index, in the library's sense: one for each statement. */
export function* entries({ actors, statements }) {
  for (const [id, { content, cue = "", voices }] of statements.entries()) {
    yield { id, content: content.join(" "), cue, names: voices.map((actor) => actors[actor].name).join(" ") };
  }
}

export function build(corpus) {
  const index = new MiniSearch(options);
  index.addAll([...entries(corpus)]);
  return index;
}

/** The statements that a query finds, and the words by which it found them. */
export function find(index, query) {
  const [ids, words] = [new Set(), new Set()];
  for (const { id, terms } of index.search(query)) {
    ids.add(id);
    for (const term of terms) words.add(term);
  }
  return { ids, words: [...words] };
}
