//! What a document is called: where it is the last of an attribution chain, and where it speaks itself.
//!
//! The document of a briefing of one is "this article". Among several, "the article" names none of them: there a
//! document is called by its outlet and its day, with its headline where that is still the name of two.

use corpus::{Date, Document, DocumentId};

use crate::Shared;
use crate::documents::has_several_outlets;
use crate::language::{self, Phrase};
use crate::words;

/// The name of a document after those who speak in it: "this article" where there is no other, and else its outlet with
/// the day, "Varnholt Courier, 13 May 2024", or its headline where the outlet is not known.
pub fn publication(data: Shared, id: DocumentId) -> Phrase {
    if data.documents.len() == 1 {
        return Phrase::new("this article");
    }
    let (name, details) = name(data, id);
    details.into_iter().fold(name, |name, detail| name.literal(", ").phrase(detail))
}

/// The name of a document beside other documents: as [`publication`], but where all are of one outlet the headline, as
/// nobody knows articles by their days.
pub(crate) fn beside_others(data: Shared, id: DocumentId) -> Phrase {
    let document = data.document(id);
    if has_several_outlets(data) || data.documents.len() == 1 || document.outlet.is_none() {
        return publication(data, id);
    }
    let day = document.published.map(|date| day(data, date));
    Phrase::joined([headline(data, id)].into_iter().chain(day), ", ")
}

/// The name of a document in a sentence about what it says itself: "The article" where there is no other, and else
/// "Varnholt Courier (13 May 2024)".
pub fn narrator(data: Shared, id: DocumentId) -> Phrase {
    if data.documents.len() == 1 {
        return Phrase::new("The article");
    }
    let (name, details) = name(data, id);
    if details.is_empty() {
        return name;
    }
    name.literal(" (").phrase(Phrase::joined(details, ", ")).literal(")")
}

/// The day of publication and, where the outlet published several documents that day, the headline: what tells the
/// documents of an outlet apart.
pub(crate) fn issue(data: Shared, id: DocumentId) -> Vec<Phrase> {
    let document = data.document(id);
    let day = document.published.map(|date| day(data, date));
    let headline = is_ambiguous(data, id, |other| other.outlet == document.outlet).then(|| headline(data, id));
    day.into_iter().chain(headline).collect()
}

/// The outlet, or else the headline, and what tells documents of that name apart.
fn name(data: Shared, id: DocumentId) -> (Phrase, Vec<Phrase>) {
    let document = data.document(id);
    if let Some(outlet) = document.outlet {
        return (Phrase::of(language::named(data, data.actor(outlet).short)), issue(data, id));
    }
    let has_name = |other: &Document<'_>| other.outlet.is_none() && other.title == document.title;
    let is_only = data.documents.iter().filter(|other| has_name(other)).nth(1).is_none();
    let date = document.published.filter(|_| !is_only).map(|date| day(data, date));
    (headline(data, id), date.into_iter().collect())
}

/// Whether another document of the same day has a property.
fn is_ambiguous(data: Shared, id: DocumentId, is_alike: impl Fn(&Document<'_>) -> bool) -> bool {
    let published = data.document(id).published;
    data.documents_with_ids()
        .any(|(other, document)| other != id && document.published == published && is_alike(document))
}

fn day(data: Shared, date: Date) -> Phrase {
    Phrase::default().text(&words::date(date), language::interface_on_page(data))
}

/// The headline in quotation marks, which have its direction and not that of the chain around it.
fn headline(data: Shared, id: DocumentId) -> Phrase {
    let title = language::title(data, id);
    Phrase::default().text(&format!("“{}”", title.text), title.language)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{shipped, small};

    const FIRST: DocumentId = DocumentId(0);

    fn changed(change: impl FnOnce(&mut corpus::Briefing<'static>)) -> Shared {
        let mut data = small().clone();
        change(&mut data);
        Box::leak(Box::new(data))
    }

    #[test]
    fn documents_of_one_outlet_are_told_apart_by_their_headlines() {
        let data = crate::testing::example("wikinews");
        let name = beside_others(data, FIRST).to_string();
        assert!(name.contains(data.document(FIRST).title) && !name.contains("Wikinews"), "{name}");
        assert!(!has_several_outlets(data) && has_several_outlets(small()));
        assert_eq!(beside_others(small(), FIRST), publication(small(), FIRST));
    }

    #[test]
    fn the_only_document_is_the_article() {
        assert_eq!(publication(shipped(), FIRST), "this article");
        assert_eq!(narrator(shipped(), FIRST), "The article");
    }

    #[test]
    fn a_document_beside_others_has_the_name_of_its_outlet_and_its_day() {
        assert_eq!(publication(small(), FIRST), "The Herald, 18 December 2021");
        assert_eq!(narrator(small(), FIRST), "The Herald (18 December 2021)");
        let undated = changed(|data| data.documents[0].published = None);
        assert_eq!(publication(undated, FIRST), "The Herald");
        assert_eq!(narrator(undated, FIRST), "The Herald");
    }

    #[test]
    fn two_documents_of_an_outlet_and_a_day_are_told_apart_by_their_headlines() {
        let title = small().document(FIRST).title;
        let twins = changed(|data| {
            let (outlet, published) = (data.documents[0].outlet, data.documents[0].published);
            (data.documents[1].outlet, data.documents[1].published) = (outlet, published);
        });
        assert_eq!(publication(twins, FIRST), format!("The Herald, 18 December 2021, “{title}”").as_str());
        assert_eq!(narrator(twins, FIRST), format!("The Herald (18 December 2021, “{title}”)").as_str());
        assert_ne!(publication(twins, DocumentId(1)), publication(twins, FIRST));
    }

    #[test]
    fn a_document_without_an_outlet_has_the_name_of_its_headline() {
        let title = small().document(FIRST).title;
        let without = changed(|data| data.documents[0].outlet = None);
        assert_eq!(publication(without, FIRST), format!("“{title}”").as_str());
        assert_eq!(narrator(without, FIRST), format!("“{title}”").as_str());
        let twins = changed(|data| {
            data.documents[1].title = data.documents[0].title;
            data.documents.iter_mut().for_each(|document| document.outlet = None);
        });
        assert_eq!(publication(twins, FIRST), format!("“{title}”, 18 December 2021").as_str());
    }
}
