//! What is below the marks of a map: land, and the outlines of the countries of a corpus, laid out for a width of
//! [`WIDTH`]. Made once for a corpus, whatever is filtered, so that a map does not move under its reader.

use super::crop::{Crop, relative};
use super::outlines::{Country, HALF, TURN, countries};
use crate::figures::drawing::Point;

/// The width that maps are laid out for, from which they are scaled down.
pub const WIDTH: i32 = 20_000;

/// The least distance of two points of an outline, across and down together.
const APART: i32 = 12;

/// The ground of a map, laid out for a width of [`WIDTH`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ground {
    /// The height; zero where no country is on it.
    pub height: i32,
    /// The name of the projection.
    pub projection: &'static str,
    /// The countries that were asked for, in their order; none where no outline has the code.
    pub countries: Vec<Option<GroundCountry>>,
    /// The rings of all other land.
    pub land: Vec<Ring>,
}

/// A country on the ground.
#[derive(Clone, Debug, PartialEq)]
pub struct GroundCountry {
    /// The English name.
    pub name: &'static str,
    /// The place of its mark.
    pub mark: Point,
    /// The rings of its outline, holes among them.
    pub rings: Vec<Ring>,
}

/// A closed line without its last step.
pub type Ring = Vec<Point>;

/// Lays out the ground of a map of countries, by their codes of ISO 3166-1 alpha-2, from [`outlines`].
///
/// [`outlines`]: super::outlines()
#[must_use]
pub fn ground(outlines: &'static [u8], codes: &[&str]) -> Ground {
    let countries = countries(outlines);
    let find = |code: &&str| countries.iter().find(|country| country.code == *code);
    let found: Vec<&Country> = codes.iter().filter_map(find).collect();
    let Some(crop) = Crop::around(&found) else {
        return Ground { countries: vec![None; codes.len()], ..Ground::default() };
    };
    let [left, top, right, bottom] = crop.edges;
    let scale = f64::from(WIDTH) / (right - left);
    let place = |[x, y]: [f64; 2]| Point { x: ((x - left) * scale) as i32, y: ((y - top) * scale) as i32 };
    let size = [WIDTH, ((bottom - top) * scale) as i32];
    let laid_out = |country: &Country| {
        let mut rings = Vec::new();
        for ring in &country.rings {
            // A ring is cut where the map ends, and its other part is at the other end of the map.
            for turn in [-TURN, 0, TURN] {
                let points = ring.iter().map(|&[x, y]| [x - crop.meridian + turn, y]);
                let points: Vec<[i32; 2]> = points.collect();
                let points = clipped(clipped(points, 0, -HALF, false), 0, HALF, true);
                let points: Vec<[i32; 2]> =
                    points.into_iter().map(|at| place(crop.projection.place(at))).map(|at| [at.x, at.y]).collect();
                let mut points = thinned(points);
                for (axis, &end) in size.iter().enumerate() {
                    points = clipped(clipped(points, axis, 0, false), axis, end, true);
                }
                if points.len() > 2 {
                    rings.push(points.into_iter().map(|[x, y]| Point { x, y }).collect());
                }
            }
        }
        rings
    };
    let named = |code: &&str| {
        find(code).map(|country| {
            let [longitude, latitude] = country.mark;
            let at = [relative(longitude, crop.meridian), latitude];
            GroundCountry { name: country.name, mark: place(crop.projection.place(at)), rings: laid_out(country) }
        })
    };
    let others = countries.iter().filter(|country| !codes.contains(&country.code));
    Ground {
        height: size[1],
        projection: crop.projection.name(),
        countries: codes.iter().map(named).collect(),
        land: others.flat_map(laid_out).collect(),
    }
}

/// The part of a polygon on one side of a line along the other axis (I. E. Sutherland and G. W. Hodgman, "Reentrant
/// polygon clipping", 1974).
fn clipped(points: Vec<[i32; 2]>, axis: usize, bound: i32, is_most: bool) -> Vec<[i32; 2]> {
    let is_in = |point: [i32; 2]| if is_most { point[axis] <= bound } else { point[axis] >= bound };
    if points.iter().all(|&point| is_in(point)) {
        return points;
    }
    let mut kept = Vec::new();
    let Some(&last) = points.last() else { return kept };
    let mut before = last;
    for point in points {
        if is_in(point) != is_in(before) {
            let other = 1 - axis;
            let part = i64::from(bound - before[axis]) * i64::from(point[other] - before[other])
                / i64::from(point[axis] - before[axis]);
            let mut crossing = [bound; 2];
            crossing[other] = before[other] + part as i32;
            kept.push(crossing);
        }
        if is_in(point) {
            kept.push(point);
        }
        before = point;
    }
    kept
}

/// Points without those that are next to the one before.
fn thinned(points: Vec<[i32; 2]>) -> Vec<[i32; 2]> {
    let mut kept: Vec<[i32; 2]> = Vec::with_capacity(points.len());
    for point in points {
        let is_near = |last: &[i32; 2]| (point[0] - last[0]).abs() + (point[1] - last[1]).abs() < APART;
        if !kept.last().is_some_and(is_near) {
            kept.push(point);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::map::outlines;

    #[test]
    fn a_polygon_is_cut_along_a_line() {
        let square = vec![[0, 0], [10, 0], [10, 10], [0, 10]];
        assert_eq!(clipped(square.clone(), 0, 20, true), square);
        assert_eq!(clipped(square.clone(), 0, 4, true), [[0, 0], [4, 0], [4, 10], [0, 10]]);
        assert_eq!(clipped(square.clone(), 1, 5, false), [[0, 5], [10, 5], [10, 10], [0, 10]]);
        assert_eq!(clipped(square, 0, -1, true), Vec::<[i32; 2]>::new());
    }

    #[test]
    fn every_country_has_its_mark_on_a_map_of_its_own_and_on_one_with_any_other() {
        let countries = countries(outlines());
        let codes: Vec<&str> = countries.iter().map(|country| country.code).filter(|code| *code != "  ").collect();
        for codes in codes.iter().map(|code| vec![*code]).chain(codes.windows(2).map(<[&str]>::to_vec)) {
            let ground = ground(outlines(), &codes);
            let ratio = f64::from(WIDTH) / f64::from(ground.height);
            assert!((1.2..3.0).contains(&ratio), "{codes:?}: {ratio}");
            for country in ground.countries {
                let GroundCountry { name, mark, rings } = country.expect("it has an outline");
                assert!((0..=WIDTH).contains(&mark.x) && (0..=ground.height).contains(&mark.y), "{name}: {mark}");
                assert!(rings.iter().flatten().all(|at| at.x >= 0 && at.x <= WIDTH), "{name}");
            }
        }
    }

    #[test]
    fn the_whole_world_is_a_map_too() {
        let countries = countries(outlines());
        let codes: Vec<&str> = countries.iter().map(|country| country.code).collect();
        let ground = ground(outlines(), &codes);
        assert_eq!((ground.projection, ground.land.len()), ("Natural Earth", 0));
        assert!(ground.countries.iter().flatten().all(|country| (0..=WIDTH).contains(&country.mark.x)));
    }

    #[test]
    fn codes_without_an_outline_have_no_place() {
        assert_eq!(ground(outlines(), &["XM", "ZZ"]), Ground { countries: vec![None, None], ..Ground::default() });
        let ground = ground(outlines(), &["UZ", "XK"]);
        assert_eq!(ground.countries[0].as_ref().map(|country| country.name), Some("Uzbekistan"));
        assert_eq!((ground.countries[1].as_ref(), ground.projection), (None, "equidistant cylindrical"));
    }
}
