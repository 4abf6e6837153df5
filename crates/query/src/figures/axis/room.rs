//! How much room there is on the axis, and how much of it labels need.

use super::model::AxisPosition;
use crate::figures::drawing::{Style, measure};

/// The narrowest width of the axis, in tenths of a CSS pixel. The style sheet has it in units of the text size.
pub const NARROWEST: i32 = 5000;
/// The largest number of lanes.
pub const LANES: usize = 5;
/// Distance between labels, in tenths of a CSS pixel.
pub const APART: i32 = 80;
/// The largest number of dots on a mark; the rest is a number.
pub const MOST_DOTS: usize = 12;

/// A width in tenths of a CSS pixel as a share of the narrowest axis.
pub fn width(tenths: i32) -> u32 {
    u32::try_from(tenths).unwrap_or_default() * AxisPosition::END.0 / NARROWEST.unsigned_abs()
}

/// The share of the narrowest axis that a label needs, with the distance to the next one.
pub fn room(label: &str) -> u32 {
    width(measure::width(label, Style::Small) + APART)
}
