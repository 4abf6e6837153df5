//! What a view is called: in the window's title, in history, in bookmarks.

use crate::Shared;
use crate::card;
use crate::language::{self, Phrase};
use crate::statements;
use crate::view::{Columns, View};

/// The name of a view, the most particular first.
pub fn title(data: Shared, view: &View) -> String {
    full_title(data, view).title()
}

/// The same in parts.
pub fn full_title(data: Shared, view: &View) -> Phrase {
    let own = page_title(data, view);
    let briefing = Phrase::of(language::named(data, data.title));
    if own.is_empty() { briefing } else { own.literal(" · ").phrase(briefing) }
}

/// The same within the briefing, which does not name itself.
pub fn page_title(data: Shared, view: &View) -> Phrase {
    match view {
        View::Briefing(selection) => {
            if let Some(id) = selection.open {
                let content = shortened(&data.content(id));
                card::voice(data, id).literal(": ").text(&content, card::content_language(data, id))
            } else {
                Phrase::joined(statements::chosen(data, &selection.filter).into_iter().map(|(label, _)| label), ", ")
            }
        }
        View::Actors => Phrase::new("Actors"),
        View::Actor(id) => Phrase::of(language::named(data, data.actor(*id).name)),
        View::Compare(comparison) => match &comparison.columns {
            Columns::Actors(actors) if actors.is_empty() => Phrase::new("Compare"),
            Columns::Actors(actors) => card::short_names(data, actors).literal(" compared"),
            Columns::Statements(statements) => {
                Phrase::joined(statements.iter().map(|&id| card::voice(data, id)), " / ").literal(" compared")
            }
        },
        View::Source(document, None) => {
            Phrase::new("Text of “").phrase(Phrase::of(language::title(data, *document))).literal("”")
        }
        View::Source(document, Some(id)) => card::voice(data, *id)
            .literal(" in the text of “")
            .phrase(Phrase::of(language::title(data, *document)))
            .literal("”"),
        View::About => Phrase::new("About"),
    }
}

/// The beginning of a text, cut at a word.
fn shortened(text: &str) -> String {
    const MOST: usize = 60;
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    let cut = text.char_indices().nth(MOST).map_or(text.len(), |(index, _)| index);
    let cut = text[..cut].rfind(' ').unwrap_or(cut);
    format!("{}…", text[..cut].trim_end_matches([',', ';', ' ']))
}

#[cfg(test)]
mod tests;
