//! `briefing.html`: the briefing as one file that needs no server and asks for nothing.
//!
//! Two parts are in it unpacked, because its text needs them without the program: a small style sheet, and the script
//! that starts the program or says why it can't. All other files are packed: concatenated, compressed as browsers can
//! undo it (`DecompressionStream`, which knows zlib but not brotli), and encoded in printable characters.
//! `boot/unpack.js` unpacks them.

mod digits;

use std::io::Write;

use base64::{Engine, prelude::BASE64_STANDARD};
use briefing::ssr::{self, Output};
use flate2::{Compression, write::ZlibEncoder};
use query::View;
use query::source::text_file;

use crate::context::Context;
use crate::markup::{self, escaped};
use crate::site::has_extension;
use crate::template::OneFileParts;
use crate::{Error, Site, digest};

/// The file's name.
pub const FILE: &str = "briefing.html";

/// What is put into the text of the page.
#[derive(Default)]
struct Parts {
    /// The content security policy.
    policy: String,
    /// The icon, as a `data:` address.
    icon: String,
    /// The `style` element of the text.
    style: String,
    /// The element that holds the packed files.
    packed: String,
    /// The `script` element that starts the program.
    boot: String,
}

/// How hard the files in it are compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packing {
    /// As small as zlib makes it, within a tenth of a second a megabyte.
    Small,
    /// A tenth larger, within milliseconds.
    Fast,
}

/// The one file of a site. `programs` are the site's program, and the one of the file, with all of the corpus in it; of
/// the site, the style sheets, the later parts of the program and the icon are used.
pub fn one_file(
    context: &Context,
    template: &OneFileParts,
    programs: [&[u8]; 2],
    site: &Site,
    packing: Packing,
) -> Result<String, Error> {
    let file = |name: &str| {
        let named = || Error::Template(format!("index.html names {name}, which is not there"));
        site.files.get(name).ok_or_else(named)
    };
    let mut style = Vec::new();
    for sheet in &context.style_sheets {
        style.extend_from_slice(file(&sheet.file)?);
    }
    let text_style = template.text_style.trim_end();
    let style = String::from_utf8(style).map_err(|_| Error::Template("a style sheet is not UTF-8".to_owned()))?;
    let parts = Parts {
        policy: policy(&[&template.boot, &template.glue], &[text_style, &style]),
        icon: format!("data:image/png;base64,{}", BASE64_STANDARD.encode(file(&context.icon)?)),
        style: raw_text_element("style", "", text_style)?,
        packed: packed(&packed_files(context, template, &style, programs, site), packing)?,
        boot: raw_text_element("script", " type=\"module\"", &template.boot)?,
    };
    page(context, &parts)
}

/// A file under the name by which the page asks for it.
type PackedFile<'f> = (String, &'f [u8]);

/// What is packed: the glue, the style sheet, the program in its parts, and the texts. Ordered, so that the same
/// briefing makes the same file.
fn packed_files<'f>(
    context: &Context,
    template: &'f OneFileParts,
    style: &'f str,
    [served, program]: [&'f [u8]; 2],
    site: &'f Site,
) -> Vec<PackedFile<'f>> {
    let main = [("glue", template.glue.as_bytes()), ("style", style.as_bytes()), ("program", program)];
    let mut files: Vec<PackedFile> = main.map(|(name, content)| (name.to_owned(), content)).into();
    let parts = site.files.iter().filter(|(name, content)| has_extension(name, "wasm") && *content != served);
    files.extend(parts.map(|(name, content)| (format!("/{name}"), &content[..])));
    let documents = &context.data.documents;
    files.extend(documents.iter().map(|document| (text_file(document.file), document.text().as_bytes())));
    files.sort();
    files
}

/// What the page may do: run these scripts, draw with these style sheets, start the program. It cannot request
/// anything.
fn policy(scripts: &[&str], styles: &[&str]) -> String {
    let sources = |texts: &[&str]| texts.iter().map(|text| digest::source(text)).collect::<Vec<_>>().join(" ");
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data:; base-uri 'none'; \
         form-action 'none'",
        sources(scripts),
        sources(styles)
    )
}

/// An element whose text the parser takes as it is.
fn raw_text_element(tag: &'static str, attributes: &str, text: &str) -> Result<String, Error> {
    let lower = text.to_ascii_lowercase();
    if lower.contains(&format!("</{tag}")) || lower.contains("<!--") {
        return Err(Error::Element(tag));
    }
    Ok(format!("<{tag}{attributes}>{text}</{tag}>"))
}

/// The element that holds the files, and says what `boot/unpack.js` has to know of them.
fn packed(files: &[PackedFile], packing: Packing) -> Result<String, Error> {
    let content = files.iter().map(|(_, content)| *content).collect::<Vec<_>>().concat();
    let compressed = compressed(&content, packing)?;
    let list: Vec<_> = files.iter().map(|(name, content)| (name, content.len())).collect();
    let attributes = format!(
        " id=\"boot-packed\" type=\"application/octet-stream\" data-digits=\"{}\" data-size=\"{}\" data-files=\"{}\"",
        digits::DIGITS,
        compressed.len(),
        escaped(&serde_json::json!(list).to_string())
    );
    raw_text_element("script", &attributes, &digits::encode(&compressed))
}

/// Bytes in the zlib format (RFC 1950).
fn compressed(bytes: &[u8], packing: Packing) -> Result<Vec<u8>, Error> {
    let level = if packing == Packing::Fast { Compression::fast() } else { Compression::best() };
    let mut encoder = ZlibEncoder::new(Vec::new(), level);
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

/// The page around the parts. Nothing is where a browser that writes it out again would put it elsewhere, so that
/// copies of copies are the same.
fn page(context: &Context, parts: &Parts) -> Result<String, Error> {
    let data = context.data;
    // Where the briefing can be found by those who have no copy.
    let canonical = context
        .url
        .is_some()
        .then(|| format!("<link rel=\"canonical\" href=\"{}\">\n", escaped(&context.address_of("index.html"))));
    Ok(format!(
        "<!doctype html><html{root}><head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"content-security-policy\" content=\"{policy}\">\n\
         <title>{title}</title>\n<meta name=\"description\" content=\"{description}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"theme-color\" content=\"#ffffff\" media=\"(prefers-color-scheme: light)\">\n\
         <meta name=\"theme-color\" content=\"#14171b\" media=\"(prefers-color-scheme: dark)\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta name=\"start\" content=\"\">\n<meta name=\"file-name\" content=\"{name}\">\n\
         {canonical}<link rel=\"icon\" type=\"image/png\" href=\"{icon}\">\n{style}\n</head>\n<body>\n\
         <noscript><div class=\"boot\"><p>This is the text of the briefing. To filter, search and compare, it needs \
         JavaScript, which is switched off here.</p></div></noscript>\n\
         <div id=\"{root_id}\">{text}</div>\n\
         <div id=\"boot-status\" class=\"boot\" role=\"status\"><p>The briefing is loading.</p>\
         <p class=\"boot-late\">Still nothing? Filters, search and comparison need a current browser with WebAssembly. \
         What is written here can be read without.</p></div>\n\
         {packed}\n{boot}</body></html>",
        root = markup::attributes(context.root_attributes()),
        policy = parts.policy,
        title = escaped(&query::title::title(data, &View::default())),
        description = escaped(data.standfirst),
        name = escaped(&format!("{}.html", export::edition_name(data))),
        canonical = canonical.unwrap_or_default(),
        icon = parts.icon,
        style = parts.style,
        root_id = briefing::ROOT_ID,
        text = markup::text(&ssr::start(data, Output { hydrated: false, links: &|_| None }))?,
        packed = parts.packed,
        boot = parts.boot,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::{arabic, context};

    #[test]
    fn what_would_end_an_element_does_not_get_into_it() {
        raw_text_element("script", "", "a </b>").unwrap();
        for text in ["</script>", "</SCRIPT ", "<!--"] {
            raw_text_element("script", "", text).unwrap_err();
        }
    }

    #[test]
    fn an_arabic_briefing_is_laid_out_from_right_to_left() {
        let html = page(&context(arabic()), &Parts::default()).unwrap();
        assert!(html.contains("<html lang=\"en\" dir=\"rtl\">"), "{html}");
    }
}
