// A statement's card, and the passage that it opens.

import { h } from "preact";

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** A date of EDTF in words. */
export function inWords(when) {
  if (!when) return "No day given";
  const [first, last] = when.split("/").map((date) => (date === ".." ? "" : day(date)));
  if (last === undefined) return first;
  if (!first) return `by ${last}`;
  return last ? `${first} to ${last}` : `since ${first}`;
}

function day(date) {
  if (!date) return "";
  const [year, month, number] = date.split("-");
  return [number && Number(number), month && MONTHS[month - 1], year].filter(Boolean).join(" ");
}

/** A text with the words marked by which a search has found it. */
function Marked({ text, words }) {
  if (!words.length) return text;
  const escaped = words.map((word) => word.replace(/[^\p{L}\p{N}]/gu, "\\$&"));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${escaped.join("|")})(?![\\p{L}\\p{N}])`, "giu");
  return text.split(pattern).map((part, index) => (index % 2 ? <mark>{part}</mark> : part));
}

function Actors({ corpus, ids }) {
  return ids.map((id, index) => {
    const { id: slug, name, short, camp } = corpus.actors[id];
    return (
      <span>
        {index > 0 && ", "}
        <span class={`dot hue-${camp === undefined ? "none" : corpus.camps[camp].hue}`} />{" "}
        <a href={`#/?actor=${slug}`}>{short ?? name}</a>
      </span>
    );
  });
}

/** One card. */
export function Card({ corpus, relations, id, words, open, onOpen, position, size, style, text }) {
  const statement = corpus.statements[id];
  const { voices, via, audience, about, form } = statement;
  const document = corpus.documents[statement.document];
  const quoted = form === "direct" || form === "mixed";
  return (
    <article class="statement" aria-setsize={size} aria-posinset={position} aria-current={open || undefined} style={style}>
      <p class="who">
        {voices.length ? <Actors corpus={corpus} ids={voices} /> : "This article"}
        {via.map((relay) => (
          <span class="via">
            <Actors corpus={corpus} ids={[relay]} />
          </span>
        ))}
        <span class="form">{form}</span>
      </p>
      <p class={quoted ? "words quoted" : "words"} lang={document.language} dir="auto">
        <a
          class="said"
          href={`#/?open=${statement.id}`}
          aria-expanded={open}
          onClick={(event) => {
            event.preventDefault();
            onOpen(open ? undefined : id);
          }}
        >
          <Marked text={statement.content.join(" … ")} words={words} />
        </a>
      </p>
      <p class="meta">
        {statement.topics.map((topic) => (
          <a class="topic" href={`#/?topic=${corpus.topics[topic].id}`}>
            {corpus.topics[topic].name}
          </a>
        ))}
        {statement.position && <span class="position">{statement.position}</span>}
        {audience.length > 0 && <span>to <Actors corpus={corpus} ids={audience} /></span>}
        {about.length > 0 && <span>about <Actors corpus={corpus} ids={about} /></span>}
        <span class="when">{inWords(statement.when)}</span>
        <span class="acts">
          <a href={`#/compare?actors=${voices.map((actor) => corpus.actors[actor].id)}`}>Compare</a>
          <a href={`#/?document=${document.id}`}>In the text</a>
          <button onClick={() => navigator.clipboard.writeText(`${location.href.split("#")[0]}#/?open=${statement.id}`)}>Copy link</button>
          <button onClick={() => navigator.clipboard.writeText(`“${statement.content.join(" … ")}” (${document.title}, ${document.url})`)}>Cite</button>
        </span>
      </p>
      {relations.get(id)?.map(({ label, other, reason }) => (
        <p class="rel">
          <b>{label}</b> <a href={`#/?open=${corpus.statements[other].id}`}>{corpus.statements[other].id}</a>: {reason}
        </p>
      ))}
      {statement.note && <p class="note">{statement.note}</p>}
      {open && text && <Passage text={text} quotes={statement.content} />}
    </article>
  );
}

/** The paragraph of the text in which a statement is. */
function Passage({ text, quotes }) {
  const block = text.find((block) => block.includes(quotes[0])) ?? "";
  const [start, last] = [block.indexOf(quotes[0]), quotes.at(-1)];
  const end = block.indexOf(last) + last.length;
  return (
    <blockquote dir="auto">
      {block.slice(0, start)}
      <mark>{block.slice(start, end)}</mark>
      {block.slice(end)}
    </blockquote>
  );
}

const KINDS = {
  contradicts: ["Contradicts", "Contradicted by"],
  supports: ["Supports", "Supported by"],
  "responds-to": ["Responds to", "Answered by"],
};

/** The relations of each statement, from either end. */
export function relationsOf({ relations }) {
  const all = new Map();
  const add = (id, relation) => all.set(id, [...(all.get(id) ?? []), relation]);
  for (const { from, to, kind, reason } of relations) {
    add(from, { label: KINDS[kind][0], other: to, reason });
    add(to, { label: KINDS[kind][1], other: from, reason });
  }
  return all;
}
