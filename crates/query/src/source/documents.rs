//! The other documents, on the page of one: the neighbours in the order of publication, and a list of all, or of very
//! many those around and those that a text finds.

use corpus::{DocumentId, text};

use crate::Shared;
use crate::documents::{day_and_outlet, in_order_of_publication};
use crate::language::{self, Localizable, Phrase};
use crate::link;
use crate::names::is_named;
use crate::view::{Group, Selection, View};
use crate::words;

/// The list of documents, folded.
#[derive(Clone, Debug, PartialEq)]
pub struct DocumentPicker {
    /// What the folded list is called: "Document 5 of 12".
    pub position: String,
    /// The document before it, and the one after it.
    pub neighbours: [Option<DocumentEntry>; 2],
    /// The documents in the order of publication; of very many, those around the present one.
    pub entries: Vec<DocumentEntry>,
    /// Where all documents are listed, in words and as a link, if `entries` are not all.
    pub all: Option<(String, String)>,
}

/// A document in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct DocumentEntry {
    /// The headline.
    pub title: Localizable,
    /// The link to the document.
    pub href: String,
    /// The day and the outlet.
    pub detail: Phrase,
    /// Whether it is the present document.
    pub is_current: bool,
}

/// The documents that a text finds.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundDocuments {
    /// The first of them, in the order of publication.
    pub entries: Vec<DocumentEntry>,
    /// How many: "40 of 123 documents"; empty where nothing was typed.
    pub summary: String,
    /// The number of documents that the next step adds; none where all are listed.
    pub more: Option<usize>,
}

/// The most documents that are all listed on the page of each.
const ALL_LISTED: usize = 40;

/// Of more documents, so many are listed before the present one, and as many after it.
const AROUND: usize = 5;

/// The number of documents that are listed of those found, and that each step adds.
const FOUND: usize = 40;

/// The list on the page of a document; none where it is the only one.
pub fn picker(data: Shared, id: DocumentId) -> Option<DocumentPicker> {
    let all = in_order_of_publication(data);
    let number = all.len();
    let index = all.iter().position(|&other| other == id).filter(|_| number > 1)?;
    let entry = |&other: &DocumentId| entry(data, other, id);
    let is_long = number > ALL_LISTED;
    let listed = if is_long { index.saturating_sub(AROUND)..number.min(index + AROUND + 1) } else { 0..number };
    let grouped = Selection { group: Group::Document, ..Selection::default() };
    Some(DocumentPicker {
        position: format!("Document {} of {}", words::grouped(index + 1), words::grouped(number)),
        neighbours: [index.checked_sub(1), Some(index + 1)].map(|at| all.get(at?).map(entry)),
        entries: all[listed].iter().map(entry).collect(),
        all: is_long.then(|| {
            let words = format!("All {}", words::count(number, "document"));
            (words, link::write(data, &View::Briefing(grouped)))
        }),
    })
}

/// The documents of whose headline, outlet or day each word of a text begins a word, on the page of a document. `steps`
/// is how often the reader has asked for more.
pub fn found(data: Shared, id: DocumentId, text: &str, steps: usize) -> FoundDocuments {
    let typed: Vec<String> = text::terms(text).map(|term| term.word).collect();
    if typed.is_empty() {
        let entries = picker(data, id).map(|picker| picker.entries).unwrap_or_default();
        return FoundDocuments { entries, summary: String::new(), more: None };
    }
    let is_found = |id: &DocumentId| {
        let document = data.document(*id);
        let day = document.published.map(words::date).unwrap_or_default();
        let outlet = document.outlet.map(|outlet| data.actor(outlet));
        let [short, name] = outlet.map_or([""; 2], |outlet| [outlet.short, outlet.name]);
        is_named(&[document.title, short, name, &day], &typed)
    };
    let all: Vec<_> = in_order_of_publication(data).into_iter().filter(is_found).collect();
    let listed = all.len().min(FOUND * (steps + 1));
    let count = words::count(all.len(), "document");
    FoundDocuments {
        entries: all[..listed].iter().map(|&other| entry(data, other, id)).collect(),
        summary: match (listed, all.len()) {
            (_, 0) => "No document has this in its headline, outlet or day".to_owned(),
            (listed, number) if listed == number => count,
            (listed, _) => format!("{} of {count}", words::grouped(listed)),
        },
        more: Some((all.len() - listed).min(FOUND)).filter(|&more| more > 0),
    }
}

fn entry(data: Shared, id: DocumentId, current: DocumentId) -> DocumentEntry {
    DocumentEntry {
        title: language::title(data, id),
        href: link::write(data, &View::Source(id, None)),
        detail: day_and_outlet(data, id),
        is_current: id == current,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::Named;
    use crate::testing::{example, shipped, small, synthetic, with_languages};

    fn slugs(entries: &[DocumentEntry]) -> Vec<&str> {
        entries.iter().map(|entry| entry.href.trim_start_matches("#/source/")).collect()
    }

    fn of(data: Shared, slug: &str) -> DocumentPicker {
        picker(data, DocumentId::from_slug(data, slug).expect("a document")).expect("several documents")
    }

    #[test]
    fn several_documents_lead_to_one_another() {
        let picker = of(small(), "b-reply");
        assert_eq!((picker.position.as_str(), picker.all), ("Document 2 of 2", None));
        assert_eq!(slugs(&picker.entries), ["a-talks", "b-reply"]);
        assert_eq!(picker.entries.iter().map(|entry| entry.is_current).collect::<Vec<_>>(), [false, true]);
        let [before, after] = picker.neighbours;
        assert_eq!((before, after), (Some(picker.entries[0].clone()), None));
        if shipped().documents.len() == 1 {
            assert_eq!(super::picker(shipped(), DocumentId(0)), None);
        }
    }

    #[test]
    fn documents_are_listed_by_their_days() {
        let data = example("wikinews");
        let days = of(data, "warhol").entries.into_iter().map(|entry| entry.detail.to_string()).collect::<Vec<_>>();
        assert_eq!((days.len(), days[0].as_str()), (24, "12 January 2006"));
        let aldport = of(example("aldport"), "2024-05-13-courier-report");
        assert_eq!((aldport.position.as_str(), aldport.entries.len()), ("Document 5 of 12", 12));
        assert_eq!(aldport.entries[4].detail.to_string(), "13 May 2024 · Varnholt Courier");
    }

    #[test]
    fn of_many_documents_those_around_are_listed_and_where_all_are() {
        let data = with_languages(&["en"; 60]);
        let page = picker(data, DocumentId(30)).expect("several documents");
        assert_eq!(page.entries.len(), 2 * AROUND + 1);
        // Documents without a day are in the order of their names.
        assert!(page.entries[AROUND].is_current && page.entries[AROUND].href == "#/source/d36");
        assert_eq!(page.all, Some(("All 60 documents".to_owned(), "#/?by=document".to_owned())));
        assert_eq!(picker(data, DocumentId(0)).expect("several documents").entries.len(), AROUND + 1);
    }

    #[test]
    fn a_document_is_found_by_its_headline_its_outlet_and_its_day() {
        let data = example("aldport");
        let found = |text: &str| found(data, DocumentId(0), text, 0);
        assert_eq!(slugs(&found("brown ribb").entries), ["2024-05-03-lantern-plume"]);
        assert_eq!(slugs(&found("courier june").entries), ["2024-06-11-courier-mayor"]);
        assert_eq!(found("the aldport lantern").summary, "4 documents");
        let none = found("nobody");
        assert_eq!((none.entries, none.more), (Vec::new(), None));
        assert_eq!(none.summary, "No document has this in its headline, outlet or day");
        assert_eq!(found(" ").entries, picker(data, DocumentId(0)).expect("several").entries);
    }

    #[test]
    fn of_many_found_the_first_are_listed_and_more_on_demand() {
        let data = synthetic(4_000);
        let year = data.documents[0].published.expect("a day").to_string();
        let first = found(data, DocumentId(0), &year[..4], 0);
        assert_eq!(first.entries.len(), FOUND);
        assert!(first.summary.starts_with("40 of "), "{}", first.summary);
        let more = found(data, DocumentId(0), &year[..4], 1);
        assert_eq!(more.entries.len(), FOUND + first.more.expect("more"));
        assert!(more.entries.starts_with(&first.entries));
    }
}
