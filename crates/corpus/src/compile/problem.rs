//! Problems of a corpus, and the report that renders all of them.
//!
//! A [`Problem`] is plain data; a [`Report`] joins problems with the files they point into and renders them with
//! miette. Which problems there are, and their wording, is decided by the modules that find them.

use std::fmt;
use std::sync::Arc;

use miette::{Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, Severity, SourceCode};

use super::characters::escape_invisible;
use super::finding::{Finding, Fix, Location};
use super::source::{SourceFile, SourceFiles};
use super::source_span::{FileId, SourceSpan};

/// An error in the corpus.
#[derive(Clone, Debug)]
pub(super) struct Problem {
    code: &'static str,
    severity: Severity,
    message: String,
    file: Option<FileId>,
    labels: Vec<(SourceSpan, String)>,
    notes: Vec<(SourceSpan, String)>,
    help: Option<String>,
    /// Whether the help has a proposal to copy, which must not be wrapped.
    has_proposal: bool,
    /// The range that solves the problem if it is replaced, and by what.
    fix: Option<(SourceSpan, String)>,
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
            has_proposal: false,
            fix: None,
        }
    }

    /// Sets the file, for a problem without labels.
    pub fn in_file(mut self, file: FileId) -> Self {
        self.file = Some(file);
        self
    }

    /// Underlines a span. The first label is the location of the problem; a label in another file becomes a note.
    pub fn label(mut self, span: SourceSpan, text: impl Into<String>) -> Self {
        let file = *self.file.get_or_insert(span.file);
        let list = if file == span.file { &mut self.labels } else { &mut self.notes };
        list.push((span, text.into()));
        self
    }

    /// Shows a span in an excerpt of its own below the problem, even where it is in the same file.
    pub fn note(mut self, span: SourceSpan, text: impl Into<String>) -> Self {
        self.notes.push((span, text.into()));
        self
    }

    /// Adds a line of help.
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

    /// Proposes TOML to write instead. It is not wrapped, so that it can be copied.
    pub fn propose(mut self, toml: &str) -> Self {
        self.has_proposal = true;
        self.help(format!("write {toml}"))
    }

    /// Proposes TOML to write after a key.
    pub fn propose_for_key(mut self, key: &str, toml: &str) -> Self {
        self.has_proposal = true;
        self.help(format!("write {key} = {toml}"))
    }

    /// Adds a line of help, if there is one.
    pub fn maybe_help(self, text: Option<String>) -> Self {
        match text {
            Some(text) => self.help(text),
            None => self,
        }
    }

    /// Adds a replacement that solves the problem, if there is one that nobody has to decide on.
    pub fn maybe_fix(mut self, fix: Option<(SourceSpan, String)>) -> Self {
        self.fix = fix;
        self
    }

    fn sort_key(&self) -> (Option<FileId>, usize, &'static str) {
        (self.file, self.labels.first().map_or(0, |(span, _)| span.start), self.code)
    }
}

/// Every problem of a corpus, sorted by file and position.
pub struct Report {
    problems: Vec<LocatedProblem>,
}

impl Report {
    pub(super) fn new(mut problems: Vec<Problem>, sources: &SourceFiles) -> Self {
        problems.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
        Report { problems: problems.into_iter().map(|problem| LocatedProblem::new(problem, sources)).collect() }
    }

    /// The problems as diagnostics of miette.
    pub fn diagnostics(&self) -> impl ExactSizeIterator<Item = &(dyn Diagnostic + Send + Sync)> {
        self.problems.iter().map(|located| located as _)
    }

    /// The number of problems.
    pub fn len(&self) -> usize {
        self.problems.len()
    }

    /// Whether there is no problem.
    pub fn is_empty(&self) -> bool {
        self.problems.is_empty()
    }

    /// The codes of the problems, such as `briefing::quote::missing`, in the order of the report.
    pub fn codes(&self) -> impl Iterator<Item = &'static str> {
        self.problems.iter().map(|located| located.problem.code)
    }

    /// The problems as plain data, in the order of the report.
    pub fn findings(&self) -> impl ExactSizeIterator<Item = Finding> {
        self.problems.iter().map(LocatedProblem::finding)
    }

    /// The changes that solve problems without a decision by anybody, in the order of the report.
    pub fn fixes(&self) -> Vec<Fix> {
        let fixes = self.problems.iter().filter_map(|located| located.problem.fix.as_ref());
        fixes
            .map(|(span, replacement)| Fix { file: span.file.0, range: span.range(), replacement: replacement.clone() })
            .collect()
    }

    /// Renders every problem for a terminal of `width` columns, and a last line with their number.
    pub fn render(&self, colour: bool, width: usize) -> String {
        let theme = if colour { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
        let handler = GraphicalReportHandler::new_themed(theme)
            .with_width(width)
            .with_context_lines(0)
            .with_show_related_as_nested(false)
            .with_links(false);
        let unwrapped = handler.clone().with_wrap_lines(false);
        let mut out = String::new();
        for located in &self.problems {
            let handler = if located.problem.has_proposal { &unwrapped } else { &handler };
            // Writing to a `String` is infallible; a problem that miette cannot render is still named.
            if handler.render_report(&mut out, located).is_err() {
                out.push_str(&located.problem.message);
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
        let count = |severity| self.problems.iter().filter(|located| located.problem.severity == severity).count();
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

/// A problem with the files it points into.
#[derive(Debug)]
struct LocatedProblem {
    problem: Problem,
    source: Option<Arc<SourceFile>>,
    notes: Vec<Note>,
}

impl LocatedProblem {
    fn new(mut problem: Problem, sources: &SourceFiles) -> Self {
        problem.message = escape_invisible(&problem.message);
        problem.help = problem.help.as_deref().map(escape_invisible);
        for (_, text) in problem.labels.iter_mut().chain(&mut problem.notes) {
            *text = escape_invisible(text);
        }
        let source = problem.file.map(|file| sources.get(file));
        let notes = problem.notes.iter();
        let notes = notes.map(|(span, text)| Note { source: sources.get(span.file), span: *span, text: text.clone() });
        LocatedProblem { source, notes: notes.collect(), problem }
    }
}

impl LocatedProblem {
    fn finding(&self) -> Finding {
        let source = self.source.as_deref();
        let mut labels = self.problem.labels.iter();
        let located = |(span, label): &(SourceSpan, String)| source.map(|source| location(source, *span, label));
        // A problem of a whole file is at its beginning.
        let whole = || source.map(|source| location(source, SourceSpan::new(FileId(0), 0..0), ""));
        let first = labels.next().and_then(located).or_else(whole);
        let related = labels.filter_map(located);
        let notes = self.notes.iter().map(|note| location(&note.source, note.span, &note.text));
        Finding {
            code: self.problem.code,
            message: self.problem.message.clone(),
            location: first,
            help: self.problem.help.clone(),
            related: related.chain(notes).collect(),
        }
    }
}

/// A range of a file, in lines and columns.
fn location(source: &SourceFile, span: SourceSpan, label: &str) -> Location {
    let ((line, column), (end_line, end_column)) = (source.position(span.start), source.position(span.end));
    Location { file: source.name().to_owned(), line, column, end_line, end_column, label: label.to_owned() }
}

impl fmt::Display for LocatedProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.problem.message)
    }
}

impl std::error::Error for LocatedProblem {}

fn labeled_span(source: &SourceFile, span: SourceSpan, text: &str) -> LabeledSpan {
    let range = source.underlined(span.range());
    let text = (!text.is_empty()).then(|| text.to_owned());
    LabeledSpan::new_with_span(text, miette::SourceSpan::new(range.start.into(), range.len()))
}

impl Diagnostic for LocatedProblem {
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
        Some(Box::new(self.problem.labels.iter().map(|(span, text)| labeled_span(source, *span, text))))
    }

    fn related<'a>(&'a self) -> Option<Box<dyn Iterator<Item = &'a dyn Diagnostic> + 'a>> {
        (!self.notes.is_empty()).then(|| Box::new(self.notes.iter().map(|note| note as &dyn Diagnostic)) as _)
    }
}

/// A further excerpt that a problem shows.
#[derive(Debug)]
struct Note {
    source: Arc<SourceFile>,
    span: SourceSpan,
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
        Some(Box::new(std::iter::once(labeled_span(&self.source, self.span, ""))))
    }
}
