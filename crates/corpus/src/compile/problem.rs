//! Problems of a corpus, and the report that shows all of them at once.
//!
//! A [`Problem`] is plain data that the checks write down; a [`Report`] joins problems with the files they point into
//! and draws them with miette. What a problem means is decided where it is found, not here.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use miette::{Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, Severity, SourceCode, SourceSpan};

use super::characters::visible;
use super::source::{Source, Sources};

/// A file of the corpus: its place in the order of the names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct FileId(pub usize);

/// A stretch of a file, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Place {
    pub file: FileId,
    pub start: usize,
    pub end: usize,
}

impl Place {
    pub fn new(file: FileId, range: Range<usize>) -> Self {
        Place { file, start: range.start, end: range.end }
    }
}

/// Something wrong with the corpus.
#[derive(Clone, Debug)]
pub(super) struct Problem {
    code: &'static str,
    severity: Severity,
    message: String,
    file: Option<FileId>,
    labels: Vec<(Place, String)>,
    notes: Vec<(Place, String)>,
    help: Option<String>,
    /// Whether the help holds something to copy, which a line break would spoil.
    unbroken: bool,
}

impl Problem {
    pub fn new(code: &'static str, message: impl Into<String>) -> Self {
        Problem {
            code,
            severity: Severity::Error,
            message: message.into(),
            file: None,
            labels: Vec::new(),
            notes: Vec::new(),
            help: None,
            unbroken: false,
        }
    }

    /// Which file it is about, where no label says so.
    pub fn of(mut self, file: FileId) -> Self {
        self.file = Some(file);
        self
    }

    /// Underlines a place. The first label is where the problem is; one in another file is shown below it.
    pub fn label(mut self, place: Place, text: impl Into<String>) -> Self {
        let file = *self.file.get_or_insert(place.file);
        let list = if file == place.file { &mut self.labels } else { &mut self.notes };
        list.push((place, text.into()));
        self
    }

    /// Shows a place on its own below the problem, even where it lies in the same file.
    pub fn note(mut self, place: Place, text: impl Into<String>) -> Self {
        self.notes.push((place, text.into()));
        self
    }

    pub fn help(mut self, text: impl Into<String>) -> Self {
        let text = text.into();
        match &mut self.help {
            Some(help) => {
                help.push('\n');
                help.push_str(&text);
            }
            None => self.help = Some(text),
        }
        self
    }

    /// What to write instead, as TOML that can be copied: it is not broken into lines.
    pub fn write(mut self, toml: &str) -> Self {
        self.unbroken = true;
        self.help(format!("write {toml}"))
    }

    /// What to write after a key.
    pub fn write_key(mut self, key: &str, toml: &str) -> Self {
        self.unbroken = true;
        self.help(format!("write {key} = {toml}"))
    }

    pub fn maybe_help(self, text: Option<String>) -> Self {
        match text {
            Some(text) => self.help(text),
            None => self,
        }
    }

    fn key(&self) -> (Option<FileId>, usize, &'static str) {
        (self.file, self.labels.first().map_or(0, |(place, _)| place.start), self.code)
    }
}

/// Every problem of a corpus, by file and place.
pub struct Report {
    shown: Vec<Shown>,
}

impl Report {
    pub(super) fn new(mut problems: Vec<Problem>, sources: &Sources) -> Self {
        problems.sort_by(|a, b| a.key().cmp(&b.key()));
        Report { shown: problems.into_iter().map(|problem| Shown::new(problem, sources)).collect() }
    }

    /// The problems, as miette's diagnostics.
    pub fn diagnostics(&self) -> impl ExactSizeIterator<Item = &(dyn Diagnostic + Send + Sync)> {
        self.shown.iter().map(|shown| shown as _)
    }

    /// How many problems there are.
    pub fn len(&self) -> usize {
        self.shown.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }

    /// The codes of the problems, such as `briefing::quote::missing`, in their order.
    pub fn codes(&self) -> impl Iterator<Item = &'static str> {
        self.shown.iter().map(|shown| shown.problem.code)
    }

    /// Draws every problem for a terminal of `width` columns, then says how many there were.
    pub fn render(&self, colour: bool, width: usize) -> String {
        let theme = if colour { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
        let handler = GraphicalReportHandler::new_themed(theme)
            .with_width(width)
            .with_context_lines(0)
            .with_show_related_as_nested(false)
            .with_links(false);
        let unbroken = handler.clone().with_wrap_lines(false);
        let mut out = String::new();
        for shown in &self.shown {
            let handler = if shown.problem.unbroken { &unbroken } else { &handler };
            // Writing into a string does not fail; a problem that could not be drawn is still named.
            if handler.render_report(&mut out, shown).is_err() {
                out.push_str(&shown.problem.message);
            }
            out.push('\n');
        }
        out.push_str(&self.to_string());
        out.push('\n');
        out
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = |severity| self.shown.iter().filter(|shown| shown.problem.severity == severity).count();
        let mut written = false;
        for (severity, word) in [(Severity::Error, "error"), (Severity::Warning, "warning")] {
            let number = count(severity);
            if number > 0 {
                let comma = if written { ", " } else { "" };
                let plural = if number == 1 { "" } else { "s" };
                write!(f, "{comma}{number} {word}{plural}")?;
                written = true;
            }
        }
        f.write_str(if written { " in the corpus" } else { "no problem in the corpus" })
    }
}

impl fmt::Debug for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(false, 120))
    }
}

impl std::error::Error for Report {}

/// A problem beside the files it points into.
#[derive(Debug)]
struct Shown {
    problem: Problem,
    source: Option<Arc<Source>>,
    notes: Vec<Note>,
}

impl Shown {
    fn new(mut problem: Problem, sources: &Sources) -> Self {
        problem.message = visible(&problem.message);
        problem.help = problem.help.as_deref().map(visible);
        for (_, text) in problem.labels.iter_mut().chain(&mut problem.notes) {
            *text = visible(text);
        }
        let source = problem.file.map(|file| sources.get(file));
        let notes = problem.notes.iter();
        let notes =
            notes.map(|(place, text)| Note { source: sources.get(place.file), place: *place, text: text.clone() });
        Shown { source, notes: notes.collect(), problem }
    }
}

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.problem.message)
    }
}

impl std::error::Error for Shown {}

fn labeled(source: &Source, place: Place, text: &str) -> LabeledSpan {
    let span = source.clip(place.start..place.end);
    let text = (!text.is_empty()).then(|| text.to_owned());
    LabeledSpan::new_with_span(text, SourceSpan::new(span.start.into(), span.len()))
}

impl Diagnostic for Shown {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(self.problem.code))
    }

    fn severity(&self) -> Option<Severity> {
        Some(self.problem.severity)
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.problem.help.as_ref().map(|help| Box::new(help) as _)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.source.as_deref().map(|source| source as _)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let source = self.source.as_deref()?;
        Some(Box::new(self.problem.labels.iter().map(|(place, text)| labeled(source, *place, text))))
    }

    fn related<'a>(&'a self) -> Option<Box<dyn Iterator<Item = &'a dyn Diagnostic> + 'a>> {
        (!self.notes.is_empty()).then(|| Box::new(self.notes.iter().map(|note| note as &dyn Diagnostic)) as _)
    }
}

/// Another place that a problem shows.
#[derive(Debug)]
struct Note {
    source: Arc<Source>,
    place: Place,
    text: String,
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl std::error::Error for Note {}

impl Diagnostic for Note {
    fn severity(&self) -> Option<Severity> {
        Some(Severity::Advice)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&*self.source)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(std::iter::once(labeled(&self.source, self.place, ""))))
    }
}
