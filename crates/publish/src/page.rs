//! Whole pages, drawn with the element functions of the components: what heads have in common, and how a page is
//! written.

use briefing::ssr::Output;
use dom::html::{body, head, html, link, meta, title};
use dom::{AnyView, Element, fragment};

use crate::context::{Context, StyleSheet};

/// How pages without the program are written. Links stay as they are.
pub const STATIC: Output = Output { hydrated: false, links: &|href| Some(href.to_owned()) };

/// The elements that every head begins with. The policy is that of the Content-Security-Policy header.
pub fn first_of_head(policy: String) -> AnyView {
    fragment([
        meta().attr("charset", "utf-8"),
        meta().attr("http-equiv", "content-security-policy").attr("content", policy),
        named("viewport", "width=device-width, initial-scale=1"),
        named("color-scheme", "light dark"),
    ])
}

/// The title and the description.
pub fn title_and_description(words: impl Into<String>, description: impl Into<String>) -> AnyView {
    fragment([title().child(words.into()), named("description", description.into())])
}

/// A `meta` element with a name.
pub fn named(name: &'static str, content: impl Into<String>) -> Element {
    meta().attr("name", name).attr("content", content.into())
}

/// A link to another resource.
pub fn resource(relation: &'static str, href: impl Into<String>) -> Element {
    link().attr("rel", relation).attr("href", href.into())
}

/// The links to the style sheets. `up` leads from the page's folder to the top.
pub fn style_sheets(context: &Context, up: &str) -> AnyView {
    let sheet = |StyleSheet { file, integrity }: &StyleSheet| {
        resource("stylesheet", format!("{up}{file}")).attr("integrity", integrity.clone())
    };
    fragment(context.style_sheets.iter().map(sheet))
}

/// A page as HTML. `root` are the attributes of its `html` element.
pub fn page(
    root: impl IntoIterator<Item = (&'static str, &'static str)>,
    head_content: impl IntoIterator<Item = AnyView>,
    body_content: impl IntoIterator<Item = AnyView>,
) -> String {
    let root = root.into_iter().fold(html(), |root, (name, value)| root.attr(name, value));
    let page = root.child(head().children(head_content)).child(body().children(body_content));
    format!("<!doctype html>{}\n", page.into_any().to_html_for(STATIC))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_is_markup() {
        let head = [title_and_description("<b>", "\"><script>")];
        let page = page([("lang", "en")], head, [dom::html::p().child("</body>").into_any()]);
        let expected = "<!doctype html><html lang=\"en\"><head><title>&lt;b&gt;</title>\
                        <meta name=\"description\" content=\"&quot;&gt;&lt;script&gt;\"></head>\
                        <body><p>&lt;/body&gt;</p></body></html>\n";
        assert_eq!(page, expected);
    }
}
