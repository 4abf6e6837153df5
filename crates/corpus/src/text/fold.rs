//! Folding: maps the spellings of a word to the same string.
//!
//! A word is folded to its compatibility decomposition (Unicode Standard Annex 15, NFKD) in lower case, and then
//!
//! - marks on letters of Latin, Greek, Cyrillic, Hebrew, Arabic and similar scripts are dropped, and nuktas; vowel
//!   signs and tones of Indic and South-East Asian scripts are kept;
//! - apostrophes, separators of numbers and invisible characters are dropped;
//! - `ø`, `ł`, `đ`, `ð`, `ħ`, `ŧ`, `ı`, `ς` are mapped to their base letters, `æ`, `œ`, `ß`, `þ` to two letters, and
//!   Arabic `ی`, `ى`, `ک`, `ة` to the letters they are used for;
//! - decimal digits of every script are mapped to ASCII digits;
//! - Kana are composed with their voicing marks, and Hangul is decomposed into conjoining jamo, so that a syllable that
//!   is being typed is a prefix of the finished one.
//!
//! The tables are in [`super::unicode`].

use super::class::{Class, class};
use super::unicode::{Folded, Mark, folded, mark};

/// Appends the folded form of a word, or of a part of one.
pub fn fold_into(word: &str, out: &mut String) {
    for c in word.chars() {
        match c {
            'a'..='z' | '0'..='9' | '\u{4e00}'..='\u{9fff}' => out.push(c),
            'A'..='Z' => out.push(c.to_ascii_lowercase()),
            '\0'..='\u{7f}' => {}
            '\u{ac00}'..='\u{d7a3}' => push_syllable(c, out),
            _ => match (class(c), folded(c)) {
                (Class::Joiner | Class::Other, _) => {}
                (_, Some(Folded::One(c))) => push(c, out),
                (_, Some(Folded::Several(text))) => text.chars().for_each(|c| push(c, out)),
                (_, None) => push(c, out),
            },
        }
    }
}

/// Appends a character that folds to itself. Marks are put into canonical order, and Kana composed.
fn push(c: char, out: &mut String) {
    if c == '\u{640}' {
        return;
    }
    let Some(kept) = mark(c) else {
        out.push(c);
        return;
    };
    let Mark::Kept(own) = kept else { return };
    let is_reordered = |&c: &char| own > 0 && matches!(mark(c), Some(Mark::Kept(class)) if class > own);
    let offset = out.len() - out.chars().rev().take_while(is_reordered).map(char::len_utf8).sum::<usize>();
    let base = out[..offset].chars().next_back();
    match base.and_then(|base| Some((base, compose_kana(base, c)?))) {
        Some((base, composed)) => {
            out.replace_range(offset - base.len_utf8()..offset, composed.encode_utf8(&mut [0; 4]));
        }
        None => out.insert(offset, c),
    }
}

/// Appends the jamo of a syllable of Hangul (Unicode Standard, section 3.12).
fn push_syllable(c: char, out: &mut String) {
    let index = c as u32 - 0xac00;
    let letters = [0x1100 + index / 588, 0x1161 + index % 588 / 28, 0x11a7 + index % 28];
    let count = if index.is_multiple_of(28) { 2 } else { 3 };
    out.extend(letters[..count].iter().copied().filter_map(char::from_u32));
}

/// The composition of a Kana and a voicing mark, if there is one.
pub(super) fn compose_kana(base: char, mark: char) -> Option<char> {
    let steps = match mark {
        '\u{3099}' => 1,
        '\u{309a}' => 2,
        _ => return None,
    };
    // The code points of Katakana are those of Hiragana plus 0x60.
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

    fn fold(text: &str) -> String {
        let mut out = String::new();
        fold_into(text, &mut out);
        out
    }

    #[test]
    fn folding_is_idempotent() {
        let letters = ('\0'..=char::MAX).filter(|&c| matches!(class(c), Class::Letter | Class::Unspaced));
        for c in letters {
            let once = fold(&c.to_string());
            assert!(!once.is_empty() && once == fold(&once), "{c:?} folds to {once:?}, then {:?}", fold(&once));
        }
    }

    #[test]
    fn canonically_equivalent_characters_fold_alike() {
        let differ = |&c: &char| {
            let plain = fold(&c.to_string());
            let others = [c.to_string().nfc().collect::<String>(), c.to_string().nfd().collect()];
            others.iter().any(|other| fold(other) != plain)
        };
        let differing: Vec<char> = ('\0'..=char::MAX).filter(differ).collect();
        assert!(
            differing.is_empty(),
            "{}",
            differing.iter().map(|c| c.escape_unicode().to_string()).collect::<String>()
        );
    }

    #[test]
    fn spellings_of_the_same_word_fold_alike() {
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
            assert_eq!(fold(one), fold(other), "{one} {other}");
        }
    }

    #[test]
    fn different_letters_fold_differently() {
        for (one, other) in [("か", "が"), ("は", "ぱ"), ("कि", "की"), ("ไม้", "ไม"), ("ക്ക", "കക"), ("က်", "က")]
        {
            assert_ne!(fold(one), fold(other), "{one} {other}");
        }
    }

    proptest! {
        #[test]
        fn canonically_equivalent_texts_fold_alike(text in "[\u{1}-\u{2fff}\u{3040}-\u{33ff}가-힣Ａ-ｚｦ-ﾟﬀ-ﬆ\u{f900}-\u{fa60}]{0,12}") {
            let plain = fold(&text);
            prop_assert_eq!(&fold(&text.nfc().collect::<String>()), &plain);
            prop_assert_eq!(&fold(&text.nfd().collect::<String>()), &plain);
        }

        #[test]
        fn compatibility_equivalent_texts_fold_alike(text in "[Ａ-ｚａ-ｚ０-９ﬀ-ﬆ\u{f900}-\u{fa60}𝐀-𝕫ㄱ-ㅎ가-힣]{0,12}") {
            prop_assert_eq!(fold(&text.nfkc().collect::<String>()), fold(&text));
            prop_assert_eq!(fold(&text.nfkd().collect::<String>()), fold(&text));
        }
    }
}
