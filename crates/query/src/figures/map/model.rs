//! The render model of a map.

use corpus::Hue;

use super::ground::Ground;
use crate::language::{Localizable, Phrase};

/// The countries of the actors of some statements, and acts between them. Without any,
/// [`sentence`](Self::sentence) says why.
#[derive(Clone, Debug, PartialEq)]
pub struct Map {
    /// What is below the marks.
    pub ground: std::sync::Arc<Ground>,
    /// The countries with statements, those with most first.
    pub countries: Vec<MapCountry>,
    /// The acts that join two countries, those that join most often first.
    pub arcs: Vec<Arc>,
    /// What is to be seen.
    pub sentence: Phrase,
    /// What was left out, and what the map is made of; a sentence each.
    pub notes: Vec<Phrase>,
}

/// A country with statements.
#[derive(Clone, Debug, PartialEq)]
pub struct MapCountry {
    /// The code of ISO 3166-1 alpha-2, or one that it leaves to its users.
    pub code: &'static str,
    /// The name: of the state in the briefing, or else in English, or else the code.
    pub name: Localizable,
    /// The index of its outline in [`Ground::countries`]; none where it is on no map.
    pub place: Option<usize>,
    /// The accent colour of the state's camp.
    pub hue: Option<Hue>,
    /// The number of statements of its actors or about them.
    pub count: usize,
    /// The link to these.
    pub href: String,
    /// What a screen reader says: "Uzbekistan: 12 statements of or about 3 actors".
    pub spoken: Phrase,
}

/// How acts join two countries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArcKind {
    /// Actors of the first act, and the act is about actors of the other.
    Toward,
    /// Actors of both act.
    Together,
}

/// Acts that join two countries.
#[derive(Clone, Debug, PartialEq)]
pub struct Arc {
    /// How they join them.
    pub kind: ArcKind,
    /// The indices of the countries in [`Map::countries`].
    pub ends: [usize; 2],
    /// The number of acts.
    pub count: usize,
    /// The link to the acts.
    pub href: String,
    /// What a screen reader says: "Russia toward Kazakhstan: 3 acts".
    pub spoken: Phrase,
}
