//! What views are called.

use proptest::prelude::*;

use super::*;
use crate::testing::{shipped, small, view, views};

fn of(link: &str) -> String {
    title(small(), &view(small(), link))
}

#[test]
fn every_page_has_its_name_and_the_briefings() {
    for (link, name) in [
        ("#/", ""),
        ("#/?by=topic&sort=latest", ""),
        ("#/?topic=water,-trade&q=rules", "Topic: Water, Topic: not Trade, “rules” · "),
        ("#/?statement=celand-closed&topic=water", "Celand: wants the bridge closed · "),
        (
            "#/?statement=note-sentence",
            "The Herald (18 December 2021): Aland and Beland declared in a joint note that water and… · ",
        ),
        ("#/actors", "Actors · "),
        ("#/actor/aland-general", "Émile of Aland · "),
        ("#/compare", "Compare · "),
        ("#/compare?actors=aland", "Aland compared · "),
        ("#/compare?actors=aland,beland,celand", "Aland, Beland and Celand compared · "),
        ("#/compare?statements=meeting,queen-speaks", "Aland and Celand / Celand compared · "),
        ("#/source/b-reply", "Text of “Reply from the south” · "),
        ("#/source/b-reply?statement=queen-speaks", "Celand in the text of “Reply from the south” · "),
        ("#/about", "About · "),
    ] {
        assert_eq!(of(link), format!("{name}A bridge and its banks"), "{link}");
    }
}

proptest! {
    #[test]
    fn every_view_has_a_name_that_ends_with_the_briefings(view in views(shipped())) {
        let title = title(shipped(), &view);
        prop_assert!(title.ends_with(shipped().title));
        let own = title.strip_suffix(shipped().title).unwrap_or_default();
        prop_assert!(own.is_empty() || own.len() > " · ".len() && own.ends_with(" · "), "{}", title);
    }
}
