//! The fields that each form of statement requires and excludes, as tabulated in `docs/format.md`.

use super::diagnostics::Diagnostics;
use super::problem::Problem;
use super::raw;
use super::source_span::SourceSpan;
use crate::enumeration::{Enumeration, Form};

/// Reports fields that the form of a statement requires or excludes. `span` is the heading of the statement.
pub(super) fn check_form(statement: &raw::Statement, span: SourceSpan, diagnostics: &mut Diagnostics<'_>) {
    let Some(choice) = &statement.form.0 else { return };
    let (form, form_span) = (choice.value.0, choice.span);
    let speaker = statement.speaker.0.first().map(|id| id.span);
    let agent = statement.agent.0.first().map(|id| id.span);
    let key = form.key();
    let missing = |field: &str, who: &str| {
        Problem::new("briefing::form::missing", format!("form \"{key}\" needs `{field}`"))
            .label(form_span, format!("the form asks for {who}"))
            .label(span, format!("no `{field}` in this statement"))
    };
    let unwanted = |field: &str, field_span: SourceSpan| {
        Problem::new("briefing::form::unwanted", format!("form \"{key}\" has no `{field}`"))
            .label(form_span, "this form")
            .label(field_span, format!("`{field}` is given here"))
    };
    match form {
        Form::Narration => {
            const HELP: &str = "narration is the document's own voice; what somebody else says is direct, indirect or \
                                mixed, what is done is an act";
            if let Some(span) = speaker {
                diagnostics.report(unwanted("speaker", span).help(HELP));
            }
            if let Some(span) = agent {
                diagnostics.report(unwanted("agent", span).help(HELP));
            }
        }
        Form::Act => {
            if agent.is_none() {
                diagnostics.report(
                    missing("agent", "who did it").help("name who did it in `agent`; `speaker` is who reports it"),
                );
            }
        }
        Form::Direct | Form::Indirect | Form::Mixed => {
            if speaker.is_none() {
                diagnostics.report(missing("speaker", "who says it").help(
                    "name who says it in `speaker`; a source that the text does not name is an actor of kind unnamed",
                ));
            }
            if let Some(span) = agent {
                diagnostics
                    .report(unwanted("agent", span).help("only an act has agents; who says it goes into `speaker`"));
            }
        }
    }
}
