//! The actors: each in its place, with what it says, does, hears and is said to be.

use super::*;
use crate::names::Named;
use crate::testing::{belongs, both, example, has_role, passing, selection, shipped, slugs, small, view, with_names};

fn page(data: Shared, slug: &str) -> ActorPage {
    actor(data, crate::testing::actor(data, slug))
}

fn labels<'a>(refs: impl IntoIterator<Item = &'a Ref>) -> Vec<&'static str> {
    refs.into_iter().map(|one| one.label).collect()
}

#[test]
fn every_actor_stands_in_the_grid_once_under_its_camp() {
    for data in both() {
        let page = actors(data);
        let mut seen: Vec<ActorId> = Vec::new();
        for CampGroup { name: camp, number, actors: cards, .. } in &page.groups {
            assert!(!cards.is_empty() && cards.len() == *number, "{camp}");
            for card in cards {
                let View::Actor(id) = view(data, &card.page.href) else { panic!("no actor") };
                let own = data.actor(id).camp.map_or("Others", |camp| data.camp(camp).name);
                assert_eq!((own, data.actor(id).name), (camp.text, card.name.text));
                seen.push(id);
            }
        }
        seen.sort();
        assert_eq!(seen, data.actor_ids().collect::<Vec<_>>());
    }
    assert_eq!(
        actors(small()).summary,
        "10 actors named in 2 documents. What a ministry or an envoy says counts for its state as well."
    );
}

#[test]
fn long_lists_of_several_camps_have_links_to_each() {
    let has_jumps = |data| has_jumps(&actors(data).groups);
    assert!(has_jumps(shipped()) && has_jumps(many()) && !has_jumps(small()), "ten actors are seen at once");
    assert!(!super::has_jumps(&actors(shipped()).groups[..1]), "a single camp is at the head of the page");
}

/// More actors than are on one page.
fn many() -> Shared {
    crate::testing::synthetic(4_000)
}

#[test]
fn of_very_many_actors_each_camp_lists_the_first_and_more_on_demand() {
    let data = many();
    assert!(actors(data).is_long && !actors(small()).is_long);
    let numbers = |page: &ActorsPage| page.groups.iter().map(|group| group.number).collect::<Vec<_>>();
    let first = found(data, "", |_| 0);
    assert_eq!(numbers(&first).iter().sum::<usize>(), data.actors.len());
    assert!(first.groups.iter().all(|group| group.actors.len() == group.number.min(16)));
    assert!(first.groups.iter().any(|group| group.number > 16));
    let more = found(data, "", |camp| usize::from(camp == 0));
    assert!(more.groups[0].actors.starts_with(&first.groups[0].actors));
    assert_eq!(more.groups[0].actors.len(), more.groups[0].number.min(136));
    assert_eq!((numbers(&more), &more.groups[1..]), (numbers(&first), &first.groups[1..]));
    let all = found(data, " ", |_| 1_000);
    assert_eq!(all.groups, actors(data).groups);
}

#[test]
fn an_actor_of_very_many_is_found_by_any_of_its_names() {
    let data = many();
    let actor = data.actors.iter().find(|actor| !actor.aliases.is_empty()).expect("an actor with an alias");
    for name in [actor.name, actor.short, actor.aliases[0]] {
        let page = found(data, name, |_| 0);
        let listed = page.groups.iter().flat_map(|group| &group.actors);
        assert!(listed.clone().any(|card| card.name.text == actor.name), "{name}");
        assert_eq!(listed.count(), page.groups.iter().map(|group| group.number).sum::<usize>());
    }
    assert!(found(data, "nobody at all", |_| 0).groups.is_empty());
}

#[test]
fn a_card_counts_what_the_actor_does() {
    let groups = actors(small()).groups;
    let card = |name: &str| {
        let card = groups.iter().flat_map(|group| &group.actors).find(|card| card.name.text == name).expect("a card");
        (card.kind, card.parts.clone())
    };
    assert_eq!(card("The Herald"), ("Outlet", "Speaks in 1 · relays 1".into()));
    assert_eq!(card("Kingdom of Aland"), ("State", "Speaks in 2 · acts in 1 · addressed in 2 · spoken of in 1".into()));
    assert_eq!(card("A hermit"), ("Unnamed source", "named only".into()));
}

#[test]
fn sections_hold_the_statements_of_each_part_in_order_of_time() {
    let sections: Vec<_> =
        page(small(), "aland").sections.into_iter().map(|one| (one.key, slugs(small(), one.statements))).collect();
    assert_eq!(
        sections,
        [
            ("says", vec!["joint-note", "general-denies"]),
            ("does", vec!["meeting"]),
            ("hears", vec!["celand-closed", "beland-welcomes"]),
            ("of", vec!["note-sentence"]),
        ]
    );
    for data in both() {
        for id in data.actor_ids() {
            let sections = actor(data, id).sections;
            for (role, key) in SECTIONS {
                let own: Vec<_> =
                    data.statement_ids().filter(|&statement| has_role(data, id, &[role], statement)).collect();
                let section = sections.iter().find(|section| section.key == key);
                let mut statements = section.map(|section| section.statements.clone()).unwrap_or_default();
                assert_eq!(section.is_some(), !own.is_empty());
                assert_eq!(statements, statements::sorted(data, own.iter().copied(), Sort::Earliest));
                statements.sort();
                assert_eq!(statements, own, "{key} {}", data.actor(id).slug);
            }
        }
    }
}

#[test]
fn topics_are_those_it_is_heard_on_and_silence_is_the_rest() {
    for data in both() {
        for id in data.actor_ids() {
            let page = actor(data, id);
            let spoken: Vec<_> = page.topics.iter().map(|(topic, _)| topic.label).collect();
            for topic in &data.topics {
                assert_ne!(
                    spoken.contains(&topic.name),
                    page.silent.iter().any(|silent| silent.text == topic.name),
                    "{}",
                    topic.slug
                );
                let on = crate::testing::topic(data, topic.slug);
                let heard = data.statement_ids().any(|statement| {
                    data.statement(statement).topics.contains(&on)
                        && has_role(data, id, &[Role::Speaker, Role::Agent], statement)
                });
                assert_eq!(spoken.contains(&topic.name), heard, "{} on {}", data.actor(id).slug, topic.slug);
            }
            assert_eq!(spoken.len() + page.silent.len(), data.topics.len());
            for (topic, count) in &page.topics {
                assert_eq!(passing(data, &selection(data, &topic.href).filter).len(), *count, "{}", topic.href);
                assert!(*count > 0);
            }
        }
    }
}

#[test]
fn names_of_topics_are_kept_apart_in_the_list_of_those_it_is_silent_on() {
    let of = |data, slug: &str| page(data, slug).silent_on().to_string();
    assert_eq!(
        of(example("aldport"), "ragna-holt"),
        "Oyster beds; Inquiry and review; Marrend and Valombre",
        "some have an “and” of their own"
    );
    let list = page(shipped(), "kremlin").silent;
    let names: Vec<_> = list.iter().map(|topic| topic.text).collect();
    assert_eq!(of(shipped(), "kremlin"), words::list(&names));
}

#[test]
fn of_very_many_topics_that_it_is_silent_on_the_first_are_named() {
    let page = actor(with_names(300, 20), ActorId(0));
    assert_eq!(page.silent.len(), 299);
    let list = page.silent_on().to_string();
    assert!(list.ends_with(" and 275 more topics"), "{list}");
}

#[test]
fn all_its_statements_are_a_click_away() {
    for data in both() {
        for id in data.actor_ids() {
            let page = actor(data, id);
            assert_eq!(passing(data, &selection(data, &page.filtered).filter).len(), page.count);
        }
    }
}

#[test]
fn relays_pass_on_what_it_says_and_report_what_it_does() {
    let relayed = |slug: &str| -> Vec<_> {
        page(small(), slug).relayed_by.into_iter().map(|(actor, count)| (actor.label, count)).collect()
    };
    assert_eq!(relayed("aland"), [("The Herald", 2), ("The Wire", 1)]);
    assert_eq!(relayed("celand"), [("The Herald", 1), ("River Union", 1)]);
    assert_eq!(relayed("beland"), []);
}

#[test]
fn nobody_relays_itself() {
    assert_eq!(page(small(), "herald").relayed_by, [], "it reports the meeting in its own voice");
    for data in both() {
        for id in data.actor_ids() {
            let own = card::actor_ref(data, id);
            assert!(actor(data, id).relayed_by.iter().all(|(relay, _)| *relay != own), "{}", data.actor(id).slug);
        }
    }
    let source = page(shipped(), "us-congress-member").relayed_by;
    assert_eq!(
        labels(source.iter().map(|(relay, _)| relay)),
        ["Politico"],
        "two sources of a report do not relay each other"
    );
}

#[test]
fn wholes_parts_and_members_know_each_other() {
    let data = small();
    let general = page(data, "aland-general");
    assert_eq!(general.part_of.map(|whole| whole.label), Some("Army of Aland"));
    assert_eq!(labels(&page(data, "aland").parts), ["Army of Aland", "Général Émile"]);
    assert_eq!(labels(&page(data, "union").members), ["Beland"]);
    assert_eq!(labels(&page(data, "beland").member_of), ["River Union"]);
    for data in both() {
        for id in data.actor_ids() {
            let expected = data.actor_ids().filter(|&other| other != id && belongs(data, other, id)).count();
            assert_eq!(actor(data, id).parts.len(), expected, "{}", data.actor(id).slug);
        }
    }
}

#[test]
fn facts_are_shown_as_the_editor_gave_them() {
    let data = small();
    let aland = page(data, "aland");
    assert_eq!(
        (aland.title.label, aland.kind, aland.role.text, aland.country),
        ("Kingdom of Aland", "State", "Northern state", Some("AX"))
    );
    assert_eq!(page(data, "beland").wikidata, Some(("Q1", "https://www.wikidata.org/wiki/Q1".into())));
    assert_eq!(page(data, "hermit").note.map(|note| note.text), Some("Named nowhere."));
    let aliases: Vec<_> = page(data, "aland-general").aliases.iter().map(|alias| alias.text).collect();
    assert_eq!(aliases, ["Général Émile"]);
}

#[test]
fn it_is_compared_with_those_who_are_heard_on_the_same_and_not_with_its_own() {
    for data in both() {
        for id in data.actor_ids() {
            let page = actor(data, id);
            assert!(page.comparisons.len() <= 4);
            for comparison in &page.comparisons {
                let View::Compare(crate::view::Comparison { columns: crate::view::Columns::Actors(columns) }) =
                    view(data, &comparison.href)
                else {
                    panic!("{} compares no actors", comparison.href)
                };
                let [own, other] = columns[..] else { panic!("{} is no pair", comparison.href) };
                assert_eq!((own, data.actor(other).short), (id, comparison.label));
                assert!(!belongs(data, own, other) && !belongs(data, other, own));
                let heard = |who, on| {
                    data.statement_ids().any(|id| {
                        has_role(data, who, &[Role::Speaker, Role::Agent], id)
                            && data.statement(id).topics.contains(&on)
                    })
                };
                assert!(corpus::TopicId::all(data).into_iter().any(|on| heard(own, on) && heard(other, on)));
            }
        }
    }
    assert_eq!(page(small(), "hermit").comparisons, []);
    assert_eq!(labels(&page(small(), "aland").comparisons), ["Beland", "Celand", "The Herald", "Minister of Beland"]);
}
