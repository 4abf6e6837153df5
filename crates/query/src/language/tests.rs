//! Which language and direction texts get, and how names stand in sentences.

use corpus::compile::{SeedFile, compile};

use super::*;
use crate::testing::{both, shipped};

impl PartialEq<&str> for Phrase {
    fn eq(&self, text: &&str) -> bool {
        format!("{self}") == *text
    }
}

impl PartialEq<String> for Phrase {
    fn eq(&self, text: &String) -> bool {
        format!("{self}") == *text
    }
}

/// A briefing in a language with documents in others.
fn briefing(language: &str, documents: &[(&str, &str)]) -> Shared {
    let file = |name: String, text: String| SeedFile { name, bytes: text.into_bytes() };
    let mut files = vec![
        file("actors.toml".into(), String::new()),
        file("topics.toml".into(), String::new()),
        file(
            "briefing.toml".into(),
            format!(
                "title = \"A\"\nstandfirst = \"B\"\nlanguage = \"{language}\"\neditor = \"C\"\nlicence = \"D\"\nmethod = [\"E\"]\n"
            ),
        ),
    ];
    for (number, (language, text)) in documents.iter().enumerate() {
        files.push(file(format!("d{number}.txt"), (*text).to_owned()));
        let content = format!("[[statement]]\nid = \"s{number}\"\nform = \"narration\"\ncontent = \"{text}\"\n");
        files.push(file(format!("d{number}.toml"), format!("title = \"T\"\nlanguage = \"{language}\"\n{content}")));
    }
    let compiled = compile(&files).unwrap_or_else(|report| panic!("{}", report.render(false, 100)));
    Box::leak(Box::new(corpus::load(compiled.bytes.leak()).expect("what was just compiled loads")))
}

const ARABIC: &str = "المياه آمنة";
const ENGLISH: &str = "The water is safe";

fn english() -> Shared {
    briefing("en", &[("en", ENGLISH), ("ar", ARABIC)])
}

fn arabic() -> Shared {
    briefing("ar", &[("en", ENGLISH), ("ar", ARABIC)])
}

/// What is said of a text. A language without a direction of its own runs as the page that these tests have for it.
fn attributes_of(lang: Option<&'static str>, dir: Option<&'static str>) -> Language {
    let direction = match (lang, dir) {
        (_, Some("rtl")) | (Some("ar"), None) => Direction::RightToLeft,
        _ => Direction::LeftToRight,
    };
    Language { lang, dir, direction }
}

#[test]
fn a_language_runs_as_its_script_does() {
    for tag in
        ["ar", "AR-eg", "fa", "he", "iw", "ur", "ps", "yi", "dv", "ckb", "sd", "ug", "arz", "nqo", "syr", "ar-001"]
    {
        assert_eq!(Direction::of_language(tag), Direction::RightToLeft, "{tag}");
    }
    for tag in ["uz-Arab", "pa-Arab-PK", "az-Arab", "ff-Adlm", "ku-ARAB", "zh-yue-Arab", "en-Hebr"] {
        assert_eq!(Direction::of_language(tag), Direction::RightToLeft, "{tag}");
    }
    for tag in ["en", "fr", "zh", "ku", "ar-Latn", "fa-Cyrl", "sd-Deva", "uz", "en-x-arab", "de-1996", "und", "", "a"] {
        assert_eq!(Direction::of_language(tag), Direction::LeftToRight, "{tag}");
    }
}

#[test]
fn the_lists_of_codes_ascend() {
    for list in [&RIGHT_TO_LEFT_SCRIPTS[..], &RIGHT_TO_LEFT_LANGUAGES] {
        assert!(list.is_sorted_by(|one, next| one < next), "{list:x?}");
    }
}

#[test]
fn a_text_runs_as_its_first_strong_letter() {
    use Direction::{LeftToRight, RightToLeft};
    for (text, direction) in [
        ("Water", Some(LeftToRight)),
        ("«مياه» Water", Some(RightToLeft)),
        ("(100%) מים", Some(RightToLeft)),
        ("2021: Water مياه", Some(LeftToRight)),
        ("ندا ABC", Some(RightToLeft)),
        ("\u{200f}(ABC)", Some(RightToLeft)),
        ("𐤀𐤁", Some(RightToLeft)),
        ("𞤀𞤣", Some(RightToLeft)),
        ("水道", Some(LeftToRight)),
        ("١٢٣ – 45 %", None),
        ("", None),
    ] {
        assert_eq!(Direction::of_text(text), direction, "{text}");
    }
}

#[test]
fn letters_run_as_unicode_has_them() {
    use unicode_bidi::BidiClass::{AL, L, R};
    // The ranges of a block also hold what is not assigned yet; only letters count.
    for c in (0..=0x10_ffff).filter_map(char::from_u32).filter(|c| c.is_alphabetic()) {
        match unicode_bidi::bidi_class(c) {
            AL | R => assert_eq!(strong(c), Some(Direction::RightToLeft), "U+{:04X}", c as u32),
            L => assert_eq!(strong(c), Some(Direction::LeftToRight), "U+{:04X}", c as u32),
            // Marks and signs that count as letters: no text begins with them.
            _ => {}
        }
    }
}

#[test]
fn an_english_briefing_of_english_documents_needs_no_attribute() {
    let data = shipped();
    let texts = data.actors.iter().flat_map(|actor| [actor.name, actor.short, actor.role]);
    for text in texts.chain(data.topics.iter().map(|topic| topic.name)).chain([data.title, data.standfirst]) {
        assert_eq!((name(data, text), prose(data, text)), (Language::default(), Language::default()), "{text}");
        assert_eq!(Phrase::of(named(data, text)).parts(), Phrase::new(text).parts());
    }
    for data in both() {
        for id in data.statement_ids() {
            assert_eq!(crate::card::content_language(data, id), Language::default());
        }
    }
}

#[test]
fn the_page_is_in_the_interfaces_language_and_in_the_briefings_direction() {
    assert_eq!((page_language(english()), page_direction(english())), ("en", Direction::LeftToRight));
    assert_eq!((page_language(arabic()), page_direction(arabic())), ("en", Direction::RightToLeft));
    assert_eq!(page_language(briefing("en-GB", &[("en", ENGLISH)])), "en-GB");
    assert_eq!(page_language(briefing("fr", &[("fr", "L’eau")])), "en");
}

#[test]
fn a_document_says_its_language_where_it_differs_from_the_pages() {
    let (foreign, own) = (DocumentId(1), DocumentId(0));
    assert_eq!(document(english(), foreign, ARABIC), attributes_of(Some("ar"), Some("rtl")));
    assert_eq!(document(english(), own, ENGLISH), Language::default());
    assert_eq!(document(arabic(), foreign, ARABIC), attributes_of(Some("ar"), None));
    assert_eq!(document(arabic(), own, ENGLISH), attributes_of(None, Some("ltr")));
    assert_eq!(document(briefing("en", &[("fr", "L’eau")]), own, "L’eau"), attributes_of(Some("fr"), None));
}

#[test]
fn a_document_runs_as_its_language_whatever_it_begins_with() {
    let data = english();
    let first = "ABC: المياه آمنة";
    assert_eq!(document(data, DocumentId(1), first), attributes_of(Some("ar"), Some("rtl")));
    assert_eq!(document(data, DocumentId(0), "المياه is Arabic"), Language::default());
    // A paragraph in another language altogether.
    assert_eq!(document(data, DocumentId(1), "In English only."), Language::default());
    assert_eq!(document(arabic(), DocumentId(1), "In English only."), attributes_of(None, Some("ltr")));
    assert_eq!(document(data, DocumentId(1), "100 %"), attributes_of(Some("ar"), Some("rtl")));
}

#[test]
fn a_name_runs_as_it_begins_and_has_the_language_that_does() {
    assert_eq!(name(english(), "البلدية"), attributes_of(Some("ar"), Some("rtl")));
    assert_eq!(name(english(), "Town (البلدية)"), Language::default());
    assert_eq!(name(arabic(), "البلدية"), attributes_of(Some("ar"), None));
    assert_eq!(name(arabic(), "CNN بالعربية"), attributes_of(Some("ar"), None));
    assert_eq!(name(arabic(), "Town"), attributes_of(None, Some("ltr")));
    assert_eq!(name(arabic(), "2021"), attributes_of(Some("ar"), None));
    assert_eq!(prose(english(), "«البلدية» means town"), Language::default());
}

#[test]
fn a_name_whose_language_is_not_known_says_so() {
    let unknown = briefing("en", &[("en", ENGLISH)]);
    assert_eq!(name(unknown, "البلدية"), attributes_of(Some("und"), Some("rtl")));
    let several = briefing("en", &[("fa", "آب"), ("ar", ARABIC)]);
    assert_eq!(name(several, "البلدية"), attributes_of(Some("und"), Some("rtl")));
    assert_eq!(alias(several, "آمنة", None), attributes_of(Some("ar"), Some("rtl")), "a document writes it");
}

#[test]
fn our_words_within_a_text_are_marked_as_ours() {
    for (data, text, expected) in [
        (english(), ARABIC, attributes_of(Some("en"), Some("ltr"))),
        (english(), ENGLISH, Language::default()),
        (arabic(), ARABIC, attributes_of(Some("en"), None)),
    ] {
        assert_eq!(interface(data, document(data, DocumentId(1), text)), expected, "{text}");
    }
}

#[test]
fn a_name_in_plain_text_is_isolated_where_it_could_turn_its_surroundings() {
    assert_eq!(isolated("Town"), "Town");
    assert_eq!(isolated("البلدية"), "\u{2068}البلدية\u{2069}");
    let list = |names: &[&'static str]| {
        Phrase::list(names.iter().map(|text| Phrase::of(named(english(), text))).collect()).literal(" agree")
    };
    assert_eq!(list(&["Town", "Army", "People"]), "Town, Army and People agree");
    assert_eq!(list(&["البلدية", "Town", "الجيش"]), "\u{2068}البلدية\u{2069}, Town and \u{2068}الجيش\u{2069} agree");
    assert_eq!(list(&["Town", "Army"]).parts().len(), 1, "what needs no element is part of the sentence");
    assert_eq!(list(&["البلدية", "Town", "الجيش"]).parts().len(), 4);
}

#[test]
fn a_title_isolates_only_what_runs_against_its_beginning() {
    let of = |text| Phrase::of(named(english(), text));
    let title = |first, second| of(first).literal(" · ").phrase(of(second)).title();
    assert_eq!(title("البلدية", "مياه"), "البلدية · مياه");
    assert_eq!(title("البلدية", "Water"), "البلدية · Water");
    assert_eq!(title("Town", "مياه"), "Town · \u{2068}مياه\u{2069}");
    assert_eq!(Phrase::default().title(), "");
}

#[test]
fn letters_have_a_direction_and_what_stands_between_them_has_none() {
    // Letters that are symbols at the same time have none in either view.
    let is_symbol = |c: char| matches!(c, '\u{300}'..='\u{36f}' | '\u{2000}'..='\u{2fff}' | '\u{1f000}'..='\u{1fbff}');
    for c in ('\0'..=char::MAX).filter(|c| c.is_alphabetic() && !is_symbol(*c)) {
        let text = c.to_string();
        let expected = if in_right_to_left_block(c) { Direction::RightToLeft } else { Direction::LeftToRight };
        assert_eq!(Direction::of_text(&text), Some(expected), "{c:?}");
    }
    for text in [
        "",
        " 12.5 %",
        "“”«»…–—",
        "€ ± × ÷ § © ® ° ²",
        "٠١٢٣ ، ؟ ؛",
        "←→ ∑ ≤ ■ ★ ☀",
        "、。「」【】",
        "！（）１２",
        "😀 🇺🇳",
        "\u{301}\u{fe0f}",
    ] {
        assert_eq!(Direction::of_text(text), None, "{text}");
    }
}
