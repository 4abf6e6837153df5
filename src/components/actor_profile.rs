//! What an actor speaks on, on which side, against whom and when: in its card and at the head of its page. Bars have
//! their numbers beside them and sides have words, so nothing is told by length or colour alone.

use corpus::Hue;
use dom::html::{div, li, p, span, ul};
use dom::svg::{rect, svg};
use dom::{AnyView, Element, IntoChild, fragment};
use query::actors::{Bar, Flag, Opponent, Opponents, Profile, Side};
use query::language::{Localizable, Phrase};

use crate::components::elements::link;
use crate::components::refs::{count, hue_class, reference, visually_hidden};

/// The profile; nothing for an actor that neither speaks nor acts.
pub fn profile(profile: Profile, hue: Option<Hue>) -> Option<Element> {
    let Profile { bars, further, sides, contradicted_by, contradicts, time } = profile;
    let is_empty = bars.is_empty() && sides.is_empty() && time.is_none();
    let further = (further > 0).then(|| p().class("further").child(format!("and {further} more")));
    let bars = (!bars.is_empty()).then(|| {
        ul().class(format!("topic-bars {}", hue_class(hue)))
            .attr("aria-label", "Speaks or acts on")
            .children(bars.into_iter().map(bar))
    });
    let sides = (!sides.is_empty()).then(|| p().class("sides").child(fragment(spaced(sides.into_iter().map(side)))));
    let drawn = || {
        div()
            .class("actor-profile")
            .child(bars)
            .child(further)
            .child(sides)
            .child(opponents("Contradicted by ", contradicted_by))
            .child(opponents("Contradicts ", contradicts))
            .child(time.map(|time| p().class("span-of-time").child(time)))
    };
    (!is_empty).then(drawn)
}

fn bar(Bar { topic, count: number, length }: Bar) -> Element {
    // Of SVG, whose lengths are attributes: the policy of the page allows no styles on elements.
    let drawn = rect().attr("width", format!("{length}%")).attr("height", "100%");
    let drawn = svg().attr("class", "bar-of-topic").attr("aria-hidden", "true").child(drawn);
    li().child(reference(topic).class("topic-name")).child(" ").child(drawn).child(" ").child(count(number))
}

fn side(Side { is_for, label, href }: Side) -> Element {
    let mark = span().class(if is_for { "side for" } else { "side against" }).attr("aria-hidden", "true");
    span().child(mark).child(link(href, label))
}

/// Elements with spaces between them, which a copied text keeps.
fn spaced(elements: impl Iterator<Item = Element>) -> impl Iterator<Item = AnyView> {
    elements.flat_map(|element| [element.into_any(), " ".into_child()])
}

fn opponents(label: &'static str, Opponents { named, further }: Opponents) -> Option<Element> {
    let further = (further > 0).then(|| format!(" and {further} more"));
    let many = named.len();
    let opponent = |(index, Opponent { name, passages, href })| {
        let joint = if index > 0 { ", " } else { "" };
        let passages = span().class("compare-link").child(" (").child(link(href, passages)).child(")");
        fragment([joint.into_child(), reference(name).into_any(), passages.into_any()])
    };
    let opponents = named.into_iter().enumerate().map(opponent);
    (many > 0).then(|| p().class("opponents").child(label).child(fragment(opponents)).child(further))
}

/// The flag of an actor's country with the country's name, unless that is the actor's own: a system without flags shows
/// something else, or nothing.
pub fn flag(Flag { symbols, country }: Flag) -> Element {
    let name = |country: Localizable| {
        let country = span().class("country").child(Phrase::of(country));
        fragment([visually_hidden(", ").into_any(), country.into_any()])
    };
    let symbols = span().attr("aria-hidden", "true").attr("translate", "no").child(symbols);
    span().class("flag").child(symbols).child(country.map(name))
}
