//! Metadata of articles in JSON-LD, in the vocabulary of schema.org.

use serde_json::Value;

/// How deep an article is searched: in a graph, in a list, in the page that it is the subject of.
const MAX_DEPTH: usize = 6;

/// What JSON-LD says of an article.
#[derive(Debug, Default)]
pub(super) struct Article {
    pub headline: Option<String>,
    pub published: Option<String>,
    pub authors: Option<String>,
    pub publisher: Option<String>,
    pub language: Option<String>,
    pub url: Option<String>,
}

/// The first article in JSON-LD; `None` if there is none.
pub(super) fn article(json: &str) -> Option<Article> {
    let value: Value = serde_json::from_str(json.trim()).ok()?;
    let article = find(&value, MAX_DEPTH)?;
    Some(Article {
        headline: text(&article["headline"]).or_else(|| text(&article["name"])),
        published: text(&article["datePublished"]),
        authors: names(&article["author"]),
        publisher: names(&article["publisher"]),
        language: text(&article["inLanguage"]).or_else(|| text(&article["inLanguage"]["alternateName"])),
        url: text(&article["url"])
            .or_else(|| text(&article["mainEntityOfPage"]))
            .or_else(|| text(&article["mainEntityOfPage"]["@id"])),
    })
}

fn find(value: &Value, depth: usize) -> Option<&Value> {
    if depth == 0 {
        return None;
    }
    match value {
        Value::Array(values) => values.iter().find_map(|value| find(value, depth - 1)),
        Value::Object(object) => {
            let is_article = |kind: &Value| {
                kind.as_str().is_some_and(|kind| {
                    kind.ends_with("Article") || kind.ends_with("BlogPosting") || kind.ends_with("Report")
                })
            };
            let is_article = object.get("@type").is_some_and(|kind| {
                is_article(kind) || kind.as_array().is_some_and(|kinds| kinds.iter().any(is_article))
            });
            if is_article {
                return Some(value);
            }
            ["@graph", "mainEntity", "mainEntityOfPage"].iter().find_map(|key| find(object.get(*key)?, depth - 1))
        }
        _ => None,
    }
}

fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

/// The name of a person or an organisation, or the names of several.
fn names(value: &Value) -> Option<String> {
    match value {
        Value::String(name) => Some(name.clone()),
        Value::Object(_) => text(&value["name"]).or_else(|| names(&value["name"][0])),
        Value::Array(values) => {
            let names: Vec<String> = values
                .iter()
                .take(20)
                .filter_map(|value| match value {
                    Value::Array(_) => None,
                    other => names(other),
                })
                .collect();
            (!names.is_empty()).then(|| names.join(", "))
        }
        _ => None,
    }
}
