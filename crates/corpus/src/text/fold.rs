//! Folding: what makes two spellings the same word. Lower case, no diacritics, no apostrophes.
//!
//! For letters of Latin, Greek, Cyrillic and Armenian: canonical decomposition (Unicode Standard Annex 15, NFD) without
//! the combining marks, in lower case, and besides `ø`, `ł`, `đ`, `ð`, `ħ`, `ŧ`, `ı`, `ς` as their base letters and `æ`,
//! `œ`, `ß`, `þ` in two letters. Letters of other scripts stay as they are.
//!
//! The tables stand here because the general ones cost 49 kB of the bundle after brotli (crate `unicode-normalization`)
//! and 4 kB more for lower case (`char::to_lowercase`), these below 2 kB. A test compares them with both.

/// What a character is to a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// A letter or digit: makes words.
    Letter,
    /// A combining mark or an invisible joiner: belongs to the word before it, says nothing.
    Joiner,
    /// Belongs to a word between letters, says nothing.
    Apostrophe,
    /// Ends a word.
    Other,
}

/// What a character is to a word.
pub(super) fn class(c: char) -> Class {
    match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' => Class::Letter,
        '\'' | '`' | '´' | '‘' | '’' | '‛' | '′' | '＇' | 'ʹ' | 'ʻ' | 'ʼ' | 'ʽ' | 'ʾ' | 'ʿ' | 'ˈ' => Class::Apostrophe,
        '\0'..='\u{7f}' => Class::Other,
        // Soft hyphen, zero-width joiners, word joiner, variation selectors.
        '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}'
        // Marks on Latin, Greek and Cyrillic letters; symbols' marks and half marks.
        | '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}'
        // Hebrew points, Arabic vowel signs and the stroke that only lengthens a word.
        | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' => {
            Class::Joiner
        }
        _ if c.is_alphanumeric() => Class::Letter,
        _ => Class::Other,
    }
}

/// Appends the folded form of a word, or of a part of one.
pub fn fold_into(word: &str, folded: &mut String) {
    for c in word.chars() {
        match base(c) {
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ß' => folded.push_str("ss"),
            'þ' => folded.push_str("th"),
            letter if class(letter) == Class::Letter => folded.push(letter),
            _ => {}
        }
    }
}

/// The letter without marks, in lower case.
fn base(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    let (first, rows): (u32, &[&str]) = match c {
        '\u{c0}'..'\u{260}' => (0xc0, &LATIN),
        '\u{380}'..'\u{560}' => (0x380, &GREEK_CYRILLIC_ARMENIAN),
        '\u{1e00}'..'\u{2000}' => (0x1e00, &LATIN_GREEK_EXTENDED),
        _ => return c,
    };
    let place = (c as u32 - first) as usize;
    match rows[place / ROW].chars().nth(place % ROW) {
        None | Some('_') => c,
        Some(base) => base,
    }
}

/// Letters in a row of a table. `_` stands for a letter that stays as it is.
const ROW: usize = 32;

/// U+00C0 to U+025F.
#[rustfmt::skip]
const LATIN: [&str; 13] = [
    "aaaaaaæceeeeiiiidnooooo_ouuuuyþ_",
    "aaaaaa_ceeeeiiiidnooooo_ouuuuy_y",
    "aaaaaaccccccccddddeeeeeeeeeegggg",
    "gggghhhhiiiiiiiiiiĳ_jjkk_llllllŀ",
    "_llnnnnnn_ŋ_ooooooœ_rrrrrrssssss",
    "ssttttttuuuuuuuuuuuuwwyyyzzzzzz_",
    "_ɓƃ_ƅ_ɔƈ_ɖɗƌ__ǝəɛƒ_ɠɣ_ɩɨƙ___ɯɲ_ɵ",
    "ooƣ_ƥ_ʀƨ_ʃ__ƭ_ʈuuʊʋƴ_ƶ_ʒƹ___ƽ___",
    "____ǆǆ_ǉǉ_ǌǌ_aaiioouuuuuuuuuu_aa",
    "aaææǥ_ggkkooooʒʒjǳǳ_ggƕƿnnaaææoo",
    "aaaaeeeeiiiioooorrrruuuussttȝ_hh",
    "ƞ_ȣ_ȥ_aaeeooooooooyy______ⱥȼ_ƚⱦ_",
    "_ɂ_ƀʉʌɇ_ɉ_ɋ_ɍ_ɏ_________________",
];

/// U+0380 to U+055F.
#[rustfmt::skip]
const GREEK_CYRILLIC_ARMENIAN: [&str; 15] = [
    "______α_εηι_ο_υωιαβγδεζηθικλμνξο",
    "πρ_στυφχψωιυαεηιυ_______________",
    "__σ_______ιυουωϗ___ϒϒ___ϙ_ϛ_ϝ_ϟ_",
    "ϡ_ϣ_ϥ_ϧ_ϩ_ϫ_ϭ_ϯ_____θ__ϸ_ϲϻ__ͻͼͽ",
    "ееђгєѕііјљњћкиуџабвгдежзииклмноп",
    "рстуфхцчшщъыьэюя_________и______",
    "________________ее_г___і____киу_",
    "ѡ_ѣ_ѥ_ѧ_ѩ_ѫ_ѭ_ѯ_ѱ_ѳ_ѵ_ѵѵѹ_ѻ_ѽ_ѿ_",
    "ҁ_________ҋ_ҍ_ҏ_ґ_ғ_ҕ_җ_ҙ_қ_ҝ_ҟ_",
    "ҡ_ң_ҥ_ҧ_ҩ_ҫ_ҭ_ү_ұ_ҳ_ҵ_ҷ_ҹ_һ_ҽ_ҿ_",
    "ӏжжӄ_ӆ_ӈ_ӊ_ӌ_ӎ__ааааӕ_ееә_әәжжзз",
    "ӡ_ииииооө_өөээууууууччӷ_ыыӻ_ӽ_ӿ_",
    "ԁ_ԃ_ԅ_ԇ_ԉ_ԋ_ԍ_ԏ_ԑ_ԓ_ԕ_ԗ_ԙ_ԛ_ԝ_ԟ_",
    "ԡ_ԣ_ԥ_ԧ_ԩ_ԫ_ԭ_ԯ__աբգդեզէըթժիլխծկ",
    "հձղճմյնշոչպջռսվտրցւփքօֆ_________",
];

/// U+1E00 to U+1FFF.
#[rustfmt::skip]
const LATIN_GREEK_EXTENDED: [&str; 16] = [
    "aabbbbbbccddddddddddeeeeeeeeeeff",
    "gghhhhhhhhhhiiiikkkkkkllllllllmm",
    "mmmmnnnnnnnnoooooooopppprrrrrrrr",
    "ssssssssssttttttttuuuuuuuuuuvvvv",
    "wwwwwwwwwwxxxxyyzzzzzzhtwy_ſ__ß_",
    "aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee",
    "eeeeeeeeiiiioooooooooooooooooooo",
    "oooouuuuuuuuuuuuuuyyyyyyyyỻ_ỽ_ỿ_",
    "ααααααααααααααααεεεεεε__εεεεεε__",
    "ηηηηηηηηηηηηηηηηιιιιιιιιιιιιιιιι",
    "οοοοοο__οοοοοο__υυυυυυυυ_υ_υ_υ_υ",
    "ωωωωωωωωωωωωωωωωααεεηηιιοουυωω__",
    "ααααααααααααααααηηηηηηηηηηηηηηηη",
    "ωωωωωωωωωωωωωωωωααααα_ααααααα_ι_",
    "__ηηη_ηηεεηηη___ιιιι__ιιιιιι____",
    "υυυυρρυυυυυυρ_____ωωω_ωωοοωωω___",
];

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::is_combining_mark;

    use super::*;

    /// The rule, by the full tables of Unicode: `_` where nothing changes.
    fn rule(code: u32) -> char {
        let Some(c) = char::from_u32(code) else {
            return '_';
        };
        let mut letters = std::iter::once(c).nfd().filter(|&c| !is_combining_mark(c)).flat_map(char::to_lowercase);
        let letter = match (letters.next(), letters.next()) {
            (Some('ø'), None) => 'o',
            (Some('ł'), None) => 'l',
            (Some('đ' | 'ð'), None) => 'd',
            (Some('ħ'), None) => 'h',
            (Some('ŧ'), None) => 't',
            (Some('ı'), None) => 'i',
            (Some('ς'), None) => 'σ',
            (Some(letter), None) if class(c) == Class::Letter => letter,
            _ => c,
        };
        if letter == c { '_' } else { letter }
    }

    fn assert_table(first: u32, table: &[&str]) {
        let rows: Vec<String> = (0..table.len() as u32)
            .map(|row| (0..ROW as u32).map(|column| rule(first + row * ROW as u32 + column)).collect())
            .collect();
        assert!(rows == table, "should be:\n    {}", rows.join("\n    "));
    }

    #[test]
    fn the_latin_table_says_what_unicode_says() {
        assert_table(0xc0, &LATIN);
    }

    #[test]
    fn the_greek_cyrillic_and_armenian_table_says_what_unicode_says() {
        assert_table(0x380, &GREEK_CYRILLIC_ARMENIAN);
    }

    #[test]
    fn the_table_of_latin_and_greek_additions_says_what_unicode_says() {
        assert_table(0x1e00, &LATIN_GREEK_EXTENDED);
    }

    #[test]
    fn folding_any_letter_twice_changes_nothing() {
        for c in (0..=0x10_ffff).filter_map(char::from_u32).filter(|&c| class(c) == Class::Letter) {
            let (mut once, mut twice) = (String::new(), String::new());
            fold_into(c.encode_utf8(&mut [0; 4]), &mut once);
            fold_into(&once, &mut twice);
            assert!(!once.is_empty() && once == twice, "{c:?} folds to {once:?}, then {twice:?}");
        }
    }

    #[test]
    fn what_joins_is_not_a_letter_of_its_own() {
        assert!(['\u{301}', '\u{345}', '\u{ad}', '\u{200d}'].iter().all(|&c| class(c) == Class::Joiner));
        assert!(['’', 'ʻ', '\''].iter().all(|&c| class(c) == Class::Apostrophe));
    }
}
