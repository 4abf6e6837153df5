//! One statement as a reference, after the Chicago Manual of Style (17th edition), notes and bibliography.
//!
//! A statement is a quotation taken from a secondary source, so it follows 14.260: speaker, words, and "quoted in" the
//! document. Web addresses and the day of access follow 14.6 to 14.12, newspapers 14.191, missing dates 14.145. An
//! archived copy is a sentence after the day of access. Two things go beyond the manual. Form and attribution chain are
//! named ("Paraphrased, as cited by Politico, in"), because a paraphrase passed off as a quotation would be false. And
//! the full stop stays outside the quotation marks where the document has none, because the words between them are
//! verbatim.

use corpus::StatementId;
use query::Shared;
use query::language::{Direction, isolated};

use crate::Context;
use crate::attribution;
use crate::dates;
use crate::format::Export;
use crate::inline_text::{close_directional_formatting, collapse_white_space};
use crate::reference::accessed;

/// Marks that end a sentence; no full stop is added after them.
const SENTENCE_ENDS: [char; 4] = ['.', '?', '!', '…'];

/// The reference, on one line.
pub fn citation(data: Shared, id: StatementId, context: &Context) -> String {
    format!("{} {}.", source(data, id, context), context.statement_link(data, id))
}

/// The reference without its last part, the link to the statement.
pub fn source(data: Shared, id: StatementId, context: &Context) -> String {
    let statement = data.statement(id);
    let document = data.document(statement.document);
    let clean = |text: &str| close_directional_formatting(&collapse_white_space(text));
    let content = clean(&data.content(id));
    let ended = content.trim_end_matches(['”', '"', '’', '»', ')']).ends_with(SENTENCE_ENDS);
    let stop = if ended { "" } else { "." };
    let voice = attribution::voice(data, id).map(|voice| format!("{}: ", clean(&voice))).unwrap_or_default();
    let lead_in = clean(&attribution::source_lead_in(data, id));
    let mut source = format!("“{},”", isolated(&clean(document.title)));
    if let Some(outlet) = document.outlet {
        source = format!("{source} {},", isolated(&clean(data.actor(outlet).name)));
    }
    let date = document.published.map_or_else(|| "n.d.".to_owned(), dates::chicago);
    let address = document.url.map(|url| format!(", {url}")).unwrap_or_default();
    let full_stop = if address.is_empty() && date.ends_with('.') { "" } else { "." };
    let accessed = dates::chicago(accessed(Export { data, statements: &[id], context }, statement.document));
    let archived = document.provenance().archived.map(|url| format!(" Archived at {url}.")).unwrap_or_default();
    // Content that begins from right to left would reorder the quotation marks around it.
    let right_to_left = Direction::of_text(&content) == Some(Direction::RightToLeft);
    let content = if right_to_left { isolated(&content) } else { content.as_str().into() };
    format!("{voice}“{content}”{stop} {lead_in} {source} {date}{address}{full_stop} Accessed {accessed}.{archived}")
}

#[cfg(test)]
mod tests {
    use crate::testing::{all, context, hostile, ids, published, shipped, spaced, statement};

    fn of(data: query::Shared, slug: &str) -> String {
        crate::citation(data, statement(data, slug), &context())
    }

    #[test]
    fn a_reference_names_speaker_words_chain_document_date_access_and_link() {
        let edition = &shipped().digest.to_string()[..8];
        let link = |slug: &str| format!("https://briefing.example/x/index.html#/?statement={slug}&edition={edition}.");
        let [_, small, _] = all();
        assert_eq!(
            of(small, "general-denies").split(" Accessed").next(),
            Some(
                "Émile of Aland: “no foreign troops will ever cross … nor their engineers”. Quoted, as cited by The Herald, \
                 as cited by The Wire, in “Talks at the bridge — première,” The Herald, December 18, 2021, \
                 https://example.org/talks."
            )
        );
        let denial = of(small, "general-denies");
        assert!(
            denial.contains(
                " Accessed December 20, 2021. Archived at https://archive.example/talks. https://briefing.example/"
            ),
            "{denial}"
        );
        assert_eq!(
            of(small, "meeting").split(" “Talks").next(),
            Some(
                "Kingdom of Aland and Celand: “Aland and Celand met at the river in spring”. Reported by The Herald in"
            )
        );
        let act = of(shipped(), "us-delegation-visit");
        assert!(
            act.contains(
                " Reported in “Central Asia between the US and Russia,” December 18, 2021. Accessed November 25, 2026. "
            ),
            "{act}"
        );
        assert!(act.ends_with(&link("us-delegation-visit")), "{act}");
    }

    #[test]
    fn a_document_without_anything_is_still_cited() {
        let bare = of(hostile(), "bare");
        assert!(
            bare.starts_with("“Nothing is known of this one.” In “Bare?,” n.d. Accessed November 25, 2026. https://")
        );
    }

    #[test]
    fn dates_are_written_as_far_as_they_are_known() {
        for (date, words) in [
            ("2021-10", "October 2021"),
            ("../2021-12-18", "by December 18, 2021"),
            ("2022/..", "from 2022"),
            ("/2022", "until 2022, beginning unknown"),
        ] {
            let text = of(published(Some(date)), "one");
            assert!(text.contains(&format!("“Title,” {words}. Accessed")), "{text}");
        }
    }

    #[test]
    fn every_statement_has_a_reference_of_one_line_with_its_own_words() {
        for data in all() {
            for id in ids(data) {
                let text = crate::citation(data, id, &context());
                assert!(!text.contains(char::is_control), "{text}");
                assert!(text.contains(&spaced(&data.content(id))), "{text}");
            }
        }
    }

    #[test]
    fn what_turns_the_direction_of_writing_ends_with_the_quote() {
        let text = of(hostile(), "bidi");
        assert!(
            text.contains("\u{202e}gnp.exe\u{2066} and on \u{627}\u{644}\u{633}\u{644}\u{627}\u{645}\u{2069}\u{202c}”"),
            "{text}"
        );
    }
}
