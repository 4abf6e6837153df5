//! `feed.xml`: the newest statements as an Atom feed (RFC 4287, <https://www.rfc-editor.org/rfc/rfc4287>), for feed
//! readers.
//!
//! The identifier of an entry is a UUID made of the title of the briefing and the id of the statement (version 5,
//! RFC 9562), so that it stays the same from edition to edition, and wherever the site is. The time of an entry is the
//! beginning of the day on which its document was retrieved or published, whichever is later: no clock has a part in
//! it. Addresses are absolute where that of the site is known; otherwise they are relative to the feed, as section 2 of
//! the RFC permits.

use std::cmp::Reverse;
use std::fmt::Write;

use corpus::date::{Calendar, DayNumber};
use corpus::{Date, StatementId};
use dom::fragment;
use dom::html::{blockquote, li, ul};
use query::language::{self, isolated};
use query::{Shared, View, card, title};
use uuid::Uuid;

use crate::context::Context;
use crate::links;
use crate::page::STATIC;

/// The file of the feed, relative to the top.
pub const FILE: &str = "feed.xml";

/// The media type of the feed (RFC 4287, section 7).
pub const MEDIA_TYPE: &str = "application/atom+xml";

/// The most entries: what feed readers fetch again and again. The export has all statements.
const MOST_ENTRIES: usize = 200;

/// The day of a briefing in which nothing has a date.
const NO_DAY: Calendar = Calendar { year: 1970, month: 1, day: 1 };

/// The feed.
pub fn feed(context: &Context) -> String {
    let data = context.data;
    let mut entries: Vec<(StatementId, DayNumber)> = data.statement_ids().map(|id| (id, day(data, id))).collect();
    // The sort is stable: statements of one day keep the order of their texts.
    entries.sort_by_key(|&(_, day)| Reverse(day));
    entries.truncate(MOST_ENTRIES);
    let newest = entries.first().map_or_else(|| NO_DAY.first_day(), |&(_, day)| day);
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{language}\">\n\
         <id>{id}</id>\n<title>{title}</title>\n<subtitle>{standfirst}</subtitle>\n<updated>{updated}</updated>\n\
         <author><name>{editor}</name></author>\n<rights>Licence of the annotation: {licence}</rights>\n\
         <generator version=\"{version}\">Briefing</generator>\n\
         <link rel=\"self\" type=\"{MEDIA_TYPE}\" href=\"{own}\"/>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{page}\"/>\n",
        language = xml_text(data.language),
        id = id(data, None),
        title = xml_text(data.title),
        standfirst = xml_text(data.standfirst),
        updated = time(newest),
        editor = xml_text(data.editor),
        licence = xml_text(data.licence),
        version = env!("CARGO_PKG_VERSION"),
        own = xml_text(&context.address_of(FILE)),
        page = xml_text(&context.address_of("index.html")),
    );
    for (id, day) in entries {
        entry(context, id, day, &mut xml);
    }
    xml + "</feed>\n"
}

/// Appends the entry of a statement.
fn entry(context: &Context, statement: StatementId, day: DayNumber, xml: &mut String) {
    let data = context.data;
    let own = data.statement(statement);
    let file = if links::has_statement_pages(data) {
        links::statement(data, statement)
    } else {
        links::place(data, statement)
    };
    // Writing to a string does not fail.
    let _ = write!(
        xml,
        "<entry>\n<id>{id}</id>\n<title>{title}</title>\n<updated>{updated}</updated>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{href}\"/>\n",
        id = id(data, Some(own.slug)),
        title = xml_text(&title::page_title(data, &View::statement(statement)).title()),
        updated = time(day),
        href = xml_text(&context.address_of(&file)),
    );
    // What the entry tells of is there (section 4.2.7.2).
    if let Some(url) = data.document(own.document).url {
        let _ = writeln!(xml, "<link rel=\"via\" href=\"{}\"/>", xml_text(url));
    }
    for topic in own.topics.iter().map(|&topic| data.topic(topic)) {
        let _ = writeln!(xml, "<category term=\"{}\" label=\"{}\"/>", topic.slug, xml_text(topic.name));
    }
    let _ = write!(xml, "<content type=\"html\">{}</content>\n</entry>\n", xml_text(&content(data, statement)));
}

/// The words of a statement and what is known of it, as HTML.
fn content(data: Shared, id: StatementId) -> String {
    let (lang, direction) = language::resolved(data, card::content_language(data, id));
    let words = blockquote().attr("lang", lang).attr("dir", direction.keyword()).child(data.content(id));
    let published = query::publication::publication(data, data.statement(id).document).title();
    let source = ("Source", isolated(&published).into_owned());
    let has_others = data.documents.len() > 1;
    let facts = export::facts(data, id).into_iter().chain(has_others.then_some(source));
    let facts = ul().children(facts.map(|(label, value)| li().child(format!("{label}: {value}"))));
    fragment([words, facts]).to_html_for(STATIC)
}

/// The identifier of a statement, or of the feed itself.
fn id(data: Shared, statement: Option<&str>) -> String {
    let briefing = Uuid::new_v5(&Uuid::NAMESPACE_OID, data.title.as_bytes());
    statement.map_or(briefing, |slug| Uuid::new_v5(&briefing, slug.as_bytes())).urn().to_string()
}

/// The day of an entry.
fn day(data: Shared, id: StatementId) -> DayNumber {
    let statement = data.statement(id);
    let document = data.document(statement.document);
    let known = [document.published, document.provenance().retrieved].into_iter().flatten();
    known.map(known_day).max().or(statement.when.map(known_day)).unwrap_or_else(|| NO_DAY.first_day())
}

/// The first day of a date, or the last one where it begins at an unknown time.
fn known_day(date: Date) -> DayNumber {
    match date {
        Date::On(entry) | Date::Between(entry, _) | Date::From(entry) | Date::UnknownEnd(entry) => entry.first_day(),
        Date::By(entry) | Date::UnknownStart(entry) => entry.last_day(),
    }
}

/// The beginning of a day (RFC 3339).
fn time(day: DayNumber) -> String {
    format!("{}T00:00:00Z", Calendar::from_day(day).unwrap_or(NO_DAY))
}

/// Text within elements and attributes, without the characters that XML 1.0 has no way to write.
fn xml_text(text: &str) -> String {
    let is_allowed =
        |c: char| !matches!(c, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}');
    let allowed = text.chars().map(|c| if is_allowed(c) { c } else { char::REPLACEMENT_CHARACTER });
    html_escape::encode_quoted_attribute(&allowed.collect::<String>()).into_owned()
}

#[cfg(test)]
mod tests;
