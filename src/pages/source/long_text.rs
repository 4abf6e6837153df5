//! A long text, drawn in a window around the reader.

use dom::Element;
use dom::html::{div, p};
use leptos::ev;
use query::source::window::BlockWindow;
use query::source::{SourceBlock, SourceText};

use super::follower::{Follower, TEXT_ID};
use crate::navigation::scroll::block_id;

/// What readers are told who look for words with their browser.
const HINT: &str =
    "The text is long: your browser finds words only in the part around you. The plain text file has all of it.";

/// The text; `draw` draws a block.
pub fn long_text(text: SourceText, draw: impl Fn(SourceBlock) -> Element + Send + Sync + 'static) -> Element {
    let follower = Follower::new(BlockWindow::new(text));
    let [of_rows, of_padding] = [(); 2].map(|()| follower.clone());
    let block = move |&index: &u32| {
        let index = index as usize;
        let [of_block, of_focus] = [(); 2].map(|()| follower.clone());
        let kept = move || of_block.tracked_window().drawn.is_kept(index).then_some("");
        let block = follower.window().text.block(index);
        draw(block)
            .id(block_id(index))
            .attr("data-kept", kept)
            .on(ev::focusin, move |event| of_focus.focus(index, &event))
            .into_any()
    };
    // Whole pixels, as the window of a list has.
    let padding = move || {
        let window = of_padding.tracked_window();
        format!("padding-block:{}px {}px", window.drawn.before as i32, window.drawn.after as i32)
    };
    div().class("text long").id(TEXT_ID).prop("style", padding).each(
        move || of_rows.tracked_window().drawn.indices(),
        |&index| index,
        block,
    )
}

/// What the page of a long text says about it.
pub fn hint() -> Element {
    p().class("hint").child(HINT)
}
