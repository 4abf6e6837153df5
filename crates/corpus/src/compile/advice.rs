//! Problems of quotes that do not select one span: where the words do occur, how the nearest passage differs, and what
//! to write instead.
//!
//! What follows "write" in a help text can be copied into the annotation as it is, and then resolves: it is TOML, in
//! which everything that a terminal would not display or would change is escaped.

use std::ops::Range;

use super::characters::{describe_chars, toml_string};
use super::diagnostics::Diagnostics;
use super::differences::{describe_differences, is_typographic};
use super::document_text::{DocumentText, first_words, last_words};
use super::equivalence::{Confusables, FoldedText};
use super::graphemes;
use super::passages::{NearestPassage, PassageIndex};
use super::problem::Problem;
use super::quote::Quote;
use super::quote_kind::QuoteKind;
use super::source_span::{Located, SourceSpan};
use crate::document_text::Span;

/// The number of occurrences of an ambiguous quote that are shown.
const MAX_OCCURRENCES: usize = 4;

/// The length in bytes up to which a block is proposed as a heading.
const MAX_HEADING_LEN: usize = 300;

/// A quote that is searched for in the text of its document.
#[derive(Clone, Copy)]
pub(super) struct Search<'s> {
    pub document: &'s DocumentText<'s>,
    pub quote: &'s Quote,
    pub kind: QuoteKind,
    /// The spans of the text in which the quote may occur.
    pub within: &'s [Span],
}

impl Search<'_> {
    fn text(&self) -> &str {
        self.document.text
    }

    fn span(&self, range: Range<usize>) -> SourceSpan {
        SourceSpan::new(self.document.file, range)
    }

    /// The TOML that selects a range of the text for this purpose.
    fn selector(&self, range: Range<usize>) -> String {
        self.document.selector(range.start, range.len(), self.kind, self.within)
    }

    /// Reports a quote that only occurs where it splits a grapheme cluster, first at `offset`.
    pub fn report_split_grapheme(&self, offset: usize, diagnostics: &mut Diagnostics<'_>) {
        let end = offset + self.quote.exact.len();
        let whole = graphemes::widen(self.text(), offset..end);
        let ends = match (whole.start < offset, end < whole.end) {
            (true, false) => "begins",
            (false, _) => "ends",
            (true, true) => "begins and ends",
        };
        let is_line_end = self.text()[whole.clone()].ends_with("\r\n") && end + 1 == whole.end;
        let cluster = if is_line_end { "line end" } else { "letter" };
        let name = diagnostics.sources.name(self.document.file);
        let message = format!("this {} {ends} inside a {cluster} of {name}", self.kind.noun());
        let mut problem = Problem::new(self.kind.grapheme_code(), message)
            .label(self.quote.span, "what is quoted begins and ends between letters")
            .note(self.span(whole.clone()), "the whole letters here");
        for split in split_graphemes(self.text(), &(offset..end)) {
            problem = problem.help(format!("{split} are one {cluster}"));
        }
        diagnostics.report(problem.propose(&self.selector(whole)));
    }

    /// Reports a quote that does not occur.
    pub fn report_missing(&self, diagnostics: &mut Diagnostics<'_>) {
        let name = diagnostics.sources.name(self.document.file);
        let code = self.kind.missing_code();
        let problem = match self.kind {
            QuoteKind::Cue => Problem::new(code, "the cue is not in the paragraph of its content")
                .label(self.quote.span, "not in that paragraph, letter for letter"),
            QuoteKind::Heading => Problem::new(code, format!("{name} has no such heading"))
                .label(self.quote.span, "no block of the text reads like this"),
            _ => Problem::new(code, format!("this {} is not in {name}", self.kind.noun()))
                .label(self.quote.span, "not in the text, letter for letter"),
        };
        let problem = if diagnostics.try_spend_suggestion() { self.explain(problem, diagnostics) } else { problem };
        diagnostics.report(problem);
    }

    /// Adds where in the text the words occur, or what is nearest to them.
    fn explain(&self, problem: Problem, diagnostics: &mut Diagnostics<'_>) -> Problem {
        const CUE_HELP: &str =
            "a cue stands in the paragraph of its content: quote one from there, or leave the cue out";
        let Search { document, quote, kind, within } = *self;
        let whole = document.whole().range();
        if let Some(offset) = document.text[whole.clone()].find(&quote.exact) {
            let start = whole.start + offset;
            let span = self.span(start..start + quote.exact.len());
            return match kind {
                QuoteKind::Heading => {
                    self.propose_block(problem.note(span, "the words stand here, inside a block"), start)
                }
                _ => problem.note(span, "the words stand here").help(CUE_HELP),
            };
        }
        let nearest = self.nearest_passage();
        let is_equivalent = nearest.as_ref().is_some_and(|nearest| nearest.is_equivalent);
        if let Some(list) = self.list_without_ellipses().filter(|_| !is_equivalent) {
            return problem.help("where a quote leaves something out it is a list of stretches").propose(&list);
        }
        if let Some(NearestPassage { range, difference, .. }) = nearest {
            let problem = problem.note(self.span(range.clone()), "the nearest passage").help(difference);
            let is_block = document.blocks.iter().any(|block| block.range() == range);
            let is_inside =
                within.iter().any(|part| part.range().start <= range.start && range.end <= part.range().end);
            return match kind {
                QuoteKind::Heading if is_equivalent && !is_block => self.propose_block(problem, range.start),
                _ if is_equivalent && is_inside => {
                    let fix = self.typographic_fix(&range);
                    problem.propose(&self.selector(range)).maybe_fix(fix)
                }
                QuoteKind::Cue if !is_inside => problem.help(CUE_HELP),
                _ => problem,
            };
        }
        let elsewhere = if diagnostics.try_spend_document_search() {
            diagnostics.sources.find_in_others(&quote.exact, document.file)
        } else {
            None
        };
        match elsewhere {
            Some(span) => problem
                .note(span, "another document has it")
                .help(format!("annotate it in the annotation of {}", diagnostics.sources.name(span.file))),
            None => problem.help("nothing in the text resembles it"),
        }
    }

    /// The words of a passage in place of those of the quote, where the two differ only in typography, and no other
    /// passage could be meant.
    fn typographic_fix(&self, range: &Range<usize>) -> Option<(SourceSpan, String)> {
        let Search { document, quote, within, .. } = *self;
        let passage = &document.text[range.clone()];
        let is_beside = quote.prefix.as_ref().is_none_or(|prefix| document.is_before(range.start, &prefix.value))
            && quote.suffix.as_ref().is_none_or(|suffix| document.is_after(range.end, &suffix.value));
        let folded = |text: &str| FoldedText::new(text, None, Confusables::Distinct);
        let is_elsewhere = within.iter().map(|span| span.range()).any(|part| {
            let before = part.start..range.start.clamp(part.start, part.end);
            let after = range.end.clamp(part.start, part.end)..part.end;
            [before, after]
                .into_iter()
                .any(|rest| folded(&document.text[rest]).find(&quote.exact, Confusables::Distinct).is_some())
        });
        let is_fix = is_typographic(passage, &quote.exact) && is_beside && !is_elsewhere;
        is_fix.then(|| (quote.span, toml_string(passage)))
    }

    /// Adds that a heading is a whole block, and proposes the block at an offset.
    fn propose_block(&self, problem: Problem, offset: usize) -> Problem {
        let problem =
            problem.help("a heading is a block of its own: quote the whole block, from one blank line to the next");
        let block = self.document.blocks.iter().find(|block| block.range().contains(&offset));
        match block.filter(|block| block.range().len() <= MAX_HEADING_LEN) {
            Some(block) => {
                let range = block.range();
                problem.propose(&self.document.selector(range.start, range.len(), QuoteKind::Heading, &[*block]))
            }
            None => problem,
        }
    }

    /// The passage nearest to the quote; for a cue preferably one of the spans in which it may occur.
    fn nearest_passage(&self) -> Option<NearestPassage> {
        let Search { document, quote, kind, within } = *self;
        let close = within.iter().filter(|_| kind == QuoteKind::Cue).find_map(|&span| {
            let text = &document.text[span.range()];
            let nearest = PassageIndex::new(text).nearest(text, &quote.exact)?;
            let start = span.start as usize;
            let range = start + nearest.range.start..start + nearest.range.end;
            Some(NearestPassage { range, ..nearest })
        });
        close.or_else(|| document.passages().nearest(document.text, &quote.exact))
    }

    /// The TOML list to write instead of a quote with ellipses, if each part around them occurs in the text.
    fn list_without_ellipses(&self) -> Option<String> {
        const ELLIPSES: [&str; 5] = ["[...]", "[…]", "(...)", "(…)", "..."];
        let exact = ELLIPSES.iter().fold(self.quote.exact.clone(), |exact, ellipsis| exact.replace(ellipsis, "…"));
        let parts: Vec<&str> = exact.split('…').map(str::trim).filter(|part| !part.is_empty()).collect();
        let is_list = exact.contains('…') && !parts.is_empty() && parts.iter().all(|part| self.text().contains(part));
        is_list.then(|| format!("[{}]", parts.into_iter().map(toml_string).collect::<Vec<_>>().join(", ")))
    }

    /// Reports a quote that occurs at `offsets`, but nowhere with its prefix and suffix.
    pub fn report_wrong_context(&self, offsets: &[usize], diagnostics: &mut Diagnostics<'_>) {
        let Search { document, quote, kind, .. } = *self;
        let sides = match (&quote.prefix, &quote.suffix) {
            (Some(_), None) => "not after this prefix",
            (None, Some(_)) => "not before this suffix",
            _ => "not between this prefix and this suffix",
        };
        let length = quote.exact.len();
        let message = format!("the {} is in the text, but {sides}", kind.noun());
        let mut problem = Problem::new(kind.context_code(), message);
        let has_prefix =
            |prefix: &Located<String>| offsets.iter().any(|&offset| document.is_before(offset, &prefix.value));
        let has_suffix =
            |suffix: &Located<String>| offsets.iter().any(|&offset| document.is_after(offset + length, &suffix.value));
        if let Some(prefix) = &quote.prefix {
            let label = if has_prefix(prefix) { "only elsewhere" } else { "not directly before it" };
            problem = problem.label(prefix.span, label);
        }
        if let Some(suffix) = &quote.suffix {
            let label = if has_suffix(suffix) { "only elsewhere" } else { "not directly after it" };
            problem = problem.label(suffix.span, label);
        }
        problem = problem.help("prefix and suffix touch the quote: white space and punctuation between belong to them");
        if let &[offset] = offsets {
            let (before, after) = (&document.text[..offset], &document.text[offset + length..]);
            if let Some(prefix) = quote.prefix.as_ref().filter(|prefix| !has_prefix(prefix)) {
                let start = graphemes::floor_boundary(document.text, last_words(before, 1));
                problem = problem.maybe_help(prefix_difference(before, &prefix.value));
                problem = problem.propose_for_key("prefix", &toml_string(&document.text[start..offset]));
            }
            if let Some(suffix) = quote.suffix.as_ref().filter(|suffix| !has_suffix(suffix)) {
                let end = graphemes::ceil_boundary(document.text, offset + length + first_words(after, 1));
                problem = problem.maybe_help(suffix_difference(after, &suffix.value));
                problem = problem.propose_for_key("suffix", &toml_string(&document.text[offset + length..end]));
            }
        } else if let Some(&first) = offsets.first() {
            problem = problem.help("for the first place").propose(&self.selector(first..first + length));
        }
        let fix = self.context_fix(offsets);
        diagnostics.report(self.show_occurrences(problem, offsets).maybe_fix(fix));
    }

    /// The text beside the quote in place of its prefix, or of its suffix, where the two differ only in typography, and
    /// at one of the offsets only.
    fn context_fix(&self, offsets: &[usize]) -> Option<(SourceSpan, String)> {
        let mut fixes = offsets.iter().filter_map(|&offset| self.context_fix_at(offset));
        let fix = fixes.next()?;
        fixes.next().is_none().then_some(fix)
    }

    fn context_fix_at(&self, offset: usize) -> Option<(SourceSpan, String)> {
        let Search { document, quote, .. } = *self;
        let end = offset + quote.exact.len();
        let (before, after) = (&document.text[..offset], &document.text[end..]);
        let mut fixes = Vec::new();
        if let Some(prefix) = quote.prefix.as_ref().filter(|prefix| !document.is_before(offset, &prefix.value)) {
            fixes.push((prefix.span, typographic_prefix(before, &prefix.value)?));
        }
        if let Some(suffix) = quote.suffix.as_ref().filter(|suffix| !document.is_after(end, &suffix.value)) {
            fixes.push((suffix.span, typographic_suffix(after, &suffix.value)?));
        }
        // One at a time: once it is made, the other is found again.
        let (span, text) = fixes.into_iter().next()?;
        Some((span, toml_string(text)))
    }

    /// Reports a quote that occurs at several offsets with its prefix and suffix.
    pub fn report_ambiguous(&self, offsets: &[usize], diagnostics: &mut Diagnostics<'_>) {
        let times = match offsets.len() {
            2 => "twice".to_owned(),
            count => format!("{count} times"),
        };
        let name = diagnostics.sources.name(self.document.file);
        let message = match self.kind {
            QuoteKind::Cue => format!("the cue is {times} in the paragraph of its content"),
            _ => format!("this {} is {times} in {name}", self.kind.noun()),
        };
        let mut problem = Problem::new(self.kind.ambiguous_code(), message)
            .label(self.quote.span, "which of them is meant?")
            .help("say which by what stands directly before or after it; for the first");
        if let Some(&first) = offsets.first() {
            problem = problem.propose(&self.selector(first..first + self.quote.exact.len()));
        }
        diagnostics.report(self.show_occurrences(problem, offsets));
    }

    fn show_occurrences(&self, mut problem: Problem, offsets: &[usize]) -> Problem {
        for (index, &offset) in offsets.iter().enumerate().take(MAX_OCCURRENCES) {
            let label = match offsets.len() {
                1 => "it stands here".to_owned(),
                count => format!("place {} of {count}", index + 1),
            };
            problem = problem.note(self.span(offset..offset + self.quote.exact.len()), label);
        }
        problem
    }
}

/// The grapheme clusters that a range splits, at either end, each as its two parts: "U+006F … and U+0301 …".
pub(super) fn split_graphemes(text: &str, range: &Range<usize>) -> impl Iterator<Item = String> {
    let ends = [range.start, range.end].into_iter().filter(|&end| !graphemes::is_boundary(text, end));
    ends.map(|end| {
        let before = &text[graphemes::floor_boundary(text, end)..end];
        let after = &text[end..graphemes::ceil_boundary(text, end)];
        format!("{} and {}", describe_chars(before), describe_chars(after))
    })
}

/// How many bytes next to a quote are compared with a prefix or suffix: an equivalent one is hardly longer than a few
/// times its length.
fn max_context_len(context: &str) -> usize {
    4 * context.len() + 64
}

/// The shortest end of the text before a quote that differs from a prefix only in typography.
fn typographic_prefix<'t>(before: &'t str, prefix: &str) -> Option<&'t str> {
    let start = before.ceil_char_boundary(before.len().saturating_sub(max_context_len(prefix)));
    let text = &before[start..];
    let starts = text.char_indices().map(|(start, _)| start).filter(|&start| graphemes::is_boundary(text, start));
    starts.map(|start| &text[start..]).rfind(|end| is_typographic(end.trim(), prefix))
}

/// The shortest beginning of the text after a quote that differs from a suffix only in typography.
fn typographic_suffix<'t>(after: &'t str, suffix: &str) -> Option<&'t str> {
    let text = &after[..after.floor_char_boundary(max_context_len(suffix))];
    let ends = text.char_indices().map(|(end, c)| end + c.len_utf8()).filter(|&end| graphemes::is_boundary(text, end));
    ends.map(|end| &text[..end]).find(|begin| is_typographic(begin.trim(), suffix))
}

/// How a prefix differs from the end of the text before the quote, if the two are equivalent.
fn prefix_difference(before: &str, prefix: &str) -> Option<String> {
    let start = before.ceil_char_boundary(before.len().saturating_sub(max_context_len(prefix)));
    let text = &before[start..];
    context_difference(text, prefix, |range| text[range.end..].trim().is_empty())
}

/// How a suffix differs from the beginning of the text after the quote, if the two are equivalent.
fn suffix_difference(after: &str, suffix: &str) -> Option<String> {
    let text = &after[..after.floor_char_boundary(max_context_len(suffix))];
    context_difference(text, suffix, |range| text[..range.start].trim().is_empty())
}

/// How a prefix or suffix differs from an equivalent range of a text, if that range touches the quote.
fn context_difference(text: &str, context: &str, touches_quote: impl Fn(&Range<usize>) -> bool) -> Option<String> {
    Confusables::ALL.into_iter().find_map(|confusables| {
        let range = FoldedText::new(text, None, confusables).find(context, confusables)?;
        touches_quote(&range).then(|| describe_differences(&text[range], context, confusables))
    })
}
