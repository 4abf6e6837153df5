//! What makes a statement one of a column of the matrix, and the filter that shows what does.

use corpus::{ActorId, DocumentId, Form, Role};

use crate::view::{Choice, Chosen, DocumentOutlet, Filter, When};

/// What makes a statement one of a column.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// One of these actors, or a part of it, speaks or acts.
    Voices(Vec<ActorId>),
    /// The document speaks itself.
    Narration,
    /// The outlet of the document.
    Outlet(ActorId),
    /// The document.
    Document(DocumentId),
    /// A time that shares a day with that of the statement, or none.
    When(When),
    /// A condition that no filter has.
    Other,
}

/// The parts that make an actor a voice on a topic: who reports an act speaks, too.
pub const VOICES: [Role; 2] = [Role::Speaker, Role::Agent];

/// The most actors in a link, which has to be short enough to be passed on.
const MOST_ACTORS: usize = 60;

impl Condition {
    /// The filter for what passes another filter and meets the condition; `None` where no filter lets exactly that
    /// through, as where another actor is wanted already.
    pub fn narrowed(&self, filter: &Filter) -> Option<Filter> {
        let mut next = filter.clone();
        match self {
            Condition::Voices(actors) => {
                let is_free = filter.actors.wanted().is_empty() && filter.roles.wanted().is_empty();
                let is_listed = actors.iter().all(|&actor| filter.actors.state(actor) == Chosen::No);
                if !is_free || !is_listed || actors.len() > MOST_ACTORS {
                    return None;
                }
                for &actor in actors {
                    next.actors.set(actor, Chosen::Wanted);
                }
                next.roles = Choice::any_of(VOICES);
            }
            Condition::Narration => next.forms = only(&filter.forms, Form::Narration)?,
            Condition::Outlet(outlet) => next.outlets = only(&filter.outlets, DocumentOutlet(*outlet))?,
            Condition::Document(document) => next.documents = only(&filter.documents, *document)?,
            Condition::When(when) => {
                // Times overlap: what is of two would be lost.
                if !filter.dates.wanted().is_empty() && filter.dates.wanted() != [*when] {
                    return None;
                }
                next.dates = only(&filter.dates, *when)?;
            }
            Condition::Other => return None,
        }
        Some(next)
    }
}

/// A choice with one wanted value in place of the wanted ones; `None` where that is not one of them.
pub fn only<T: Copy + PartialEq>(choice: &Choice<T>, value: T) -> Option<Choice<T>> {
    let is_wanted = choice.wanted().is_empty() || choice.state(value) == Chosen::Wanted;
    if !is_wanted || choice.state(value) == Chosen::Unwanted {
        return None;
    }
    let mut next = choice.clone();
    choice.wanted().iter().for_each(|&other| next.set(other, Chosen::No));
    next.set(value, Chosen::Wanted);
    Some(next)
}

/// Whether a column stays behind the others: what is of nobody, or of no time.
pub const fn is_last(condition: &Condition) -> bool {
    matches!(condition, Condition::Other | Condition::When(When::Undated))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{actor, aldport, selection};

    #[test]
    fn no_filter_names_who_speaks_where_another_actor_is_wanted() {
        let data = aldport();
        let filter = selection(data, "#/?actor=marrend").filter;
        assert_eq!(Condition::Voices(vec![actor(data, "aldport-council")]).narrowed(&filter), None);
        assert_eq!(Condition::Other.narrowed(&Filter::default()), None);
        assert!(Condition::Narration.narrowed(&filter).is_some());
    }

    #[test]
    fn a_wanted_value_gives_way_to_one_of_the_wanted_only() {
        let two = Choice::any_of([Form::Direct, Form::Narration]);
        assert_eq!(only(&two, Form::Direct), Some(Choice::of(Form::Direct)));
        assert_eq!(only(&two, Form::Act), None);
        let mut not = Choice::default();
        not.set(Form::Act, Chosen::Unwanted);
        assert_eq!(only(&not, Form::Act), None);
        let direct = only(&not, Form::Direct).expect("it is not unwanted");
        assert_eq!((direct.wanted(), direct.unwanted()), ([Form::Direct].as_slice(), [Form::Act].as_slice()));
    }
}
