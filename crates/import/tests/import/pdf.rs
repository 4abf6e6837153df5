//! PDFs.

use import::NoteKind;

use crate::support::{Stretch, compiled, notes, pdf, texts, value};

/// A page with a running head, two columns and a number.
fn page(number: &'static str, lines: &[&'static str; 8]) -> Vec<Stretch<'static>> {
    let mut page = vec![(60.0, 800.0, 8.0, "The Aldport Review, June 2024"), (290.0, 30.0, 8.0, number)];
    for (index, words) in lines.iter().enumerate() {
        let (column, row) = (index / 4, index % 4);
        page.push((60.0 + 250.0 * column as f64, 700.0 - 12.0 * row as f64, 10.0, words));
    }
    page
}

#[test]
fn columns_heads_numbers_and_divided_words() {
    let mut first = page(
        "1",
        &[
            "The council said on Monday that the old",
            "bridge over the river is safe for all traf-",
            "fic, and that nobody who crosses it needs",
            "to fear anything. Its engineer, Mara Lind,",
            "had asked in April for new bearings, which",
            "the council has not bought. \u{201C}It needs them",
            "before winter,\u{201D} she wrote to the mayor in a",
            "letter that the council has not answered,",
        ],
    );
    first.push((60.0, 750.0, 22.0, "Aldport argues about its bridge"));
    let second = page(
        "2",
        &[
            "as the mayor said. He called her letter too",
            "late for the budget of this year, and asked",
            "for another opinion from the capital, which",
            "is expected within some months from now on.",
            "The opposition wants to close the bridge to",
            "lorries until then. A majority for that was",
            "not found in the council on Monday evening,",
            "where the vote ended with nine against six.",
        ],
    );
    let document = compiled("bridge.pdf", &pdf(&[first, second], ""));
    assert_eq!(
        texts(&document),
        [
            "= Aldport argues about its bridge".to_owned(),
            "The council said on Monday that the old bridge over the river is safe for all traffic, and that nobody who crosses \
             it needs to fear anything. Its engineer, Mara Lind, had asked in April for new bearings, which the council has \
             not bought. “It needs them before winter,” she wrote to the mayor in a letter that the council has not answered, \
             as the mayor said. He called her letter too late for the budget of this year, and asked for another opinion from \
             the capital, which is expected within some months from now on."
                .to_owned(),
            "The opposition wants to close the bridge to lorries until then. A majority for that was not found in the council \
             on Monday evening, where the vote ended with nine against six."
                .to_owned(),
        ]
    );
    assert_eq!(
        notes(&document, NoteKind::LeftOut),
        ["2 page numbers", "a running head or foot of 2 pages: The Aldport Review, June 2024"]
    );
    assert!(notes(&document, NoteKind::Changed)[0].ends_with(": traffic"));
    assert_eq!(value(document.metadata.author.as_ref()), "Mara Lind");
    assert_eq!(value(document.metadata.other_date.as_ref()), "2024-06-04");
    assert!(document.metadata.published.is_none());
}

#[test]
fn a_title_that_a_program_has_left_is_not_one() {
    let document =
        compiled("the-bridge.pdf", &pdf(&[vec![(60.0, 700.0, 10.0, "The council said that the bridge is safe.")]], ""));
    assert_eq!(value(document.metadata.title.as_ref()), "the bridge");
}
