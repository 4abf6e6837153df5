//! Which columns of a comparison by topic have a statement.

use std::ops::Range;

use corpus::StatementId;

use super::columns::Column;
use crate::Shared;

/// Of each statement of the briefing the columns that have it, as bits, the first column the lowest.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Membership(Vec<u8>);

impl Membership {
    /// That of some columns, of which there are no more than a byte has bits.
    pub(super) fn new(data: Shared, columns: &[Column]) -> Membership {
        let mut masks = vec![0; data.statements.len()];
        for (column, one) in columns.iter().enumerate() {
            for id in &one.statements {
                masks[id.index()] |= 1 << column;
            }
        }
        Membership(masks)
    }

    /// The columns of a statement as bits.
    pub(super) fn mask(&self, id: StatementId) -> u8 {
        self.0[id.index()]
    }

    /// From the first to the last column that has a statement; `None` where none has.
    pub(super) fn ends(&self, id: StatementId) -> Option<Range<usize>> {
        let mask = self.mask(id);
        (mask != 0).then(|| mask.trailing_zeros() as usize..(u8::BITS - mask.leading_zeros()) as usize)
    }

    /// Whether the columns of a statement are these, and no others.
    pub(super) fn is_of(&self, id: StatementId, columns: &Range<usize>) -> bool {
        usize::from(self.mask(id)) == (1 << columns.end) - (1 << columns.start)
    }
}
