//! A document as it comes out of a file: its text in blocks, what was found out about it, and what became of the rest.

/// A document out of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The format that the file was read as.
    pub format: Format,
    /// The encoding of the file; `None` where the format says its own.
    pub encoding: Option<Encoding>,
    /// What was found out about the document.
    pub metadata: Metadata,
    /// The text, in order. At least one block; none is blank and none holds a blank line.
    pub blocks: Vec<Block>,
    /// What was left out of the text, what was changed in it, and what is doubtful.
    pub notes: Vec<Note>,
}

impl Document {
    /// The text as it is written into the corpus: a blank line between blocks, a line feed at the end.
    pub fn text(&self) -> String {
        let mut text = String::with_capacity(self.blocks.iter().map(|block| block.text.len() + 2).sum());
        for (index, block) in self.blocks.iter().enumerate() {
            text.push_str(if index > 0 { "\n\n" } else { "" });
            text.push_str(&block.text);
        }
        text.push('\n');
        text
    }
}

/// A format that documents are read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown (`CommonMark` with tables and footnotes).
    Markdown,
    /// HTML.
    Html,
    /// Office Open XML, a Word document (ISO/IEC 29500).
    Docx,
    /// `OpenDocument` text (ISO/IEC 26300).
    Odt,
    /// Portable Document Format (ISO 32000).
    Pdf,
}

impl Format {
    /// The format as a noun in messages.
    pub const fn noun(self) -> &'static str {
        match self {
            Format::Text => "plain text",
            Format::Markdown => "Markdown",
            Format::Html => "HTML",
            Format::Docx => "Word document (docx)",
            Format::Odt => "OpenDocument text (odt)",
            Format::Pdf => "PDF",
        }
    }
}

/// The encoding of a file, and how it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Encoding {
    /// Name in the WHATWG Encoding Standard.
    pub name: &'static str,
    /// How it was found.
    pub source: EncodingSource,
    /// The number of places at which bytes are no characters of the encoding; U+FFFD is there instead.
    pub malformed: usize,
}

/// How an encoding was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EncodingSource {
    /// The file begins with a byte order mark.
    ByteOrderMark,
    /// All bytes are valid.
    Valid,
    /// The file declares it.
    Declared,
    /// Zero bytes are where UTF-16 has them.
    ZeroBytes,
    /// Guessed from the frequencies of bytes.
    Guessed,
}

impl EncodingSource {
    /// The source in words that follow the name of the encoding.
    pub const fn describe(self) -> &'static str {
        match self {
            EncodingSource::ByteOrderMark => "by its byte order mark",
            EncodingSource::Valid => "all bytes are valid",
            EncodingSource::Declared => "as the file declares",
            EncodingSource::ZeroBytes => "by its zero bytes",
            EncodingSource::Guessed => "guessed from its bytes",
        }
    }
}

/// A block of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its words; lines end in a line feed, and the last one has none.
    pub text: String,
}

/// What a block of a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// The headline; only the first block.
    Title,
    /// A heading inside the text.
    Heading,
    /// Anything else: a paragraph, an entry of a list, a table, a note.
    Paragraph,
}

/// What was found out about a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// The headline, one line. Only a document under construction has none.
    pub title: Option<Found>,
    /// The date of publication, in EDTF.
    pub published: Option<Found>,
    /// A date in EDTF that the file gives, but not as that of publication.
    pub other_date: Option<Found>,
    /// The name of the outlet.
    pub outlet: Option<Found>,
    /// The names of the authors.
    pub author: Option<Found>,
    /// The language, a BCP 47 tag. Only a document under construction has none.
    pub language: Option<Found>,
    /// The address of the publication, http or https.
    pub url: Option<Found>,
    /// The date on which the text was retrieved from there, in EDTF: only what the file says. The day on which a file
    /// was created or imported is another one.
    pub retrieved: Option<Found>,
}

/// A value and where it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The value.
    pub value: String,
    /// Where it was found, as words after "from": "JSON-LD", "the first line".
    pub origin: String,
}

impl Found {
    pub(crate) fn new(value: impl Into<String>, origin: impl Into<String>) -> Self {
        Found { value: value.into(), origin: origin.into() }
    }

    /// A value that is not blank.
    pub(crate) fn some(value: &str, origin: impl Into<String>) -> Option<Self> {
        let value = value.trim();
        (!value.is_empty()).then(|| Found::new(value, origin))
    }
}

/// A remark on what became of the content of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Whether something is missing, different or doubtful.
    pub kind: NoteKind,
    /// What it is about, a sentence without a full stop that begins in lower case.
    pub message: String,
    /// The words of the document that it is about; may be empty.
    pub words: String,
}

/// The kinds of remark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoteKind {
    /// Content of the file that is not in the text.
    LeftOut,
    /// Content of the file that is in the text in another form.
    Changed,
    /// What somebody has to look at.
    Doubt,
}

/// A document under construction, as a format's reader leaves it: blocks may be blank or hold any character.
#[derive(Clone, Debug, Default)]
pub(crate) struct Draft {
    pub metadata: Metadata,
    pub blocks: Vec<Block>,
    pub notes: Vec<Note>,
}

impl Draft {
    pub fn push(&mut self, kind: BlockKind, text: impl Into<String>) {
        let text = text.into();
        if !text.trim().is_empty() {
            self.blocks.push(Block { kind, text });
        }
    }

    /// Notes that something is left out, with its words.
    pub fn leave_out(&mut self, message: impl Into<String>, words: &str) {
        self.note(NoteKind::LeftOut, message, words);
    }

    /// Notes a number of things that are left out, unless it is 0. The noun is given for one and for several.
    pub fn leave_out_count(&mut self, count: usize, one: &str, several: &str) {
        if let Some(counted) = counted(count, one, several) {
            self.note(NoteKind::LeftOut, counted, "");
        }
    }

    pub fn change(&mut self, message: impl Into<String>) {
        self.note(NoteKind::Changed, message, "");
    }

    pub fn doubt(&mut self, message: impl Into<String>) {
        self.note(NoteKind::Doubt, message, "");
    }

    pub fn note(&mut self, kind: NoteKind, message: impl Into<String>, words: &str) {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        self.notes.push(Note { kind, message: message.into(), words });
    }
}

/// A number with its noun, unless it is 0.
pub(crate) fn counted(count: usize, one: &str, several: &str) -> Option<String> {
    match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        _ => Some(format!("{count} {several}")),
    }
}
