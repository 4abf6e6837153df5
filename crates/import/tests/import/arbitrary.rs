//! Arbitrary and damaged bytes: each file is a document that compiles, or an error.

use proptest::prelude::*;

use crate::support::{compiled, docx, odt, pdf, word_paragraph};

/// The extensions that readers are chosen by.
const EXTENSIONS: [&str; 7] = ["txt", "md", "html", "docx", "odt", "pdf", "xyz"];

/// A document that is read compiles; whatever it is made of.
fn try_file(name: &str, bytes: &[u8]) {
    if import::import(name, bytes).is_ok() {
        compiled(name, bytes);
    }
}

/// Bytes with some of them replaced.
fn damage(bytes: &[u8], places: &[(prop::sample::Index, u8)]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for (place, byte) in places {
        let index = place.index(bytes.len());
        bytes[index] = *byte;
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn arbitrary_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400), extension in 0..EXTENSIONS.len()) {
        try_file(&format!("a.{}", EXTENSIONS[extension]), &bytes);
    }

    #[test]
    fn arbitrary_text(text in ".{0,300}", extension in 0..EXTENSIONS.len()) {
        try_file(&format!("a.{}", EXTENSIONS[extension]), text.as_bytes());
    }

    #[test]
    fn arbitrary_markup(parts in prop::collection::vec("<(/?)(p|div|table|tr|td|li|ol|h1|h2|br|article|script|math|svg|select)( hidden)?>|[ a-zéЖ.]{0,12}|&#?[a-z0-9]{1,4};", 0..60)) {
        try_file("a.html", parts.concat().as_bytes());
        try_file("a.md", parts.concat().as_bytes());
    }

    #[test]
    fn arbitrary_markdown(parts in prop::collection::vec("[-*+#>|`~=_\\[\\]()! \n0-9.:^]{1,6}|[a-zéЖ ]{0,8}|\n\n", 0..60)) {
        try_file("a.md", parts.concat().as_bytes());
        try_file("a.txt", parts.concat().as_bytes());
    }

    #[test]
    fn arbitrary_word_markup(parts in prop::collection::vec("<w:(p|r|t|tbl|tr|tc|del|ins|pPr|rPr|vanish|br|numPr|footnoteReference w:id=\"1\")(/?)>|</w:(p|r|t|tbl|tr|tc|del|pPr)>|[a-zé ]{0,8}", 0..40)) {
        try_file("a.docx", &docx(&parts.concat(), &[]));
    }

    #[test]
    fn arbitrary_odt_markup(parts in prop::collection::vec("<text:(p|h|list|list-item|note|note-body|deletion|s|line-break)(/?)>|</text:(p|h|list|list-item|note)>|[a-zé ]{0,8}", 0..40)) {
        try_file("a.odt", &odt(&parts.concat(), &[]));
    }

    #[test]
    fn damaged_office_documents(places in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let body = word_paragraph("Heading1", "A heading") + &word_paragraph("", "Words of a paragraph.");
        try_file("a.docx", &damage(&docx(&body, &[]), &places));
        try_file("a.odt", &damage(&odt("<text:h>A</text:h><text:p>Words.</text:p>", &[]), &places));
    }

    #[test]
    fn damaged_pdfs(places in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12), end in any::<prop::sample::Index>()) {
        let page = |number| vec![(60.0, 800.0, 9.0, "A head"), (60.0, 700.0, 10.0, "Words of a para-"), (60.0, 688.0, 10.0, number)];
        let whole = pdf(&[page("graph"), page("gon"), page("site")], "");
        try_file("a.pdf", &damage(&whole, &places));
        try_file("a.pdf", &whole[..end.index(whole.len())]);
    }
}
