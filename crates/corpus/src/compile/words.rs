//! The words that an editor chooses from, for each of the model's enumerations.

use crate::model::{ActorKind, Form, Hue, Position, RelationKind};

/// An enumeration with a word for each value.
pub(super) trait Words: Copy + Sized + 'static {
    /// What is chosen, after "no such".
    const NAME: &'static str;
    /// Each word, its value, and what it says.
    const WORDS: &'static [(&'static str, Self, &'static str)];
}

impl Words for Hue {
    const NAME: &'static str = "hue";
    const WORDS: &'static [(&'static str, Self, &'static str)] = &[
        ("blue", Hue::Blue, "Blue"),
        ("red", Hue::Red, "Red"),
        ("green", Hue::Green, "Green"),
        ("ochre", Hue::Ochre, "Ochre"),
        ("violet", Hue::Violet, "Violet"),
        ("grey", Hue::Grey, "Grey"),
    ];
}

impl Words for ActorKind {
    const NAME: &'static str = "kind of actor";
    const WORDS: &'static [(&'static str, Self, &'static str)] = &[
        ("state", ActorKind::State, "A state."),
        ("government-body", ActorKind::GovernmentBody, "A ministry, an army, a parliament."),
        ("delegation", ActorKind::Delegation, "People sent or met for one occasion."),
        ("person", ActorKind::Person, "A natural person."),
        ("bloc", ActorKind::Bloc, "An alliance or organisation of states."),
        ("mechanism", ActorKind::Mechanism, "A standing format of talks without a secretariat of its own."),
        ("outlet", ActorKind::Outlet, "A newspaper, agency, magazine or site."),
        ("think-tank", ActorKind::ThinkTank, "A research institute."),
        ("instrument", ActorKind::Instrument, "A published text that speaks for those who signed it."),
        ("group", ActorKind::Group, "Several actors named together."),
        ("unnamed", ActorKind::Unnamed, "A source that the document does not name."),
    ];
}

impl Words for Form {
    const NAME: &'static str = "form";
    const WORDS: &'static [(&'static str, Self, &'static str)] = &[
        ("direct", Form::Direct, "In quotation marks."),
        ("indirect", Form::Indirect, "Paraphrased."),
        ("mixed", Form::Mixed, "Partly in quotation marks."),
        ("act", Form::Act, "A visit, a meeting, a call, a draft: something done."),
        ("narration", Form::Narration, "The document's own voice."),
    ];
}

impl Words for Position {
    const NAME: &'static str = "position";
    const WORDS: &'static [(&'static str, Self, &'static str)] = &[
        ("supports", Position::Supports, "Wants it, or more of it."),
        ("opposes", Position::Opposes, "Wants it not, or less of it."),
        ("neither", Position::Neither, "Speaks of it without taking sides."),
    ];
}

impl Words for RelationKind {
    const NAME: &'static str = "kind of relation";
    const WORDS: &'static [(&'static str, Self, &'static str)] = &[
        ("contradicts", RelationKind::Contradicts, "Both can't hold."),
        ("supports", RelationKind::Supports, "Gives it weight."),
        ("responds-to", RelationKind::RespondsTo, "Was made because of it."),
    ];
}

/// The word for a value.
pub(super) fn word<E: Words + PartialEq>(value: E) -> &'static str {
    E::WORDS.iter().find(|(_, of, _)| *of == value).map_or("", |(word, ..)| word)
}
