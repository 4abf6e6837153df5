//! BibTeX, read by the biblatex crate that Typst uses.

use biblatex::{Bibliography, ChunksExt, DateValue, Entry, PermissiveType};
use export::Format;
use query::Shared;

use crate::support::{all, hostile, ids, published, shipped, spaced, whole};

fn read(data: Shared) -> Bibliography {
    Bibliography::parse(&whole(data, Format::BibTeX).text).unwrap_or_else(|error| panic!("{error}"))
}

fn text(entry: &Entry, key: &str) -> Option<String> {
    entry.get(key).map(ChunksExt::format_verbatim)
}

/// With every white space as a plain one: the reader makes no difference between them.
fn plain(text: &str) -> String {
    spaced(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_statement_is_an_entry_with_its_words() {
    for data in all() {
        let bibliography = read(data);
        assert_eq!(bibliography.len(), ids(data).len(), "keys are unique");
        for id in ids(data) {
            let statement = data.statement(id);
            let document = data.document(statement.document);
            let entry = bibliography.get(&format!("{}:{}", document.slug, statement.slug)).unwrap();
            assert_eq!(entry.entry_type, biblatex::EntryType::Article);
            assert_eq!(plain(&text(entry, "title").unwrap()), plain(document.title));
            assert_eq!(plain(&text(entry, "abstract").unwrap()), plain(&data.content(id)));
            let outlet = document.outlet.map(|outlet| data.actor(outlet).name);
            // The reader gives the names of the classic styles those of biblatex.
            assert_eq!(text(entry, "journal").or(text(entry, "journaltitle")).as_deref(), outlet);
            assert_eq!(text(entry, "language").unwrap(), document.language);
            assert_eq!(text(entry, "urldate").unwrap(), "2026-11-25");
            let note = text(entry, "note").unwrap();
            assert!(note.starts_with("Chain: ") && note.contains(statement.slug), "{note}");
            for &topic in &statement.topics {
                assert!(text(entry, "keywords").unwrap().contains(data.topic(topic).name));
            }
        }
    }
}

#[test]
fn an_address_comes_back_but_for_what_would_end_it() {
    let entry = |data: Shared, key: &str| text(read(data).get(key).unwrap(), "url").unwrap();
    assert_eq!(entry(hostile(), "hostile:formula"), "https://example.org/a?b=c&d=%7Be%7D%20\"f\"<g>%5Ch(i)");
    assert!(
        entry(shipped(), "central-asia-us-russia:us-delegation-visit").ends_with(&shipped().digest.to_string()[..8])
    );
}

#[test]
fn dates_are_read_as_what_they_are() {
    let date = |written: &str| {
        let bibliography = read(published(Some(written)));
        let entry = bibliography.iter().next().unwrap();
        let PermissiveType::Typed(date) = entry.date().unwrap() else { panic!("{written} is a date") };
        date.value
    };
    let day = |date: &biblatex::Datetime| (date.year, date.month.map(|month| month + 1), date.day.map(|day| day + 1));
    assert!(matches!(date("2021-12-18"), DateValue::At(at) if day(&at) == (2021, Some(12), Some(18))));
    assert!(matches!(date("2021-10"), DateValue::At(at) if day(&at) == (2021, Some(10), None)));
    assert!(matches!(date("2021"), DateValue::At(at) if day(&at) == (2021, None, None)));
    assert!(matches!(date("2021-12-11/2021-12-16"), DateValue::Between(from, to)
        if (day(&from), day(&to)) == ((2021, Some(12), Some(11)), (2021, Some(12), Some(16)))));
    assert!(matches!(date("../2021-12-18"), DateValue::Before(to) if day(&to) == (2021, Some(12), Some(18))));
    assert!(matches!(date("2022-01/.."), DateValue::After(from) if day(&from) == (2022, Some(1), None)));
    assert!(matches!(date("/2021-12-18"), DateValue::Before(to) if day(&to) == (2021, Some(12), Some(18))));
    assert!(matches!(date("2022-01/"), DateValue::After(from) if day(&from) == (2022, Some(1), None)));
    // That reader takes an open and an unknown end for the same; biblatex and the file do not.
    for written in ["../2021-12-18", "2022-01/..", "/2021-12-18", "2022-01/"] {
        let text = whole(published(Some(written)), Format::BibTeX).text;
        assert!(text.contains(&format!("  date = {{{written}}},\n")), "{text}");
    }
    assert!(read(published(None)).iter().next().unwrap().get("date").is_none());
}

#[test]
fn classic_styles_find_year_and_month() {
    let text = whole(published(Some("2021-12-11/2021-12-16")), Format::BibTeX).text;
    assert!(text.contains("  year = {2021},\n  month = dec,\n"), "{text}");
    let text = whole(published(Some("../2021-12-18")), Format::BibTeX).text;
    assert!(text.contains("  year = {2021},\n") && !text.contains("month ="), "{text}");
}

/// Classic BibTeX counts every brace, and an `@` at the beginning of a line could begin an entry.
#[test]
fn braces_are_balanced_even_for_a_reader_that_knows_no_backslash() {
    for data in all() {
        for line in whole(data, Format::BibTeX).text.lines() {
            let mut depth = 0i32;
            for c in line.chars() {
                depth += i32::from(c == '{') - i32::from(c == '}');
                assert!(depth >= 0 || line == "}", "{line}");
            }
            let ends = i32::from(line.starts_with('@')) - i32::from(line == "}");
            assert_eq!(depth, ends, "{line}");
        }
    }
}
