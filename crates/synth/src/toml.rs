//! Writes the TOML of a corpus. Each value is valid JSON as well; none has a character that would have to be escaped.

/// A file as far as it is written.
#[derive(Debug, Default)]
pub(crate) struct Toml {
    text: String,
}

impl Toml {
    /// Begins a table of an array of tables.
    pub fn table(&mut self, name: &str) -> &mut Self {
        self.push(&["[[", name, "]]"])
    }

    /// Ends a table, or what is before the first.
    pub fn end(&mut self) {
        self.push(&[]);
    }

    /// A key with a string.
    pub fn string(&mut self, key: &str, value: &str) -> &mut Self {
        self.push(&[key, " = \"", value, "\""])
    }

    /// A key with a string, if there is one.
    pub fn optional(&mut self, key: &str, value: Option<&str>) -> &mut Self {
        match value {
            Some(value) => self.string(key, value),
            None => self,
        }
    }

    /// A key with strings, if there are any.
    pub fn list<'a>(&mut self, key: &str, values: impl IntoIterator<Item = &'a str>) -> &mut Self {
        let values: Vec<&str> = values.into_iter().collect();
        if values.is_empty() {
            return self;
        }
        self.push(&[key, " = [\"", &values.join("\", \""), "\"]"])
    }

    /// The text of the file.
    pub fn into_text(self) -> String {
        self.text
    }

    fn push(&mut self, parts: &[&str]) -> &mut Self {
        self.text.extend(parts.iter().copied().chain(["\n"]));
        self
    }
}
