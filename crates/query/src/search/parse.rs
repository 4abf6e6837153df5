//! Reads the text of a query into its items.

use corpus::text;

use super::{Ask, Item, Phrase};

const QUOTES: [char; 6] = ['"', '“', '”', '„', '«', '»'];

/// The items of a query, in order.
pub(super) fn items(text: &str) -> Vec<Item> {
    let mut items = Vec::new();
    let mut rest = text;
    // A hyphen excludes at the beginning of an item; after a phrase's end it is a hyphen.
    let mut after_space = true;
    loop {
        let trimmed = rest.trim_start();
        after_space |= trimmed.len() < rest.len();
        rest = trimmed;
        if rest.is_empty() {
            return items;
        }
        let excluded = after_space && rest.starts_with('-');
        if excluded {
            rest = &rest[1..];
        }
        after_space = false;
        if let Some(quoted) = rest.strip_prefix(QUOTES) {
            let (inside, closed) =
                quoted.split_once(QUOTES).map_or((quoted, None), |(inside, rest)| (inside, Some(rest)));
            rest = closed.unwrap_or_default();
            push_phrase(&mut items, inside, excluded, closed.is_none());
        } else {
            let end = rest.find(|c: char| c.is_whitespace() || QUOTES.contains(&c)).unwrap_or(rest.len());
            let word;
            (word, rest) = rest.split_at(end);
            push_words(&mut items, word, excluded, rest.is_empty());
        }
    }
}

fn push_phrase(items: &mut Vec<Item>, text: &str, excluded: bool, open: bool) {
    let mut end = 0;
    let mut words = Vec::new();
    for term in text::terms(text) {
        end = term.range.end;
        words.push(term.word);
    }
    if !words.is_empty() {
        let unfinished = open && !excluded && end == text.len() && words.last().is_some_and(|word| may_go_on(word));
        items.push(Item { excluded, ask: Ask::Phrase(Phrase { words, unfinished }) });
    }
}

fn push_words(items: &mut Vec<Item>, text: &str, excluded: bool, last: bool) {
    if excluded && text::words(text).nth(1).is_some() {
        // Without the city, not without everybody who is called Sultan.
        return push_phrase(items, text, true, false);
    }
    for term in text::terms(text) {
        let unfinished = last && !excluded && term.range.end == text.len() && may_go_on(&term.word);
        let typed = text[term.range].to_owned();
        items.push(Item { excluded, ask: Ask::Word { typed, word: term.word, unfinished } });
    }
}

/// Whether a word at the end may be half typed. One digit is more often meant as it stands (`C5 + 1`), and too much
/// begins with it.
fn may_go_on(word: &str) -> bool {
    !matches!(word.as_bytes(), [b'0'..=b'9'])
}

#[cfg(test)]
mod tests {
    use super::super::Query;
    use super::*;

    /// The items in short: `!` excluded, `…` unfinished, phrases in brackets.
    fn read(text: &str) -> String {
        let shown = |item: &Item| {
            let not = if item.excluded { "!" } else { "" };
            let (asked, unfinished) = match &item.ask {
                Ask::Word { word, unfinished, .. } => (word.clone(), *unfinished),
                Ask::Phrase(phrase) => (format!("[{}]", phrase.words.join(" ")), phrase.unfinished),
            };
            format!("{not}{asked}{}", if unfinished { "…" } else { "" })
        };
        items(text).iter().map(shown).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn words_phrases_and_exclusions_are_told_apart() {
        for (text, expected) in [
            ("", ""),
            (" \u{a0} - -- \"\" “” ?! ", ""),
            ("bases", "bases…"),
            ("bases ", "bases"),
            ("US bases,", "us bases"),
            ("Russia’s", "russia"),
            ("Nur-Sultan C5+1", "nur sultan c5 1"),
            ("\"military bases\" US", "[military bases] us…"),
            ("“Military Bases”", "[military bases]"),
            ("-base -\"military base\"", "!base ![military base]"),
            ("a -Nur-Sultan", "a ![nur sultan]"),
            ("-base", "!base"),
            ("\"military ba", "[military ba]…"),
            ("\"military ", "[military]"),
            ("-\"military ba", "![military ba]"),
            ("one\"two three\"four", "one [two three] four…"),
            ("\"two three\"-four", "[two three] four…"),
            ("2022 - 2023", "2022 2023…"),
            ("\"C5 + 1", "[c5 1]"),
            ("--base", "!base"),
        ] {
            assert_eq!(read(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_query_without_words_asks_for_everything() {
        assert!(Query::parse("").is_empty());
        assert!(Query::parse(" - “…” ").is_empty());
        assert!(!Query::parse("-x").is_empty());
    }

    #[test]
    fn a_word_is_remembered_as_it_was_typed() {
        let [Item { ask: Ask::Word { typed, word, .. }, .. }] = &items("«»Erdoğan’s")[..] else {
            panic!("one word")
        };
        assert_eq!((typed.as_str(), word.as_str()), ("Erdoğan", "erdogan"));
    }
}
