//! Segmentation, folding and stemming in many scripts.

use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

use super::*;

fn folded(text: &str) -> Vec<String> {
    terms(text).map(|term| term.word).collect()
}

fn segmented(text: &str) -> Vec<&str> {
    words(text).map(|word| &text[word.range]).collect()
}

#[test]
fn words_are_folded() {
    assert_eq!(folded("The Kremlin’s ERDOĞAN met Łukasz"), ["the", "kremlin", "erdogan", "met", "lukasz"]);
    assert_eq!(folded("Straße, Æsir, Œuvre, Þing"), ["strasse", "aesir", "oeuvre", "thing"]);
    assert_eq!(folded("Сергей ШОЙГУ Ёлка"), ["сергеи", "шоигу", "елка"]);
    assert_eq!(folded("Οδυσσεύς"), ["οδυσσευσ"]);
}

#[test]
fn composed_and_decomposed_letters_fold_alike() {
    assert_eq!(folded("Andre\u{301} Andr\u{e9}"), ["andre", "andre"]);
    assert_eq!(segmented("Andre\u{301}!"), ["Andre\u{301}"]);
}

#[test]
fn a_possessive_ending_is_not_part_of_the_word() {
    assert_eq!(folded("Russia’s Russia's Russia the UN’s"), ["russia", "russia", "russia", "the", "un"]);
    assert_eq!(segmented("Russia’s bases"), ["Russia", "bases"]);
    assert_eq!(folded("the officials’ visit"), ["the", "officials", "visit"]);
}

#[test]
fn an_apostrophe_between_letters_is_dropped() {
    assert_eq!(folded("Oʻzbekiston O‘zbekiston don’t O'Neill"), ["ozbekiston", "ozbekiston", "dont", "oneill"]);
    assert_eq!(folded("‘no bases’ 'at all'"), ["no", "bases", "at", "all"]);
    assert_eq!(folded("п’ять aujourd’hui I’ll"), ["пять", "aujourdhui", "ill"]);
}

#[test]
fn an_apostrophe_separates_an_elided_word_from_the_next() {
    assert_eq!(segmented("Côte d’Ivoire, qu'il L’Aquila"), ["Côte", "d", "Ivoire", "qu", "il", "L", "Aquila"]);
    assert_eq!(segmented("dell'arte, un’altra; s’ha d'anar"), ["dell", "arte", "un", "altra", "s", "ha", "d", "anar"]);
    let terms: Vec<String> = search_terms("N’Djamena").map(|term| term.word).collect();
    assert_eq!(terms, ["ndjamena", "n", "djamena"]);
}

#[test]
fn hyphens_and_plus_signs_separate_words() {
    assert_eq!(folded("Nur-Sultan, C5 + 1 (2022–2023)"), ["nur", "sultan", "c5", "1", "2022", "2023"]);
    assert_eq!(folded("paral·lel · a צה״ל צה\"ל"), ["parallel", "a", "צהל", "צהל"]);
}

#[test]
fn numbers_with_digit_grouping_are_one_word() {
    assert_eq!(
        folded("20,000 20.000 20\u{a0}000 20’000 12,34,567 ２０，０００ ٢٠٬٠٠٠"),
        ["20000", "20000", "20000", "20000", "1234567", "20000", "20000"]
    );
    assert_eq!(folded("24.12.2021 3.14 0.500 1,234.5"), ["24", "12", "2021", "3", "14", "0", "500", "1234", "5"]);
    assert_eq!(folded("20,000人 50,000km"), ["20000", "人", "50000km"]);
    assert_eq!(search_terms("20 000 t").map(|term| term.word).collect::<Vec<_>>(), ["20000", "20", "000", "t"]);
    assert_eq!(ambiguous_number_parts("20.000").collect::<Vec<_>>(), ["20", "000"]);
    assert_eq!(ambiguous_number_parts("20 000").count() + ambiguous_number_parts("U.S").count(), 0);
}

#[test]
fn initials_are_one_word() {
    assert_eq!(
        folded("the U.S. and U.S.-led forces at 5 p.m."),
        ["the", "us", "and", "us", "led", "forces", "at", "5", "pm"]
    );
    assert_eq!(segmented("The U.S. Army"), ["The", "U.S", "Army"]);
    assert_eq!(
        folded("x.com is not e.g.this, nor J. Biden"),
        ["x", "com", "is", "not", "eg", "this", "nor", "j", "biden"]
    );
    assert_eq!(folded("1.5 is two numbers"), ["1", "5", "is", "two", "numbers"]);
}

#[test]
fn characters_of_scripts_without_spaces_are_words() {
    assert_eq!(segmented("新的水。データ"), ["新", "的", "水", "デ", "ー", "タ"]);
    assert_eq!(segmented("น้ำไม่"), ["น้ำ", "ไ", "ม่"]);
    assert_eq!(segmented("မြန်မာ"), ["မြ", "န်", "မာ"]);
    assert_eq!(segmented("ខ្មែរ"), ["ខ្មែ", "រ"]);
    assert_eq!(segmented("ABC社は12月に"), ["ABC", "社", "は", "12", "月", "に"]);
    assert_eq!(folded("㌔"), ["キ", "ロ"]);
}

#[test]
fn marks_never_separate_a_word() {
    assert_eq!(segmented("हिन्दी में क्षत्रिय"), ["हिन्दी", "में", "क्षत्रिय"]);
    assert_eq!(segmented("தமிழ்நாடு அரசு"), ["தமிழ்நாடு", "அரசு"]);
    assert_eq!(segmented("বাংলা বিদ্যুৎ, മലയാളം"), ["বাংলা", "বিদ্যুৎ", "മലയാളം"]);
    assert_eq!(segmented("שָׁלוֹם עֲלֵיכֶם"), ["שָׁלוֹם", "עֲלֵיכֶם"]);
}

#[test]
fn pictographs_are_words_with_their_modifiers() {
    assert_eq!(segmented("🌊🌊 👩‍🚀👍🏽 🇺🇿🇷🇺❤️"), ["🌊", "🌊", "👩‍🚀", "👍🏽", "🇺🇿", "🇷🇺", "❤️"]);
    assert_eq!(folded("❤️ ❤ 👍🏽 👍"), ["❤", "❤", "👍", "👍"]);
}

#[test]
fn inflections_share_a_stem() {
    assert!(["base", "bases", "based", "basing"].iter().all(|word| stem(word) == "base"));
    assert_eq!(stem("узбекистан"), "узбекистан");
}

fn awkward() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[a-sS.'’ʻ\u{301}\u{345}éßİ0-9 -]{0,24}",
        "[0-9,. '’\u{a0}２]{0,16}",
        "[dlDL’'sS ·\u{301}\u{200d}\u{ad}a]{0,12}",
        "[水はガﾞ\u{3099}กน้ำะမန်\u{1039}ខ្ក\u{200d}🌊👩🏽️🇺🇿한\u{1100}\u{1161}\u{11a8}ि्क\u{600}a1㌔]{0,12}",
    ]
}

proptest! {
    #[test]
    fn ranges_ascend_on_character_boundaries(text in awkward()) {
        let mut last = 0;
        for Word { range, .. } in words(&text) {
            prop_assert!(last <= range.start && range.start < range.end);
            prop_assert!(text.get(range.clone()).is_some());
            prop_assert!(!fold(&text[range.clone()]).is_empty());
            last = range.end;
        }
        prop_assert!(last <= text.len());
    }

    #[test]
    fn words_are_on_boundaries_of_grapheme_clusters(
        text in "[a-dé’'s.,0-9 \u{301}水はガﾞ\u{3099}กน้ำะမန်\u{1039}ခក\u{17d2}ខ🌊👩\u{200d}🏽\u{fe0f}🇺🇿한\u{1100}\u{1161}\u{11a8}िക्क\u{94d}\u{600}אָאַبّ-]{0,16}"
    ) {
        let mut boundaries: Vec<usize> = text.grapheme_indices(true).map(|(offset, _)| offset).collect();
        boundaries.push(text.len());
        for term in search_terms(&text) {
            prop_assert!(boundaries.contains(&term.range.start) && boundaries.contains(&term.range.end),
                "{:?} of {text:?}", &text[term.range.clone()]);
        }
    }

    #[test]
    fn folded_words_are_segmented_and_folded_to_themselves(text in prop_oneof![1 => Just("क\u{94d}㌔".to_owned()), 200 => awkward()]) {
        for word in folded(&text) {
            prop_assert_eq!(folded(&word), [word]);
        }
    }

    #[test]
    fn any_word_can_be_stemmed(text in awkward()) {
        for term in terms(&text) {
            prop_assert!(!term.stem().is_empty());
        }
    }
}
