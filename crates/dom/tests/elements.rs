//! The HTML that elements are written as. `<!>` is leptos' marker behind the children of an element or of a fragment.
#![cfg(not(target_arch = "wasm32"))]

use dom::html::{a, article, b, button, div, input, li, p, span, ul};
use dom::{AnyView, Element, IntoChild, Output, Text, fragment, nothing};
use leptos::ev;
use leptos::prelude::*;

fn html_of(draw: impl FnOnce() -> AnyView) -> String {
    Owner::new().with(|| draw().to_html())
}

fn html(element: impl FnOnce() -> Element) -> String {
    html_of(|| element().into_any())
}

#[test]
fn an_element_has_its_tag_and_an_end_tag() {
    assert_eq!(html(div), "<div><!></div>");
    assert_eq!(html(article), "<article><!></article>");
    assert_eq!(html(|| p().child("One").child(b().child("two"))), "<p>One<b>two<!></b><!></p>");
}

#[test]
fn a_void_element_has_neither_children_nor_an_end_tag() {
    assert_eq!(html(|| input().attr("type", "search")), r#"<input type="search">"#);
    assert_eq!(html(|| p().child(input()).child("after")), "<p><input>after<!></p>");
}

#[test]
#[cfg(debug_assertions)]
#[should_panic(expected = "a void element has no children")]
fn a_void_element_refuses_children() {
    let _ = input().child("lost");
}

#[test]
fn attributes_keep_their_order_and_are_escaped() {
    let element = || a().id("x").class("one two").attr("title", "\"1\" < 2 & 3".to_owned());
    assert_eq!(html(element), r#"<a id="x" class="one two" title="&quot;1&quot; &lt; 2 &amp; 3"><!></a>"#);
    assert_eq!(html(|| a().attr("hidden", "")), r#"<a hidden=""><!></a>"#);
}

#[test]
fn texts_are_escaped() {
    assert_eq!(html(|| p().child("<b> & \"c\"")), "<p>&lt;b&gt; &amp; \"c\"<!></p>");
}

#[test]
fn a_missing_attribute_is_not_written() {
    assert_eq!(html(|| a().attr("href", None::<String>).attr("class", Some("x"))), r#"<a class="x"><!></a>"#);
    assert_eq!(html(|| a().attr("href", || None::<Text>)), "<a><!></a>");
}

#[test]
fn an_attribute_follows_a_closure_of_any_text() {
    let element = || {
        let open = RwSignal::new(true);
        div()
            .class(move || if open.get() { "open" } else { "" })
            .attr("data-size", move || format!("{}", 1 + usize::from(open.get())))
            .attr("aria-current", move || open.get().then_some("true"))
            .attr("aria-hidden", move || (!open.get()).then_some("true"))
    };
    assert_eq!(html(element), r#"<div class="open" data-size="2" aria-current="true"><!></div>"#);
}

#[test]
fn listeners_and_properties_are_not_written() {
    let element = || input().id("q").prop("value", || "typed".to_owned()).on(ev::input, |_| {}).on(ev::focusin, |_| {});
    assert_eq!(html(element), r#"<input id="q">"#);
}

#[test]
fn children_come_one_after_the_other() {
    let element = || ul().children(["a", "b"].map(|text| li().child(text))).child(li().child(3));
    assert_eq!(html(element), "<ul><li>a<!></li><li>b<!></li><li>3<!></li><!></ul>");
}

#[test]
fn an_empty_text_writes_no_text_and_keeps_its_place() {
    // What leptos writes for a view without any node.
    let nothing_as_html = html_of(nothing);
    assert!(nothing_as_html.starts_with("<!"), "it is comments: {nothing_as_html}");
    let alone = format!("<p>{nothing_as_html}<!></p>");
    assert_eq!(html(|| p().child(nothing())), alone);
    assert_eq!(html(|| p().child("")), alone);
    assert_eq!(html(|| p().child(String::new())), alone);
    assert_eq!(html(|| p().child(None::<Element>)), alone);
}

#[test]
fn neighbouring_texts_stay_apart() {
    assert_eq!(html(|| p().child("one").child("two")), "<p>one<!>two<!></p>");
}

#[test]
fn a_fragment_has_no_element_around_it() {
    assert_eq!(html_of(|| fragment([b().into_any(), " ".into_child()])), "<b><!></b> <!>");
    assert_eq!(html_of(|| fragment::<(), Element>([])), "<!>");
    assert_eq!(html(|| p().child(fragment([b()])).child("x")), "<p><b><!></b><!>x<!></p>");
}

#[test]
fn content_that_may_come_later_is_written_where_it_is_there() {
    let element = |text: Option<&'static str>| html(move || p().later_content(move || text.map(IntoChild::into_child)));
    assert_eq!(element(Some("there")), html(|| p().reactive_content(|| "there")));
    assert_eq!(element(None), "<p><!></p>");
}

#[test]
fn reactive_content_is_drawn_within_its_element() {
    let element = || {
        let count = RwSignal::new(2);
        div().reactive_content(move || (count.get() > 1).then(|| span().child(count.get().to_string())))
    };
    assert_eq!(html(element), "<div><span>2<!></span><!></div>");
}

#[test]
#[cfg(debug_assertions)]
#[should_panic(expected = "a region is all the content of its element")]
fn a_region_refuses_children_after_it() {
    Owner::new().with(|| {
        let _ = div().reactive_content(|| "all").child("more");
    });
}

#[test]
#[cfg(debug_assertions)]
#[should_panic(expected = "a region is all the content of its element")]
fn a_region_refuses_children_before_it() {
    Owner::new().with(|| {
        let _ = div().child("first").reactive_content(|| "all");
    });
}

#[test]
fn a_keyed_list_is_written_in_the_order_of_its_items() {
    let numbers =
        || ul().each(|| vec![3_u32, 1, 2], |&number| number, |&number| li().child(number as usize).into_any());
    assert_eq!(html(numbers), "<ul><li>3<!></li><li>1<!></li><li>2<!></li><!></ul>");
    let names = || vec!["b".to_owned(), "a".to_owned()];
    let texts = move || ul().each(names, String::clone, |name| li().child(name.clone()).into_any());
    assert_eq!(html(texts), "<ul><li>b<!></li><li>a<!></li><!></ul>");
    let none = || ul().each(Vec::<String>::new, String::clone, |_| nothing());
    assert_eq!(html(none), "<ul><!></ul>");
}

/// A type of another crate as a child.
mod foreign {
    use super::*;

    struct Marker;

    impl IntoChild<Marker> for std::time::Duration {
        fn into_child(self) -> AnyView {
            format!("{} s", self.as_secs()).into_child()
        }
    }

    #[test]
    fn a_marker_makes_foreign_types_children() {
        let pause = std::time::Duration::from_secs(5);
        let element = || p().child(pause).child(Some(pause)).children([pause]);
        assert_eq!(html(element), "<p>5 s<!>5 s<!>5 s<!></p>");
    }
}

/// The HTML for a page on which links lead to files, or nowhere.
fn html_for(hydrated: bool, element: impl FnOnce() -> Element) -> String {
    let links = |href: &str| href.strip_prefix("#/").map(|view| format!("{view}.html"));
    Owner::new().with(|| element().into_any().to_html_for(Output { hydrated, links: &links }))
}

#[test]
fn a_page_without_the_program_has_neither_what_needs_it_nor_the_marks_of_hydration() {
    let element = || {
        let region = div().reactive_content(|| fragment(["One", "two"]));
        p().child("A").child(nothing()).child("B").child(button().live().child("Press")).child(region)
    };
    assert_eq!(html_for(false, element), "<p>AB<div>Onetwo</div></p>");
    assert!(html_for(true, element).contains("<button data-live=\"\">Press<!></button>"));
}

#[test]
fn links_are_written_for_the_page_that_they_are_on() {
    let element = || {
        let reactive = a().attr("href", move || "#/b").child("b");
        p().child(a().attr("href", "#/a").child("a")).child(reactive).child(a().attr("href", "c").id("c").child("c"))
    };
    assert_eq!(html_for(false, element), "<p><a href=\"a.html\">a</a><a href=\"b.html\">b</a><a id=\"c\">c</a></p>");
}
