//! What elements of `WordprocessingML` are, to every reader of them.

/// The noun for a document in messages.
pub(super) const NOUN: &str = "Word document (docx)";

/// Whether an element holds text that is displayed. `delText` is that of tracked deletions.
pub(super) fn is_text(name: &str) -> bool {
    name == "t"
}

/// Whether words before and after the end of an element are apart.
pub(super) fn is_break(name: &str) -> bool {
    matches!(name, "p" | "tab" | "br" | "cr" | "tc")
}
