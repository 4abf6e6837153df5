//! The parts of a link, from page to pairs: the defaults are left out, everything else has one way to be said.

use std::fmt::Write;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use super::transport::{begins_with_two_digits, is_ambiguous};
use crate::Shared;
use crate::facets::facet::AnyFacet;
use crate::names::Named;
use crate::view::Filter;

/// What has to be escaped in the search text: what ends it in a link, what others add to one, and what mail programs
/// break links at.
const ESCAPED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'&')
    .add(b'+')
    .add(b'<')
    .add(b'=')
    .add(b'>')
    .add(b'?')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}')
    .add(b'~')
    .add(b'\'')
    .add(b'(')
    .add(b')');

/// A link while it is written.
pub(crate) struct Writer {
    data: Shared,
    text: String,
    pairs: usize,
    /// Whether the last value needs an end that can be seen.
    is_ambiguous: bool,
}

impl Writer {
    /// The beginning of every link.
    pub fn new(data: Shared) -> Writer {
        Writer { data, text: String::from("#/"), pairs: 0, is_ambiguous: false }
    }

    /// The link.
    pub fn finish(mut self) -> String {
        if self.is_ambiguous {
            self.text.push('&');
        }
        self.text
    }

    /// Appends the name of a page.
    pub fn page(&mut self, name: &str) {
        self.text.push_str(name);
    }

    /// Appends what follows the name of a page.
    pub fn path<T: Named>(&mut self, value: T) {
        self.text.push('/');
        self.text.push_str(&value.slug(self.data));
    }

    /// Appends a pair with several values, if there are any.
    pub fn list<T: Named>(&mut self, key: &str, values: &[T]) {
        for (index, value) in values.iter().enumerate() {
            let slug = value.slug(self.data);
            self.item(key, index, "", &slug);
        }
    }

    /// Appends a pair with a value, if there is one.
    pub fn one<T: Named>(&mut self, key: &str, value: Option<T>) {
        if let Some(value) = value {
            self.pair(key, &value.slug(self.data));
        }
    }

    /// Appends a pair with a value, if it is not the default.
    pub fn unless_default<T: Named + Default>(&mut self, key: &str, value: T) {
        self.one(key, (value != T::default()).then_some(value));
    }

    /// Appends the pair of a facet, if something is chosen in it.
    pub fn choice(&mut self, filter: &Filter, facet: &dyn AnyFacet) {
        let (wanted, unwanted) = facet.chosen(filter);
        let values = wanted.into_iter().map(|value| ("", value)).chain(unwanted.into_iter().map(|value| ("-", value)));
        for (index, (sign, value)) in values.enumerate() {
            self.item(facet.description().key, index, sign, &facet.slug(self.data, value));
        }
    }

    /// Appends a pair with the text of a search, if there is one.
    pub fn search_text(&mut self, key: &str, text: &str) {
        if !text.is_empty() {
            self.pair(key, &search_text(text));
            self.is_ambiguous = is_ambiguous(text);
        }
    }

    /// Appends pairs that are written already.
    pub fn pairs(&mut self, pairs: &str) {
        self.text.push('?');
        self.text.push_str(pairs);
        self.pairs += 1;
    }

    /// Appends one of the values of a pair, whose first has the index zero.
    #[inline(never)]
    fn item(&mut self, key: &str, index: usize, sign: &str, slug: &str) {
        if index == 0 {
            self.pair(key, sign);
        } else {
            self.text.push(',');
            self.text.push_str(sign);
        }
        self.text.push_str(slug);
    }

    #[inline(never)]
    fn pair(&mut self, key: &str, value: &str) {
        self.text.push(if self.pairs == 0 { '?' } else { '&' });
        self.pairs += 1;
        self.is_ambiguous = false;
        self.text.push_str(key);
        self.text.push('=');
        self.text.push_str(value);
    }
}

/// The text of a search as a value. No escaped percent sign comes before two hexadecimal digits, so that one that does
/// was encoded once more on the way.
fn search_text(text: &str) -> String {
    let mut pieces = text.split('%');
    let mut value = String::new();
    push_escaped(&mut value, pieces.next().unwrap_or_default());
    for piece in pieces {
        value.push_str("%25");
        match piece.split_at_checked(1).filter(|_| begins_with_two_digits(piece)) {
            Some((digit, rest)) => {
                for digit in digit.bytes() {
                    // Writing to a string does not fail.
                    let _ = write!(value, "%{digit:02X}");
                }
                push_escaped(&mut value, rest);
            }
            None => push_escaped(&mut value, piece),
        }
    }
    value
}

fn push_escaped(value: &mut String, text: &str) {
    for piece in utf8_percent_encode(text, ESCAPED) {
        value.push_str(if piece == "%20" { "+" } else { piece });
    }
}
