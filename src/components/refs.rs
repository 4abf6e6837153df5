//! Inline building blocks: names that link to something, the dot of a camp, and texts with their language and
//! highlights.

use corpus::{Hue, RelationKind};
use leptos::prelude::*;
use query::card::{Piece, Ref, highlighted_pieces};
use query::language::{Language, Localizable, Part, Phrase};
use query::search::Search;

use crate::html::{Child, El, classed, el, link, row};

/// What the search highlights in the cards of the start page; `None` on the other pages.
pub type Highlights = Option<Memo<Option<Search>>>;

/// Adds the language and the direction of the element's text, where they differ from the page's.
pub fn with_language(mut element: El, language: Language) -> El {
    for (name, value) in [("lang", language.lang), ("dir", language.dir)] {
        if let Some(value) = value {
            element = element.attr(name, value);
        }
    }
    element
}

/// Adds a text with its language and direction.
pub fn localized(element: El, Localizable { text, language }: Localizable) -> El {
    with_language(element, language).child(text)
}

/// Names of any language in a sentence of the interface.
impl Child for Phrase {
    fn put(self, within: &mut Vec<AnyView>) {
        let part = |Part { text, language }: Part| match language {
            None => text.view(),
            // Always given: without it, `bdi` takes the direction of its first letter.
            Some(language) => {
                let dir = Some(language.direction.keyword());
                with_language(el("bdi"), Language { dir, ..language }).child(text).view()
            }
        };
        let mut parts: Vec<_> = self.parts().into_iter().map(part).collect();
        // Most names stand alone and need no fragment around them.
        within.push(match (parts.pop(), parts.is_empty()) {
            (Some(only), true) => only,
            (last, _) => row(parts.into_iter().chain(last)),
        });
    }
}

impl Child for Localizable {
    fn put(self, within: &mut Vec<AnyView>) {
        Phrase::of(self).put(within);
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
    let draw = |Piece { text, marked }: Piece| if marked { el("mark").child(text).view() } else { text.view() };
    row(pieces.into_iter().map(draw))
}

/// Adds a text in pieces that depend on what the search highlights.
pub fn highlighted(
    element: El,
    highlights: Highlights,
    pieces: impl Fn(Option<&Search>) -> Vec<Piece> + Send + 'static,
) -> El {
    match highlights {
        None => element.child(marked_text(pieces(None))),
        Some(highlights) => element.live(move || marked_text(highlights.with(|search| pieces(search.as_ref())))),
    }
}

/// A link named by what it leads to, with the highlights of the search.
pub fn name(entry: &Ref, highlights: Highlights) -> El {
    let label = entry.label;
    let link = with_language(el("a").attr("href", entry.href.clone()), entry.language);
    highlighted(link, highlights, move |search| highlighted_pieces(label, search))
}

/// Names as a list with commas.
pub fn names(refs: Vec<Ref>, highlights: Highlights) -> AnyView {
    let mut drawn = Vec::new();
    for entry in refs {
        if !drawn.is_empty() {
            drawn.push(", ".view());
        }
        drawn.push(name(&entry, highlights).view());
    }
    row(drawn)
}

/// The dot of a camp.
pub fn dot(of: Option<Hue>) -> El {
    classed("span", format!("dot {}", hue_class(of))).attr("aria-hidden", "true")
}

/// A number beside what it counts.
pub fn count(number: usize) -> El {
    classed("span", "count").child(number)
}

/// The heading of a group, with the number of its members.
pub fn heading(words: impl Child, number: usize) -> El {
    classed("h2", "day").child(el("span").child(words)).child(count(number))
}

/// A list entry: a name and a count.
pub fn counted((entry, number): (Ref, usize)) -> El {
    el("li").child(reference(entry)).child(" ").child(count(number))
}

/// A link named by what it leads to, without highlights.
pub fn reference(entry: Ref) -> El {
    with_language(link(entry.href, entry.label), entry.language)
}

/// The class by which the style sheet tells kinds of relations apart.
pub const fn relation_class(kind: RelationKind) -> &'static str {
    match kind {
        RelationKind::Contradicts => "rel against",
        RelationKind::Supports => "rel with",
        RelationKind::RespondsTo => "rel answer",
    }
}

/// A relation in one line: how two statements relate, and why.
pub fn relation(kind: RelationKind, label: impl Child, reason: impl Child) -> El {
    classed("p", relation_class(kind)).child(el("b").child(label)).child(": ").child(reason)
}

/// A chosen value, as a link that removes it. `rest` tells a screen reader what the link does.
pub fn chip(label: impl Child, remove: String, rest: impl Child) -> El {
    classed("a", "chip taken").attr("href", remove).child(label).child(visually_hidden(rest))
}

/// A text for screen readers only, after the visible one. The accessible name of a control then begins with what a
/// reader sees and says, and a browser that translates the page translates all of it, unlike an attribute.
pub fn visually_hidden(words: impl Child) -> El {
    classed("span", "visually-hidden").child(words)
}

/// A term and its description in a `dl`; nothing where there is no description.
pub fn term(name: &'static str, value: Option<impl Child>) -> Vec<AnyView> {
    value.map_or_else(Vec::new, |value| vec![el("dt").child(name).view(), el("dd").child(value).view()])
}

/// Names as the description of a term; `None` where there are none.
pub fn optional_names(refs: Vec<Ref>) -> Option<AnyView> {
    (!refs.is_empty()).then(|| names(refs, None))
}
