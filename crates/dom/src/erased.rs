//! The types that texts and closures are erased to, effects of one type, and the end of subscriptions.
//!
//! The reactive graph keeps each subscriber of a signal or a memo until the subscriber runs again. One that is dropped
//! never does: its entry would stay, with its memory, and slow down whatever is subscribed or notified afterwards. So
//! what is dropped before the page ends unsubscribes here: [`DrawEffect`], and memos by [`unsubscribe_on_cleanup`].

use std::cell::RefCell;
use std::rc::Rc;

use leptos::oco::Oco;
use leptos::prelude::{Effect, RenderEffect, on_cleanup};
use leptos::reactive::graph::{AnySubscriber, Subscriber, ToAnySubscriber};

/// A text of the page, static or owned.
pub type Text = Oco<'static, str>;

/// A boxed function that is run again when a signal that it read changes.
pub type Reactive<T> = Box<dyn FnMut() -> T + Send>;

/// What an effect runs. `None` once the effect is dropped.
type Run = Rc<RefCell<Option<Box<dyn FnMut()>>>>;

/// An effect that draws a part of the page: runs until it is dropped, and then unsubscribes from all signals. All
/// effects of the page are of this one type.
#[must_use]
pub struct DrawEffect {
    effect: RenderEffect<()>,
    run: Run,
}

/// Drops what the effect has drawn as well, at once: the graph's own effect would keep it until its task is polled, and
/// effects in it could run before that, when the memos of their page are gone.
impl Drop for DrawEffect {
    #[inline(never)]
    fn drop(&mut self) {
        unsubscribe(&self.effect.to_any_subscriber());
        // Borrowed only by an effect that drops itself, whose task ends then.
        let run = self.run.try_borrow_mut().ok().and_then(|mut run| run.take());
        drop(run);
    }
}

/// Runs what draws a part of the page, now and whenever a signal that it read changes, for as long as the effect is
/// kept.
#[inline(never)]
pub fn draw_effect(run: Box<dyn FnMut()>) -> DrawEffect {
    let run: Run = Rc::new(RefCell::new(Some(run)));
    let shared = Rc::clone(&run);
    let effect = RenderEffect::new(move |_| {
        if let Some(run) = &mut *shared.borrow_mut() {
            run();
        }
    });
    DrawEffect { effect, run }
}

/// Unsubscribes from all signals when the current owner is cleaned up.
pub fn unsubscribe_on_cleanup(subscriber: AnySubscriber) {
    on_cleanup(move || unsubscribe(&subscriber));
}

fn unsubscribe(subscriber: &AnySubscriber) {
    subscriber.clear_sources(subscriber);
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
