//! The enumerations of the model, and the one table of their words: the key of each value in annotations, links and
//! exported files, and its label on the page.
//!
//! An enumeration is declared once, value by value, with key, label and description. The compiler reads keys and
//! describes them in its JSON Schemas, the viewer writes keys into links and shows labels, the exports write keys.
//! Phrases that only one page or file needs ("says", "Quoted, as cited by") are made there.

/// An enumeration of the model.
pub trait Enumeration: Copy + PartialEq + 'static {
    /// What one of the values is called in a message, as in "there is no form \"…\"".
    const NOUN: &'static str;

    /// Every value, in the order of the declaration.
    const VALUES: &'static [Self];

    /// The name of the value in annotations, links and exported files.
    fn key(self) -> &'static str;

    /// The name of the value on the page, capitalised.
    fn label(self) -> &'static str;

    /// What the value means, for whoever writes an annotation.
    fn description(self) -> &'static str;

    /// The value with a key.
    fn from_key(key: &str) -> Option<Self>;
}

/// Declares enumerations: each value as its description (a doc comment), its name, its key and its label.
macro_rules! enumerations {
    ($(
        $(#[$doc:meta])*
        enum $name:ident: $noun:literal {
            $(#[doc = $description:literal] $value:ident $key:literal $label:literal,)*
        }
    )*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "write", derive(serde::Deserialize))]
        pub enum $name {
            $(#[doc = $description] $value,)*
        }

        impl $name {
            /// Every value, in the order of the declaration.
            pub const ALL: [Self; [$($key),*].len()] = [$($name::$value),*];
        }

        impl Enumeration for $name {
            const NOUN: &'static str = $noun;
            const VALUES: &'static [Self] = &$name::ALL;

            fn key(self) -> &'static str {
                match self { $($name::$value => $key),* }
            }

            fn label(self) -> &'static str {
                match self { $($name::$value => $label),* }
            }

            fn description(self) -> &'static str {
                // A doc comment begins with the space after its slashes.
                match self { $($name::$value => $description.trim_ascii_start()),* }
            }

            fn from_key(key: &str) -> Option<Self> {
                match key { $($key => Some($name::$value),)* _ => None }
            }
        }
    )*};
}

enumerations! {
    /// The accent colours that the style sheets have a token for, in light and dark.
    enum Hue: "hue" {
        /// Blue
        Blue "blue" "Blue",
        /// Red
        Red "red" "Red",
        /// Green
        Green "green" "Green",
        /// Ochre
        Ochre "ochre" "Ochre",
        /// Violet
        Violet "violet" "Violet",
        /// Grey
        Grey "grey" "Grey",
    }

    /// What sort of actor somebody is.
    enum ActorKind: "kind of actor" {
        /// A state.
        State "state" "State",
        /// A ministry, an army, a parliament.
        GovernmentBody "government-body" "Government body",
        /// People sent or met for one occasion.
        Delegation "delegation" "Delegation",
        /// A natural person.
        Person "person" "Person",
        /// An alliance or organisation of states.
        Bloc "bloc" "Bloc",
        /// A standing format of talks without a secretariat of its own.
        Mechanism "mechanism" "Mechanism",
        /// A newspaper, agency, magazine or site.
        Outlet "outlet" "Outlet",
        /// A research institute.
        ThinkTank "think-tank" "Think tank",
        /// A published text that speaks for those who signed it.
        Instrument "instrument" "Published text",
        /// Several actors named together.
        Group "group" "Group",
        /// A source that the document does not name.
        Unnamed "unnamed" "Unnamed source",
        /// A business.
        Company "company" "Company",
        /// A union, an association, a party, a church, a university.
        Organisation "organisation" "Organisation",
    }

    /// How a document gives a statement.
    enum Form: "form" {
        /// In quotation marks.
        Direct "direct" "Direct quote",
        /// Paraphrased.
        Indirect "indirect" "Paraphrase",
        /// Partly in quotation marks.
        Mixed "mixed" "Partly quoted",
        /// A visit, a meeting, a call, a draft: something done.
        Act "act" "Reported act",
        /// The document's own voice.
        Narration "narration" "Narration",
    }

    /// The stance of a statement towards its topics.
    enum Position: "position" {
        /// Wants it, or more of it.
        Supports "supports" "Supports",
        /// Wants it not, or less of it.
        Opposes "opposes" "Opposes",
        /// Speaks of it without taking sides.
        Neither "neither" "Takes no side",
    }

    /// How a statement relates to another.
    enum RelationKind: "kind of relation" {
        /// Both cannot be true.
        Contradicts "contradicts" "Contradicts",
        /// Is evidence for it, or agrees with it.
        Supports "supports" "Supports",
        /// Was made in response to it.
        RespondsTo "responds-to" "Responds to",
    }

    /// The part of an actor in a statement.
    enum Role: "part" {
        /// Says it.
        Speaker "speaker" "Speaks",
        /// Does it.
        Agent "agent" "Acts",
        /// Relays it.
        Relay "relay" "Relays",
        /// Is told it.
        Audience "audience" "Is addressed",
        /// Is spoken of.
        Subject "subject" "Is spoken of",
    }
}

impl RelationKind {
    /// The label as read from the statement that the relation leads to; [`Enumeration::label`] is read from the one it
    /// starts from.
    pub const fn inverse_label(self) -> &'static str {
        match self {
            RelationKind::Contradicts => "Contradicted by",
            RelationKind::Supports => "Supported by",
            RelationKind::RespondsTo => "Answered by",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check<E: Enumeration + std::fmt::Debug>() {
        for &value in E::VALUES {
            assert_eq!(E::from_key(value.key()), Some(value));
            assert!(!value.label().is_empty() && !value.description().starts_with(' '), "{value:?}");
        }
        assert_eq!(E::from_key("no such key"), None);
    }

    #[test]
    fn every_value_is_found_by_its_key() {
        check::<Hue>();
        check::<ActorKind>();
        check::<Form>();
        check::<Position>();
        check::<RelationKind>();
        check::<Role>();
    }
}
