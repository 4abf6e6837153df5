//! Quotes to spans: a quote is found by its bytes, once, or it is a problem.
//!
//! This is a `TextQuoteSelector` resolved to a `TextPositionSelector`, as the W3C Web Annotation Data Model has them
//! (<https://www.w3.org/TR/annotation-model/#selectors>), but without its tolerance: a quote that is only nearly there
//! is not there.

use std::cell::OnceCell;

use super::blocks::{self, span};
use super::check::Check;
use super::passages::{Near, Passages};
use super::problem::{FileId, Place, Problem};
use super::values::Quote;
use crate::model::Span;

/// What a quote is for, which decides where it is looked for and what its problems are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    Content,
    Cue,
    Heading,
    Omit,
    DatedBy,
}

impl Use {
    const fn name(self) -> &'static str {
        match self {
            Use::Content => "quote",
            Use::Cue => "cue",
            Use::Heading => "heading",
            Use::Omit => "omitted stretch",
            Use::DatedBy => "dating",
        }
    }

    const fn missing(self) -> &'static str {
        match self {
            Use::Content => "briefing::quote::missing",
            Use::Cue => "briefing::cue::missing",
            Use::Heading => "briefing::heading::missing",
            Use::Omit => "briefing::omit::missing",
            Use::DatedBy => "briefing::dated-by::missing",
        }
    }

    const fn ambiguous(self) -> &'static str {
        match self {
            Use::Content => "briefing::quote::ambiguous",
            Use::Cue => "briefing::cue::ambiguous",
            Use::Heading => "briefing::heading::ambiguous",
            Use::Omit => "briefing::omit::ambiguous",
            Use::DatedBy => "briefing::dated-by::ambiguous",
        }
    }

    const fn context(self) -> &'static str {
        match self {
            Use::Content => "briefing::quote::context",
            Use::Cue => "briefing::cue::context",
            Use::Heading => "briefing::heading::context",
            Use::Omit => "briefing::omit::context",
            Use::DatedBy => "briefing::dated-by::context",
        }
    }
}

/// How many places of an ambiguous quote are shown.
const SHOWN: usize = 4;

/// Where a quote's words stand: the first few, and how many there are.
#[derive(Debug, Default)]
struct Places {
    first: Vec<usize>,
    count: usize,
}

impl Places {
    fn add(&mut self, at: usize) {
        if self.first.len() < SHOWN {
            self.first.push(at);
        }
        self.count += 1;
    }
}

/// A document's text and what finding quotes in it needs.
pub(super) struct Body<'a> {
    pub file: FileId,
    pub text: &'a str,
    pub runs: Vec<Span>,
    passages: OnceCell<Passages>,
}

impl<'a> Body<'a> {
    pub fn new(file: FileId, text: &'a str) -> Self {
        Body { file, text, runs: blocks::runs(text), passages: OnceCell::new() }
    }

    /// What a nearest match is searched in; made when first asked for.
    pub fn passages(&self) -> &Passages {
        self.passages.get_or_init(|| Passages::new(self.text))
    }

    /// The runs that spans touch, in order.
    pub fn around(&self, spans: &[Span]) -> Vec<Span> {
        let mut runs: Vec<Span> = Vec::new();
        for span in spans {
            let first = self.runs.partition_point(|run| run.end <= span.start);
            runs.extend(self.runs[first..].iter().take_while(|run| run.start < span.end));
        }
        runs.sort_unstable();
        runs.dedup();
        runs
    }

    /// The stretch that a quote names, anywhere in the text.
    pub fn find(&self, quote: &Quote, used: Use, check: &mut Check<'_>) -> Option<Span> {
        self.find_within(quote, used, &[span(0..self.text.len())], check)
    }

    /// The stretch that a quote names, within some of the text.
    pub fn find_within(&self, quote: &Quote, used: Use, within: &[Span], check: &mut Check<'_>) -> Option<Span> {
        let mut all = Places::default();
        let mut fitting = Places::default();
        let mut add = |at: usize| {
            all.add(at);
            if self.fits(quote, at) {
                fitting.add(at);
            }
        };
        for &range in within {
            if used == Use::Heading {
                self.runs
                    .iter()
                    .filter(|run| self.text[run.range()] == quote.exact)
                    .for_each(|run| add(run.start as usize));
            } else {
                occurrences(&self.text[range.range()], &quote.exact).for_each(|at| add(range.start as usize + at));
            }
        }
        match (all.count, fitting.count) {
            (_, 1) => return fitting.first.first().map(|&at| span(at..at + quote.exact.len())),
            (0, _) => self.missing(quote, used, within, check),
            (_, 0) => self.no_context(quote, used, &all, check),
            _ => self.ambiguous(quote, used, &fitting, check),
        }
        None
    }

    fn fits(&self, quote: &Quote, at: usize) -> bool {
        let before = quote.prefix.as_ref().is_none_or(|prefix| self.text[..at].ends_with(&prefix.value));
        let after = &self.text[at + quote.exact.len()..];
        before && quote.suffix.as_ref().is_none_or(|suffix| after.starts_with(&suffix.value))
    }

    fn missing(&self, quote: &Quote, used: Use, within: &[Span], check: &mut Check<'_>) {
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
        if let Some(at) = self.text.find(&quote.exact) {
            let place = Place::new(self.file, at..at + quote.exact.len());
            return match used {
                Use::Heading => problem
                    .note(place, "the words stand here, inside a block")
                    .help("a heading is a block of its own: quote the whole block, from one blank line to the next"),
                _ => problem
                    .note(place, "the words stand here")
                    .help("a cue stands in the paragraph of its content: quote one from there, or leave the cue out"),
            };
        }
        if let Some(pieces) = self.interrupted(&quote.exact) {
            return problem.help(format!("where a quote leaves something out it is a list of stretches: {pieces}"));
        }
        if let Some(near) = self.nearest(&quote.exact, used, within) {
            return problem.note(Place::new(self.file, near.range), "the nearest passage").help(near.difference);
        }
        match check.may_walk().then(|| check.sources.elsewhere(&quote.exact, self.file)).flatten() {
            Some(place) => problem
                .note(place, "another document has it")
                .help(format!("annotate it in the annotation of {}", check.sources.name(place.file))),
            None => problem.help("nothing in the text resembles it"),
        }
    }

    /// The passage nearest to words: for a cue, one of its paragraph if there is any.
    fn nearest(&self, words: &str, used: Use, within: &[Span]) -> Option<Near> {
        let close = within.iter().filter(|_| used == Use::Cue).find_map(|&range| {
            let text = &self.text[range.range()];
            let Near { range: near, difference } = Passages::new(text).nearest(text, words)?;
            let start = range.start as usize;
            Some(Near { range: start + near.start..start + near.end, difference })
        });
        close.or_else(|| self.passages().nearest(self.text, words))
    }

    /// The list to write instead of a quote with an ellipsis, if what stands around that is in the text.
    fn interrupted(&self, exact: &str) -> Option<String> {
        let marked =
            ["[...]", "[…]", "(...)", "(…)", "..."].iter().fold(exact.to_owned(), |text, mark| text.replace(mark, "…"));
        let pieces: Vec<&str> = marked.split('…').map(str::trim).filter(|piece| !piece.is_empty()).collect();
        let there = marked.contains('…') && !pieces.is_empty() && pieces.iter().all(|piece| self.text.contains(piece));
        there.then(|| format!("[{}]", pieces.iter().map(|piece| shortened(piece)).collect::<Vec<_>>().join(", ")))
    }

    fn no_context(&self, quote: &Quote, used: Use, places: &Places, check: &mut Check<'_>) {
        let sides = match (&quote.prefix, &quote.suffix) {
            (Some(_), None) => "not after this prefix",
            (None, Some(_)) => "not before this suffix",
            _ => "not between this prefix and this suffix",
        };
        let mut problem = Problem::new(used.context(), format!("the {} is in the text, but {sides}", used.name()));
        for (side, label) in [(&quote.prefix, "not directly before it"), (&quote.suffix, "not directly after it")] {
            let Some(side) = side else { continue };
            let held = places.first.iter().any(|&at| match label {
                "not directly before it" => self.text[..at].ends_with(&side.value),
                _ => self.text[at + quote.exact.len()..].starts_with(&side.value),
            });
            problem = problem.label(side.place, if held { "only elsewhere" } else { label });
        }
        problem = problem.help("prefix and suffix touch the quote: white space and punctuation between belong to them");
        if let ([at], 1) = (&*places.first, places.count) {
            let before = last_word(&self.text[..*at]);
            let after = first_word(&self.text[at + quote.exact.len()..]);
            if quote.prefix.is_some() {
                problem = problem.help(format!("directly before it stands {}", toml_string(before)));
            }
            if quote.suffix.is_some() {
                problem = problem.help(format!("directly after it stands {}", toml_string(after)));
            }
        }
        check.report(self.show(problem, quote, places));
    }

    fn ambiguous(&self, quote: &Quote, used: Use, places: &Places, check: &mut Check<'_>) {
        let times = match places.count {
            2 => "twice".to_owned(),
            count => format!("{count} times"),
        };
        let name = check.sources.name(self.file);
        let whole = match used {
            Use::Cue => format!("the cue is {times} in the paragraph of its content"),
            _ => format!("this {} is {times} in {name}", used.name()),
        };
        let problem = Problem::new(used.ambiguous(), whole).label(quote.place, "which of them is meant?");
        let help = match self.telling(quote, places) {
            Some(example) => format!("say which by what stands directly before or after it; for the first, {example}"),
            None => {
                "say which by what stands directly before or after it: { exact = …, prefix = …, suffix = … }".to_owned()
            }
        };
        check.report(self.show(problem.help(help), quote, places));
    }

    /// A selector that tells the first place from the others by the word before or after it.
    fn telling(&self, quote: &Quote, places: &Places) -> Option<String> {
        let &first = places.first.first().filter(|_| places.count == places.first.len())?;
        let end = first + quote.exact.len();
        let word_before = last_word(&self.text[..first]);
        let word_after = first_word(&self.text[end..]);
        let others = &places.first[1..];
        let exact = shortened(&quote.exact);
        if !word_before.is_empty() && others.iter().all(|&at| !self.text[..at].ends_with(word_before)) {
            return Some(format!("{{ exact = {exact}, prefix = {} }}", toml_string(word_before)));
        }
        let tells = |at: &usize| !self.text[at + quote.exact.len()..].starts_with(word_after);
        (!word_after.is_empty() && others.iter().all(tells))
            .then(|| format!("{{ exact = {exact}, suffix = {} }}", toml_string(word_after)))
    }

    fn show(&self, mut problem: Problem, quote: &Quote, places: &Places) -> Problem {
        for (number, &at) in places.first.iter().enumerate() {
            let place = Place::new(self.file, at..at + quote.exact.len());
            problem = problem.note(
                place,
                match places.count {
                    1 => "it stands here".to_owned(),
                    count => format!("place {} of {count}", number + 1),
                },
            );
        }
        problem
    }
}

/// Everywhere that words stand, overlapping or not.
fn occurrences<'t>(text: &'t str, words: &'t str) -> impl Iterator<Item = usize> {
    let step = words.chars().next().map_or(1, char::len_utf8);
    let mut from = 0;
    std::iter::from_fn(move || {
        let at = from + text.get(from..)?.find(words)?;
        from = at + step;
        Some(at)
    })
}

/// The last word of a text with what stands after it.
fn last_word(text: &str) -> &str {
    let words = text.trim_end();
    let start = words.rfind(char::is_whitespace).map_or(0, |at| at + 1);
    text.get(start..).unwrap_or_default().trim_start_matches('\n')
}

/// The first word of a text with what stands before it.
fn first_word(text: &str) -> &str {
    let gap = text.len() - text.trim_start().len();
    let end = text[gap..].find(char::is_whitespace).map_or(text.len(), |at| gap + at);
    &text[..end]
}

fn toml_string(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
}

fn shortened(exact: &str) -> String {
    if exact.chars().count() > 40 { "\"…\"".to_owned() } else { toml_string(exact) }
}
