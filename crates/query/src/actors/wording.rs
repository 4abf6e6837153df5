//! What the pages of actors call them: a person or a group is "they", a state or a company is "it".

use corpus::{ActorKind, Role};

/// The words for actors of some kinds.
#[derive(Debug, PartialEq)]
pub struct Wording {
    /// The headings of the statements by role: "What it says".
    headings: [&'static str; Role::ALL.len()],
    /// The name of the list of its parts.
    pub parts: &'static str,
    /// The name of the list of all of its statements.
    pub has_a_part: &'static str,
}

const THING: Wording = Wording {
    headings: ["What it says", "What it does", "What it relays", "What is said to it", "What is said of it"],
    parts: "Counts for it too",
    has_a_part: "Statements in which it has a part",
};

const PEOPLE: Wording = Wording {
    headings: ["What they say", "What they do", "What they relay", "What is said to them", "What is said of them"],
    parts: "Counts for them too",
    has_a_part: "Statements in which they have a part",
};

impl Wording {
    /// The words for a kind of actor. Whether a person is a man or a woman is not coded.
    pub const fn of(kind: ActorKind) -> &'static Wording {
        match kind {
            ActorKind::Person | ActorKind::Group | ActorKind::Unnamed => &PEOPLE,
            ActorKind::State
            | ActorKind::GovernmentBody
            | ActorKind::Delegation
            | ActorKind::Bloc
            | ActorKind::Mechanism
            | ActorKind::Outlet
            | ActorKind::ThinkTank
            | ActorKind::Instrument
            | ActorKind::Company
            | ActorKind::Organisation => &THING,
        }
    }

    /// The heading of the statements in which an actor has a role.
    pub const fn heading(&self, role: Role) -> &'static str {
        self.headings[match role {
            Role::Speaker => 0,
            Role::Agent => 1,
            Role::Relay => 2,
            Role::Audience => 3,
            Role::Subject => 4,
        }]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_no_thing() {
        let heading = |kind, role| Wording::of(kind).heading(role);
        assert_eq!(heading(ActorKind::Person, Role::Speaker), "What they say");
        assert_eq!(heading(ActorKind::Group, Role::Audience), "What is said to them");
        assert_eq!(heading(ActorKind::State, Role::Agent), "What it does");
        for role in Role::ALL {
            let [thing, people] = [&THING, &PEOPLE].map(|wording| wording.heading(role));
            assert!(thing.ends_with(" it") || thing.contains(" it "), "{thing}");
            assert!(people.ends_with(" them") || people.contains(" they "), "{people}");
        }
    }
}
