//! Aliases: spellings of an actor's name in the documents, so each must occur in one of them.

use std::ops::Range;

use aho_corasick::AhoCorasick;

use super::advice::split_graphemes;
use super::characters::toml_string;
use super::diagnostics::Diagnostics;
use super::document::SourceDocument;
use super::field::List;
use super::graphemes;
use super::problem::Problem;
use super::raw;
use super::source_span::{Located, SourceSpan};
use super::strings::Verbatim;

/// Reports every alias that occurs in no document, on boundaries of grapheme clusters. Requires that all documents
/// could be read. Costs one pass over each text, for all aliases.
pub(super) fn check_aliases(
    actors: &List<raw::Actor>,
    documents: &[SourceDocument<'_>],
    diagnostics: &mut Diagnostics<'_>,
) {
    let aliases: Vec<_> = actors.0.iter().flat_map(|actor| &actor.value.aliases.0).collect();
    if documents.is_empty() || aliases.is_empty() {
        return;
    }
    // Building the automaton only fails beyond sizes that no registry of actors has.
    let patterns = aliases.iter().map(|alias| alias.value.as_str().as_bytes());
    let Ok(automaton) = AhoCorasick::new(patterns) else { return };
    let mut is_found = vec![false; aliases.len()];
    let mut splitting: Vec<Option<(&SourceDocument<'_>, Range<usize>)>> = vec![None; aliases.len()];
    for document in documents {
        for occurrence in automaton.find_overlapping_iter(document.text.text) {
            let alias = occurrence.pattern().as_usize();
            if graphemes::is_aligned(document.text.text, &occurrence.range()) {
                is_found[alias] = true;
            } else if splitting[alias].is_none() {
                splitting[alias] = Some((document, occurrence.range()));
            }
        }
    }
    for ((alias, is_found), splitting) in aliases.iter().zip(is_found).zip(splitting) {
        if is_found {
            continue;
        }
        match splitting {
            Some((document, range)) => report_split_grapheme(alias, document, range, diagnostics),
            None => report_absent(alias, documents, diagnostics),
        }
    }
}

/// Reports an alias that only occurs where it splits a grapheme cluster, first at `range`.
fn report_split_grapheme(
    alias: &Located<Verbatim>,
    document: &SourceDocument<'_>,
    range: Range<usize>,
    diagnostics: &mut Diagnostics<'_>,
) {
    let text = document.text.text;
    let split: Vec<_> = split_graphemes(text, &range).collect();
    let whole = graphemes::widen(text, range);
    let proposal = toml_string(&text[whole.clone()]);
    let message = format!("\"{}\" only stands where it begins or ends inside a letter", alias.value.as_str());
    diagnostics.report(
        Problem::new("briefing::alias::grapheme", message)
            .label(alias.span, "a name begins and ends between letters")
            .note(SourceSpan::new(document.text.file, whole), "the whole letters here")
            .help(format!("{} are one letter", split.join("; ")))
            .propose(&proposal),
    );
}

/// Reports an alias that does not occur, with an equivalent spelling that does, if there is one.
fn report_absent(alias: &Located<Verbatim>, documents: &[SourceDocument<'_>], diagnostics: &mut Diagnostics<'_>) {
    let name = alias.value.as_str();
    let problem = Problem::new("briefing::alias::absent", format!("no document writes \"{name}\""))
        .label(alias.span, "in none of the texts, letter for letter");
    let searched = if diagnostics.try_spend_suggestion() { documents } else { &[] };
    let equivalent = searched.iter().find_map(|document| {
        let nearest = document.text.passages().equivalent(document.text.text, name)?;
        let proposal = toml_string(&document.text.text[nearest.range.clone()]);
        Some((SourceSpan::new(document.text.file, nearest.range), nearest.difference, proposal))
    });
    diagnostics.report(match equivalent {
        Some((span, difference, proposal)) => {
            problem.note(span, "a document writes it so").help(difference).propose(&proposal)
        }
        None => {
            problem.help("an alias is how a document writes the name; what you call the actor is `name` or `short`")
        }
    });
}
