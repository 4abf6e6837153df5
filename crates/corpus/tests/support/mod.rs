//! Shared by the integration tests: compiled corpora, and a walk over everything that a page may access.
#![allow(dead_code, reason = "each test file uses its own part")]

use std::path::{Path, PathBuf};

use corpus::compile::{Compiled, SeedFile, compile_dir};
use corpus::{ActorId, Briefing, Role, TopicId};

/// A path relative to this crate.
pub fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Compiles a folder; panics with the report if that fails.
pub fn compiled(path: &str) -> Compiled {
    compile_dir(&folder(path)).unwrap_or_else(|report| panic!("{}", report.render(false, 100)))
}

/// A file of a corpus in memory.
pub fn seed(name: &str, text: impl Into<String>) -> SeedFile {
    SeedFile { name: name.to_owned(), bytes: text.into().into_bytes() }
}

/// Accesses everything that a page may access. The sum makes sure that nothing is optimised away.
pub fn walk(briefing: &Briefing<'_>) -> usize {
    let mut sum = briefing.title.len() + briefing.method.iter().map(|text| text.len()).sum::<usize>();
    let name = |id: &ActorId| briefing.actor(*id).name.len();
    for document in &briefing.documents {
        sum += document.blocks().iter().map(|block| document.slice(block.span).len()).sum::<usize>();
        sum += document.omitted().iter().map(|&span| document.slice(span).len()).sum::<usize>();
        sum += document.dated_by().map_or(0, |span| document.slice(span).len());
        sum += document.published.map_or(0, |date| date.to_string().len() + usize::from(date.days().is_some()));
        sum += document.outlet.as_ref().map_or(0, name);
        let provenance = document.provenance();
        sum += provenance.retrieved.map_or(0, |date| date.to_string().len());
        sum += provenance.archived.map_or(0, str::len) + provenance.digest.to_string().len();
    }
    for actor in &briefing.actors {
        sum += actor.owner.map_or(0, str::len);
        sum += actor.parts.iter().chain(&actor.member_of).map(name).sum::<usize>();
        sum += actor.camp.map_or(0, |camp| briefing.camp(camp).name.len());
        sum += std::iter::successors(actor.part_of, |&id| briefing.actor(id).part_of).count();
    }
    for id in briefing.statement_ids() {
        let statement = briefing.statement(id);
        let document = briefing.document(statement.document);
        sum += briefing.content(id).len();
        sum += briefing.cue_spans(id).iter().map(|&span| document.slice(span).len()).sum::<usize>();
        for ids in statement.actors() {
            sum += ids.iter().map(name).sum::<usize>();
        }
        sum += statement.topics.iter().map(|&topic| briefing.topic(topic).name.len()).sum::<usize>();
        sum += statement.when.map_or(0, |date| date.months().len());
        corpus::text::visit_fields(briefing, id, |pieces| sum += pieces.len());
    }
    for relation in &briefing.relations {
        sum += briefing.statement(relation.from).slug.len() + briefing.statement(relation.to).slug.len();
    }
    let index = &briefing.index;
    let facets = &index.facets;
    let of_actors = briefing.actor_ids().flat_map(|id| Role::ALL.map(|role| facets.actor(id, role)));
    let of_topics = (0..briefing.topics.len() as u32).map(|id| facets.topic(TopicId(id)));
    let of_documents = briefing.documents_with_ids().map(|(id, _)| facets.document(id));
    let lists = of_actors.chain(of_topics).chain(of_documents).chain([facets.undated()]);
    let terms = (0..index.terms.len()).map(|term| index.terms.postings(term).expect("it is loaded"));
    for list in lists.chain(facets.months().map(|(_, list)| list)).chain(terms) {
        sum += list.iter().map(|id| briefing.statement(id).slug.len()).sum::<usize>();
    }
    sum += index.families().iter().flatten().filter(|&term| index.terms.get(term).is_some()).count();
    sum + index.endings.len()
}
