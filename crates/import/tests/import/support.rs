//! Shared by the tests: writers of small office documents and PDFs, and the compiler of a corpus.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use corpus::compile::{SeedFile, compile};
use import::{BlockKind, Context, Document, NoteKind};
use zip::write::SimpleFileOptions;

/// The document of a file; panics where there is none.
pub fn document(name: &str, bytes: &[u8]) -> Document {
    match import::import(name, bytes) {
        Ok(document) => document,
        Err(error) => panic!("{name} {error}"),
    }
}

/// The document of a file, after a corpus that holds it has compiled with its annotation as it is.
pub fn compiled(name: &str, bytes: &[u8]) -> Document {
    let document = document(name, bytes);
    let annotation = import::annotation(&document, &Context { file: name, ..Context::default() });
    let briefing = "title = 'T'\nstandfirst = 'S'\nlanguage = 'en'\neditor = 'E'\nlicence = 'CC0'\nmethod = 'M'\n";
    let file = |name: &str, text: &str| SeedFile { name: name.to_owned(), bytes: text.as_bytes().to_vec() };
    let files = [
        file("briefing.toml", briefing),
        file("actors.toml", ""),
        file("topics.toml", ""),
        file("talks.txt", &document.text()),
        file("talks.toml", &annotation),
    ];
    let compiled = match compile(&files) {
        Ok(compiled) => compiled,
        Err(report) => panic!("{}\n{annotation}", report.render(false, 100)),
    };
    let briefing = corpus::load(&compiled.bytes).expect("compiled bytes");
    let headings = |kind: BlockKind| document.blocks.iter().filter(|block| block.kind == kind).count();
    let count = |test: fn(corpus::BlockKind) -> bool| {
        briefing.documents[0].blocks().iter().filter(|block| test(block.kind)).count()
    };
    assert_eq!(count(|kind| kind == corpus::BlockKind::Title), headings(BlockKind::Title), "{annotation}");
    assert_eq!(briefing.documents[0].blocks().len(), document.blocks.len());
    document
}

/// The texts of the blocks, each after `=` for a title and `#` for a heading.
pub fn texts(document: &Document) -> Vec<String> {
    let text = |block: &import::Block| {
        let mark = match block.kind {
            BlockKind::Title => "= ",
            BlockKind::Heading => "# ",
            BlockKind::Paragraph => "",
        };
        format!("{mark}{}", block.text)
    };
    document.blocks.iter().map(text).collect()
}

/// The notes of a kind, each with its words after a colon.
pub fn notes(document: &Document, kind: NoteKind) -> Vec<String> {
    let notes = document.notes.iter().filter(|note| note.kind == kind);
    notes.map(|note| format!("{}: {}", note.message, note.words).trim_end_matches(": ").to_owned()).collect()
}

/// The value of a piece of metadata.
pub fn value(found: Option<&import::Found>) -> &str {
    found.map_or("", |found| &found.value)
}

/// A zip archive.
pub fn zip(files: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        writer.start_file(*name, SimpleFileOptions::default()).expect("a file");
        writer.write_all(text.as_bytes()).expect("its bytes");
    }
    writer.finish().expect("an archive").into_inner()
}

/// A Word document with this body, and more parts by their names.
pub fn docx(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let namespaces = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    let document = format!("<?xml version=\"1.0\"?><w:document {namespaces}><w:body>{body}</w:body></w:document>");
    let relations = "<Relationships><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/\
                     relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
    let mut files =
        vec![("[Content_Types].xml", "<Types/>"), ("_rels/.rels", relations), ("word/document.xml", &*document)];
    files.extend(parts);
    zip(&files)
}

/// A paragraph of a Word document in a style.
pub fn word_paragraph(style: &str, text: &str) -> String {
    format!(
        "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>"
    )
}

/// An `OpenDocument` text with this content of `office:text`, and more files by their names.
pub fn odt(text: &str, files: &[(&str, &str)]) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content><office:automatic-styles>\
         <style:style style:name=\"P1\" style:family=\"paragraph\" style:parent-style-name=\"Title\"/>\
         <text:list-style style:name=\"L1\"><text:list-level-style-number text:level=\"1\"/></text:list-style>\
         </office:automatic-styles><office:body><office:text>{text}</office:text></office:body></office:document-content>"
    );
    let mut all = vec![("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", &*content)];
    all.extend(files);
    zip(&all)
}

/// A stretch of text on a page of a PDF: left edge and baseline in points from the lower left corner, size, words.
pub type Stretch<'a> = (f64, f64, f64, &'a str);

/// A PDF of A4 pages in Helvetica, and more entries of its trailer.
pub fn pdf(pages: &[Vec<Stretch<'_>>], trailer: &str) -> Vec<u8> {
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        String::new(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
        "<< /Title (Notes.indd) /Author (Mara Lind) /CreationDate (D:20240604101500Z) >>".to_owned(),
    ];
    let mut kids = String::new();
    for page in pages {
        let mut content = String::new();
        for (x, y, size, words) in page {
            let words = words.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)");
            // Writing to a `String` is infallible.
            let _ = writeln!(content, "BT /F1 {size} Tf {x} {y} Td ({words}) Tj ET");
        }
        let number = objects.len() + 1;
        let _ = write!(kids, "{number} 0 R ");
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {} 0 R >>",
            number + 1
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{content}endstream", content.len()));
    }
    objects[1] = format!("<< /Type /Pages /Kids [{kids}] /Count {} >>", pages.len());
    let mut file = String::from("%PDF-1.7\n");
    let mut offsets = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        offsets.push(file.len());
        let _ = writeln!(file, "{} 0 obj\n{object}\nendobj", index + 1);
    }
    let start = file.len();
    let _ = write!(file, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for offset in offsets {
        let _ = writeln!(file, "{offset:010} 00000 n ");
    }
    let size = objects.len() + 1;
    let _ = write!(file, "trailer\n<< /Size {size} /Root 1 0 R /Info 4 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n");
    // Letters of Helvetica beyond ASCII are those of Windows-1252.
    encoding_rs::WINDOWS_1252.encode(&file).0.into_owned()
}
