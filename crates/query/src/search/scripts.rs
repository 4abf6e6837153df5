//! What a reader may expect of the search box in every script and language.

use corpus::Briefing;
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::fixture::in_languages;
use super::*;

fn found(briefing: &Briefing<'_>, query: &str) -> Vec<u32> {
    Query::parse(query).resolve(briefing).statements().iter().map(|id| id.0).collect()
}

/// The statements that queries find, each finished and not, in the words of the first of them.
#[track_caller]
fn assert_found(briefing: &Briefing<'_>, queries: &[&str], expected: &[u32]) {
    for query in queries {
        for query in [(*query).to_owned(), format!("{query} ")] {
            let search = Query::parse(&query).resolve(briefing);
            let ids: Vec<u32> = search.statements().iter().map(|id| id.0).collect();
            assert_eq!(ids, expected, "{query:?}, read as {:?}", search.corrections());
            assert_eq!(search.corrections(), [], "{query:?}");
            for id in search.statements() {
                let text = briefing.content(id);
                assert!(!search.highlights(&text).is_empty(), "{query:?} in {text:?}");
            }
        }
    }
}

/// A text with what is highlighted in brackets.
fn marked(briefing: &Briefing<'_>, query: &str, text: &str) -> String {
    let mut marked = String::new();
    let mut last = 0;
    for range in Query::parse(query).resolve(briefing).highlights(text) {
        marked += &[&text[last..range.start], "[", &text[range.clone()], "]"].concat();
        last = range.end;
    }
    marked + &text[last..]
}

#[test]
fn words_of_scripts_without_spaces_are_found_wherever_they_stand() {
    let briefing = in_languages(
        "en",
        &[
            ("zh", "新的水处理厂将在明年春天开始运行"),
            ("zh", "水处理厂的费用还没有公布"),
            ("ja", "新しい浄水場を来年の春に動かす、データベース"),
            ("th", "เทศบาลบอกว่าน้ำปลอดภัย"),
            ("lo", "ນ້ຳສະອາດໃນເມືອງ"),
            ("km", "ទឹកស្អាតនៅក្នុងទីក្រុង"),
            ("my", "မြန်မာနိုင်ငံ၏ရေသည်သန့်ရှင်းသည်"),
        ],
    );
    assert_found(&briefing, &["处理厂", "水处理厂"], &[0, 1]);
    assert_found(&briefing, &["春天", "运行", "明年春天 水"], &[0]);
    assert_found(&briefing, &["浄水場", "新しい浄水場", "ベース", "ﾃﾞｰﾀ", "テ\u{3099}ータ"], &[2]);
    assert_found(&briefing, &["春"], &[0, 2]);
    assert_found(&briefing, &["น้ำ", "ปลอดภัย", "น\u{e49}\u{e4d}\u{e32}"], &[3]);
    assert_found(&briefing, &["ນ້ຳ", "ເມືອງ"], &[4]);
    assert_found(&briefing, &["ទឹក", "ទីក្រុង"], &[5]);
    assert_found(&briefing, &["မြန်မာ", "သန့်ရှင်း", "သန\u{103a}\u{1037}"], &[6]);
    assert_eq!(found(&briefing, "春水"), [] as [u32; 0], "not apart");
    assert_eq!(found(&briefing, "-处理厂"), [2, 3, 4, 5, 6]);
    assert_eq!(marked(&briefing, "处理厂", "水处理厂的"), "水[处理厂]的");
    assert_eq!(marked(&briefing, "น้ำ", "ว่าน้ำปลอดภัย"), "ว่า[น้ำ]ปลอดภัย");
}

#[test]
fn words_of_a_script_without_spaces_may_be_half_typed_or_parted() {
    let briefing = in_languages("zh", &[("zh", "新的水处理厂，费用2000万元"), ("zh", "处理费用")]);
    assert_eq!(found(&briefing, "处"), [0, 1]);
    assert_eq!(found(&briefing, "水 费用"), [0]);
    assert_eq!(found(&briefing, "2000万"), [0]);
    assert_eq!(found(&briefing, "20"), [0]);
    assert_eq!(found(&briefing, "「处理厂」"), [0]);
}

#[test]
fn every_spelling_of_the_same_letters_finds_the_same() {
    let briefing = in_languages(
        "en",
        &[
            ("ar", "أمن المياه مضمون"),
            ("ar", "ا\u{654}من السد مضمون"),
            ("ko", "정수장이 안전하다고"),
            ("ko", "\u{110c}\u{1165}\u{11bc}\u{1109}\u{116e}\u{110c}\u{1161}\u{11bc} 공사는"),
            ("en", "its ﬁnal oﬀer for the ﬂood wall stands"),
            ("en", "the final vote is in May"),
            ("ja", "ＡＢＣ 社 の データ"),
            ("vi", "tie\u{302}\u{301}ng Vie\u{323}\u{302}t"),
            ("he", "שָׁלוֹם עֲלֵיכֶם"),
            ("tr", "İstanbul’un ışığı"),
            ("el", "Ο Οδυσσεύς"),
            ("de", "die Straße"),
        ],
    );
    assert_found(&briefing, &["أمن", "ا\u{654}من", "أَمْن", "أمـــن"], &[0, 1]);
    assert_found(&briefing, &["정수장", "\u{110c}\u{1165}\u{11bc}\u{1109}\u{116e}\u{110c}\u{1161}\u{11bc}"], &[2, 3]);
    assert_eq!(found(&briefing, "저"), [2, 3], "a syllable that is being typed");
    assert_found(&briefing, &["final", "ﬁnal", "ｆｉｎａｌ"], &[4, 5]);
    assert_found(&briefing, &["flood", "offer"], &[4]);
    assert_found(&briefing, &["ABC", "ａｂｃ", "ABC社", "データ", "ﾃﾞｰﾀ"], &[6]);
    assert_found(&briefing, &["tiếng", "tie\u{302}\u{301}ng", "tieng viet"], &[7]);
    assert_found(&briefing, &["שלום", "שָׁלוֹם"], &[8]);
    assert_found(&briefing, &["istanbul", "İSTANBUL", "ışığı", "isigi"], &[9]);
    assert_found(&briefing, &["ΟΔΥΣΣΕΥΣ", "οδυσσευς"], &[10]);
    assert_found(&briefing, &["strasse", "STRASSE", "STRAẞE"], &[11]);
    assert_eq!(marked(&briefing, "final", "its ﬁnal oﬀer"), "its [ﬁnal] oﬀer");
}

#[test]
fn marks_never_part_a_word() {
    let briefing = in_languages(
        "hi",
        &[("hi", "दिल्ली में नदियों का पानी"), ("ta", "தமிழ்நாடு அரசு"), ("bn", "বিদ্যুৎ কেন্দ্র"), ("hi", "क़लम")],
    );
    assert_found(&briefing, &["दिल्ली", "दिल्"], &[0]);
    assert_found(&briefing, &["தமிழ்நாடு"], &[1]);
    assert_found(&briefing, &["বিদ্যুৎ"], &[2]);
    assert_found(&briefing, &["क़लम", "क\u{93c}लम", "कलम"], &[3]);
    assert_eq!(found(&briefing, "ली"), [] as [u32; 0], "no word begins so");
}

#[test]
fn an_elided_word_is_parted_from_the_next() {
    let briefing = in_languages(
        "fr",
        &[
            ("en", "Côte d’Ivoire sent pumps"),
            ("en", "Ivoire Pumps Ltd was paid"),
            ("fr", "qu’il faut protéger l'eau"),
            ("it", "dell’arte e un'altra cosa"),
            ("ca", "s’ha d’anar a l’Hospitalet, paral·lel"),
            ("en", "we don’t know about N’Djamena"),
        ],
    );
    assert_found(&briefing, &["Ivoire", "d'Ivoire", "l’Ivoire"], &[0, 1]);
    assert_found(&briefing, &["\"Côte d'Ivoire\""], &[0]);
    assert_found(&briefing, &["eau", "l’eau", "d'eau", "il"], &[2]);
    assert_found(&briefing, &["arte", "l'arte", "altra"], &[3]);
    assert_found(&briefing, &["hospitalet", "anar", "parallel", "paral·lel"], &[4]);
    assert_found(&briefing, &["dont", "don't", "djamena", "ndjamena", "N'Djamena"], &[5]);
    assert_eq!(marked(&briefing, "ivoire ", "Côte d’Ivoire"), "Côte d’[Ivoire]");
}

#[test]
fn numbers_are_found_however_their_digits_are_grouped() {
    let briefing = in_languages(
        "en",
        &[
            ("en", "20,000 litres"),
            ("en", "20\u{a0}000 litres"),
            ("en", "20000 litres"),
            ("de", "20.000 Liter"),
            ("fr", "20 000 litres"),
            ("en", "20.000 degrees"),
            ("de", "20,000 Grad, am 24.12.2021"),
            ("ar", "٢٠٬٠٠٠ لتر"),
            ("hi", "12,34,567 रुपये"),
            ("de-CH", "20’000 Liter"),
            ("ja", "２０，０００人"),
            ("en", "a rate of 3.142 or 1.5"),
        ],
    );
    assert_found(&briefing, &["20000"], &[0, 1, 2, 3, 4, 7, 9, 10]);
    assert_found(&briefing, &["20,000", "20.000", "２０，０００"], &[0, 1, 2, 3, 4, 5, 6, 7, 9, 10]);
    assert_found(&briefing, &["20 000", "20\u{a0}000", "20’000"], &[0, 1, 2, 3, 4, 7, 9, 10]);
    assert_found(&briefing, &["20,000 litres"], &[0, 1, 2, 4]);
    assert_found(&briefing, &["\"20000 litres\"", "\"20,000 litres\""], &[0, 1, 2]);
    assert_found(&briefing, &["24.12.2021", "2021", "12.2021"], &[6]);
    assert_found(&briefing, &["1234567", "12,34,567"], &[8]);
    assert_found(&briefing, &["3.142", "1.5", "1,5"], &[11]);
    assert_eq!(found(&briefing, "12.24"), [] as [u32; 0], "another date");
    assert_eq!(marked(&briefing, "20000 ", "20,000 and 20 000 l"), "[20,000] and [20 000] l");
}

#[test]
fn words_are_stemmed_in_the_language_of_their_text() {
    let briefing = in_languages(
        "en",
        &[
            ("fr", "les travailleurs demandent des ponts nouveaux"),
            ("de", "die Häuser an den Brücken"),
            ("ru", "о мостах через реки"),
            ("es", "los acuerdos firmados"),
            ("it", "i trattati della città"),
            ("ca", "les aigües dels rius"),
            ("tr", "Türkiye’nin köprüleri"),
            ("el", "οι γέφυρες της πόλης"),
            ("hi", "नदियों का पानी"),
            ("ar", "الكتاب الجديد"),
            ("uz", "base bases"),
            ("en", "basing rights"),
        ],
    );
    assert_found(&briefing, &["travailleur", "demande", "travailleurs"], &[0]);
    assert_found(&briefing, &["Haus", "Brücke", "Brücken"], &[1]);
    assert_found(&briefing, &["мост", "мостами", "река"], &[2]);
    assert_found(&briefing, &["acuerdo", "firmado"], &[3]);
    assert_found(&briefing, &["trattato", "trattati"], &[4]);
    assert_found(&briefing, &["aigua", "riu"], &[5]);
    assert_found(&briefing, &["köprü", "Türkiye"], &[6]);
    assert_found(&briefing, &["γέφυρα", "πόλη"], &[7]);
    assert_found(&briefing, &["नदी"], &[8]);
    assert_found(&briefing, &["كتاب"], &[9]);
    assert_eq!(found(&briefing, "basing "), [10, 11], "without a stemmer, the word as it stands");
    assert_eq!(found(&briefing, "-travailleur"), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
}

#[test]
fn a_misspelt_word_is_read_as_the_nearest_in_every_script() {
    let briefing = in_languages(
        "ru",
        &[
            ("ru", "Узбекистан и вода"),
            ("ko", "우즈베키스탄 정부"),
            ("zh", "新的水处理厂"),
            ("fr", "l’économie française"),
        ],
    );
    let used = |query: &str| {
        let search = Query::parse(query).resolve(&briefing);
        search.corrections().iter().flat_map(|reading| reading.used.clone()).collect::<Vec<_>>()
    };
    assert_eq!(used("Узбекситан "), ["Узбекистан"]);
    assert_eq!(used("우즈배키스탄 "), ["우즈베키스탄"]);
    assert_eq!(used("ecomonie "), ["économie"]);
    assert_eq!(used("处里厂"), [] as [&str; 0]);
    assert_eq!(found(&briefing, "处里厂"), [] as [u32; 0], "another character is another word");
}

#[test]
fn pictographs_are_found() {
    let briefing = in_languages("en", &[("en", "a flood 🌊 is coming"), ("en", "👍🏽 from 🇺🇿"), ("en", "no signs")]);
    assert_found(&briefing, &["🌊"], &[0]);
    assert_found(&briefing, &["👍", "👍🏿", "🇺🇿"], &[1]);
    assert_eq!(found(&briefing, "🔥"), [] as [u32; 0]);
    assert_eq!(marked(&briefing, "👍", "a👍🏽b"), "a[👍🏽]b");
}

const TEXTS: [&str; 12] = [
    "新的水处理厂",
    "ガス会社㌔",
    "정수장이",
    "أمن المياه",
    "น้ำปลอดภัย",
    "မြန်မာ",
    "दिल्ली में",
    "ﬁnal ＡＢＣ",
    "d’Ivoire 20,000",
    "🌊👩‍🚀",
    "Việt ÖFFNEN",
    "Ёлка",
];

fn typed() -> impl Strategy<Value = String> {
    let text = proptest::sample::select(&TEXTS);
    (text, any::<proptest::sample::Index>(), any::<proptest::sample::Index>()).prop_map(|(text, from, to)| {
        let clusters: Vec<&str> = text.graphemes(true).collect();
        let (from, to) = (from.index(clusters.len()), to.index(clusters.len()));
        clusters[from.min(to)..=from.max(to)].concat()
    })
}

proptest! {
    #[test]
    fn what_is_found_is_highlighted_in_whole_grapheme_clusters(query in typed()) {
        let said: Vec<_> = TEXTS.iter().map(|text| ("en", *text)).collect();
        let briefing = in_languages("en", &said);
        let search = Query::parse(&query).resolve(&briefing);
        for id in search.statements() {
            let text = briefing.content(id);
            let ranges = search.highlights(&text);
            prop_assert!(search.finder.query().is_empty() || !ranges.is_empty(), "{query:?} in {text:?}");
            let mut boundaries: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
            boundaries.push(text.len());
            for range in ranges {
                prop_assert!(boundaries.contains(&range.start) && boundaries.contains(&range.end), "{range:?} of {text:?}");
            }
        }
    }

    #[test]
    fn composed_and_decomposed_queries_find_the_same(query in typed()) {
        let said: Vec<_> = TEXTS.iter().map(|text| ("en", *text)).collect();
        let briefing = in_languages("en", &said);
        let plain = found(&briefing, &query);
        for other in [query.nfc().collect::<String>(), query.nfd().collect(), query.nfkc().collect(), query.nfkd().collect()] {
            prop_assert_eq!(&found(&briefing, &other), &plain, "{} {}", query, other);
        }
    }
}
