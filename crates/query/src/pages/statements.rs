//! The start page: the statements, filtered and grouped.

use corpus::StatementId;

use super::page::{Page, PrintSection};
use crate::Shared;
use crate::card;
use crate::facets::FACETS;
use crate::filter::Filtered;
use crate::language::Phrase;
use crate::link::{Pairs, Reader, Writer};
use crate::names::Named;
use crate::pending;
use crate::print::opened;
use crate::search::{Search, is_blank};
use crate::statements::{chosen, corrections, groups, searched};
use crate::view::{Filter, Group, Selection, Sort, View};
use crate::words;

const TEXT: &str = "q";
const GROUP: &str = "by";
const SORT: &str = "sort";
const STATEMENT: &str = "statement";

/// The largest number of chosen values that a title names.
const MOST_IN_TITLE: usize = 20;

impl Page for Selection {
    const SLUG: &'static str = "";

    fn keys() -> Vec<&'static str> {
        filter_keys().chain([GROUP, SORT, STATEMENT]).collect()
    }

    fn parse(path: &str, link: &mut Reader) -> Option<View> {
        path.is_empty().then(|| {
            View::Briefing(Selection {
                filter: read_filter(link),
                group: link.one(GROUP).unwrap_or_default(),
                sort: link.one(SORT).unwrap_or_default(),
                open: link.one(STATEMENT),
            })
        })
    }

    fn write(&self, link: &mut Writer) {
        write_filter(&self.filter, link);
        link.unless_default(GROUP, self.group);
        link.unless_default(SORT, self.sort);
        link.one(STATEMENT, self.open);
    }

    fn title(&self, data: Shared) -> Phrase {
        if let Some(id) = self.open {
            let voice = card::voice(data, id);
            if pending::statements(data, [id]).is_some() {
                return voice;
            }
            voice.literal(": ").text(&shortened(&data.content(id)), card::content_language(data, id))
        } else {
            chosen_title(data, &self.filter)
        }
    }

    fn statements(&self, data: Shared, search: Option<Search>) -> Vec<StatementId> {
        let filtered = Filtered::new(data, &self.filter, search);
        groups(data, self, &filtered).into_iter().flat_map(|group| group.statements).collect()
    }

    fn print_section(&self, data: Shared, search: Option<&Search>) -> PrintSection {
        let all = chosen_sentence(data, &self.filter, search);
        let order = match self.order() {
            Sort::BestMatch => "best match first".to_owned(),
            order => order.label(data).to_ascii_lowercase(),
        };
        let arranged = match self.group {
            Group::None => format!("Not grouped, {order}."),
            group => format!("Grouped by {}, {order}.", group.label(data).to_ascii_lowercase()),
        };
        let open = self.open.map(|id| opened(data, id));
        let corrections = corrections(data, search);
        let description = [all].into_iter().chain(corrections).chain([Phrase::new(&arranged)]).chain(open).collect();
        PrintSection::new("Statements", description)
    }

    #[cfg(test)]
    const WEIGHT: u32 = 6;

    #[cfg(test)]
    fn views(data: Shared) -> proptest::strategy::BoxedStrategy<View> {
        use proptest::prelude::*;

        crate::testing::selections(data).prop_map(View::Briefing).boxed()
    }
}

/// The keys of a filter.
pub(super) fn filter_keys() -> impl Iterator<Item = &'static str> {
    FACETS.iter().map(|facet| facet.description().key).chain([TEXT])
}

/// Reads a filter.
pub(super) fn read_filter(link: &mut Reader) -> Filter {
    let filter = link.filter();
    Filter { text: link.search_text(TEXT).unwrap_or_default(), ..filter }
}

/// Appends a filter to a link.
pub(super) fn write_filter(filter: &Filter, link: &mut Writer) {
    for &facet in FACETS {
        link.choice(filter, facet);
    }
    link.search_text(TEXT, &filter.text);
}

/// What is chosen in a filter, as a title.
pub(super) fn chosen_title(data: Shared, filter: &Filter) -> Phrase {
    let (labels, more) = chosen(data, filter, MOST_IN_TITLE);
    let title = Phrase::joined(labels, ", ");
    if more == 0 { title } else { title.literal(&format!(" and {} more", words::grouped(more))) }
}

/// What is chosen in a filter and how much it shows, as a sentence.
pub(super) fn chosen_sentence(data: Shared, filter: &Filter, search: Option<&Search>) -> Phrase {
    let (mut chosen, _) = chosen(data, filter, usize::MAX);
    // The search comes last; beside the others its words alone would puzzle.
    if !is_blank(&filter.text) {
        chosen.pop();
        chosen.push(Phrase::new("search for ").phrase(searched(data, filter)));
    }
    let total = words::count(data.statements.len(), "statement");
    if chosen.is_empty() {
        return Phrase::new(&format!("All {total}."));
    }
    let shown = Filtered::new(data, filter, search.cloned()).statements.len();
    let shown = format!("Showing {} of {total}: ", words::grouped(shown));
    Phrase::new(&shown).phrase(Phrase::joined(chosen, "; ")).literal(".")
}

impl Selection {
    /// Reads it from a link that [`write`](Page::write) made, without a search. What comes of another link does not
    /// matter, as the caller writes the view again and compares.
    pub(crate) fn read_exact(link: &Pairs<'_>) -> Selection {
        Selection {
            filter: link.filter(),
            group: link.one(GROUP).unwrap_or_default(),
            sort: link.one(SORT).unwrap_or_default(),
            open: link.one(STATEMENT),
        }
    }
}

/// The beginning of a text, cut at a word.
fn shortened(text: &str) -> String {
    const MOST: usize = 60;
    let Some((cut, _)) = text.char_indices().nth(MOST) else { return text.to_owned() };
    let beginning = text.get(..cut).unwrap_or(text);
    let words = beginning.rsplit_once(' ').map_or(beginning, |(words, _)| words);
    format!("{}…", words.trim_end_matches([',', ';', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_at_a_word_and_a_short_one_not() {
        assert_eq!(shortened("short"), "short");
        assert_eq!(shortened(&"é".repeat(60)), "é".repeat(60));
        assert_eq!(shortened(&"é".repeat(61)), format!("{}…", "é".repeat(60)));
        let words = format!("{}, and more", "word ".repeat(11).trim_end());
        assert_eq!(shortened(&words), format!("{}, and…", "word ".repeat(11).trim_end()));
        assert_eq!(shortened(&format!("{}, {}", "w".repeat(50), "x".repeat(50))), format!("{}…", "w".repeat(50)));
    }
}
