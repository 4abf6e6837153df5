//! Tag functions: each creates an element without attributes and children. Only the tags in use are listed.

use crate::element::Element;

macro_rules! tags {
    ($($tag:ident)+) => {$(
        #[doc = concat!("Creates a `<", stringify!($tag), ">` element.")]
        pub fn $tag() -> Element {
            Element::new(stringify!($tag), None)
        }
    )+};
}

tags! {
    a article aside b bdi blockquote body button caption dd details dialog div dl dt figcaption figure footer h1 h2 h3 head header html input kbd
    label li link main mark meta nav noscript p s script search section small span style summary sup table tbody td th thead
    title tr ul
}
