//! What the links of figures lead to: the filter for what actors say or do among statements that pass another filter,
//! and the links themselves.

use corpus::{ActorId, StatementId};

use crate::Shared;
use crate::link;
use crate::matching::VOICES;
use crate::view::{Choice, Chosen, Filter, Selection, View};

/// The link to what passes a filter.
#[inline(never)]
pub fn filtered_link(data: Shared, filter: Filter) -> String {
    link::write(data, &View::filtered(filter))
}

/// The link to a statement among those that pass a filter.
#[inline(never)]
pub fn statement_link(data: Shared, filter: &Filter, id: StatementId) -> String {
    let filter = filter.clone();
    link::write(data, &View::Briefing(Selection { filter, open: Some(id), ..Selection::default() }))
}

/// The filter for what passes another filter and is said or done by one of some actors, or a part of one. `None` where
/// no filter lets exactly that through: where other voices are wanted.
///
/// It is a choice of actors and of their roles, as readers make it, where the filter has none yet; otherwise the voices
/// are wanted besides.
pub fn said_by(filter: &Filter, actors: &[ActorId]) -> Option<Filter> {
    let mut next = filter.clone();
    let is_free = filter.actors.wanted().is_empty() && filter.roles.wanted().is_empty() && filter.voices.is_empty();
    if is_free && actors.iter().all(|&actor| filter.actors.state(actor) == Chosen::No) {
        for &actor in actors {
            next.actors.set(actor, Chosen::Wanted);
        }
        next.roles = Choice::any_of(VOICES);
        return Some(next);
    }
    next.voices = narrowed_to(&filter.voices, actors)?;
    Some(next)
}

/// A choice with some wanted values in place of the wanted ones; `None` where those are not among them.
pub fn narrowed_to<T: Copy + PartialEq>(choice: &Choice<T>, values: &[T]) -> Option<Choice<T>> {
    let is_any = choice.wanted().is_empty();
    let is_open = |&value: &T| match choice.state(value) {
        Chosen::No => is_any,
        state => state == Chosen::Wanted,
    };
    if !values.iter().all(is_open) {
        return None;
    }
    let mut next = choice.clone();
    for &other in choice.wanted() {
        next.set(other, Chosen::No);
    }
    for &value in values {
        next.set(value, Chosen::Wanted);
    }
    Some(next)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filter::Filtered;
    use crate::link;
    use crate::matching;
    use crate::names::Named;
    use crate::testing::{actor, aldport, both, selection};
    use crate::view::View;

    #[test]
    fn who_speaks_is_wanted_besides_another_actor() {
        let data = aldport();
        let council = actor(data, "aldport-council");
        let written = |link: &str| {
            said_by(&selection(data, link).filter, &[council]).map(|filter| link::write(data, &View::filtered(filter)))
        };
        let of = |link: &str| written(link).unwrap_or_default();
        assert_eq!(of("#/"), "#/?actor=aldport-council&role=speaker,agent");
        assert_eq!(of("#/?actor=marrend"), "#/?actor=marrend&voice=aldport-council");
        assert_eq!(of("#/?actor=-marrend"), "#/?actor=aldport-council,-marrend&role=speaker,agent");
        assert_eq!(of("#/?role=audience"), "#/?role=audience&voice=aldport-council");
        assert_eq!(of("#/?voice=marrend,aldport-council"), "#/?voice=aldport-council", "one of those wanted");
        assert_eq!(written("#/?voice=marrend"), None, "another voice");
        assert_eq!(written("#/?voice=-aldport-council"), None, "not this one");
    }

    #[test]
    fn the_filter_lets_exactly_that_through() {
        for data in both().into_iter().chain([aldport()]) {
            for other in <ActorId as Named>::all(data).into_iter().step_by(5) {
                let filters = [Choice::of(other), Choice::default()];
                for filter in filters.map(|actors| Filter { actors, ..Filter::default() }) {
                    for actor in <ActorId as Named>::all(data) {
                        let mut expected = Filtered::new(data, &filter, None).statements;
                        expected.intersect_with(&matching::with_actor(data, actor, &VOICES));
                        let narrowed = said_by(&filter, &[actor]).expect("no voice is wanted");
                        assert_eq!(Filtered::new(data, &narrowed, None).statements, expected);
                    }
                }
            }
        }
    }
}
