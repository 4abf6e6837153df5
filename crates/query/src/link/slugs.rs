//! The values of a facet by their slugs, for links that name hundreds of them.

use crate::Shared;
use crate::facets::facet::{AnyFacet, Value};
use crate::order;

/// So many values are looked for one by one; a table of all would cost more.
const FEW: usize = 32;

/// The look-up of slugs in a facet.
pub(super) struct Slugs<'f> {
    data: Shared,
    facet: &'f dyn AnyFacet,
    /// Whether values that are not listed have slugs, too.
    is_open: bool,
    /// The values by the hashes of their slugs, which ascend; empty where few are looked for.
    table: Vec<(u32, Value)>,
}

impl<'f> Slugs<'f> {
    /// The look-up of some slugs in a facet.
    pub fn new(data: Shared, facet: &'f dyn AnyFacet, number: usize) -> Self {
        let values = if number > FEW { facet.values(data) } else { Vec::new() };
        let is_open = values.is_empty() || facet.description().is_open;
        let table = values.into_iter().map(|value| (hash(&facet.slug(data, value)), value)).collect();
        Slugs {
            data,
            facet,
            is_open,
            table: order::by_key(table, |(hash, _)| [(hash ^ (1 << 31)).cast_signed(), 0, 0]),
        }
    }

    /// The value with a slug.
    pub fn find(&self, slug: &str) -> Option<Value> {
        let hash = hash(slug);
        let from = &self.table[self.table.partition_point(|entry| entry.0 < hash)..];
        let mut alike = from.iter().take_while(|entry| entry.0 == hash).map(|entry| entry.1);
        let found = alike.find(|&value| self.facet.slug(self.data, value) == slug);
        // A look through all values for each of many unknown slugs would take time with the product of both.
        found.or_else(|| if self.is_open { self.facet.value_with_slug(self.data, slug) } else { None })
    }
}

/// FNV-1a with 32 bits (Fowler, Noll and Vo): short, and slugs of one briefing rarely collide.
fn hash(slug: &str) -> u32 {
    slug.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
