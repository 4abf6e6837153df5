//! The name of the window as words with spaces between them. The page stores nothing about its readers; what has to
//! outlive a reload is a word here, and ends with the tab. Browsers keep the name from pages of other origins.

use leptos::prelude::window;

use crate::by_name::{get, set};

const NAME: &str = "name";

fn name() -> String {
    get(&window(), NAME).and_then(|name| name.as_string()).unwrap_or_default()
}

/// The first word that begins like this.
pub fn find(begin: &str) -> Option<String> {
    name().split_ascii_whitespace().find(|word| word.starts_with(begin)).map(str::to_owned)
}

/// Puts a word in the place of those that begin like this; without a word, removes them. Other words stay.
pub fn replace(begin: &str, word: Option<&str>) {
    let before = name();
    let words = before.split_ascii_whitespace().filter(|word| !word.starts_with(begin)).chain(word);
    let after = words.collect::<Vec<_>>().join(" ");
    if after != before {
        set(&window(), NAME, &after.into());
    }
}
