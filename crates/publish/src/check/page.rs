//! A page as a browser parses it: elements in order, with their attributes and, for scripts and styles, their text.

use std::{cell::RefCell, rc::Rc};

use lol_html::{RewriteStrSettings, element, errors::RewritingError, html_content::Element as Tag, rewrite_str, text};

/// The elements of a page.
pub struct Page {
    /// Every element, in the order in which they are opened.
    pub elements: Vec<Element>,
}

/// One element.
pub struct Element {
    /// Its name, in small letters.
    pub name: String,
    /// Its attributes: names in small letters, values without character references.
    pub attributes: Vec<(String, String)>,
    /// The text of a script or style; empty for all others.
    pub text: String,
}

impl Page {
    /// Reads a page.
    pub fn read(html: &str) -> Result<Self, RewritingError> {
        let elements: Rc<RefCell<Vec<Element>>> = Rc::default();
        let (seen, written) = (Rc::clone(&elements), Rc::clone(&elements));
        let handlers = [
            element!("*", move |tag| {
                seen.borrow_mut().push(Element::of(tag));
                Ok(())
            }),
            text!("script, style", move |chunk| {
                // Neither contains elements, so the text belongs to the last one.
                if let Some(last) = written.borrow_mut().last_mut() {
                    last.text.push_str(chunk.as_str());
                }
                Ok(())
            }),
        ];
        let settings =
            handlers.into_iter().fold(RewriteStrSettings::new(), RewriteStrSettings::append_element_content_handler);
        rewrite_str(html, settings)?;
        Ok(Self { elements: elements.take() })
    }

    /// All elements of a name.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &Element> {
        self.elements.iter().filter(move |element| element.name == name)
    }
}

impl Element {
    fn of(tag: &Tag) -> Self {
        let decoded = |value: String| html_escape::decode_html_entities(&value).into_owned();
        let attributes = tag.attributes().iter().map(|it| (it.name(), decoded(it.value()))).collect();
        Self { name: tag.tag_name(), attributes, text: String::new() }
    }

    /// An attribute's value.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }

    /// Whether a link has this relation to the page (`rel`).
    pub fn is_rel(&self, rel: &str) -> bool {
        self.get("rel").is_some_and(|found| found.split_ascii_whitespace().any(|it| it.eq_ignore_ascii_case(rel)))
    }

    /// Its start tag as a person would write it, to be found in the page.
    pub fn shown(&self) -> String {
        let attributes = self.attributes.iter().map(|(name, value)| format!(" {name}={value:?}"));
        format!("<{}{}>", self.name, attributes.collect::<String>())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_read_as_a_browser_reads_it() {
        let page =
            Page::read("<P Title='a &quot;b&quot; &amp; c'>x<script>if (1 < 2) '<b>'</script><!-- <i> -->").unwrap();
        let names: Vec<_> = page.elements.iter().map(|element| element.name.as_str()).collect();
        assert_eq!(names, ["p", "script"]);
        assert_eq!(page.elements[0].get("title"), Some("a \"b\" & c"));
        assert_eq!(page.elements[1].text, "if (1 < 2) '<b>'");
    }
}
