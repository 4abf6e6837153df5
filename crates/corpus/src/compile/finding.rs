//! Problems as plain data, for editors and other programs: what a report renders for people.

use std::ops::Range;

use serde::Serialize;

/// An error in the corpus.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The code, such as `briefing::quote::missing`.
    pub code: &'static str,
    /// What is wrong.
    pub message: String,
    /// Where; absent where the problem is that something is missing, or cannot be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location: Option<Location>,
    /// What to do about it, in lines.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// Further places, each with what is to be seen there.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Location>,
}

/// A range in a file, in the lines and columns of text editors. Both are counted from one, columns in code points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Location {
    /// The path of the file, beginning with that of the folder as it was given.
    pub file: String,
    /// The line of the first character.
    pub line: usize,
    /// Its column.
    pub column: usize,
    /// The line of the end.
    pub end_line: usize,
    /// The column after the last character.
    pub end_column: usize,
    /// What is to be seen there; may be empty.
    pub label: String,
}

/// A change to a file by which a problem is solved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// The index of the file, in the order of the names.
    pub file: usize,
    /// The bytes that are replaced.
    pub range: Range<usize>,
    /// What replaces them.
    pub replacement: String,
}
