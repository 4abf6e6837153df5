//! The types that texts, closures and views are erased to, and effects of one type.

use leptos::oco::Oco;
use leptos::prelude::*;

/// A text of the page, static or owned.
pub type Text = Oco<'static, str>;

/// A boxed function that is run again when a signal that it read changes.
pub type Reactive<T> = Box<dyn FnMut() -> T + Send>;

/// A view without any node.
#[inline(never)]
pub fn nothing() -> AnyView {
    ().into_any()
}

/// Runs a side effect outside the page's elements, now and whenever a signal that it read changes. The same as
/// [`Effect::new`], with one copy of its machine code.
pub fn effect(run: impl FnMut() + 'static) {
    boxed_effect(Box::new(run));
}

#[inline(never)]
fn boxed_effect(mut run: Box<dyn FnMut()>) {
    Effect::new(move |_| run());
}
