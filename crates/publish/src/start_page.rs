//! The start page in `index.html`.

use briefing::ssr::{self, Pages};
use dom::html::div;
use lol_html::html_content::ContentType;
use lol_html::{element, rewrite_str};
use query::language::{self, Direction};
use query::listing::page_count;

use crate::context::Context;
use crate::links;
use crate::static_pages::STATEMENTS_A_PAGE;
use crate::{Error, Site, markup, metadata, page, placeholders, shape};

/// Adds glue and program to the site under hashed names, and fills name, digest and size of both into the template's
/// page. Both are checked before they run: the glue by the browser, the program by `boot/load.js`.
pub fn name_program(page: &str, site: &mut Site, glue: &[u8], program: &[u8]) -> Result<String, Error> {
    let values = [
        ("{glue}", site.add_hashed("briefing", "js", glue)),
        ("{glue-integrity}", content_digest::integrity(glue)),
        ("{program}", site.add_hashed("briefing", "wasm", program)),
        ("{program-integrity}", content_digest::integrity(program)),
        ("{program-size}", program.len().to_string()),
    ];
    placeholders::fill("index.html", page, &values.each_ref().map(|(placeholder, value)| (*placeholder, &**value)))
}

/// Fills in the prerendered view, which the program hydrates, and the metadata of the briefing.
pub fn fill(context: &Context, page: &str) -> Result<String, Error> {
    let view = &context.start_view;
    let shape = shape::of_content(view)?.digest();
    let head = metadata::briefing(context).head(context).to_html_for(page::STATIC);
    let beyond = if context.has_list() { beyond(context) } else { String::new() };
    let expected = first_facet(view).map(expect).unwrap_or_default();
    let root = format!("#{}", briefing::ROOT_ID);
    let handlers = vec![
        element!("html", |html| {
            for (name, value) in context.root_attributes() {
                html.set_attribute(name, value)?;
            }
            Ok(())
        }),
        element!("title", |title| {
            title.replace(&head, ContentType::Html);
            title.after(&expected, ContentType::Html);
            Ok(())
        }),
        // An English sentence in a layout from right to left needs rules of the sheet that is otherwise loaded late.
        element!("#boot-later", |sheet| {
            if language::page_direction(context.data) == Direction::RightToLeft {
                sheet.remove_attribute("media");
            }
            Ok(())
        }),
        element!("#boot-status", |status| {
            status.after(&beyond, ContentType::Html);
            Ok(())
        }),
        // The description of the page without a briefing in it.
        element!("meta[name=description]", |description| {
            description.remove();
            Ok(())
        }),
        element!(root, |root| {
            root.set_inner_content(view, ContentType::Html);
            Ok(root.set_attribute(briefing::shape::ATTRIBUTE, &shape)?)
        }),
    ];
    Ok(rewrite_str(page, markup::settings(handlers))?)
}

/// The key of the first facet, whose heading follows the header and the time axis.
fn first_facet(view: &str) -> Option<&str> {
    let (_, rest) = view.split_once("<h2 id=\"facet-")?;
    let (key, _) = rest.split_once('"')?;
    Some(key)
}

/// A link by which nothing is painted before the header and the time axis are parsed whole (HTML, "Link type expect"):
/// their columns and lanes are laid out by how many there are, and would move.
fn expect(facet: &str) -> String {
    format!("<link rel=expect href=#facet-{facet} blocking=render>")
}

/// The element with what is not on the page. It follows the status, which goes when the program starts: then the sheet
/// hides it (boot/boot.css).
fn beyond(context: &Context) -> String {
    let data = context.data;
    let count = page_count(data.statements.len(), STATEMENTS_A_PAGE);
    let address = |number| links::numbered(links::STATEMENTS, number);
    let pages = Pages { number: 0, count, address: &address };
    let words = ssr::beyond_start(data, &pages, links::DOCUMENTS.to_owned(), page::STATIC);
    div().class("boot-beyond wrap").inner_html(words).into_any().to_html_for(page::STATIC)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests;

    const PAGE: &str = "<html lang=\"en\"><title>a</title><div id=\"app\"></div><div id=\"boot-status\"></div></html>";

    #[test]
    fn the_start_page_of_a_large_briefing_leads_to_all_statements() {
        let page = fill(&tests::context(tests::many()), PAGE).unwrap();
        let (_, beyond) = page.split_once("<div class=\"boot-beyond wrap\">").expect("what is not on the page");
        for file in ["p/1.html", "p/2.html", "p/21.html", "d/index.html"] {
            assert!(beyond.contains(&format!("href=\"{file}\"")), "{file} in {beyond}");
        }
        assert!(page.matches("<article").count() < 50, "only the first are on the page");
        assert!(beyond.matches("<a ").count() < 12, "{beyond}");
    }

    #[test]
    fn the_start_page_of_a_small_briefing_has_all_statements() {
        let context = tests::context(tests::seeds());
        let page = fill(&context, PAGE).unwrap();
        assert_eq!(page.matches("<article").count(), context.data.statements.len());
        assert!(!page.contains("boot-beyond"));
        let (expect, heading) = ("<link rel=expect href=#facet-actor blocking=render>", "<h2 id=\"facet-actor\"");
        assert!(page.contains(expect) && page.contains(heading), "the first paint waits for what is on the page");
    }

    #[test]
    fn glue_and_program_are_named_by_their_content_and_proven_by_it() {
        let mut site = Site::default();
        let page = "<link href={glue} integrity={glue-integrity}>\
                    <link href={program} data-integrity={program-integrity} data-size={program-size}>";
        let page = name_program(page, &mut site, b"glue", b"program").unwrap();
        assert!(page.contains(&content_digest::integrity(b"glue")) && page.contains("data-size=7>"), "{page}");
        assert_eq!(site.files.len(), 2);
        assert!(site.files.keys().all(|name| page.contains(&format!("href={name} "))), "{page}");
        let error = name_program("<html>", &mut Site::default(), b"", b"").unwrap_err().to_string();
        assert!(error.contains("{glue}"), "{error}");
    }
}
