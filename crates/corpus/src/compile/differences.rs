//! Descriptions of the differences between a passage and a quote, with code points and names of characters that a
//! reader could not tell apart.

use std::collections::BTreeSet;

use unicode_segmentation::UnicodeSegmentation;

use super::characters::{describe_char, describe_chars, toml_string};
use super::equivalence::{Confusables, Difference, FoldedText};

/// The number of different letters that are described; more would not make the difference any clearer.
const MAX_LETTERS: usize = 3;

/// Describes how two equivalent texts differ; see [`super::equivalence`].
pub(super) fn describe_differences(text: &str, quote: &str, confusables: Confusables) -> String {
    let quote = quote.trim();
    let differ = |kept: Difference| {
        let folded = |of: &str| FoldedText::new(of, Some(kept), confusables);
        folded(text).text() != folded(quote).text()
    };
    let pairs = FoldedText::new(text, None, confusables).pairs(text, &FoldedText::new(quote, None, confusables), quote);
    let descriptions: Vec<String> = Difference::ALL
        .into_iter()
        .filter(|&kept| differ(kept))
        .map(|kept| describe(kept, text, quote, &pairs, confusables))
        .collect();
    if descriptions.is_empty() {
        "it only differs in the white space around it".to_owned()
    } else {
        format!("only {}", descriptions.join("; "))
    }
}

/// Whether two texts differ only in typography, which is the shape of quotation marks and dashes, white space,
/// invisible characters and the composition of letters: differences that programs introduce, and that no reader would
/// call another wording.
pub(super) fn is_typographic(text: &str, quote: &str) -> bool {
    let same = |kept: Option<Difference>| {
        let folded = |of: &str| FoldedText::new(of, kept, Confusables::Distinct);
        folded(text).text() == folded(quote.trim()).text()
    };
    [None, Some(Difference::Capitals), Some(Difference::Compatibility)].into_iter().all(same)
}

fn describe(kept: Difference, text: &str, quote: &str, pairs: &[(&str, &str)], confusables: Confusables) -> String {
    let set = |of: &str| -> BTreeSet<char> { of.chars().filter(|&c| Difference::of(c) == Some(kept)).collect() };
    let list = |of: &str| set(of).iter().map(char::to_string).collect::<Vec<_>>().join(" ");
    let marks = |subject: &str| match (list(text), list(quote)) {
        (has, given) if given.is_empty() => format!("{subject} differ: the text has {has}"),
        (has, given) if has.is_empty() => format!("{subject} differ: the text does not have {given}"),
        (has, given) => format!("{subject} differ: the text has {has}, the quote {given}"),
    };
    let letters = |subject: &str| {
        let folded = |of: &str| FoldedText::new(of, Some(kept), confusables);
        let parts = pairs.iter().filter(|(text, quote)| folded(text).text() != folded(quote).text());
        let parts: BTreeSet<(&str, &str)> = parts.map(|&(text, quote)| (text, quote)).collect();
        let named = parts.iter().take(MAX_LETTERS).map(|(text, quote)| describe_letter(text, quote));
        let mut description = format!("{subject}: {}", named.collect::<Vec<_>>().join(", "));
        if parts.len() > MAX_LETTERS {
            description.push_str(", and others");
        }
        description
    };
    match kept {
        Difference::QuotationMarks => marks("quotation marks or apostrophes"),
        Difference::Dashes => marks("dashes"),
        Difference::Capitals => "capital letters differ".to_owned(),
        Difference::Composition => letters("the composition of letters differs (composed or decomposed)"),
        Difference::Compatibility => letters("compatibility forms differ (ligatures, full-width forms and the like)"),
        Difference::Confusables => letters("letters differ that look alike"),
        Difference::Invisible => {
            let names = |of: &str| set(of).into_iter().map(describe_char).collect::<Vec<_>>().join(", ");
            let subject = "characters differ that do not show";
            match (names(text), names(quote)) {
                (has, given) if given.is_empty() => format!("{subject}: the text has {has}, the quote does not"),
                (has, given) if has.is_empty() => format!("{subject}: the quote has {given}, the text does not"),
                (has, given) if has == given => format!("{subject}: {has} stands in other places"),
                (has, given) => format!("{subject}: the text has {has}, the quote {given}"),
            }
        }
        Difference::WhiteSpace => describe_white_space(text, pairs),
    }
}

/// Describes a letter that differs: "the text has “é” (U+0065 …, U+0301 …) where the quote has “é” (U+00E9 …)".
fn describe_letter(text: &str, quote: &str) -> String {
    match (text.is_ascii(), quote.is_ascii()) {
        (false, true) if text.chars().count() == 1 && quote.len() > 1 => {
            format!("the text has “{text}” ({}) where the quote has “{quote}”", describe_chars(text))
        }
        (true, false) if quote.chars().count() == 1 && text.len() > 1 => {
            format!("the text has “{text}” where the quote has “{quote}” ({})", describe_chars(quote))
        }
        _ => format!(
            "the text has “{text}” ({}) where the quote has “{quote}” ({})",
            describe_chars(text),
            describe_chars(quote)
        ),
    }
}

fn describe_white_space(text: &str, pairs: &[(&str, &str)]) -> String {
    let differing = pairs.iter().filter(|(text, quote)| {
        text != quote && (text.contains(char::is_whitespace) || quote.contains(char::is_whitespace))
    });
    let ranges = differing.map(|(text, _)| *text);
    let mut has: Vec<String> = Vec::new();
    let mut add = |space: String| {
        if !has.contains(&space) {
            has.push(space);
        }
    };
    for range in ranges {
        for cluster in range.graphemes(true).filter(|cluster| cluster.chars().all(char::is_whitespace)) {
            match cluster {
                "\n" | "\r\n" | "\r" => {
                    let escape = toml_string(cluster);
                    add(format!("a line break ({} in \"…\")", escape.trim_matches('"')));
                }
                " " => {}
                other => add(describe_chars(other)),
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

/// Describes how the wording of a passage and a quote differs: the words from the first difference to the last, and
/// their characters where the words are the same.
pub(super) fn describe_wording(passage: &str, quote: &str) -> String {
    /// In bytes; what is longer is not described word by word.
    const MAX_WORDING: usize = 160;
    let left: Vec<&str> = passage.split_whitespace().collect();
    let right: Vec<&str> = quote.split_whitespace().collect();
    let (left, right) = without_common_ends(&left, &right, |a, b| trim_punctuation(a) == trim_punctuation(b));
    let (in_passage, in_quote) = (left.join(" "), right.join(" "));
    match (in_passage.is_empty(), in_quote.is_empty()) {
        _ if in_passage.len() + in_quote.len() > MAX_WORDING => {
            "its wording is another; copy the quote from the text".to_owned()
        }
        (true, true) => {
            describe_characters(passage, quote).unwrap_or_else(|| "copy the quote from the text".to_owned())
        }
        (true, false) => format!("the text does not have \"{in_quote}\" there"),
        (false, true) => format!("the text also has \"{in_passage}\" there"),
        (false, false) => {
            let words = format!("the text reads \"{in_passage}\" where the quote has \"{in_quote}\"");
            let is_ascii = in_passage.is_ascii() && in_quote.is_ascii();
            match describe_characters(&in_passage, &in_quote).filter(|_| !is_ascii) {
                Some(characters) => format!("{words}: {characters}"),
                None => words,
            }
        }
    }
}

/// Two sequences without their longest common prefix and suffix.
fn without_common_ends<'w, 't>(
    left: &'w [&'t str],
    right: &'w [&'t str],
    is_same: impl Fn(&str, &str) -> bool,
) -> (&'w [&'t str], &'w [&'t str]) {
    let is_same_pair = |(a, b): &(&&str, &&str)| is_same(a, b);
    let prefix = left.iter().zip(right).take_while(is_same_pair).count();
    let (left, right) = (&left[prefix..], &right[prefix..]);
    let suffix = left.iter().rev().zip(right.iter().rev()).take_while(is_same_pair).count();
    (&left[..left.len() - suffix], &right[..right.len() - suffix])
}

/// A word without the punctuation around it; punctuation alone stays.
fn trim_punctuation(word: &str) -> &str {
    let is_punctuation =
        |c: char| c.is_ascii_punctuation() || matches!(Difference::of(c), Some(Difference::QuotationMarks));
    let trimmed = word.trim_matches(is_punctuation);
    if trimmed.is_empty() { word } else { trimmed }
}

/// Describes the characters from the first difference of two texts to the last, if these are few.
fn describe_characters(passage: &str, quote: &str) -> Option<String> {
    const MAX_CHARS: usize = 4;
    let left: Vec<&str> = passage.graphemes(true).collect();
    let right: Vec<&str> = quote.graphemes(true).collect();
    let (left, right) = without_common_ends(&left, &right, |a, b| a == b);
    let (in_passage, in_quote) = (left.concat(), right.concat());
    if in_passage.chars().count() > MAX_CHARS || in_quote.chars().count() > MAX_CHARS {
        return None;
    }
    let describe = |text: &str| format!("“{text}” ({})", describe_chars(text));
    match (in_passage.is_empty(), in_quote.is_empty()) {
        (true, true) => None,
        (true, false) => Some(format!("the text does not have {} there", describe(&in_quote))),
        (false, true) => Some(format!("the text also has {} there", describe(&in_passage))),
        (false, false) => {
            Some(format!("the text has {} where the quote has {}", describe(&in_passage), describe(&in_quote)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(text: &str, wanted: &str) -> Option<(String, String)> {
        Confusables::ALL.into_iter().find_map(|confusables| {
            let range = FoldedText::new(text, None, confusables).find(wanted, confusables)?;
            let passage = text[range].to_owned();
            let difference = describe_differences(&passage, wanted, confusables);
            Some((passage, difference))
        })
    }

    #[test]
    fn each_kind_of_difference_is_described() {
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
    fn several_kinds_of_difference_are_all_described() {
        let (_, difference) = find("“No–one”", "\"no-one\"").expect("a passage");
        assert!(
            difference.contains("quotation marks") && difference.contains("dashes") && difference.contains("capital")
        );
        let (_, difference) = find("the cafe\u{301} \u{440}ays", "the café pays").expect("a passage");
        assert!(difference.contains("composition") && difference.contains("CYRILLIC SMALL LETTER ER"), "{difference}");
    }

    #[test]
    fn composition_is_recognised_in_every_script() {
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
    fn white_space_around_a_quote_is_described() {
        let (passage, difference) = find("no bases", " no bases").expect("a passage");
        assert_eq!(
            (passage.as_str(), difference.as_str()),
            ("no bases", "it only differs in the white space around it")
        );
    }

    #[test]
    fn a_match_never_splits_a_letter() {
        assert_eq!(find("İzmir", "i\u{307}zmir").map(|found| found.0).as_deref(), Some("İzmir"));
        // A base letter does not match the letter with its accent, nor a letter the ligature that begins with it.
        assert_eq!(find("que pago\u{301}", "que pago"), None);
        assert_eq!(find("ﬁnal", "f"), None);
    }

    #[test]
    fn characters_are_described_where_words_are_the_same() {
        assert_eq!(
            describe_wording("they met ☎ today", "they met ☏ today"),
            "the text reads \"☎\" where the quote has \"☏\": the text has “☎” (U+260E BLACK TELEPHONE) where the quote has \
             “☏” (U+260F WHITE TELEPHONE)"
        );
        assert_eq!(describe_wording("they met, today", "they met today"), "the text also has “,” (U+002C COMMA) there");
    }

    proptest::proptest! {
        #[test]
        fn pairs_cover_both_texts(text in "[abé\u{301}\u{ad}ﬁ \r\n\u{430}“-]{0,20}", wanted in "[abefi\u{301} '\u{430}-]{0,12}") {
            for confusables in Confusables::ALL {
                let folded = FoldedText::new(&text, None, confusables);
                if let Some(range) = folded.find(&wanted, confusables) {
                    let (passage, quote) = (&text[range], wanted.trim());
                    let (left, right) = (FoldedText::new(passage, None, confusables), FoldedText::new(quote, None, confusables));
                    proptest::prop_assert_eq!(left.text(), right.text());
                    let pairs = left.pairs(passage, &right, quote);
                    proptest::prop_assert_eq!(pairs.iter().map(|pair| pair.0).collect::<String>(), passage);
                    proptest::prop_assert_eq!(pairs.iter().map(|pair| pair.1).collect::<String>(), quote);
                }
            }
        }
    }
}
