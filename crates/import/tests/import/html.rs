//! Web pages: the article, its metadata, and what is said to be left out.

use import::NoteKind;

use crate::support::{compiled, notes, texts, value};

const NEWS: &str = include_str!("pages/news.html");
const BLOG: &str = include_str!("pages/blog.html");
const MINISTRY: &str = include_str!("pages/ministry.html");
const RELEASE: &str = include_str!("pages/release.html");

#[test]
fn the_article_of_a_news_site() {
    let document = compiled("news.html", NEWS.as_bytes());
    let texts = texts(&document);
    assert_eq!(texts[0], "= Council calls bridge safe as engineer asks for repairs");
    let words = texts.join("\n");
    for kept in [
        "nobody who crosses it needs to be\u{A0}afraid. “We have no reason to close it,” said the mayor, Paul Oster.",
        "# What the letter says",
        "1. two bearings at the northern pier are worn;",
        "“I cannot sign for another winter,” Ms Lind wrote, “and I will not.”",
        "The opposition said it would ask again in July.",
    ] {
        assert!(words.contains(kept), "{kept}\n{words}");
    }
    for dropped in
        ["We value", "Share on", "Read more", "Sign up", "Ferry", "First!", "All rights", "Photograph", "Advertisement"]
    {
        assert!(!words.contains(dropped), "{dropped}\n{words}");
    }
    let left_out = notes(&document, NoteKind::LeftOut);
    for noted in [
        "a cookie notice: We value your privacy.",
        "navigation: News · Sport · Opinion",
        "a caption: The bridge at Aldport in May. Photograph: A. Nother",
        "sharing: Share on Facebook · Copy link",
        "links to other articles: Read more",
        "an invitation to subscribe: Sign up for our morning letter",
        "comments: Comments (2) · First!",
        "a footer: © 2024 The Aldport Review.",
        "1 picture",
    ] {
        assert!(left_out.iter().any(|note| note.starts_with(noted)), "{noted}\n{left_out:#?}");
    }
    let metadata = &document.metadata;
    for (found, expected) in [
        (&metadata.published, "2024-06-04"),
        (&metadata.author, "Ines Kray, Tom Vell"),
        (&metadata.outlet, "The Aldport Review"),
        (&metadata.language, "en-GB"),
        (&metadata.url, "https://review.example/2024/06/bridge-safe"),
    ] {
        assert_eq!(value(found.as_ref()), expected);
    }
}

#[test]
fn the_post_of_a_blog() {
    let document = compiled("blog.html", BLOG.as_bytes());
    let texts = texts(&document);
    assert_eq!(texts[0], "= Five winters: what the bridge counts tell us");
    for kept in [
        "# The counts",
        "Winter | Lorries a day\n2019 | 212\n2023 | 348",
        "# What follows",
        "A bridge does not read council papers.",
    ] {
        assert!(texts.iter().any(|text| text == kept), "{kept}\n{texts:#?}");
    }
    assert!(
        texts.iter().any(|text| text.ends_with("is not one either.\nI have sent my sheets to the council.")),
        "{texts:#?}"
    );
    assert!(!texts.concat().contains("Recent Posts") && !texts.concat().contains("Well counted"), "{texts:#?}");
    let metadata = &document.metadata;
    assert_eq!(value(metadata.published.as_ref()), "2024-06-09");
    assert_eq!(value(metadata.author.as_ref()), "Jon Harrow");
    assert_eq!(value(metadata.outlet.as_ref()), "Harbour Notes");
    assert_eq!(value(metadata.url.as_ref()), "https://harbour.example/five-winters/");
}

#[test]
fn a_page_of_tables_in_windows_1251() {
    let (bytes, _, had_errors) = encoding_rs::WINDOWS_1251.encode(MINISTRY);
    assert!(!had_errors);
    let document = compiled("ministry.html", &bytes);
    assert_eq!(document.encoding.as_ref().map(|encoding| encoding.name), Some("windows-1251"));
    let texts = texts(&document);
    let words = texts.join("\n");
    assert_eq!(texts[..2], ["= О мосте в Олдпорте", "4 июня 2024 г."]);
    assert!(texts.iter().any(|text| text.starts_with("«Мы направим в город")), "{texts:#?}");
    assert!(words.contains("до наступления зимы.") && !words.contains("Контакты"), "{texts:#?}");
    assert_eq!(value(document.metadata.title.as_ref()), "О мосте в Олдпорте");
    assert_eq!(value(document.metadata.language.as_ref()), "ru");
}

#[test]
fn a_text_that_is_shorter_than_the_menus() {
    let document = compiled("release.html", RELEASE.as_bytes());
    assert_eq!(
        texts(&document),
        [
            "= Statement on the bridge",
            "The bridge is safe for all traffic. The council has no reason to close it.",
            "Another opinion has been asked for and will be published.",
        ]
    );
    let metadata = &document.metadata;
    assert_eq!(value(metadata.published.as_ref()), "2024-06-03");
    assert_eq!(value(metadata.outlet.as_ref()), "Aldport Council");
    assert_eq!(value(metadata.author.as_ref()), "Aldport Council, Press Office");
}

#[test]
fn no_word_of_a_page_is_lost_silently() {
    for (name, page) in
        [("news.html", NEWS), ("blog.html", BLOG), ("ministry.html", MINISTRY), ("release.html", RELEASE)]
    {
        let document = compiled(name, page.as_bytes());
        let mut found: String = document.text();
        document.notes.iter().for_each(|note| found = format!("{found} {}", note.words));
        let found: Vec<&str> = found.split_whitespace().collect();
        // The words of the body, without tags and without what no reader sees.
        let body = &page[page.to_lowercase().find("<body").expect("a body")..];
        let text = body.replace("&nbsp;", "\u{A0}").replace("&#8220;", "“").replace("&#8221;", "”");
        let parts = text.split('<').filter_map(|part| part.split_once('>'));
        let words = parts.map(|(_, text)| text).collect::<Vec<_>>().join(" ");
        for word in words.split_whitespace() {
            let is_found =
                found.iter().any(|other| other.contains(word.trim_matches('\u{A0}')) || word.contains(*other));
            assert!(is_found, "{name}: {word}");
        }
    }
}

#[test]
fn a_page_that_a_browser_has_saved_knows_its_address() {
    let page = "<!DOCTYPE html>\n<!-- saved from url=(0027)https://a.example/b?c=d&e=f -->\n<html><body><h1>T</h1><p>Words.</p></body></html>";
    assert_eq!(value(compiled("a.html", page.as_bytes()).metadata.url.as_ref()), "https://a.example/b?c=d&e=f");
}

#[test]
fn a_page_that_single_file_has_saved_knows_its_address_and_the_day() {
    let page = "<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n url: https://a.example/b \n \
                saved date: Wed Jun 05 2024 23:30:25 GMT+0200 (Central European Summer Time)\n--><meta charset=utf-8>\
                <meta property=\"article:published_time\" content=\"DATE\"><body><h1>T</h1><p>Words.</p></body></html>";
    let document = compiled("a.html", page.replace("DATE", "2024-06-04").as_bytes());
    assert_eq!(value(document.metadata.url.as_ref()), "https://a.example/b");
    assert_eq!(value(document.metadata.retrieved.as_ref()), "2024-06-05");
    let context = import::Context { file: "a.html", ..import::Context::default() };
    assert!(import::annotation(&document, &context).contains("\nretrieved = \"2024-06-05\"  # from SingleFile\n"));
    // A page may say that it was published later; the annotation compiles nevertheless.
    let document = compiled("a.html", page.replace("DATE", "2024-06-07").as_bytes());
    assert!(import::annotation(&document, &context).contains("\n# retrieved = \"2024-06-05\""));
}
