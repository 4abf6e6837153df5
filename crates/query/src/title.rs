//! What a view is called: in the window's title, in history, in bookmarks.

use crate::Shared;
use crate::names::Named;
use crate::statements;
use crate::view::{Columns, View};
use crate::words;

/// The name of a view, the most particular first.
pub fn title(data: Shared, view: &View) -> String {
    let own = own(data, view);
    if own.is_empty() { data.title.to_owned() } else { format!("{own} · {}", data.title) }
}

/// The same within the briefing, which does not name itself.
pub fn own(data: Shared, view: &View) -> String {
    match view {
        View::Briefing(selection) => {
            if let Some(id) = selection.open {
                format!("{}: {}", crate::card::voice(data, id), shortened(&data.content(id)))
            } else {
                let labels: Vec<_> =
                    statements::chosen(data, &selection.filter).into_iter().map(|(label, _)| label).collect();
                labels.join(", ")
            }
        }
        View::Actors => "Actors".to_owned(),
        View::Actor(id) => data.actor(*id).name.to_owned(),
        View::Compare(comparison) => match &comparison.columns {
            Columns::Actors(actors) if actors.is_empty() => "Compare".to_owned(),
            Columns::Actors(actors) => {
                let names: Vec<_> = actors.iter().map(|id| id.label(data)).collect();
                format!("{} compared", words::list(&names))
            }
            Columns::Statements(statements) => {
                let names: Vec<_> = statements.iter().map(|&id| crate::card::voice(data, id)).collect();
                format!("{} compared", names.join(" / "))
            }
        },
        View::Source(document, None) => format!("Text of “{}”", data.document(*document).title),
        View::Source(document, Some(id)) => {
            format!("{} in the text of “{}”", crate::card::voice(data, *id), data.document(*document).title)
        }
        View::About => "About".to_owned(),
    }
}

/// The beginning of a text, cut at a word.
fn shortened(text: &str) -> String {
    const MOST: usize = 60;
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    let cut = text.char_indices().nth(MOST).map_or(text.len(), |(place, _)| place);
    let cut = text[..cut].rfind(' ').unwrap_or(cut);
    format!("{}…", text[..cut].trim_end_matches([',', ';', ' ']))
}

#[cfg(test)]
mod tests;
