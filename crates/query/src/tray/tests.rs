//! Tests of the tray.

use proptest::prelude::*;

use super::*;
use crate::testing::{aldport, both, shipped};

fn all(data: Shared) -> Vec<StatementId> {
    StatementId::all(data)
}

#[test]
fn a_tray_is_read_as_it_was_written() {
    for data in both() {
        for number in 0..=MOST {
            let tray = Tray {
                ids: all(data).into_iter().rev().take(number).collect(),
                missing: ["gone-elsewhere".to_owned()].into_iter().take(number).collect(),
            };
            let word = tray.write(data);
            assert_eq!(word.is_none(), number == 0);
            assert_eq!(Tray::parse(data, &word.unwrap_or_default()), tray);
        }
    }
}

#[test]
fn each_briefing_has_a_tray_of_its_own() {
    let (one, other) = (shipped(), aldport());
    let word = Tray { ids: all(one)[..2].to_vec(), missing: Vec::new() }.write(one).expect("two are pinned");
    assert_ne!(key(one), key(other));
    assert_eq!(Tray::parse(other, &word), Tray::default());
}

#[test]
fn what_an_edition_lacks_is_named_and_stays() {
    let data = shipped();
    let first = data.statement(all(data)[0]).slug;
    let read = Tray::parse(data, &format!("{}no-such,{first},no-such,nor-such", key(data)));
    assert_eq!(read.missing, ["no-such", "nor-such"]);
    assert_eq!(read.ids, [all(data)[0]]);
    let model = tray(data, &read).expect("something is pinned");
    assert_eq!(model.count, "1 pinned statement");
    assert_eq!(model.missing.as_deref(), Some("“no-such” and “nor-such” are pinned, and not in this edition."));
    assert_eq!((model.compare, model.hint.is_some()), (None, true));
    let written = read.write(data).expect("something is pinned");
    assert!(written.contains("no-such") && written.contains(first), "{written}");
}

#[test]
fn two_to_four_are_compared() {
    let data = shipped();
    for number in 2..=MOST {
        let ids = all(data)[..number].to_vec();
        let slugs: Vec<_> = ids.iter().map(|&id| data.statement(id).slug).collect();
        let model = tray(data, &Tray { ids, missing: Vec::new() }).expect("some are pinned");
        assert_eq!(model.compare, Some(format!("#/compare?statements={}", slugs.join(","))));
        assert_eq!((model.hint, model.missing), (None, None));
    }
    assert_eq!(tray(data, &Tray::default()), None);
}

#[test]
fn a_pinned_statement_says_who_and_the_beginning_of_what() {
    for data in both() {
        let pinned = pinned(data, &all(data));
        assert_eq!(pinned.len(), data.statements.len());
        for one in pinned {
            let whole = data.content(one.id);
            let begin = one.words.trim_end_matches('…');
            assert!(whole.starts_with(begin) && one.words.chars().count() <= LETTERS + 1, "{}", one.words);
            assert_eq!(one.words == whole, whole.chars().count() <= LETTERS);
            assert!(!one.voice.to_string().is_empty());
        }
    }
}

proptest! {
    #[test]
    fn any_text_is_a_tray(text in ".{0,80}") {
        let data = shipped();
        for word in [text.clone(), format!("{}{text}", key(data))] {
            let tray = Tray::parse(data, &word);
            prop_assert!(tray.ids.len() <= MOST && tray.missing.len() <= MOST);
            let again = Tray::parse(data, &tray.write(data).unwrap_or_default());
            prop_assert_eq!(again, tray);
        }
    }
}
