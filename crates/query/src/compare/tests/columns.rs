//! Columns other than actors: what each has, what it is called, and how the columns of a row differ.

use std::collections::BTreeSet;

use corpus::{Date, StatementId};
use proptest::prelude::*;

use super::super::*;
use super::{choice, of};
use crate::testing::{aldport, both, shipped, slugs, small, view, views, with_positions, with_times};
use crate::view::View;

fn table(data: Shared, link: &str) -> TablePage {
    match of(data, link) {
        ComparePage::Table(table) => table,
        other => panic!("{link} is no table: {other:?}"),
    }
}

fn comparison(data: Shared, link: &str) -> Comparison {
    match view(data, link) {
        View::Compare(comparison) => comparison,
        other => panic!("{link} compares nothing: {other:?}"),
    }
}

/// The statements of each column.
fn sets(data: Shared, link: &str) -> Vec<Vec<StatementId>> {
    let sorted = |column: &columns::Column| {
        let mut statements = column.statements.clone();
        statements.sort();
        statements
    };
    columns::columns(data, &Compared::new(data, &comparison(data, link))).iter().map(sorted).collect()
}

fn heads(data: Shared, link: &str) -> Vec<(String, Option<String>)> {
    table(data, link).columns.into_iter().map(|head| (head.name.to_string(), head.href)).collect()
}

fn differences(data: Shared, link: &str) -> Vec<(String, String)> {
    let table = table(data, link);
    table.all_rows(data).map(|row| (row.topic.label.to_owned(), row.difference.to_string())).collect()
}

#[test]
fn a_camp_has_what_its_actors_say_and_an_outlet_what_its_documents_have() {
    let data = small();
    let voiced = |slug| sets(data, &format!("#/compare?actors={slug}")).remove(0);
    assert_eq!(sets(data, "#/compare?camps=north,south"), [voiced("aland"), voiced("beland")]);
    let in_document = |index: u32| -> Vec<_> {
        data.statement_ids().filter(|&id| data.statement(id).document == corpus::DocumentId(index)).collect()
    };
    assert_eq!(sets(data, "#/compare?documents=a-talks,b-reply"), [in_document(0), in_document(1)]);
    assert_eq!(sets(data, "#/compare?outlets=wire,herald"), [in_document(1), in_document(0)]);
}

#[test]
fn one_actor_can_be_compared_before_and_after_a_date() {
    let data = shipped();
    let all = sets(data, "#/compare?periods=until-2021-12-14,from-2021-12-15");
    let own = sets(data, "#/compare?periods=until-2021-12-14,from-2021-12-15&voice=russia");
    let voiced: BTreeSet<_> = sets(data, "#/compare?actors=russia").remove(0).into_iter().collect();
    for (all, own) in all.into_iter().zip(own) {
        assert_eq!(own, all.into_iter().filter(|id| voiced.contains(id)).collect::<Vec<_>>());
    }
    let title = "Russia: Until 14 December 2021 / From 15 December 2021 on";
    assert_eq!(table(data, "#/compare?periods=until-2021-12-14,from-2021-12-15&voice=russia").title, title);
}

#[test]
fn a_statement_is_in_the_periods_that_it_shares_a_day_with() {
    let data = with_times(&["2021-12-14", "2021-12-15", "2021-12-10/2021-12-20", "2021", "../2021-12-10", "2022/.."]);
    let periods = sets(data, "#/compare?periods=until-2021-12-14,from-2021-12-15,2021-12-15,2022");
    let slugs: Vec<_> = periods.into_iter().map(|ids| slugs(data, ids).join(" ")).collect();
    // An end that is open is within no period that ends on that side.
    assert_eq!(slugs, ["s0 s2 s3 s4", "s1 s2 s3 s5", "s1 s2 s3", ""]);
}

#[test]
fn a_head_leads_to_what_has_the_statements_of_its_column() {
    let data = small();
    let head = |name: &str, href: &str| (name.to_owned(), Some(href.to_owned()));
    assert_eq!(
        heads(data, "#/compare?camps=north,south"),
        [
            head("The north", "#/?actor=aland&role=speaker,agent"),
            head("The south", "#/?actor=beland&role=speaker,agent")
        ]
    );
    assert_eq!(
        heads(data, "#/compare?outlets=wire,herald"),
        [head("The Wire", "#/?outlet=wire"), head("The Herald", "#/?outlet=herald")]
    );
    assert_eq!(heads(data, "#/compare?documents=b-reply,a-talks")[0], head("The Wire", "#/source/b-reply"));
    assert_eq!(
        heads(data, "#/compare?periods=2021-12,from-2022&voice=aland"),
        [head("December 2021", "#/?actor=aland&role=speaker,agent&date=2021-12"), ("From 2022 on".to_owned(), None)]
    );
}

#[test]
fn a_row_says_who_is_for_it_against_it_and_silent() {
    let data = with_positions(&[
        ("a", &["mixed", "agreed", "alone", "torn"], "supports", 0),
        ("b", &["mixed", "agreed"], "supports", 0),
        ("c", &["mixed", "torn"], "opposes", 1),
        ("a", &["torn"], "opposes", 1),
        ("d", &["open"], "neither", 1),
    ]);
    let said = |link: &str| differences(data, link);
    let row = |topic: &str, words: &str| (topic.to_owned(), words.to_owned());
    let four = said("#/compare?actors=a,b,c,d");
    assert!(four.contains(&row("mixed", "Two for, one against, one silent.")), "{four:?}");
    assert!(four.contains(&row("torn", "One against, one for and against, two silent.")), "{four:?}");
    assert!(four.contains(&row("alone", "Only a speaks of it, for it.")), "{four:?}");
    assert!(four.contains(&row("open", "Only d speaks of it, without taking a side.")), "{four:?}");
    assert!(said("#/compare?actors=a,b").contains(&row("agreed", "Both for it.")));
    assert_eq!(said("#/compare?actors=b,d&topic=alone"), [row("alone", "Neither speaks of it.")]);
    assert!(said("#/compare?documents=d0000,d0001").contains(&row("torn", "One for, one against.")));
    assert!(said("#/compare?documents=d0000,d0001").contains(&row("alone", "Only “T” has something on it, for it.")));
}

#[test]
fn periods_say_what_changed_in_their_order() {
    let differences =
        |data, link: &str| differences(data, link).into_iter().map(|(_, words)| words).collect::<Vec<_>>();
    let said = differences(shipped(), "#/compare?periods=until-2021-12-14,from-2021-12-15");
    assert!(said.iter().any(|words| words == "Only until 14 December 2021 is it spoken of."), "{said:?}");
    let said = differences(aldport(), "#/compare?periods=until-2024-05-12,from-2024-05-13&voice=henrik-solvane");
    assert!(said.iter().any(|words| words.contains(", then ")), "{said:?}");
}

#[test]
fn each_kind_of_which_there_are_two_can_be_chosen() {
    let kinds = |data: Shared, link: &str| -> Vec<(String, bool)> {
        choice(data, link).choices.kinds.into_iter().map(|kind| (kind.href, kind.is_current)).collect()
    };
    let all = ["#/compare", "#/compare?by=camp", "#/compare?by=outlet", "#/compare?by=document", "#/compare?by=period"];
    for (index, link) in all.into_iter().enumerate() {
        let expected: Vec<_> = all.iter().enumerate().map(|(at, link)| ((*link).to_owned(), at == index)).collect();
        assert_eq!(kinds(small(), link), expected);
    }
    assert!(
        !kinds(shipped(), "#/compare").iter().any(|(link, _)| link.ends_with("=document")),
        "there is one document"
    );
    assert_eq!(kinds(with_positions(&[("a", &["t"], "supports", 0)]), "#/compare"), [], "there is nothing else");
}

#[test]
fn a_period_of_any_days_can_be_added() {
    let data = small();
    let none = comparison(data, "#/compare?by=period");
    let added = |first, last| with_period(data, &none, first, last);
    assert_eq!(added("2021-12-11", "").as_deref(), Ok("#/compare?periods=from-2021-12-11"));
    assert_eq!(added("", "2021-12-11").as_deref(), Ok("#/compare?periods=until-2021-12-11"));
    assert_eq!(added("2021-12-11", "2021-12-16").as_deref(), Ok("#/compare?periods=2021-12-11/2021-12-16"));
    assert_eq!(added("2021-12-11", "2021-12-11").as_deref(), Ok("#/compare?periods=2021-12-11"));
    assert_eq!(added("", ""), Err("Give a first day, a last day, or both."));
    assert_eq!(added("2021-12-16", "2021-12-11"), Err("The last day is before the first."));
    let one = comparison(data, "#/compare?periods=from-2021-12-11");
    assert_eq!(with_period(data, &one, "2021-12-11", ""), Err("This period is compared already."));
}

#[test]
fn statements_of_one_actor_alone_can_be_compared_where_the_columns_are_no_actors() {
    let data = small();
    assert_eq!(choice(data, "#/compare").choices.narrow, []);
    let narrow = choice(data, "#/compare?by=document").choices.narrow;
    assert_eq!(
        (narrow[0].name.to_string(), &*narrow[0].href),
        ("Beland".to_owned(), "#/compare?by=document&voice=beland")
    );
    let narrowed = choice(data, "#/compare?by=document&voice=beland").choices;
    assert_eq!(
        (narrowed.narrow.len(), narrowed.whose.map(|whose| whose.href)),
        (0, Some("#/compare?by=document".into()))
    );
}

fn check(data: Shared, view: View) -> Result<(), TestCaseError> {
    let View::Compare(comparison) = view else { return Ok(()) };
    let ComparePage::Table(table) = page(data, &comparison) else { return Ok(()) };
    let compared = Compared::new(data, &comparison);
    let columns = columns::columns(data, &compared);
    prop_assert_eq!(table.columns.len(), compared.columns.len());
    let rows: Vec<Row> = table.all_rows(data).collect();
    // Every statement of a column on a topic of the table is in a cell of that column, and none is that is not its own.
    for (index, column) in columns.iter().enumerate() {
        let in_cells: BTreeSet<StatementId> = rows
            .iter()
            .flat_map(|row| row.lines.iter().flat_map(|line| &line.cells))
            .filter(|cell| (cell.column..cell.column + cell.span).contains(&index))
            .flat_map(|cell| cell.ids().collect::<Vec<_>>())
            .collect();
        let is_shown = |id: &StatementId| {
            let topics = data.statement(*id).topics;
            topics.iter().any(|topic| compared.topics.is_empty() || compared.topics.contains(topic))
        };
        let own: BTreeSet<StatementId> = column.statements.iter().copied().filter(is_shown).collect();
        prop_assert_eq!(in_cells, own);
    }
    for row in &rows {
        let words = row.difference.to_string();
        prop_assert!(words.ends_with('.') && words.chars().next().is_some_and(char::is_uppercase), "{}", words);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn every_statement_of_a_column_is_in_its_cells(view in views(small())) {
        check(small(), view)?;
    }

    #[test]
    fn every_statement_of_a_column_of_the_shipped_briefing_is_in_its_cells(view in views(shipped())) {
        check(shipped(), view)?;
    }
}

#[test]
fn dates_of_statements_are_in_a_period_that_is_offered() {
    for data in both() {
        let offered = choice(data, "#/compare?by=period").choices.add;
        let periods: Vec<Date> = offered
            .iter()
            .flat_map(|one| match Compared::new(data, &comparison(data, &one.href)).columns {
                ComparedColumns::Periods(periods) => periods.into_iter().map(Period::date).collect(),
                _ => Vec::new(),
            })
            .collect();
        for month in data.index.facets.months().map(|(month, _)| month) {
            assert!(periods.iter().any(|period| period.overlaps(month)), "{month}");
        }
    }
}
