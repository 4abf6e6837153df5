//! The map: the countries of actors marked, and acts of one country's actors about another's, or of both together, as
//! arcs.
//!
//! [`outlines()`] are a part of the program of their own, so nothing here may ask for them: whoever draws a map hands
//! them in. [`ground`](mod@ground) lays them out below the marks, which depends on the corpus alone. [`count`] counts
//! statements and acts, [`build`] makes the render model.
//!
//! An actor counts with its parts, as everywhere on the page: what an actor of a country is a part of has statements of
//! that country only where the registry gives it one, and a part has the country of its whole as well as its own.

mod build;
mod count;
mod crop;
mod drawing;
pub mod ground;
mod model;
mod outlines;
mod projection;
mod tabular;
mod words;

#[cfg(test)]
mod tests;

pub use build::map;
pub use count::codes;
pub use ground::{Ground, GroundCountry, ground};
pub use model::{Arc, ArcKind, Map, MapCountry};
pub use outlines::outlines;
