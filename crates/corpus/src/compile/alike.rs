//! Texts with the differences left out that a keyboard or a program makes: the shape of quotation marks and dashes,
//! white space, capitals, characters that do not show.

use std::collections::BTreeSet;
use std::ops::Range;

/// One way in which two texts that read alike differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trait {
    QuotationMarks,
    Dashes,
    WhiteSpace,
    Capitals,
    Hidden,
}

impl Trait {
    const ALL: [Trait; 5] = [Trait::QuotationMarks, Trait::Dashes, Trait::WhiteSpace, Trait::Capitals, Trait::Hidden];

    /// The trait that a character shows, other than being a capital.
    fn of(c: char) -> Option<Trait> {
        match c {
            '"' | '\'' | '`' | '´' | '«' | '»' | '‹' | '›' | '‘'..='‟' | '′' | '″' | 'ʹ'..='ʼ' => {
                Some(Trait::QuotationMarks)
            }
            '-' | '‐'..='―' | '−' => Some(Trait::Dashes),
            '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' => Some(Trait::Hidden),
            _ if c.is_whitespace() => Some(Trait::WhiteSpace),
            _ => None,
        }
    }
}

/// A text with its traits left out, and where each of its bytes comes from.
#[derive(Debug)]
pub(super) struct Folded {
    text: String,
    /// For each byte of the folded text, and for its end, the byte of the original.
    from: Vec<usize>,
}

impl Folded {
    /// Folds a text, `keep` excepted.
    pub fn new(text: &str, keep: Option<Trait>) -> Self {
        let mut folded = String::with_capacity(text.len());
        let mut from = Vec::with_capacity(text.len() + 1);
        let mut gap = false;
        for (at, c) in text.char_indices() {
            let shown = Trait::of(c);
            let was_gap = std::mem::replace(&mut gap, shown == Some(Trait::WhiteSpace));
            let before = folded.len();
            match shown {
                Some(shown) if Some(shown) == keep => folded.push(c),
                Some(Trait::WhiteSpace) if was_gap => {}
                Some(Trait::WhiteSpace) => folded.push(' '),
                Some(Trait::Hidden) => gap = was_gap,
                Some(Trait::Dashes) => folded.push('-'),
                Some(Trait::QuotationMarks) => folded.push('\''),
                _ if keep == Some(Trait::Capitals) => folded.push(c),
                _ => folded.extend(c.to_lowercase()),
            }
            from.resize(from.len() + folded.len() - before, at);
        }
        from.push(text.len());
        Folded { text: folded, from }
    }

    /// Where a text stands in the original, both folded.
    pub fn find(&self, wanted: &str) -> Option<Range<usize>> {
        let wanted = Folded::new(wanted.trim(), None).text;
        if wanted.is_empty() {
            return None;
        }
        let at = self.text.find(&wanted)?;
        let range = self.from[at]..self.from[at + wanted.len()];
        // Part of a letter that folds to several is nothing to show.
        (!range.is_empty()).then_some(range)
    }
}

/// In what two texts differ that are the same when folded, in sentences.
pub(super) fn differences(text: &str, quote: &str) -> String {
    let quote = quote.trim();
    let differ = |&kept: &Trait| Folded::new(text, Some(kept)).text != Folded::new(quote, Some(kept)).text;
    let said: Vec<String> = Trait::ALL.into_iter().filter(differ).map(|kept| describe(kept, text, quote)).collect();
    if said.is_empty() {
        "it only differs in the white space around it".to_owned()
    } else {
        format!("only {}", said.join("; "))
    }
}

fn describe(kept: Trait, text: &str, quote: &str) -> String {
    let set = |of: &str| -> BTreeSet<char> { of.chars().filter(|&c| Trait::of(c) == Some(kept)).collect() };
    let list = |of: &str| set(of).iter().map(char::to_string).collect::<Vec<_>>().join(" ");
    let marks = |what: &str| format!("{what} differ: the text has {}, the quote {}", list(text), list(quote));
    match kept {
        Trait::QuotationMarks => marks("quotation marks or apostrophes"),
        Trait::Dashes => marks("dashes"),
        Trait::Capitals => "capital letters differ".to_owned(),
        Trait::Hidden => {
            let hidden: BTreeSet<char> = &set(text) | &set(quote);
            let names: Vec<_> = hidden.iter().map(|&c| format!("U+{:04X}", u32::from(c))).collect();
            format!("characters differ that do not show: {}", names.join(", "))
        }
        Trait::WhiteSpace => {
            let found = set(text);
            let break_ = found.contains(&'\n').then(|| "a line break (\\n in \"…\")".to_owned());
            let special = found.iter().filter(|c| !matches!(c, ' ' | '\n' | '\r'));
            let named = special.map(|&c| format!("U+{:04X}", u32::from(c)));
            let double = text.contains("  ").then(|| "two spaces in a row".to_owned());
            let has: Vec<_> = break_.into_iter().chain(named).chain(double).collect();
            if has.is_empty() {
                "white space differs: the text has single spaces".to_owned()
            } else {
                format!("white space differs: the text has {}", has.join(", "))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(text: &str, wanted: &str) -> Option<(String, String)> {
        let range = Folded::new(text, None).find(wanted)?;
        let passage = text[range].to_owned();
        let difference = differences(&passage, wanted);
        Some((passage, difference))
    }

    #[test]
    fn each_trait_is_named_alone() {
        let cases = [
            (
                "said “no” twice",
                "\"no\"",
                "“no”",
                "only quotation marks or apostrophes differ: the text has “ ”, the quote \"",
            ),
            ("1999–2001", "1999-2001", "1999–2001", "only dashes differ: the text has –, the quote -"),
            (
                "the\nministry",
                "the ministry",
                "the\nministry",
                "only white space differs: the text has a line break (\\n in \"…\")",
            ),
            ("5\u{a0}km", "5 km", "5\u{a0}km", "only white space differs: the text has U+00A0"),
            ("no  bases", "no bases", "no  bases", "only white space differs: the text has two spaces in a row"),
            ("no bases", "no  bases", "no bases", "only white space differs: the text has single spaces"),
            ("The Pentagon", "the pentagon", "The Pentagon", "only capital letters differ"),
            ("co\u{ad}operate", "cooperate", "co\u{ad}operate", "only characters differ that do not show: U+00AD"),
        ];
        for (text, wanted, passage, difference) in cases {
            assert_eq!(find(text, wanted), Some((passage.to_owned(), difference.to_owned())));
        }
    }

    #[test]
    fn two_traits_are_named_both() {
        let (_, difference) = find("“No–one”", "\"no-one\"").expect("a passage");
        assert!(
            difference.contains("quotation marks") && difference.contains("dashes") && difference.contains("capital")
        );
    }

    #[test]
    fn white_space_around_a_quote_is_named() {
        let (passage, difference) = find("no bases", " no bases").expect("a passage");
        assert_eq!(
            (passage.as_str(), difference.as_str()),
            ("no bases", "it only differs in the white space around it")
        );
    }

    #[test]
    fn a_letter_that_folds_to_several_is_taken_whole() {
        assert_eq!(find("İzmir", "i\u{307}zmir").map(|found| found.0).as_deref(), Some("İzmir"));
    }
}
