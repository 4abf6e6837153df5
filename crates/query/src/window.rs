//! The window over a long sequence of rows: which of them are near the reader's screen, and how high the blank space
//! is that stands for the others. What the rows are is up to others, such as [`crate::statements::window`]. Heights
//! and positions are in CSS pixels, positions from the top of the sequence.

/// Where the drawn rows begin and end, they do so at a multiple of this: most scroll events change nothing. It is
/// small because a click that changes the list draws all of them.
const STEP: usize = 4;

/// How far beyond the screen rows are drawn, in screens, in both directions.
const MARGIN: f64 = 0.75;

/// The height of rows and blank space from which on blank space is less high than the rows that it stands for.
/// Browsers keep scroll positions in 32-bit floats, which are exact to a pixel up to 2^23; Firefox clamps elements at
/// some 17.9 million pixels, Chromium at 33.5 million.
pub(crate) const MOST_HEIGHT: f64 = 8_000_000.0;

/// What the reader sees of the rows: the part between two positions.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Screen {
    /// The position of the upper edge; 0 where the rows begin below it.
    pub top: f64,
    /// The height.
    pub height: f64,
}

impl Screen {
    /// The screen of a height that has a position in its middle.
    pub(crate) fn around(position: f64, height: f64) -> Screen {
        Screen { top: (position - height / 2.0).max(0.0), height }
    }
}

/// The rows that are near the screen.
pub(crate) struct Near {
    /// The index of the first one.
    pub first: usize,
    /// The index of the first one after them.
    pub last: usize,
    /// The number of all rows.
    pub count: usize,
}

impl Near {
    /// Of rows of these heights, which are together `total`.
    pub fn of(heights: &mut dyn Iterator<Item = f64>, total: f64, Screen { top, height }: Screen) -> Near {
        // The sequence may have become shorter than what the reader had scrolled past.
        let top = top.min(total - height).max(0.0);
        let (from, to) = (top - height * MARGIN, top + height * (1.0 + MARGIN));
        let mut near = Near { first: 0, last: 0, count: 0 };
        let mut position = 0.0;
        for height in heights {
            near.count += 1;
            if position + height <= from {
                near.first = near.count;
            }
            if position < to {
                near.last = near.count;
            }
            position += height;
        }
        near
    }

    /// The same with the rows around one that has the focus at the edge of the window, so that a key can move it
    /// there.
    pub fn with_focus(mut self, focus: Option<usize>) -> Near {
        if let Some(focus) = focus.filter(|&focus| focus + STEP >= self.first && focus < self.last + STEP) {
            self.first = self.first.min(focus.saturating_sub(1));
            self.last = self.last.max(focus + 2);
        }
        self
    }

    /// The indices of the first row that is drawn and of the first one after those.
    pub fn drawn(&self) -> (usize, usize) {
        (self.first / STEP * STEP, self.last.next_multiple_of(STEP).min(self.count))
    }
}

/// The index of the row by which it is known what is on a screen of a height: the first one that begins on it, or else
/// the one that covers its upper edge. `tops` are how far the rows are below that edge, `end` how far the end of the
/// last one is.
pub fn row_on_screen(tops: &[f64], end: f64, height: f64) -> Option<usize> {
    let next = tops.partition_point(|top| *top < 0.0);
    let next_top = tops.get(next).copied();
    if next_top.is_some_and(|top| top < height) {
        return Some(next);
    }
    next.checked_sub(1).filter(|_| next_top.unwrap_or(end) > 0.0)
}

/// The height of blank space as a share of the height of the rows that it stands for, among rows that are together so
/// high.
pub(crate) fn blank_share(total: f64) -> f64 {
    if total > MOST_HEIGHT { MOST_HEIGHT / total } else { 1.0 }
}

/// The position at which a screen begins on which no row does, among rows that are together `total` high: `above` is
/// how far its upper edge is below the beginning of the first blank space, which is `before` high, `below` how far
/// above the end of the second one, which is `after` high.
pub(crate) fn position_of(total: f64, (before, after): (f64, f64), above: f64, below: f64) -> f64 {
    let height = |blank: f64, distance: f64| {
        let within = distance.min(blank);
        within / blank_share(total) + distance - within
    };
    if above <= before { height(before, above) } else { total - height(after, below) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_screen_is_known_by_what_begins_on_it_or_covers_it() {
        let row = |tops: &[f64], end: f64| row_on_screen(tops, end, 800.0);
        assert_eq!(row(&[-300.0, 100.0, 500.0], 900.0), Some(1));
        assert_eq!(row(&[0.0, 900.0], 1800.0), Some(0));
        assert_eq!(row(&[-900.0, -7.0, 851.0], 1300.0), Some(1), "a card that is higher than the screen");
        assert_eq!(row(&[-900.0, -7.0], 851.0), Some(1));
        assert_eq!(row(&[-900.0, -700.0], -20.0), None, "blank space after the rows");
        assert_eq!(row(&[820.0, 1000.0], 1300.0), None, "blank space before the rows");
        assert_eq!(row(&[], 100.0), None);
    }
}
