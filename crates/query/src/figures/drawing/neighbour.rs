//! The link that an arrow key leads to from another: the nearest in that direction. A drawing is one stop of the
//! keyboard, and the arrow keys move within it.

use super::Area;

/// A direction on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To the left.
    Left,
    /// To the right.
    Right,
    /// Upwards.
    Up,
    /// Downwards.
    Down,
}

/// How much further away a link counts for each length that it is aside: so that a row is left only at its end.
const ASIDE: i64 = 5;

/// The index of the nearest link in a direction; `None` where there is none, or no link has the index `from`. What is
/// drawn over a link, as marks are over a cell, counts as inside of it and is reached in either direction.
pub fn neighbour(areas: &[Area], from: usize, direction: Direction) -> Option<usize> {
    let own = areas.get(from)?.centre();
    let mut nearest: Option<(i64, usize)> = None;
    for (index, area) in areas.iter().enumerate().filter(|&(index, _)| index != from) {
        let centre = area.centre();
        let (right, down) = (i64::from(centre.x - own.x), i64::from(centre.y - own.y));
        let (ahead, aside) = match direction {
            Direction::Left => (-right, down),
            Direction::Right => (right, down),
            Direction::Up => (-down, right),
            Direction::Down => (down, right),
        };
        let distance = ahead + ASIDE * aside.abs();
        if ahead > 0 && ahead >= aside.abs() / 4 && nearest.is_none_or(|(least, _)| distance < least) {
            nearest = Some((distance, index));
        }
    }
    nearest.map(|(_, index)| index)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two rows of three.
    fn grid() -> Vec<Area> {
        let area = |index: i32| Area { x: index % 3 * 100, y: index / 3 * 40, width: 80, height: 30 };
        (0..6).map(area).collect()
    }

    #[test]
    fn arrow_keys_go_along_rows_and_columns_and_stop_at_the_ends() {
        let grid = grid();
        let ways = |from| {
            [Direction::Left, Direction::Right, Direction::Up, Direction::Down].map(|way| neighbour(&grid, from, way))
        };
        assert_eq!(ways(0), [None, Some(1), None, Some(3)]);
        assert_eq!(ways(4), [Some(3), Some(5), Some(1), None]);
        assert_eq!(ways(5), [Some(4), None, Some(2), None]);
        assert_eq!(ways(6), [None; 4]);
        assert_eq!(neighbour(&[], 0, Direction::Left), None);
    }
}
