// A synthetic corpus as the peers read it: `readCorpus(folder)` gives the JSON of a viewer that was made for it.
//
// Reads only what `cargo xtask synth` writes: each line of its TOML is a heading, or a key and a value that is JSON as well.

import fs from "node:fs";
import path from "node:path";

/** The tables of a file: those before the first heading, and lists of those under each. */
function readTables(file) {
  const top = {};
  let table = top;
  for (const line of fs.readFileSync(file, "utf8").split("\n")) {
    const heading = /^\[\[(\w+)\]\]$/.exec(line)?.[1];
    if (heading) (top[heading] ??= []).push((table = {}));
    else if (line) table[line.slice(0, line.indexOf(" = "))] = JSON.parse(line.slice(line.indexOf(" = ") + 3));
  }
  return top;
}

const list = (value) => (value === undefined ? [] : [value].flat());

/** Statements, and all that their cards, facets and passages show, with references as indices. */
export function readCorpus(folder) {
  const briefing = readTables(path.join(folder, "briefing.toml"));
  const indexed = (rows) => new Map(rows.map(({ id }, index) => [id, index]));
  const { actor: actors } = readTables(path.join(folder, "actors.toml"));
  const { topic: topics } = readTables(path.join(folder, "topics.toml"));
  const [actorIndex, topicIndex, campIndex] = [actors, topics, briefing.camp].map(indexed);
  const [documents, statements, related] = [[], [], []];
  const names = fs.readdirSync(folder).filter((name) => name.endsWith(".txt"));
  for (const name of names.sort()) {
    const id = name.slice(0, -".txt".length);
    const { statement = [], relation = [], ...about } = readTables(path.join(folder, `${id}.toml`));
    const text = fs.readFileSync(path.join(folder, name), "utf8");
    const document = documents.length;
    documents.push({
      id,
      title: about.title,
      published: about.published,
      outlet: actorIndex.get(about.outlet),
      language: about.language,
      url: about.url,
      blocks: text.trim().split("\n\n"),
    });
    related.push(...relation);
    for (const { id, form, when, position, note, ...rest } of statement) {
      const actorsOf = (key) => list(rest[key]).map((id) => actorIndex.get(id));
      statements.push({
        id,
        document,
        form,
        voices: actorsOf(form === "act" ? "agent" : "speaker"),
        via: actorsOf("via"),
        audience: actorsOf("audience"),
        about: actorsOf("about"),
        cue: rest.cue,
        content: list(rest.content),
        topics: list(rest.topics).map((id) => topicIndex.get(id)),
        when,
        position,
        note,
      });
    }
  }
  const statementIndex = indexed(statements);
  return {
    title: briefing.title,
    standfirst: briefing.standfirst,
    camps: briefing.camp.map(({ name, hue }) => ({ name, hue })),
    actors: actors.map(({ id, name, short, role, part_of: whole, camp }) => ({
      id,
      name,
      short,
      role,
      whole: actorIndex.get(whole),
      camp: campIndex.get(camp),
    })),
    topics: topics.map(({ id, name }) => ({ id, name })),
    documents,
    statements,
    relations: related.map(({ from, to, kind, reason }) => ({
      from: statementIndex.get(from),
      to: statementIndex.get(to),
      kind,
      reason,
    })),
  };
}

/** What the benchmark does, made of what a corpus has: words to type, and the actors to compare. */
export function readActions({ actors, documents, statements }) {
  const counted = (values) => {
    const counts = new Map();
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  };
  const english = statements.filter(({ document }) => documents[document].language === "en");
  const words = counted(english.flatMap(({ content }) => content.join(" ").match(/\b[a-z]{6,8}\b/g) ?? []));
  const voices = counted(statements.flatMap(({ voices }) => voices));
  return {
    // Neither the most frequent words, nor rare ones.
    words: [0.05, 0.1, 0.2].map((part) => words[Math.floor(words.length * part)][0]),
    compared: voices.slice(0, 2).map(([actor]) => actors[actor].id),
  };
}
