//! The toast: a message at the foot of the window about what was just done.

use dom::html::{input, p};
use dom::{AnyView, Element, effect, nothing};

use crate::app_state::{AppState, Toast};
use crate::browser::Timer;
use crate::components::elements::plain_button;

/// How long the message about a success is shown, in milliseconds.
const DURATION: i32 = 2500;

/// Removes messages about a success for as long as the page lasts. One that the reader can act on stays until it is
/// closed.
pub fn install(state: AppState) {
    let timer = Timer::default();
    effect(move || {
        timer.stop();
        if state.toast.with(|toast| matches!(toast, Some(Toast::Done(_)))) {
            timer.start(DURATION, move || state.toast.set(None));
        }
    });
}

/// The message. Tracked.
pub fn toast(state: AppState) -> AnyView {
    match state.toast.get() {
        None => nothing(),
        Some(Toast::Done(words)) => p().child(words).into_any(),
        Some(Toast::Failed(words)) => p().child(words).child(" ").child(close(state)).into_any(),
        Some(Toast::CopyByHand(words)) => p()
            .child("The browser did not let the page copy. Here it is: ")
            .child(
                input()
                    .attr("readonly", "")
                    .attr("dir", "auto")
                    .attr("aria-label", "To be copied")
                    .attr("value", words),
            )
            .child(close(state))
            .into_any(),
    }
}

fn close(state: AppState) -> Element {
    plain_button("Close", move |_| state.toast.set(None))
}
