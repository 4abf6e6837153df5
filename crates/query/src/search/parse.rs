//! The parser of queries; the grammar is in the head of [`search`](super).

use corpus::text;

use super::item::{Condition, Item, Word};
use super::phrase::Phrase;

/// Quotation marks of all languages. Which one opens depends on the language, so any closes any.
const QUOTES: [char; 18] =
    ['"', '“', '”', '„', '‟', '«', '»', '‹', '›', '「', '」', '『', '』', '《', '》', '＂', '〝', '〟'];

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
        let without = rest.strip_prefix(['-', '－']).filter(|_| after_space);
        let excluded = without.is_some();
        rest = without.unwrap_or(rest);
        after_space = false;
        if let Some(quoted) = rest.strip_prefix(QUOTES) {
            let inside;
            (inside, rest) = quoted.split_at(end(quoted, is_quote).unwrap_or(quoted.len()));
            let closed = rest.strip_prefix(QUOTES);
            rest = closed.unwrap_or_default();
            push_phrase(&mut items, inside, excluded, closed.is_none());
        } else {
            let word;
            (word, rest) = rest.split_at(chunk_end(rest));
            push_words(&mut items, word, excluded, rest.is_empty());
        }
    }
}

/// The end of what is typed without white space. A number may have spaces between its groups.
fn chunk_end(text: &str) -> usize {
    let first = text::words(text).next().map(|word| word.range).filter(|range| range.start == 0);
    let number = first.and_then(|range| {
        let grouped = text[range.clone()].chars().any(char::is_whitespace).then_some(range.end);
        grouped.or_else(|| text::spaced_number_end(text, range.start, range.end))
    });
    let from = number.unwrap_or_default();
    end(&text[from..], |c| c.is_whitespace() || is_quote(c)).map_or(text.len(), |end| from + end)
}

fn is_quote(c: char) -> bool {
    QUOTES.contains(&c)
}

/// The index of the first character of some kind that is not part of a Hebrew acronym, such as צה"ל.
fn end(text: &str, ends: impl Fn(char) -> bool) -> Option<usize> {
    let hebrew = |c: char| matches!(c, 'א'..='ת');
    let acronym = |at: usize, c: char| text[..at].ends_with(hebrew) && text[at + c.len_utf8()..].starts_with(hebrew);
    text.char_indices().find(|&(at, c)| ends(c) && !(is_quote(c) && acronym(at, c))).map(|(at, _)| at)
}

fn push_phrase(items: &mut Vec<Item>, text: &str, excluded: bool, open: bool) {
    let Some(mut phrase) = Phrase::of(text) else { return };
    let end = text::words(text).last().map_or(0, |word| word.range.end);
    phrase.unfinished =
        open && !excluded && end == text.len() && phrase.words.last().is_some_and(|word| may_be_prefix(word));
    items.push(Item { excluded, condition: Condition::Phrase(phrase) });
}

fn push_words(items: &mut Vec<Item>, text: &str, excluded: bool, last: bool) {
    let words: Vec<text::Word> = text::words(text).collect();
    if let Some(end) = words.first().and_then(|word| text::spaced_number_end(text, word.range.start, word.range.end)) {
        let parts: Vec<String> = text[..end].split(' ').map(text::fold).collect();
        let (typed, folded) = (text[..end].to_owned(), parts.concat());
        let condition = Condition::Word(Word {
            typed,
            folded,
            unfinished: last && !excluded && end == text.len(),
            ..Word::default()
        });
        items.push(Item { excluded, condition });
        return push_words(items, &text[end..], excluded, last);
    }
    if excluded && words.len() > 1 {
        // `-Nur-Sultan` excludes the city, not everybody who is called Sultan.
        return push_phrase(items, text, true, false);
    }
    let mut from = 0;
    let mut elided = None;
    while from < words.len() {
        let joined = words[from..].windows(2).take_while(|pair| stand_together(text, &pair[0], &pair[1])).count();
        let range = words[from].range.start..words[from + joined].range.end;
        let kind = words[from].kind;
        from += joined + 1;
        if kind == text::WordKind::Elided && from < words.len() {
            elided.get_or_insert(range.start);
            continue;
        }
        let unfinished = last && range.end == text.len();
        let typed = &text[range.clone()];
        let several = joined > 0 || text::terms(typed).nth(1).is_some();
        if several {
            push_phrase(items, typed, excluded, unfinished);
        } else {
            let folded = text::fold(typed);
            let joined = elided.map(|start| text::fold(&text[start..range.end]));
            let parts = text::ambiguous_number_parts(typed).map(text::fold).collect();
            let unfinished = unfinished && !excluded && may_be_prefix(&folded);
            items.push(Item {
                excluded,
                condition: Condition::Word(Word { typed: typed.to_owned(), folded, joined, parts, unfinished }),
            });
        }
        elided = None;
    }
}

/// Whether two words that follow each other are typed as one: characters of scripts without spaces, or numbers with
/// their decimals.
fn stand_together(text: &str, one: &text::Word, other: &text::Word) -> bool {
    let between = &text[one.range.end..other.range.start];
    let units = one.kind == text::WordKind::Unspaced || other.kind == text::WordKind::Unspaced;
    let digit = |end: Option<char>| end.is_some_and(char::is_numeric);
    let decimals = matches!(between, "." | "," | "，" | "．")
        && digit(text[one.range.clone()].chars().next_back())
        && digit(text[other.range.clone()].chars().next());
    units && between.is_empty() || decimals
}

/// Whether a word at the end may be a prefix. A single digit is more often meant as it is (`C5 + 1`), and too much
/// begins with it.
fn may_be_prefix(word: &str) -> bool {
    !matches!(word.as_bytes(), [b'0'..=b'9'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::Query;

    /// The items in short: `!` excluded, `…` unfinished, phrases in brackets.
    fn read(text: &str) -> String {
        let shown = |item: &Item| {
            let not = if item.excluded { "!" } else { "" };
            let (asked, unfinished) = match &item.condition {
                Condition::Word(word) => (word.folded.clone(), word.unfinished),
                Condition::Phrase(phrase) => (format!("[{}]", phrase.words.join(" ")), phrase.unfinished),
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
            ("处理厂 的", "[处 理 厂] 的…"),
            ("ABC社", "[abc 社]…"),
            ("「浄水場」", "[浄 水 場]"),
            ("－水", "!水"),
            ("20,000 20 000 t", "20000 20000 t…"),
            ("20 000", "20000…"),
            ("1.5 24.12.2021", "[1 5] [24 12 2021]…"),
            ("l’eau d’", "eau d"),
            ("צה\"ל \"צה\"ל\"", "צהל [צהל]"),
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
        let [Item { condition: Condition::Word(Word { typed, folded, .. }), .. }] = &items("«»Erdoğan’s")[..]
        else {
            panic!("one word")
        };
        assert_eq!((typed.as_str(), folded.as_str()), ("Erdoğan", "erdogan"));
    }
}
