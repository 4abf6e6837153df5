//! The result of a check as people, programs and GitHub Actions read it.

use std::io;

use clap::ValueEnum;
use corpus::compile::{Finding, Report, Summary};
use serde::Serialize;

use crate::console;
use crate::error::{Error, Failure};
use crate::output;

/// How errors are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people: with the lines of the files and what to write instead.
    #[default]
    Text,
    /// One JSON object.
    Json,
    /// Workflow commands of GitHub Actions, which show errors beside the lines of a change.
    Github,
}

/// The JSON object.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Checked<'c> {
    /// The version of this program.
    version: &'static str,
    /// Whether there is no error.
    ok: bool,
    errors: Vec<Finding>,
    /// Files that are not part of the corpus, with the reason.
    left_out: &'c [String],
    /// The size of the corpus; absent where there are errors.
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<Size>,
}

/// The size of a corpus.
#[derive(Serialize)]
struct Size {
    documents: usize,
    statements: usize,
    actors: usize,
    topics: usize,
    relations: usize,
    /// The digest of the corpus.
    edition: String,
}

/// Writes the result of a check to the standard output.
///
/// # Errors
/// [`Error::Reported`] where there are errors.
pub fn write(format: Format, result: Result<Summary, Report>, left_out: &[String]) -> Result<(), Error> {
    let text = match format {
        Format::Text => text(&result),
        Format::Json | Format::Github => {
            for_programs(format, result.as_ref().map_err(|report| report.findings().collect()), left_out)
        }
    };
    output::print(text.as_bytes())?;
    result.map(drop).map_err(|_| Error::Reported)
}

/// Writes why nothing could be checked to the standard output, in a format for programs.
///
/// # Errors
/// [`Error::Reported`], because nothing could be checked.
pub fn write_failure(format: Format, Failure { problem, advice }: Failure) -> Result<(), Error> {
    let finding =
        Finding { code: "briefing::failed", message: problem, location: None, help: advice, related: Vec::new() };
    output::print(for_programs(format, Err(vec![finding]), &[]).as_bytes())?;
    Err(Error::Reported)
}

fn for_programs(format: Format, result: Result<&Summary, Vec<Finding>>, left_out: &[String]) -> String {
    match format {
        Format::Github => result.err().iter().flatten().map(workflow_command).collect(),
        _ => json(result, left_out),
    }
}

fn text(result: &Result<Summary, Report>) -> String {
    match result {
        Ok(summary) if summary.statements == 0 => format!("{summary}: no statement is coded yet\n"),
        Ok(summary) => format!("{summary}: every quote found\n"),
        Err(report) => report.render(console::is_coloured(&io::stdout()), console::width()),
    }
}

fn json(result: Result<&Summary, Vec<Finding>>, left_out: &[String]) -> String {
    let ok = result.is_ok();
    let summary = result.as_ref().ok().map(|summary| Size {
        documents: summary.documents,
        statements: summary.statements,
        actors: summary.actors,
        topics: summary.topics,
        relations: summary.relations,
        edition: summary.digest.to_string(),
    });
    let errors = result.err().unwrap_or_default();
    let checked = Checked { version: env!("CARGO_PKG_VERSION"), ok, errors, left_out, summary };
    let mut json = serde_json::to_string_pretty(&checked).expect("strings and numbers are JSON");
    json.push('\n');
    json
}

/// A workflow command, see
/// <https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#setting-an-error-message>.
fn workflow_command(finding: &Finding) -> String {
    let mut properties = Vec::new();
    if let Some(at) = &finding.location {
        properties.push(format!("file={}", escape_property(&at.file)));
        properties.push(format!("line={},col={}", at.line, at.column));
        properties.push(format!("endLine={}", at.end_line));
        // Columns are understood within one line only.
        if at.end_line == at.line {
            properties.push(format!("endColumn={}", at.end_column));
        }
    }
    properties.push(format!("title={}", escape_property(finding.code)));
    let help = finding.help.as_ref().map(|help| format!("\n{help}")).unwrap_or_default();
    format!("::error {}::{}\n", properties.join(","), escape_data(&format!("{}{help}", finding.message)))
}

fn escape_data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn escape_property(text: &str) -> String {
    escape_data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use corpus::compile::Location;

    use super::*;

    #[test]
    fn a_workflow_command_is_one_line_whatever_it_says() {
        let location = Location {
            file: "a,b:c/x.toml".to_owned(),
            line: 3,
            column: 11,
            end_line: 3,
            end_column: 20,
            label: String::new(),
        };
        let finding = Finding {
            code: "briefing::quote::missing",
            message: "100% wrong\r\n::error::forged".to_owned(),
            location: Some(location),
            help: Some("write \"x\"".to_owned()),
            related: Vec::new(),
        };
        assert_eq!(
            workflow_command(&finding),
            "::error file=a%2Cb%3Ac/x.toml,line=3,col=11,endLine=3,endColumn=20,title=briefing%3A%3Aquote%3A%3Amissing\
             ::100%25 wrong%0D%0A::error::forged%0Awrite \"x\"\n"
        );
    }
}
