//! What can stand within an element.

use crate::erased::Text;
use crate::view::{AnyView, nothing};

/// A type that can be a child of an element.
///
/// `M` only distinguishes implementations, and is inferred. A crate cannot implement this trait for a type of another
/// crate, unless a type of its own takes part: `impl IntoChild<MyMarker> for TheirText`. Functions that take any child
/// are generic over the marker: `fn headline<M>(words: impl IntoChild<M>) -> Element`.
pub trait IntoChild<M = ()> {
    /// The child as a view.
    fn into_child(self) -> AnyView;
}

impl IntoChild for AnyView {
    fn into_child(self) -> AnyView {
        self
    }
}

impl IntoChild for Text {
    #[inline(never)]
    fn into_child(self) -> AnyView {
        // HTML has no text node without characters.
        if self.is_empty() { nothing() } else { AnyView::Text(self) }
    }
}

impl IntoChild for &'static str {
    #[inline(never)]
    fn into_child(self) -> AnyView {
        Text::from(self).into_child()
    }
}

impl IntoChild for String {
    #[inline(never)]
    fn into_child(self) -> AnyView {
        Text::from(self).into_child()
    }
}

impl IntoChild for usize {
    #[inline(never)]
    fn into_child(self) -> AnyView {
        self.to_string().into_child()
    }
}

impl IntoChild for Vec<AnyView> {
    fn into_child(self) -> AnyView {
        AnyView::Fragment(self)
    }
}

/// A missing child keeps its place, so that its neighbours keep theirs when the element is drawn again.
impl<M, C: IntoChild<M>> IntoChild<M> for Option<C> {
    fn into_child(self) -> AnyView {
        self.map_or_else(nothing, C::into_child)
    }
}

/// Children one after the other, without an element around them.
pub fn fragment<M, C: IntoChild<M>>(children: impl IntoIterator<Item = C>) -> AnyView {
    let mut views = Vec::new();
    for child in children {
        views.push(child.into_child());
    }
    views.into_child()
}
