//! RIS: entries for reference managers, after the RIS format specification of Research Information Systems
//! (<https://web.archive.org/web/20120526103719/http://refman.com/support/risformat_intro.asp>): a tag of two characters, two
//! spaces, a hyphen and a space, one field a line, CRLF.
//!
//! A date is `YYYY/MM/DD/` and words: the slashes stay where a part is not known. An interval has the day that it begins on
//! and itself in words; one with an open or an unknown end only the year and the words, because the day would be taken for the day of
//! publication.

use corpus::Date;
use corpus::date::Calendar;
use query::words;

use crate::Export;
use crate::dates;
use crate::lines::one_line;
use crate::reference::{Reference, reference};

pub fn write(export: Export<'_>) -> String {
    export.statements.iter().map(|&id| entry(&reference(export, id))).collect()
}

fn entry(reference: &Reference) -> String {
    let mut text = String::new();
    let mut field = |tag: &str, value: &str| text.extend([tag, "  - ", &one_line(value), "\r\n"]);
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
    field("Y2", &day(reference.accessed, ""));
    field("LA", reference.language);
    for keyword in &reference.keywords {
        field("KW", keyword);
    }
    field("AB", &reference.quote);
    field("N1", &reference.note);
    field("ER", "");
    // Some readers take a blank line for the end of an entry.
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
