//! The purposes for which an annotation quotes its document.

/// The purpose of a quote. It decides in which part of the text the quote is searched, and the codes of its problems.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum QuoteKind {
    Content,
    Cue,
    Heading,
    Omit,
    DatedBy,
}

impl QuoteKind {
    /// The purpose, as a noun in messages.
    pub const fn noun(self) -> &'static str {
        match self {
            QuoteKind::Content => "quote",
            QuoteKind::Cue => "cue",
            QuoteKind::Heading => "heading",
            QuoteKind::Omit => "omitted stretch",
            QuoteKind::DatedBy => "dating",
        }
    }

    /// Code of the problem that the words do not occur.
    pub const fn missing_code(self) -> &'static str {
        match self {
            QuoteKind::Content => "briefing::quote::missing",
            QuoteKind::Cue => "briefing::cue::missing",
            QuoteKind::Heading => "briefing::heading::missing",
            QuoteKind::Omit => "briefing::omit::missing",
            QuoteKind::DatedBy => "briefing::dated-by::missing",
        }
    }

    /// Code of the problem that the words occur more than once.
    pub const fn ambiguous_code(self) -> &'static str {
        match self {
            QuoteKind::Content => "briefing::quote::ambiguous",
            QuoteKind::Cue => "briefing::cue::ambiguous",
            QuoteKind::Heading => "briefing::heading::ambiguous",
            QuoteKind::Omit => "briefing::omit::ambiguous",
            QuoteKind::DatedBy => "briefing::dated-by::ambiguous",
        }
    }

    /// Code of the problem that the words occur, but not with the given prefix and suffix.
    pub const fn context_code(self) -> &'static str {
        match self {
            QuoteKind::Content => "briefing::quote::context",
            QuoteKind::Cue => "briefing::cue::context",
            QuoteKind::Heading => "briefing::heading::context",
            QuoteKind::Omit => "briefing::omit::context",
            QuoteKind::DatedBy => "briefing::dated-by::context",
        }
    }

    /// Code of the problem that the words only occur where they split a grapheme cluster.
    pub const fn grapheme_code(self) -> &'static str {
        match self {
            // A heading is compared with whole blocks, which do not split clusters.
            QuoteKind::Content | QuoteKind::Heading => "briefing::quote::grapheme",
            QuoteKind::Cue => "briefing::cue::grapheme",
            QuoteKind::Omit => "briefing::omit::grapheme",
            QuoteKind::DatedBy => "briefing::dated-by::grapheme",
        }
    }
}
