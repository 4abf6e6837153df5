//! The shape of prerendered HTML, by which the program finds out whether the page was changed before hydration.

use std::cell::RefCell;
use std::rc::Rc;

use briefing::shape::Shape;
use lol_html::errors::RewritingError;
use lol_html::{EndTagHandler, doc_comments, doc_text, element, rewrite_str};

use crate::markup;

const ELEMENT: u16 = 1;
const TEXT: u16 = 3;
const COMMENT: u16 = 8;

/// The shape of an element with such content, as a browser builds it.
pub fn of_content(markup: &str) -> Result<Shape, RewritingError> {
    let shape = Rc::new(RefCell::new(Shape::default()));
    shape.borrow_mut().enter(ELEMENT);
    let (elements, texts, comments) = (Rc::clone(&shape), Rc::clone(&shape), Rc::clone(&shape));
    let element = element!("*", move |element| {
        elements.borrow_mut().enter(ELEMENT);
        let shape = Rc::clone(&elements);
        let leave: EndTagHandler<'static> = Box::new(move |_| {
            shape.borrow_mut().leave();
            Ok(())
        });
        match element.end_tag_handlers() {
            Some(handlers) => handlers.push(leave),
            None => elements.borrow_mut().leave(),
        }
        Ok(())
    });
    let settings = markup::settings(vec![element])
        .append_document_content_handler(doc_text!(move |text| {
            if text.last_in_text_node() {
                let mut shape = texts.borrow_mut();
                shape.enter(TEXT);
                shape.leave();
            }
            Ok(())
        }))
        .append_document_content_handler(doc_comments!(move |_| {
            let mut shape = comments.borrow_mut();
            shape.enter(COMMENT);
            shape.leave();
            Ok(())
        }));
    rewrite_str(markup, settings)?;
    shape.borrow_mut().leave();
    Ok(*shape.borrow())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(nodes: &[u16]) -> Shape {
        let mut shape = Shape::default();
        for &node in nodes {
            if node == 0 { shape.leave() } else { shape.enter(node) }
        }
        shape
    }

    #[test]
    fn each_node_is_entered_and_left() {
        let markup = "<p class=\"a\">Who<!> said<input> it</p><!--<() />-->";
        let nodes = [1, 1, 3, 0, 8, 0, 3, 0, 1, 0, 3, 0, 0, 8, 0, 0];
        assert_eq!(of_content(markup).unwrap(), shape(&nodes));
    }

    #[test]
    fn words_and_attributes_do_not_matter_but_a_wrapped_word_does() {
        let of = |markup| of_content(markup).unwrap();
        assert_eq!(of("<p>one &amp; two</p>"), of("<p id=\"x\">eins</p>"));
        assert_ne!(of("<p>one</p>"), of("<p><font>one</font></p>"));
        assert_ne!(of("<p>one</p>"), of("<p>one<!></p>"));
    }
}
