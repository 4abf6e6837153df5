//! Quotes to spans: a quote is found by its bytes, once, or it is a problem.
//!
//! This is a `TextQuoteSelector` resolved to a `TextPositionSelector`, as the W3C Web Annotation Data Model has them
//! (<https://www.w3.org/TR/annotation-model/#selectors>), but without its tolerance: a quote that is only nearly there
//! is not there. A quote begins and ends on boundaries of grapheme clusters, see [`super::clusters`]: "pago" is not in
//! "pagó", whichever way that is composed. What is said of a quote that is not found is in [`super::advice`].

use std::cell::OnceCell;

use super::blocks::{self, span};
use super::characters::toml_string;
use super::check::Check;
use super::clusters;
use super::passages::Passages;
use super::problem::FileId;
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
    pub const fn name(self) -> &'static str {
        match self {
            Use::Content => "quote",
            Use::Cue => "cue",
            Use::Heading => "heading",
            Use::Omit => "omitted stretch",
            Use::DatedBy => "dating",
        }
    }

    pub const fn missing(self) -> &'static str {
        match self {
            Use::Content => "briefing::quote::missing",
            Use::Cue => "briefing::cue::missing",
            Use::Heading => "briefing::heading::missing",
            Use::Omit => "briefing::omit::missing",
            Use::DatedBy => "briefing::dated-by::missing",
        }
    }

    pub const fn ambiguous(self) -> &'static str {
        match self {
            Use::Content => "briefing::quote::ambiguous",
            Use::Cue => "briefing::cue::ambiguous",
            Use::Heading => "briefing::heading::ambiguous",
            Use::Omit => "briefing::omit::ambiguous",
            Use::DatedBy => "briefing::dated-by::ambiguous",
        }
    }

    pub const fn context(self) -> &'static str {
        match self {
            Use::Content => "briefing::quote::context",
            Use::Cue => "briefing::cue::context",
            Use::Heading => "briefing::heading::context",
            Use::Omit => "briefing::omit::context",
            Use::DatedBy => "briefing::dated-by::context",
        }
    }

    pub const fn inside_a_letter(self) -> &'static str {
        match self {
            // A heading is compared with whole blocks, which begin and end between letters.
            Use::Content | Use::Heading => "briefing::quote::grapheme",
            Use::Cue => "briefing::cue::grapheme",
            Use::Omit => "briefing::omit::grapheme",
            Use::DatedBy => "briefing::dated-by::grapheme",
        }
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
        self.find_within(quote, used, &[self.whole()], check)
    }

    /// The whole text. A byte order mark says how the file is written; it is not of the text.
    pub fn whole(&self) -> Span {
        let start = if self.text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
        span(start..self.text.len())
    }

    /// The stretch that a quote names, within some of the text.
    pub fn find_within(&self, quote: &Quote, used: Use, within: &[Span], check: &mut Check<'_>) -> Option<Span> {
        let Found { whole, inside } = self.everywhere(&quote.exact, used, within);
        let fitting: Vec<usize> = whole.iter().copied().filter(|&at| self.fits(quote, at)).collect();
        match (&*whole, &*fitting) {
            (_, &[at]) => return Some(span(at..at + quote.exact.len())),
            ([], _) => match inside.first() {
                Some(&at) => self.inside_a_letter(quote, used, within, at, check),
                None => self.missing(quote, used, within, check),
            },
            (_, []) => self.no_context(quote, used, within, &whole, check),
            _ => self.ambiguous(quote, used, within, &fitting, check),
        }
        None
    }

    /// Everywhere that words stand within some of the text, overlapping or not.
    fn everywhere(&self, words: &str, used: Use, within: &[Span]) -> Found {
        let mut found = Found::default();
        for &range in within {
            if used == Use::Heading {
                let same = self.runs.iter().filter(|run| self.text[run.range()] == *words);
                found.whole.extend(same.map(|run| run.start as usize));
                continue;
            }
            for at in occurrences(&self.text[range.range()], words).map(|at| range.start as usize + at) {
                let whole = clusters::is_whole(self.text, &(at..at + words.len()));
                if whole { &mut found.whole } else { &mut found.inside }.push(at);
            }
        }
        found
    }

    fn fits(&self, quote: &Quote, at: usize) -> bool {
        let end = at + quote.exact.len();
        quote.prefix.as_ref().is_none_or(|prefix| self.is_before(at, &prefix.value))
            && quote.suffix.as_ref().is_none_or(|suffix| self.is_after(end, &suffix.value))
    }

    /// Whether words stand directly before a place, and begin between letters.
    pub fn is_before(&self, at: usize, words: &str) -> bool {
        self.text[..at].ends_with(words) && clusters::is_boundary(self.text, at - words.len())
    }

    /// Whether words stand directly after a place, and end between letters.
    pub fn is_after(&self, end: usize, words: &str) -> bool {
        self.text[end..].starts_with(words) && clusters::is_boundary(self.text, end + words.len())
    }

    /// What to write for the stretch of so many bytes at a place: its words, and as much of what stands around it as tells
    /// it from its like within the same part of the text.
    pub fn selector(&self, at: usize, length: usize, used: Use, within: &[Span]) -> String {
        let end = at + length;
        let exact = &self.text[at..end];
        let others: Vec<usize> =
            self.everywhere(exact, used, within).whole.into_iter().filter(|&other| other != at).collect();
        if others.is_empty() {
            return toml_string(exact);
        }
        let tells = |prefix: &str, suffix: &str| {
            !others.iter().any(|&other| self.is_before(other, prefix) && self.is_after(other + length, suffix))
        };
        let exact = toml_string(exact);
        for words in 1.. {
            let prefix = &self.text[clusters::floor(self.text, last_words(&self.text[..at], words))..at];
            let suffix = &self.text[end..clusters::ceil(self.text, end + first_words(&self.text[end..], words))];
            if !prefix.is_empty() && tells(prefix, "") {
                return format!("{{ exact = {exact}, prefix = {} }}", toml_string(prefix));
            }
            if !suffix.is_empty() && tells("", suffix) {
                return format!("{{ exact = {exact}, suffix = {} }}", toml_string(suffix));
            }
            let whole = prefix.len() == at && suffix.len() == self.text.len() - end;
            if tells(prefix, suffix) || whole {
                let (prefix, suffix) = (toml_string(prefix), toml_string(suffix));
                return format!("{{ exact = {exact}, prefix = {prefix}, suffix = {suffix} }}");
            }
        }
        exact
    }
}

/// Where words stand: between letters, and where they begin or end inside one.
#[derive(Debug, Default)]
struct Found {
    whole: Vec<usize>,
    inside: Vec<usize>,
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

/// Where the last so many words of a text begin, with what stands after each.
pub(super) fn last_words(text: &str, count: usize) -> usize {
    let mut start = text.len();
    for _ in 0..count {
        let words = text[..start].trim_end();
        start = words.char_indices().rev().find(|(_, c)| c.is_whitespace()).map_or(0, |(at, c)| at + c.len_utf8());
    }
    start
}

/// Where the first so many words of a text end, with what stands before each.
pub(super) fn first_words(text: &str, count: usize) -> usize {
    let mut end = 0;
    for _ in 0..count {
        let gap = text[end..].len() - text[end..].trim_start().len();
        end = text[end + gap..].find(char::is_whitespace).map_or(text.len(), |at| end + gap + at);
    }
    end
}
