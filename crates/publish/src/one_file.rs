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
use dom::html::{self, div, p};
use dom::{Element, fragment};
use flate2::{Compression, write::ZlibEncoder};
use query::View;
use query::source::text_file;

use crate::context::Context;
use crate::site::has_extension;
use crate::template::OneFileParts;
use crate::{Error, Site};
use crate::{markup, page};

/// The file's name.
pub const FILE: &str = "briefing.html";

/// What is put into the text of the page.
struct Parts {
    /// The content security policy.
    policy: String,
    /// The icon, as a `data:` address.
    icon: String,
    /// The `style` element of the text.
    style: Element,
    /// The element that holds the packed files.
    packed: Element,
    /// The `script` element that starts the program.
    boot: Element,
}

/// How hard the files in it are compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packing {
    /// As small as zlib makes it, within a tenth of a second a megabyte.
    Small,
    /// A tenth larger, within milliseconds.
    Fast,
}

/// The one file of a site. `programs` are the site's program, and the one without a corpus; of the site, the style
/// sheets, the later parts of the program, the icon and the briefing as a file are used. The program of the file starts
/// with that: a file on a disk has nothing to wait for.
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
        style: with_raw_text(html::style(), text_style)?,
        packed: packed(&packed_files(context, template, &style, programs, site), packing)?,
        boot: with_raw_text(html::script().attr("type", "module"), &template.boot)?,
    };
    page(context, parts)
}

/// A file under the name by which the page asks for it.
type PackedFile<'f> = (String, &'f [u8]);

/// What is packed: the glue, the style sheet, the program in its parts, the texts, and the briefing as a file. Ordered,
/// so that the same briefing makes the same file.
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
    let briefing = site.files.iter().filter(|(name, _)| has_extension(name, corpus::file::EXTENSION));
    files.extend(briefing.map(|(name, content)| (name.clone(), &content[..])));
    let documents = &context.data.documents;
    files.extend(documents.iter().map(|document| (text_file(document.file), document.text().as_bytes())));
    files.sort();
    files
}

/// What the page may do: run these scripts, draw with these style sheets, start the program. It cannot request
/// anything.
fn policy(scripts: &[&str], styles: &[&str]) -> String {
    let sources = |texts: &[&str]| texts.iter().map(|text| content_digest::source(text)).collect::<Vec<_>>().join(" ");
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data:; base-uri 'none'; \
         form-action 'none'",
        sources(scripts),
        sources(styles)
    )
}

/// An element, `script` or `style`, with text that the parser takes as it is.
fn with_raw_text(element: Element, text: &str) -> Result<Element, Error> {
    let tag = element.tag();
    let lower = text.to_ascii_lowercase();
    if lower.contains(&format!("</{tag}")) || lower.contains("<!--") {
        return Err(Error::Element(tag));
    }
    Ok(element.inner_html(text))
}

/// The element that holds the files, and says what `boot/unpack.js` has to know of them.
fn packed(files: &[PackedFile], packing: Packing) -> Result<Element, Error> {
    let content = files.iter().map(|(_, content)| *content).collect::<Vec<_>>().concat();
    let compressed = compressed(&content, packing)?;
    let list: Vec<_> = files.iter().map(|(name, content)| (name, content.len())).collect();
    let element = html::script()
        .id("boot-packed")
        .attr("type", "application/octet-stream")
        .attr("data-digits", digits::DIGITS)
        .attr("data-size", compressed.len().to_string())
        .attr("data-files", serde_json::json!(list).to_string());
    with_raw_text(element, &digits::encode(&compressed))
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
fn page(context: &Context, parts: Parts) -> Result<String, Error> {
    let data = context.data;
    // Where the briefing can be found by those who have no copy.
    let canonical = context.url.is_some().then(|| page::resource("canonical", context.address_of("index.html")));
    let theme = |color: &'static str, media: &'static str| page::named("theme-color", color).attr("media", media);
    let head = [
        page::first_of_head(parts.policy),
        page::title_and_description(query::title::title(data, &View::default()), data.standfirst),
        theme("#ffffff", "(prefers-color-scheme: light)").into_any(),
        theme("#14171b", "(prefers-color-scheme: dark)").into_any(),
        page::named("referrer", "no-referrer").into_any(),
        // Both are read and changed by boot/save.js.
        page::named("start", "").into_any(),
        page::named("file-name", format!("{}.html", export::edition_name(data))).into_any(),
        fragment(canonical),
        page::resource("icon", parts.icon).attr("type", "image/png").into_any(),
        parts.style.into_any(),
    ];
    let without_scripts = "This is the text of the briefing. To filter, search and compare, it needs JavaScript, which \
                           is switched off here.";
    let late = "Still nothing? Filters, search and comparison need a current browser with WebAssembly. What is written \
                here can be read without.";
    let text = markup::text(&ssr::start(data, Output { hydrated: false, links: &|_| None }))?;
    let status = div()
        .id("boot-status")
        .class("boot")
        .attr("role", "status")
        .child(p().child("The briefing is loading."))
        .child(p().class("boot-late").child(late));
    let body = [
        html::noscript().child(div().class("boot").child(p().child(without_scripts))),
        div().id(briefing::ROOT_ID).inner_html(text),
        status,
        parts.packed,
        parts.boot,
    ];
    Ok(page::page(context.root_attributes(), head, body.map(Element::into_any)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::{arabic, context};

    #[test]
    fn what_would_end_an_element_does_not_get_into_it() {
        assert!(with_raw_text(html::script(), "a </b>").is_ok());
        for text in ["</script>", "</SCRIPT ", "<!--"] {
            assert!(with_raw_text(html::script(), text).is_err());
        }
    }

    #[test]
    fn an_arabic_briefing_is_laid_out_from_right_to_left() {
        let [style, packed, boot] = [html::style(), html::script(), html::script()];
        let parts = Parts { policy: String::new(), icon: String::new(), style, packed, boot };
        let html = page(&context(arabic()), parts).unwrap();
        assert!(html.contains("<html lang=\"en\" dir=\"rtl\">"), "{html}");
    }
}
