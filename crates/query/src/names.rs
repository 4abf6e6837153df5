//! Names of what can be chosen: slugs for links, labels for the page.

use std::borrow::Cow;

use corpus::{
    ActorId, CampId, DocumentId, Enumeration, Form, Hue, Position, RelationKind, Role, StatementId, TopicId, text,
};

use crate::Shared;
use crate::language::{self, Language};
use crate::view::{
    Aggregation, Duplicates, Group, MatrixColumns, MatrixSort, Normalization, Offset, OverviewFigure, Sort, Threshold,
    When,
};
use crate::words;

/// A type whose values have a slug and a label.
pub trait Named: Copy + PartialEq + 'static {
    /// The noun for a value in a notice: "topic".
    const NOUN: &'static str;

    /// The name of the value in links.
    fn slug(self, data: Shared) -> Cow<'static, str>;

    /// The name of the value on the page.
    fn label(self, data: Shared) -> Cow<'static, str>;

    /// The value with a slug.
    fn from_slug(data: Shared, slug: &str) -> Option<Self>;

    /// All values, in order.
    fn all(data: Shared) -> Vec<Self>;

    /// The index of the value among all; none where it is not listed, as any day can be chosen.
    fn position(self, data: Shared) -> Option<usize> {
        Self::all(data).into_iter().position(|value| value == self)
    }

    /// The accent colour of the value.
    fn hue(self, _: Shared) -> Option<Hue> {
        None
    }

    /// The language of the label; the interface's by default.
    fn language(self, _: Shared) -> Language {
        Language::default()
    }

    /// All slugs, to find the nearest in.
    fn slugs(data: Shared) -> Vec<Cow<'static, str>> {
        Self::all(data).into_iter().map(|value| value.slug(data)).collect()
    }
}

/// A type whose values are entries of a list of the briefing.
pub trait Registered: Named {
    /// The index in that list.
    fn registry_index(self) -> usize;
}

macro_rules! named_id {
    ($($id:ident, $noun:literal, $list:ident, $entry:ident, $label:ident $({$($more:tt)*})?;)*) => {$(
        impl Named for $id {
            const NOUN: &'static str = $noun;

            fn slug(self, data: Shared) -> Cow<'static, str> {
                data.$entry(self).slug.into()
            }

            fn label(self, data: Shared) -> Cow<'static, str> {
                data.$entry(self).$label.into()
            }

            fn from_slug(data: Shared, slug: &str) -> Option<Self> {
                data.$list.iter().position(|entry| entry.slug == slug).map(|index| $id(index as u32))
            }

            fn all(data: Shared) -> Vec<Self> {
                (0..data.$list.len() as u32).map($id).collect()
            }

            fn position(self, _: Shared) -> Option<usize> {
                Some(self.index())
            }
            $($($more)*)?
        }

        impl Registered for $id {
            fn registry_index(self) -> usize {
                self.index()
            }
        }
    )*};
}

named_id! {
    ActorId, "actor", actors, actor, short {
        fn hue(self, data: Shared) -> Option<Hue> {
            data.actor(self).camp.map(|camp| data.camp(camp).hue)
        }

        fn language(self, data: Shared) -> Language {
            language::name(data, data.actor(self).short)
        }
    };
    TopicId, "topic", topics, topic, name {
        fn language(self, data: Shared) -> Language {
            language::name(data, data.topic(self).name)
        }
    };
    DocumentId, "document", documents, document, title {
        fn language(self, data: Shared) -> Language {
            language::title(data, self).language
        }
    };
    CampId, "camp", camps, camp, name {
        fn hue(self, data: Shared) -> Option<Hue> {
            Some(data.camp(self).hue)
        }

        fn language(self, data: Shared) -> Language {
            language::name(data, data.camp(self).name)
        }
    };
    StatementId, "statement", statements, statement, slug;
}

macro_rules! named_enum {
    ($($kind:ident, $noun:literal: $($value:ident $slug:literal $label:literal),*;)*) => {$(
        impl Named for $kind {
            const NOUN: &'static str = $noun;

            fn slug(self, _: Shared) -> Cow<'static, str> {
                match self { $($kind::$value => $slug),* }.into()
            }

            fn label(self, _: Shared) -> Cow<'static, str> {
                match self { $($kind::$value => $label),* }.into()
            }

            fn from_slug(_: Shared, slug: &str) -> Option<Self> {
                match slug { $($slug => Some($kind::$value),)* _ => None }
            }

            fn all(_: Shared) -> Vec<Self> {
                vec![$($kind::$value),*]
            }
        }
    )*};
}

/// Names the values of an enumeration of the model by its table, in the order in which the page lists them.
macro_rules! enumerated {
    ($($kind:ident: $all:expr;)*) => {$(
        impl Named for $kind {
            const NOUN: &'static str = <$kind as Enumeration>::NOUN;

            fn slug(self, _: Shared) -> Cow<'static, str> {
                self.key().into()
            }

            fn label(self, _: Shared) -> Cow<'static, str> {
                Enumeration::label(self).into()
            }

            fn from_slug(_: Shared, slug: &str) -> Option<Self> {
                Self::from_key(slug)
            }

            fn all(_: Shared) -> Vec<Self> {
                $all.to_vec()
            }
        }
    )*};
}

enumerated! {
    // From the speaker's own words to the document's.
    Form: [Form::Direct, Form::Mixed, Form::Indirect, Form::Act, Form::Narration];
    Position: Position::ALL;
    Role: Role::ALL;
}

named_enum! {
    Group, "grouping":
        Day "day" "Day",
        Topic "topic" "Topic",
        Actor "actor" "Actor",
        Document "document" "Document",
        None "none" "Nothing";
    Sort, "order":
        Earliest "earliest" "Earliest first",
        Latest "latest" "Latest first",
        Text "text" "As in the text",
        BestMatch "match" "Best match";
    MatrixColumns, "kind of column":
        Actor "actor" "Actors",
        Camp "camp" "Camps",
        Outlet "outlet" "Outlets",
        Document "document" "Documents",
        Month "month" "Months";
    MatrixSort, "order":
        Amount "amount" "Amount",
        Name "name" "Name",
        Similarity "similarity" "Similarity";
    OverviewFigure, "figure":
        Matrix "matrix" "Who speaks on what",
        Positions "positions" "For and against",
        Changes "changes" "How positions moved",
        Timeline "timeline" "When it was said or done",
        Flows "flows" "Who speaks of whom",
        Relays "relays" "Who relays whom",
        Network "network" "The discourse network",
        Map "map" "Where the actors are";
    Aggregation, "network":
        Congruence "congruence" "Agreement",
        Conflict "conflict" "Opposition",
        Subtract "subtract" "Agreement less opposition",
        Affiliation "affiliation" "Actors and topics";
    Normalization, "normalisation":
        No "no" "None",
        Average "average" "Average activity",
        Jaccard "jaccard" "Jaccard",
        Cosine "cosine" "Cosine",
        Activity "activity" "Activity",
        Prominence "prominence" "Prominence";
    Duplicates, "way to count duplicates":
        Include "include" "All",
        Document "document" "Once a document",
        AcrossRange "acrossrange" "Once";
    Threshold, "threshold":
        None "0" "All",
        Tenth "10" "From 10 %",
        Quarter "25" "From 25 %",
        Half "50" "From 50 %",
        ThreeQuarters "75" "From 75 %";
}

impl Named for Offset {
    const NOUN: &'static str = "number of columns or rows";

    fn slug(self, _: Shared) -> Cow<'static, str> {
        self.0.to_string().into()
    }

    fn label(self, _: Shared) -> Cow<'static, str> {
        words::grouped(self.0 as usize).into()
    }

    /// In the one way in which it is written.
    fn from_slug(_: Shared, slug: &str) -> Option<Self> {
        slug.parse().ok().map(Offset).filter(|offset| offset.0.to_string() == slug)
    }

    /// None is nearer to what was meant than another.
    fn all(_: Shared) -> Vec<Self> {
        Vec::new()
    }
}

/// What an unknown end is called in links; EDTF leaves it empty.
const UNKNOWN: &str = "unknown";

impl Named for When {
    const NOUN: &'static str = "date";

    fn slug(self, _: Shared) -> Cow<'static, str> {
        match self {
            When::Undated => "undated".into(),
            // A stroke at the end of a link is often not its own, so the end that is not known is named.
            When::In(date @ corpus::Date::UnknownEnd(_)) => (date.to_string() + UNKNOWN).into(),
            When::In(date) => date.to_string().into(),
        }
    }

    fn label(self, _: Shared) -> Cow<'static, str> {
        match self {
            When::Undated => "No day given".into(),
            When::In(date) => words::date(date).into(),
        }
    }

    fn from_slug(_: Shared, slug: &str) -> Option<Self> {
        if slug == "undated" {
            return Some(When::Undated);
        }
        let date = slug.strip_suffix(UNKNOWN).filter(|start| start.ends_with('/')).unwrap_or(slug);
        date.parse().ok().map(When::In)
    }

    /// The months that dated statements touch. Other times can be chosen, too, but are not listed.
    fn all(data: Shared) -> Vec<Self> {
        data.index.facets.months().map(|(month, _)| When::In(month)).chain([When::Undated]).collect()
    }
}

/// The label of a relation, seen from the statement that it starts from (`outward`) or from the other.
pub fn relation(kind: RelationKind, outward: bool) -> &'static str {
    if outward { kind.label() } else { kind.inverse_label() }
}

/// The names of an actor: the short one, the full one, and its spellings in the documents.
pub(crate) fn actor_names(data: Shared, id: ActorId) -> impl Iterator<Item = &'static str> {
    let actor = data.actor(id);
    [actor.short, actor.name].into_iter().chain(actor.aliases.iter().copied())
}

/// Whether each typed word begins a word in one of some names. The words are folded.
pub(crate) fn is_named(names: &[&str], typed: &[String]) -> bool {
    typed.iter().all(|word| names.iter().any(|name| begins_word(name, word)))
}

fn begins_word(name: &str, typed: &str) -> bool {
    // Folding keeps the letters of ASCII, and costs more than all the rest.
    let initial = typed.as_bytes()[0];
    if name.is_ascii() && !name.bytes().any(|byte| byte.to_ascii_lowercase() == initial) {
        return false;
    }
    text::search_terms(name).any(|term| term.word.starts_with(typed))
}

/// The known slug nearest to a wanted one, by optimal string alignment distance; none where none is similar.
pub fn nearest<'s>(wanted: &str, known: &'s [Cow<'static, str>]) -> Option<&'s str> {
    // Slugs are ASCII; the tables that lower everything else would take six kilobytes of the bundle.
    let wanted = wanted.to_ascii_lowercase();
    let mut best = (usize::MAX, None);
    for slug in known {
        let distance = strsim::osa_distance(&wanted, slug);
        // A slug that has the wanted word as one of its parts is what people mean when they shorten it.
        let part = slug.split('-').any(|part| part == wanted);
        let distance = if part { distance.min(2) } else { distance };
        // Beyond half of the letters, likeness is chance.
        if distance < best.0 && (part || distance * 2 <= wanted.chars().count().max(slug.len())) {
            best = (distance, Some(slug.as_ref()));
        }
    }
    best.1
}

#[cfg(test)]
mod tests;
