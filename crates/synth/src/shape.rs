//! Shapes of corpora: the usual one, and extremes that readers bring.

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
}

/// The shapes that the command line knows, by name.
pub const SHAPES: [(&str, Shape); 6] = [
    ("usual", Shape::Usual),
    ("unrelated", Shape::Unrelated),
    ("one-document", Shape::OneDocument(5_000_000)),
    ("one-actor", Shape::OneActor),
    ("many-actors", Shape::ManyActors(10_000)),
    ("one-day", Shape::OneDay),
];

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

    /// The least number of bytes that the text of each document has.
    pub(crate) fn text_length(self) -> usize {
        match self {
            Shape::OneDocument(bytes) => bytes,
            _ => 0,
        }
    }
}
