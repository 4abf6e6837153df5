//! Folding: what makes two spellings the same word.
//!
//! Canonical and compatibility decomposition (Unicode Standard Annex 15, NFKD) in lower case, and of that
//!
//! - no marks on letters of Latin, Greek, Cyrillic, Hebrew, Arabic and their like; vowel signs and tones of Indic and
//!   South-East Asian scripts stay, nuktas do not;
//! - no apostrophes, no separators of numbers, no invisible characters;
//! - `ø`, `ł`, `đ`, `ð`, `ħ`, `ŧ`, `ı`, `ς` as their base letters, `æ`, `œ`, `ß`, `þ` in two; Arabic `ی`, `ى`, `ک`, `ة` as the
//!   letters they are written for;
//! - decimal digits of every script as those of ASCII;
//! - Kana composed with their voicing marks, Hangul as letters (conjoining jamo), so that a syllable that is being typed is
//!   a beginning of what it becomes.
//!
//! The tables are those of [`super::unicode`].

use super::class::{Class, class};
use super::unicode::{Folded, Mark, folded as of, mark};

/// Appends the folded form of a word, or of a part of one.
pub fn fold_into(word: &str, folded: &mut String) {
    for c in word.chars() {
        match c {
            'a'..='z' | '0'..='9' | '\u{4e00}'..='\u{9fff}' => folded.push(c),
            'A'..='Z' => folded.push(c.to_ascii_lowercase()),
            '\0'..='\u{7f}' => {}
            '\u{ac00}'..='\u{d7a3}' => push_syllable(c, folded),
            _ => match (class(c), of(c)) {
                (Class::Between | Class::Other, _) => {}
                (_, Some(Folded::One(c))) => push(c, folded),
                (_, Some(Folded::Several(text))) => text.chars().for_each(|c| push(c, folded)),
                (_, None) => push(c, folded),
            },
        }
    }
}

/// Appends a character that folds to itself: marks in their canonical order.
fn push(c: char, folded: &mut String) {
    if c == '\u{640}' {
        return;
    }
    let Some(kept) = mark(c) else {
        folded.push(c);
        return;
    };
    let Mark::Kept(own) = kept else { return };
    let above = |&c: &char| own > 0 && matches!(mark(c), Some(Mark::Kept(class)) if class > own);
    let place = folded.len() - folded.chars().rev().take_while(above).map(char::len_utf8).sum::<usize>();
    let base = folded[..place].chars().next_back();
    match base.and_then(|base| Some((base, compose_kana(base, c)?))) {
        Some((base, composed)) => {
            folded.replace_range(place - base.len_utf8()..place, composed.encode_utf8(&mut [0; 4]));
        }
        None => folded.insert(place, c),
    }
}

/// The letters of a syllable of Hangul (Unicode Standard, section 3.12).
fn push_syllable(c: char, folded: &mut String) {
    let place = c as u32 - 0xac00;
    let letters = [0x1100 + place / 588, 0x1161 + place % 588 / 28, 0x11a7 + place % 28];
    let count = if place.is_multiple_of(28) { 2 } else { 3 };
    folded.extend(letters[..count].iter().copied().filter_map(char::from_u32));
}

/// A Kana with a voicing mark as one character, where there is one.
pub(super) fn compose_kana(base: char, mark: char) -> Option<char> {
    let steps = match mark {
        '\u{3099}' => 1,
        '\u{309a}' => 2,
        _ => return None,
    };
    // Katakana stand as far from each other as Hiragana.
    let hiragana = if base >= '\u{30a1}' { base as u32 - 0x60 } else { base as u32 };
    let by = match (hiragana, steps) {
        (0x304b..=0x3061, 1) if hiragana % 2 == 1 => 1,
        (0x3064 | 0x3066 | 0x3068 | 0x309d, 1) => 1,
        (0x306f | 0x3072 | 0x3075 | 0x3078 | 0x307b, _) => steps,
        (0x3046, 1) => 0x4e,
        (0x308f..=0x3092, 1) if base >= '\u{30a1}' => 8,
        _ => return None,
    };
    char::from_u32(base as u32 + by)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    fn folded(text: &str) -> String {
        let mut folded = String::new();
        fold_into(text, &mut folded);
        folded
    }

    #[test]
    fn folding_any_letter_twice_changes_nothing() {
        let letters = ('\0'..=char::MAX).filter(|&c| matches!(class(c), Class::Letter | Class::Unit));
        for c in letters {
            let once = folded(&c.to_string());
            assert!(!once.is_empty() && once == folded(&once), "{c:?} folds to {once:?}, then {:?}", folded(&once));
        }
    }

    #[test]
    fn each_character_folds_as_its_canonical_equivalents() {
        let differ = |&c: &char| {
            let plain = folded(&c.to_string());
            let others = [c.to_string().nfc().collect::<String>(), c.to_string().nfd().collect()];
            others.iter().any(|other| folded(other) != plain)
        };
        let differing: Vec<char> = ('\0'..=char::MAX).filter(differ).collect();
        assert!(
            differing.is_empty(),
            "{}",
            differing.iter().map(|c| c.escape_unicode().to_string()).collect::<String>()
        );
    }

    #[test]
    fn spellings_of_the_same_word_are_the_same() {
        for (one, other) in [
            ("ﬁnal oﬀer", "final offer"),
            ("ＡＢＣ１２", "abc12"),
            ("Straße", "STRASSE"),
            ("Οδυσσεύς", "ΟΔΥΣΣΕΥΣ"),
            ("İstanbul", "istanbul"),
            ("ıSPARTA", "isparta"),
            ("أمن", "ا\u{654}من"),
            ("مـــاء", "ماء"),
            ("مُؤْتَمَر", "موتمر"),
            ("ﻣﺆﺗﻤﺮ", "مؤتمر"),
            ("שָׁלוֹם", "שלום"),
            ("정수장", "\u{110c}\u{1165}\u{11bc}\u{1109}\u{116e}\u{110c}\u{1161}\u{11bc}"),
            ("ｶﾞｽ", "ガス"),
            ("ハ\u{309a}ン", "パン"),
            ("㌔", "キロ"),
            ("⽔", "水"),
            ("\u{f900}", "\u{8c48}"),
            ("क़लम", "क\u{93c}लम"),
            ("২০২৪", "2024"),
            ("น\u{e49}\u{e33}", "น\u{e49}\u{e4d}\u{e32}"),
            ("က\u{1037}\u{103a}", "က\u{103a}\u{1037}"),
            ("ⓐ①", "a1"),
            ("𝐀𝖇", "ab"),
        ] {
            assert_eq!(folded(one), folded(other), "{one} {other}");
        }
    }

    #[test]
    fn letters_that_differ_stay_apart() {
        for (one, other) in [("か", "が"), ("は", "ぱ"), ("कि", "की"), ("ไม้", "ไม"), ("ക്ക", "കക"), ("က်", "က")]
        {
            assert_ne!(folded(one), folded(other), "{one} {other}");
        }
    }

    proptest! {
        #[test]
        fn equivalent_texts_fold_alike(text in "[\u{1}-\u{2fff}\u{3040}-\u{33ff}가-힣Ａ-ｚｦ-ﾟﬀ-ﬆ\u{f900}-\u{fa60}]{0,12}") {
            let plain = folded(&text);
            prop_assert_eq!(&folded(&text.nfc().collect::<String>()), &plain);
            prop_assert_eq!(&folded(&text.nfd().collect::<String>()), &plain);
        }

        #[test]
        fn letters_of_compatibility_fold_as_what_they_stand_for(text in "[Ａ-ｚａ-ｚ０-９ﬀ-ﬆ\u{f900}-\u{fa60}𝐀-𝕫ㄱ-ㅎ가-힣]{0,12}") {
            prop_assert_eq!(folded(&text.nfkc().collect::<String>()), folded(&text));
            prop_assert_eq!(folded(&text.nfkd().collect::<String>()), folded(&text));
        }
    }
}
