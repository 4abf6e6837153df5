//! Rewrites the HTML of the components for pages without the program, or before it has loaded.

use std::borrow::Cow;

use lol_html::errors::RewritingError;
use lol_html::html_content::Element;
use lol_html::{ElementContentHandlers, HandlerResult, RewriteStrSettings, Selector, comments, element, rewrite_str};
use query::Shared;
use query::language::Language;

use crate::links;

/// Text between tags.
pub fn escaped_text(text: &str) -> Cow<'_, str> {
    html_escape::encode_text(text)
}

/// Text between tags, or in a quoted attribute.
pub fn escaped(text: &str) -> String {
    html_escape::encode_quoted_attribute(text).into_owned()
}

/// Attributes of an element, each with a space before it.
pub fn attributes(attributes: impl IntoIterator<Item = (&'static str, &'static str)>) -> String {
    let attribute = |(name, value): (&str, &str)| [" ", name, "=\"", &escaped(value), "\""].concat();
    attributes.into_iter().map(attribute).collect::<Vec<_>>().concat()
}

/// The attributes of an element around somebody's text.
pub fn language(language: Language) -> String {
    attributes(language.lang.map(|lang| ("lang", lang)).into_iter().chain(language.dir.map(|dir| ("dir", dir))))
}

/// The prerendered view of the start page: links lead to files until the program hydrates it. All else stays, because
/// hydration looks for it.
pub fn waiting(data: Shared, markup: &str) -> Result<String, RewritingError> {
    // Without an address it is text, until the program gives it one.
    let unlinked: Otherwise = |link, _| {
        link.remove_attribute("href");
        Ok(())
    };
    let lead = |link: &mut Element| lead(data, link, "", "", unlinked);
    let handlers = vec![element!("a[href^='#/']", lead)];
    rewrite_str(markup, settings(handlers))
}

/// The components of a static page: without the controls that need the program, and without the markers of hydration.
/// `up` leads from the page's folder to the top, `own` is the page's own file.
pub fn static_page(data: Shared, markup: &str, up: &str, own: &str) -> Result<String, RewritingError> {
    let in_the_program: Otherwise = |link, href| Ok(link.set_attribute("href", href)?);
    let handlers = vec![
        element!("button, input, search, .acts, .both, .tools", |control| {
            control.remove();
            Ok(())
        }),
        element!("a[href^='#/']", |link| lead(data, link, up, own, in_the_program)),
        element!("a[href^='seeds/']", |link| {
            let href = format!("{up}{}", link.get_attribute("href").unwrap_or_default());
            Ok(link.set_attribute("href", &href)?)
        }),
        comments!("*", |comment| {
            comment.remove();
            Ok(())
        }),
    ];
    let html = rewrite_str(markup, settings(handlers))?;
    // Comments outside of every element, which the handler does not see.
    Ok(html.replace("<!>", "").replace("<!--<() />-->", ""))
}

/// The components as the text of the one file, which has no page beside it: without controls, without links, and
/// without the markers of hydration.
pub fn text(data: Shared, markup: &str) -> Result<String, RewritingError> {
    let text = static_page(data, markup, "", "")?;
    let handlers = vec![
        element!("header, nav, .rail, .axis, .arrange, .passage", |control| {
            control.remove();
            Ok(())
        }),
        // The text of a link stays, with the style of its class.
        element!("a.voice, a.said", |link| Ok(link.set_tag_name("span")?)),
        element!("a.said", |link| {
            link.remove_attribute("id");
            link.remove_attribute("aria-expanded");
            Ok(())
        }),
        element!("a:not([class])", |link| {
            link.remove_and_keep_content();
            Ok(())
        }),
    ];
    rewrite_str(&text, settings(handlers))
}

/// Rewrites a link to a view that has no file; the argument is the address of the view in the program.
type Otherwise = fn(&mut Element, &str) -> HandlerResult;

/// Rewrites a link to a view so that it leads to the file that shows it; where there is none, `or` rewrites it.
fn lead(data: Shared, link: &mut Element, up: &str, own: &str, or: Otherwise) -> HandlerResult {
    let href = link.get_attribute("href").unwrap_or_default();
    // A link from a page to itself would do nothing.
    match links::static_page(data, &html_escape::decode_html_entities(&href)).filter(|file| file != own) {
        Some(file) => Ok(link.set_attribute("href", &format!("{up}{file}"))?),
        None => or(link, &format!("{up}index.html{href}")),
    }
}

/// A handler with the selector of its elements.
type Handler<'h, 's> = (Cow<'s, Selector>, ElementContentHandlers<'h>);

/// The settings of `lol_html` for these handlers.
pub fn settings<'h, 's>(handlers: Vec<Handler<'h, 's>>) -> RewriteStrSettings<'h, 's> {
    let each = |settings: RewriteStrSettings<'h, 's>, handler| settings.append_element_content_handler(handler);
    handlers.into_iter().fold(RewriteStrSettings::new(), each)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn data() -> Shared {
        crate::tests::seeds()
    }

    #[test]
    fn what_waits_for_the_program_has_links_to_files_and_no_others() {
        let markup = "<p><a href=\"#/actor/russia\">Russia<!></a> <a href=\"#/?topic=basing\">Basing<!></a><!></p>";
        let waiting = waiting(data(), markup).unwrap();
        assert_eq!(waiting, "<p><a href=\"a/russia.html\">Russia<!></a> <a>Basing<!></a><!></p>");
    }

    #[test]
    fn what_never_meets_it_has_no_controls_and_no_marks() {
        let markup = "<p>1<!></p><!--<() />--><button>Copy<!></button><span class=\"acts\">x</span>\
                      <a href=\"#/?topic=basing&amp;q=a\">b</a><a href=\"seeds/a%23.txt\">c</a><a href=\"#/actor/russia\">d</a>";
        let page = static_page(data(), markup, "../", "a/russia.html").unwrap();
        assert_eq!(
            page,
            "<p>1</p><a href=\"../index.html#/?topic=basing&amp;q=a\">b</a><a href=\"../seeds/a%23.txt\">c</a>\
             <a href=\"../index.html#/actor/russia\">d</a>",
            "a page does not lead to itself"
        );
    }

    #[test]
    fn no_text_can_leave_its_place() {
        assert_eq!(escaped("<b title='\"'>&"), "&lt;b title=&#x27;&quot;&#x27;&gt;&amp;");
    }
}
