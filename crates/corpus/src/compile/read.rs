//! From TOML to the [`raw`](super::raw) types: every wrong key and value of a file at once, each with its place.
//!
//! Serde's derive would stop at the first; here a value that cannot be read is reported, left empty, and reading goes
//! on. What values mean together (references, quotes, forms) is checked elsewhere.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::characters::foreign;
use super::nearest::nearest_name;
use super::problem::{FileId, Place, Problem};

/// A value and where it stands.
#[derive(Clone, Debug)]
pub(super) struct At<T> {
    pub value: T,
    pub place: Place,
}

/// Where problems of one file are written down.
pub(super) struct Reader<'p> {
    pub file: FileId,
    pub problems: &'p mut Vec<Problem>,
}

impl Reader<'_> {
    pub fn place(&self, range: Range<usize>) -> Place {
        Place::new(self.file, range)
    }

    pub fn report(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    /// The string that a value is; anything else is reported.
    pub fn string(&mut self, value: &Spanned<DeValue<'_>>) -> Option<At<String>> {
        let place = self.place(value.span());
        match value.get_ref() {
            DeValue::String(text) => Some(At { value: text.clone().into_owned(), place }),
            other => {
                self.wrong_type(other, place, "a text in quotation marks");
                None
            }
        }
    }

    pub fn wrong_type(&mut self, found: &DeValue<'_>, place: Place, wanted: &str) {
        let (is, help) = match found {
            DeValue::String(_) => ("a text", None),
            DeValue::Integer(_) | DeValue::Float(_) => ("a number", Some("put it in quotation marks")),
            DeValue::Boolean(_) => ("a yes-or-no value", None),
            DeValue::Datetime(_) => ("a bare date", Some("put the date in quotation marks")),
            DeValue::Array(_) => ("a list", None),
            DeValue::Table(_) => ("a table", None),
        };
        let problem = Problem::new("briefing::value::type", format!("this has to be {wanted}"));
        let help = help.filter(|_| wanted.contains("quotation marks")).map(str::to_owned);
        self.report(problem.label(place, format!("is {is}")).maybe_help(help));
    }

    fn unknown_key(&mut self, key: &Key<'_>, table: &str, near: Option<&str>, known: &[&str]) {
        let place = self.place(key.span());
        self.report(
            Problem::new("briefing::key::unknown", format!("{table} has no key `{}`", key.get_ref()))
                .label(place, "this key")
                .maybe_help(near.map(|near| format!("did you mean `{near}`?")))
                .maybe_help(foreign(key.get_ref()))
                .help(format!("the keys are {}", known.join(", "))),
        );
    }

    fn missing_key(&mut self, place: Place, table: &str, key: &str, top: bool) {
        let before = if top { ", before the first line in brackets" } else { "" };
        self.report(
            Problem::new("briefing::key::missing", format!("{table} has no `{key}`"))
                .label(place, format!("`{key}` is missing here"))
                .help(format!("add a line `{key} = …`{before}")),
        );
    }
}

/// A key as it is written.
type Key<'t> = Spanned<std::borrow::Cow<'t, str>>;

/// What a TOML value can be read as.
pub(super) trait Read: Sized {
    /// Reads it, or reports why not.
    fn read(value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Option<Self>;
}

/// A table with known keys.
pub(super) trait Table: Sized {
    /// What the table is, at the beginning of a sentence.
    const NAME: &'static str;
    /// Its keys, in the order of the documentation.
    const KEYS: &'static [&'static str];
    /// The ones that may not be missing.
    fn required() -> impl Iterator<Item = &'static str>;
    /// A table in which everything is missing.
    fn blank() -> Self;
    /// Reads the value of one of its keys.
    fn set(&mut self, key: &str, value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>);
}

/// Reads a table whose heading or opening brace stands at `place`, or a whole file (`top`).
fn read_table<T: Table>(table: &DeTable<'_>, place: Place, top: bool, reader: &mut Reader<'_>) -> T {
    let mut out = T::blank();
    let mut meant = Vec::new();
    for (key, value) in table {
        let name = &**key.get_ref();
        if T::KEYS.contains(&name) {
            out.set(name, value, reader);
            continue;
        }
        let absent = T::KEYS.iter().copied().filter(|key| !table.contains_key(*key));
        let near = nearest_name(name, absent);
        // A misspelt key is reported once, then read as what was meant: its value may be wrong as well, and other
        // checks would miss it.
        if let Some(near) = near {
            out.set(near, value, reader);
            meant.push(near);
        }
        let near = near.or_else(|| match value.get_ref() {
            DeValue::Array(_) | DeValue::Table(_) => nearest_name(name, T::KEYS.iter().copied()),
            _ => None,
        });
        reader.unknown_key(key, T::NAME, near, T::KEYS);
    }
    for key in T::required() {
        if !table.contains_key(key) && !meant.contains(&key) {
            reader.missing_key(place, T::NAME, key, top);
        }
    }
    out
}

impl<T: Table> Read for T {
    fn read(value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Option<Self> {
        let place = reader.place(value.span());
        match value.get_ref() {
            DeValue::Table(table) => Some(read_table(table, place, false, reader)),
            other => {
                reader.wrong_type(other, place, "a table");
                None
            }
        }
    }
}

/// A key's value, or its absence.
pub(super) trait Field: Sized {
    /// Whether its key may not be missing.
    const REQUIRED: bool;
    /// What it is without its key.
    fn absent() -> Self;
    /// What it is with a value; one that cannot be read counts as absent, once reported.
    fn present(value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Self;
}

/// A value that has to be there. Empty only where that has been reported.
#[derive(Clone, Debug)]
pub(super) struct Must<T>(pub Option<At<T>>);

/// A value that may be missing.
#[derive(Clone, Debug)]
pub(super) struct May<T>(pub Option<At<T>>);

/// A list; none are as good as a missing one. One value without brackets is a list of one.
#[derive(Clone, Debug)]
pub(super) struct Many<T>(pub Vec<At<T>>);

/// A list that has to have an entry.
#[derive(Clone, Debug)]
pub(super) struct Some1<T>(pub Vec<At<T>>);

impl<T> Default for May<T> {
    fn default() -> Self {
        May(None)
    }
}

impl<T> Default for Many<T> {
    fn default() -> Self {
        Many(Vec::new())
    }
}

fn one<T: Read>(value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Option<At<T>> {
    let place = reader.place(value.span());
    T::read(value, reader).map(|value| At { value, place })
}

fn list<T: Read>(value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Vec<At<T>> {
    match value.get_ref() {
        DeValue::Array(values) => values.iter().filter_map(|value| one(value, reader)).collect(),
        _ => one(value, reader).into_iter().collect(),
    }
}

impl<T: Read> Field for Must<T> {
    const REQUIRED: bool = true;

    fn absent() -> Self {
        Must(None)
    }

    fn present(value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Self {
        Must(one(value, reader))
    }
}

impl<T: Read> Field for May<T> {
    const REQUIRED: bool = false;

    fn absent() -> Self {
        May::default()
    }

    fn present(value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Self {
        May(one(value, reader))
    }
}

impl<T: Read> Field for Many<T> {
    const REQUIRED: bool = false;

    fn absent() -> Self {
        Many::default()
    }

    fn present(value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Self {
        Many(list(value, reader))
    }
}

impl<T: Read> Field for Some1<T> {
    const REQUIRED: bool = true;

    fn absent() -> Self {
        Some1(Vec::new())
    }

    fn present(value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Self {
        if matches!(value.get_ref(), DeValue::Array(values) if values.is_empty()) {
            let place = reader.place(value.span());
            reader.report(Problem::new("briefing::value::empty", "this list is empty").label(place, "needs an entry"));
        }
        Some1(list(value, reader))
    }
}

const LINE_ENDS: &str = "its lines end in U+000D CARRIAGE RETURN alone, as on old systems; TOML knows U+000A LINE FEED, or \
                         both: save the file with such line ends";

/// Parses a file. `None` where its syntax is wrong: what was meant is then anyone's guess, and guesses would bring
/// forth problems that are none.
pub(super) fn read_file<T: Table>(text: &str, file: FileId, problems: &mut Vec<Problem>) -> Option<T> {
    let (table, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        let found = super::syntax::errors(text).into_iter();
        problems.extend(found.map(|(range, message, help)| {
            let end = text.ceil_char_boundary((range.start + 1).max(range.end).min(text.len()));
            let strange = text.get(range.start..end).and_then(foreign);
            Problem::new("briefing::toml::syntax", format!("this is not TOML: {message}"))
                .label(Place::new(file, range), "")
                .help(if message.contains("carriage return") { LINE_ENDS } else { help })
                .maybe_help(strange)
        }));
        return None;
    }
    let mut reader = Reader { file, problems };
    let top = Place::new(file, 0..text.find('\n').unwrap_or(text.len()));
    Some(read_table(table.get_ref(), top, true, &mut reader))
}

/// The string that a value is made of.
pub(super) trait Text {
    fn text(&self) -> &str;
}

impl<T: Text> Must<T> {
    /// The text, empty where it could not be read, in a corpus that does not compile.
    pub fn text(&self) -> &str {
        self.0.as_ref().map_or("", |at| at.value.text())
    }
}

impl<T: Text> May<T> {
    /// The text, where there is one.
    pub fn text(&self) -> Option<&str> {
        self.0.as_ref().map(|at| at.value.text())
    }
}
