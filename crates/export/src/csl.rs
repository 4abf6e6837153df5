//! CSL-JSON: input of citation processors, after the schema `csl-data.json` of CSL 1.0.2
//! (<https://github.com/citation-style-language/schema>), as Zotero and Pandoc read it.
//!
//! Dates are `date-parts`; an interval has two. An interval with an open or an unknown end has the one that is
//! known, marked as `circa`, and the words in `literal`, which tell the two apart. Processors take `<i>` and its like in these texts for formatting; the format knows
//! no way to prevent that, so a document's `<b>` stays as it is.

use corpus::Date;
use corpus::date::Calendar;
use query::words;
use serde_json::{Map, Value, json};

use crate::Export;
use crate::reference::{Reference, reference};

pub fn write(export: Export<'_>) -> String {
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
        put("issued", issued(date));
    }
    put("URL", reference.url.into());
    put("accessed", json!({ "date-parts": [parts(reference.accessed)] }));
    put("language", reference.language.into());
    if !reference.keywords.is_empty() {
        put("keyword", reference.keywords.join(", ").into());
    }
    put("abstract", reference.quote.into());
    put("note", reference.note.into());
    put("source", briefing.into());
    Value::Object(item)
}

fn issued(date: Date) -> Value {
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
