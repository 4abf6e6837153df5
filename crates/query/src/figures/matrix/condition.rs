//! What makes a statement one of a column of the matrix, and the filter that shows what does.

use corpus::{ActorId, DocumentId, Form};

use crate::figures::voices::{narrowed_to, said_by};
use crate::view::{Choice, DocumentOutlet, Filter, When};

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

/// The most actors in a link, which has to be short enough to be passed on.
const MOST_ACTORS: usize = 60;

impl Condition {
    /// The filter for what passes another filter and meets the condition; `None` where no filter lets exactly that
    /// through, as where another voice is wanted already.
    pub fn narrowed(&self, filter: &Filter) -> Option<Filter> {
        let mut next = filter.clone();
        match self {
            Condition::Voices(actors) => {
                if actors.len() > MOST_ACTORS {
                    return None;
                }
                next = said_by(filter, actors)?;
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
    narrowed_to(choice, &[value])
}

/// Whether a column stays behind the others: what is of nobody, or of no time.
pub const fn is_last(condition: &Condition) -> bool {
    matches!(condition, Condition::Other | Condition::When(When::Undated))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{actor, aldport, selection};
    use crate::view::Chosen;

    #[test]
    fn no_filter_names_another_voice_than_the_wanted_one() {
        let data = aldport();
        let council = Condition::Voices(vec![actor(data, "aldport-council")]);
        assert_eq!(council.narrowed(&selection(data, "#/?voice=marrend").filter), None);
        assert_eq!(Condition::Other.narrowed(&Filter::default()), None);
        for condition in [council, Condition::Narration] {
            assert!(condition.narrowed(&selection(data, "#/?actor=marrend").filter).is_some());
        }
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
