//! Strings and lists as TOML, and strings out of the JSON of the coding.

use serde_json::Value;

/// A string as TOML: what JSON escapes, TOML reads.
pub fn string(text: &str) -> String {
    Value::from(text).to_string()
}

pub fn list(texts: &[String]) -> String {
    let texts: Vec<String> = texts.iter().map(|text| string(text)).collect();
    format!("[{}]", texts.join(", "))
}

/// One quote, or a list of several.
pub fn joined(quotes: &[String]) -> String {
    if let [quote] = quotes { quote.clone() } else { format!("[{}]", quotes.join(", ")) }
}

/// The strings of a list; none of anything else.
pub fn strings(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}
