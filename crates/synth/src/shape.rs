//! Shapes of corpora: the usual one, and extremes that readers bring.

use crate::syllables::{self, Script};

/// What a corpus has much, little or nothing of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shape {
    /// Documents of twelve statements on average, five years of dates, relations.
    #[default]
    Usual,
    /// No relation between statements.
    Unrelated,
    /// All statements in one document, whose text has at least this many bytes.
    OneDocument(usize),
    /// One actor speaks, acts or is spoken of in every statement.
    OneActor,
    /// At least this many actors.
    ManyActors(usize),
    /// Every statement and every document is of the same day.
    OneDay,
    /// Nothing has a date, and the countries of states are ones that are on no map of the world.
    Unplaced,
    /// No statement takes a position, and no actor is of a camp.
    Unpositioned,
    /// This many topics.
    ManyTopics(usize),
    /// Names of actors, topics and camps, roles and titles have 200 characters; some names are one word.
    LongNames,
}

/// The shapes that the command line knows, by name.
pub const SHAPES: [(&str, Shape); 10] = [
    ("usual", Shape::Usual),
    ("unrelated", Shape::Unrelated),
    ("one-document", Shape::OneDocument(5_000_000)),
    ("one-actor", Shape::OneActor),
    ("many-actors", Shape::ManyActors(10_000)),
    ("one-day", Shape::OneDay),
    ("unplaced", Shape::Unplaced),
    ("unpositioned", Shape::Unpositioned),
    ("many-topics", Shape::ManyTopics(300)),
    ("long-names", Shape::LongNames),
];

/// Codes of [`Shape::Unplaced`]: what ISO 3166-1 leaves to its users, and Bouvet Island, which small maps leave out.
const COUNTRIES_ON_NO_MAP: [&str; 4] = ["ZZ", "QM", "BV", "XA"];

/// The characters of a name of [`Shape::LongNames`].
const LONG: usize = 200;

/// The day of all statements of [`Shape::OneDay`], counted from 1 January 2020.
const THE_DAY: u32 = 433;

impl Shape {
    /// The day on which everything is said, if there is one.
    pub(crate) fn day(self) -> Option<u32> {
        (self == Shape::OneDay).then_some(THE_DAY)
    }

    /// The number of actors of a corpus that would have this many otherwise.
    pub(crate) fn actors(self, usual: usize) -> usize {
        match self {
            Shape::ManyActors(number) => number.max(usual),
            _ => usual,
        }
    }

    /// The number of topics of a corpus that would have this many otherwise.
    pub(crate) fn topics(self, usual: usize) -> usize {
        match self {
            Shape::ManyTopics(number) => number,
            _ => usual,
        }
    }

    /// The country of a state, by the state's number.
    pub(crate) fn country(self, number: usize) -> Option<&'static str> {
        (self == Shape::Unplaced).then(|| COUNTRIES_ON_NO_MAP[number % COUNTRIES_ON_NO_MAP.len()])
    }

    /// A name as long as the shape has them. Every third is one word, as names in some languages are.
    pub(crate) fn name(self, name: String, number: usize) -> String {
        if self != Shape::LongNames {
            return name;
        }
        let is_one_word = number.is_multiple_of(3);
        let mut long = name;
        // Each word has at least one letter. One more than the length, see below.
        for next in (1..).take(LONG) {
            if long.chars().count() > LONG {
                break;
            }
            let word = syllables::name(number * LONG + next, Script::Latin);
            if is_one_word {
                long.push_str(&word.to_lowercase());
            } else {
                long.extend([" ", &word]);
            }
        }
        let mut letters = long.chars();
        let mut long: String = letters.by_ref().take(LONG).collect();
        // A name does not end with white space.
        if long.ends_with(' ') {
            long.pop();
            long.extend(letters.next());
        }
        long
    }

    /// The least number of bytes that the text of each document has.
    pub(crate) fn text_length(self) -> usize {
        match self {
            Shape::OneDocument(bytes) => bytes,
            _ => 0,
        }
    }
}
