//! What a document is called where it is the last of an attribution chain.

use corpus::DocumentId;

use crate::Shared;
use crate::language::{self, Phrase};
use crate::words;

/// The name of a document after those who speak in it: "this article" where there is no other, and else its publisher
/// with the day, "Varnholt Courier, 13 May 2024", or its title where the publisher is not known.
pub fn publication(data: Shared, id: DocumentId) -> Phrase {
    if data.documents.len() == 1 {
        return Phrase::new("this article");
    }
    let document = data.document(id);
    let Some(outlet) = document.outlet else {
        // The quotation marks have the direction of the title, not that of the chain around it.
        let title = language::title(data, id);
        return Phrase::default().text(&format!("“{}”", title.text), title.language);
    };
    let name = Phrase::of(language::named(data, data.actor(outlet).short));
    match document.published {
        Some(date) => name.literal(", ").text(&words::date(date), language::interface_on_page(data)),
        None => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{shipped, small};

    #[test]
    fn a_document_beside_others_has_the_name_of_its_publisher() {
        assert_eq!(publication(shipped(), DocumentId(0)), "this article");
        let data = small();
        let id = DocumentId(0);
        let (document, outlet) = (data.document(id), data.document(id).outlet.unwrap());
        let day = words::date(document.published.unwrap());
        assert_eq!(publication(data, id), format!("{}, {day}", data.actor(outlet).short).as_str());
        let mut without = data.clone();
        without.documents[0].outlet = None;
        let without: Shared = Box::leak(Box::new(without));
        assert_eq!(publication(without, id), format!("“{}”", document.title).as_str());
    }
}
