//! CSL-JSON: input of citation processors, after the schema `csl-data.json` of CSL 1.0.2
//! (<https://github.com/citation-style-language/schema>), as Zotero and Pandoc read it.
//!
//! Dates are `date-parts`; an interval has two. An interval with an open or an unknown end has the known one, marked as
//! `circa`, and the words in `literal`, which tell the two apart. An archived copy is `archive`, its host, and
//! `archive_location`, its address, which Zotero reads as Archive and Loc. in Archive. Processors read `<i>` and its
//! like in these texts as formatting; the format has no escape for it, so a document's `<b>` stays as it is.

use corpus::Date;
use corpus::date::Calendar;
use query::words;
use serde_json::{Map, Value, json};

use crate::format::{Export, Format};
use crate::reference::{Reference, reference};

/// Bibliography items for Zotero, Pandoc and citeproc.
pub static FORMAT: Format = Format {
    slug: "csl-json",
    name: "CSL-JSON",
    extension: "csl.json",
    media_type: "application/vnd.citationstyles.csl+json",
    purpose: "A bibliography entry for each statement, for Zotero, Pandoc and citation processors.",
    write,
};

fn write(export: Export<'_>) -> String {
    let items: Vec<Value> =
        export.statements.iter().map(|&id| item(reference(export, id), export.data.title)).collect();
    format!("{:#}\n", Value::Array(items))
}

fn item(reference: Reference, briefing: &str) -> Value {
    let mut item = Map::new();
    let mut put = |key: &str, value: Value| item.insert(key.to_owned(), value);
    put("id", reference.key.into());
    put("type", "article-newspaper".into());
    put("title", reference.title.into());
    if let Some(outlet) = reference.outlet {
        put("container-title", outlet.into());
    }
    if let Some(date) = reference.published {
        put("issued", self::date(date));
    }
    put("URL", reference.url.into());
    put("accessed", self::date(reference.accessed));
    if let Some(url) = reference.archived {
        put("archive", host(url).into());
        put("archive_location", url.into());
    }
    put("language", reference.language.into());
    if !reference.keywords.is_empty() {
        put("keyword", reference.keywords.join(", ").into());
    }
    put("abstract", reference.quote.into());
    put("note", reference.note.into());
    put("source", briefing.into());
    Value::Object(item)
}

/// The host of an address.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

fn date(date: Date) -> Value {
    match date {
        Date::On(entry) => json!({ "date-parts": [parts(entry)] }),
        Date::Between(from, to) => json!({ "date-parts": [parts(from), parts(to)] }),
        Date::By(entry) | Date::From(entry) | Date::UnknownStart(entry) | Date::UnknownEnd(entry) => {
            json!({ "date-parts": [parts(entry)], "circa": true, "literal": words::date(date) })
        }
    }
}

/// Year, month and day, as far as they are known.
fn parts(entry: Calendar) -> Vec<u16> {
    let known = [entry.year, entry.month.into(), entry.day.into()].into_iter();
    known.enumerate().take_while(|&(place, part)| place == 0 || part > 0).map(|(_, part)| part).collect()
}

#[cfg(test)]
mod tests {
    // CSL-JSON, read by citationberg, the reader that Typst's bibliographies use.

    use citationberg::json::{DateValue, Item, Value};
    use query::Shared;

    use super::*;
    use crate::testing::{all, hostile, ids, published, whole};

    fn read(data: Shared) -> Vec<Item> {
        serde_json::from_str(&whole(data, &FORMAT).text).unwrap()
    }

    fn text(item: &Item, key: &str) -> Option<String> {
        item.0.get(key).map(|value| value.to_str().unwrap_or_else(|| panic!("{key} is a text")).into_owned())
    }

    /// Year, month and day of both ends, as far as they are given.
    fn date(item: &Item, key: &str) -> Option<String> {
        match item.0.get(key)? {
            Value::Date(DateValue::DateParts { date_parts, literal, circa, .. }) => {
                Some(format!("{date_parts:?} {literal:?} {circa}"))
            }
            other => panic!("{other:?} is no date"),
        }
    }

    #[test]
    fn every_statement_is_an_item_with_its_words() {
        for data in all() {
            let items = read(data);
            assert_eq!(items.len(), ids(data).len());
            for (id, item) in ids(data).into_iter().zip(&items) {
                let statement = data.statement(id);
                let document = data.document(statement.document);
                assert_eq!(item.type_().unwrap(), "article-newspaper");
                assert_eq!(item.id().unwrap(), format!("{}:{}", document.slug, statement.slug));
                assert_eq!(text(item, "title").unwrap(), document.title);
                assert_eq!(text(item, "abstract").unwrap(), data.content(id));
                assert_eq!(text(item, "language").unwrap(), document.language);
                assert_eq!(
                    text(item, "container-title").as_deref(),
                    document.outlet.map(|outlet| data.actor(outlet).name)
                );
                let topics: Vec<_> = statement.topics.iter().map(|&topic| data.topic(topic).name).collect();
                assert_eq!(text(item, "keyword").unwrap_or_default(), topics.join(", "));
                let (url, note) = (text(item, "URL").unwrap(), text(item, "note").unwrap());
                assert!(document.url.is_none_or(|known| known == url) && url.starts_with("https://"), "{url}");
                assert!(note.contains(statement.slug) && !note.contains('\n') && note.starts_with("Chain: "), "{note}");
                let retrieved = document.url.and(document.provenance().retrieved);
                assert!(date(item, "accessed").unwrap().contains(retrieved.map_or("2026", |_| "2021")));
                assert_eq!(text(item, "archive_location").as_deref(), document.provenance().archived);
                let host = document.provenance().archived.map(|_| "archive.example");
                assert_eq!(text(item, "archive").as_deref(), host);
            }
        }
    }

    #[test]
    fn dates_are_parts_of_one_or_two_days() {
        for (written, parts) in [
            ("2021", r#"[{"date-parts":[[2021]]}]"#),
            ("2021-10", r#"[{"date-parts":[[2021,10]]}]"#),
            ("2021-12-18", r#"[{"date-parts":[[2021,12,18]]}]"#),
            ("2021-12-11/2021-12", r#"[{"date-parts":[[2021,12,11],[2021,12]]}]"#),
            ("../2021-12-18", r#"[{"circa":true,"date-parts":[[2021,12,18]],"literal":"by 18 December 2021"}]"#),
            ("2022-01/..", r#"[{"circa":true,"date-parts":[[2022,1]],"literal":"from January 2022 on"}]"#),
            (
                "/2021-12-18",
                r#"[{"circa":true,"date-parts":[[2021,12,18]],"literal":"until 18 December 2021, beginning unknown"}]"#,
            ),
            ("2022-01/", r#"[{"circa":true,"date-parts":[[2022,1]],"literal":"since January 2022, end unknown"}]"#),
        ] {
            let data = published(Some(written));
            let plain: serde_json::Value = serde_json::from_str(&whole(data, &FORMAT).text).unwrap();
            assert_eq!(serde_json::json!([plain[0]["issued"]]).to_string(), parts);
            assert!(date(&read(data)[0], "issued").unwrap().contains("2021") || written.starts_with("2022"));
        }
        assert_eq!(date(&read(published(None))[0], "issued"), None);
    }

    #[test]
    fn nobody_who_speaks_is_made_an_author() {
        for item in read(hostile()) {
            assert!(!item.0.contains_key("author"));
        }
    }
}
