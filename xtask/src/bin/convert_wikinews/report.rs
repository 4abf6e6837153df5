//! What the conversion changes and leaves out, as a page that is written beside the corpus.

use std::collections::BTreeMap;

/// What the format cannot hold as the gold has it.
#[derive(Default)]
pub struct Report {
    pub document: String,
    pub statements: usize,
    pub by_form: BTreeMap<&'static str, usize>,
    pub inside_another: usize,
    entries: Vec<String>,
}

impl Report {
    pub fn add(&mut self, what: &str) {
        self.entries.push(format!("- `{}`: {what}\n", self.document));
    }

    pub fn render(&self) -> String {
        let forms: Vec<String> = self.by_form.iter().map(|(form, count)| format!("{count} {form}")).collect();
        let mut out = format!(
            "# What the conversion changes\n\n\
             Written by `convert-wikinews`. {} statements ({}), {} of them relayed by the source of a statement that they \
             lie inside or whose content names their source.\n\n\
             For every statement: the words of the source are part of the cue, because the format has no range of its \
             own for them, and cue and source that only white space separates are one stretch; a direct quote is \
             without its enclosing quotation marks; a line of the gold text is a paragraph.\n\n\
             What the format cannot hold, or holds differently:\n\n",
            self.statements,
            forms.join(", "),
            self.inside_another
        );
        self.entries.iter().for_each(|entry| out.push_str(entry));
        out
    }
}
