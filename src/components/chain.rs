//! The attribution chain of a statement, drawn: on the screen, in print and on written pages. It is text in the order
//! in which it is read, with words between for those who do not see the arrows.

use dom::html::{div, p, span};
use dom::{AnyView, Element, IntoChild, fragment};
use query::chain::{Arrow, Chain, MOST_HANDS, Step};

use crate::components::refs::{hue_class, joint, reference, visually_hidden, with_language};

/// The chain with the words of the cue under its arrows.
pub fn chain(model: Chain) -> Element {
    div().class("chain").child(sentence(p(), model))
}

/// The chain in a line, between words of the interface.
pub fn chain_line(model: Chain) -> Element {
    sentence(span().class("chain-line"), model)
}

/// A class with one that says how far away the words in an element are, by the hands that they went through.
pub fn with_distance(class: &str, hands: usize) -> String {
    format!("{class} hand-{}", hands.clamp(1, MOST_HANDS))
}

fn sentence(element: Element, Chain { steps, end }: Chain) -> Element {
    element.children(steps.into_iter().map(step)).child(visually_hidden(end))
}

/// A step, after the arrow that leads to it.
fn step(Step { arrow, before, actors, document, hand }: Step) -> AnyView {
    let many = actors.len();
    let hue = actors.first().and_then(|actor| actor.hue);
    let actor = |(index, actor)| fragment([joint(index, many).into_child(), reference(actor).into_any()]);
    let names = span()
        .class(with_distance(&format!("step {}", hue_class(hue)), hand))
        .child(visually_hidden(before))
        .children(actors.into_iter().enumerate().map(actor))
        .child(document);
    let arrow = arrow.map(|Arrow { is_act, before, cue }| {
        let act = is_act.then(|| fragment([visually_hidden(", who ").into_any(), "acted".into_child()]));
        let cue = cue.map(|(words, language)| {
            let words = with_language(span().class("cue-words"), language).child(words);
            fragment([visually_hidden(before).into_any(), words.into_any()])
        });
        span().class(with_distance("arrow", hand)).child(act).child(cue).into_any()
    });
    fragment(arrow.into_iter().chain([names.into_any()]))
}
