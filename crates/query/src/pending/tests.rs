//! Every view and many searches, asked of a briefing of which nothing is loaded.

use corpus::write::{Layout, Parts, apart};
use proptest::prelude::*;

use super::*;
use crate::Shared;
use crate::card::{card, filler, pieces};
use crate::compare::{ComparePage, TablePage};
use crate::search::{search, try_search};
use crate::testing::{both, shaped, shipped, small, view, views};
use crate::view::{Sort, View};
use crate::{compare, pages, passage, print, source, title};

/// A briefing of which nothing is loaded, with its chunks.
struct Apart {
    whole: Shared,
    data: Shared,
    parts: &'static Parts,
}

impl Apart {
    fn new(whole: Shared) -> Apart {
        let parts = apart(whole, &[], Layout { whole: 0, first: 0, chunk: 1 }).expect("a small briefing");
        let parts: &'static Parts = Box::leak(Box::new(parts));
        let data = Box::leak(Box::new(corpus::load(&parts.core).expect("a core")));
        Apart { whole, data, parts }
    }

    fn load(&self, pending: &Pending) {
        for &id in pending.chunks() {
            let name = self.data.chunks.list[id.index()].file().expect("a file").name();
            let (_, bytes) = self.parts.chunks.iter().find(|(other, _)| *other == name).expect("a chunk");
            assert!(!self.data.has_chunk(id), "a chunk is asked for once");
            self.data.add_chunk(id, bytes).expect("its bytes");
        }
    }

    /// Asks and loads until there is an answer.
    fn until<T>(&self, ask: impl Fn(Shared) -> Result<T, Pending>) -> T {
        loop {
            match ask(self.data) {
                Ok(answer) => return answer,
                Err(pending) => self.load(&pending),
            }
        }
    }
}

#[test]
fn without_texts_there_are_cards_and_titles_but_no_words() {
    for whole in both() {
        let Apart { data, .. } = Apart::new(whole);
        for id in data.statement_ids() {
            assert!(statements(data, [id]).is_some());
            assert_eq!(card(data, id).form, card(whole, id).form);
            let (letters, words) = (filler(data, id).len(), whole.content(id).chars().count());
            assert!(letters.abs_diff(words) < 8 + words / 8, "{letters} letters for {words}");
            assert!(!title::title(data, &View::statement(id)).is_empty());
        }
    }
}

#[test]
fn a_statement_needs_only_its_document() {
    let apart = Apart::new(small());
    let id = apart.data.statement_ids().next().expect("a statement");
    let pending = statements(apart.data, [id, id]).expect("its text");
    assert_eq!(pending.chunks().len(), 1);
    apart.load(&pending);
    assert_eq!(statements(apart.data, [id]), None);
    assert_eq!(pieces(apart.data, id, None), pieces(apart.whole, id, None));
    assert_eq!(passage::passage(apart.data, id), passage::passage(apart.whole, id));
    assert!(statements(apart.data, apart.data.statement_ids()).is_some(), "the other document");
}

#[test]
fn documents_are_listed_before_their_texts_are_loaded() {
    for whole in both() {
        let Apart { data, .. } = Apart::new(whole);
        for (id, _) in data.documents_with_ids() {
            let (head, loaded) = (source::head(data, id), source::head(whole, id));
            assert_eq!((head.title, head.dateline, head.url), (loaded.title, loaded.dateline, loaded.url));
            assert_eq!(head.dated_by, None);
        }
    }
}

fn as_result(pending: Option<Pending>) -> Result<(), Pending> {
    pending.map_or(Ok(()), Err)
}

proptest! {
    #[test]
    fn every_page_is_the_same_once_what_it_waits_for_is_there(view in views(shipped())) {
        let apart = Apart::new(shipped());
        apart.until(|data| as_result(page(data, &view)));
        match &view {
            View::Source(id, _) => {
                let [text, whole] = [apart.data, apart.whole].map(|data| source::SourceText::new(data, *id));
                prop_assert_eq!(text.blocks(text.all()).collect::<Vec<_>>(), whole.blocks(whole.all()).collect::<Vec<_>>());
                prop_assert_eq!(source::head(apart.data, *id), source::head(apart.whole, *id));
                prop_assert_eq!(source::picker(apart.data, *id), source::picker(apart.whole, *id));
            }
            View::Compare(comparison) => {
                let (page, expected) = (compare::page(apart.data, comparison), compare::page(apart.whole, comparison));
                prop_assert_eq!(compare::try_page(apart.data, comparison), Ok(page.clone()));
                if let (ComparePage::Table(page), ComparePage::Table(expected)) = (&page, &expected) {
                    let rows = |data, table: &TablePage| table.rows.build(data, 0..table.rows.first()).collect::<Vec<_>>();
                    prop_assert_eq!(rows(apart.data, page), rows(apart.whole, expected));
                }
                prop_assert_eq!(page, expected);
            }
            _ => {}
        }
        let text = &view.selection().filter.text;
        let found = apart.until(|data| try_search(data, text, view.selection().order()));
        apart.until(|data| as_result(whole_view(data, &view, found.clone())));
        let ids = pages::statements_in_view(apart.data, &view, found);
        prop_assert_eq!(&ids, &pages::statements_in_view(apart.whole, &view, search(apart.whole, text, view.selection().order())));
        for id in ids {
            prop_assert_eq!(print::entry(apart.data, id, &view), print::entry(apart.whole, id, &view));
        }
    }

    #[test]
    fn a_search_gives_the_same_whatever_has_to_be_loaded_for_it(
        text in prop_oneof![
            Just("bas".to_owned()), Just("\"foreign bases\" ".to_owned()), Just("-\"military bas".to_owned()),
            Just("afganistan ".to_owned()), Just("20,000".to_owned()), "[a-z]{1,4}", "\"[a-z]{1,3}", ".{0,12}",
        ],
        sort in proptest::sample::select(vec![Sort::Text, Sort::BestMatch])
    ) {
        for whole in both() {
            let apart = Apart::new(whole);
            let found = apart.until(|data| try_search(data, &text, sort));
            let expected = search(whole, &text, sort);
            prop_assert_eq!(
                found.as_ref().map(|found| (found.statements(), found.corrections(), found.scores())),
                expected.as_ref().map(|found| (found.statements(), found.corrections(), found.scores()))
            );
        }
    }
}

#[test]
fn a_blank_search_needs_nothing_and_a_word_not_all_chunks() {
    let apart = Apart::new(shipped());
    assert_eq!(try_search(apart.data, "  ", Sort::BestMatch), Ok(None));
    apart.until(|data| try_search(data, "uzbekistan ", Sort::Text)).expect("a search");
    let loaded = apart.data.chunks.ids().filter(|&id| apart.data.has_chunk(id)).count();
    assert!(loaded < apart.data.chunks.list.len() / 2, "{loaded} chunks");
}

#[test]
fn a_long_comparison_needs_the_texts_of_what_it_shows() {
    let apart = Apart::new(shaped(300, synth::Shape::ManyTopics(100)));
    let camps = apart.whole.camps.iter().map(|camp| camp.slug).take(4).collect::<Vec<_>>().join(",");
    let View::Compare(comparison) = view(apart.whole, &format!("#/compare?camps={camps}")) else { panic!("no camps") };
    let loaded = || apart.data.chunks.ids().filter(|&id| apart.data.has_chunk(id)).count();
    let ComparePage::Table(expected) = compare::page(apart.whole, &comparison) else { panic!("no table") };
    let ComparePage::Table(table) = apart.until(|data| compare::try_page(data, &comparison)) else {
        panic!("no table")
    };
    assert!(loaded() < apart.data.chunks.list.len() / 2, "{} chunks", loaded());
    assert_eq!(page(apart.data, &View::Compare(comparison)), None);
    let folded = table.folded.pending(apart.data, 0..table.folded.len());
    assert!(!table.folded.is_empty() && folded.is_some(), "what is folded is not needed");
    let (mut shown, mut late) = (0, 0);
    while shown < table.rows.len() {
        let next = table.rows.next(shown);
        let range = shown..next;
        late += usize::from(table.rows.pending(apart.data, range.clone()).is_some());
        apart.until(|data| as_result(table.rows.pending(data, range.clone())));
        let rows = |data, table: &TablePage| table.rows.build(data, range.clone()).collect::<Vec<_>>();
        assert_eq!(rows(apart.data, &table), rows(apart.whole, &expected));
        shown = next;
    }
    assert!(late > 1, "texts of further rows are needed with these");
}
