//! Names that lead somewhere, with the dot of their camp, and words with what the search found marked.

use corpus::Hue;
use leptos::prelude::*;
use query::card::{Piece, Ref, highlighted_pieces};
use query::language::{Language, Localizable, Part, Phrase};
use query::search::Search;

use crate::html::{Child, El, classed, el, link, row};

/// What the search finds, for the cards of the start page; nothing elsewhere.
pub type Finds = Option<Memo<Option<Search>>>;

/// An element with the language and the direction of what stands in it, where they differ from the page's.
pub fn with_language(mut element: El, language: Language) -> El {
    for (name, value) in [("lang", language.lang), ("dir", language.dir)] {
        if let Some(value) = value {
            element = element.attr(name, value);
        }
    }
    element
}

/// An element around somebody's text.
pub fn localized(element: El, Localizable { text, language }: Localizable) -> El {
    with_language(element, language).child(text)
}

/// A name among words of ours.
impl Child for Phrase {
    fn put(self, within: &mut Vec<AnyView>) {
        let part = |Part { text, language }: Part| match language {
            None => text.view(),
            // Said in any case: by itself the element goes by its first letter.
            Some(language) => {
                let dir = Some(language.direction.keyword());
                with_language(el("bdi"), Language { dir, ..language }).child(text).view()
            }
        };
        let mut parts: Vec<_> = self.parts().into_iter().map(part).collect();
        // Most names stand alone, and need nothing around them.
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
    let draw = |Piece { text, marked }: Piece| if marked { el("mark").child(text).view() } else { text.view() };
    row(pieces.into_iter().map(draw))
}

/// An element whose words depend on what the search finds.
pub fn found(element: El, finds: Finds, pieces: impl Fn(Option<&Search>) -> Vec<Piece> + Send + 'static) -> El {
    match finds {
        None => element.child(marked(pieces(None))),
        Some(finds) => element.live(move || marked(finds.with(|search| pieces(search.as_ref())))),
    }
}

/// A link called by a name, which is marked where the search found it.
pub fn name(entry: &Ref, finds: Finds) -> El {
    let label = entry.label;
    let link = with_language(el("a").attr("href", entry.href.clone()), entry.language);
    found(link, finds, move |search| highlighted_pieces(label, search))
}

/// Names in a row, with commas.
pub fn names(refs: Vec<Ref>, finds: Finds) -> AnyView {
    let mut drawn = Vec::new();
    for entry in refs {
        if !drawn.is_empty() {
            drawn.push(", ".view());
        }
        drawn.push(name(&entry, finds).view());
    }
    row(drawn)
}

/// The dot of a camp.
pub fn dot(of: Option<Hue>) -> El {
    classed("span", format!("dot {}", hue(of))).attr("aria-hidden", "true")
}

/// A number beside what it counts.
pub fn count(number: usize) -> El {
    classed("span", "count").child(number)
}

/// The heading of a group, with the number of what is in it.
pub fn heading(words: impl Child, number: usize) -> El {
    classed("h2", "day").child(el("span").child(words)).child(count(number))
}

/// A list entry: a name and a number.
pub fn counted((entry, number): (Ref, usize)) -> El {
    el("li").child(reference(entry)).child(" ").child(count(number))
}

/// A name that leads somewhere.
pub fn reference(entry: Ref) -> El {
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
pub fn chip(label: impl Child, remove: String, rest: impl Child) -> El {
    classed("a", "chip taken").attr("href", remove).child(label).child(unseen(rest))
}

/// Words for a screen reader, after those in sight. The name of a control then begins with what a reader sees and says,
/// and a browser that translates the page translates all of it, as it does not with an attribute.
pub fn unseen(words: impl Child) -> El {
    classed("span", "visually-hidden").child(words)
}

/// Terms and what they are, without the empty ones.
pub fn term(name: &'static str, value: Option<impl Child>) -> Vec<AnyView> {
    value.map_or_else(Vec::new, |value| vec![el("dt").child(name).view(), el("dd").child(value).view()])
}

/// Names as the value of a term.
pub fn some_names(refs: Vec<Ref>) -> Option<AnyView> {
    (!refs.is_empty()).then(|| names(refs, None))
}
