// Facets: the values of each statement, what passes a choice of values, and how many statements each value would leave.

const FORMS = { direct: "Direct quote", indirect: "Paraphrase", mixed: "Partly quoted", act: "Reported act", narration: "Narration" };
const POSITIONS = { supports: "Supports", opposes: "Opposes", neither: "Takes no side" };
const ROLES = { voices: "Speaks or acts", via: "Relays", audience: "Is addressed", about: "Is spoken of" };
const languages = new Intl.DisplayNames("en", { type: "language" });

/** All facets of a corpus, each with its values by frequency and the values of each statement. */
export function facetsOf({ actors, topics, documents, statements }) {
  const parts = ({ voices, via, audience, about }) => [voices, via, audience, about].flat();
  const wholes = (actor, all = []) => (actor === undefined ? all : wholes(actors[actor].whole, [...all, actor]));
  const named = (rows) => (index) => [rows[index].id, rows[index].short ?? rows[index].name ?? rows[index].title];
  const keyed = (labels) => (key) => [key, labels[key]];
  return [
    facet("actor", "Actor", statements, (it) => parts(it).flatMap((actor) => wholes(actor)), named(actors)),
    facet("role", "Part", statements, (it) => Object.keys(ROLES).filter((role) => it[role].length), keyed(ROLES)),
    facet("topic", "Topic", statements, (it) => it.topics, named(topics)),
    facet("form", "Form", statements, (it) => [it.form], keyed(FORMS)),
    facet("position", "Position", statements, (it) => (it.position ? [it.position] : []), keyed(POSITIONS)),
    facet("via", "Relayed by", statements, (it) => it.via, named(actors)),
    facet("date", "Date", statements, (it) => [month(it.when)], (key) => [key, key === "undated" ? "No day given" : key]),
    facet("document", "Document", statements, (it) => [it.document], named(documents)),
    facet("language", "Language", statements, (it) => [documents[it.document].language], (key) => [key, languages.of(key)]),
  ];
}

function month(when) {
  return /^\d{4}-\d\d/.exec(when ?? "")?.[0] ?? "undated";
}

function facet(key, title, statements, valuesOf, describe) {
  const numbers = new Map();
  const values = [];
  // The values of statement `id` are `flat[starts[id]]` to `flat[starts[id + 1] - 1]`.
  const [flat, starts] = [[], new Uint32Array(statements.length + 1)];
  for (const [id, statement] of statements.entries()) {
    for (const value of new Set(valuesOf(statement))) {
      let number = numbers.get(value);
      if (number === undefined) {
        const [slug, label] = describe(value);
        numbers.set(value, (number = values.length));
        values.push({ id: slug, label, number, total: 0 });
      }
      values[number].total += 1;
      flat.push(number);
    }
    starts[id + 1] = flat.length;
  }
  return { key, title, values, flat: Uint32Array.from(flat), starts, inOrder: values.toSorted((a, b) => b.total - a.total) };
}

/**
 * The statements that pass, and the counts of each facet's values: of the statements that pass all other facets. `chosen`
 * has a set of numbers for each facet, `hits` those that a search has found, if there is one.
 */
export function select(facets, count, chosen, hits) {
  const counts = facets.map(({ values }) => new Uint32Array(values.length));
  const active = facets.map((_, index) => index).filter((index) => chosen[index].size);
  const addTo = (index, id) => {
    const { flat, starts } = facets[index];
    for (let at = starts[id]; at < starts[id + 1]; at += 1) counts[index][flat[at]] += 1;
  };
  const passes = (index, id) => {
    const { flat, starts } = facets[index];
    for (let at = starts[id]; at < starts[id + 1]; at += 1) if (chosen[index].has(flat[at])) return true;
    return false;
  };
  const ids = [];
  for (let id = 0; id < count; id += 1) {
    if (hits && !hits.has(id)) continue;
    let [failed, by] = [0, -1];
    for (const index of active) {
      if (!passes(index, id)) [failed, by] = [failed + 1, index];
      if (failed > 1) break;
    }
    if (failed === 1) addTo(by, id);
    if (failed > 0) continue;
    ids.push(id);
    for (let index = 0; index < facets.length; index += 1) addTo(index, id);
  }
  return { ids, counts };
}
