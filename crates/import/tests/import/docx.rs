//! Word documents.

use import::NoteKind;

use crate::support::{compiled, docx, notes, texts, value, word_paragraph};

/// Styles with names of Word in another language, lists of two kinds, and the parts that are left out.
const STYLES: &str = "<w:styles><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val=\"en-GB\"/></w:rPr></w:rPrDefault></w:docDefaults>\
    <w:style w:styleId=\"Titel\"><w:name w:val=\"Title\"/></w:style>\
    <w:style w:styleId=\"berschrift1\"><w:name w:val=\"heading 1\"/></w:style>\
    <w:style w:styleId=\"Mine\"><w:name w:val=\"My own\"/><w:basedOn w:val=\"berschrift1\"/></w:style>\
    <w:style w:styleId=\"Verzeichnis1\"><w:name w:val=\"toc 1\"/></w:style></w:styles>";

const NUMBERING: &str = "<w:numbering><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/></w:lvl>\
    </w:abstractNum><w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/></w:lvl></w:abstractNum>\
    <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>";

fn run(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

fn entry(list: &str, text: &str) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>{}</w:p>",
        run(text)
    )
}

#[test]
fn paragraphs_headings_lists_tables_and_footnotes() {
    let cell = |text: &str| format!("<w:tc><w:p>{}</w:p></w:tc>", run(text));
    let body = [
        word_paragraph("Titel", "Aldport argues"),
        word_paragraph("Verzeichnis1", "Facts 1"),
        word_paragraph("berschrift1", "Facts"),
        "<w:p><w:r><w:t>The council said that the</w:t><w:tab/><w:t>bridge is safe.</w:t>\
         <w:footnoteReference w:id=\"2\"/></w:r></w:p>"
            .to_owned(),
        entry("1", "One &amp; all"),
        entry("2", "First"),
        entry("2", "Second"),
        format!(
            "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}</w:tr></w:tbl>",
            cell("Year"),
            cell("Trains"),
            cell("2023"),
            cell("12")
        ),
        word_paragraph("Mine", "Reaction"),
        word_paragraph("", "A caf&#xE9;."),
    ];
    let footnotes = "<w:footnotes><w:footnote w:type=\"separator\" w:id=\"-1\"><w:p/></w:footnote>\
        <w:footnote w:id=\"2\"><w:p><w:r><w:t>Minutes of Monday.</w:t></w:r></w:p></w:footnote></w:footnotes>";
    let core = "<cp:coreProperties><dc:title>Template</dc:title><dc:creator>Mara Lind</dc:creator>\
        <dcterms:created>2024-06-04T10:00:00Z</dcterms:created></cp:coreProperties>";
    let header = "<w:hdr><w:p><w:r><w:t>The Aldport Review</w:t></w:r></w:p></w:hdr>";
    let bytes = docx(
        &body.concat(),
        &[
            ("word/styles.xml", STYLES),
            ("word/numbering.xml", NUMBERING),
            ("word/footnotes.xml", footnotes),
            ("word/header1.xml", header),
            ("word/header2.xml", header),
            ("docProps/core.xml", core),
        ],
    );
    let document = compiled("bridge.docx", &bytes);
    assert_eq!(
        texts(&document),
        [
            "= Aldport argues",
            "# Facts",
            "The council said that the bridge is safe.",
            "• One & all",
            "1. First",
            "2. Second",
            "Year | Trains\n2023 | 12",
            "# Reaction",
            "A café.",
            "[1] Minutes of Monday.",
        ]
    );
    let left_out = notes(&document, NoteKind::LeftOut);
    assert_eq!(left_out, ["the table of contents: Facts 1", "the header of pages: The Aldport Review"]);
    assert_eq!(notes(&document, NoteKind::Changed).len(), 3);
    assert_eq!(value(document.metadata.language.as_ref()), "en-GB");
    assert_eq!(value(document.metadata.author.as_ref()), "Mara Lind");
    assert_eq!(value(document.metadata.other_date.as_ref()), "2024-06-04");
    assert!(document.metadata.published.is_none(), "the day of creation is not that of publication");
}

#[test]
fn tracked_changes_are_taken_as_accepted_and_noted() {
    let body = "<w:p><w:r><w:t xml:space=\"preserve\">The bridge is </w:t></w:r><w:del><w:r><w:delText>unsafe</w:delText></w:r></w:del>\
        <w:ins><w:r><w:t>safe</w:t></w:r></w:ins><w:r><w:t>.</w:t></w:r></w:p>\
        <w:p><w:pPr><w:rPr><w:del/></w:rPr><w:pPrChange><w:pPr><w:pStyle w:val=\"Titel\"/></w:pPr></w:pPrChange></w:pPr>\
        <w:r><w:t xml:space=\"preserve\">One </w:t></w:r></w:p><w:p><w:r><w:t>paragraph.</w:t></w:r></w:p>\
        <w:p><w:moveFrom><w:r><w:t>Moved.</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>Moved.</w:t></w:r></w:moveTo></w:p>\
        <w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden.</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>Shown.</w:t></w:r></w:p>";
    let document = compiled("a.docx", &docx(body, &[("word/styles.xml", STYLES)]));
    assert_eq!(texts(&document), ["The bridge is safe.", "One paragraph.", "Moved.", "Shown."]);
    assert_eq!(
        notes(&document, NoteKind::LeftOut),
        ["a tracked deletion: unsafe", "a tracked deletion: Moved.", "hidden text: Hidden."]
    );
}

#[test]
fn copies_for_older_programs_are_not_read_twice() {
    let text_box = "<w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent>";
    let body = format!(
        "<w:p><w:r><w:t>Words.</w:t></w:r><w:r><mc:AlternateContent><mc:Choice>{text_box}</mc:Choice>\
         <mc:Fallback><w:pict>{text_box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    );
    let document = compiled("a.docx", &docx(&body, &[]));
    assert_eq!(texts(&document), ["= Words.", "In a box."].map(|text| text.trim_start_matches("= ")));
}

#[test]
fn comments_and_pictures_are_left_out_and_noted() {
    let body = "<w:p><w:r><w:t>Words.</w:t></w:r><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>";
    let comments =
        "<w:comments><w:comment w:id=\"1\"><w:p><w:r><w:t>Is this so?</w:t></w:r></w:p></w:comment></w:comments>";
    let document = compiled("a.docx", &docx(body, &[("word/comments.xml", comments)]));
    assert_eq!(notes(&document, NoteKind::LeftOut), ["1 picture", "a comment: Is this so?"]);
}
