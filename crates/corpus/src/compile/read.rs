//! Values of TOML to values of Rust, with every error reported.
//!
//! Serde's derive stops at the first error. Here a value that cannot be read is reported and left out, and reading goes
//! on. What values mean together (references, quotes, forms) is checked later.

use std::ops::Range;

use toml::Spanned;
use toml::de::DeValue;

use super::problem::Problem;
use super::source_span::{FileId, Located, SourceSpan};

/// The file that is being read, and the list of problems to add to.
pub(super) struct Reader<'p> {
    pub file: FileId,
    pub problems: &'p mut Vec<Problem>,
}

impl Reader<'_> {
    pub fn span(&self, range: Range<usize>) -> SourceSpan {
        SourceSpan::new(self.file, range)
    }

    pub fn report(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    /// Reads a string; a value of another type is reported.
    pub fn string(&mut self, value: &Spanned<DeValue<'_>>) -> Option<Located<String>> {
        let span = self.span(value.span());
        match value.get_ref() {
            DeValue::String(text) => Some(Located { value: text.clone().into_owned(), span }),
            other => {
                self.wrong_type(other, span, "a text in quotation marks");
                None
            }
        }
    }

    /// Reports a value of the wrong type.
    pub fn wrong_type(&mut self, found: &DeValue<'_>, span: SourceSpan, expected: &str) {
        let (is, help) = match found {
            DeValue::String(_) => ("a text", None),
            DeValue::Integer(_) | DeValue::Float(_) => ("a number", Some("put it in quotation marks")),
            DeValue::Boolean(_) => ("a yes-or-no value", None),
            DeValue::Datetime(_) => ("a bare date", Some("put the date in quotation marks")),
            DeValue::Array(_) => ("a list", None),
            DeValue::Table(_) => ("a table", None),
        };
        let problem = Problem::new("briefing::value::type", format!("this has to be {expected}"));
        let help = help.filter(|_| expected.contains("quotation marks")).map(str::to_owned);
        self.report(problem.label(span, format!("is {is}")).maybe_help(help));
    }
}

/// A type that can be read from a TOML value.
pub(super) trait FromToml: Sized {
    /// Reads a value, or reports why it cannot be read.
    fn from_toml(value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Option<Self>;
}
