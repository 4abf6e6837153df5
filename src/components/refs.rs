//! Inline building blocks: names that link to something, the dot of a camp, and texts with their language and
//! highlights.

use corpus::{Hue, RelationKind};
use dom::html::{a, b, bdi, dd, dt, h2, li, mark, p, span};
use dom::{AnyView, Element, IntoChild, Memo, fragment};
use query::card::{Piece, Ref, highlighted_pieces};
use query::language::{Language, Localizable, Part, Phrase};
use query::search::Search;
use query::words::grouped;

use crate::components::elements::link;

/// What the search highlights in the cards of the start page; `None` on the other pages.
pub type Highlights = Option<Memo<Option<Search>>>;

/// Adds the language and the direction of the element's text, where they differ from the page's.
pub fn with_language(mut element: Element, language: Language) -> Element {
    for (name, value) in [("lang", language.lang), ("dir", language.dir)] {
        if let Some(value) = value {
            element = element.attr(name, value);
        }
    }
    element
}

/// Adds a text with its language and direction.
pub fn localized(element: Element, Localizable { text, language }: Localizable) -> Element {
    with_language(element, language).child(text)
}

/// Marks texts of the `query` crate as children: neither they nor [`IntoChild`] are types of this crate.
pub enum QueryText {}

/// Names of any language in a sentence of the interface.
impl IntoChild<QueryText> for Phrase {
    fn into_child(self) -> AnyView {
        let part = |Part { text, language }: Part| match language {
            None => text.into_child(),
            // Always given: without it, `bdi` takes the direction of its first letter.
            Some(language) => {
                let dir = Some(language.direction.keyword());
                with_language(bdi(), Language { dir, ..language }).child(text).into_any()
            }
        };
        let mut parts: Vec<_> = self.parts().into_iter().map(part).collect();
        // Most names stand alone and need no fragment around them.
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
pub const fn hue_class(hue: Option<Hue>) -> &'static str {
    match hue {
        Some(Hue::Blue) => "hue-blue",
        Some(Hue::Red) => "hue-red",
        Some(Hue::Green) => "hue-green",
        Some(Hue::Ochre) => "hue-ochre",
        Some(Hue::Violet) => "hue-violet",
        Some(Hue::Grey) | None => "hue-grey",
    }
}

/// A text in pieces, with `mark` around those that are marked.
pub fn marked_text(pieces: Vec<Piece>) -> AnyView {
    let draw = |Piece { text, marked }: Piece| if marked { mark().child(text).into_any() } else { text.into_child() };
    fragment(pieces.into_iter().map(draw))
}

/// Adds a text in pieces that depend on what the search highlights.
pub fn highlighted(
    element: Element,
    highlights: Highlights,
    pieces: impl Fn(Option<&Search>) -> Vec<Piece> + Send + 'static,
) -> Element {
    match highlights {
        None => element.child(marked_text(pieces(None))),
        Some(highlights) => {
            element.reactive_content(move || marked_text(highlights.with(|search| pieces(search.as_ref()))))
        }
    }
}

/// A link named by what it leads to, with the highlights of the search.
pub fn name(entry: &Ref, highlights: Highlights) -> Element {
    let label = entry.label;
    let link = with_language(a().attr("href", entry.href.clone()), entry.language);
    highlighted(link, highlights, move |search| highlighted_pieces(label, search))
}

/// Names as a list with commas.
pub fn names(refs: Vec<Ref>, highlights: Highlights) -> AnyView {
    let mut drawn = Vec::new();
    for entry in refs {
        if !drawn.is_empty() {
            drawn.push(", ".into_child());
        }
        drawn.push(name(&entry, highlights).into_any());
    }
    fragment(drawn)
}

/// What is between a name of a list and the one before it, by its index and the number of names.
pub fn joint(index: usize, many: usize) -> &'static str {
    match index {
        0 => "",
        _ if index + 1 == many => " and ",
        _ => ", ",
    }
}

/// The class of an attribution: how far away the words after it are, by the number of hands that they went through.
pub fn attribution_class(hands: usize) -> &'static str {
    match hands {
        0 | 1 => "attribution",
        2 => "attribution hand-2",
        3 => "attribution hand-3",
        _ => "attribution hand-4",
    }
}

/// The dot of a camp.
pub fn dot(of: Option<Hue>) -> Element {
    span().class(format!("dot {}", hue_class(of))).attr("aria-hidden", "true")
}

/// A number beside what it counts.
pub fn count(number: usize) -> Element {
    span().class("count").child(grouped(number))
}

/// The heading of a group, with the number of its members.
pub fn heading<M>(words: impl IntoChild<M>, number: usize) -> Element {
    h2().class("day").child(span().child(words)).child(count(number))
}

/// A list entry: a name and a count, which is never alone on a line.
pub fn counted((entry, number): (Ref, usize)) -> Element {
    li().child(reference(entry)).child("\u{a0}").child(count(number))
}

/// A link named by what it leads to, without highlights.
pub fn reference(entry: Ref) -> Element {
    with_language(link(entry.href, entry.label), entry.language)
}

/// The class by which the style sheet tells kinds of relations apart.
pub const fn relation_class(kind: RelationKind) -> &'static str {
    match kind {
        RelationKind::Contradicts => "relation against",
        RelationKind::Supports => "relation with",
        RelationKind::RespondsTo => "relation answer",
    }
}

/// A relation in one line: how two statements relate, and why.
pub fn relation<M, N>(kind: RelationKind, label: impl IntoChild<M>, reason: impl IntoChild<N>) -> Element {
    p().class(relation_class(kind)).child(b().child(label)).child(": ").child(reason)
}

/// A chosen value, as a link that removes it. `rest` tells a screen reader what the link does.
pub fn chip<M, N>(label: impl IntoChild<M>, remove: String, rest: impl IntoChild<N>) -> Element {
    a().class("chip applied").attr("href", remove).child(label).child(visually_hidden(rest))
}

/// A text for screen readers only, after the visible one. The accessible name of a control then begins with what a
/// reader sees and says, and a browser that translates the page translates all of it, unlike an attribute.
pub fn visually_hidden<M>(words: impl IntoChild<M>) -> Element {
    span().class("visually-hidden").child(words)
}

/// A term and its description in a `dl`; nothing where there is no description.
pub fn term<M>(name: &'static str, value: Option<impl IntoChild<M>>) -> Vec<AnyView> {
    value.map_or_else(Vec::new, |value| vec![dt().child(name).into_any(), dd().child(value).into_any()])
}

/// Names as the description of a term; `None` where there are none.
pub fn optional_names(refs: Vec<Ref>) -> Option<AnyView> {
    (!refs.is_empty()).then(|| names(refs, None))
}
