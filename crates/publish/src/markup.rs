//! Text as HTML, and the HTML of the components as the text of the one file.

use std::borrow::Cow;

use lol_html::errors::RewritingError;
use lol_html::{ElementContentHandlers, RewriteStrSettings, Selector, element, rewrite_str};
use query::language::Language;

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_can_leave_its_place() {
        assert_eq!(escaped("<b title='\"'>&"), "&lt;b title=&#x27;&quot;&#x27;&gt;&amp;");
    }
}
