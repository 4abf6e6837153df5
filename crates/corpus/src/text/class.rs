//! Classes of characters for the segmentation of words.

use super::unicode::{Folded, Mark, folded, mark};

/// The class of a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// A letter or digit: part of a word.
    Letter,
    /// A letter of a script without spaces between words, or a pictograph: a word of its own, with its marks.
    Unspaced,
    /// A combining mark or an invisible joiner: part of the character before it.
    Mark,
    /// Part of a word when between letters, and dropped by folding: apostrophes, soft hyphens, direction marks.
    Joiner,
    /// Ends a word.
    Other,
}

/// The class of a character.
pub(super) fn class(c: char) -> Class {
    match c {
        // ASCII, and the syllables of Hangul, which is written with spaces.
        'a'..='z' | 'A'..='Z' | '0'..='9' | '\u{ac00}'..='\u{d7a3}' => Class::Letter,
        '\'' | '`' | '´' | '‘' | '’' | '‛' | '′' | '＇' | 'ʹ' | '\u{374}' | 'ʻ' | 'ʼ' | 'ʽ' | 'ʾ' | 'ʿ' | 'ˈ' | '׳' => {
            Class::Joiner
        }
        '\0'..='\u{7f}' => Class::Other,
        // Soft hyphen, word joiners, direction marks.
        '\u{ad}'
        | '\u{61c}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}' => Class::Joiner,
        // Tatweel, which only stretches an Arabic word.
        '\u{640}' => Class::Mark,
        // Nearly all Chinese characters: a fast path.
        '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' => Class::Unspaced,
        _ if mark(c).is_some() => Class::Mark,
        '\u{3190}'..='\u{319f}' | '\u{3200}'..='\u{33ff}' | '\u{1f200}'..='\u{1f2ff}' => match folded(c) {
            Some(Folded::One(c)) => class(c),
            Some(Folded::Several(text)) => text.chars().next().map_or(Class::Other, class),
            None => Class::Other,
        },
        _ if is_pictograph(c) => Class::Unspaced,
        _ if !c.is_alphanumeric() && !is_radical(c) => Class::Other,
        _ if has_no_spaces(c) && !is_digit(c) => Class::Unspaced,
        _ => Class::Letter,
    }
}

/// Whether a character is a decimal digit of any script.
pub(super) fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || !c.is_ascii() && matches!(folded(c), Some(Folded::One('0'..='9')))
}

/// Whether a character is a radical: a part of Chinese characters that is encoded for dictionaries. Texts extracted
/// from PDF files have radicals instead of the characters.
fn is_radical(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{2fdf}')
}

/// Whether a letter is of a script without spaces between words.
fn has_no_spaces(c: char) -> bool {
    matches!(c as u32,
        // Thai, Lao; Myanmar; Khmer; Tai Le, New Tai Lue, Khmer signs; Tai Tham; Balinese.
        0xe00..=0xeff | 0x1000..=0x109f | 0x1780..=0x17ff | 0x1950..=0x19ff | 0x1a20..=0x1aaf | 0x1b00..=0x1b7f
        // Radicals; Kana, Bopomofo and marks of repetition among them.
        | 0x2e80..=0x2fdf | 0x3005..=0x3007 | 0x3021..=0x3029 | 0x3031..=0x303c | 0x3040..=0x312f | 0x31a0..=0x31bf
        | 0x31f0..=0x31ff
        // Yi; Javanese, Myanmar additions; Tai Viet; compatibility ideographs; Kana of half width.
        | 0xa000..=0xa4cf | 0xa980..=0xa9ff | 0xaa60..=0xaadf | 0xf900..=0xfaff | 0xff66..=0xff9f
        // Tangut, Khitan, Nushu and further Kana; further ideographs.
        | 0x16fe0..=0x18dff | 0x1aff0..=0x1b2ff | 0x20000..=0x3ffff)
}

/// Whether a character is a pictograph, such as an emoji.
fn is_pictograph(c: char) -> bool {
    matches!(c as u32,
        0x231a | 0x231b | 0x23e9..=0x23f3 | 0x2600..=0x26ff | 0x2702..=0x2757 | 0x2763 | 0x2764 | 0x2b50 | 0x2b55
        | 0x1f000..=0x1f0ff | 0x1f18e | 0x1f191..=0x1f19a | 0x1f1e6..=0x1f1ff | 0x1f300..=0x1f3fa | 0x1f400..=0x1faff)
        && !c.is_alphanumeric()
}

/// Whether a mark stacks the next letter on the one before it: an invisible virama.
pub(super) fn is_stacking_mark(c: char) -> bool {
    mark(c) == Some(Mark::Kept(9)) && !matches!(c, '\u{e3a}' | '\u{eba}' | '\u{103a}')
}

/// Whether a character is part of the one after it (`Grapheme_Cluster_Break=Prepend`).
pub(super) fn is_prepended(c: char) -> bool {
    matches!(c as u32, 0x600..=0x605 | 0x6dd | 0x70f | 0x890 | 0x891 | 0x8e2 | 0x110bd | 0x110cd)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_joiners_are_not_letters() {
        assert!(
            ['\u{301}', '\u{345}', '\u{200d}', '\u{94d}', '\u{93f}', '\u{103a}']
                .iter()
                .all(|&c| class(c) == Class::Mark)
        );
        assert!(['’', 'ʻ', '\'', '\u{ad}', '\u{200e}'].iter().all(|&c| class(c) == Class::Joiner));
    }

    #[test]
    fn folding_preserves_the_class() {
        let differ = |&c: &char| match (class(c), folded(c)) {
            (kind @ (Class::Letter | Class::Unspaced), Some(Folded::One(to))) => class(to) != kind,
            (kind @ (Class::Letter | Class::Unspaced), Some(Folded::Several(to))) => {
                to.chars().next().is_some_and(|to| class(to) != kind)
            }
            _ => false,
        };
        let differing: Vec<char> = ('\0'..=char::MAX).filter(differ).collect();
        assert!(differing.is_empty(), "{differing:?}");
    }

    #[test]
    fn scripts_with_and_without_spaces_have_different_classes() {
        assert!("水はカกລខမ々ｶ㌔⽔🌊".chars().all(|c| class(c) == Class::Unspaced));
        assert!("aéЖαאبनம정ㅈ①๒Ａ㎏".chars().all(|c| class(c) == Class::Letter));
        assert!("©™、。「—½".chars().filter(|&c| class(c) == Class::Other).count() == 6);
    }
}
