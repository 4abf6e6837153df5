//! Stems of words by the language of their text: Snowball's stemmers, and what the page needs in their stead.
//!
//! A query has words that no text has: `travailleurs` where the texts have `travailleur`. Without a stemmer the page takes
//! endings off such a word until a stem is left that it knows. Which endings: those of `endings.txt` (the
//! endings that Snowball's stemmers compare words with, by language) that make words of the briefing's own stems, so that the stemmer itself
//! has said that they are endings.

use std::collections::{BTreeMap, BTreeSet};

use pagefind_stem::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;

use crate::index::STEM_LANGUAGE_SEPARATOR;
use crate::text::fold;

static ENDINGS: &str = include_str!("endings.txt");

/// Of so many stems it is tried whether an ending belongs to them.
const TRIED: usize = 300;

/// At most so many endings are kept for a language.
const KEPT: usize = 100;

/// A language with a stemmer, by the first part of its BCP 47 tag as `endings.txt` has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Language(&'static str);

impl Language {
    /// The language of a tag; none where there is no stemmer, and for English, which the page stems itself.
    pub fn of(tag: &str) -> Option<Language> {
        let first = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        let first = match first.as_str() {
            "nb" | "nn" => "no",
            "hr" | "bs" | "sh" | "cnr" => "sr",
            "ms" => "id",
            "mo" => "ro",
            other => other,
        };
        let known = ENDINGS.lines().filter_map(|line| line.split(' ').next()).find(|&language| language == first);
        known.map(Language)
    }

    fn algorithm(self) -> Algorithm {
        match self.0 {
            "ar" => Algorithm::Arabic,
            "hy" => Algorithm::Armenian,
            "eu" => Algorithm::Basque,
            "ca" => Algorithm::Catalan,
            "da" => Algorithm::Danish,
            "nl" => Algorithm::Dutch,
            "eo" => Algorithm::Esperanto,
            "et" => Algorithm::Estonian,
            "fi" => Algorithm::Finnish,
            "fr" => Algorithm::French,
            "de" => Algorithm::German,
            "el" => Algorithm::Greek,
            "hi" => Algorithm::Hindi,
            "hu" => Algorithm::Hungarian,
            "id" => Algorithm::Indonesian,
            "ga" => Algorithm::Irish,
            "it" => Algorithm::Italian,
            "lt" => Algorithm::Lithuanian,
            "ne" => Algorithm::Nepali,
            "no" => Algorithm::Norwegian,
            "pl" => Algorithm::Polish,
            "pt" => Algorithm::Portuguese,
            "ro" => Algorithm::Romanian,
            "ru" => Algorithm::Russian,
            "sr" => Algorithm::Serbian,
            "es" => Algorithm::Spanish,
            "sv" => Algorithm::Swedish,
            "ta" => Algorithm::Tamil,
            "tr" => Algorithm::Turkish,
            "yi" => Algorithm::Yiddish,
            _ => Algorithm::English,
        }
    }

    /// Whether its stemmer reads a word: others it would cut as if they were its own.
    fn reads(self, word: &str) -> bool {
        let script = |c: char| match self.0 {
            "ar" => matches!(c, '\u{600}'..='\u{6ff}'),
            "hy" => matches!(c, '\u{530}'..='\u{58f}'),
            "el" => matches!(c, '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}'),
            "hi" | "ne" => matches!(c, '\u{900}'..='\u{97f}'),
            "ru" => matches!(c, '\u{400}'..='\u{45f}'),
            "sr" => matches!(c, 'a'..='z' | '\u{c0}'..='\u{24f}' | '\u{400}'..='\u{45f}'),
            "ta" => matches!(c, '\u{b80}'..='\u{bff}'),
            "yi" => matches!(c, '\u{590}'..='\u{5ff}'),
            _ => matches!(c, 'a'..='z' | '\'' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}'),
        };
        word.chars().all(|c| script(c) || self.0 != "ar" && matches!(c, '\u{300}'..='\u{30c}'))
    }

    fn endings(self) -> impl Iterator<Item = &'static str> {
        let line = ENDINGS.lines().find(|line| line.split(' ').next() == Some(self.0));
        line.unwrap_or_default().split(' ').skip(1)
    }
}

/// The stems of the words of a briefing.
#[derive(Default)]
pub(super) struct Stems {
    /// For each language, its stems as its stemmer writes them.
    stems: BTreeMap<Language, BTreeSet<String>>,
}

impl Stems {
    /// The stem of a word as a text writes it, as a term of the index; none where the stemmer does not read it.
    pub fn stem(&mut self, language: Language, written: &str) -> Option<String> {
        let word = spelling(written);
        if !language.reads(&word) {
            return None;
        }
        let stem = Stemmer::create(language.algorithm()).stem(&word).into_owned();
        let folded = fold(&stem);
        self.stems.entry(language).or_default().insert(stem);
        (!folded.is_empty()).then(|| format!("{folded}{STEM_LANGUAGE_SEPARATOR}{}", language.0))
    }

    /// The endings that words may have which are not in the briefing; see [`crate::index::Index::endings`].
    pub fn endings(&self) -> String {
        let lines = self.stems.iter().map(|(&language, stems)| {
            let endings = productive(language, stems).into_iter();
            std::iter::once(language.0.to_owned()).chain(endings).collect::<Vec<_>>().join(" ")
        });
        lines.collect::<Vec<_>>().join("\n")
    }
}

/// The endings of a language that its stems may have, those of most stems first where there are too many.
fn productive(language: Language, stems: &BTreeSet<String>) -> Vec<String> {
    let stemmer = Stemmer::create(language.algorithm());
    // Evenly out of all, so that not all of them begin alike.
    let step = stems.len() / TRIED + 1;
    let tried: Vec<&String> = stems.iter().step_by(step).collect();
    let mut counted: Vec<(usize, String)> = Vec::new();
    for ending in language.endings() {
        let belongs = |stem: &&&String| {
            let word = [stem.as_str(), ending].concat();
            language.reads(&word) && stemmer.stem(&word) == stem.as_str()
        };
        let count = tried.iter().filter(belongs).count();
        let folded = fold(ending);
        if count > 0 && !folded.is_empty() {
            // Short endings are the more frequent ones.
            counted.push((count * 100 / folded.chars().count(), folded));
        }
    }
    counted.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.len().cmp(&b.1.len())));
    let mut kept: Vec<String> = counted.into_iter().take(KEPT).map(|(_, ending)| ending).collect();
    kept.sort_by(|a, b| a.len().cmp(&b.len()).then_with(|| a.cmp(b)));
    kept.dedup();
    kept
}

/// A word as the stemmers expect it: composed, in small letters, without what only lengthens or directs it, with plain
/// apostrophes.
fn spelling(written: &str) -> String {
    let lower = written.nfkc().collect::<String>().to_lowercase();
    lower
        .nfc()
        .filter(|c| !matches!(c, '\u{ad}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{200c}'..='\u{200f}' | '\u{2060}'))
        .map(|c| if matches!(c, '’' | '‘' | 'ʼ' | '＇') { '\'' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn language(tag: &str) -> Language {
        Language::of(tag).expect("a language with a stemmer")
    }

    #[test]
    fn inflections_of_many_languages_share_a_stem() {
        for (tag, words) in [
            ("fr", ["travailleur", "travailleurs"]),
            ("de-AT", ["Häuser", "Hauses"]),
            ("es", ["acuerdos", "acuerdo"]),
            ("it", ["ponte", "ponti"]),
            ("ca", ["ponts", "pont"]),
            ("ru", ["моста", "мостами"]),
            ("el", ["γέφυρα", "γέφυρες"]),
            ("tr", ["köprü", "köprüler"]),
            ("nb", ["broen", "broene"]),
            ("hi", ["नदी", "नदियों"]),
            ("ta", ["பாலம்", "பாலங்கள்"]),
            ("ar", ["الكتاب", "كتاب"]),
            ("pl", ["mostu", "mostem"]),
        ] {
            let mut stems = Stems::default();
            let [one, other] = words.map(|word| stems.stem(language(tag), word));
            assert_eq!(one, other, "{tag} {words:?}");
        }
        assert_eq!(Language::of("uz"), None);
        assert_eq!(Language::of("en-GB"), None, "the page stems English itself");
    }

    #[test]
    fn every_language_has_a_stemmer_and_endings() {
        for line in ENDINGS.lines() {
            let tag = line.split(' ').next().unwrap_or_default();
            assert!(language(tag).endings().count() > 10, "{tag}");
            assert_ne!(language(tag).algorithm() as u8, Algorithm::English as u8, "{tag}");
        }
    }

    #[test]
    fn endings_are_those_that_the_stemmer_takes_off() {
        let mut stems = Stems::default();
        for word in ["ponts", "travailleurs", "accord", "ministres"] {
            stems.stem(language("fr"), word);
        }
        let endings = stems.endings();
        assert!(endings.split(' ').any(|ending| ending == "s"), "{endings}");
        assert!(!endings.split(' ').any(|ending| ending == "b"), "{endings}");
    }

    proptest! {
        #[test]
        fn any_word_can_be_stemmed_in_any_language(
            word in "[a-zßàâçéèêïôùûüäöåøæñıİşğśłžč'’]{1,14}|[а-яёіјљ]{1,12}|[α-ωάέήίύώϊς]{1,12}|[\u{905}-\u{94d}]{1,12}|[\u{b85}-\u{bcd}]{1,12}|[ء-ي]{1,12}|[ա-և]{1,12}|[א-ת]{1,12}",
        ) {
            let mut stems = Stems::default();
            for line in ENDINGS.lines() {
                let language = language(line.split(' ').next().unwrap_or_default());
                stems.stem(language, &word);
            }
            stems.endings();
        }
    }
}
