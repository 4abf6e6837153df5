//! From longitude and latitude to the plane. Both projections are polynomials, so that the program needs no
//! trigonometric functions for them.

use super::outlines::{DEGREE, Position};

/// A projection around a central meridian.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Projection {
    /// Natural Earth, for maps of a large part of the world: B. Šavrič, B. Jenny, T. Patterson, D. Petrovič and
    /// L. Hurni, "A polynomial equation for the Natural Earth projection", Cartography and Geographic Information
    /// Science 38 (2011).
    NaturalEarth,
    /// Equidistant cylindrical, true to scale along a parallel, for maps of a region: J. P. Snyder, "Map projections: a
    /// working manual" (1987), page 90. The number is the cosine of that parallel.
    Equidistant(f64),
}

/// The widest region that is shown in the equidistant projection, in twentieths of a degree.
const REGION: i32 = 110 * DEGREE;

impl Projection {
    /// The projection for a map so wide, around a parallel; both in twentieths of a degree.
    pub fn of(width: i32, parallel: i32) -> Projection {
        if width > REGION { Projection::NaturalEarth } else { Projection::Equidistant(cosine(radians(parallel))) }
    }

    /// The name.
    pub const fn name(self) -> &'static str {
        match self {
            Projection::NaturalEarth => "Natural Earth",
            Projection::Equidistant(_) => "equidistant cylindrical",
        }
    }

    /// The place of a position whose longitude is counted from the central meridian: to the right, and down. On the
    /// equator of a globe of radius 1, an arc is as long as its place.
    pub fn place(self, [longitude, latitude]: Position) -> [f64; 2] {
        let (x, y) = (radians(longitude), radians(latitude));
        match self {
            Projection::NaturalEarth => {
                let y2 = y * y;
                let y4 = y2 * y2;
                let across = 0.8707 - 0.131_979 * y2 + y4 * (-0.013_791 + y4 * (0.003_971 * y2 - 0.001_529 * y4));
                let up = 1.007_226 + y2 * (0.015_085 + y4 * (-0.044_475 + 0.028_874 * y2 - 0.005_916 * y4));
                [x * across, -y * up]
            }
            Projection::Equidistant(cosine) => [x * cosine, -y],
        }
    }
}

fn radians(twentieths: i32) -> f64 {
    f64::from(twentieths) * (std::f64::consts::PI / f64::from(180 * DEGREE))
}

/// The cosine of an angle of at most a right angle, by the first terms of its series: exact to a thousandth.
fn cosine(angle: f64) -> f64 {
    let square = angle * angle;
    1.0 - square / 2.0 * (1.0 - square / 12.0 * (1.0 - square / 30.0 * (1.0 - square / 56.0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_natural_earth_projection_gives_the_values_of_its_table() {
        // The length of parallels as a share of the equator's, and their distance from it as a share of the pole's.
        const TABLE: [(i32, f64, f64); 4] =
            [(0, 1.0, 0.0), (30, 0.957, 0.372), (60, 0.8196, 0.7346), (75, 0.716, 0.8936)];
        let place = |latitude: i32| Projection::NaturalEarth.place([180 * DEGREE, latitude * DEGREE]);
        let (half_equator, pole) = (0.8707 * std::f64::consts::PI, 0.8707 * 0.52 * std::f64::consts::PI);
        assert!((-place(90)[1] / pole - 1.0).abs() < 0.006, "{}", -place(90)[1] / pole);
        for (latitude, length, distance) in TABLE {
            let [x, y] = place(latitude);
            assert!((x / half_equator - length).abs() < 0.006, "{latitude}: {}", x / half_equator);
            assert!((-y / pole - distance).abs() < 0.006, "{latitude}: {}", -y / pole);
        }
    }

    #[test]
    fn a_region_is_true_to_scale_along_its_middle_parallel() {
        for latitude in [0, 10, 45, 60, 80] {
            let Projection::Equidistant(found) = Projection::of(30 * DEGREE, latitude * DEGREE) else {
                panic!("{latitude}")
            };
            assert!((found - f64::from(latitude).to_radians().cos()).abs() < 0.001, "{latitude}: {found}");
        }
        assert_eq!(Projection::of(200 * DEGREE, 0), Projection::NaturalEarth);
    }
}
