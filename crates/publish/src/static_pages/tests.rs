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

/// A page of Aldport, whose statements have several voices, relays, outlets and positions.
fn of_aldport(file: &str) -> (Context, String) {
    let context = tests::context(tests::folder("examples/aldport"));
    let (_, html) = written(&context).into_iter().find(|(path, _)| path == file).unwrap();
    (context, html)
}

/// The text of a page, without its elements.
fn words(html: &str) -> String {
    let text = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect::<String>();
    html_escape::decode_html_entities(&text).into_owned()
}

#[test]
fn a_list_says_of_each_statement_what_its_card_says() {
    let (context, html) = of_aldport("p/1.html");
    let data = context.data;
    let entries: Vec<&str> = html.split("<article").skip(1).collect();
    assert_eq!(entries.len(), STATEMENTS_A_PAGE);
    for (entry, id) in entries.into_iter().zip(in_order_of_time(data)) {
        let card = query::card::card(data, id);
        let chain = words(&entry[..entry.find("</p>").unwrap()]);
        assert!(chain.contains(&card.document.to_string()), "{}: {chain}", card.slug);
        let relays = card.reporters.iter().chain(&card.relays).chain(&card.voices);
        assert!(relays.into_iter().all(|one| chain.contains(one.label)), "{}: {chain}", card.slug);
        assert_eq!(entry.matches("class=\"position\"").count(), usize::from(card.position.is_some()), "{}", card.slug);
        assert!(card.position.is_none_or(|position| entry.contains(position)), "{}", card.slug);
        let (audience, about) = (card.audience.first(), card.about.first());
        for (word, first) in audience.map(|one| ("to ", one)).into_iter().chain(about.map(|one| ("about ", one))) {
            assert!(words(entry).contains(&format!("{word}{}", first.label)), "{}: {entry}", card.slug);
        }
    }
}

#[test]
fn several_voices_are_joined_by_words_wherever_they_stand() {
    let context = tests::context(tests::seeds());
    let data = context.data;
    let several: Vec<_> = data.statement_ids().filter(|&id| query::card::voices(data, id).len() > 1).collect();
    assert!(!several.is_empty());
    let pages = written(&context);
    for id in several {
        let [.., before, last] = query::card::voices(data, id) else { unreachable!() };
        let joined = format!("{} and {}", data.actor(*before).short, data.actor(*last).short);
        let slug = data.statement(id).slug;
        let document = links::part_of(data, id);
        for (path, html) in pages.iter().filter(|(path, _)| *path == document || *path == format!("s/{slug}.html")) {
            let text = words(html).split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(text.contains(&joined), "{joined} in {path}");
        }
    }
}

#[test]
fn marked_words_and_their_note_have_the_same_number_and_relations_are_folded() {
    let (context, html) = of_aldport("d/2024-05-13-courier-report.html");
    let data = context.data;
    let document =
        links::document_ids(data).find(|&id| links::document(data, id) == "d/2024-05-13-courier-report.html").unwrap();
    for id in data.statements_of(document) {
        let statement = data.statement(id);
        let number = query::source::notes::number(id);
        let mark = format!("<sup class=\"reference\" data-number=\"{number}\"></sup><a href=\"#n-{}\"", statement.slug);
        assert!(html.contains(&mark), "{mark}");
        let note = html.split(&format!("<li id=\"n-{}\">", statement.slug)).nth(1).unwrap();
        let note = &note[..note.find("</li>").unwrap()];
        assert!(note.contains(&format!("<b class=\"reference\">{number}</b>")), "{note}");
        let card = query::card::card(data, id);
        assert!(card.position.is_none_or(|position| note.contains(position)), "{note}");
        let unfolded = note.split("<details>").next().unwrap();
        assert!(!unfolded.contains("class=\"relation"), "{note}");
        assert_eq!(note.matches("class=\"relation").count(), card.relations.len(), "{note}");
    }
    // The text is as it was found, also for those who copy it.
    let text: Vec<String> = html.split("<ul class=\"notes\">").map(words).collect();
    assert!(
        text.iter().any(|text| text.contains("The report is not ambiguous. It recommends “no dredging of any kind"))
    );
}
