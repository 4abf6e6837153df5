//! The slug that was most likely meant.

use super::*;
use crate::testing::{both, shipped, small};

fn meant(wanted: &str, known: &[&'static str]) -> Option<String> {
    let known: Vec<Cow<'static, str>> = known.iter().map(|&slug| slug.into()).collect();
    nearest(wanted, &known).map(str::to_owned)
}

#[test]
fn a_typing_error_is_forgiven() {
    let known = ["kazakhstan", "uzbekistan", "russia"];
    for (typed, slug) in
        [("kazakstan", "kazakhstan"), ("Uzbekistan", "uzbekistan"), ("rusisa", "russia"), ("RUSSIA", "russia")]
    {
        assert_eq!(meant(typed, &known).as_deref(), Some(slug), "{typed}");
    }
}

#[test]
fn the_most_similar_wins_and_not_the_first() {
    assert_eq!(meant("us-ties-3", &["us-toes", "us-tie", "us-ties-2"]).as_deref(), Some("us-ties-2"));
    assert_eq!(meant("us-ties", &["us-toes", "us-tie"]).as_deref(), Some("us-toes"), "of two as near, the first");
    assert_eq!(meant("actor", &["actors", "actor"]).as_deref(), Some("actor"));
}

#[test]
fn a_part_of_a_slug_is_enough() {
    assert_eq!(meant("pentagon", &["us-bases", "politico-pentagon-visit"]).as_deref(), Some("politico-pentagon-visit"));
    assert_eq!(meant("Pentagon", &["us-bases", "politico-pentagon-visit"]).as_deref(), Some("politico-pentagon-visit"));
}

#[test]
fn what_resembles_nothing_means_nothing() {
    for typed in ["", "qqqqqq", "россия", "x", "🙂", "a-very-long-slug-that-nobody-ever-gave-to-anything"] {
        assert_eq!(meant(typed, &["kazakhstan", "russia"]), None, "{typed}");
    }
    assert_eq!(meant("russia", &[]), None);
}

#[test]
fn every_slug_means_itself() {
    for data in both() {
        let slugs = StatementId::slugs(data);
        assert!(slugs.iter().all(|slug| nearest(slug, &slugs) == Some(slug)));
    }
}

#[test]
fn dates_of_the_facet_are_the_months_and_the_undated() {
    let slugs: Vec<_> = When::slugs(small());
    assert_eq!(slugs, ["2021-12", "2022-01", "undated"]);
}

#[test]
fn the_colour_of_an_actor_is_its_camps_and_a_parts_its_wholes() {
    let hue = |slug: &str| ActorId::from_slug(small(), slug).and_then(|id| id.hue(small()));
    assert_eq!(
        ["aland", "aland-general", "beland-minister", "celand"].map(hue),
        [Some(Hue::Blue), Some(Hue::Blue), Some(Hue::Red), None]
    );
    assert!(TopicId::all(shipped()).into_iter().all(|topic| topic.hue(shipped()).is_none()));
}

#[test]
fn no_two_actors_are_called_the_same() {
    for data in both() {
        let labels: Vec<_> = data.actor_ids().map(|id| id.label(data)).collect();
        for (index, label) in labels.iter().enumerate() {
            assert!(!labels[..index].contains(label), "{label}");
            assert_eq!(crate::card::actor_ref(data, ActorId(index as u32)).label, label.as_ref());
        }
    }
    let source: ActorId = crate::testing::actor(shipped(), "unnamed-military-talks-source");
    assert_eq!(source.label(shipped()), "Unnamed source on the military talks", "the short name is another's, too");
}

#[test]
fn a_relation_has_a_name_from_either_end() {
    let kinds = [RelationKind::Contradicts, RelationKind::Supports, RelationKind::RespondsTo];
    let names: Vec<_> = kinds.into_iter().flat_map(|kind| [relation(kind, true), relation(kind, false)]).collect();
    assert_eq!(names, ["Contradicts", "Contradicted by", "Supports", "Supported by", "Responds to", "Answered by"]);
}
