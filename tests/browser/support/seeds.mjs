// The corpus in `seeds/`, read without the program: the expected values of the tests.
//
// Parses the part of TOML that the seeds use: tables in double brackets, and keys with a string or a list of strings.

import { readdirSync, readFileSync } from "node:fs";
import process from "node:process";
import { pathToFileURL } from "node:url";

// The bundle may be of another corpus, see `cargo xtask test --only hostile`.
const { BRIEFING_SEEDS } = process.env;
const FOLDER = BRIEFING_SEEDS ? pathToFileURL(`${BRIEFING_SEEDS}/`) : new URL("../../../seeds/", import.meta.url);
const ROLES = { speaker: "speaker", agent: "agent", relay: "via", audience: "audience", subject: "about" };

const read = (name) => readFileSync(new URL(encodeURIComponent(name), FOLDER), "utf8");

/** The entries of every `[[table]]` of a text, in order. */
function tables(toml, table) {
  return toml
    .split(/^(?=\[\[)/m)
    .filter((part) => part.startsWith(`[[${table}]]`))
    .map(keys);
}

function keys(toml) {
  const entries = toml.matchAll(/^(\w+) = ("(?:[^"\\]|\\.)*"|\[[^]*?\](?=\s*$))/gm);
  // Of a quote with its surroundings, the quote.
  const json = (value) => value.replaceAll(/\{\s*exact = ("(?:[^"\\]|\\.)*")[^}]*\}/g, "$1").replace(/,\s*\]$/, "]");
  return Object.fromEntries([...entries].map(([, key, value]) => [key, JSON.parse(json(value))]));
}

const list = (value) => (value === undefined ? [] : [value].flat());

export const actors = tables(read("actors.toml"), "actor");

/** The outermost actor that an actor is a part of. */
export function wholeOf(id) {
  const { part_of: whole } = actors.find((actor) => actor.id === id);
  return whole === undefined ? id : wholeOf(whole);
}

/** The name of an actor on the page: the short one, unless several actors have the same. */
export function shortName(id) {
  const { name, short = name } = actors.find((actor) => actor.id === id);
  return actors.filter((actor) => actor.short === short).length > 1 ? name : short;
}

export const topics = tables(read("topics.toml"), "topic");

export const camps = tables(read("briefing.toml"), "camp");

/** The documents, with their text. */
export const documents = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".txt"))
  .sort()
  .map((name) => {
    const annotation = read(name.replace(/\.txt$/, ".toml"));
    return { file: name, text: read(name), annotation, ...keys(annotation.split(/^\[\[/m)[0]) };
  });

/** Every statement, in the order of the texts. */
export const statements = documents.flatMap((document) =>
  tables(document.annotation, "statement")
    .map((entry) => ({
      ...entry,
      topics: list(entry.topics),
      content: list(entry.content),
      document,
      at: document.text.indexOf(list(entry.content)[0]),
    }))
    .sort((a, b) => a.at - b.at),
);

export const relations = documents.flatMap((document) => tables(document.annotation, "relation"));

export const statement = (slug) => statements.find((it) => it.id === slug);

export const actor = (slug) => actors.find((it) => it.id === slug);

/** Whether an actor, or somebody who counts for it, has one of some parts in a statement. */
export function hasPart(statement, slug, roles = Object.keys(ROLES)) {
  const counts = (id) => id === slug || (actor(id)?.part_of !== undefined && counts(actor(id).part_of));
  return roles.some((role) => list(statement[ROLES[role]]).some(counts));
}

/** Whether anybody has that part in a statement. */
export const hasRole = (statement, role) => list(statement[ROLES[role]]).length > 0;

/** Whether a statement was made or done in a month (`2021-12`), or has no day at all (`undated`). */
export function isFrom(statement, when) {
  const days = daysOf(statement.when);
  if (when === "undated" || days === undefined) return (when === "undated") === (days === undefined);
  const [first, last] = daysOf(when);
  return days[0] <= last && first <= days[1];
}

/** First and last day as texts that sort as the days do; nothing where an end is open. */
export function daysOf(when) {
  if (when === undefined || when.includes("..")) return undefined;
  const [from, to = from] = when.split("/");
  return [from.padEnd(10, "-00"), to.length < 10 ? `${to}-99` : to];
}
