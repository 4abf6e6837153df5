//! The outlines of countries, read from `map/countries.bin`, which `map/make.mjs` makes of Natural Earth.
//!
//! The format: numbers are LEB128, those with a sign zigzag before. Positions are longitude and latitude in twentieths
//! of a degree.
//!
//! - The number of arcs; for each, the number of its points and the points, each as the difference from the point
//!   before, across arcs as well. Neighbours share arcs.
//! - The number of countries; for each, the code of ISO 3166-1 (two bytes, spaces where there is none), the length of
//!   the English name and the name, the position of its mark, the number of its rings, the largest first, and for each
//!   the number of its arcs and the arcs: the difference from the arc after the last one that was named, and a byte
//!   that is 1 where the arc runs the other way.

/// Twentieths of a degree: the units of positions.
pub const DEGREE: i32 = 20;
/// A full turn, and a half.
pub const TURN: i32 = 360 * DEGREE;
pub const HALF: i32 = TURN / 2;

/// The bytes of the file. They are a part of the program of their own, so nothing here may ask for them: whoever draws
/// a map hands them in.
#[must_use]
pub fn outlines() -> &'static [u8] {
    include_bytes!("../../../map/countries.bin")
}

/// Longitude and latitude in twentieths of a degree.
pub type Position = [i32; 2];

/// A country.
#[derive(Debug)]
pub struct Country {
    /// The code of ISO 3166-1 alpha-2; two spaces for land without one.
    pub code: &'static str,
    /// The English name.
    pub name: &'static str,
    /// The position of its mark.
    pub mark: Position,
    /// The rings of its polygons and of holes in these, which run the other way; the largest first. Where one crosses
    /// the antimeridian, its longitudes go on beyond 180 degrees.
    pub rings: Vec<Vec<Position>>,
}

/// All countries in [`outlines`], by code.
pub fn countries(outlines: &'static [u8]) -> Vec<Country> {
    let mut reader = Reader(outlines);
    let mut at = [0, 0];
    let arcs: Vec<Vec<Position>> = (0..reader.number())
        .map(|_| {
            let points = reader.number();
            (0..points)
                .map(|_| {
                    at = [at[0] + reader.signed(), at[1] + reader.signed()];
                    at
                })
                .collect()
        })
        .collect();
    let mut next = 0;
    (0..reader.number())
        .map(|_| {
            let code = reader.text(2);
            let length = reader.number();
            let name = reader.text(length as usize);
            let mark = [reader.signed(), reader.signed()];
            let rings = (0..reader.number())
                .map(|_| {
                    let mut ring = Vec::new();
                    for _ in 0..reader.number() {
                        let index = next + reader.signed();
                        next = index + 1;
                        let is_turned = reader.number() == 1;
                        let arc = usize::try_from(index).ok().and_then(|index| arcs.get(index));
                        let arc = arc.map_or(&[][..], Vec::as_slice);
                        // The last point of an arc is the first of the next.
                        let points = arc.len().saturating_sub(1);
                        if is_turned {
                            ring.extend(arc.iter().rev().take(points));
                        } else {
                            ring.extend(arc.iter().take(points));
                        }
                    }
                    without_jumps(ring)
                })
                .collect();
            Country { code, name, mark, rings }
        })
        .collect()
}

/// A ring in which no longitude is more than half a turn from the one before.
fn without_jumps(mut ring: Vec<Position>) -> Vec<Position> {
    let mut turns = 0;
    for index in 1..ring.len() {
        let step = ring[index][0] + turns - ring[index - 1][0];
        turns -= (step + step.signum() * HALF) / TURN * TURN;
        ring[index][0] += turns;
    }
    ring
}

/// Reads numbers and texts. What is read beyond the end is zero: the file is a part of the program, and a test reads
/// all of it.
struct Reader(&'static [u8]);

impl Reader {
    fn number(&mut self) -> u32 {
        let (mut number, mut shift) = (0, 0);
        while let Some((&byte, rest)) = self.0.split_first() {
            self.0 = rest;
            number |= u32::from(byte & 127) << shift;
            shift += 7;
            if byte < 128 {
                break;
            }
        }
        number
    }

    fn signed(&mut self) -> i32 {
        let number = self.number().cast_signed();
        (number >> 1) ^ -(number & 1)
    }

    fn text(&mut self, length: usize) -> &'static str {
        let (text, rest) = self.0.split_at_checked(length).unwrap_or_default();
        self.0 = rest;
        std::str::from_utf8(text).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_read_to_its_end_and_every_country_has_a_place_on_earth() {
        let countries = countries(outlines());
        assert!(countries.len() > 200, "{}", countries.len());
        for Country { code, name, mark, rings } in &countries {
            assert!(code.len() == 2 && (name.is_empty() == (*code == "  ")), "{code} {name}");
            for [x, y] in rings.iter().flatten().chain([mark]) {
                assert!(x.abs() < TURN && y.abs() <= 90 * DEGREE, "{code}: {x} {y}");
            }
            assert!(mark[0].abs() <= HALF, "{code}");
            assert!(rings.iter().all(|ring| ring.len() > 2), "{code}");
        }
        let codes: Vec<_> = countries.iter().map(|country| country.code).collect();
        assert!(codes.is_sorted_by(|a, b| a < b), "each once: {codes:?}");
    }

    #[test]
    fn tashkent_is_in_uzbekistan_and_moscow_is_not() {
        let countries = countries(outlines());
        let uzbekistan = countries.iter().find(|country| country.code == "UZ").expect("it has an outline");
        assert_eq!(uzbekistan.name, "Uzbekistan");
        assert!(is_inside(&uzbekistan.rings[0], [1385, 826]));
        assert!(!is_inside(&uzbekistan.rings[0], [752, 1115]));
        for country in countries.iter().filter(|country| !country.rings.is_empty()) {
            assert!(country.rings.iter().any(|ring| is_near(ring, country.mark)), "{}", country.code);
        }
    }

    /// By the number of edges that a ray to the right crosses.
    fn is_inside(ring: &[Position], [x, y]: Position) -> bool {
        let edges = ring.iter().zip(ring.iter().cycle().skip(1));
        let crossed = edges.filter(|&(&[ax, ay], &[bx, by])| {
            (ay > y) != (by > y) && i64::from(x - ax) * i64::from(by - ay) < i64::from(bx - ax) * i64::from(y - ay)
                || (ay > y) != (by > y) && by < ay && {
                    i64::from(x - ax) * i64::from(by - ay) > i64::from(bx - ax) * i64::from(y - ay)
                }
        });
        crossed.count() % 2 == 1
    }

    /// Inside the bounds of a ring, or a degree beside them: tiny islands have few points.
    fn is_near(ring: &[Position], at: Position) -> bool {
        [0, 1].iter().all(|&axis| {
            let values = || ring.iter().map(|point| point[axis]);
            let (least, most) = (values().min().unwrap_or_default(), values().max().unwrap_or_default());
            (least - DEGREE..=most + DEGREE).contains(&at[axis])
        })
    }
}
