//! The conversion, and what it writes beside the committed corpus.

use std::{fs, path::Path, slice::from_ref};

use crate::convert;
use crate::quotes::{form, quote};

#[test]
fn the_committed_corpus_is_what_the_conversion_writes() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/wikinews");
    let files = convert(&folder.join("source")).expect("a conversion");
    assert_eq!(files.len(), 2 * 24 + 1);
    for (name, content) in files {
        let committed = fs::read_to_string(folder.join(&name)).unwrap_or_default().replace("\r\n", "\n");
        assert!(
            committed == content,
            "{name} is not what the conversion writes: run cargo run -p xtask --bin convert-wikinews -- \
             examples/wikinews/source examples/wikinews"
        );
    }
}

#[test]
fn a_quote_that_occurs_twice_has_the_context_that_tells() {
    let text = "He said so, and she said no.\n\nShe said so.\n";
    let whole = 0..text.len();
    let second = text.find("said no").expect("it occurs");
    assert_eq!(quote(text, second..second + 4, from_ref(&whole)), r#"{ exact = "said", prefix = "she " }"#);
    assert_eq!(quote(text, second..second + 7, from_ref(&whole)), r#""said no""#);
}

#[test]
fn the_form_follows_the_quotation_marks() {
    let form = |text: &str| form(text, from_ref(&(0..text.len())));
    assert_eq!(form("\"We paid,\""), "direct");
    assert_eq!(form("it was \"damning\" to see"), "mixed");
    assert_eq!(form("\"We paid\" and \"we left\""), "mixed");
    assert_eq!(form("\"We paid,\" they said, \"and left\""), "mixed");
    assert_eq!(form("they paid"), "indirect");
}
