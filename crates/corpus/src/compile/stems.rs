//! Stems of words by the language of their text, with the stemmers of Snowball, and the endings that replace these
//! stemmers on the page.
//!
//! A query may have words that are in no text: `travailleurs` where the texts have `travailleur`. Without a stemmer the
//! page removes endings from such a word until the rest is a stem of the index. The endings of a language are those of
//! `endings.txt` (the endings that Snowball's stemmer compares words with) which the stemmer removes again when they
//! are appended to stems of the briefing.

use std::collections::{BTreeMap, BTreeSet};

use pagefind_stem::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;

use crate::index::STEM_LANGUAGE_SEPARATOR;
use crate::text::fold;

static ENDINGS: &str = include_str!("endings.txt");

/// The number of stems to which an ending is appended to test it.
const SAMPLE_SIZE: usize = 300;

/// The greatest number of endings of a language.
const MAX_ENDINGS: usize = 100;

/// A language with a stemmer, as the primary subtag of BCP 47 in `endings.txt`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Language(&'static str);

impl Language {
    /// The language of a BCP 47 tag; `None` without a stemmer, and for English, which the page stems itself.
    pub fn of(tag: &str) -> Option<Language> {
        let subtag = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        let subtag = match subtag.as_str() {
            "nb" | "nn" => "no",
            "hr" | "bs" | "sh" | "cnr" => "sr",
            "ms" => "id",
            "mo" => "ro",
            other => other,
        };
        let known = ENDINGS.lines().filter_map(|line| line.split(' ').next()).find(|&language| language == subtag);
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

    /// Whether a word is in the script of the stemmer, which would cut words of other scripts as well.
    fn accepts(self, word: &str) -> bool {
        let is_in_script = |c: char| match self.0 {
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
        word.chars().all(|c| is_in_script(c) || self.0 != "ar" && matches!(c, '\u{300}'..='\u{30c}'))
    }

    /// The endings in `endings.txt`.
    fn endings(self) -> impl Iterator<Item = &'static str> {
        let line = ENDINGS.lines().find(|line| line.split(' ').next() == Some(self.0));
        line.unwrap_or_default().split(' ').skip(1)
    }
}

/// The stems of the words of a briefing.
#[derive(Default)]
pub(super) struct Stems {
    /// The stems of each language, as its stemmer writes them.
    stems: BTreeMap<Language, BTreeSet<String>>,
}

impl Stems {
    /// The stem of a word of a text, as a term of the index; `None` for a word of another script.
    pub fn stem(&mut self, language: Language, written: &str) -> Option<String> {
        let word = normalize(written);
        if !language.accepts(&word) {
            return None;
        }
        let stem = Stemmer::create(language.algorithm()).stem(&word).into_owned();
        let folded = fold(&stem);
        self.stems.entry(language).or_default().insert(stem);
        (!folded.is_empty()).then(|| format!("{folded}{STEM_LANGUAGE_SEPARATOR}{}", language.0))
    }

    /// The endings of each language; see [`crate::index::Index::endings`].
    pub fn endings(&self) -> String {
        let lines = self.stems.iter().map(|(&language, stems)| {
            let endings = productive_endings(language, stems).into_iter();
            std::iter::once(language.0.to_owned()).chain(endings).collect::<Vec<_>>().join(" ")
        });
        lines.collect::<Vec<_>>().join("\n")
    }
}

/// The endings that the stemmer of a language removes from stems of the briefing; where there are too many, the most
/// productive ones.
fn productive_endings(language: Language, stems: &BTreeSet<String>) -> Vec<String> {
    let stemmer = Stemmer::create(language.algorithm());
    // The sample is spread over all stems in alphabetical order.
    let step = stems.len() / SAMPLE_SIZE + 1;
    let sample: Vec<&String> = stems.iter().step_by(step).collect();
    let mut counted: Vec<(usize, String)> = Vec::new();
    for ending in language.endings() {
        let is_removed = |stem: &&&String| {
            let word = [stem.as_str(), ending].concat();
            language.accepts(&word) && stemmer.stem(&word) == stem.as_str()
        };
        let count = sample.iter().filter(is_removed).count();
        let folded = fold(ending);
        if count > 0 && !folded.is_empty() {
            // Short endings are more frequent in words that are not in the sample, too.
            counted.push((count * 100 / folded.chars().count(), folded));
        }
    }
    counted.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.len().cmp(&b.1.len())));
    let mut kept: Vec<String> = counted.into_iter().take(MAX_ENDINGS).map(|(_, ending)| ending).collect();
    kept.sort_by(|a, b| a.len().cmp(&b.len()).then_with(|| a.cmp(b)));
    kept.dedup();
    kept
}

/// A word as the stemmers expect it: composed, in lower case, with ASCII apostrophes and without soft hyphens, tatweel,
/// vowel marks of Arabic, joiners and direction marks.
fn normalize(written: &str) -> String {
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
    fn endings_are_those_that_the_stemmer_removes() {
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
