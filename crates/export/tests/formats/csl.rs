//! CSL-JSON, read by citationberg, the reader that Typst's bibliographies use.

use citationberg::json::{DateValue, Item, Value};
use export::Format;
use query::Shared;

use crate::support::{all, hostile, ids, published, whole};

fn read(data: Shared) -> Vec<Item> {
    serde_json::from_str(&whole(data, Format::CslJson).text).unwrap()
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
            assert_eq!(text(item, "container-title").as_deref(), document.outlet.map(|outlet| data.actor(outlet).name));
            let topics: Vec<_> = statement.topics.iter().map(|&topic| data.topic(topic).name).collect();
            assert_eq!(text(item, "keyword").unwrap_or_default(), topics.join(", "));
            let (url, note) = (text(item, "URL").unwrap(), text(item, "note").unwrap());
            assert!(document.url.is_none_or(|known| known == url) && url.starts_with("https://"), "{url}");
            assert!(note.contains(statement.slug) && !note.contains('\n') && note.starts_with("Chain: "), "{note}");
            assert!(date(item, "accessed").unwrap().contains("2026"));
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
        let plain: serde_json::Value = serde_json::from_str(&whole(data, Format::CslJson).text).unwrap();
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
