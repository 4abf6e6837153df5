//! The render models of the facets: values with counts and links.

use std::sync::Arc;

use corpus::Hue;

use super::facet::Value;
use crate::language::{Language, Phrase};
use crate::view::Chosen;
use crate::words;

/// The render model of a facet.
#[derive(Clone, Debug, PartialEq)]
pub struct FacetModel {
    /// The key in links.
    pub key: &'static str,
    /// The name on the page.
    pub title: &'static str,
    /// The values, in an order that does not depend on what is chosen: by number of statements in the whole briefing,
    /// except where the values have an order of their own; parts of an actor behind it, see `parts`. Of a long facet,
    /// the first of them and those chosen.
    pub values: Vec<FacetValue>,
    /// The number of values that are shown; the rest can be unfolded.
    pub unfolded: usize,
    /// Every value of a long facet, to be found by name; see [`find()`](super::find()).
    pub long: Option<LongFacet>,
}

/// The values of a facet that has more than are listed.
#[derive(Clone, Debug, PartialEq)]
pub struct LongFacet {
    /// What one of the values is called: "actor".
    pub noun: &'static str,
    /// The number of values.
    pub number: usize,
    /// The values with their counts. Shared, so that a model is cheap to clone.
    pub(super) values: Arc<Vec<Ranked>>,
}

/// A value of a long facet with all that depends on the choice; labels and links are made where it is listed.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Ranked {
    pub value: Value,
    /// The state in the filter.
    pub state: Chosen,
    /// The number of statements that a click would leave or add.
    pub count: Count,
    /// Whether excluding it would exclude a statement.
    pub is_excludable: bool,
}

impl LongFacet {
    /// The name of the box in which values are found: "Find an actor".
    pub fn prompt(&self) -> String {
        let article = if self.noun.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
        format!("Find {article} {}", self.noun)
    }

    /// What its values are called: "actors".
    pub fn plural(&self) -> String {
        format!("{}s", self.noun)
    }
}

/// The render model of a value.
#[derive(Clone, Debug, PartialEq)]
pub struct FacetValue {
    /// The slug.
    pub slug: String,
    /// The name on the page.
    pub label: String,
    /// The language of the label.
    pub language: Language,
    /// What tells it from others with a like label: the day and the outlet of a document. Mostly empty.
    pub detail: Phrase,
    /// The number of actors listed before an actor that it is a part of.
    pub level: usize,
    /// The nearest of them; empty at level 0.
    pub whole: Phrase,
    /// The accent colour.
    pub hue: Option<Hue>,
    /// The state in the filter.
    pub state: Chosen,
    /// The number of statements that a click would leave or add.
    pub count: Count,
    /// The link that chooses the value, or takes it back; none where it would add no statement.
    pub toggle: Option<String>,
    /// The link that excludes the value; none where it would exclude no statement.
    pub exclude: Option<String>,
}

/// A number of statements, by what it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// Statements that are left when the value is chosen.
    Leaves(usize),
    /// Statements that come in addition when the value is chosen as well.
    Adds(usize),
    /// Statements shown that have this chosen value.
    Has(usize),
    /// Statements that are excluded by this value alone.
    Hides(usize),
}

impl Count {
    /// The number alone.
    pub const fn number(self) -> usize {
        match self {
            Count::Leaves(number) | Count::Adds(number) | Count::Has(number) | Count::Hides(number) => number,
        }
    }

    /// The count as text beside the label.
    pub fn text(self) -> String {
        match self {
            Count::Leaves(number) | Count::Has(number) => words::grouped(number),
            Count::Adds(number) => format!("+{}", words::grouped(number)),
            Count::Hides(number) => format!("−{}", words::grouped(number)),
        }
    }

    /// The unit after the number in the accessible name: "12 statements, chosen".
    pub const fn unit(self) -> &'static str {
        match (self, self.number() == 1) {
            (Count::Leaves(_), true) => " statement",
            (Count::Leaves(_), false) => " statements",
            (Count::Adds(_), true) => " more statement",
            (Count::Adds(_), false) => " more statements",
            (Count::Has(_), true) => " statement, chosen",
            (Count::Has(_), false) => " statements, chosen",
            (Count::Hides(_), true) => " statement, left out",
            (Count::Hides(_), false) => " statements, left out",
        }
    }
}
