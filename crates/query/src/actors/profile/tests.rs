//! Profiles against what the statements and the relations say.

use super::*;
use crate::testing::{actor, aldport, both, has_role, passing, selection, shaped, shipped, small, synthetic, view};

const ACTIVE: [Role; 2] = [Role::Speaker, Role::Agent];

fn of(data: Shared, slug: &str) -> Profile {
    profile(data, actor(data, slug))
}

#[test]
fn bars_count_the_statements_that_their_links_show() {
    for data in both().into_iter().chain([aldport()]) {
        for id in data.actor_ids() {
            let profile = profile(data, id);
            assert!(profile.bars.is_sorted_by(|one, other| one.count >= other.count && one.length >= other.length));
            assert!(profile.bars.first().is_none_or(|bar| bar.length == 100));
            for Bar { topic, count, length } in &profile.bars {
                assert_eq!(passing(data, &selection(data, &topic.href).filter).len(), *count, "{}", topic.href);
                assert!((1..=100).contains(length));
            }
            let topics = (0..data.topics.len() as u32).map(TopicId).filter(|topic| {
                let mut statements = data.statement_ids();
                statements.any(|own| has_role(data, id, &ACTIVE, own) && data.statement(own).topics.contains(topic))
            });
            assert_eq!(topics.count(), profile.bars.len() + profile.further);
        }
    }
}

#[test]
fn sides_count_the_statements_that_their_links_show() {
    for data in both().into_iter().chain([aldport()]) {
        for id in data.actor_ids() {
            for side in profile(data, id).sides {
                let number = passing(data, &selection(data, &side.href).filter).len();
                let word = if side.is_for { "For" } else { "Against" };
                assert_eq!(side.label, format!("{word} {number}"));
            }
        }
    }
    let labels = |slug| of(small(), slug).sides.into_iter().map(|side| side.label).collect::<Vec<_>>();
    assert_eq!(labels("aland"), ["Against 1"], "its general");
    assert_eq!(labels("wire"), Vec::<String>::new());
}

#[test]
fn opponents_are_those_of_the_contradictions_with_both_passages() {
    let named = |opponents: &Opponents| opponents.named.iter().map(|one| one.name.label).collect::<Vec<_>>();
    let aland = of(small(), "aland");
    assert_eq!(named(&aland.contradicted_by), ["Minister of Beland"]);
    assert_eq!(aland.contradicts, Opponents::default());
    let beland = of(small(), "beland");
    assert_eq!(named(&beland.contradicts), ["Général Émile"]);
    assert_eq!(beland.contradicted_by, Opponents::default());
    let expected = View::compare_statements(
        ["beland-welcomes", "general-denies"].map(|slug| crate::testing::statement(small(), slug)),
    );
    let [opponent] = &beland.contradicts.named[..] else { panic!("{:?}", beland.contradicts) };
    assert_eq!((view(small(), &opponent.href), opponent.passages.as_str()), (expected, "both passages"));
    let general = View::Actor(crate::testing::actor(small(), "aland-general"));
    assert_eq!(view(small(), &opponent.name.href), general, "a name leads to whom it names");
    assert_eq!(named(&of(shipped(), "us-defense-department").contradicted_by), ["Uzbekistan"]);
}

#[test]
fn nobody_is_an_opponent_of_its_own() {
    for data in both().into_iter().chain([aldport()]) {
        for id in data.actor_ids() {
            let Profile { contradicted_by, contradicts, .. } = profile(data, id);
            for opponent in contradicted_by.named.iter().chain(&contradicts.named) {
                let View::Compare(crate::view::Comparison { columns: Columns::Statements(statements), .. }) =
                    view(data, &opponent.href)
                else {
                    panic!("{} compares no statements", opponent.href)
                };
                let own = statements.iter().filter(|&&own| has_role(data, id, &ACTIVE, own)).count();
                assert!(own > 0 && own < statements.len(), "{}", opponent.href);
            }
        }
    }
}

#[test]
fn times_are_as_precise_as_the_dates() {
    let said = |dates: &[&str]| time(dates.iter().map(|date| crate::testing::date(date)));
    assert_eq!(said(&[]), None);
    assert_eq!(said(&["2021-12-14", "2021-12-14"]).as_deref(), Some("14 December 2021"));
    assert_eq!(said(&["../2021-12-18"]).as_deref(), Some("By 18 December 2021"));
    assert_eq!(said(&["../2021-12-18", "2021-10"]).as_deref(), Some("First October 2021, last by 18 December 2021"));
}

#[test]
fn an_actor_without_statements_has_an_empty_profile() {
    let Profile { bars, further, sides, contradicted_by, contradicts, time } = of(small(), "hermit");
    assert_eq!((bars, further, sides, time), (vec![], 0, vec![], None));
    assert_eq!((contradicted_by, contradicts), (Opponents::default(), Opponents::default()));
}

#[test]
fn profiles_stay_small_however_much_is_said() {
    for data in [synthetic(4_000), shaped(300, synth::Shape::ManyActors(2_000))] {
        for id in data.actor_ids() {
            let Profile { bars, contradicted_by, contradicts, .. } = profile(data, id);
            assert!(bars.len() <= MOST_BARS + 1);
            assert!([contradicted_by, contradicts].iter().all(|all| all.named.len() <= MOST_OPPONENTS));
        }
    }
}

#[test]
fn a_flag_names_the_country_unless_it_is_the_actors_own() {
    let of = |slug| flag_of(small(), actor(small(), slug)).expect("a flag").country.map(|name| name.text);
    assert_eq!((of("herald"), of("aland")), (Some("Aland"), None));
    assert_eq!(flag_of(small(), actor(small(), "beland")), None);
    assert_eq!(of("wire").map(str::len), Some(2), "no state has the code, which stands for the name");
}

#[test]
fn flags_are_those_of_countries_only() {
    assert_eq!(flag("UZ").as_deref(), Some("\u{1f1fa}\u{1f1ff}"));
    assert_eq!(flag("AX").as_deref(), Some("\u{1f1e6}\u{1f1fd}"));
    assert!(flag("XK").is_some() && flag("QA").is_some() && flag("ZM").is_some());
    for code in ["AA", "QM", "QZ", "XA", "XM", "XZ", "ZZ", "", "U", "USA", "uz", "U1", "É"] {
        assert_eq!(flag(code), None, "{code}");
    }
}
