//! The link that an arrow key leads to from another: the nearest in that direction. A drawing is one stop of the
//! keyboard, and the arrow keys move within it.

use std::sync::OnceLock;

use super::{Area, Point};

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

/// The height of a row, in tenths of pixels: what ends within one is beside each other.
const ROW: i32 = 240;

/// The links of a drawing, as the keyboard goes through them.
#[derive(Debug)]
pub struct Neighbours {
    areas: Vec<Area>,
    /// Whether the nearest links lead from the entry to all others; found at the first key.
    reaches_all: OnceLock<bool>,
}

impl Neighbours {
    /// The links with these areas, in the order in which they are drawn.
    pub const fn new(areas: Vec<Area>) -> Self {
        Self { areas, reaches_all: OnceLock::new() }
    }

    /// The centre of a link.
    pub fn centre(&self, index: usize) -> Option<Point> {
        self.areas.get(index).map(|area| area.centre())
    }

    /// The index of the link at which the keyboard enters: the nearest to the place where the reader was, or else the
    /// first of the uppermost ones. 0 where there is none.
    pub fn entry(&self, was: Option<Point>) -> usize {
        let distance = |area: &Area| match was {
            Some(was) => {
                let centre = area.centre();
                i64::from(centre.x - was.x).pow(2) + i64::from(centre.y - was.y).pow(2)
            }
            None => i64::from((area.y + area.height) / ROW),
        };
        let nearest = self.areas.iter().enumerate().min_by_key(|(_, area)| distance(area));
        nearest.map_or(0, |(index, _)| index)
    }

    /// The index of the link that an arrow key leads to; `None` where there is none in that direction, or no link has
    /// the index `from`. Arrow keys reach every link: where the nearest ones leave some out, as among scattered points,
    /// left and right go through all in the order of their centres.
    pub fn next(&self, from: usize, direction: Direction) -> Option<usize> {
        let is_sideways = matches!(direction, Direction::Left | Direction::Right);
        if !is_sideways || *self.reaches_all.get_or_init(|| self.nearest_reach_all()) {
            return nearest(&self.areas, from, direction);
        }
        let place = |index: usize| self.centre(index).map(|centre| (centre.x, centre.y, index));
        let own = place(from)?;
        let others = (0..self.areas.len()).filter_map(place);
        let next = match direction {
            Direction::Right => others.filter(|other| *other > own).min(),
            _ => others.filter(|other| *other < own).max(),
        };
        next.map(|(_, _, index)| index)
    }

    /// Whether the nearest links lead to all. Takes time in proportion to the square of their number.
    fn nearest_reach_all(&self) -> bool {
        let mut is_reached = vec![false; self.areas.len()];
        let mut found = vec![self.entry(None)];
        while let Some(link) = found.pop() {
            if is_reached.get(link) == Some(&false) {
                is_reached[link] = true;
                let directions = [Direction::Left, Direction::Right, Direction::Up, Direction::Down];
                found.extend(directions.into_iter().filter_map(|direction| nearest(&self.areas, link, direction)));
            }
        }
        is_reached.into_iter().all(|is_reached| is_reached)
    }
}

/// The index of the nearest link in a direction; `None` where there is none, or no link has the index `from`. What is
/// drawn over a link, as marks are over a cell, counts as inside of it and is reached in either direction. Of links
/// with the same centre, as ribbons that cross have, each is below and right of those drawn before it.
fn nearest(areas: &[Area], from: usize, direction: Direction) -> Option<usize> {
    let own = areas.get(from)?.centre();
    let mut nearest: Option<([i64; 2], usize)> = None;
    for (index, area) in areas.iter().enumerate().filter(|&(index, _)| index != from) {
        let centre = area.centre();
        let (right, down) = (i64::from(centre.x - own.x), i64::from(centre.y - own.y));
        let (ahead, aside, size) = match direction {
            Direction::Left => (-right, down, area.height),
            Direction::Right => (right, down, area.height),
            Direction::Up => (-down, right, area.width),
            Direction::Down => (down, right, area.width),
        };
        // A link that is straight ahead with any part of it is not aside.
        let beyond = (aside.abs() - i64::from(size / 2)).max(0);
        // The later ones of the same centre come before everything that is further away, the next one first.
        let is_later = matches!(direction, Direction::Right | Direction::Down) == (index > from);
        let (is_ahead, distance) = if (right, down) == (0, 0) {
            (is_later, index.abs_diff(from) as i64 - areas.len() as i64)
        } else {
            (ahead > 0 && ahead >= beyond / 4, ahead + ASIDE * beyond)
        };
        let distance = [distance, aside.abs()];
        if is_ahead && nearest.is_none_or(|(least, _)| distance < least) {
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
        let area = |index: i32| Area { x: index % 3 * 1000, y: index / 3 * 400, width: 800, height: 300 };
        (0..6).map(area).collect()
    }

    #[test]
    fn links_with_one_centre_are_reached_one_after_the_other() {
        let area = |x| Area { x, y: 0, width: 80, height: 30 };
        let areas = Neighbours::new([0, 100, 100, 100, 200].map(area).to_vec());
        let way = |begin, direction| {
            let next = |&from: &usize| areas.next(from, direction);
            std::iter::successors(Some(begin), next).collect::<Vec<_>>()
        };
        assert_eq!(way(0, Direction::Right), [0, 1, 2, 3, 4]);
        assert_eq!(way(4, Direction::Left), [4, 1, 0], "the others are a step back");
    }

    #[test]
    fn the_keyboard_enters_at_the_top_and_again_where_the_reader_was() {
        let mut grid = grid();
        assert_eq!(Neighbours::new(grid.clone()).entry(None), 0);
        // What is drawn first may be anywhere.
        grid.rotate_left(4);
        let links = Neighbours::new(grid.clone());
        assert_eq!(links.entry(None), 2);
        for (index, area) in grid.iter().enumerate() {
            assert_eq!(links.entry(Some(area.centre())), index);
        }
        let left = Neighbours::new(grid[..2].to_vec());
        assert_eq!(left.entry(Some(Point { x: 9000, y: 9000 })), 1, "the nearest of those that are left");
        assert_eq!(Neighbours::new(Vec::new()).entry(None), 0);
    }

    #[test]
    fn arrow_keys_go_along_rows_and_columns_and_stop_at_the_ends() {
        let grid = Neighbours::new(grid());
        let ways =
            |from| [Direction::Left, Direction::Right, Direction::Up, Direction::Down].map(|way| grid.next(from, way));
        assert_eq!(ways(0), [None, Some(1), None, Some(3)]);
        assert_eq!(ways(4), [Some(3), Some(5), Some(1), None]);
        assert_eq!(ways(5), [Some(4), None, Some(2), None]);
        assert_eq!(ways(6), [None; 4]);
        assert_eq!(Neighbours::new(Vec::new()).next(0, Direction::Left), None);
    }

    #[test]
    fn sideways_keys_reach_all_of_scattered_points() {
        let area = |(x, y)| Area { x, y, width: 100, height: 100 };
        let points = [(1000, 1100), (2225, 1368), (854, 492), (580, 614), (259, 766), (751, 776), (1133, 1299)];
        let links = Neighbours::new(points.map(area).to_vec());
        let first = (0..points.len()).min_by_key(|&index| points[index]);
        let way = std::iter::successors(first, |&from| links.next(from, Direction::Right));
        let way: Vec<_> = way.map(|index| points[index]).collect();
        assert!(links.nearest_reach_all() || (way.len() == points.len() && way.is_sorted()), "{way:?}");
    }
}
