//! Generates `unicode.txt`, and compares it with the file: `UPDATE_UNICODE=1 cargo test -p corpus unicode` writes the
//! file.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, is_combining_mark};

use super::*;
use crate::text::class::{Class, class};
use crate::text::fold::compose_kana;

/// The zeros of all sets of decimal digits (general category Nd), except for ASCII and those that decompose to ASCII.
const ZEROS: [u32; 59] = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20,
    0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0,
    0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0x104a0, 0x10d30, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450,
    0x114d0, 0x11650, 0x116c0, 0x11730, 0x118e0, 0x11950, 0x11c50, 0x11d50, 0x11da0, 0x16a60, 0x16ac0, 0x16b50,
    0x1e140, 0x1e2f0, 0x1e4f0, 0x1e950,
];

/// The base letters of a letter that differs by a stroke or similarly, which Unicode does not decompose.
fn base_letters(c: char) -> &'static str {
    match c {
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'ħ' => "h",
        'ŧ' => "t",
        'ı' => "i",
        'æ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        'þ' => "th",
        'ς' => "σ",
        // Arabic letters that are written for each other, because of other keyboards or for speed.
        'ی' | 'ى' => "ي",
        'ک' => "ك",
        'ة' => "ه",
        'ٱ' => "ا",
        _ => "",
    }
}

/// Whether a mark is a vowel or a part of a letter, and not a diacritic.
fn is_kept(c: char) -> bool {
    let code = c as u32;
    let is_ignorable =
        matches!(code, 0x34f | 0x180b..=0x180f | 0xfe00..=0xfe0f | 0x200c | 0x200d | 0xe0000.. | 0x1f3fb..=0x1f3ff);
    let is_diacritic =
        matches!(code, 0x300..=0x6ff | 0x1ab0..=0x1aff | 0x1dc0..=0x1dff | 0x20d0..=0x20ff | 0xfe20..=0xfe2f);
    let is_nukta = matches!(code, 0x900..=0xdff) && canonical_combining_class(c) == 7;
    !is_ignorable && !is_diacritic && !is_nukta && !matches!(canonical_combining_class(c), 1 | 10..=36 | 200..)
}

fn is_mark(c: char) -> bool {
    // Characters that are part of the one before them without being marks by their general category.
    let is_joined =
        matches!(c as u32, 0x200c | 0x200d | 0xe33 | 0xeb3 | 0xff9e | 0xff9f | 0x1f3fb..=0x1f3ff | 0xe0020..=0xe007f);
    is_joined || is_combining_mark(c)
}

fn is_hangul(c: char) -> bool {
    matches!(c, '\u{ac00}'..='\u{d7a3}')
}

/// The rule: compatibility decomposition in lower case, without the marks that are dropped.
fn fold_by_rule(c: char) -> Option<String> {
    if is_hangul(c) || c.is_ascii() {
        return None;
    }
    if let Some(zero) = ZEROS.iter().find(|&&zero| (zero..zero + 10).contains(&(c as u32))) {
        return char::from_digit(c as u32 - zero, 10).map(String::from);
    }
    let is_folded =
        c.is_alphanumeric() || matches!(c as u32, 0x2e80..=0x2fdf | 0x3200..=0x33ff | 0x1f200..=0x1f2ff) || is_mark(c);
    let decomposed: String = std::iter::once(c).nfkd().flat_map(char::to_lowercase).nfkd().collect();
    // A fraction must not become a number of two digits.
    if !is_folded || decomposed.contains('\u{2044}') {
        return None;
    }
    let mut folded = String::new();
    for c in decomposed.chars() {
        match base_letters(c) {
            "" if is_mark(c) && !is_kept(c) => {}
            "" if c == '\u{3099}' || c == '\u{309a}' => {
                let composed = folded.chars().next_back().and_then(|base| compose_kana(base, c));
                if composed.is_some() {
                    folded.pop();
                }
                folded.push(composed.unwrap_or(c));
            }
            "" if class(c) == Class::Joiner || c == '\u{640}' => {}
            "" if c.is_alphanumeric() || is_mark(c) => folded.push(c),
            letters => folded.push_str(letters),
        }
    }
    (!folded.is_empty() && !folded.chars().eq([c])).then_some(folded)
}

fn folds() -> String {
    let all: BTreeMap<u32, String> =
        ('\u{80}'..=char::MAX).filter_map(|c| Some((c as u32, fold_by_rule(c)?))).collect();
    let distance = |code: u32| -> Option<i64> {
        let mut target = all.get(&code)?.chars();
        let distance = i64::from(target.next()? as u32) - i64::from(code);
        target.next().is_none().then_some(distance)
    };
    let mut text = String::new();
    let mut next = 0;
    let mut codes = all.keys().copied().peekable();
    while let Some(&first) = codes.peek() {
        let _ = write!(text, "{:x} ", first - next);
        next = first;
        while let Some(&code) = codes.peek() {
            if code - next > 3 {
                break;
            }
            (next..code).for_each(|_| text.push('_'));
            let run = distance(code)
                .map_or(1, |by| (code..SEVERAL).take_while(|&code| distance(code) == Some(by)).count() as u32);
            if run > 4 {
                let _ = write!(text, "={run:x},{}.", distance(code).unwrap_or_default());
                (0..run).for_each(|_| _ = codes.next());
                next = code + run;
                continue;
            }
            let target = &all[&code];
            let one = target.chars().nth(1).is_none();
            let _ = if one { text.write_str(target) } else { write!(text, "({target})") };
            codes.next();
            next = code + 1;
        }
        text.push('\n');
    }
    text
}

fn marks() -> String {
    let mark = |code: u32| {
        let c = char::from_u32(code).filter(|&c| is_mark(c))?;
        Some(is_kept(c).then(|| if code == 0xff9e || code == 0xff9f { 8 } else { canonical_combining_class(c) }))
    };
    let mut text = String::new();
    let mut next = 0;
    let mut code = 0;
    while code < 0x11_0000 {
        let Some(this) = mark(code) else {
            code += 1;
            continue;
        };
        let count = (code..SEVERAL).take_while(|&code| mark(code) == Some(this)).count() as u32;
        let _ = write!(text, "{:x} {count:x}", code - next);
        if let Some(class) = this {
            let _ = write!(text, " {class:x}");
        }
        text.push('\n');
        code += count;
        next = code;
    }
    text
}

#[test]
fn the_file_is_up_to_date() {
    let text = format!("{}%\n{}", folds(), marks());
    if std::env::var_os("UPDATE_UNICODE").is_some() {
        std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/src/text/unicode.txt"), &text)
            .expect("the file is written");
    } else {
        assert!(text == TEXT, "run this test with UPDATE_UNICODE=1");
    }
}

#[test]
fn every_fold_and_mark_round_trips() {
    for c in '\u{80}'..=char::MAX {
        let read = folded(c).map(|folded| match folded {
            Folded::One(c) => c.to_string(),
            Folded::Several(text) => text.to_owned(),
        });
        assert_eq!(read, fold_by_rule(c), "{c:?}");
        assert_eq!(mark(c).is_some(), is_mark(c), "{c:?}");
        assert_eq!(matches!(mark(c), Some(Mark::Kept(_))), is_mark(c) && is_kept(c), "{c:?}");
    }
}
