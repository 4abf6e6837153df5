//! Any briefing that is written is read as it was, and the lists of its facet values are those of its statements.
#![cfg(feature = "compile")]

use std::collections::BTreeMap;

use corpus::chunk::Chunks;
use corpus::date::Calendar;
use corpus::derived::Derived;
use corpus::index::Index;
use corpus::write::{Layout, apart, whole};
use corpus::{
    Actor, ActorId, ActorKind, Block, BlockKind, Briefing, Camp, CampId, Date, Digest, Document, DocumentId,
    DocumentText, Form, Hue, Position, Provenance, Relation, RelationKind, Role, Span, Statement, StatementId,
    Statements, TextDigest, Topic, TopicId, load,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index as At, select};
use proptest::{array, option};

/// The text of every document. A span begins and ends at one of the bars, or at an end.
const TEXT: &str = "Ünder|the bridge|they met|and said|that it is|safe|だから。";

#[derive(Clone, Debug)]
struct DrawnStatement {
    slug: String,
    form: Form,
    position: Option<Position>,
    actors: [Vec<At>; 5],
    topics: Vec<At>,
    when: Option<Date>,
    note: Option<String>,
    content: usize,
    has_cue: bool,
}

#[derive(Clone, Debug)]
struct DrawnDocument {
    file: String,
    slug: Option<String>,
    published: Option<Date>,
    retrieved: Option<Date>,
    archived: Option<String>,
    outlet: Option<At>,
    language: &'static str,
    statements: Vec<DrawnStatement>,
}

fn entry() -> impl Strategy<Value = Calendar> {
    let entry = |(year, month, day)| Calendar { year, month, day: if month == 0 { 0 } else { day } };
    (1990..2030u16, 0..=12u8, 0..=28u8).prop_map(entry)
}

fn date() -> impl Strategy<Value = Date> {
    (0..6, entry(), entry()).prop_map(|(form, entry, other)| match form {
        0 => Date::On(entry),
        1 => Date::By(entry),
        2 => Date::From(entry),
        3 => Date::UnknownStart(entry),
        4 => Date::UnknownEnd(entry),
        _ if entry.first_day() <= other.first_day() => Date::Between(entry, other),
        _ => Date::Between(other, entry),
    })
}

fn statement() -> impl Strategy<Value = DrawnStatement> {
    let slug = prop_oneof!["[a-c]-[0-9]{1,12}", "[a-z]{0,9}[0-9-]{0,3}"];
    let coding = (slug, select(&Form::ALL[..]), option::of(select(&Position::ALL[..])), option::of(date()));
    let lists = (array::uniform5(vec(any::<At>(), 0..3)), vec(any::<At>(), 0..3));
    (coding, lists, option::of(".{0,9}"), 0..7usize, any::<bool>()).prop_map(
        |((slug, form, position, when), (actors, topics), note, content, has_cue)| DrawnStatement {
            slug,
            form,
            position,
            actors,
            topics,
            when,
            note,
            content,
            has_cue,
        },
    )
}

fn document() -> impl Strategy<Value = DrawnDocument> {
    let head = ("[a-c]{1,4}(.txt)?", option::of("[a-c]{1,4}"), option::of(date()), option::of(any::<At>()));
    let provenance = (option::of(date()), option::of("https://.{0,9}"));
    (head, provenance, select(&["en", "ru", "de-AT"][..]), vec(statement(), 0..5)).prop_map(
        |((file, slug, published, outlet), (retrieved, archived), language, statements)| DrawnDocument {
            file,
            slug,
            published,
            retrieved,
            archived,
            outlet,
            language,
            statements,
        },
    )
}

fn leak(text: &str) -> &'static str {
    text.to_owned().leak()
}

/// The spans of the stretches between bars.
fn stretches() -> Vec<Span> {
    let mut start = 0;
    let span = |stretch: &str| {
        let span = Span { start, end: start + stretch.len() as u32 };
        start = span.end + 1;
        span
    };
    TEXT.split('|').map(span).collect()
}

/// A few actors, each of which may be a part of one before it.
fn actors(drawn: &[(Option<At>, Option<String>)]) -> Vec<Actor<'static>> {
    let mut actors: Vec<Actor<'static>> = Vec::new();
    for (index, (part_of, text)) in drawn.iter().enumerate() {
        let part_of = part_of.filter(|_| index > 0).map(|at| ActorId(at.index(index) as u32));
        let mut whole = part_of;
        while let Some(id) = whole {
            actors[id.index()].parts.push(ActorId(index as u32));
            whole = actors[id.index()].part_of;
        }
        let text = text.as_deref().map(leak);
        actors.push(Actor {
            slug: leak(&format!("actor-{index}")),
            name: "A name",
            short: text.unwrap_or("A name"),
            kind: ActorKind::ALL[index % ActorKind::ALL.len()],
            role: text.unwrap_or_default(),
            aliases: text.into_iter().chain(["an alias"]).collect(),
            part_of,
            parts: Vec::new(),
            member_of: part_of.into_iter().collect(),
            camp: (index % 2 == 0).then_some(CampId(0)),
            country: text,
            owner: text,
            wikidata: text,
            note: text,
        });
    }
    actors
}

fn briefing(actors: Vec<Actor<'static>>, drawn: &[DrawnDocument], related: &[(At, At)]) -> Briefing<'static> {
    const TOPICS: u32 = 3;
    let stretches = stretches();
    let mut statements = Statements::default();
    let mut documents = Vec::new();
    for (number, document) in (0..).zip(drawn) {
        let kinds = [BlockKind::Title, BlockKind::Paragraph(1), BlockKind::Heading, BlockKind::Furniture];
        let blocks = stretches.iter().zip(kinds).map(|(&span, kind)| Block { span, kind }).collect();
        let provenance = Provenance {
            retrieved: document.retrieved,
            archived: document.archived.as_deref().map(leak),
            digest: TextDigest::of(&document.file),
        };
        let dated_by = document.published.map(|_| stretches[2]);
        let mut text = DocumentText::new(TEXT, provenance, dated_by, blocks, stretches[3..5].to_vec());
        let first = StatementId(statements.len() as u32);
        for drawn in &document.statements {
            let cue = if drawn.has_cue { &stretches[1..2] } else { &[] };
            text.push_statement(&stretches[drawn.content..=drawn.content], cue);
            let [speakers, agents, via, audience, about] = drawn.actors.each_ref().map(|ids| {
                let ids = ids.iter().map(|at| ActorId(at.index(actors.len()) as u32));
                &*ids.collect::<Vec<_>>().leak()
            });
            let topics = drawn.topics.iter().map(|at| TopicId(at.index(TOPICS as usize) as u32));
            let note = drawn.note.as_deref().map(leak);
            let statement = Statement {
                slug: &drawn.slug,
                document: DocumentId(number),
                form: drawn.form,
                speakers,
                agents,
                via,
                audience,
                about,
                topics: &topics.collect::<Vec<_>>(),
                when: drawn.when,
                position: drawn.position,
                paragraph: text.paragraph(text.statements() - 1),
                lengths: text.lengths(text.statements() - 1),
                note,
            };
            statements.push(&statement, note);
        }
        documents.push(Document {
            slug: document.slug.as_deref().map_or("a", leak),
            file: leak(&document.file),
            title: "A title",
            text: text.into(),
            published: document.published,
            outlet: document.outlet.map(|at| ActorId(at.index(actors.len()) as u32)),
            url: document.slug.as_deref().map(leak),
            language: document.language,
            first,
        });
    }
    let relation = |(from, to): &(At, At)| {
        let [from, to] = [from, to].map(|at| StatementId(at.index(statements.len()) as u32));
        (from != to).then_some(Relation { from, to, kind: RelationKind::Supports, reason: "A reason" })
    };
    let relations = if statements.is_empty() { Vec::new() } else { related.iter().filter_map(relation).collect() };
    Briefing {
        title: "Title",
        standfirst: "",
        language: "en",
        editor: "An editor",
        licence: "CC0",
        method: vec!["One", "", "Two"],
        digest: Digest([7; 8]),
        documents,
        camps: vec![Camp { slug: "camp", name: "A camp", hue: Hue::Grey }],
        actors,
        topics: (0..TOPICS).map(|_| Topic { slug: "topic", name: "A topic", scope: "" }).collect(),
        statements,
        relations,
        index: Index { endings: "de en", ..Index::empty() },
        chunks: Chunks::default(),
        by_statement: Derived::default(),
        by_time: Default::default(),
        network_places: Default::default(),
    }
}

fn any_briefing() -> impl Strategy<Value = Briefing<'static>> {
    let drawn = vec((option::of(any::<At>()), option::of(".{0,5}")), 1..6);
    (drawn, vec(document(), 0..6), vec((any::<At>(), any::<At>()), 0..4))
        .prop_map(|(drawn, documents, related)| briefing(actors(&drawn), &documents, &related))
}

/// The lists of facet values, by the words of the documentation.
struct Lists {
    actors: BTreeMap<(ActorId, usize), Vec<u32>>,
    topics: Vec<Vec<u32>>,
    months: BTreeMap<String, Vec<u32>>,
    undated: Vec<u32>,
}

fn lists(briefing: &Briefing<'_>) -> Lists {
    let ids = |passes: &dyn Fn(Statement<'_>) -> bool| -> Vec<u32> {
        briefing.statement_ids().filter(|&id| passes(briefing.statement(id))).map(|id| id.0).collect()
    };
    let is_part = |part: ActorId, whole: ActorId| part == whole || briefing.actor(whole).parts.contains(&part);
    let of_actors = briefing.actor_ids().flat_map(|id| (0..Role::ALL.len()).map(move |role| (id, role)));
    let of_actors = of_actors.map(|(id, role)| {
        ((id, role), ids(&|statement| statement.actors()[role].iter().any(|&actor| is_part(actor, id))))
    });
    let of_topics = (0..briefing.topics.len() as u32).map(TopicId);
    let of_topics = of_topics.map(|id| ids(&|statement| statement.topics.contains(&id)));
    let months = |statement: Statement<'_>| statement.when.map(Date::months).unwrap_or_default();
    let all_months = briefing.statements.iter().flat_map(months);
    let of_months = all_months.map(|month| (month.to_string(), ids(&|statement| months(statement).contains(&month))));
    let undated = ids(&|statement| statement.when.and_then(Date::days).is_none());
    Lists { actors: of_actors.collect(), topics: of_topics.collect(), months: of_months.collect(), undated }
}

proptest! {
    #[test]
    fn what_is_written_is_read(briefing in any_briefing()) {
        let bytes = &*whole(&briefing).expect("a small briefing").leak();
        let read = load(bytes).expect("what was just written");
        prop_assert_eq!(&read.statements, &briefing.statements);
        prop_assert_eq!(&read.documents, &briefing.documents);
        prop_assert_eq!(&read.actors, &briefing.actors);
        prop_assert_eq!((&read.camps, &read.topics), (&briefing.camps, &briefing.topics));
        prop_assert_eq!(&read.relations, &briefing.relations);
        prop_assert_eq!((read.title, &read.method, read.digest), (briefing.title, &briefing.method, briefing.digest));
        prop_assert_eq!(read.index.endings, briefing.index.endings);
        prop_assert_eq!(whole(&read), Some(bytes.to_vec()), "written once more");
    }

    #[test]
    fn a_core_has_all_but_the_texts(briefing in any_briefing()) {
        let parts = apart(&briefing, &[], Layout { whole: 0, first: 0, chunk: 1 });
        let parts = Box::leak(Box::new(parts.expect("a small briefing")));
        let read = load(&parts.core).expect("what was just written");
        prop_assert_eq!(&read.statements, &briefing.statements);
        for (id, document) in read.documents_with_ids() {
            prop_assert_eq!(document.title, briefing.document(id).title);
            prop_assert!(!document.has_text());
        }
        for id in read.chunks.ids() {
            let name = read.chunks.list[id.index()].file().map(corpus::chunk::ChunkFile::name);
            let file = parts.chunks.iter().find(|(other, _)| Some(other) == name.as_ref());
            if let Some((_, bytes)) = file {
                prop_assert_eq!(read.add_chunk(id, bytes), Ok(()));
            }
        }
        prop_assert_eq!(&read.documents, &briefing.documents);
    }

    #[test]
    fn the_lists_of_facet_values_are_those_of_the_statements(briefing in any_briefing()) {
        let bytes = &*whole(&briefing).expect("a small briefing").leak();
        let read = load(bytes).expect("what was just written");
        let facets = &read.index.facets;
        let list = |list: corpus::index::Postings<'_>| list.iter().map(|id| id.0).collect::<Vec<_>>();
        let Lists { actors, topics, months, undated } = lists(&briefing);
        for ((id, role), expected) in actors {
            prop_assert_eq!(list(facets.actor(id, Role::ALL[role])), expected);
        }
        for (id, expected) in (0..).map(TopicId).zip(topics) {
            prop_assert_eq!(list(facets.topic(id)), expected);
        }
        let read_months: Vec<_> = facets.months().map(|(month, ids)| (month.to_string(), list(ids))).collect();
        prop_assert_eq!(read_months, months.into_iter().collect::<Vec<_>>());
        prop_assert_eq!(list(facets.undated()), undated);
        for (id, _) in read.documents_with_ids() {
            prop_assert_eq!(list(facets.document(id)), read.statements_of(id).map(|id| id.0).collect::<Vec<_>>());
        }
    }

    #[test]
    fn any_damage_gives_an_error_or_a_briefing_that_can_be_written(
        briefing in any_briefing(),
        changes in vec((any::<At>(), any::<u8>()), 1..4)
    ) {
        let mut bytes = whole(&briefing).expect("a small briefing");
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok(briefing) = load(bytes.leak()) {
            let written = whole(&briefing).expect("a small briefing");
            let read = load(written.leak()).expect("what was just written");
            prop_assert!(read.statements == briefing.statements && read.documents == briefing.documents);
        }
    }
}
