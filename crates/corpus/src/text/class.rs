//! What a character is to a word.

use super::unicode::{Folded, Mark, folded, mark};

/// What a character is to a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// A letter or digit: makes words.
    Letter,
    /// A letter of a script that puts no space between words, or a pictograph: a word of its own with its marks.
    Unit,
    /// A combining mark or an invisible joiner: never apart from the character before it.
    Mark,
    /// Belongs to a word between letters, says nothing: apostrophes, soft hyphens, marks of direction.
    Between,
    /// Ends a word.
    Other,
}

/// What a character is to a word.
pub(super) fn class(c: char) -> Class {
    match c {
        // The last ones are syllables of Hangul, whose words have spaces between them.
        'a'..='z' | 'A'..='Z' | '0'..='9' | '\u{ac00}'..='\u{d7a3}' => Class::Letter,
        '\'' | '`' | '´' | '‘' | '’' | '‛' | '′' | '＇' | 'ʹ' | '\u{374}' | 'ʻ' | 'ʼ' | 'ʽ' | 'ʾ' | 'ʿ' | 'ˈ' | '׳' => {
            Class::Between
        }
        '\0'..='\u{7f}' => Class::Other,
        // Soft hyphen, word joiners, marks of direction.
        '\u{ad}'
        | '\u{61c}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}' => Class::Between,
        // The stroke that only lengthens an Arabic word.
        '\u{640}' => Class::Mark,
        // Nearly all Chinese characters.
        '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' => Class::Unit,
        _ if mark(c).is_some() => Class::Mark,
        '\u{3190}'..='\u{319f}' | '\u{3200}'..='\u{33ff}' | '\u{1f200}'..='\u{1f2ff}' => match folded(c) {
            Some(Folded::One(c)) => class(c),
            Some(Folded::Several(text)) => text.chars().next().map_or(Class::Other, class),
            None => Class::Other,
        },
        _ if is_pictograph(c) => Class::Unit,
        _ if !c.is_alphanumeric() && !is_radical(c) => Class::Other,
        _ if has_no_spaces(c) && !is_digit(c) => Class::Unit,
        _ => Class::Letter,
    }
}

/// Whether a character is a decimal digit, of whatever script.
pub(super) fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || !c.is_ascii() && matches!(folded(c), Some(Folded::One('0'..='9')))
}

/// Parts of Chinese characters that have a code of their own, for dictionaries; texts out of PDF files have them in the
/// characters' stead.
fn is_radical(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{2fdf}')
}

/// Scripts whose words stand together without spaces.
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

/// Emoji and their like.
fn is_pictograph(c: char) -> bool {
    matches!(c as u32,
        0x231a | 0x231b | 0x23e9..=0x23f3 | 0x2600..=0x26ff | 0x2702..=0x2757 | 0x2763 | 0x2764 | 0x2b50 | 0x2b55
        | 0x1f000..=0x1f0ff | 0x1f18e | 0x1f191..=0x1f19a | 0x1f1e6..=0x1f1ff | 0x1f300..=0x1f3fa | 0x1f400..=0x1faff)
        && !c.is_alphanumeric()
}

/// Whether a letter that follows the mark is written under, or into, the one before it: a virama, and not one that is seen.
pub(super) fn stacks(c: char) -> bool {
    mark(c) == Some(Mark::Kept(9)) && !matches!(c, '\u{e3a}' | '\u{eba}' | '\u{103a}')
}

/// Whether a character never stands apart from the one that follows it (`Grapheme_Cluster_Break=Prepend`).
pub(super) fn prepends(c: char) -> bool {
    matches!(c as u32, 0x600..=0x605 | 0x6dd | 0x70f | 0x890 | 0x891 | 0x8e2 | 0x110bd | 0x110cd)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_joins_is_not_a_letter_of_its_own() {
        assert!(
            ['\u{301}', '\u{345}', '\u{200d}', '\u{94d}', '\u{93f}', '\u{103a}']
                .iter()
                .all(|&c| class(c) == Class::Mark)
        );
        assert!(['’', 'ʻ', '\'', '\u{ad}', '\u{200e}'].iter().all(|&c| class(c) == Class::Between));
    }

    #[test]
    fn a_character_is_to_a_word_what_it_folds_to() {
        let differ = |&c: &char| match (class(c), folded(c)) {
            (kind @ (Class::Letter | Class::Unit), Some(Folded::One(to))) => class(to) != kind,
            (kind @ (Class::Letter | Class::Unit), Some(Folded::Several(to))) => {
                to.chars().next().is_some_and(|to| class(to) != kind)
            }
            _ => false,
        };
        let differing: Vec<char> = ('\0'..=char::MAX).filter(differ).collect();
        assert!(differing.is_empty(), "{differing:?}");
    }

    #[test]
    fn scripts_without_spaces_are_told_from_those_with() {
        assert!("水はカกລខမ々ｶ㌔⽔🌊".chars().all(|c| class(c) == Class::Unit));
        assert!("aéЖαאبनம정ㅈ①๒Ａ㎏".chars().all(|c| class(c) == Class::Letter));
        assert!("©™、。「—½".chars().filter(|&c| class(c) == Class::Other).count() == 6);
    }
}
