//! A briefing to search in, of statements written down in a test.

use corpus::chunk::Chunks;
use corpus::compile::Vocabulary;
use corpus::index::Index;
use corpus::relations::RelationsByStatement;
use corpus::{Actor, ActorId, ActorKind, Briefing, Digest, Document, DocumentId, Form, Span, Statement};

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
    let mut statements = Vec::new();
    for (speaker, cue, content) in said {
        let known = actors.iter().position(|actor| actor.name == *speaker);
        let id = known.unwrap_or_else(|| {
            actors.push(actor(speaker, aliases));
            actors.len() - 1
        });
        statements.push(statement(ActorId(id as u32), span(cue), content.split(" … ").map(&mut span).collect()));
    }
    let document = Document {
        slug: "document",
        file: "document.txt",
        title: leak(title),
        text: leak(&text).into(),
        published: None,
        dated_by: None,
        outlet: None,
        url: None,
        language: "en",
        blocks: Vec::new(),
        omitted: Vec::new(),
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
        by_statement: RelationsByStatement::default(),
        by_time: <[_; 2]>::default(),
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
    briefing.documents = said.iter().map(|&(language, _)| Document { language, ..document.clone() }).collect();
    for (at, statement) in briefing.statements.iter_mut().enumerate() {
        statement.document = DocumentId(at as u32);
    }
    index(&mut briefing);
    briefing
}

/// Makes the index of a briefing's words.
fn index(briefing: &mut Briefing<'static>) {
    let vocabulary: &'static Vocabulary = Box::leak(Box::new(Vocabulary::new(briefing)));
    vocabulary.fill_index(&mut briefing.index);
}

fn statement(speaker: ActorId, cue: Span, content: Vec<Span>) -> Statement<'static> {
    Statement {
        slug: "statement",
        document: DocumentId(0),
        form: Form::Indirect,
        speakers: vec![speaker],
        agents: Vec::new(),
        via: Vec::new(),
        audience: Vec::new(),
        about: Vec::new(),
        cue: vec![cue],
        content,
        topics: Vec::new(),
        when: None,
        position: None,
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
        wikidata: None,
        note: None,
    }
}

fn leak(text: &str) -> &'static str {
    text.to_owned().leak()
}
