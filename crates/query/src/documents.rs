//! The documents as a list: their order, and what tells two of them apart where headlines do not.

use corpus::{ActorId, DocumentId};

use crate::Shared;
use crate::language::Phrase;
use crate::names::Named;
use crate::order::{self, Key};
use crate::words;

/// All documents by the day on which they were published, those without one last.
pub fn in_order_of_publication(data: Shared) -> Vec<DocumentId> {
    order::by_key(DocumentId::all(data), |&id| publication_key(data, id))
}

/// The document that was published first, of those without a day the first by name: who reads the documents in order
/// begins with it, as their list does. The newest would begin where the others are presupposed.
pub fn first(data: Shared) -> DocumentId {
    let all = DocumentId::all(data).into_iter();
    all.min_by_key(|&id| publication_key(data, id)).unwrap_or(DocumentId(0))
}

/// The sort key of a document in the order of publication.
pub(crate) fn publication_key(data: Shared, id: DocumentId) -> Key {
    data.document(id).published.map_or([i32::MAX, 0, 0], |date| {
        let (first, last) = date.sort_key();
        [first, last, 0]
    })
}

/// The day and the outlet of a document: "9 April 2024 · Aldport Lantern". Empty where there is one document, without
/// the outlet where no document has another.
pub fn day_and_outlet(data: Shared, id: DocumentId) -> Phrase {
    if data.documents.len() < 2 {
        return Phrase::default();
    }
    let day = data.document(id).published.map(|date| Phrase::new(&words::date(date)));
    Phrase::joined(day.into_iter().chain(distinct_outlet(data, id)), " · ")
}

/// The outlet of a document; none where no document has another.
pub fn distinct_outlet(data: Shared, id: DocumentId) -> Option<Phrase> {
    let outlet = data.document(id).outlet.filter(|_| has_several_outlets(data))?;
    Some(Phrase::default().text(&outlet.label(data), outlet.language(data)))
}

/// The actors that published a document, in the order of the actors.
pub(crate) fn outlets(data: Shared) -> Vec<ActorId> {
    let mut is_outlet = vec![false; data.actors.len()];
    for outlet in data.documents.iter().filter_map(|document| document.outlet) {
        is_outlet[outlet.index()] = true;
    }
    data.actor_ids().filter(|id| is_outlet[id.index()]).collect()
}

/// Whether outlets tell documents apart.
pub(crate) fn has_several_outlets(data: Shared) -> bool {
    let mut outlets = data.documents.iter().filter_map(|document| document.outlet);
    outlets.next().is_some_and(|first| outlets.any(|other| other != first))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{example, shipped, small, with_languages};

    #[test]
    fn documents_are_in_the_order_of_their_days_and_those_without_one_last() {
        let data = example("wikinews");
        let days: Vec<_> =
            in_order_of_publication(data).into_iter().map(|id| data.document(id).published.unwrap()).collect();
        assert!(days.is_sorted_by_key(|date| date.sort_key()) && days.len() == 24, "{days:?}");
        let undated = with_languages(&["en", "fr", "en"]);
        assert_eq!(in_order_of_publication(undated), DocumentId::all(undated));
        let slugs: Vec<_> = in_order_of_publication(small()).into_iter().map(|id| small().document(id).slug).collect();
        assert_eq!(slugs, ["a-talks", "b-reply"], "the reply has no date");
    }

    #[test]
    fn the_first_document_is_that_of_the_first_day() {
        for data in [shipped(), small(), example("aldport"), example("wikinews"), with_languages(&["en", "fr"])] {
            assert_eq!(first(data), in_order_of_publication(data)[0]);
        }
        assert_ne!(first(example("wikinews")), DocumentId(0), "not the first by name");
    }

    #[test]
    fn day_and_outlet_are_told_where_they_tell_something() {
        let all = |data: Shared| DocumentId::all(data).into_iter().map(move |id| day_and_outlet(data, id).to_string());
        assert_eq!(all(small()).collect::<Vec<_>>(), ["18 December 2021 · The Herald", "The Wire"]);
        assert_eq!(all(example("aldport")).next().as_deref(), Some("9 April 2024 · Aldport Lantern"));
        assert!(all(example("wikinews")).all(|words| !words.contains('·')), "all are of Wikinews");
        assert!(all(shipped()).chain(all(with_languages(&["en", "en"]))).all(|words| words.is_empty()));
    }
}
