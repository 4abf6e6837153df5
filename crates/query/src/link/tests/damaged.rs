//! Links that are damaged, outdated or not ours: what can be understood applies, the rest is named.

use super::*;

fn said(link: &str) -> Vec<String> {
    parse(small(), link).notices.into_iter().map(|notice| notice.text).collect()
}

/// What is offered in place of what was not understood; the link has exactly one fault.
fn offered(data: Shared, link: &str) -> Option<(String, String)> {
    let notices = parse(data, link).notices;
    assert_eq!(notices.len(), 1, "{link}: {notices:?}");
    notices.into_iter().next().and_then(|notice| notice.instead)
}

#[test]
fn whatever_is_unknown_is_named_and_the_rest_applies() {
    let data = small();
    for (link, notice, applies) in [
        ("#/nowhere", "This briefing has no page “nowhere”; this is its start.", "#/"),
        ("#/nowhere?topic=water", "This briefing has no page “nowhere”; this is its start.", "#/?topic=water"),
        ("#/about/us", "This briefing has no page “about/us”; this is its start.", "#/"),
        ("#/?colour=red&topic=water", "The link says “colour”, which means nothing on this page.", "#/?topic=water"),
        ("#/about?topic=water", "The link says “topic”, which means nothing on this page.", "#/about"),
        ("#/actor/atlantis", "This briefing has no actor “atlantis”.", "#/actors"),
        ("#/?actor=aland,atlantis", "This briefing has no actor “atlantis”.", "#/?actor=aland"),
        ("#/?actor=-atlantis", "This briefing has no actor “atlantis”.", "#/"),
        ("#/?topic=xyzzy&form=act", "This briefing has no topic “xyzzy”.", "#/?form=act"),
        ("#/?form=sung", "This briefing has no form “sung”.", "#/"),
        ("#/?position=sideways", "This briefing has no position “sideways”.", "#/"),
        ("#/?role=clown", "This briefing has no part “clown”.", "#/"),
        ("#/?via=xyzzy", "This briefing has no actor “xyzzy”.", "#/"),
        ("#/?date=2021-13", "This briefing has no date “2021-13”.", "#/"),
        ("#/?date=../..", "This briefing has no date “../..”.", "#/"),
        ("#/?by=colour&sort=text", "This briefing has no grouping “colour”.", "#/?sort=text"),
        ("#/?sort=backwards&by=none", "This briefing has no order “backwards”.", "#/?by=none"),
        ("#/?statement=xyzzy&topic=water", "This briefing has no statement “xyzzy”.", "#/?topic=water"),
        ("#/source/xyzzy", "This briefing has no document “xyzzy”.", "#/source/a-talks"),
        ("#/compare?actors=aland,xyzzy", "This briefing has no actor “xyzzy”.", "#/compare?actors=aland"),
    ] {
        assert_eq!(said(link), [notice], "{link}");
        assert_eq!(write(data, &parse(data, link).view), applies, "{link}");
    }
}

#[test]
fn faults_are_named_in_the_order_of_the_link() {
    let notices = said("#/compare?actors=xyzzy&colour=red&topic=zzz");
    assert_eq!(notices.len(), 3);
    for (notice, word) in notices.iter().zip(["xyzzy", "zzz", "colour"]) {
        assert!(notice.contains(word), "{notice}");
    }
}

#[test]
fn the_nearest_match_is_offered_by_a_link_that_has_it() {
    let data = shipped();
    for (link, offer) in [
        ("#/?topic=basin", ("basing", "#/?topic=basing")),
        ("#/?topic=-basin&form=act", ("basing", "#/?topic=-basing&form=act")),
        ("#/actor/kazakstan", ("kazakhstan", "#/actor/kazakhstan")),
        ("#/actor/Russia", ("russia", "#/actor/russia")),
        ("#/abuot", ("about", "#/about")),
        ("#/about/us", ("about", "#/about")),
        ("#/actr/russia", ("actor/russia", "#/actor/russia")),
        ("#/comparison", ("compare", "#/compare")),
        ("#/?topics=basing", ("topic", "#/?topic=basing")),
        ("#/?statement=tashkent-no-base", ("tashkent-no-bases", "#/?statement=tashkent-no-bases")),
        ("#/compare?actor=russia,uzbekistan", ("actors", "#/compare?actors=russia,uzbekistan")),
    ] {
        let offer = (offer.0.to_owned(), offer.1.to_owned());
        assert_eq!(offered(data, link), Some(offer), "{link}");
    }
}

#[test]
fn an_offer_changes_the_wrong_word_and_no_other() {
    let data = shipped();
    // The wrong word also stands within another, as another kind of thing, or beside escaped letters.
    for (link, offer) in [
        ("#/?actor=russia&topic=us-tie&q=us-tie", "#/?actor=russia&topic=us-ties&q=us-tie"),
        ("#/?actor=russia&topic=russia", "#/?actor=russia&topic=russia-in-region"),
        ("#/?q=basin&topic=basin", "#/?topic=basing&q=basin"),
        ("#/?topic=basin&q=50%25+a%26b%2Bc", "#/?topic=basing&q=50%25+a%26b%2Bc"),
        ("#/?actor=uzbekistan-foreign-ministry,uzbekista", "#/?actor=uzbekistan-foreign-ministry,uzbekistan"),
    ] {
        assert_eq!(offered(data, link).map(|(_, href)| href).as_deref(), Some(offer), "{link}");
    }
}

#[test]
fn another_page_is_offered_with_what_the_link_says_to_it() {
    let notices = parse(shipped(), "#/comparison?actors=russia,uzbekistan").notices;
    let offer = ("compare".to_owned(), "#/compare?actors=russia,uzbekistan".to_owned());
    assert_eq!(notices[0].instead, Some(offer));
}

#[test]
fn nothing_is_offered_for_what_resembles_nothing() {
    for link in ["#/?topic=qqqqqqqq", "#/qqqqqqqq", "#/?qqqqqqqq=1", "#/about?topic=water"] {
        assert_eq!(offered(shipped(), link), None, "{link}");
    }
}

#[test]
fn a_fifth_column_is_left_out_and_said_so() {
    let data = small();
    let actors = "#/compare?actors=aland,beland,celand,herald,wire";
    assert_eq!(said(actors), ["The link compares 5; the first 4 are shown."]);
    assert_eq!(write(data, &parse(data, actors).view), "#/compare?actors=aland,beland,celand,herald");
    let statements = "#/compare?statements=meeting,joint-note,general-denies,queen-speaks,beland-asked";
    assert_eq!(said(statements), ["The link compares 5; the first 4 are shown."]);
    assert_eq!(said("#/compare?actors=aland,beland,celand,herald,aland"), Vec::<String>::new(), "one twice is one");
}

#[test]
fn actors_and_statements_do_not_stand_side_by_side() {
    let link = "#/compare?statements=meeting&actors=aland";
    assert_eq!(said(link), ["The link compares actors and statements at once; only the actors are shown."]);
    assert_eq!(write(small(), &parse(small(), link).view), "#/compare?actors=aland");
}

#[test]
fn of_a_key_that_may_stand_once_the_last_counts() {
    let link = "#/?by=topic&q=one&by=actor&q=two";
    assert_eq!(
        said(link),
        [
            "The link says “q” more than once; the last one counts.",
            "The link says “by” more than once; the last one counts."
        ]
    );
    assert_eq!(write(small(), &parse(small(), link).view), "#/?q=two&by=actor");
}

#[test]
fn another_edition_is_named_with_the_present_one() {
    let data = small();
    let current = &data.digest.to_string()[..8];
    for made_with in ["00000000", "0000%200000", "00000000.", "0000000000", "3D00000000"] {
        let notices = said(&format!("#/?topic=water&edition={made_with}"));
        assert_eq!(notices.len(), 1, "{made_with}");
        assert!(notices[0].contains("(00000000)") && notices[0].contains(current), "{}", notices[0]);
    }
    assert_eq!(write(data, &parse(data, "#/?topic=water&edition=00000000").view), "#/?topic=water");
}

#[test]
fn what_is_no_edition_is_not_called_another() {
    let data = small();
    let digest = data.digest.to_string();
    for edition in ["", "zz", "0000", &digest[..1], &digest[..7], &digest[..12], &digest, &digest[..8].to_uppercase()] {
        for link in [format!("#/?topic=water&edition={edition}"), format!("#/about?edition={edition}.")] {
            assert_eq!(parse(data, &link).notices, [], "{link}");
        }
    }
}

#[test]
fn links_of_other_pages_lead_to_the_start() {
    for link in ["#top", "#!/home", "https://example.org/#/about", "#/%F0%28%8C%28", "#/%", "#/%zz"] {
        let parsed = parse(small(), link);
        assert_eq!(parsed.view, View::default(), "{link}");
        assert_eq!(parsed.notices.len(), 1, "{link}");
    }
}

#[test]
fn a_very_long_link_is_read_to_its_end() {
    let link = format!("#/?topic={}water", "watr,".repeat(20_000));
    let parsed = parse(small(), &link);
    assert_eq!(write(small(), &parsed.view), "#/?topic=water");
    assert_eq!(parsed.notices[0].instead, Some(("water".into(), "#/?topic=water".into())));
}

#[test]
fn of_very_many_faults_the_first_are_named_and_the_rest_counted() {
    assert_eq!(said(&format!("#/?topic={}", "watr,".repeat(NOTICES))).len(), NOTICES);
    let one_more = said(&format!("#/?topic={}", "watr,".repeat(NOTICES + 1)));
    assert_eq!((one_more.len(), one_more[NOTICES].as_str()), (NOTICES + 1, "The link has 1 more such fault."));
    let keys = parse(small(), &format!("#/?{}", "colour=red&".repeat(3000))).notices;
    assert_eq!(keys.len(), NOTICES + 1);
    assert_eq!(keys[NOTICES].text, "The link has 2\u{202f}992 more such faults.");
}

/// Text that begins like a link of ours and goes on like none.
fn nearly_links() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        proptest::sample::select(vec![
            "#/",
            "#",
            "?",
            "&",
            "=",
            ",",
            "-",
            "%",
            "%2",
            "%00",
            "%FF",
            "%3F",
            "+",
            "/",
            "..",
            "\0",
            "🙂",
            "é",
            "\u{202e}",
            "actor",
            "actors",
            "compare",
            "source",
            "about",
            "topic",
            "q",
            "date",
            "role",
            "by",
            "edition",
            "statement",
            "statements",
            "aland",
            "beland",
            "water",
            "joint-note",
            "2021-12",
            "9999-99",
            "../2021",
            "a-talks",
            "-water",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,4}",
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// Whatever was read can be written and read again, and each offer is a link without that fault.
fn check(data: Shared, link: &str) -> Result<(), TestCaseError> {
    let parsed = parse(data, link);
    let again = parse(data, &write(data, &parsed.view));
    prop_assert_eq!(again, Parsed { view: parsed.view.clone(), notices: Vec::new() });
    for notice in &parsed.notices {
        prop_assert!(!notice.text.is_empty());
        if let Some((_, href)) = &notice.instead {
            prop_assert_eq!(&parse(data, href).notices, &[], "{} offers {}", notice.text, href);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_text_is_some_view(link in any::<String>()) {
        check(small(), &link)?;
    }

    #[test]
    fn any_text_like_a_link_is_some_view(link in nearly_links()) {
        check(small(), &link)?;
        check(shipped(), &link)?;
    }

    #[test]
    fn a_link_cut_short_or_torn_is_some_view(view in views(small()), from in 0usize..60, to in 0usize..200) {
        let link = share(small(), &view);
        check(small(), link.get(..to.min(link.len())).unwrap_or(&link))?;
        check(small(), link.get(from.min(link.len())..).unwrap_or(&link))?;
    }
}

proptest! {
    #[test]
    fn what_is_read_exactly_is_what_is_read(link in prop_oneof![nearly_links(), views(small()).prop_map(|view| write(small(), &view))]) {
        if let Some(view) = read_exact(small(), &link) {
            prop_assert_eq!(parse(small(), &link), Parsed { view, notices: Vec::new() }, "{}", link);
        }
    }
}
