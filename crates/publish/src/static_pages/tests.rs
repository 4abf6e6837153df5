//! What pages without the program have, and how far they and their number grow.

use synth::Shape;

use super::*;
use crate::tests;

fn written(context: &Context) -> Vec<(String, String)> {
    all(context, &|_| {})
}

#[test]
fn each_page_has_a_file_of_its_own_on_every_disk() {
    let context = tests::context(tests::seeds());
    let pages = written(&context);
    let names: std::collections::BTreeSet<_> = pages.iter().map(|(path, _)| path.to_lowercase()).collect();
    assert_eq!(names.len(), pages.len());
    let data = context.data;
    assert_eq!(pages.len(), data.statements.len() + data.actors.len() + data.documents.len() + 3);
}

#[test]
fn each_statement_has_its_words_and_its_passage_once() {
    let context = tests::context(tests::seeds());
    for id in context.data.statement_ids() {
        let (_, html) = write(&context, Page::Statement(id));
        assert_eq!(html.matches("<article").count(), 1);
        assert_eq!(html.matches("✓ verbatim").count(), 1, "{html}");
        assert_eq!(html.matches("<blockquote").count(), 1, "{html}");
        let words = context.data.content(id);
        let first = words.split('…').next().unwrap().trim();
        assert!(html.contains(&*html_escape::encode_text(first)), "{first}");
    }
}

#[test]
fn no_page_has_what_needs_the_program() {
    for (path, html) in written(&tests::context(tests::seeds())) {
        for needless in ["<button", "<input", "data-live", "<!>", "<!--"] {
            assert!(!html.contains(needless), "{needless} in {path}");
        }
    }
}

#[test]
fn a_document_has_each_of_its_statements_marked_once_with_a_note() {
    let context = tests::context(tests::seeds());
    let data = context.data;
    for id in links::document_ids(data) {
        let (_, html) = written(&context).into_iter().find(|(path, _)| *path == links::document(data, id)).unwrap();
        for statement in context.data.statements_of(id) {
            let slug = context.data.statement(statement).slug;
            let related = query::card::related(data, statement);
            for (relation, other) in related.iter().map(|relation| (relation.label, relation.reason.text)) {
                assert!(html.contains(relation) && html.contains(&*html_escape::encode_text(other)), "{slug}: {other}");
            }
            for anchor in ["s", "n"] {
                assert_eq!(html.matches(&format!(" id=\"{anchor}-{slug}\"")).count(), 1, "{anchor}-{slug}");
            }
            assert!(html.contains(&format!("href=\"../s/{slug}.html\"")), "{slug}");
        }
    }
}

#[test]
fn a_large_corpus_has_no_page_for_each_statement_and_no_page_without_bound() {
    let context = tests::context(tests::many());
    let data = context.data;
    let pages = written(&context);
    let folder = |name: &str| pages.iter().filter(|(path, _)| path.starts_with(name)).count();
    assert_eq!(folder("s/"), 0);
    assert_eq!(folder("p/"), data.statements.len().div_ceil(STATEMENTS_A_PAGE));
    assert_eq!(folder("d/"), data.documents.len() + 1);
    // One actor speaks in every statement, the other is only named.
    assert_eq!(folder("a/"), 2 + data.statements.len().div_ceil(STATEMENTS_A_PAGE));
    for (path, html) in &pages {
        let most = 200_000;
        assert!(html.len() < most, "{path} has {} bytes", html.len());
    }
    let (_, first) = pages.iter().find(|(path, _)| path == "p/1.html").unwrap();
    assert!(first.contains("href=\"../p/2.html\"") && first.contains("href=\"../d/a-0.html#s-a-0-0\""), "{first}");
    let files = pages.into_iter().map(|(path, html)| (path, html.into_bytes())).collect();
    let found = crate::check::check(&files, &|_| {}).unwrap_err().to_string();
    let lost: Vec<_> = found.lines().filter(|line| line.contains("a place that")).collect();
    assert_eq!(lost, Vec::<&str>::new());
}

/// The pages of a synthetic corpus of a shape, and that all is well with them: no page is long, and each place that
/// a link names is there.
fn well_written(statements: usize, shape: Shape) -> Vec<(String, String)> {
    let context = tests::context(tests::synthetic(statements, shape));
    let pages = written(&context);
    for (path, html) in &pages {
        assert!(html.len() < 600_000, "{path} has {} bytes", html.len());
    }
    let texts = crate::texts::all(&context);
    let bytes = |(path, html): &(String, String)| (path.clone(), html.clone().into_bytes());
    let files = pages.iter().map(bytes).chain(texts).collect();
    let found = crate::check::check(&files, &|_| {}).unwrap_err().to_string();
    let lost: Vec<_> = found.lines().filter(|line| line.contains("a place that")).collect();
    assert_eq!(lost, Vec::<&str>::new());
    pages
}

fn numbered_pages(pages: &[(String, String)], first: &str) -> usize {
    let folder = format!("{}/", first.trim_end_matches(".html"));
    pages.iter().filter(|(path, _)| path == first || path.starts_with(&folder)).count()
}

#[test]
fn a_document_of_book_length_is_on_several_pages() {
    let pages = well_written(60, Shape::OneDocument(500_000));
    let (first, _) = pages.iter().find(|(path, _)| path.starts_with("d/") && path != links::DOCUMENTS).unwrap();
    let parts: Vec<_> = pages.iter().filter(|(path, _)| path.starts_with(first.trim_end_matches(".html"))).collect();
    assert!(parts.len() > 2, "{}", parts.len());
    let places: usize = parts.iter().map(|(_, html)| html.matches(" id=\"n-").count()).sum();
    assert_eq!(places, 60);
}

#[test]
fn very_many_actors_are_listed_in_pages() {
    let pages = well_written(100, Shape::ManyActors(1_000));
    assert_eq!(numbered_pages(&pages, links::ACTORS), 4);
    let all: String = pages.iter().filter(|(path, _)| path.starts_with("a/index")).map(|(_, html)| &**html).collect();
    assert_eq!(all.matches("<li class=\"actor\">").count(), 1_000);
}

#[test]
fn extremes_of_few_and_of_one_are_written_well() {
    well_written(1, Shape::Usual);
    well_written(60, Shape::Unrelated);
    well_written(2_100, Shape::OneActor);
    well_written(600, Shape::OneDay);
}

#[test]
fn every_statement_is_on_one_page_of_the_list() {
    let context = tests::context(tests::many());
    let all: String = written(&context).into_iter().filter(|(path, _)| path.starts_with("p/")).map(|it| it.1).collect();
    for id in context.data.statement_ids() {
        let place = format!("href=\"../{}\"", links::place(context.data, id));
        assert_eq!(all.matches(&place).count(), 1, "{place}");
    }
}
