//! Where a text comes from: who owns its publisher and where that is, when the text was retrieved, where a copy is
//! archived, and the digest of its bytes.

use corpus::{ActorKind, DocumentId, TextDigest};

use crate::Shared;
use crate::language::{self, Localizable};
use crate::words;

/// Digits of a digest that are enough to tell texts apart at a glance.
const SHORT_DIGEST: usize = 12;

/// Where a text comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Provenance {
    /// Who owns the publisher.
    pub owner: Option<Localizable>,
    /// The country of the publisher.
    pub country: Option<Country>,
    /// The date on which the text was retrieved; none until the text is loaded.
    pub retrieved: Option<String>,
    /// The address of an archived copy; none until the text is loaded.
    pub archived: Option<&'static str>,
    /// The SHA-256 of the text file; none until the text is loaded.
    pub digest: Option<DigestInWords>,
}

/// A country.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Country {
    /// The name of the state that the briefing has with this code.
    State(Localizable),
    /// The code of ISO 3166-1 alpha-2, where it has none.
    Code(&'static str),
}

/// A digest in hexadecimal digits.
#[derive(Clone, Debug, PartialEq)]
pub struct DigestInWords {
    /// Its beginning, with an ellipsis.
    pub short: String,
    /// All of it, as `sha256sum` prints it.
    pub full: String,
}

/// Where the text of a document comes from.
pub fn provenance(data: Shared, id: DocumentId) -> Provenance {
    let document = data.document(id);
    let outlet = document.outlet.map(|outlet| data.actor(outlet));
    let own = document.text.get().map(|text| text.provenance);
    Provenance {
        owner: outlet.and_then(|outlet| outlet.owner).map(|owner| language::named(data, owner)),
        country: outlet.and_then(|outlet| outlet.country).map(|code| country(data, code)),
        retrieved: own.and_then(|own| own.retrieved).map(words::date),
        archived: own.and_then(|own| own.archived),
        digest: own.map(|own| digest(own.digest)),
    }
}

/// The country with a code.
pub(crate) fn country(data: Shared, code: &'static str) -> Country {
    let state = data.actors.iter().find(|actor| actor.kind == ActorKind::State && actor.country == Some(code));
    state.map_or(Country::Code(code), |state| Country::State(language::named(data, state.short)))
}

fn digest(digest: TextDigest) -> DigestInWords {
    let full = digest.to_string();
    DigestInWords { short: full.chars().take(SHORT_DIGEST).chain(['…']).collect(), full }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{shipped, small};

    #[test]
    fn the_owner_and_the_country_are_the_publishers() {
        let data = small();
        let own = provenance(data, DocumentId(0));
        assert_eq!(own.owner.map(|owner| owner.text), Some("Aland Media"));
        assert!(matches!(own.country, Some(Country::State(name)) if name.text == "Aland"), "{own:?}");
        assert_eq!(country(data, "ZZ"), Country::Code("ZZ"));
    }

    #[test]
    fn date_and_archive_are_the_annotations() {
        let own = provenance(small(), DocumentId(0));
        assert_eq!(own.retrieved.as_deref(), Some("20 December 2021"));
        assert_eq!(own.archived, Some("https://archive.example/talks"));
        let own = provenance(shipped(), DocumentId(0));
        assert_eq!((own.owner, own.country, own.retrieved, own.archived), (None, None, None, None));
    }

    #[test]
    fn the_digest_is_that_of_the_file() {
        let digest = provenance(shipped(), DocumentId(0)).digest.unwrap();
        // `sha256sum seeds/000_0d3004281b1ae425.txt`
        assert_eq!(digest.full, "34edb1ce81d3cc3145d0b1b21f6326404febc0c9390bb4f5ffc2fc74e1040e36");
        assert_eq!(digest.short, "34edb1ce81d3…");
    }
}
