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
    a article aside b bdi blockquote button dd details dialog div dl dt figure footer h1 h2 h3 header input kbd label li main
    mark nav p s search section small span summary sup table tbody td th thead tr ul
}
