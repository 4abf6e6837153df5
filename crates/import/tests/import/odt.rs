//! `OpenDocument` texts.

use import::NoteKind;

use crate::support::{compiled, notes, odt, texts, value};

#[test]
fn paragraphs_headings_lists_tables_and_footnotes() {
    let text = "<text:tracked-changes><text:changed-region><text:deletion><text:p>unsafe</text:p></text:deletion>\
        </text:changed-region></text:tracked-changes>\
        <text:p text:style-name=\"P1\">Aldport argues</text:p>\
        <text:table-of-content><text:index-body><text:p>Facts 1</text:p></text:index-body></text:table-of-content>\
        <text:h text:outline-level=\"1\">Facts</text:h>\
        <text:p>The council said\n   that<text:s text:c=\"3\"/>the bridge<text:note><text:note-citation>1</text:note-citation>\
        <text:note-body><text:p>Minutes of Monday.</text:p></text:note-body></text:note> is safe<office:annotation><text:p>So?</text:p>\
        </office:annotation>.<text:line-break/>It is.</text:p>\
        <text:list><text:list-item><text:p>One</text:p></text:list-item></text:list>\
        <text:list text:style-name=\"L1\"><text:list-item><text:p>First</text:p><text:p>and more</text:p></text:list-item>\
        <text:list-item><text:p>Second</text:p></text:list-item></text:list>\
        <table:table><table:table-row><table:table-cell><text:p>Year</text:p></table:table-cell>\
        <table:table-cell><text:p>Trains</text:p></table:table-cell></table:table-row></table:table>\
        <text:p><draw:frame><draw:image/></draw:frame></text:p>";
    let styles = "<office:document-styles><style:default-style style:family=\"paragraph\"><style:text-properties \
        fo:language=\"en\" fo:country=\"GB\"/></style:default-style><style:master-page><style:header><text:p>The Aldport Review</text:p>\
        </style:header></style:master-page></office:document-styles>";
    let meta = "<office:document-meta><meta:initial-creator>Mara Lind</meta:initial-creator><dc:creator>Somebody</dc:creator>\
        <meta:creation-date>2024-06-04T10:00:00</meta:creation-date></office:document-meta>";
    let document = compiled("bridge.odt", &odt(text, &[("styles.xml", styles), ("meta.xml", meta)]));
    assert_eq!(
        texts(&document),
        [
            "= Aldport argues",
            "# Facts",
            "The council said that the bridge is safe.\nIt is.",
            "• One",
            "1. First",
            "and more",
            "2. Second",
            "Year | Trains",
            "[1] Minutes of Monday.",
        ]
    );
    assert_eq!(
        notes(&document, NoteKind::LeftOut),
        [
            "an index: Facts 1",
            "a comment: So?",
            "a tracked deletion: unsafe",
            "1 picture",
            "the header of pages: The Aldport Review"
        ]
    );
    assert_eq!(value(document.metadata.language.as_ref()), "en-GB");
    assert_eq!(value(document.metadata.author.as_ref()), "Mara Lind");
}
