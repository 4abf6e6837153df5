//! `briefing.html`: the briefing as one file that needs no server and asks for nothing.
//!
//! The page is what `crates/publish` has written, with an empty element for all that the served page has beside it. As
//! they are, only that goes in which the text needs without the program: a small style sheet, and the script that starts
//! the program and says so where it can't. All else is packed: one file after the other, compressed as browsers can undo
//! it (`DecompressionStream`, which knows zlib but not brotli), and written in ninety-one characters. boot/unpack.js takes
//! it out again.

use std::{fs, path::Path};

use anyhow::{Context, Result, ensure};
use base64::{Engine, prelude::BASE64_STANDARD};

use super::{
    digest,
    program::{Program, minify},
    scripts,
    seal::{built, escaped, percent_encoded},
    styles,
};
use crate::paths;

/// The file's name.
pub const NAME: &str = "briefing.html";

/// What thirteen bits are written in, two at a time: 91 × 91 is just more than 2 to the 13th. Base64 writes twelve bits
/// so. All are printed in ASCII and mean nothing between script tags or in an attribute.
const DIGITS: &str = "!#$%'()*+,-./0123456789:;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";

/// Longer lines are broken by mail.
const LINE: usize = 900;

/// Puts into the page in `staging` all that the served one has beside it.
pub fn fill(staging: &Path, program: &Program) -> Result<()> {
    let page = staging.join(NAME);
    let frame = fs::read_to_string(&page).with_context(|| format!("prerender left no {NAME}"))?;
    let text_style = text_style()?;
    let sheet = |stem| -> Result<String> { Ok(fs::read_to_string(built(staging, stem, "css")?)?) };
    let style = sheet("briefing")? + &sheet("later")?;
    let icon = BASE64_STANDARD.encode(fs::read(paths::root().join("boot").join("icon.png"))?);
    let boot = scripts::of_one_file()?;
    let glue = scripts::glue_of_one_file(&staging.join(&program.glue))?;
    let policy = policy(&[&boot, &glue], &[&text_style, &style]);
    let files = files(staging, program, [("glue", glue), ("style", style)])?;
    let html = [
        ("<meta http-equiv=\"content-security-policy\">", policy),
        (
            "<link rel=\"icon\">",
            format!("<link rel=\"icon\" type=\"image/png\" href=\"data:image/png;base64,{icon}\">"),
        ),
        ("<style></style>", within("style", "", &text_style)?),
        ("<script id=\"boot-packed\"></script>", packed(&files)?),
        ("<script type=\"module\"></script>", within("script", " type=\"module\"", &boot)?),
    ]
    .into_iter()
    .try_fold(frame, |html, (place, filled)| {
        ensure!(html.matches(place).count() == 1, "{NAME} has not one place for {place}");
        Ok(html.replace(place, &filled))
    })?;
    fs::write(page, html).with_context(|| format!("cannot write {NAME}"))
}

/// A file under the name by which the page asks for it.
type File = (String, Vec<u8>);

/// What is packed: the program in its parts, and the texts.
fn files(staging: &Path, program: &Program, made: [(&str, String); 2]) -> Result<Vec<File>> {
    let mut files: Vec<_> = made.into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes())).collect();
    files.push(("program".to_owned(), fs::read(staging.join(&program.main))?));
    for part in &program.later {
        files.push((format!("/{part}"), fs::read(staging.join(part))?));
    }
    let texts = staging.join("seeds");
    for entry in fs::read_dir(&texts)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if super::is(Path::new(&name), "txt") {
            files.push((format!("seeds/{}", percent_encoded(&name)), fs::read(texts.join(name))?));
        }
    }
    // Folders have no order of their own; the same briefing makes the same file.
    files.sort();
    Ok(files)
}

/// The style sheet of the text.
fn text_style() -> Result<String> {
    let sheet = paths::scratch().join("style").join("text.css");
    styles::gather(&["boot/boot.css", "style/text.css"].map(|sheet| paths::root().join(sheet)), &sheet)?;
    let shorter = sheet.with_extension("min.css");
    minify::<&str>(&sheet, &shorter, &[])?;
    Ok(fs::read_to_string(shorter)?.trim_end().to_owned())
}

/// What the page may do: run these scripts, draw with these style sheets, start the program. It cannot ask for anything.
fn policy(scripts: &[&str], styles: &[&str]) -> String {
    let sources = |texts: &[&str]| texts.iter().map(|text| digest::source(text)).collect::<Vec<_>>().join(" ");
    format!(
        "<meta http-equiv=\"content-security-policy\" content=\"default-src 'none'; \
         script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data:; base-uri 'none'; form-action 'none'\">",
        sources(scripts),
        sources(styles)
    )
}

/// An element whose text the parser takes as it is.
fn within(tag: &str, attributes: &str, text: &str) -> Result<String> {
    let ends = |text: &str| text.contains(&format!("</{tag}")) || text.contains("<!--");
    ensure!(!ends(&text.to_ascii_lowercase()), "what is to stand in <{tag}> would end it");
    Ok(format!("<{tag}{attributes}>{text}</{tag}>"))
}

/// The element that holds the files, and says what boot/unpack.js has to know of them.
fn packed(files: &[File]) -> Result<String> {
    let whole: Vec<u8> = files.iter().flat_map(|(_, bytes)| bytes).copied().collect();
    let mut small = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Zlib, &whole[..], &mut small)?;
    let list: Vec<_> = files.iter().map(|(name, bytes)| (name, bytes.len())).collect();
    let attributes = format!(
        " id=\"boot-packed\" type=\"application/octet-stream\" data-digits=\"{DIGITS}\" data-size=\"{}\" data-files=\"{}\"",
        small.len(),
        escaped(&serde_json::to_string(&list)?).replace('"', "&quot;")
    );
    within("script", &attributes, &written(&small))
}

/// Bytes in digits: thirteen bits at a time, the lowest first, each as two digits, the higher first.
fn written(bytes: &[u8]) -> String {
    let digits = DIGITS.as_bytes();
    let count = digits.len();
    let mut text = String::with_capacity(bytes.len() * 5 / 4);
    let mut column = 0;
    let mut put = |value: usize| {
        if column >= LINE {
            text.push('\n');
            column = 0;
        }
        text.extend([digits[value / count], digits[value % count]].map(char::from));
        column += 2;
    };
    let (mut held, mut bits) = (0, 0);
    for &byte in bytes {
        held |= usize::from(byte) << bits;
        bits += 8;
        if bits >= 13 {
            put(held & 0x1FFF);
            held >>= 13;
            bits -= 13;
        }
    }
    if bits > 0 {
        put(held);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As boot/unpack.js reads it.
    fn read(text: &str, size: usize) -> Vec<u8> {
        let values: Vec<_> = text.chars().filter_map(|digit| DIGITS.find(digit)).collect();
        let (mut bytes, mut held, mut bits) = (Vec::new(), 0, 0);
        for pair in values.chunks(2) {
            held |= (pair[0] * DIGITS.len() + pair[1]) << bits;
            bits += 13;
            while bits >= 8 && bytes.len() < size {
                bytes.push((held & 255) as u8);
                held >>= 8;
                bits -= 8;
            }
        }
        bytes
    }

    #[test]
    fn the_digits_are_enough_and_mean_nothing_in_a_page() {
        let mut digits: Vec<_> = DIGITS.chars().collect();
        digits.sort_unstable();
        digits.dedup();
        assert_eq!(digits.len(), 91);
        assert!(digits.iter().all(|digit| digit.is_ascii_graphic() && !"<&\"".contains(*digit)));
    }

    #[test]
    fn bytes_are_read_as_they_were_written() {
        let bytes: Vec<u8> = (0..10_000_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        for size in [0, 1, 2, 3, 12, 13, 14, 1000, 10_000] {
            let text = written(&bytes[..size]);
            assert_eq!(read(&text, size), bytes[..size], "{size} bytes");
            assert!(text.lines().all(|line| line.len() <= LINE));
            assert!(text.len() <= size * 5 / 4 + 3);
        }
        assert_eq!(read(&written(&[255; 26]), 26), [255; 26]);
    }

    #[test]
    fn what_would_end_an_element_does_not_get_into_it() {
        within("script", "", "a </b>").unwrap();
        for text in ["</script>", "</SCRIPT ", "<!--"] {
            within("script", "", text).unwrap_err();
        }
    }
}
