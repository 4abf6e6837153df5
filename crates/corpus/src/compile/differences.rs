//! In what a passage and a quote differ, in sentences, with characters named where a reader could not tell them apart.

use std::collections::BTreeSet;

use unicode_segmentation::UnicodeSegmentation;

use super::alike::{Folded, Lookalikes, Trait};
use super::characters::{all_described, described, toml_string};

/// How many different letters are named; from so many a person sees what has happened.
const NAMED: usize = 3;

/// In what two texts differ that are the same when folded, in sentences.
pub(super) fn differences(text: &str, quote: &str, lookalikes: Lookalikes) -> String {
    let quote = quote.trim();
    let differ = |kept: Trait| {
        let folded = |of: &str| Folded::new(of, Some(kept), lookalikes);
        folded(text).text() != folded(quote).text()
    };
    let pairs = Folded::new(text, None, lookalikes).pairs(text, &Folded::new(quote, None, lookalikes), quote);
    let said: Vec<String> = Trait::ALL
        .into_iter()
        .filter(|&kept| differ(kept))
        .map(|kept| describe(kept, text, quote, &pairs, lookalikes))
        .collect();
    if said.is_empty() {
        "it only differs in the white space around it".to_owned()
    } else {
        format!("only {}", said.join("; "))
    }
}

fn describe(kept: Trait, text: &str, quote: &str, pairs: &[(&str, &str)], lookalikes: Lookalikes) -> String {
    let set = |of: &str| -> BTreeSet<char> { of.chars().filter(|&c| Trait::of(c) == Some(kept)).collect() };
    let list = |of: &str| set(of).iter().map(char::to_string).collect::<Vec<_>>().join(" ");
    let marks = |what: &str| match (list(text), list(quote)) {
        (has, given) if given.is_empty() => format!("{what} differ: the text has {has}"),
        (has, given) if has.is_empty() => format!("{what} differ: the text does not have {given}"),
        (has, given) => format!("{what} differ: the text has {has}, the quote {given}"),
    };
    let letters = |what: &str| {
        let folded = |of: &str| Folded::new(of, Some(kept), lookalikes);
        let parts = pairs.iter().filter(|(text, quote)| folded(text).text() != folded(quote).text());
        let parts: BTreeSet<(&str, &str)> = parts.map(|&(text, quote)| (text, quote)).collect();
        let named = parts.iter().take(NAMED).map(|(text, quote)| letter(text, quote));
        let mut said = format!("{what}: {}", named.collect::<Vec<_>>().join(", "));
        if parts.len() > NAMED {
            said.push_str(", and others");
        }
        said
    };
    match kept {
        Trait::QuotationMarks => marks("quotation marks or apostrophes"),
        Trait::Dashes => marks("dashes"),
        Trait::Capitals => "capital letters differ".to_owned(),
        Trait::Composition => letters("the composition of letters differs (composed or decomposed)"),
        Trait::Compatibility => letters("compatibility forms differ (ligatures, full-width forms and the like)"),
        Trait::Lookalikes => letters("letters differ that look alike"),
        Trait::Hidden => {
            let names = |of: &str| set(of).into_iter().map(described).collect::<Vec<_>>().join(", ");
            let what = "characters differ that do not show";
            match (names(text), names(quote)) {
                (has, given) if given.is_empty() => format!("{what}: the text has {has}, the quote does not"),
                (has, given) if has.is_empty() => format!("{what}: the quote has {given}, the text does not"),
                (has, given) if has == given => format!("{what}: {has} stands in other places"),
                (has, given) => format!("{what}: the text has {has}, the quote {given}"),
            }
        }
        Trait::WhiteSpace => white_space(text, pairs),
    }
}

/// "“é” is U+0065 …, U+0301 … in the text and U+00E9 … in the quote".
fn letter(text: &str, quote: &str) -> String {
    match (text.is_ascii(), quote.is_ascii()) {
        (false, true) if text.chars().count() == 1 && quote.len() > 1 => {
            format!("the text has “{text}” ({}) where the quote has “{quote}”", all_described(text))
        }
        (true, false) if quote.chars().count() == 1 && text.len() > 1 => {
            format!("the text has “{text}” where the quote has “{quote}” ({})", all_described(quote))
        }
        _ => format!(
            "the text has “{text}” ({}) where the quote has “{quote}” ({})",
            all_described(text),
            all_described(quote)
        ),
    }
}

fn white_space(text: &str, pairs: &[(&str, &str)]) -> String {
    let differing = pairs.iter().filter(|(text, quote)| {
        text != quote && (text.contains(char::is_whitespace) || quote.contains(char::is_whitespace))
    });
    let stretches = differing.map(|(text, _)| *text);
    let mut has: Vec<String> = Vec::new();
    let mut add = |what: String| {
        if !has.contains(&what) {
            has.push(what);
        }
    };
    for stretch in stretches {
        for cluster in stretch.graphemes(true).filter(|cluster| cluster.chars().all(char::is_whitespace)) {
            match cluster {
                "\n" | "\r\n" | "\r" => {
                    let escape = toml_string(cluster);
                    add(format!("a line break ({} in \"…\")", escape.trim_matches('"')));
                }
                " " => {}
                other => add(all_described(other)),
            }
        }
    }
    if text.contains("  ") {
        add("two spaces in a row".to_owned());
    }
    if has.is_empty() {
        "white space differs: the text has single spaces".to_owned()
    } else {
        format!("white space differs: the text has {}", has.join(", "))
    }
}

/// Where the wording of a passage and a quote part, in words, and in characters where words are the same.
pub(super) fn wording(passage: &str, wanted: &str) -> String {
    let left: Vec<&str> = passage.split_whitespace().collect();
    let right: Vec<&str> = wanted.split_whitespace().collect();
    let same = |(a, b): &(&&str, &&str)| bare(a) == bare(b);
    let head = left.iter().zip(&right).take_while(same).count();
    let tail = left[head..].iter().rev().zip(right[head..].iter().rev()).take_while(same).count();
    let there = left[head..left.len() - tail].join(" ");
    let here = right[head..right.len() - tail].join(" ");
    match (there.is_empty(), here.is_empty()) {
        _ if there.len() + here.len() > 160 => "its wording is another; copy the quote from the text".to_owned(),
        (true, true) => characters(passage, wanted).unwrap_or_else(|| "copy the quote from the text".to_owned()),
        (true, false) => format!("the text does not have \"{here}\" there"),
        (false, true) => format!("the text also has \"{there}\" there"),
        (false, false) => {
            let words = format!("the text reads \"{there}\" where the quote has \"{here}\"");
            match characters(&there, &here).filter(|_| !there.is_ascii() || !here.is_ascii()) {
                Some(characters) => format!("{words}: {characters}"),
                None => words,
            }
        }
    }
}

/// A word without the punctuation around it, unless it is nothing else.
fn bare(word: &str) -> &str {
    let bare =
        word.trim_matches(|c: char| c.is_ascii_punctuation() || matches!(Trait::of(c), Some(Trait::QuotationMarks)));
    if bare.is_empty() { word } else { bare }
}

/// The characters in which two texts differ, where these are few.
fn characters(passage: &str, wanted: &str) -> Option<String> {
    const MOST: usize = 4;
    let left: Vec<&str> = passage.graphemes(true).collect();
    let right: Vec<&str> = wanted.graphemes(true).collect();
    let head = left.iter().zip(&right).take_while(|(a, b)| a == b).count();
    let tail = left[head..].iter().rev().zip(right[head..].iter().rev()).take_while(|(a, b)| a == b).count();
    let (there, here) = (left[head..left.len() - tail].concat(), right[head..right.len() - tail].concat());
    let shown = |text: &str| format!("“{text}” ({})", all_described(text));
    if there.chars().count() > MOST || here.chars().count() > MOST {
        return None;
    }
    match (there.is_empty(), here.is_empty()) {
        (true, true) => None,
        (true, false) => Some(format!("the text does not have {} there", shown(&here))),
        (false, true) => Some(format!("the text also has {} there", shown(&there))),
        (false, false) => Some(format!("the text has {} where the quote has {}", shown(&there), shown(&here))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(text: &str, wanted: &str) -> Option<(String, String)> {
        Lookalikes::ALL.into_iter().find_map(|lookalikes| {
            let range = Folded::new(text, None, lookalikes).find(wanted, lookalikes)?;
            let passage = text[range].to_owned();
            let difference = differences(&passage, wanted, lookalikes);
            Some((passage, difference))
        })
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
            (
                "the\r\nministry",
                "the\nministry",
                "the\r\nministry",
                "only white space differs: the text has a line break (\\r\\n in \"…\")",
            ),
            ("5\u{a0}km", "5 km", "5\u{a0}km", "only white space differs: the text has U+00A0 NO-BREAK SPACE"),
            ("no  bases", "no bases", "no  bases", "only white space differs: the text has two spaces in a row"),
            ("no bases", "no  bases", "no bases", "only white space differs: the text has single spaces"),
            ("The Pentagon", "the pentagon", "The Pentagon", "only capital letters differ"),
            (
                "co\u{ad}operate",
                "cooperate",
                "co\u{ad}operate",
                "only characters differ that do not show: the text has U+00AD SOFT HYPHEN, the quote does not",
            ),
            (
                "I ❤\u{fe0f} it",
                "I ❤ it",
                "I ❤\u{fe0f} it",
                "only characters differ that do not show: the text has U+FE0F VARIATION SELECTOR-16, the quote does not",
            ),
            (
                "I ❤ it",
                "I ❤\u{fe0f} it",
                "I ❤ it",
                "only characters differ that do not show: the quote has U+FE0F VARIATION SELECTOR-16, the text does not",
            ),
            (
                "the cafe\u{301}",
                "the café",
                "the cafe\u{301}",
                "only the composition of letters differs (composed or decomposed): the text has “e\u{301}” (U+0065 LATIN \
                 SMALL LETTER E, U+0301 COMBINING ACUTE ACCENT) where the quote has “é” (U+00E9 LATIN SMALL LETTER E \
                 WITH ACUTE)",
            ),
            (
                "its ﬁnal offer",
                "its final offer",
                "its ﬁnal offer",
                "only compatibility forms differ (ligatures, full-width forms and the like): the text has “ﬁ” (U+FB01 \
                 LATIN SMALL LIGATURE FI) where the quote has “fi”",
            ),
            (
                "ＡＢ",
                "AB",
                "ＡＢ",
                "only compatibility forms differ (ligatures, full-width forms and the like): the text has “Ａ” (U+FF21 \
                 FULLWIDTH LATIN CAPITAL LETTER A) where the quote has “A” (U+0041 LATIN CAPITAL LETTER A), the text has \
                 “Ｂ” (U+FF22 FULLWIDTH LATIN CAPITAL LETTER B) where the quote has “B” (U+0042 LATIN CAPITAL LETTER B)",
            ),
            (
                "pe\u{430}ce",
                "peace",
                "pe\u{430}ce",
                "only letters differ that look alike: the text has “\u{430}” (U+0430 CYRILLIC SMALL LETTER A) where the \
                 quote has “a” (U+0061 LATIN SMALL LETTER A)",
            ),
            (
                "\u{412}ank",
                "Bank",
                "\u{412}ank",
                "only letters differ that look alike: the text has “\u{412}” (U+0412 CYRILLIC CAPITAL LETTER VE) where the \
                 quote has “B” (U+0042 LATIN CAPITAL LETTER B)",
            ),
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
        let (_, difference) = find("the cafe\u{301} \u{440}ays", "the café pays").expect("a passage");
        assert!(difference.contains("composition") && difference.contains("CYRILLIC SMALL LETTER ER"), "{difference}");
    }

    #[test]
    fn composition_is_told_in_every_script() {
        for (composed, decomposed) in [
            ("한국", "\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}"),
            ("й", "и\u{306}"),
            ("آ", "ا\u{653}"),
            ("が", "か\u{3099}"),
            ("ऩ", "न\u{93C}"),
            ("ậ", "a\u{323}\u{302}"),
        ] {
            for (text, quote) in [(composed, decomposed), (decomposed, composed)] {
                let (passage, difference) = find(text, quote).expect("a passage");
                assert_eq!(passage, text);
                assert!(difference.starts_with("only the composition of letters differs"), "{difference}");
            }
        }
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
        // Half of a letter is not that letter.
        assert_eq!(find("que pago\u{301}", "que pago"), None);
        assert_eq!(find("ﬁnal", "f"), None);
    }

    #[test]
    fn characters_are_named_where_words_are_the_same() {
        assert_eq!(
            wording("they met ☎ today", "they met ☏ today"),
            "the text reads \"☎\" where the quote has \"☏\": the text has “☎” (U+260E BLACK TELEPHONE) where the quote has \
             “☏” (U+260F WHITE TELEPHONE)"
        );
        assert_eq!(wording("they met, today", "they met today"), "the text also has “,” (U+002C COMMA) there");
    }

    proptest::proptest! {
        #[test]
        fn pairs_cover_both_texts(text in "[abé\u{301}\u{ad}ﬁ \r\n\u{430}“-]{0,20}", wanted in "[abefi\u{301} '\u{430}-]{0,12}") {
            for lookalikes in Lookalikes::ALL {
                let folded = Folded::new(&text, None, lookalikes);
                if let Some(range) = folded.find(&wanted, lookalikes) {
                    let (passage, quote) = (&text[range], wanted.trim());
                    let (left, right) = (Folded::new(passage, None, lookalikes), Folded::new(quote, None, lookalikes));
                    proptest::prop_assert_eq!(left.text(), right.text());
                    let pairs = left.pairs(passage, &right, quote);
                    proptest::prop_assert_eq!(pairs.iter().map(|pair| pair.0).collect::<String>(), passage);
                    proptest::prop_assert_eq!(pairs.iter().map(|pair| pair.1).collect::<String>(), quote);
                }
            }
        }
    }
}
