//! The overview: figures of the statements that pass a filter.

use corpus::StatementId;

use super::page::{Page, PrintSection};
use super::statements::{chosen_sentence, chosen_title, filter_keys, read_filter, write_filter};
use crate::Shared;
use crate::filter::Filtered;
use crate::language::Phrase;
use crate::link::{Reader, Writer};
use crate::search::Search;
use crate::statements::{corrections, sorted};
use crate::view::{NetworkSettings, Overview, Sort, View};

const COLUMNS: &str = "by";
const SORT: &str = "sort";
const COLUMN: &str = "column";
const ROW: &str = "row";
const NETWORK: &str = "network";
const WEIGHT: &str = "weight";
const DUPLICATES: &str = "duplicates";
const THRESHOLD: &str = "least";
const TABLE: &str = "table";

impl Page for Overview {
    const SLUG: &'static str = "overview";

    fn keys() -> Vec<&'static str> {
        filter_keys().chain([COLUMNS, SORT, COLUMN, ROW, NETWORK, WEIGHT, DUPLICATES, THRESHOLD, TABLE]).collect()
    }

    fn parse(path: &str, link: &mut Reader) -> Option<View> {
        path.is_empty().then(|| {
            View::Overview(Overview {
                filter: read_filter(link),
                columns: link.one(COLUMNS).unwrap_or_default(),
                sort: link.one(SORT).unwrap_or_default(),
                column: link.one(COLUMN).unwrap_or_default(),
                row: link.one(ROW).unwrap_or_default(),
                network: NetworkSettings {
                    aggregation: link.one(NETWORK).unwrap_or_default(),
                    normalization: link.one(WEIGHT).unwrap_or_default(),
                    duplicates: link.one(DUPLICATES).unwrap_or_default(),
                    threshold: link.one(THRESHOLD).unwrap_or_default(),
                },
                tables: link.list(TABLE),
            })
        })
    }

    fn write(&self, link: &mut Writer) {
        write_filter(&self.filter, link);
        link.unless_default(COLUMNS, self.columns);
        link.unless_default(SORT, self.sort);
        link.unless_default(COLUMN, self.column);
        link.unless_default(ROW, self.row);
        link.unless_default(NETWORK, self.network.aggregation);
        link.unless_default(WEIGHT, self.network.normalization);
        link.unless_default(DUPLICATES, self.network.duplicates);
        link.unless_default(THRESHOLD, self.network.threshold);
        link.list(TABLE, &self.tables);
    }

    fn title(&self, data: Shared) -> Phrase {
        let chosen = chosen_title(data, &self.filter);
        if chosen.is_empty() { Phrase::new("Overview") } else { Phrase::new("Overview: ").phrase(chosen) }
    }

    fn statements(&self, data: Shared, search: Option<Search>) -> Vec<StatementId> {
        sorted(data, Filtered::new(data, &self.filter, search).statements.iter(), Sort::Earliest)
    }

    fn print_section(&self, data: Shared, search: Option<&Search>) -> PrintSection {
        let chosen = chosen_sentence(data, &self.filter, search);
        PrintSection::new("Overview", [chosen].into_iter().chain(corrections(data, search)).collect())
    }

    #[cfg(test)]
    const WEIGHT: u32 = 3;

    #[cfg(test)]
    fn views(data: Shared) -> proptest::strategy::BoxedStrategy<View> {
        use crate::names::Named;
        use crate::view::{
            Aggregation, Duplicates, MatrixColumns, MatrixSort, Normalization, Offset, OverviewFigure, Threshold,
        };
        use proptest::prelude::*;
        use proptest::sample::{select, subsequence};

        let columns = select(MatrixColumns::all(data));
        let sort = select(MatrixSort::all(data));
        let tables = subsequence(OverviewFigure::all(data), 0..=OverviewFigure::all(data).len());
        let offset = || prop_oneof![3 => Just(Offset(0)), 1 => any::<u32>().prop_map(Offset)];
        let network = (
            select(Aggregation::all(data)),
            select(Normalization::all(data)),
            select(Duplicates::all(data)),
            select(Threshold::all(data)),
        );
        let network = network.prop_map(|(aggregation, normalization, duplicates, threshold)| NetworkSettings {
            aggregation,
            normalization,
            duplicates,
            threshold,
        });
        (crate::testing::selections(data), columns, sort, offset(), offset(), network, tables)
            .prop_map(|(selection, columns, sort, column, row, network, tables)| {
                View::Overview(Overview { filter: selection.filter, columns, sort, column, row, network, tables })
            })
            .boxed()
    }
}
