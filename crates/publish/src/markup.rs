//! The HTML of the components as the text of the one file.

use std::borrow::Cow;

use lol_html::errors::RewritingError;
use lol_html::{ElementContentHandlers, RewriteStrSettings, Selector, element, rewrite_str};

/// The components of a page without the program as the text of the one file, which has no page beside it: without what
/// leads elsewhere, and without links.
pub fn text(markup: &str) -> Result<String, RewritingError> {
    let handlers = vec![
        element!("header, nav, .passage", |part| {
            part.remove();
            Ok(())
        }),
        // The text of a link stays, with the style of its class.
        element!("a.speaker, a.statement-link", |link| Ok(link.set_tag_name("span")?)),
        element!("a.statement-link", |link| {
            link.remove_attribute("id");
            link.remove_attribute("aria-expanded");
            Ok(())
        }),
        element!("a:not([class])", |link| {
            link.remove_and_keep_content();
            Ok(())
        }),
    ];
    rewrite_str(markup, settings(handlers))
}

/// A handler with the selector of its elements.
type Handler<'h, 's> = (Cow<'s, Selector>, ElementContentHandlers<'h>);

/// The settings of `lol_html` for these handlers.
pub fn settings<'h, 's>(handlers: Vec<Handler<'h, 's>>) -> RewriteStrSettings<'h, 's> {
    let each = |settings: RewriteStrSettings<'h, 's>, handler| settings.append_element_content_handler(handler);
    handlers.into_iter().fold(RewriteStrSettings::new(), each)
}
