//! `briefing.html`: the briefing as one file that needs no server and asks for nothing.
//!
//! Two parts are in it unpacked, because its text needs them without the program: a small style sheet, and the script
//! that starts the program or says why it can't. All other files are packed: concatenated, compressed as browsers can
//! undo it (`DecompressionStream`, which knows zlib but not brotli), and encoded in printable characters.
//! `boot/unpack.js` unpacks them.

mod digits;

use std::borrow::Cow;

use base64::{Engine, prelude::BASE64_STANDARD};
use briefing::ssr::{self, Output};
use dom::html::{self, div, p};
use dom::{Element, fragment};
use query::View;
use query::source::text_file;

use crate::context::Context;
use crate::precompressed::{AS_IS, GLUE_OF_ONE_FILE, PROGRAM};
use crate::section::PREAMBLE;
use crate::site::has_extension;
use crate::streams::{Effort, deflate, zlib};
use crate::{Error, Site, Template};
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

/// The one file of a site. Of the site, the style sheets, the icon and the briefing as a file are used; the program is
/// that of the template, without a corpus, which starts with that file: a file on a disk has nothing to wait for.
pub fn one_file(context: &Context, template: &Template, site: &Site) -> Result<String, Error> {
    let file = |name: &str| {
        let named = || Error::Template(format!("index.html names {name}, which is not there"));
        site.files.get(name).ok_or_else(named)
    };
    let mut style = Vec::new();
    for sheet in &context.style_sheets {
        style.extend_from_slice(file(&sheet.file)?);
    }
    let text_style = template.one_file.text_style.trim_end();
    let style = String::from_utf8(style).map_err(|_| Error::Template("a style sheet is not UTF-8".to_owned()))?;
    let parts = Parts {
        policy: policy(&[&template.one_file.boot, &template.one_file.glue], &[text_style, &style]),
        icon: format!("data:image/png;base64,{}", BASE64_STANDARD.encode(file(&context.icon)?)),
        style: with_raw_text(html::style(), text_style)?,
        packed: packed(template, &files_of_corpus(context, &style, site))?,
        boot: with_raw_text(html::script().attr("type", "module"), &template.one_file.boot)?,
    };
    page(context, parts)
}

/// A file under the name by which the page asks for it.
type PackedFile<'f> = (String, &'f [u8]);

/// The packed files that are the same for every corpus: the glue and the program in its parts; each with its name in
/// the template.
fn files_of_template(template: &Template) -> Vec<(String, PackedFile<'_>)> {
    let main = [
        (GLUE_OF_ONE_FILE, ("glue".to_owned(), template.one_file.glue.as_bytes())),
        (PROGRAM, ("program".to_owned(), &template.program)),
    ];
    let parts = template.files.iter().filter(|(name, _)| has_extension(name, "wasm"));
    let parts = parts.map(|(name, content)| (format!("{AS_IS}{name}"), (format!("/{name}"), &content[..])));
    main.map(|(name, file)| (name.to_owned(), file)).into_iter().chain(parts).collect()
}

/// The other packed files: the style sheet, the texts, and the briefing as a file.
fn files_of_corpus<'f>(context: &Context, style: &'f str, site: &'f Site) -> Vec<PackedFile<'f>> {
    let mut files: Vec<PackedFile> = vec![("style".to_owned(), style.as_bytes())];
    let briefing = site.files.iter().filter(|(name, _)| has_extension(name, corpus::file::EXTENSION));
    files.extend(briefing.map(|(name, content)| (name.clone(), &content[..])));
    let documents = &context.data.documents;
    files.extend(documents.iter().map(|document| (text_file(document.file), document.text().as_bytes())));
    // The same briefing makes the same file.
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
fn packed(template: &Template, of_corpus: &[PackedFile]) -> Result<Element, Error> {
    let of_template = files_of_template(template);
    let mut parts = Vec::new();
    for (name, (_, content)) in &of_template {
        // The preamble is apart from the rest of the program, see `precompressed`.
        let is_program = name == PROGRAM && content.starts_with(&PREAMBLE);
        let (preamble, rest) = content.split_at(if is_program { PREAMBLE.len() } else { 0 });
        if is_program {
            parts.push((preamble, deflate(preamble, Effort::Smallest)?.into()));
        }
        let part = match template.precompressed.deflate(name) {
            Some(ready) => Cow::from(ready),
            None => deflate(rest, Effort::Smallest)?.into(),
        };
        parts.push((rest, part));
    }
    let contents = of_corpus.iter().map(|(_, content)| *content).collect::<Vec<_>>().concat();
    parts.push((&contents, deflate(&contents, Effort::Smallest)?.into()));
    let compressed = zlib(parts);
    let files = of_template.iter().map(|(_, file)| file).chain(of_corpus);
    let list: Vec<_> = files.map(|(name, content)| (name, content.len())).collect();
    let element = html::script()
        .id("boot-packed")
        .attr("type", "application/octet-stream")
        .attr("data-digits", digits::DIGITS)
        .attr("data-size", compressed.len().to_string())
        .attr("data-files", serde_json::json!(list).to_string());
    with_raw_text(element, &digits::encode(&compressed))
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
