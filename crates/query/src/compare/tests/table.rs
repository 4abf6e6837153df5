//! Actors by topic: every statement in its column, silence where there is none, and what they share.

use std::collections::BTreeSet;

use corpus::{ActorId, RelationKind, Role, StatementId, TopicId};
use proptest::prelude::*;

use super::super::*;
use super::{columns, of};
use crate::names::Named;
use crate::testing::{actor, aldport, has_role, shipped, slugs, small, topic, view};
use crate::view::{Columns, View};

fn table(data: Shared, link: &str) -> TablePage {
    match of(data, link) {
        ComparePage::Table(table) => table,
        other => panic!("{link} is no table: {other:?}"),
    }
}

fn row(data: Shared, link: &str, name: &str) -> Row {
    let table = table(data, link);
    table.all_rows(data).find(|row| row.topic.label == name).unwrap_or_else(|| panic!("no row {name} under {link}"))
}

fn cells(row: &Row) -> impl Iterator<Item = &Cell> {
    row.lines.iter().flat_map(|line| &line.cells)
}

fn joins(row: &Row) -> impl Iterator<Item = &Join> {
    row.lines.iter().flat_map(|line| &line.joins)
}

/// A line in short: for each cell its width and its statements, `-` for silence, nothing for "in another line".
fn drawn(data: Shared, row: &Row) -> Vec<Vec<(usize, String)>> {
    let cell = |cell: &Cell| {
        let ids = cell.ids();
        let said = slugs(data, ids).join(" ");
        (cell.span, if cell.silent { format!("-{said}") } else { said })
    };
    row.lines.iter().map(|line| line.cells.iter().map(cell).collect()).collect()
}

/// What an actor, or a part of it, says or does on a topic, told from the statements.
fn heard(data: Shared, id: ActorId, on: TopicId) -> Vec<StatementId> {
    let speaks = |statement| has_role(data, id, &[Role::Speaker, Role::Agent], statement);
    data.statement_ids().filter(|&id| data.statement(id).topics.contains(&on) && speaks(id)).collect()
}

#[test]
fn what_neighbours_say_together_spans_their_columns() {
    let data = small();
    let link = "#/compare?actors=aland,beland,celand";
    let line = |cells: &[(usize, &str)]| cells.iter().map(|&(span, said)| (span, said.to_owned())).collect::<Vec<_>>();
    assert_eq!(
        drawn(data, &row(data, link, "Water")),
        [line(&[(2, "joint-note"), (1, "")]), line(&[(1, ""), (1, ""), (1, "water-heading")])]
    );
    assert_eq!(
        drawn(data, &row(data, link, "Trade")),
        [line(&[(2, "joint-note"), (1, "")]), line(&[(1, ""), (1, "beland-opened"), (1, "-")])]
    );
}

#[test]
fn what_is_said_together_by_those_who_do_not_stand_together_stands_under_each() {
    let data = small();
    let row = row(data, "#/compare?actors=aland,beland,celand", "The bridge");
    let related = ["general-denies", "beland-welcomes", ""];
    let others = ["meeting", "beland-opened beland-asked", "meeting celand-closed"];
    let cells = |said: [&str; 3]| said.map(|said| (1, said.to_owned())).to_vec();
    assert_eq!(drawn(data, &row), [cells(related), cells(others)]);
}

#[test]
fn silence_of_all_is_shown_where_the_topic_is_asked_for() {
    let data = small();
    let table = table(data, "#/compare?actors=aland,wire&topic=weather");
    assert_eq!(drawn(data, &table.rows.row(data, 0)), [[(1, "-".to_owned()), (1, "-".to_owned())]]);
    assert_eq!(table.summary, "Neither actor is heard on Weather.");
    assert_eq!(table.all_topics.as_deref(), Some("#/compare?actors=aland,wire"));
    let nobody = super::of(data, "#/compare?actors=wire,hermit,union");
    assert!(
        matches!(nobody, ComparePage::Table(table) if table.rows.is_empty() && table.summary == "None of the three actors is heard on any topic.")
    );
}

#[test]
fn a_contradiction_is_joined_and_comes_first() {
    let data = small();
    let table = table(data, "#/compare?actors=celand,aland,wire,beland");
    let first = table.rows.row(data, 0);
    assert_eq!(first.topic.label, "The bridge");
    let joins: Vec<_> = joins(&first).collect();
    assert_eq!(joins.len(), 1);
    assert_eq!(joins[0].label, "Minister of Beland contradicts Général Émile");
    assert_eq!((joins[0].column, joins[0].span, joins[0].kind), (1, 3, RelationKind::Contradicts));
    assert_eq!(joins[0].side_by_side, "#/compare?statements=beland-welcomes,general-denies");
}

#[test]
fn words_that_related_statements_share_are_marked_in_both() {
    let data = small();
    let row = row(data, "#/compare?actors=aland,beland&topic=bridge", "The bridge");
    let marked = |slug: &str| -> Vec<String> {
        let mut statements = cells(&row).flat_map(|cell| &cell.statements);
        let statement = statements.find(|one| data.statement(one.id).slug == slug).expect("in the row");
        statement.pieces.iter().filter(|piece| piece.marked).map(|piece| piece.text.clone()).collect()
    };
    // “engineers” and “foreign” are on both sides; “are” and “the” are no words to mark.
    assert_eq!(marked("general-denies"), ["foreign", "engineers"]);
    assert_eq!(marked("beland-welcomes"), ["foreign", "engineers"]);
    // It has “foreign”, too, and is related to none of them.
    assert_eq!(marked("beland-asked"), Vec::<String>::new());
}

#[test]
fn no_words_are_marked_between_two_languages_or_in_one_without_rules() {
    let data = aldport();
    let is_french = |id: StatementId| data.document(data.statement(id).document).language == "fr";
    let mut marked = 0;
    for link in [
        "#/compare?actors=aldport-council,ministry-of-ports,groupe-brevaux",
        "#/compare?actors=henrik-solvane,valombre",
    ] {
        let table = table(data, link);
        for line in table.all_rows(data).flat_map(|row| row.lines) {
            for statement in line.cells.iter().flat_map(|cell| &cell.statements) {
                let marks = statement.pieces.iter().filter(|piece| piece.marked).count();
                assert!(marks == 0 || !is_french(statement.id), "{:?}", statement.pieces);
                marked += marks;
            }
        }
    }
    assert!(marked > 0);
}

#[test]
fn a_relation_is_right_below_what_it_joins() {
    let data = aldport();
    let row = row(data, "#/compare?actors=aldport-council,ministry-of-ports,groupe-brevaux", "Revenue guarantee");
    let mut above: BTreeSet<StatementId> = BTreeSet::new();
    for line in &row.lines {
        let own: BTreeSet<StatementId> = line.cells.iter().flat_map(Cell::ids).collect();
        above.extend(&own);
        for join in &line.joins {
            let Columns::Statements(ends) = columns(data, &join.side_by_side) else { panic!("no statements") };
            assert!(ends.iter().any(|id| own.contains(id)) && ends.iter().all(|id| above.contains(id)));
            assert!(own.len() <= 4);
        }
    }
    assert!(row.lines.last().is_some_and(|line| line.joins.is_empty()), "what is not related comes last");
}

#[test]
fn many_topics_have_a_list_that_counts_them() {
    let data = aldport();
    let all = table(data, "#/compare?actors=aldport-council,ministry-of-ports,groupe-brevaux");
    let all_rows: Vec<Row> = all.all_rows(data).collect();
    let rows: Vec<_> = all_rows.iter().map(|row| row.slug).collect();
    let mut listed: Vec<_> = all.contents.iter().map(|entry| entry.slug).collect();
    assert_eq!(rows[..all.rows.len()], listed[..all.rows.len()], "in the order of the page");
    let mut sorted = rows.clone();
    sorted.sort_unstable();
    listed.sort_unstable();
    assert_eq!(listed, sorted);
    for entry in &all.contents {
        let index = all_rows.iter().position(|row| row.slug == entry.slug).expect("a row");
        let row = &all_rows[index];
        let ids: BTreeSet<_> = cells(row).flat_map(Cell::ids).collect();
        assert_eq!(entry.count, ids.len(), "{}", entry.topic.text);
        let contradictions = joins(row).filter(|join| join.kind == RelationKind::Contradicts).count();
        assert_eq!(entry.contradictions.is_some(), contradictions > 0);
        assert_eq!(entry.only.is_some(), index >= all.rows.len());
    }
    assert_eq!(table(small(), "#/compare?actors=aland,beland").contents, [], "three rows are in sight");
}

#[test]
fn a_long_comparison_folds_what_only_one_touches_and_a_short_one_nothing() {
    let long = table(aldport(), "#/compare?actors=aldport-council,ministry-of-ports,groupe-brevaux");
    assert!(!long.folded.is_empty() && !long.rows.is_empty());
    let short = table(shipped(), "#/compare?actors=united-states,uzbekistan,russia");
    assert!(short.folded.is_empty());
}

#[test]
fn the_summary_says_where_they_meet_and_who_is_alone() {
    let said = |link: &str| table(small(), link).summary;
    assert_eq!(
        said("#/compare?actors=aland,beland"),
        "Two actors on three topics. Both are heard on The bridge, Trade and Water. Marked \
         words are those that related statements share."
    );
    assert_eq!(
        said("#/compare?actors=celand,beland"),
        "Two actors on three topics. Both are heard on The bridge and Water. Only Beland is heard on Trade."
    );
    assert_eq!(
        said("#/compare?actors=celand,beland,herald"),
        "Three actors on three topics. More than one is heard on The bridge and Water. Only Beland is heard on Trade."
    );
    assert_eq!(
        said("#/compare?actors=wire,herald"),
        "Two actors on one topic. They speak past each other: no topic has more than one of them. Only The Herald is heard on The bridge."
    );
}

#[test]
fn heads_count_what_is_said_and_what_came_through_others() {
    let table = table(small(), "#/compare?actors=aland,celand");
    let heads: Vec<_> = table.columns.iter().map(|head| (head.name.to_string(), &*head.summary)).collect();
    let expected = [("Aland", "3 statements, 1 relayed"), ("Celand", "4 statements, 1 relayed")];
    assert_eq!(heads, expected.map(|(name, summary)| (name.to_owned(), summary)));
    let removed: Vec<_> = table.choices.chosen.iter().map(|one| &*one.href).collect();
    assert_eq!(removed, ["#/compare?actors=celand", "#/compare?actors=aland"]);
}

#[test]
fn outsiders_of_whom_several_speak_are_named() {
    let data = small();
    let touched =
        |link: &str| row(data, link, "The bridge").shared_subjects.iter().map(|one| one.label).collect::<Vec<_>>();
    assert_eq!(touched("#/compare?actors=aland,beland"), ["Celand"]);
    assert_eq!(touched("#/compare?actors=aland,beland,celand"), Vec::<&str>::new(), "it is no outsider");
}

#[test]
fn the_shipped_table_tells_who_contradicts_whom_about_bases() {
    let data = shipped();
    let table = table(data, "#/compare?actors=united-states,uzbekistan,russia&topic=basing");
    let [row] = &table.all_rows(data).collect::<Vec<_>>()[..] else { panic!("one row") };
    assert!(joins(row).any(|join| {
        join.kind == RelationKind::Contradicts
            && columns(data, &join.side_by_side)
                == Columns::Statements(
                    ["tashkent-no-bases", "politico-pentagon-visit"]
                        .map(|slug| crate::testing::statement(data, slug))
                        .to_vec(),
                )
    }));
    assert!(cells(row).all(|cell| !cell.silent), "all three are heard");
}

/// Two to four actors and, at times, some topics.
fn comparisons(data: Shared) -> impl Strategy<Value = (Vec<ActorId>, Vec<TopicId>)> {
    let heard: Vec<ActorId> = data
        .actor_ids()
        .filter(|&id| has_any(data, id))
        .chain(data.actor_ids().take(2))
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    let actors = proptest::sample::subsequence(heard, 2..=Columns::MOST).prop_shuffle();
    let topics = proptest::sample::subsequence(TopicId::all(data), 0..=2);
    (actors, prop_oneof![2 => Just(Vec::new()), 1 => topics])
}

fn has_any(data: Shared, id: ActorId) -> bool {
    TopicId::all(data).into_iter().any(|on| !heard(data, id, on).is_empty())
}

fn stems(data: Shared, id: StatementId) -> BTreeSet<String> {
    corpus::text::terms(&data.content(id)).map(|term| term.stem().into_owned()).collect()
}

fn check(data: Shared, actors: &[ActorId], topics: &[TopicId]) -> Result<(), TestCaseError> {
    let columns = ComparedColumns::Actors(actors.to_vec());
    let comparison = Compared { columns, topics: topics.to_vec(), ..Compared::default() }.comparison(data);
    let ComparePage::Table(table) = page(data, &comparison) else {
        return Err(TestCaseError::fail("no table"));
    };
    prop_assert_eq!(table.all_topics.is_some(), !topics.is_empty());
    let by_name = |name: &str| TopicId::all(data).into_iter().find(|id| id.label(data) == name).expect("a topic");
    let all: Vec<Row> = table.all_rows(data).collect();
    let rows: BTreeSet<_> = all.iter().map(|row| by_name(row.topic.label)).collect();
    let spoken_on = |on: &TopicId| actors.iter().any(|&id| !heard(data, id, *on).is_empty());
    let expected: BTreeSet<_> = if topics.is_empty() {
        TopicId::all(data).into_iter().filter(spoken_on).collect()
    } else {
        topics.iter().copied().collect()
    };
    prop_assert_eq!(&rows, &expected);
    prop_assert_eq!(rows.len(), table.rows.len());
    let contradicted: Vec<bool> =
        all.iter().map(|row| joins(row).any(|join| join.kind == RelationKind::Contradicts)).collect();
    prop_assert!(contradicted.is_sorted_by(|one, next| one >= next), "contradictions first");
    for row in &all {
        check_row(data, actors, row, by_name(row.topic.label))?;
    }
    Ok(())
}

fn check_row(data: Shared, actors: &[ActorId], row: &Row, on: TopicId) -> Result<(), TestCaseError> {
    let own: Vec<Vec<StatementId>> = actors.iter().map(|&id| heard(data, id, on)).collect();
    let mut found: Vec<Vec<StatementId>> = vec![Vec::new(); actors.len()];
    let mut silent = vec![0; actors.len()];
    for line in &row.lines {
        let mut next = 0;
        for cell in &line.cells {
            prop_assert_eq!(cell.column, next, "cells follow each other");
            next += cell.span;
            let names: Vec<_> = actors[cell.column..next].iter().map(|&id| data.actor(id).short).collect();
            prop_assert_eq!(&cell.who, &crate::words::list(&names));
            prop_assert!(!cell.silent || cell.statements.is_empty() && cell.span == 1);
            silent[cell.column] += usize::from(cell.silent);
            for column in &mut found[cell.column..next] {
                column.extend(cell.ids());
            }
            for statement in &cell.statements {
                check_words(data, statement, &own)?;
            }
        }
        prop_assert_eq!(next, actors.len(), "a line is as wide as the table");
        prop_assert!(
            row.lines.len() == 1 || line.cells.iter().any(|cell| !cell.statements.is_empty()),
            "an empty line"
        );
    }
    for (column, found) in found.iter_mut().enumerate() {
        found.sort();
        prop_assert_eq!(&*found, &own[column], "each once: {}", data.actor(actors[column]).slug);
        prop_assert_eq!(silent[column], usize::from(own[column].is_empty()), "silence is said once");
    }
    let in_row = |id: &StatementId| own.iter().any(|column| column.contains(id));
    // Relations within a single column are the actor's own business.
    let columns_of = |id: &StatementId| (0..own.len()).filter(|&at| own[at].contains(id)).collect::<Vec<_>>();
    let between = |relation: &&corpus::Relation| {
        let ends = [columns_of(&relation.from), columns_of(&relation.to)].concat();
        in_row(&relation.from) && in_row(&relation.to) && ends.iter().any(|at| *at != ends[0])
    };
    let related = data.relations.iter().filter(between).count();
    prop_assert_eq!(joins(row).count(), related);
    for join in joins(row) {
        prop_assert!(join.span > 0 && join.column + join.span <= actors.len());
        let Columns::Statements(ends) = columns(data, &join.side_by_side) else { panic!("no statements") };
        let touches = |column: usize| ends.iter().any(|id| own[column].contains(id));
        prop_assert!(ends.iter().all(in_row) && touches(join.column) && touches(join.column + join.span - 1));
    }
    Ok(())
}

fn check_words(data: Shared, statement: &CellStatement, own: &[Vec<StatementId>]) -> Result<(), TestCaseError> {
    let text: String = statement.pieces.iter().map(|piece| piece.text.as_str()).collect();
    prop_assert_eq!(text, data.content(statement.id));
    for piece in statement.pieces.iter().filter(|piece| piece.marked) {
        let stem = corpus::text::terms(&piece.text).next().expect("a word").stem().into_owned();
        let with = |id: &&StatementId| stems(data, **id).contains(&stem);
        let shared = own.iter().enumerate().any(|(at, ids)| {
            own[at + 1..].iter().any(|later| {
                ids.iter().filter(with).any(|id| !later.contains(id))
                    && later.iter().filter(with).any(|id| !ids.contains(id))
            })
        });
        prop_assert!(shared, "{} is marked and not shared", piece.text);
    }
    let links = (view(data, &statement.href), view(data, &statement.source));
    let document = data.statement(statement.id).document;
    prop_assert_eq!(links, (View::statement(statement.id), View::Source(document, Some(statement.id))));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_table_holds_every_statement_in_its_columns((actors, topics) in comparisons(small())) {
        check(small(), &actors, &topics)?;
    }

    #[test]
    fn a_table_of_the_shipped_briefing_holds_every_statement((actors, topics) in comparisons(shipped())) {
        check(shipped(), &actors, &topics)?;
    }
}

#[test]
fn a_row_leads_to_itself_alone() {
    let data = small();
    let row = row(data, "#/compare?actors=aland,beland", "Trade");
    assert_eq!(row.topic.href, "#/compare?actors=aland,beland&topic=trade");
    assert_eq!(heard(data, actor(data, "beland"), topic(data, "trade")).len(), 2);
}
