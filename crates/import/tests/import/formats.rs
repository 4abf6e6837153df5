//! Every format, and every encoding of plain text, to a corpus that compiles as it is.

use import::{Format, NoteKind};

use crate::support::{compiled, docx, notes, odt, pdf, texts, value, word_paragraph};

#[test]
fn a_document_of_every_format_compiles_at_once() {
    let words = "The council said on Monday that the bridge is safe.";
    let html = format!("<html lang=en><title>Bridge</title><h1>Bridge</h1><article><p>{words}</p></article>");
    let files: [(&str, Vec<u8>, Format); 6] = [
        ("talks.txt", format!("Bridge\n\n{words}\n").into_bytes(), Format::Text),
        ("talks.md", format!("# Bridge\n\n{words}\n").into_bytes(), Format::Markdown),
        ("talks.html", html.into_bytes(), Format::Html),
        ("talks.docx", docx(&(word_paragraph("Title", "Bridge") + &word_paragraph("", words)), &[]), Format::Docx),
        ("talks.odt", odt(&format!("<text:h>Bridge</text:h><text:p>{words}</text:p>"), &[]), Format::Odt),
        ("talks.pdf", pdf(&[vec![(60.0, 760.0, 20.0, "Bridge"), (60.0, 700.0, 10.0, words)]], ""), Format::Pdf),
    ];
    for (name, bytes, format) in files {
        let document = compiled(name, &bytes);
        assert_eq!(document.format, format, "{name}");
        assert_eq!(texts(&document), ["= Bridge", words], "{name}");
        assert_eq!(value(document.metadata.title.as_ref()), "Bridge", "{name}");
    }
}

#[test]
fn texts_in_any_encoding_are_the_same_text() {
    let russian = "Мост в Олдпорте\n\nСовет заявил в понедельник, что мост безопасен. «Ему нужны новые опоры», — написала \
                   инженер города Мара Линд в апреле прошлого года.\n";
    let japanese = "橋は安全か\n\n市議会は月曜日、橋は安全だと述べた。技師のマラ・リンドは四月、冬までに新しい支承が必要だと書いた。\n";
    for (text, labels) in [(russian, &["windows-1251", "utf-8"][..]), (japanese, &["shift_jis", "euc-jp", "utf-8"])] {
        for label in labels {
            let encoding = encoding_rs::Encoding::for_label(label.as_bytes()).expect("a label");
            let document = compiled("a.txt", &encoding.encode(text).0);
            assert_eq!(document.text(), text, "{label}");
        }
        for mark in ["", "\u{FEFF}"] {
            let bytes: Vec<u8> = format!("{mark}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
            let document = compiled("a.txt", &bytes);
            assert_eq!(document.text(), text);
            assert_eq!(document.encoding.map(|encoding| encoding.name), Some("UTF-16LE"));
        }
    }
    assert_eq!(value(compiled("a.txt", russian.as_bytes()).metadata.language.as_ref()), "ru");
    assert_eq!(value(compiled("a.txt", japanese.as_bytes()).metadata.language.as_ref()), "ja");
}

#[test]
fn front_matter_is_metadata_and_its_title_begins_the_text() {
    let document = compiled(
        "bridge.md",
        b"---\ntitle: Aldport argues\ndate: 2024-06-04\nauthor: Mara Lind\nsource: The Aldport Review\nlang: en-GB\n\
          url: https://review.example/bridge\n---\nThe council said that the bridge is safe.\n",
    );
    let metadata = &document.metadata;
    assert_eq!(texts(&document), ["= Aldport argues", "The council said that the bridge is safe."]);
    for (found, expected) in [
        (&metadata.published, "2024-06-04"),
        (&metadata.author, "Mara Lind"),
        (&metadata.outlet, "The Aldport Review"),
        (&metadata.language, "en-GB"),
        (&metadata.url, "https://review.example/bridge"),
    ] {
        assert_eq!(value(found.as_ref()), expected);
    }
}

#[test]
fn headings_that_repeat_are_told_by_what_follows() {
    let text = "# T\n\n## Reaction\n\nOne.\n\n## Reaction\n\nTwo.\n\n## Facts\n\n## Facts\n\nOne.\n";
    let document = compiled("a.md", text.as_bytes());
    let annotation = import::annotation(&document, &import::Context::default());
    assert!(annotation.contains("{ exact = \"Reaction\", suffix = \"\\n\\nOne.\" }"), "{annotation}");
    compiled("a.md", b"# T\n\n## A\n\n## A\n\n## A\n");
    compiled("a.md", b"# T\n\n## A\n\nA\n");
}

#[test]
fn a_title_of_characters_that_an_annotation_must_not_hold() {
    let document = compiled("a.md", "# T\u{202E}itle \u{200B}\"of\" \\ one\n\nWords.\n".as_bytes());
    assert_eq!(value(document.metadata.title.as_ref()), "Title \"of\" \\ one");
    compiled("\u{202E}\n.txt", "\u{7}\n\nWords. \u{FFFE}\u{0}".replace('\0', "").as_bytes());
}

#[test]
fn what_is_doubtful_is_said() {
    let words = "Министр заявил, что переговоры продолжатся на следующей неделе, и подчеркнул, что стороны готовы обсуждать \
                 все вопросы, которые остаются открытыми после встречи в столице.";
    let document =
        compiled("a.md", format!("---\nlang: en\nurl: nowhere\n---\n# Встреча\n\n{words}\n\n{words}\n").as_bytes());
    let doubts = notes(&document, NoteKind::Doubt);
    assert!(doubts.iter().any(|doubt| doubt.contains("look like ru")), "{doubts:?}");
    assert!(doubts.iter().any(|doubt| doubt.contains("“nowhere” is no address")), "{doubts:?}");
}
