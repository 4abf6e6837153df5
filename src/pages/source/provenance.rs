//! What the head of a document's page says of where its text comes from.

use dom::Element;
use dom::html::{details, li, summary};
use query::language::Phrase;
use query::source::provenance::{Country, Provenance};

use crate::components::elements::link;
use crate::components::translated::code;

/// The owner and the country of the publisher.
pub fn of_publisher(own: &Provenance) -> impl Iterator<Item = Element> {
    let labelled = |label: &'static str, value: Phrase| li().child(Phrase::new(label).phrase(value));
    let owner = own.owner.map(|owner| labelled("Owner: ", Phrase::of(owner)));
    let country = own.country.map(|country| match country {
        Country::State(name) => labelled("Country: ", Phrase::of(name)),
        Country::Code(letters) => li().child("Country code: ").child(code(letters)),
    });
    owner.into_iter().chain(country)
}

/// The date of retrieval.
pub fn retrieved(own: &Provenance) -> Option<Element> {
    own.retrieved.as_ref().map(|date| li().child(format!("Retrieved: {date}")))
}

/// The archived copy.
pub fn archived(own: &Provenance) -> Option<Element> {
    own.archived.map(|url| li().child(link(url, "Archived copy").attr("rel", "external noreferrer")))
}

/// The digest of the text file: its beginning, and all of it on demand, to be copied.
pub fn digest(own: Provenance) -> Option<Element> {
    own.digest.map(|digest| {
        let beginning = summary().child("SHA-256 ").child(code(digest.short));
        li().child(details().class("digest").child(beginning).child(code(digest.full)))
    })
}

/// All of it in words, for a page on paper.
pub fn in_words(own: &Provenance) -> Vec<Phrase> {
    let owner = own.owner.map(|owner| Phrase::new("Owner of the publisher: ").phrase(Phrase::of(owner)).literal("."));
    let country = own.country.map(|country| {
        let name = match country {
            Country::State(name) => Phrase::of(name),
            Country::Code(letters) => Phrase::new(letters),
        };
        Phrase::new("Country of the publisher: ").phrase(name).literal(".")
    });
    let retrieved = own.retrieved.as_ref().map(|date| Phrase::new("Retrieved: ").literal(date).literal("."));
    let archived = own.archived.map(|url| Phrase::new("Archived copy: ").literal(url));
    let digest =
        own.digest.as_ref().map(|digest| Phrase::new("SHA-256 of the text: ").literal(&digest.full).literal("."));
    [owner, country, retrieved, archived, digest].into_iter().flatten().collect()
}
