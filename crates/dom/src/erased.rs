//! The types that texts and closures are erased to, and effects of one type.

use leptos::oco::Oco;
use leptos::prelude::{Effect, RenderEffect};

/// A text of the page, static or owned.
pub type Text = Oco<'static, str>;

/// A boxed function that is run again when a signal that it read changes.
pub type Reactive<T> = Box<dyn FnMut() -> T + Send>;

/// Runs what draws a part of the page, now and whenever a signal that it read changes, for as long as the effect is
/// kept. All effects of the page are of this one type.
#[inline(never)]
pub fn render_effect(mut run: Box<dyn FnMut()>) -> RenderEffect<()> {
    RenderEffect::new(move |_| run())
}

/// Runs a side effect outside the page's elements, now and whenever a signal that it read changes. The same as
/// [`Effect::new_sync`], with one copy of its machine code. [`Effect::new`] requires neither `Send` nor `Sync`, but
/// checks at each use that the thread is the same, for which the standard library's threads are in the program.
pub fn effect(run: impl FnMut() + Send + Sync + 'static) {
    boxed_effect(Box::new(run));
}

#[inline(never)]
fn boxed_effect(mut run: Box<dyn FnMut() + Send + Sync>) {
    Effect::new_sync(move |_| run());
}
