//! A briefing to search in, of statements written down in a test.

use std::slice;

use corpus::chunk::Chunks;
use corpus::compile::Vocabulary;
use corpus::derived::Derived;
use corpus::index::Index;
use corpus::{
    Actor, ActorId, ActorKind, Briefing, Digest, Document, DocumentId, DocumentText, Form, Provenance, Span, Statement,
    StatementId, Statements,
};

/// A statement: its speaker, its cue and its content; parts of the content are divided by ` … `, as the page shows
/// them.
pub(super) type Said<'a> = (&'a str, &'a str, &'a str);

/// A briefing of one document with some statements, its speakers known as they are named and by their aliases.
pub(super) fn briefing(title: &str, said: &[Said<'_>], aliases: &[(&str, &str)]) -> Briefing<'static> {
    let mut text = String::new();
    let mut span = |words: &str| {
        let start = text.len() as u32;
        text.push_str(words);
        let end = text.len() as u32;
        text.push_str(" and ");
        Span { start, end }
    };
    let mut actors: Vec<Actor<'static>> = Vec::new();
    let (mut speakers, mut spans) = (Vec::new(), Vec::new());
    for (speaker, cue, content) in said {
        let known = actors.iter().position(|actor| actor.name == *speaker);
        let id = known.unwrap_or_else(|| {
            actors.push(actor(speaker, aliases));
            actors.len() - 1
        });
        speakers.push(ActorId(id as u32));
        spans.push((span(cue), content.split(" … ").map(&mut span).collect::<Vec<_>>()));
    }
    let mut text = DocumentText::new(leak(&text), Provenance::of(&text), None, Vec::new(), Vec::new());
    let mut statements = Statements::default();
    for (index, (speaker, (cue, content))) in speakers.iter().zip(spans).enumerate() {
        text.push_statement(&content, &[cue]);
        statements.push(&Statement { lengths: text.lengths(index), ..statement(slice::from_ref(speaker)) }, None);
    }
    let document = Document {
        slug: "document",
        file: "document.txt",
        title: leak(title),
        text: text.into(),
        published: None,
        outlet: None,
        url: None,
        language: "en",
        first: StatementId(0),
    };
    let mut briefing = Briefing {
        title: "",
        standfirst: "",
        language: "en",
        editor: "",
        licence: "",
        method: Vec::new(),
        digest: Digest([0; 8]),
        documents: vec![document],
        camps: Vec::new(),
        actors,
        topics: Vec::new(),
        statements,
        relations: Vec::new(),
        index: Index::empty(),
        chunks: Chunks::default(),
        by_statement: Derived::default(),
        by_time: <[_; 2]>::default(),
        network_places: <[_; 2]>::default(),
    };
    index(&mut briefing);
    briefing
}

/// A briefing in a language, of statements that stand in a document each, with its language.
pub(super) fn in_languages(language: &'static str, said: &[(&'static str, &'static str)]) -> Briefing<'static> {
    let contents: Vec<Said<'_>> = said.iter().map(|(_, content)| ("", "", *content)).collect();
    let mut briefing = briefing("", &contents, &[]);
    briefing.language = language;
    let document = briefing.documents[0].clone();
    let of_statement = |(id, &(language, _)): (u32, &(&'static str, &'static str))| {
        let mut text = DocumentText::new(document.text(), document.provenance(), None, Vec::new(), Vec::new());
        text.push_statement(briefing.content_spans(StatementId(id)), briefing.cue_spans(StatementId(id)));
        Document { language, text: text.into(), first: StatementId(id), ..document.clone() }
    };
    let documents = (0..).zip(said).map(of_statement).collect();
    let mut statements = Statements::default();
    for (id, statement) in (0..).zip(briefing.statements.iter()) {
        statements.push(&Statement { document: DocumentId(id), ..statement }, None);
    }
    briefing.documents = documents;
    briefing.statements = statements;
    index(&mut briefing);
    briefing
}

/// Makes the index of a briefing's words.
fn index(briefing: &mut Briefing<'static>) {
    let vocabulary: &'static Vocabulary = Box::leak(Box::new(Vocabulary::new(briefing)));
    vocabulary.fill_index(&mut briefing.index);
}

fn statement(speakers: &[ActorId]) -> Statement<'_> {
    Statement {
        slug: "statement",
        document: DocumentId(0),
        form: Form::Indirect,
        speakers,
        agents: &[],
        via: &[],
        audience: &[],
        about: &[],
        topics: &[],
        when: None,
        position: None,
        paragraph: None,
        lengths: [0; 2],
        note: None,
    }
}

fn actor(name: &str, aliases: &[(&str, &str)]) -> Actor<'static> {
    let name = leak(name);
    Actor {
        slug: "actor",
        name,
        short: name,
        kind: ActorKind::State,
        role: "",
        aliases: aliases.iter().filter(|(of, _)| *of == name).map(|(_, alias)| leak(alias)).collect(),
        part_of: None,
        parts: Vec::new(),
        member_of: Vec::new(),
        camp: None,
        country: None,
        owner: None,
        wikidata: None,
        note: None,
    }
}

fn leak(text: &str) -> &'static str {
    text.to_owned().leak()
}
