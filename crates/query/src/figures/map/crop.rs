//! What of the world a map shows: all of the small countries that are marked and most of the large ones, with some
//! land around them.

use super::outlines::{Country, DEGREE, HALF, Position, TURN};
use super::projection::Projection;
use crate::order;

/// How far from its mark a country is shown at least, where it is so large; to either side, and up and down.
const REACH: [i32; 2] = [18 * DEGREE, 12 * DEGREE];
/// The latitudes between which maps are: nobody lives beyond.
const LATITUDES: [i32; 2] = [-58 * DEGREE, 80 * DEGREE];
/// The least width of a map, in radians, and the share of it that is around what has to be shown.
const LEAST_WIDTH: f64 = 0.35;
const AROUND: f64 = 0.06;
/// The ratios of the width to the height of maps: the least and the largest.
const RATIOS: [f64; 2] = [1.4, 2.7];

/// A part of the world.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Crop {
    /// The projection.
    pub projection: Projection,
    /// The central meridian, in twentieths of a degree.
    pub meridian: i32,
    /// The left, upper, right and lower edge in the plane of the projection.
    pub edges: [f64; 4],
}

/// A stretch of longitudes or latitudes.
type Stretch = [i32; 2];

impl Crop {
    /// The part of the world with some countries; none of no country.
    pub fn around(countries: &[&Country]) -> Option<Crop> {
        let bounds: Vec<[Stretch; 2]> = countries.iter().map(|country| bounds(country)).collect();
        let [west, east] = window(bounds.iter().map(|bounds| bounds[0]).collect())?;
        let latitudes = bounds.iter().map(|bounds| bounds[1]);
        let [south, north] = latitudes.reduce(|a, b| [a[0].min(b[0]), a[1].max(b[1])])?;
        let meridian = i32::midpoint(west, east);
        let projection = Projection::of(east - west, i32::midpoint(south, north));
        let place = |longitude: i32, latitude: i32| projection.place([longitude, latitude]);
        let mut edges = [f64::MAX, f64::MAX, f64::MIN, f64::MIN];
        for [longitudes, latitudes] in bounds {
            for latitude in latitudes {
                for longitude in longitudes {
                    let [x, y] = place(relative(longitude, meridian), latitude);
                    edges = [edges[0].min(x), edges[1].min(y), edges[2].max(x), edges[3].max(y)];
                }
            }
        }
        let [left, top, right, bottom] = edges;
        let around = (right - left) * AROUND;
        let [width, height] = [right - left + 2.0 * around, bottom - top + 2.0 * around];
        let [least, largest] = RATIOS;
        let height = height.max(width / largest).max(LEAST_WIDTH / largest);
        let width = width.max(height * least);
        let [lowest, highest] = LATITUDES.map(|latitude| place(0, latitude)[1]);
        let outermost = place(HALF, 0)[0];
        let [left, right] = within(f64::midpoint(left, right), width, [-outermost, outermost]);
        let [top, bottom] = within(f64::midpoint(top, bottom), height, [highest, lowest]);
        Some(Crop { projection, meridian, edges: [left, top, right, bottom] })
    }
}

/// A stretch of a length around a middle, moved into another, and cut off where it is longer than that.
fn within(middle: f64, length: f64, [first, last]: [f64; 2]) -> [f64; 2] {
    let length = length.min(last - first);
    let begin = (middle - length / 2.0).max(first).min(last - length);
    [begin, begin + length]
}

/// A longitude as counted from the central meridian, at most half a turn.
pub fn relative(longitude: i32, meridian: i32) -> i32 {
    (longitude - meridian + HALF).rem_euclid(TURN) - HALF
}

/// The longitudes and latitudes of a country's largest polygon that are within reach of its mark.
fn bounds(country: &Country) -> [Stretch; 2] {
    let mark = country.mark;
    let ring: &[Position] = country.rings.first().map_or(&[], Vec::as_slice);
    [0, 1].map(|axis| {
        let mut stretch = [mark[axis]; 2];
        for point in ring {
            // A ring may be a turn away from its mark.
            let at = if axis == 0 { mark[0] + relative(point[0], mark[0]) } else { point[1] };
            stretch = [stretch[0].min(at), stretch[1].max(at)];
        }
        let reach = REACH[axis];
        [stretch[0].max(mark[axis] - reach), stretch[1].min(mark[axis] + reach)]
    })
}

/// The longitudes of a map, the right edge possibly more than half a turn: as atlases have them, with the Pacific at
/// the edges, unless a map that runs across it is much narrower. None of no stretch.
fn window(stretches: Vec<Stretch>) -> Option<Stretch> {
    let stretches = order::by_key(stretches, |stretch| [stretch[0], 0, 0]);
    let first = stretches.first()?[0];
    let mut last = first;
    // The largest gap, and where it ends.
    let mut gap = (0, first);
    for &[west, east] in &stretches {
        if west - last > gap.0 {
            gap = (west - last, west);
        }
        last = last.max(east);
    }
    let (width, across) = (last - first, TURN - gap.0);
    Some(if across * 4 < width * 3 { [gap.1, gap.1 + across] } else { [first, last] })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn degrees(stretches: &[Stretch]) -> Option<Stretch> {
        let window = window(stretches.iter().map(|stretch| stretch.map(|at| at * DEGREE)).collect())?;
        Some(window.map(|at| at / DEGREE))
    }

    #[test]
    fn a_map_runs_across_the_pacific_only_where_that_is_much_narrower() {
        assert_eq!(degrees(&[]), None);
        assert_eq!(degrees(&[[60, 70], [-110, -80], [30, 50]]), Some([-110, 70]));
        assert_eq!(degrees(&[[130, 145], [-125, -90], [115, 154]]), Some([115, 270]));
        assert_eq!(degrees(&[[10, 20]]), Some([10, 20]));
    }

    #[test]
    fn longitudes_are_counted_from_the_central_meridian_by_the_shorter_way() {
        let degrees = |longitude: i32, meridian: i32| relative(longitude * DEGREE, meridian * DEGREE) / DEGREE;
        assert_eq!((degrees(-170, 180), degrees(170, 180), degrees(10, -20)), (10, -10, 30));
    }

    #[test]
    fn a_stretch_is_moved_into_another_rather_than_cut_off() {
        let rounded = |middle: f64, length: f64| within(middle, length, [0.0, 4.0]).map(|end| end.round() as i32);
        assert_eq!((rounded(0.0, 2.0), rounded(3.0, 9.0)), ([0, 2], [0, 4]));
    }
}
