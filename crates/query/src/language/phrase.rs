//! Sentences of the interface that contain texts of the corpus.

use std::fmt;

use super::{Direction, Language, Localizable, has_right_to_left, isolated};

/// A sentence in parts. On the page, each text of the corpus is an element of its own; in plain text ([`fmt::Display`])
/// it is isolated. A text that needs neither is merged into the sentence.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Phrase {
    parts: Vec<Part>,
}

/// A part of a sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// The text.
    pub text: String,
    /// The language, if the text has to be kept apart from the rest.
    pub language: Option<Language>,
}

impl Phrase {
    /// A phrase of words of the interface.
    pub fn new(words: &str) -> Phrase {
        Phrase::default().literal(words)
    }

    /// A phrase of a text of the corpus.
    pub fn of(text: Localizable) -> Phrase {
        Phrase::default().text(text.text, text.language)
    }

    /// Appends words of the interface.
    #[must_use]
    pub fn literal(mut self, words: &str) -> Phrase {
        match self.parts.last_mut() {
            Some(Part { text, language: None }) => text.push_str(words),
            _ if words.is_empty() => {}
            _ => self.parts.push(Part { text: words.to_owned(), language: None }),
        }
        self
    }

    /// Appends a text of the corpus.
    #[must_use]
    pub fn text(mut self, text: &str, language: Language) -> Phrase {
        if language == Language::default() && !has_right_to_left(text) {
            return self.literal(text);
        }
        self.parts.push(Part { text: text.to_owned(), language: Some(language) });
        self
    }

    /// Appends another phrase.
    #[must_use]
    pub fn phrase(mut self, other: Phrase) -> Phrase {
        for Part { text, language } in other.parts {
            match language {
                None => self = self.literal(&text),
                Some(language) => self.parts.push(Part { text, language: Some(language) }),
            }
        }
        self
    }

    /// Joins phrases with a separator.
    pub fn joined(phrases: impl IntoIterator<Item = Phrase>, between: &str) -> Phrase {
        let mut all = Phrase::default();
        for (index, phrase) in phrases.into_iter().enumerate() {
            all = if index == 0 { phrase } else { all.literal(between).phrase(phrase) };
        }
        all
    }

    /// A list of phrases: "A", "A and B", "A, B and C".
    pub fn list(mut phrases: Vec<Phrase>) -> Phrase {
        match phrases.pop() {
            Some(last) if !phrases.is_empty() => Phrase::joined(phrases, ", ").literal(" and ").phrase(last),
            only => only.unwrap_or_default(),
        }
    }

    /// The parts.
    pub fn parts(self) -> Vec<Part> {
        self.parts
    }

    /// Whether the phrase is empty.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// The phrase as a title of a window or a bookmark. A title has the direction of its first strong letter, so its
    /// first part needs no isolates, and what runs the same way needs none either.
    pub fn title(&self) -> String {
        let Some((first, rest)) = self.parts.split_first() else { return String::new() };
        let turned = Direction::of_text(&first.text) == Some(Direction::RightToLeft);
        let mut title = first.text.clone();
        for Part { text, language } in rest {
            title.push_str(&if language.is_some() && !turned { isolated(text) } else { text.into() });
        }
        title
    }
}

impl fmt::Display for Phrase {
    /// Writes plain text that runs from left to right.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for Part { text, language } in &self.parts {
            f.write_str(&if language.is_some() { isolated(text) } else { text.into() })?;
        }
        Ok(())
    }
}
