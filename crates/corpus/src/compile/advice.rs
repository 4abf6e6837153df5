//! What a report says of a quote that is not found: where its words do stand, in what the nearest passage differs, and what
//! to write instead.
//!
//! What follows "write" in a help text can be copied into the annotation as it stands, and is then found: it is TOML, with
//! escapes for what a terminal would not show or keep.

use std::ops::Range;

use super::alike::{Folded, Lookalikes};
use super::characters::{all_described, toml_string};
use super::check::Check;
use super::clusters;
use super::differences::differences;
use super::passages::{Near, Passages};
use super::problem::{Place, Problem};
use super::quotes::{Body, Use, first_words, last_words};
use super::read::At;
use super::values::Quote;
use crate::model::Span;

/// How many places of an ambiguous quote are shown.
const SHOWN: usize = 4;

/// A block that is longer than this is no heading.
const HEADING: usize = 300;

impl Body<'_> {
    /// A quote whose words only stand where they begin or end inside a letter, first at `at`.
    pub fn inside_a_letter(&self, quote: &Quote, used: Use, within: &[Span], at: usize, check: &mut Check<'_>) {
        let end = at + quote.exact.len();
        let whole = clusters::widened(self.text, at..end);
        let ends = match (whole.start < at, end < whole.end) {
            (true, false) => "begins",
            (false, _) => "ends",
            (true, true) => "begins and ends",
        };
        let kind =
            if self.text[whole.clone()].ends_with("\r\n") && end + 1 == whole.end { "line end" } else { "letter" };
        let message = format!("this {} {ends} inside a {kind} of {}", used.name(), check.sources.name(self.file));
        let mut problem = Problem::new(used.inside_a_letter(), message)
            .label(quote.place, "what is quoted begins and ends between letters")
            .note(Place::new(self.file, whole.clone()), "the whole letters here");
        for parted in parted(self.text, &(at..end)) {
            problem = problem.help(format!("{parted} are one {kind}"));
        }
        let proposal = self.selector(whole.start, whole.len(), used, within);
        check.report(problem.write(&proposal));
    }

    pub fn missing(&self, quote: &Quote, used: Use, within: &[Span], check: &mut Check<'_>) {
        let name = check.sources.name(self.file);
        let problem = match used {
            Use::Cue => Problem::new(used.missing(), "the cue is not in the paragraph of its content")
                .label(quote.place, "not in that paragraph, letter for letter"),
            Use::Heading => Problem::new(used.missing(), format!("{name} has no such heading"))
                .label(quote.place, "no block of the text reads like this"),
            _ => Problem::new(used.missing(), format!("this {} is not in {name}", used.name()))
                .label(quote.place, "not in the text, letter for letter"),
        };
        let problem = if check.may_guess() { self.explain(problem, quote, used, within, check) } else { problem };
        check.report(problem);
    }

    /// Says where the words do stand, or what in the text is nearest to them.
    fn explain(&self, problem: Problem, quote: &Quote, used: Use, within: &[Span], check: &mut Check<'_>) -> Problem {
        let whole = self.whole().range();
        if let Some(at) = self.text[whole.clone()].find(&quote.exact) {
            let at = whole.start + at;
            let range = at..at + quote.exact.len();
            let problem = match used {
                Use::Heading => {
                    problem.note(Place::new(self.file, range.clone()), "the words stand here, inside a block")
                }
                _ => problem.note(Place::new(self.file, range.clone()), "the words stand here"),
            };
            return match used {
                Use::Heading => self.whole_block(problem, range.start),
                _ => problem
                    .help("a cue stands in the paragraph of its content: quote one from there, or leave the cue out"),
            };
        }
        let near = self.nearest(&quote.exact, used, within);
        if let Some(pieces) = self.interrupted(&quote.exact).filter(|_| near.as_ref().is_none_or(|near| !near.alike)) {
            return problem.help("where a quote leaves something out it is a list of stretches").write(&pieces);
        }
        if let Some(near) = near {
            let problem =
                problem.note(Place::new(self.file, near.range.clone()), "the nearest passage").help(near.difference);
            let block = self.runs.iter().any(|run| run.range() == near.range);
            let inside =
                within.iter().any(|part| part.range().start <= near.range.start && near.range.end <= part.range().end);
            return match used {
                Use::Heading if near.alike && !block => self.whole_block(problem, near.range.start),
                _ if near.alike && inside => {
                    problem.write(&self.selector(near.range.start, near.range.len(), used, within))
                }
                Use::Cue if !inside => problem
                    .help("a cue stands in the paragraph of its content: quote one from there, or leave the cue out"),
                _ => problem,
            };
        }
        match check.may_walk().then(|| check.sources.elsewhere(&quote.exact, self.file)).flatten() {
            Some(place) => problem
                .note(place, "another document has it")
                .help(format!("annotate it in the annotation of {}", check.sources.name(place.file))),
            None => problem.help("nothing in the text resembles it"),
        }
    }

    /// Says that a heading is a whole block, and which one stands around a place.
    fn whole_block(&self, problem: Problem, at: usize) -> Problem {
        let problem =
            problem.help("a heading is a block of its own: quote the whole block, from one blank line to the next");
        let block = self.runs.iter().find(|run| run.range().contains(&at));
        match block.filter(|block| block.range().len() <= HEADING) {
            Some(block) => {
                let whole = [*block];
                problem.write(&self.selector(block.range().start, block.range().len(), Use::Heading, &whole))
            }
            None => problem,
        }
    }

    /// The passage nearest to words: for a cue, one of its paragraph if there is any.
    fn nearest(&self, words: &str, used: Use, within: &[Span]) -> Option<Near> {
        let close = within.iter().filter(|_| used == Use::Cue).find_map(|&range| {
            let text = &self.text[range.range()];
            let near = Passages::new(text).nearest(text, words)?;
            let start = range.start as usize;
            Some(Near { range: start + near.range.start..start + near.range.end, ..near })
        });
        close.or_else(|| self.passages().nearest(self.text, words))
    }

    /// The list to write instead of a quote with an ellipsis, if what stands around that is in the text.
    fn interrupted(&self, exact: &str) -> Option<String> {
        let marked =
            ["[...]", "[…]", "(...)", "(…)", "..."].iter().fold(exact.to_owned(), |text, mark| text.replace(mark, "…"));
        let pieces: Vec<&str> = marked.split('…').map(str::trim).filter(|piece| !piece.is_empty()).collect();
        let there = marked.contains('…') && !pieces.is_empty() && pieces.iter().all(|piece| self.text.contains(piece));
        there.then(|| format!("[{}]", pieces.into_iter().map(toml_string).collect::<Vec<_>>().join(", ")))
    }

    pub fn no_context(&self, quote: &Quote, used: Use, within: &[Span], places: &[usize], check: &mut Check<'_>) {
        let sides = match (&quote.prefix, &quote.suffix) {
            (Some(_), None) => "not after this prefix",
            (None, Some(_)) => "not before this suffix",
            _ => "not between this prefix and this suffix",
        };
        let length = quote.exact.len();
        let mut problem = Problem::new(used.context(), format!("the {} is in the text, but {sides}", used.name()));
        let held = |side: &At<String>, before: bool| {
            let holds = |at: usize| {
                if before { self.is_before(at, &side.value) } else { self.is_after(at + length, &side.value) }
            };
            places.iter().any(|&at| holds(at))
        };
        for (side, before, label) in
            [(&quote.prefix, true, "not directly before it"), (&quote.suffix, false, "not directly after it")]
        {
            let Some(side) = side else { continue };
            problem = problem.label(side.place, if held(side, before) { "only elsewhere" } else { label });
        }
        problem = problem.help("prefix and suffix touch the quote: white space and punctuation between belong to them");
        if let &[at] = places {
            if let Some(prefix) = quote.prefix.as_ref().filter(|prefix| !held(prefix, true)) {
                let start = clusters::floor(self.text, last_words(&self.text[..at], 1));
                problem = problem.maybe_help(side_difference(&self.text[..at], &prefix.value, true));
                problem = problem.write_key("prefix", &toml_string(&self.text[start..at]));
            }
            if let Some(suffix) = quote.suffix.as_ref().filter(|suffix| !held(suffix, false)) {
                let after = &self.text[at + length..];
                let end = clusters::ceil(self.text, at + length + first_words(after, 1));
                problem = problem.maybe_help(side_difference(after, &suffix.value, false));
                problem = problem.write_key("suffix", &toml_string(&self.text[at + length..end]));
            }
        } else if let Some(&first) = places.first() {
            problem = problem.help("for the first place").write(&self.selector(first, length, used, within));
        }
        check.report(self.show(problem, quote, places));
    }

    pub fn ambiguous(&self, quote: &Quote, used: Use, within: &[Span], places: &[usize], check: &mut Check<'_>) {
        let times = match places.len() {
            2 => "twice".to_owned(),
            count => format!("{count} times"),
        };
        let name = check.sources.name(self.file);
        let whole = match used {
            Use::Cue => format!("the cue is {times} in the paragraph of its content"),
            _ => format!("this {} is {times} in {name}", used.name()),
        };
        let mut problem = Problem::new(used.ambiguous(), whole)
            .label(quote.place, "which of them is meant?")
            .help("say which by what stands directly before or after it; for the first");
        if let Some(&first) = places.first() {
            problem = problem.write(&self.selector(first, quote.exact.len(), used, within));
        }
        check.report(self.show(problem, quote, places));
    }

    fn show(&self, mut problem: Problem, quote: &Quote, places: &[usize]) -> Problem {
        for (number, &at) in places.iter().enumerate().take(SHOWN) {
            let place = Place::new(self.file, at..at + quote.exact.len());
            problem = problem.note(
                place,
                match places.len() {
                    1 => "it stands here".to_owned(),
                    count => format!("place {} of {count}", number + 1),
                },
            );
        }
        problem
    }
}

/// What a stretch parts that belongs together, at either end: "U+006F … and U+0301 …".
pub(super) fn parted(text: &str, range: &Range<usize>) -> impl Iterator<Item = String> {
    let ends = [range.start, range.end].into_iter().filter(|&end| !clusters::is_boundary(text, end));
    ends.map(|end| {
        let (before, after) = (&text[clusters::floor(text, end)..end], &text[end..clusters::ceil(text, end)]);
        format!("{} and {}", all_described(before), all_described(after))
    })
}

/// In what a prefix or suffix differs from the text where it should stand, if it reads like that.
fn side_difference(text: &str, side: &str, before: bool) -> Option<String> {
    // Folded or not, what reads like the side is hardly longer than a few times its length.
    let most = 4 * side.len() + 64;
    let text = if before {
        &text[text.ceil_char_boundary(text.len().saturating_sub(most))..]
    } else {
        &text[..text.floor_char_boundary(most)]
    };
    Lookalikes::ALL.into_iter().find_map(|lookalikes| {
        let range = Folded::new(text, None, lookalikes).find(side, lookalikes)?;
        let touches = if before { text[range.end..].trim().is_empty() } else { text[..range.start].trim().is_empty() };
        touches.then(|| differences(&text[range], side, lookalikes))
    })
}
