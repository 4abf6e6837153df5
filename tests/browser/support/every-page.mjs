// Links to a page of each kind, of any corpus: for what has to hold of every page of every corpus. A new page or kind of
// comparison is a line here; a new figure of the overview is found by its id.

import { actors, camps, documents, hasPart, statements, topics } from "./seeds.mjs";

const slug = ({ file }) => file.replace(/\.txt$/, "");
const names = (ids) => ids.slice(0, 3).join(",");
/** How often each value occurs, the most frequent first. */
function ranked(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([value]) => value);
}

const voices = ranked(statements.flatMap(({ speaker = [], agent = [] }) => [speaker, agent].flat()));
/** An actor whom no statement names, nor a part of it. */
const silent = actors.find(({ id }) => !statements.some((statement) => hasPart(statement, id)))?.id;
const outlets = ranked(documents.flatMap(({ outlet }) => outlet ?? []));
const onTopics = ranked(statements.flatMap((statement) => statement.topics));
const seldom = onTopics.at(-1);
const unheard = topics.find(({ id }) => !onTopics.includes(id))?.id;

/** A kind of page that a corpus cannot have is missing, such as a comparison of camps where there are none. */
const link = (begin, ids, least = 1) => (ids.filter(Boolean).length >= least ? [`${begin}${names(ids)}`] : []);

export const figures = ["#/overview", "#/overview?by=camp&sort=name", "#/overview?by=outlet", "#/overview?by=document", "#/overview?by=month&sort=similarity", "#/overview?network=affiliation"];

export const comparisons = [
  "#/compare",
  ...link("#/compare?actors=", voices, 2),
  ...link("#/compare?actors=", [silent, voices[0]], 2),
  ...link("#/compare?camps=", camps.map(({ id }) => id), 2),
  ...link("#/compare?outlets=", outlets, 2),
  ...link("#/compare?documents=", documents.map(slug), 2),
  "#/compare?periods=2020,2021",
  ...link("#/compare?statements=", statements.map(({ id }) => id), 2),
];

export const others = [
  "#/",
  "#/?by=topic&sort=latest",
  "#/?q=nobodysaysthis",
  "#/overview?q=nobodysaysthis",
  ...link("#/overview?topic=", [seldom]),
  ...link("#/overview?topic=", [unheard]),
  "#/actors",
  ...link("#/actor/", voices.slice(0, 1)),
  ...link("#/actor/", [silent]),
  `#/source/${slug(documents[0])}?statement=${statements.find(({ document }) => document === documents[0]).id}`,
  "#/about",
];
