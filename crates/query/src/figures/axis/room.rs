//! How much room there is on the axis, and how much of it labels need.

use super::model::AxisPosition;
use crate::figures::drawing::{Style, measure};

/// Distance between labels, in tenths of a CSS pixel.
pub const APART: i32 = 80;
/// The largest number of dots on a mark; the rest is a number.
pub const MOST_DOTS: usize = 12;
/// The length of what is drawn of a time that goes on beyond its known day, in tenths of a CSS pixel.
pub const OPEN: i32 = 240;

/// The room for an axis.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    /// The width, in tenths of a CSS pixel.
    pub width: i32,
    /// The largest number of lanes.
    pub lanes: usize,
}

impl Room {
    /// The least room of the axis on the start page. The style sheet has its width in units of the text size.
    pub const LEAST: Room = Room { width: 5000, lanes: 5 };

    /// A width in tenths of a CSS pixel as a share of the axis.
    pub fn share(self, tenths: i32) -> u32 {
        u32::try_from(tenths).unwrap_or_default() * AxisPosition::END.0 / self.width.unsigned_abs().max(1)
    }

    /// The share that a label needs, with the distance to the next one.
    pub fn of(self, label: &str) -> u32 {
        self.share(measure::width(label, Style::Small) + APART)
    }
}
