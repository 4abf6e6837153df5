//! Languages: tags as files write them, and a guess from the words.

use whatlang::{Info, Lang};

/// The fewest letters from which a guess says anything.
const MIN_LETTERS: usize = 80;

/// The largest part of a text that is looked at, in bytes.
const SAMPLE: usize = 20_000;

/// A BCP 47 tag, from what a file calls its language: `en`, `en_GB.UTF-8`, `en, fr`, `English`. `None` if it is none.
pub(crate) fn tag(text: &str) -> Option<String> {
    let first = text.split([',', ';', '.', '@']).next().unwrap_or_default().trim().replace('_', "-");
    let named = Lang::all().iter().find(|lang| lang.eng_name().eq_ignore_ascii_case(&first));
    if let Some(lang) = named {
        return Some(bcp47(*lang).to_owned());
    }
    let mut parts = first.split('-');
    let primary = parts.next().unwrap_or_default();
    let is_primary = (2..=3).contains(&primary.len()) && primary.bytes().all(|b| b.is_ascii_alphabetic());
    let is_part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
    (is_primary && parts.all(is_part)).then_some(first)
}

/// The language of a text by its words.
pub(crate) struct Guess {
    /// A BCP 47 tag.
    pub tag: &'static str,
    pub is_reliable: bool,
}

/// Guesses the language of a text; `None` if there is too little of it.
pub(crate) fn guess(text: &str) -> Option<Guess> {
    let mut end = text.len().min(SAMPLE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let text = &text[..end];
    let info: Info = whatlang::detect(text)?;
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    // Han and kana say more with a letter.
    let is_dense = matches!(info.lang(), Lang::Cmn | Lang::Jpn | Lang::Kor);
    let is_enough = letters >= if is_dense { MIN_LETTERS / 4 } else { MIN_LETTERS };
    is_enough.then(|| Guess { tag: bcp47(info.lang()), is_reliable: info.is_reliable() })
}

/// Whether two tags may well be meant for one language.
pub(crate) fn is_related(one: &str, other: &str) -> bool {
    const GROUPS: [&[&str]; 4] =
        [&["no", "nb", "nn", "da"], &["hr", "sr", "bs", "sh", "sl"], &["id", "ms", "jv"], &["cs", "sk"]];
    let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    let (one, other) = (primary(one), primary(other));
    one == other || GROUPS.iter().any(|group| group.contains(&&*one) && group.contains(&&*other))
}

/// The shortest code of a language (ISO 639), as BCP 47 wants it.
fn bcp47(lang: Lang) -> &'static str {
    match lang {
        Lang::Epo => "eo",
        Lang::Eng => "en",
        Lang::Rus => "ru",
        Lang::Cmn => "zh",
        Lang::Spa => "es",
        Lang::Por => "pt",
        Lang::Ita => "it",
        Lang::Ben => "bn",
        Lang::Fra => "fr",
        Lang::Deu => "de",
        Lang::Ukr => "uk",
        Lang::Kat => "ka",
        Lang::Ara => "ar",
        Lang::Hin => "hi",
        Lang::Jpn => "ja",
        Lang::Heb => "he",
        Lang::Yid => "yi",
        Lang::Pol => "pl",
        Lang::Amh => "am",
        Lang::Jav => "jv",
        Lang::Kor => "ko",
        Lang::Nob => "nb",
        Lang::Dan => "da",
        Lang::Swe => "sv",
        Lang::Fin => "fi",
        Lang::Tur => "tr",
        Lang::Nld => "nl",
        Lang::Hun => "hu",
        Lang::Ces => "cs",
        Lang::Ell => "el",
        Lang::Bul => "bg",
        Lang::Bel => "be",
        Lang::Mar => "mr",
        Lang::Kan => "kn",
        Lang::Ron => "ro",
        Lang::Slv => "sl",
        Lang::Hrv => "hr",
        Lang::Srp => "sr",
        Lang::Mkd => "mk",
        Lang::Lit => "lt",
        Lang::Lav => "lv",
        Lang::Est => "et",
        Lang::Tam => "ta",
        Lang::Vie => "vi",
        Lang::Urd => "ur",
        Lang::Tha => "th",
        Lang::Guj => "gu",
        Lang::Uzb => "uz",
        Lang::Pan => "pa",
        Lang::Aze => "az",
        Lang::Ind => "id",
        Lang::Tel => "te",
        Lang::Pes => "fa",
        Lang::Mal => "ml",
        Lang::Ori => "or",
        Lang::Mya => "my",
        Lang::Nep => "ne",
        Lang::Sin => "si",
        Lang::Khm => "km",
        Lang::Tuk => "tk",
        Lang::Aka => "ak",
        Lang::Zul => "zu",
        Lang::Sna => "sn",
        Lang::Afr => "af",
        Lang::Lat => "la",
        Lang::Slk => "sk",
        Lang::Cat => "ca",
        Lang::Tgl => "tl",
        Lang::Hye => "hy",
        Lang::Cym => "cy",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_read_as_files_write_them() {
        for (text, expected) in [
            ("en", Some("en")),
            ("en_GB.UTF-8", Some("en-GB")),
            ("uz-Latn-UZ", Some("uz-Latn-UZ")),
            ("ru, en", Some("ru")),
            ("Russian", Some("ru")),
            ("", None),
            ("x", None),
            ("the language", None),
            ("en-", None),
        ] {
            assert_eq!(tag(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn a_language_is_guessed_from_enough_words() {
        let tag = |text: &str| guess(text).map(|guess| guess.tag);
        let russian = "Министр заявил, что переговоры продолжатся на следующей неделе, и подчеркнул, что стороны готовы \
                       обсуждать все вопросы, которые остаются открытыми после встречи в столице.";
        assert_eq!(tag(russian), Some("ru"));
        let english = "The minister said that the talks would go on next week, and that both sides are ready to discuss \
                       all of the questions that remain open after their meeting in the capital.";
        assert_eq!(tag(english), Some("en"));
        assert_eq!(tag("首相は記者会見で、交渉を続けると述べた。会談は来週再開される予定だという。"), Some("ja"));
        assert_eq!(tag("Words."), None);
    }
}
