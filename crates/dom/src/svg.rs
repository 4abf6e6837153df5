//! Tag functions of SVG, as those of [`crate::html`]. Only the tags in use are listed.

use crate::element::Element;

const NAMESPACE: Option<&str> = Some("http://www.w3.org/2000/svg");

macro_rules! tags {
    ($($tag:ident)+) => {$(
        #[doc = concat!("Creates an SVG `<", stringify!($tag), ">` element.")]
        pub fn $tag() -> Element {
            Element::new(stringify!($tag), NAMESPACE)
        }
    )+};
}

tags! { a circle g line path rect svg text title tspan }
