//! Names that lead somewhere, with the dot of their camp, and words with what the search found marked.

use corpus::Hue;
use dom::html::{a, bdi, dd, dt, h2, li, mark, span};
use dom::{Element, IntoChild, fragment};
use leptos::prelude::*;
use query::card::{Piece, Ref, cut};
use query::language::{Language, Localizable, Part, Phrase};
use query::search::Search;

use crate::parts::elements::link;

/// What the search finds, for the cards of the start page; nothing elsewhere.
pub type Finds = Option<Memo<Option<Search>>>;

/// An element with the language and the direction of what stands in it, where they differ from the page's.
pub fn with_language(mut element: Element, language: Language) -> Element {
    for (name, value) in [("lang", language.lang), ("dir", language.dir)] {
        if let Some(value) = value {
            element = element.attr(name, value);
        }
    }
    element
}

/// An element around somebody's text.
pub fn localized(element: Element, Localizable { text, language }: Localizable) -> Element {
    with_language(element, language).child(text)
}

/// Marks texts of the `query` crate as children: neither they nor [`IntoChild`] are types of this crate.
pub enum QueryText {}

/// A name among words of ours.
impl IntoChild<QueryText> for Phrase {
    fn into_child(self) -> AnyView {
        let part = |Part { text, language }: Part| match language {
            None => text.into_child(),
            // Said in any case: by itself the element goes by its first letter.
            Some(language) => {
                let dir = Some(language.direction.keyword());
                with_language(bdi(), Language { dir, ..language }).child(text).into_any()
            }
        };
        let mut parts: Vec<_> = self.parts().into_iter().map(part).collect();
        // Most names stand alone, and need nothing around them.
        match (parts.pop(), parts.is_empty()) {
            (Some(only), true) => only,
            (last, _) => fragment(parts.into_iter().chain(last)),
        }
    }
}

impl IntoChild<QueryText> for Localizable {
    fn into_child(self) -> AnyView {
        Phrase::of(self).into_child()
    }
}

/// The class that gives an element its camp's colour.
pub const fn hue(hue: Option<Hue>) -> &'static str {
    match hue {
        Some(Hue::Blue) => "hue-blue",
        Some(Hue::Red) => "hue-red",
        Some(Hue::Green) => "hue-green",
        Some(Hue::Ochre) => "hue-ochre",
        Some(Hue::Violet) => "hue-violet",
        Some(Hue::Grey) | None => "hue-grey",
    }
}

/// A text in pieces, the marked ones marked.
pub fn marked(pieces: Vec<Piece>) -> AnyView {
    let draw = |Piece { text, marked }: Piece| if marked { mark().child(text).into_any() } else { text.into_child() };
    fragment(pieces.into_iter().map(draw))
}

/// An element whose words depend on what the search finds.
pub fn found(
    element: Element,
    finds: Finds,
    pieces: impl Fn(Option<&Search>) -> Vec<Piece> + Send + 'static,
) -> Element {
    match finds {
        None => element.child(marked(pieces(None))),
        Some(finds) => element.reactive_content(move || marked(finds.with(|search| pieces(search.as_ref())))),
    }
}

/// A link called by a name, which is marked where the search found it.
pub fn name(entry: &Ref, finds: Finds) -> Element {
    let label = entry.label;
    let link = with_language(a().attr("href", entry.href.clone()), entry.language);
    found(link, finds, move |search| cut(label, search))
}

/// Names in a row, with commas.
pub fn names(refs: Vec<Ref>, finds: Finds) -> AnyView {
    let mut drawn = Vec::new();
    for entry in refs {
        if !drawn.is_empty() {
            drawn.push(", ".into_child());
        }
        drawn.push(name(&entry, finds).into_any());
    }
    fragment(drawn)
}

/// The dot of a camp.
pub fn dot(of: Option<Hue>) -> Element {
    span().class(format!("dot {}", hue(of))).attr("aria-hidden", "true")
}

/// A number beside what it counts.
pub fn count(number: usize) -> Element {
    span().class("count").child(number)
}

/// The heading of a group, with the number of what is in it.
pub fn heading<M>(words: impl IntoChild<M>, number: usize) -> Element {
    h2().class("day").child(span().child(words)).child(count(number))
}

/// A list entry: a name and a number.
pub fn counted((entry, number): (Ref, usize)) -> Element {
    li().child(reference(entry)).child(" ").child(count(number))
}

/// A name that leads somewhere.
pub fn reference(entry: Ref) -> Element {
    with_language(link(entry.href, entry.label), entry.language)
}

/// The class that tells kinds of relations apart.
pub const fn relation(kind: corpus::RelationKind) -> &'static str {
    match kind {
        corpus::RelationKind::Contradicts => "rel against",
        corpus::RelationKind::Supports => "rel with",
        corpus::RelationKind::RespondsTo => "rel answer",
    }
}

/// What is chosen, as a link that takes it back; `rest` says so to a screen reader.
pub fn chip<M, N>(label: impl IntoChild<M>, remove: String, rest: impl IntoChild<N>) -> Element {
    a().class("chip taken").attr("href", remove).child(label).child(unseen(rest))
}

/// Words for a screen reader, after those in sight. The name of a control then begins with what a reader sees and says,
/// and a browser that translates the page translates all of it, as it does not with an attribute.
pub fn unseen<M>(words: impl IntoChild<M>) -> Element {
    span().class("visually-hidden").child(words)
}

/// Terms and what they are, without the empty ones.
pub fn term<M>(name: &'static str, value: Option<impl IntoChild<M>>) -> Vec<AnyView> {
    value.map_or_else(Vec::new, |value| vec![dt().child(name).into_any(), dd().child(value).into_any()])
}

/// Names as the value of a term.
pub fn some_names(refs: Vec<Ref>) -> Option<AnyView> {
    (!refs.is_empty()).then(|| names(refs, None))
}
