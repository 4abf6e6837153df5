//! The drawing of the time axis.

use dom::Element;
use dom::svg::{a, g, line, path, rect, svg, text, title, tspan};
use query::figures::axis::{
    Axis, AxisPosition, Entry, Fold, HIGHEST_BAR, InSpan, Mark, OpenEnd, OpenEnds, Precision, Tick,
};

use crate::components::refs::hue_class;

/// The height of a lane, in hundredths of the text size.
const LANE: i32 = 250;
/// The distance of a mark's line from the upper edge of its lane, likewise.
const LINE: i32 = 235;
/// The height of a line of labels, likewise.
const LABEL: i32 = 95;
/// The height of the highest bar, likewise.
const BAR: i32 = 300;
/// The height of the row of ticks, likewise.
const TICKS: i32 = 150;
/// The length of what is drawn of a time that goes on beyond its known day, in hundredths of the text size.
const OPEN: i32 = 150;
/// The least width of what takes clicks, in tenths of CSS pixels.
const LEAST_WIDTH: i32 = 240;
/// The tenths of CSS pixels in the text size of a page that nobody has changed.
const REM: i32 = 160;
/// Whether links lead somewhere: before the program runs, they do not, and nothing takes clicks.
const LEADS: bool = cfg!(target_arch = "wasm32");

/// What positions depend on.
#[derive(Clone, Copy)]
struct Frame {
    /// Whether the axis runs from right to left.
    is_mirrored: bool,
    /// The distance of the axis from the top, in hundredths of the text size.
    base: i32,
    lanes: usize,
}

/// Draws an axis.
pub fn drawing(axis: &Axis, is_mirrored: bool) -> Element {
    let lanes = i32::try_from(axis.lanes).unwrap_or_default();
    // Each bar of a unit has a number over it.
    let has_open = axis.marks().any(|mark| matches!(mark.precision, Precision::Open(_)));
    let base = match axis.has_bars {
        true if has_open => BAR + 2 * LABEL,
        true => BAR + LABEL,
        false => LANE * lanes,
    };
    let has_folds = axis.folds().any(|fold| fold.label.is_some());
    let below = match (axis.has_bars, has_folds) {
        (true, _) if axis.marks().any(|mark| mark.group.is_some()) => 2 * LABEL + 20,
        (true, _) | (_, true) => LABEL + 20,
        _ => 20,
    };
    let frame = Frame { is_mirrored, base, lanes: axis.lanes };
    let entry = |entry: &Entry| match entry {
        Entry::Mark(mark) if axis.has_bars => bar(mark, frame),
        Entry::Mark(mark) => time(mark, frame),
        Entry::Fold(fold) => gap(fold, frame, axis.has_bars),
    };
    svg()
        .attr("role", "none")
        .attr("height", rem(base + below + if axis.ticks.is_empty() { 0 } else { TICKS }))
        .child(line().attr("class", "base").attr("x2", "100%").attr("y1", rem(base)).attr("y2", rem(base)))
        .children(axis.entries.iter().map(entry))
        .children(axis.ticks.iter().map(|one| tick(one, frame, base + below)))
}

impl Frame {
    /// A position on the page.
    fn at(self, position: AxisPosition) -> AxisPosition {
        if self.is_mirrored { AxisPosition(AxisPosition::END.0.saturating_sub(position.0)) } else { position }
    }

    /// The left edge and the width of what reaches from one position to another.
    fn across(self, from: AxisPosition, to: AxisPosition) -> (String, String) {
        let left = self.at(if self.is_mirrored { to } else { from });
        (left.to_string(), AxisPosition(to.0.saturating_sub(from.0)).to_string())
    }

    /// A distance in the direction of the page.
    const fn along(self, distance: i32) -> i32 {
        if self.is_mirrored { -distance } else { distance }
    }
}

/// A length in units of the text size.
fn rem(hundredths: i32) -> String {
    let sign = if hundredths < 0 { "-" } else { "" };
    let hundredths = hundredths.abs();
    // Without zeros at the end, of which a page has many.
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    match (rest, rest % 10) {
        (0, _) => format!("{sign}{whole}rem"),
        (_, 0) => format!("{sign}{whole}.{}rem", rest / 10),
        _ => format!("{sign}{whole}.{rest:02}rem"),
    }
}

/// The id of the element of a mark.
pub fn id(mark: &Mark) -> String {
    format!("t-{}", mark.key.replace('/', "-"))
}

/// A link, or what cannot be chosen, of the classes of both.
fn element(mark: &Mark) -> Element {
    match &mark.href {
        None => g().attr("role", "img"),
        Some(href) => a()
            .attr("href", href.clone())
            .attr("aria-current", (mark.chosen || mark.in_span != InSpan::None).then_some("true")),
    }
    .attr("class", "time")
    .id(id(mark))
    .child(title().child(mark.title.clone()))
}

/// The mark of a time, with its label and its dots over its line. All of it is placed from where its label begins, at
/// the height of its line: so a page that has many of them needs the fewest words.
fn time(mark: &Mark, frame: Frame) -> Element {
    if let Precision::Open(ends) = mark.precision {
        return open_time(mark, ends, frame);
    }
    let direction = frame.along(if mark.label_before { -1 } else { 1 });
    let begin = if mark.label_before { mark.to } else { mark.from };
    let width = mark.width.max(LEAST_WIDTH) * 100 / REM;
    let across = AxisPosition(mark.to.0.saturating_sub(mark.from.0)).to_string();
    // Clicks are taken between its ends, and where its words are; which is wider depends on the window.
    let target = |width: String| target((direction < 0).then(|| format!("-{width}")), width);
    let end = if direction < 0 { format!("-{across}") } else { across.clone() };
    let inexact = matches!(mark.precision, Precision::Calendar).then_some("inexact");
    let all = in_lane(mark, begin, frame)
        .children(LEADS.then(|| [target(rem(width)), target(across.clone())]).into_iter().flatten())
        .children(words(mark, None))
        // Dashed where the days are not known.
        .child(line().attr("class", inexact).attr("x2", end));
    element(mark).child(all)
}

/// The place of a mark, at the height of its line.
fn in_lane(mark: &Mark, begin: AxisPosition, frame: Frame) -> Element {
    let lane = frame.lanes.saturating_sub(mark.lane + 1);
    svg()
        .attr("x", frame.at(begin).to_string())
        .attr("y", rem(i32::try_from(lane).unwrap_or_default() * LANE + LINE))
        .attr("text-anchor", mark.label_before.then_some("end"))
}

/// What takes clicks on a time.
fn target(left: Option<String>, width: String) -> Element {
    rect()
        .attr("class", "target")
        .attr("x", left)
        .attr("y", rem(-LINE))
        .attr("width", width)
        .attr("height", rem(LANE - 10))
}

/// The label and the dots of a time, from where the mark is placed or at some distance.
fn words(mark: &Mark, at: Option<String>) -> [Element; 2] {
    let label = text().attr("x", at.clone()).attr("y", rem(LANE - 110 - LINE)).child(mark.label.clone());
    [label, dots(mark).attr("x", at)]
}

/// The statements of a time: a circle for each that was said, a square for each act, and how many more there are. They
/// are letters, those of one colour together, as a page has many of them.
fn dots(mark: &Mark) -> Element {
    let runs = mark.dots.chunk_by(|one, next| one.hue == next.hue).map(|run| {
        let letters: String = run.iter().map(|dot| if dot.is_act { '■' } else { '●' }).collect();
        tspan().attr("class", hue_class(run.first().and_then(|dot| dot.hue))).child(letters)
    });
    let more = (mark.more > 0).then(|| query::words::grouped(mark.more));
    text().attr("class", "dots").attr("y", rem(-20)).children(runs).child(more)
}

/// The mark of a time of which only one day is known: a line from there on that does not end.
fn open_time(mark: &Mark, ends: OpenEnds, frame: Frame) -> Element {
    let (known, end, side) = match ends {
        OpenEnds { before: Some(end), .. } => (mark.to, end, -1),
        OpenEnds { after, .. } => (mark.from, after.unwrap_or(OpenEnd::Open), 1),
    };
    let reading = frame.along(1);
    let side = side * reading;
    // The words begin or end with the line, whichever of its ends is the nearer one.
    let is_at_arrow = mark.label_before == (side == reading);
    let words_at = if is_at_arrow { side * OPEN } else { 0 };
    let width = (mark.width.max(LEAST_WIDTH) * 100 / REM).max(OPEN);
    let left = if mark.label_before == (reading > 0) { words_at - width } else { words_at };
    let all = in_lane(mark, known, frame)
        .child(LEADS.then(|| target(Some(rem(left)), rem(width))))
        .children(words(mark, is_at_arrow.then(|| rem(words_at))))
        .child(path().attr("d", open_line(end, side < 0)));
    element(mark).child(all)
}

/// A line from a known day, with a stroke there: to an arrowhead where it is open, and in dots where it ends some time.
const fn open_line(end: OpenEnd, is_to_the_left: bool) -> &'static str {
    match (end, is_to_the_left) {
        (OpenEnd::Open, true) => "M0-5V0M0 0H-16M-24 0l8-4v8z",
        (OpenEnd::Open, false) => "M0-5V0M0 0H16M24 0l-8-4v8z",
        (OpenEnd::Unknown, true) => "M0-5V0M0 0H-9m-4 0h-3m-4 0h-3",
        (OpenEnd::Unknown, false) => "M0-5V0M0 0H9m4 0h3m4 0h3",
    }
}

/// The bar of a unit, with its number over it and its name below it; of times open at an end, on the bar of the others.
fn bar(mark: &Mark, frame: Frame) -> Element {
    let (left, width) = frame.across(mark.from, mark.to);
    let middle = frame.at(AxisPosition(mark.from.0.midpoint(mark.to.0))).to_string();
    let high = |steps: usize| i32::try_from(steps).unwrap_or_default() * BAR / i32::try_from(HIGHEST_BAR).unwrap_or(1);
    let part = |class: &'static str, from: i32, height: i32| {
        rect()
            .attr("class", class)
            .attr("x", left.clone())
            .attr("width", width.clone())
            .attr("y", rem(frame.base - from - height))
            .attr("height", rem(height))
    };
    let is_open = matches!(mark.precision, Precision::Open(_));
    let from = if is_open { high(mark.stack) - high(mark.bar) } else { 0 };
    let [acts, beyond] = [mark.bar_of_acts, mark.bar_beyond].map(high);
    let said = high(mark.bar) - acts - beyond;
    let classes = if is_open { ["count-bar open", "count-bar open acts"] } else { ["count-bar", "count-bar acts"] };
    let parts = [(classes[0], said), (classes[1], acts), ("count-bar beyond", beyond)];
    let mut top = from;
    // Said here, as the style sheet of the first view is also that of pages without bars.
    let parts = parts.into_iter().filter(|&(_, height)| height > 0).map(|(class, height)| {
        top += height;
        let is_of_acts = class.ends_with("acts");
        part(class, top - height, height)
            .attr("fill", is_of_acts.then_some("var(--paper)"))
            .attr("fill-opacity", (!is_of_acts).then_some(".45"))
            .attr("stroke", if is_of_acts { "currentColor" } else { "var(--paper)" })
            .attr("stroke-width", "1")
    });
    let parts: Vec<Element> = parts.collect();
    let word = |y: i32| text().attr("x", middle.clone()).attr("y", rem(y)).attr("text-anchor", "middle");
    // The number of what is open is over that of the others.
    let is_second = from > 0;
    let over = high(mark.stack) + 20 + if is_second { LABEL } else { 0 };
    let number = mark.number.clone().map(|number| word(frame.base - over).child(number));
    let group = mark.group.clone().map(|group| {
        let at = frame.at(mark.from).to_string();
        text().attr("x", at).attr("y", rem(frame.base + 2 * LABEL)).child(group)
    });
    // What takes clicks is high enough for a finger, whatever the height of the bar.
    let (low, high) = if is_second { (from.min(BAR - LABEL), frame.base) } else { (-LABEL, frame.base) };
    let link = element(mark).child(LEADS.then(|| part("target", low, high - low))).children(parts).child(
        (mark.shows_label && !mark.label.is_empty()).then(|| word(frame.base + LABEL).child(mark.label.clone())),
    );
    // What a screen reader hears of the bar is in its title.
    g().child(link).child(g().attr("aria-hidden", "true").child(number).child(group))
}

/// A folded stretch: two strokes through the axis, and how many days it has.
fn gap(fold: &Fold, frame: Frame, has_bars: bool) -> Element {
    let middle = fold.from.0.midpoint(fold.to.0);
    // Over a bar, beside its number, which is in its middle.
    let is_beside = has_bars && fold.is_covered;
    let middle = if is_beside { middle.midpoint(fold.to.0) } else { middle };
    let middle = frame.at(AxisPosition(middle)).to_string();
    let strokes = svg()
        .attr("x", middle.clone())
        .attr("y", rem(frame.base))
        // Dashed so that only the two long sides are drawn.
        .child(path().attr("d", "M-5 5L-1-5H5L1 5Z"));
    // Over a bar, its name is there.
    let label = fold.label.clone().filter(|_| !is_beside);
    let words = label.map(|label| {
        text().attr("x", middle).attr("y", rem(frame.base + LABEL)).attr("text-anchor", "middle").child(label)
    });
    g().attr("class", "gap").attr("role", "img").child(title().child(fold.title.clone())).child(strokes).child(words)
}

/// The publication of documents: a tick in a row below the axis, and how many they are.
fn tick(tick: &Tick, frame: Frame, top: i32) -> Element {
    let number = (tick.count > 1).then(|| query::words::grouped(tick.count));
    let is_last = tick.at.0 + 500 > AxisPosition::END.0;
    let (side, anchor) = if is_last { (frame.along(-1), Some("end")) } else { (frame.along(1), None) };
    let link = match &tick.href {
        None => g().attr("role", "img"),
        Some(href) => a().attr("href", href.clone()),
    };
    let target = || {
        let x = rem(if side < 0 { 50 - TICKS } else { -50 });
        rect().attr("class", "target").attr("width", rem(TICKS)).attr("height", rem(TICKS)).attr("x", x)
    };
    let drawn = svg()
        .attr("x", frame.at(tick.at).to_string())
        .attr("y", rem(top))
        .child(LEADS.then(target))
        .child(line().attr("y2", ".8rem"))
        .child(number.map(|number| {
            text().attr("x", rem(side * 30)).attr("y", ".8rem").attr("text-anchor", anchor).child(number)
        }));
    link.attr("class", "tick").child(title().child(tick.title.clone())).child(drawn)
}
