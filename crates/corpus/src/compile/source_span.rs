//! Ranges in the files of a corpus: what a problem points to.

use std::ops::Range;

/// A file of the corpus, by its index in the order of the names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct FileId(pub usize);

/// A range of a file, in bytes, end exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct SourceSpan {
    pub file: FileId,
    pub start: usize,
    pub end: usize,
}

impl SourceSpan {
    pub fn new(file: FileId, range: Range<usize>) -> Self {
        SourceSpan { file, start: range.start, end: range.end }
    }

    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

/// A value with its range in the file it was read from.
#[derive(Clone, Debug)]
pub(super) struct Located<T> {
    pub value: T,
    pub span: SourceSpan,
}
