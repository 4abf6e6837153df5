//! The tray: statements that a reader has pinned, to compare two to four of them.
//!
//! A [`Tray`] is written as one word, which the page keeps. It names statements by their slugs, so that it outlives an
//! edition; what this edition lacks stays in it, and is named. Each briefing has a tray of its own, known by the
//! briefing's title.

use corpus::{Hue, StatementId};

use crate::Shared;
use crate::card;
use crate::language::{Language, Phrase};
use crate::link;
use crate::names::Named;
use crate::pending::{self, Pending};
use crate::view::{Columns, View};
use crate::words;

/// The most statements that can be pinned: as many as can be compared.
pub const MOST: usize = Columns::MOST;

/// What is pinned.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tray {
    /// The statements, in the order in which they were pinned.
    pub ids: Vec<StatementId>,
    /// The slugs of those that this edition does not have.
    pub missing: Vec<String>,
}

/// What the word of a tray begins with, whatever the briefing.
const BEGIN: &str = "pinned:";

/// Ends the part of the word that names the briefing.
const END: char = ':';

/// What the word of a briefing's tray begins with.
pub fn key(data: Shared) -> String {
    format!("{BEGIN}{:08x}{END}", digest(data.title))
}

/// FNV-1a, 32 bits: <http://www.isthe.com/chongo/tech/comp/fnv/>.
fn digest(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |digest, byte| (digest ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

impl Tray {
    /// The tray that a word says. Slugs after the most that can be pinned are left out.
    pub fn parse(data: Shared, word: &str) -> Tray {
        let mut tray = Tray::default();
        let key = key(data);
        let slugs = word.strip_prefix(&*key).unwrap_or_default();
        for slug in slugs.split(',').filter(|slug| is_slug(slug)) {
            match StatementId::from_slug(data, slug) {
                Some(id) if tray.ids.len() < MOST && !tray.ids.contains(&id) => tray.ids.push(id),
                None if tray.missing.len() < MOST && !tray.missing.iter().any(|one| one == slug) => {
                    tray.missing.push(slug.to_owned());
                }
                _ => {}
            }
        }
        tray
    }

    /// The tray as a word; `None` where nothing is pinned.
    pub fn write(&self, data: Shared) -> Option<String> {
        let slugs: Vec<&str> =
            self.ids.iter().map(|&id| data.statement(id).slug).chain(self.missing.iter().map(String::as_str)).collect();
        (!slugs.is_empty()).then(|| format!("{}{}", key(data), slugs.join(",")))
    }
}

/// Whether a text can be the slug of a statement.
fn is_slug(text: &str) -> bool {
    !text.is_empty() && !text.contains(|letter: char| letter.is_whitespace() || letter == END)
}

/// What the page shows of a tray.
#[derive(Clone, Debug, PartialEq)]
pub struct TrayModel {
    /// "2 pinned statements".
    pub count: String,
    /// The link to their comparison; `None` of fewer than two.
    pub compare: Option<String>,
    /// What there is to do where there is nothing to compare yet.
    pub hint: Option<&'static str>,
    /// What this edition does not have: "“a-slug” is pinned, and not in this edition."
    pub missing: Option<String>,
}

/// A pinned statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Pinned {
    /// The statement.
    pub id: StatementId,
    /// Its slug.
    pub slug: &'static str,
    /// Who says it.
    pub voice: Phrase,
    /// The accent colour of its first voice.
    pub hue: Option<Hue>,
    /// The beginning of its content.
    pub words: String,
    /// The language of the content.
    pub language: Language,
    /// The link that opens it on the start page.
    pub href: String,
}

/// Builds what is shown of a tray; `None` where nothing is pinned.
pub fn tray(data: Shared, tray: &Tray) -> Option<TrayModel> {
    let Tray { ids, missing } = tray;
    if ids.is_empty() && missing.is_empty() {
        return None;
    }
    let absent = (!missing.is_empty()).then(|| {
        let slugs = words::list(&missing.iter().map(|slug| format!("“{slug}”")).collect::<Vec<_>>());
        format!("{slugs} {} pinned, and not in this edition.", if missing.len() == 1 { "is" } else { "are" })
    });
    Some(TrayModel {
        count: words::count(ids.len(), "pinned statement"),
        compare: (ids.len() > 1).then(|| link::write(data, &View::compare_statements(ids.iter().copied()))),
        hint: (ids.len() == 1).then_some("Pin another to compare them."),
        missing: absent,
    })
}

/// The chunks that have to be loaded before [`pinned`] can be called.
pub fn pending(data: Shared, ids: &[StatementId]) -> Option<Pending> {
    pending::statements(data, ids.iter().copied())
}

/// Letters of a content that the tray shows.
const LETTERS: usize = 90;

/// The pinned statements.
///
/// # Panics
/// If a text that they quote is not loaded, see [`pending()`].
pub fn pinned(data: Shared, ids: &[StatementId]) -> Vec<Pinned> {
    let pinned = |&id: &StatementId| Pinned {
        id,
        slug: data.statement(id).slug,
        voice: card::voice(data, id),
        hue: card::voices(data, id).first().and_then(|&actor| actor.hue(data)),
        words: beginning(&data.content(id)),
        language: card::content_language(data, id),
        href: link::write(data, &View::statement(id)),
    };
    ids.iter().map(pinned).collect()
}

/// The beginning of a text, up to the end of a word where one ends in time.
fn beginning(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(LETTERS) else { return text.to_owned() };
    let cut = &text[..end];
    // Scripts without spaces end anywhere.
    let cut = cut.rfind(char::is_whitespace).filter(|&space| space > end / 2).map_or(cut, |space| &cut[..space]);
    format!("{}…", cut.trim_end_matches(|letter: char| letter.is_whitespace() || letter.is_ascii_punctuation()))
}

#[cfg(test)]
mod tests;
