//! BibTeX: entries for LaTeX, for the classic styles ("`BibTeXing`", Oren Patashnik, 1988,
//! <https://mirrors.ctan.org/biblio/bibtex/base/btxdoc.pdf>) and for biblatex, which also reads `date` (EDTF),
//! `urldate`, `keywords`, `abstract` and `addendum`, which has the archived copy
//! (<https://mirrors.ctan.org/macros/latex/contrib/biblatex/doc/biblatex.pdf>, section 2.2.2).
//!
//! Classic BibTeX counts braces even behind a backslash, so braces in a text become commands, and every value is
//! balanced. Other characters that are special in LaTeX become commands as well, and an empty group separates those
//! that TeX would join into a ligature (`--`, two quotes). Everything else is plain UTF-8. Titles are in double braces,
//! which keeps a style from changing their case.

use crate::dates;
use crate::format::{Export, Format};
use crate::inline_text::collapse_white_space;
use crate::reference::{Reference, reference};

/// The month macros that every style defines; they are written without braces.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Bibliography entries for LaTeX.
pub static FORMAT: Format = Format {
    slug: "bibtex",
    name: "BibTeX",
    extension: "bib",
    media_type: "application/x-bibtex",
    purpose: "A bibliography entry for each statement, for LaTeX and JabRef.",
    write,
};

fn write(export: Export<'_>) -> String {
    let entries: Vec<_> = export.statements.iter().map(|&id| entry(&reference(export, id))).collect();
    entries.join("\n")
}

fn entry(reference: &Reference) -> String {
    let mut text = format!("@article{{{},\n", reference.key);
    let mut field = |name: &str, value: &str| text.extend(["  ", name, " = ", value, ",\n"]);
    let braced = |value: &str| format!("{{{value}}}");
    field("title", &format!("{{{{{}}}}}", escape(reference.title)));
    if let Some(outlet) = reference.outlet {
        field("journal", &braced(&escape(outlet)));
    }
    // The classic styles sort by this where there is no author.
    field("key", &braced(&escape(reference.outlet.unwrap_or(reference.title))));
    if let Some(date) = reference.published {
        // EDTF; biblatex reads open (`..`) and unknown (empty) ends of intervals.
        field("date", &braced(&date.to_string()));
        field("year", &braced(&dates::year(date).to_string()));
        let month = dates::start(date).and_then(|day| MONTHS.get(usize::from(day.month).checked_sub(1)?));
        if let Some(month) = month {
            field("month", month);
        }
    }
    field("url", &braced(&escape_url(&reference.url)));
    field("urldate", &braced(&reference.accessed.to_string()));
    if let Some(url) = reference.archived {
        field("addendum", &braced(&escape(&format!("Archived at {url}"))));
    }
    field("language", &braced(reference.language));
    if !reference.keywords.is_empty() {
        let keywords: Vec<_> = reference.keywords.iter().map(|keyword| list_keyword(keyword)).collect();
        field("keywords", &braced(&keywords.join(", ")));
    }
    field("abstract", &braced(&escape(&reference.quote)));
    field("note", &braced(&escape(&reference.note)));
    text + "}\n"
}

/// A keyword, in braces where it holds a comma, which separates keywords.
fn list_keyword(keyword: &str) -> String {
    let keyword = escape(keyword);
    if keyword.contains(',') { format!("{{{keyword}}}") } else { keyword }
}

/// Escapes a text so that LaTeX prints it.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut previous = ' ';
    for c in collapse_white_space(text).chars() {
        // TeX's ligatures: dashes, quotes, ?` and !`, << and >>.
        let ligature = match c {
            '-' | '\'' | '<' | '>' | ',' => previous == c,
            '`' => matches!(previous, '`' | '?' | '!'),
            _ => false,
        };
        if ligature {
            out.push_str("{}");
        }
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '&' | '%' | '$' | '#' | '_' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
        previous = c;
    }
    out
}

/// An address. biblatex reads the field verbatim, so only what would end the value is percent-encoded.
fn escape_url(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for c in address.chars() {
        match c {
            '{' => out.push_str("%7B"),
            '}' => out.push_str("%7D"),
            '\\' => out.push_str("%5C"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    // BibTeX, read by the biblatex crate that Typst uses.

    use biblatex::{Bibliography, ChunksExt, DateValue, Entry, PermissiveType};
    use proptest::prelude::*;
    use query::Shared;

    use super::*;
    use crate::testing::{all, hostile, ids, published, shipped, spaced, whole};

    #[test]
    fn braces_and_ligatures_are_spelled_out() {
        assert_eq!(escape("a}b--c"), "a\\textbraceright{}b-{}-c");
        assert_eq!(escape("5 % & $x_1"), "5 \\% \\& \\$x\\_1");
        assert_eq!(escape("it's ?`"), "it's ?{}`");
    }

    proptest! {
        #[test]
        fn any_text_comes_back_in_balanced_braces(text in "\\PC{0,40}|[-'`?!<>,{}\\\\%$&#_~^\"@a \n]{0,40}") {
            let value = escape(&text);
            let mut depth = 0i32;
            for c in value.chars() {
                depth += i32::from(c == '{') - i32::from(c == '}');
                prop_assert!(depth >= 0);
            }
            prop_assert_eq!(depth, 0);
            let bibliography = biblatex::Bibliography::parse(&format!("@misc{{a, note = {{{value}}}}}")).expect("an entry");
            let read = bibliography.get("a").and_then(|entry| entry.get("note")).map(ChunksExt::format_verbatim);
            // The reader collapses white space.
            let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
            prop_assert_eq!(words(&read.unwrap_or_default()), words(&collapse_white_space(&text)));
        }
    }

    fn read(data: Shared) -> Bibliography {
        Bibliography::parse(&whole(data, &FORMAT).text).unwrap_or_else(|error| panic!("{error}"))
    }

    fn text(entry: &Entry, key: &str) -> Option<String> {
        entry.get(key).map(ChunksExt::format_verbatim)
    }

    /// Makes every white space a plain space, as the reader does.
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
                // The reader maps the field names of the classic styles to those of biblatex.
                assert_eq!(text(entry, "journal").or(text(entry, "journaltitle")).as_deref(), outlet);
                assert_eq!(text(entry, "language").unwrap(), document.language);
                let retrieved = document.url.and(document.provenance().retrieved);
                let accessed = retrieved.map_or("2026-11-25".to_owned(), |date| date.to_string());
                assert_eq!(text(entry, "urldate").unwrap(), accessed);
                let archived = document.provenance().archived.map(|url| format!("Archived at {url}"));
                assert_eq!(text(entry, "addendum"), archived);
                let note = text(entry, "note").unwrap();
                assert!(note.starts_with("Chain: ") && note.contains(statement.slug), "{note}");
                for &topic in statement.topics {
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
            entry(shipped(), "central-asia-us-russia:us-delegation-visit")
                .ends_with(&shipped().digest.to_string()[..8])
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
        let day =
            |date: &biblatex::Datetime| (date.year, date.month.map(|month| month + 1), date.day.map(|day| day + 1));
        assert!(matches!(date("2021-12-18"), DateValue::At(at) if day(&at) == (2021, Some(12), Some(18))));
        assert!(matches!(date("2021-10"), DateValue::At(at) if day(&at) == (2021, Some(10), None)));
        assert!(matches!(date("2021"), DateValue::At(at) if day(&at) == (2021, None, None)));
        assert!(matches!(date("2021-12-11/2021-12-16"), DateValue::Between(from, to)
        if (day(&from), day(&to)) == ((2021, Some(12), Some(11)), (2021, Some(12), Some(16)))));
        assert!(matches!(date("../2021-12-18"), DateValue::Before(to) if day(&to) == (2021, Some(12), Some(18))));
        assert!(matches!(date("2022-01/.."), DateValue::After(from) if day(&from) == (2022, Some(1), None)));
        assert!(matches!(date("/2021-12-18"), DateValue::Before(to) if day(&to) == (2021, Some(12), Some(18))));
        assert!(matches!(date("2022-01/"), DateValue::After(from) if day(&from) == (2022, Some(1), None)));
        // This reader does not distinguish an open from an unknown end; biblatex and the file do.
        for written in ["../2021-12-18", "2022-01/..", "/2021-12-18", "2022-01/"] {
            let text = whole(published(Some(written)), &FORMAT).text;
            assert!(text.contains(&format!("  date = {{{written}}},\n")), "{text}");
        }
        assert!(read(published(None)).iter().next().unwrap().get("date").is_none());
    }

    #[test]
    fn classic_styles_find_year_and_month() {
        let text = whole(published(Some("2021-12-11/2021-12-16")), &FORMAT).text;
        assert!(text.contains("  year = {2021},\n  month = dec,\n"), "{text}");
        let text = whole(published(Some("../2021-12-18")), &FORMAT).text;
        assert!(text.contains("  year = {2021},\n") && !text.contains("month ="), "{text}");
    }

    /// Classic BibTeX counts every brace, and an `@` at the beginning of a line could begin an entry.
    #[test]
    fn braces_are_balanced_even_for_a_reader_that_knows_no_backslash() {
        for data in all() {
            for line in whole(data, &FORMAT).text.lines() {
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
}
