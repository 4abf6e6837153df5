//! Quotes to spans: a quote occurs exactly once, byte for byte, or it is a problem.
//!
//! This resolves a `TextQuoteSelector` to a `TextPositionSelector` of the W3C Web Annotation Data Model
//! (<https://www.w3.org/TR/annotation-model/#selectors>), but without that model's tolerance: there is no approximate
//! match. [`super::advice`] words the problems.

use super::advice::Search;
use super::blocks::span;
use super::diagnostics::Diagnostics;
use super::document_text::{DocumentText, Occurrences};
use super::quote::Quote;
use super::quote_kind::QuoteKind;
use crate::document_text::Span;

/// The span that a quote selects in the whole text; a quote that does not select one span is reported.
pub(super) fn resolve(
    document: &DocumentText<'_>,
    quote: &Quote,
    kind: QuoteKind,
    diagnostics: &mut Diagnostics<'_>,
) -> Option<Span> {
    resolve_within(document, quote, kind, &[document.whole()], diagnostics)
}

/// The span that a quote selects within some spans of the text; a quote that does not select one span is reported.
pub(super) fn resolve_within(
    document: &DocumentText<'_>,
    quote: &Quote,
    kind: QuoteKind,
    within: &[Span],
    diagnostics: &mut Diagnostics<'_>,
) -> Option<Span> {
    let search = Search { document, quote, kind, within };
    let Occurrences { aligned, splitting } = document.occurrences(&quote.exact, kind, within);
    let matching: Vec<usize> =
        aligned.iter().copied().filter(|&offset| document.matches_context(quote, offset)).collect();
    match (&*aligned, &*matching) {
        (_, &[offset]) => return Some(span(offset..offset + quote.exact.len())),
        ([], _) => match splitting.first() {
            Some(&offset) => search.report_split_grapheme(offset, diagnostics),
            None => search.report_missing(diagnostics),
        },
        (_, []) => search.report_wrong_context(&aligned, diagnostics),
        _ => search.report_ambiguous(&matching, diagnostics),
    }
    None
}
