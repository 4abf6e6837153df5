//! References to paste into a text.

use crate::support::{all, context, hostile, ids, published, shipped, spaced, statement};

fn of(data: query::Shared, slug: &str) -> String {
    export::citation(data, statement(data, slug), &context())
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
             as cited by The Wire, in “Talks at the bridge — première,” December 18, 2021, https://example.org/talks."
        )
    );
    assert_eq!(
        of(small, "meeting").split(" “Talks").next(),
        Some("Kingdom of Aland and Celand: “Aland and Celand met at the river in spring”. Reported by The Herald in")
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
    assert!(bare.starts_with("“Nothing is known of this one.” In “Bare?,” n.d. Accessed November 25, 2026. https://"));
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
            let text = export::citation(data, id, &context());
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
