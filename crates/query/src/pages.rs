//! The pages: each a module of its own that implements [`Page`], all of them in one list. Links, titles, prints and
//! exports walk that list.
//!
//! ```text
//! page         = "" | "overview" | "actors" | "actor/" slug | "compare" | "source" [ "/" slug ] | "about"
//!
//! start page   the pairs of the facets; see the grammar in `facets`
//!              q = text        ; percent-encoded, "+" for a space; "&" follows where it ends the link in punctuation
//!              by = "day" | "topic" | "actor" | "document" | "none"
//!              sort = "earliest" | "latest" | "text" | "match"     ; without a search, "match" is the default
//!              statement = slug
//! overview     the pairs of the facets, and q
//!              by = "actor" | "camp" | "outlet" | "document" | "month"     ; the columns of the matrix
//!              sort = "amount" | "name" | "similarity"
//!              column = number                             ; of columns that are passed over
//!              row = number                                ; of topics that are passed over
//!              table = figure *( "," figure )              ; figures that are shown as tables
//!              network = "congruence" | "conflict" | "subtract" | "affiliation"
//!              weight = "no" | "average" | "jaccard" | "cosine" | "activity" | "prominence"
//!              duplicates = "include" | "document" | "acrossrange"
//!              least = number                              ; of the strongest tie, in percent
//!              figure = "matrix" | "positions" | "changes" | "timeline" | "flows" | "relays" | "network"
//!                     | "map"
//! compare      ( actors | camps | outlets | documents | periods | statements ) = slug *( "," slug )      ; up to four
//!              by = "actor" | "camp" | "outlet" | "document" | "period"        ; what to compare, while nothing is
//!              voice = slug                                ; the actor whose statements alone are compared
//!              topic = slug *( "," slug )
//!              a slug of periods is EDTF (`2021-12`, `2021-10/2021-12-14`), or "until-" or "from-" with a date
//! source       statement = slug
//! ```
//!
//! To add a page:
//!
//! 1. Give [`View`] a variant with what can be chosen on the page.
//! 2. Write its module in this folder, after the model of `source.rs`: its grammar, its title, its statements, its
//!    print.
//! 3. In this file: the module, a line in the list, and its rule in the grammar above.
//! 4. Write the viewer's module of the page, and its line in the viewer's `pages.rs`.
//!
//! What was forgotten, the compiler and `pages/tests.rs` tell.

mod about;
mod actor;
mod actors;
mod compare;
mod overview;
pub(crate) mod page;
mod source;
mod statements;

#[cfg(test)]
mod tests;

use corpus::StatementId;

use crate::Shared;
use crate::language::Phrase;
use crate::link::{Linked, Reader, Writer};
use crate::search::Search;
use crate::view::{Comparison, Overview, Selection, View};
use about::About;
use actor::Actor;
use actors::Actors;
use page::{Page, PrintSection};
use source::Source;

/// Implements what depends on a view's page for the whole list of pages. A `match` rather than a list of trait objects:
/// what a later part of the program needs of a page must not be in the first part, which only writes links and titles.
macro_rules! pages {
    ($($page:ty: $pattern:pat => $value:expr;)*) => {
        impl Linked for View {
            fn page_names() -> Vec<&'static str> {
                [$(<$page>::SLUG),*].into_iter().filter(|name| !name.is_empty()).collect()
            }

            fn has_path(page: &str) -> bool {
                $(page == <$page>::SLUG && <$page>::HAS_PATH)||*
            }

            fn all_keys() -> Vec<&'static str> {
                let mut keys = Vec::new();
                $(keys.extend(<$page>::keys());)*
                keys
            }

            fn keys(&self) -> Vec<&'static str> {
                #[allow(unused_variables)]
                match self {
                    $($pattern => <$page>::keys(),)*
                }
            }

            fn write(&self, link: &mut Writer) {
                match self {
                    $($pattern => {
                        link.page(<$page>::SLUG);
                        Page::write($value, link);
                    })*
                }
            }

            fn parse(page: &str, path: &str, link: &mut Reader) -> Option<View> {
                $(if page == <$page>::SLUG {
                    return <$page>::parse(path, link);
                })*
                None
            }
        }

        /// The title of a view within the briefing; empty for the start page with nothing chosen.
        pub(crate) fn title(data: Shared, view: &View) -> Phrase {
            match view {
                $($pattern => Page::title($value, data),)*
            }
        }

        /// What the print of a view says of it at the head.
        pub(crate) fn print_section(data: Shared, view: &View, search: Option<&Search>) -> PrintSection {
            match view {
                $($pattern => Page::print_section($value, data, search),)*
            }
        }

        /// Every view there is, for property tests.
        #[cfg(test)]
        pub(crate) fn views(data: Shared) -> impl proptest::strategy::Strategy<Value = View> {
            proptest::strategy::Union::new_weighted(vec![$((<$page>::WEIGHT, <$page>::views(data))),*])
        }

        fn statements(data: Shared, view: &View, search: Option<Search>) -> Vec<StatementId> {
            match view {
                $($pattern => Page::statements($value, data, search),)*
            }
        }
    };
}

pages! {
    Selection: View::Briefing(selection) => selection;
    Overview: View::Overview(overview) => overview;
    Actors: View::Actors => &Actors;
    Actor: View::Actor(id) => &Actor(*id);
    Comparison: View::Compare(comparison) => comparison;
    Source: View::Source(document, open) => &Source(*document, *open);
    About: View::About => &About;
}

/// The statements of a view, each once, in the order of the page; none where the page is not of statements. `search` is
/// what [`crate::search::search`] makes of the view's text.
pub fn statements_in_view(data: Shared, view: &View, search: Option<Search>) -> Vec<StatementId> {
    let mut statements = statements(data, view, search);
    let mut seen = vec![false; data.statements.len()];
    statements.retain(|id| !std::mem::replace(&mut seen[id.index()], true));
    statements
}
