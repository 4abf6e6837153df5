//! RIS: entries for reference managers, after the RIS format specification of Research Information Systems
//! (<https://web.archive.org/web/20120526103719/http://refman.com/support/risformat_intro.asp>): a tag of two
//! characters, two spaces, a hyphen and a space, one field a line, CRLF.
//!
//! A date is `YYYY/MM/DD/` and words: the slashes stay where a part is not known. An interval has its first day and the
//! interval in words. An interval with an open or an unknown end has only the year and the words, because its day would
//! be read as the day of publication. An archived copy is `AV`, which the specification calls availability and Zotero
//! reads as the location in an archive.

use corpus::Date;
use corpus::date::Calendar;
use query::words;

use crate::dates;
use crate::format::{Export, Format};
use crate::inline_text::collapse_white_space;
use crate::reference::{Reference, reference};

/// Bibliography entries for reference managers.
pub static FORMAT: Format = Format {
    slug: "ris",
    name: "RIS",
    extension: "ris",
    media_type: "application/x-research-info-systems",
    purpose: "A bibliography entry for each statement, for EndNote, Mendeley and Citavi.",
    write,
};

fn write(export: Export<'_>) -> String {
    export.statements.iter().map(|&id| entry(&reference(export, id))).collect()
}

fn entry(reference: &Reference) -> String {
    let mut text = String::new();
    let mut field = |tag: &str, value: &str| text.extend([tag, "  - ", &collapse_white_space(value), "\r\n"]);
    field("TY", "NEWS");
    field("ID", &reference.key);
    field("TI", reference.title);
    if let Some(outlet) = reference.outlet {
        field("T2", outlet);
    }
    if let Some(published) = reference.published {
        field("PY", &format!("{:04}", dates::year(published)));
        field("DA", &date(published));
    }
    field("UR", &reference.url);
    field("Y2", &date(reference.accessed));
    if let Some(url) = reference.archived {
        field("AV", url);
    }
    field("LA", reference.language);
    for keyword in &reference.keywords {
        field("KW", keyword);
    }
    field("AB", &reference.quote);
    field("N1", &reference.note);
    field("ER", "");
    // Some readers end an entry only at a blank line.
    text + "\r\n"
}

fn date(date: Date) -> String {
    let in_words = words::date(date);
    match date {
        Date::On(entry) => day(entry, ""),
        Date::Between(from, _) => day(from, &in_words),
        Date::By(entry) | Date::From(entry) | Date::UnknownStart(entry) | Date::UnknownEnd(entry) => {
            day(Calendar { month: 0, day: 0, ..entry }, &in_words)
        }
    }
}

fn day(entry: Calendar, words: &str) -> String {
    let part = |number: u8| if number > 0 { format!("{number:02}") } else { String::new() };
    format!("{:04}/{}/{}/{words}", entry.year, part(entry.month), part(entry.day))
}

#[cfg(test)]
mod tests {
    // RIS, read by biblib.

    use biblib::{Citation, CitationParser, RisParser};
    use query::Shared;

    use super::*;
    use crate::testing::{all, hostile, ids, published, spaced, whole};

    fn read(data: Shared) -> Vec<Citation> {
        RisParser::new().parse(&whole(data, &FORMAT).text).unwrap()
    }

    /// Trims both ends, as the reader does.
    fn plain(text: &str) -> String {
        spaced(text).trim().to_owned()
    }

    fn more<'a>(citation: &'a Citation, tag: &str) -> Option<&'a str> {
        citation.extra_fields.get(tag).map(|values| values[0].as_str())
    }

    #[test]
    fn every_statement_is_an_entry_with_its_words() {
        for data in all() {
            let citations = read(data);
            assert_eq!(citations.len(), ids(data).len());
            let text = whole(data, &FORMAT).text;
            // The reader does not keep the day of access.
            let mut days = text.lines().filter_map(|line| line.strip_prefix("Y2  - "));
            for (id, citation) in ids(data).into_iter().zip(&citations) {
                let statement = data.statement(id);
                let document = data.document(statement.document);
                assert_eq!(citation.citation_type.len(), 1);
                assert_eq!(citation.title, plain(document.title));
                assert_eq!(citation.journal.as_deref(), document.outlet.map(|outlet| data.actor(outlet).name));
                assert_eq!(citation.abstract_text.as_deref(), Some(&*plain(&data.content(id))));
                let topics: Vec<_> = statement.topics.iter().map(|&topic| data.topic(topic).name).collect();
                assert_eq!(citation.keywords, topics);
                assert_eq!(citation.language.as_deref(), Some(document.language));
                assert_eq!(citation.urls.len(), 1);
                assert!(document.url.is_none_or(|url| citation.urls[0] == url));
                assert!(citation.authors.is_empty());
                assert_eq!(more(citation, "AV"), document.provenance().archived);
                let retrieved = document.url.and(document.provenance().retrieved);
                let accessed = retrieved.map_or("2026/11/25/", |_| "2021/12/20/");
                assert_eq!(days.next(), Some(accessed));
                let note = more(citation, "N1").unwrap();
                assert!(note.starts_with("Chain: ") && note.contains(statement.slug), "{note}");
            }
        }
    }

    #[test]
    fn a_document_cannot_bring_in_a_field() {
        let text = whole(hostile(), &FORMAT).text;
        for line in text.split("\r\n").filter(|line| !line.is_empty()) {
            assert!(!line.contains(['\n', '\r']), "{line}");
            let known = ["TY", "ID", "TI", "T2", "PY", "DA", "UR", "Y2", "AV", "LA", "KW", "AB", "N1", "ER"];
            assert!(known.contains(&&line[..2]) && &line[2..6] == "  - ", "{line}");
            assert!(!line.starts_with("TY") || line == "TY  - NEWS", "{line}");
        }
        assert_eq!(text.matches("\r\nER  - \r\n").count(), ids(hostile()).len());
    }

    #[test]
    fn dates_keep_their_slashes_and_say_the_rest_in_words() {
        for (written, line, read_as) in [
            ("2021", "2021///", (2021, None, None)),
            ("2021-10", "2021/10//", (2021, Some(10), None)),
            ("2021-12-18", "2021/12/18/", (2021, Some(12), Some(18))),
            ("2021-12-11/2021-12-16", "2021/12/11/11–16 December 2021", (2021, Some(12), Some(11))),
            ("../2021-12-18", "2021///by 18 December 2021", (2021, None, None)),
            ("2022-01/..", "2022///from January 2022 on", (2022, None, None)),
            ("/2021-12-18", "2021///until 18 December 2021, beginning unknown", (2021, None, None)),
            ("2022-01/", "2022///since January 2022, end unknown", (2022, None, None)),
        ] {
            let data = published(Some(written));
            let text = whole(data, &FORMAT).text;
            assert!(text.contains(&format!("\r\nDA  - {line}\r\n")), "{text}");
            assert!(text.contains("\r\nY2  - 2026/11/25/\r\n"), "{text}");
            let date = read(data)[0].date.clone().unwrap();
            assert_eq!((date.year, date.month, date.day), read_as, "{written}");
        }
        assert_eq!(read(published(None))[0].date, None);
    }
}
