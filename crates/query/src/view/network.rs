//! What is chosen of the discourse network: what joins its nodes, and how ties are weighed. The names are those of
//! Discourse Network Analyzer; [`crate::figures::network`] has the formulas.

/// Which network is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct NetworkSettings {
    /// What joins two nodes.
    pub aggregation: Aggregation,
    /// What the weight of a tie is divided by.
    pub normalization: Normalization,
    /// Which statements count once.
    pub duplicates: Duplicates,
    /// Which ties are left out.
    pub threshold: Threshold,
}

/// The least weight of a tie that is shown, as a share of the strongest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
#[allow(missing_docs)]
pub enum Threshold {
    #[default]
    None,
    Tenth,
    Quarter,
    Half,
    ThreeQuarters,
}

impl Threshold {
    /// The share in percent.
    pub const fn percent(self) -> u8 {
        match self {
            Threshold::None => 0,
            Threshold::Tenth => 10,
            Threshold::Quarter => 25,
            Threshold::Half => 50,
            Threshold::ThreeQuarters => 75,
        }
    }
}

/// Which network is made of the counts. The names are those of the setting `qualifierAggregation` of Discourse Network
/// Analyzer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Aggregation {
    /// Actors joined by shared positions (one-mode, `congruence`).
    #[default]
    Congruence,
    /// Actors joined by opposed positions (one-mode, `conflict`).
    Conflict,
    /// Shared less opposed positions (one-mode, `subtract`).
    Subtract,
    /// Actors and topics, joined by statements for the topic less statements against it (two-mode, `subtract`).
    Affiliation,
}

impl Aggregation {
    /// Whether its nodes are actors and topics, and not actors alone.
    pub const fn is_two_mode(self) -> bool {
        matches!(self, Aggregation::Affiliation)
    }

    /// The normalisations that it can have; the first is the one that the program offers first.
    pub const fn normalizations(self) -> &'static [Normalization] {
        match self {
            Aggregation::Affiliation => &[Normalization::No, Normalization::Activity, Normalization::Prominence],
            _ => &[Normalization::Average, Normalization::No, Normalization::Jaccard, Normalization::Cosine],
        }
    }

    /// A normalisation, or the first that it can have where it cannot have this one.
    pub fn with(self, normalization: Normalization) -> Normalization {
        let own = self.normalizations();
        if own.contains(&normalization) { normalization } else { own[0] }
    }
}

/// What the weight of a tie is divided by, so that those who say most are not joined to everybody. The names are those
/// of the setting `normalization` of Discourse Network Analyzer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Normalization {
    /// Nothing (`no`).
    No,
    /// The average activity of the two actors (`average`); one-mode.
    #[default]
    Average,
    /// Their separate and their joint activity (`jaccard`); one-mode.
    Jaccard,
    /// The product of their activities (`cosine`); one-mode.
    Cosine,
    /// The activity of the actor (`activity`); two-mode.
    Activity,
    /// The number of statements on the topic (`prominence`); two-mode.
    Prominence,
}

/// Which statements with the same actor, topic and position count once. The names in brackets are those of the setting
/// `duplicates` of Discourse Network Analyzer; its settings by week, month and year are not offered, as many statements
/// here have a date that is none of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Duplicates {
    /// All statements count (`include`).
    #[default]
    Include,
    /// Those of one document count once (`document`).
    Document,
    /// Those of the whole range count once (`acrossrange`): the array is binary.
    AcrossRange,
}
