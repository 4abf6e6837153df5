//! Views and their links, both ways; the texts that are no links of ours are in [`damaged`], and what happens to ours
//! on their way in [`transport`].

mod damaged;
mod transport;

use corpus::{ActorId, CampId, DocumentId, Form, Position, Role};
use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, utf8_percent_encode};
use proptest::prelude::*;

use super::reader::NOTICES;
use super::*;
use crate::Shared;
use crate::compare::{Compared, ComparedColumns, Period};
use crate::names::Named;
use crate::testing::{actor, both, date, shipped, small, statement, topic, view, views};
use crate::view::{
    Aggregation, Choice, Chosen, DocumentOutlet, Duplicates, Filter, Group, MatrixColumns, MatrixSort, NetworkSettings,
    Normalization, Offset, Overview, OverviewFigure, Selection, Sort, Threshold, View, When,
};

fn filtered(change: impl FnOnce(&mut Filter)) -> View {
    View::Briefing(Selection::default().with(change))
}

#[test]
fn every_kind_of_view_has_its_link() {
    let data = small();
    let [aland, beland] = ["aland", "beland"].map(|slug| actor(data, slug));
    let [denial, note] = ["general-denies", "joint-note"].map(|slug| statement(data, slug));
    let document = |slug| DocumentId::from_slug(data, slug).expect("a document");
    let of = |columns| View::Compare(Compared { columns, ..Compared::default() }.comparison(data));
    let compare = |columns, topics| View::Compare(Compared { columns, topics, ..Compared::default() }.comparison(data));
    for (link, view) in [
        ("#/", View::default()),
        ("#/overview", View::Overview(Overview::default())),
        (
            "#/overview?topic=trade&q=a&by=month&sort=similarity&column=7&row=24\
             &network=conflict&weight=jaccard&duplicates=document&least=25&table=positions,matrix",
            View::Overview(Overview {
                filter: Filter { topics: Choice::of(topic(data, "trade")), text: "a".into(), ..Filter::default() },
                columns: MatrixColumns::Month,
                sort: MatrixSort::Similarity,
                column: Offset(7),
                row: Offset(24),
                network: NetworkSettings {
                    aggregation: Aggregation::Conflict,
                    normalization: Normalization::Jaccard,
                    duplicates: Duplicates::Document,
                    threshold: Threshold::Quarter,
                },
                tables: vec![OverviewFigure::Positions, OverviewFigure::Matrix],
            }),
        ),
        ("#/actors", View::Actors),
        ("#/actor/aland", View::Actor(aland)),
        ("#/about", View::About),
        ("#/source/a-talks", View::Source(document("a-talks"), None)),
        ("#/source/a-talks?statement=joint-note", View::Source(document("a-talks"), Some(note))),
        ("#/compare", View::compare_actors([])),
        ("#/compare?actors=beland,aland", View::compare_actors([beland, aland])),
        (
            "#/compare?actors=aland&topic=trade,bridge",
            compare(ComparedColumns::Actors(vec![aland]), ["trade", "bridge"].map(|slug| topic(data, slug)).to_vec()),
        ),
        ("#/compare?statements=joint-note,general-denies", View::compare_statements([note, denial])),
        ("#/compare?camps=south,north", of(ComparedColumns::Camps(vec![CampId(1), CampId(0)]))),
        ("#/compare?outlets=wire", of(ComparedColumns::Outlets(vec![DocumentOutlet(actor(data, "wire"))]))),
        ("#/compare?documents=b-reply,a-talks", {
            of(ComparedColumns::Documents(["b-reply", "a-talks"].map(document).to_vec()))
        }),
        ("#/compare?by=document", of(ComparedColumns::Documents(Vec::new()))),
        (
            "#/compare?periods=until-2021-12-14,2021-12-15/2021-12,from-2022&voice=aland&topic=trade",
            View::Compare(
                Compared {
                    columns: ComparedColumns::Periods(
                        ["../2021-12-14", "2021-12-15/2021-12", "2022/.."]
                            .map(|period| Period::new(date(period)).expect("ends that are known"))
                            .to_vec(),
                    ),
                    voice: Some(aland),
                    topics: vec![topic(data, "trade")],
                }
                .comparison(data),
            ),
        ),
        ("#/?statement=joint-note", View::statement(note)),
        (
            "#/?actor=aland,-beland&role=speaker,relay",
            filtered(|filter| {
                filter.actors.set(beland, Chosen::Unwanted);
                filter.actors.set(aland, Chosen::Wanted);
                filter.roles = Choice::any_of([Role::Speaker, Role::Relay]);
            }),
        ),
        (
            "#/?topic=-water&form=direct&position=neither",
            filtered(|filter| {
                filter.topics.set(topic(data, "water"), Chosen::Unwanted);
                filter.forms = Choice::of(Form::Direct);
                filter.positions = Choice::of(Position::Neither);
            }),
        ),
        (
            "#/?via=beland&document=b-reply&date=2021-12-11/2021-12-16,-undated",
            filtered(|filter| {
                filter.relays = Choice::of(beland);
                filter.documents = Choice::of(document("b-reply"));
                filter.dates = Choice::of(When::In(date("2021-12-11/2021-12-16")));
                filter.dates.set(When::Undated, Chosen::Unwanted);
            }),
        ),
        (
            "#/?q=%22no+foreign%22+-c5%2B1+50%25+a%26b%23&",
            filtered(|filter| {
                filter.text = "\"no foreign\" -c5+1 50% a&b#".into();
            }),
        ),
        (
            "#/?by=topic&sort=text",
            View::Briefing(Selection { group: Group::Topic, sort: Sort::Text, ..Selection::default() }),
        ),
    ] {
        assert_eq!(write(data, &view), link);
        assert_eq!(parse(data, link), Parsed { view, notices: Vec::new() }, "{link}");
    }
}

#[test]
fn what_is_not_written_so_is_not_read_exactly() {
    let data = small();
    for link in ["", "#", "#/"] {
        assert_eq!(read_exact(data, link), Some(View::default()), "{link}");
    }
    let other = "#/?topic=water&edition=00000000";
    for link in [
        "/",
        "#actors",
        "#/actors/",
        "#/nowhere",
        "#/actor",
        "#/actor/atlantis",
        "#/?topic=watr",
        "#/?q=a%20b",
        "#/?topic=water.",
        other,
        "#/compare?actors=aland,beland,celand,herald,wire",
        "#/?topic=water,water",
        "#/?topic=water,-water",
        "#/?role=relay,relay",
        "#/compare?actors=aland,aland",
        "#/source/a-talks?statement=queen-speaks",
    ] {
        assert_eq!(read_exact(data, link), None, "{link}");
    }
}

#[test]
fn other_spellings_of_a_link_mean_the_same() {
    let data = small();
    for (spelling, link) in [
        ("", "#/"),
        ("#", "#/"),
        ("/", "#/"),
        ("?topic=water", "#/?topic=water"),
        ("#actors", "#/actors"),
        ("#/actors/", "#/actors"),
        ("#/actor", "#/actors"),
        ("#/actor/al%61nd", "#/actor/aland"),
        ("#/source", "#/source/a-talks"),
        ("#/source?statement=queen-speaks", "#/source/b-reply?statement=queen-speaks"),
        ("#/source/a-talks?statement=queen-speaks", "#/source/b-reply?statement=queen-speaks"),
        ("#/?topic=water&topic=-trade", "#/?topic=water,-trade"),
        ("#/?topic=%20water%2C-trade,,", "#/?topic=water,-trade"),
        ("#/?topic=water,water", "#/?topic=water"),
        ("#/?topic=water,-water", "#/?topic=-water"),
        ("#/?role=relay,relay", "#/?role=relay"),
        ("#/?by=day&sort=earliest&q=", "#/"),
        ("#/?&&topic=water&", "#/?topic=water"),
        ("#/?%74opic=water", "#/?topic=water"),
        ("#/?q=a%20b", "#/?q=a+b"),
        ("#/?q=Erdoğan’s", "#/?q=Erdo%C4%9Fan%E2%80%99s"),
        ("#/?q=\"no%20foreign\"", "#/?q=%22no+foreign%22"),
        ("#/compare?actors=aland,aland", "#/compare?actors=aland"),
    ] {
        assert_eq!(write(data, &view(data, spelling)), link, "{spelling}");
    }
}

#[test]
fn a_link_that_was_encoded_as_a_whole_still_leads_there() {
    let data = shipped();
    for link in ["#/?topic=basing,-us-ties&q=50%25+off%26on", "#/compare?actors=uzbekistan,russia", "#/actor/russia"] {
        let encoded = utf8_percent_encode(&link[1..], NON_ALPHANUMERIC).to_string();
        assert_eq!(view(data, &format!("#{encoded}")), view(data, link), "{encoded}");
    }
}

#[test]
fn a_link_holds_nothing_that_ends_it_in_a_mail_or_a_page() {
    let data = small();
    let text: String = (0..0x250).filter_map(char::from_u32).chain("“”’… 🙂".chars()).collect();
    let link = write(data, &filtered(|filter| filter.text.clone_from(&text)));
    assert!(
        link.is_ascii() && !link[1..].contains(|c: char| c.is_whitespace() || "\"<>#'()\\^`{|}".contains(c)),
        "{link}"
    );
    assert_eq!(parse(data, &link).view.selection().filter.text, text);
}

#[test]
fn a_shared_link_names_the_edition_and_is_understood_by_it() {
    for data in both() {
        let edition = &data.digest.to_string()[..8];
        for (view, joint) in [(View::About, '?'), (View::statement(corpus::StatementId(0)), '&')] {
            let link = share(data, &view);
            assert_eq!(link, format!("{}{joint}edition={edition}", write(data, &view)));
            assert_eq!(parse(data, &link), Parsed { view, notices: Vec::new() });
        }
    }
    let data = small();
    assert_eq!(parse(data, &format!("#/?edition={}", data.digest)).notices, [], "more digits are no other edition");
}

#[test]
fn slugs_are_unique_and_lead_back() {
    fn check<T: Named + std::fmt::Debug>(data: Shared) {
        let all = T::all(data);
        for &value in &all {
            let slug = value.slug(data);
            assert_eq!(T::from_slug(data, &slug), Some(value));
            assert!(!value.label(data).is_empty());
            assert!(!slug.starts_with('-') && !slug.contains([',', '&', '=', '%', '#', '?', ' ']), "{slug}");
        }
        assert_eq!(T::slugs(data).len(), all.len());
        assert_eq!(T::from_slug(data, ""), None);
        assert_eq!(T::from_slug(data, "no-such-thing"), None);
    }
    for data in both() {
        check::<ActorId>(data);
        check::<corpus::TopicId>(data);
        check::<DocumentId>(data);
        check::<corpus::StatementId>(data);
        check::<Form>(data);
        check::<Position>(data);
        check::<Role>(data);
        check::<Group>(data);
        check::<Sort>(data);
        check::<When>(data);
    }
    for slug in ["../2021-12", "2021-12/..", "/2021-12", "2021-12/unknown"] {
        assert_eq!(When::from_slug(small(), slug).map(|when| when.slug(small())).as_deref(), Some(slug));
    }
    assert_eq!(When::from_slug(small(), "2021-12unknown"), None);
}

/// As a browser rewrites an address, a mail program a link, and the one after the other.
fn carried(link: &str) -> [String; 4] {
    const FRAGMENT: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'`');
    let encode = |text: &str, set: &'static AsciiSet| utf8_percent_encode(text, set).to_string();
    let browser = utf8_percent_encode(link, FRAGMENT).to_string();
    let mail = format!("#{}", encode(&link[1..], NON_ALPHANUMERIC));
    let commas = link.replace(',', "%2C").replace('/', "%2F");
    [browser, mail, commas, encode(link, NON_ALPHANUMERIC)]
}

proptest! {
    #[test]
    fn every_view_reads_back_from_its_link(view in views(small())) {
        let parsed = parse(small(), &write(small(), &view));
        prop_assert_eq!(parsed, Parsed { view, notices: Vec::new() });
    }

    #[test]
    fn what_is_written_or_shared_of_the_start_page_is_read_exactly(view in views(small())) {
        let is_exact = matches!(&view, View::Briefing(selection) if selection.filter.text.is_empty());
        for link in [write(small(), &view), share(small(), &view)] {
            prop_assert_eq!(read_exact(small(), &link), is_exact.then(|| view.clone()), "{}", link);
        }
    }

    #[test]
    fn every_view_of_the_shipped_briefing_survives_the_way_to_a_colleague(view in views(shipped())) {
        for link in [write(shipped(), &view), share(shipped(), &view)] {
            let parsed = parse(shipped(), &link);
            prop_assert_eq!(&parsed, &Parsed { view: view.clone(), notices: Vec::new() }, "{}", link);
            for carried in carried(&link) {
                prop_assert_eq!(&parse(shipped(), &carried), &parsed, "{}", carried);
            }
        }
    }
}
