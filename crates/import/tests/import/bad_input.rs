//! Files that do not become documents: what is said of each.

use import::ImportError;

use crate::support::{docx, odt, pdf, zip};

fn error(name: &str, bytes: &[u8]) -> ImportError {
    match import::import(name, bytes) {
        Err(error) => {
            assert!(!error.help().is_empty());
            error
        }
        Ok(document) => panic!("{name} is a document: {document:?}"),
    }
}

#[test]
fn documents_with_a_password() {
    let manifest =
        "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    let protected = [
        ("a.odt", odt("", &[("META-INF/manifest.xml", manifest)])),
        (
            "a.pdf",
            pdf(
                &[vec![(60.0, 700.0, 10.0, "Words.")]],
                "/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] /Encrypt << /Filter /Standard /V 2 \
                 /R 3 /Length 128 /P -4 /O <0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef> \
                 /U <fedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543210> >>",
            ),
        ),
    ];
    for (name, bytes) in protected {
        let error = error(name, &bytes);
        assert!(matches!(error, ImportError::PasswordProtected(_)), "{name} {error}");
        assert!(error.help().contains("save it without one"));
    }
    let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    bytes.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(error("a.docx", &bytes).to_string(), "is a Word document (docx) that is protected by a password");
}

#[test]
fn pictures_of_text_need_their_letters_recognised() {
    let error = error("a.pdf", &pdf(&[vec![], vec![]], ""));
    assert_eq!(error, ImportError::NeedsOcr(2));
    assert!(error.help().contains("ocrmypdf"));
}

#[test]
fn documents_without_words() {
    for (name, bytes) in [
        ("a.txt", b" \n\n".to_vec()),
        ("a.txt", "\u{FEFF}\u{200B}".into()),
        ("a.md", b"---\ntitle: T\n---\n".to_vec()),
        ("a.docx", docx("<w:p/>", &[])),
        ("a.odt", odt("<text:p/>", &[])),
        ("a.html", b"<html><body><script>1</script></body></html>".to_vec()),
    ] {
        assert_eq!(error(name, &bytes), ImportError::Empty, "{name}");
    }
}

#[test]
fn archives_that_are_no_documents() {
    assert_eq!(error("a.zip", &zip(&[("a.txt", "words")])).to_string(), "is a zip archive, not a document");
    let of_type = |mimetype: &str| error("a", &zip(&[("mimetype", mimetype)])).to_string();
    assert_eq!(of_type("application/epub+zip"), "is an e-book (epub), which is not read");
    assert!(of_type("application/vnd.oasis.opendocument.spreadsheet").contains("without running text"));
    let relations = "<R><Relationship Type=\"x/officeDocument\" Target=\"xl/workbook.xml\"/></R>";
    assert_eq!(error("a.xlsx", &zip(&[("_rels/.rels", relations)])).to_string(), "is a spreadsheet, which is not read");
}

#[test]
fn damaged_documents() {
    let whole = docx("<w:p><w:r><w:t>Words.</w:t></w:r></w:p>", &[]);
    for (name, bytes) in [
        ("a.docx", whole[..whole.len() / 2].to_vec()),
        ("a.docx", docx("<w:p><w:r>", &[])),
        ("a.odt", zip(&[("mimetype", "application/vnd.oasis.opendocument.text")])),
        ("a.pdf", b"%PDF-1.7\nnothing".to_vec()),
        ("a.pdf", b"words".to_vec()),
    ] {
        let error = error(name, &bytes);
        assert!(matches!(error, ImportError::Damaged { .. }), "{name} {error}");
    }
}

#[test]
fn archives_that_grow_while_they_are_unpacked() {
    let bomb = " ".repeat(100 << 20);
    let bytes = docx(&bomb, &[]);
    assert!(bytes.len() < 2 << 20);
    assert!(matches!(error("a.docx", &bytes), ImportError::TooLarge { noun: "content", .. }));
}

#[test]
fn texts_that_are_too_long() {
    let paragraph = "The bridge is safe. ".repeat(30) + "\n\n";
    let fifty = paragraph.repeat(50_000_000 / paragraph.len());
    for name in ["a.txt", "a.md", "a.html"] {
        assert!(matches!(error(name, fifty.as_bytes()), ImportError::TooLarge { noun: "text", .. }), "{name}");
    }
    let twelve = &fifty[..paragraph.len() * (12_000_000 / paragraph.len())];
    assert!(matches!(error("a.txt", twelve.as_bytes()), ImportError::TooLarge { noun: "text", .. }));
    assert_eq!(error("a.txt", "a\n\n".repeat(70_000).as_bytes()), ImportError::TooManyParagraphs(70_000));
    let page = format!("<p>{}", "<p>a".repeat(200_000));
    assert!(matches!(error("a.html", page.as_bytes()), ImportError::TooLarge { .. }));
}

#[test]
fn pages_that_are_nested_too_deeply() {
    for page in ["<div>".repeat(100_000), "<b>".repeat(50_000), "<table><tr><td>".repeat(20_000)] {
        let error = import::import("a.html", format!("{page}words").as_bytes());
        assert!(matches!(error, Err(ImportError::TooLarge { .. })), "{error:?}");
    }
}
