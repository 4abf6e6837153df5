//! One statement as a reference, after the Chicago Manual of Style (17th edition), notes and bibliography.
//!
//! A statement is a quotation taken from a secondary source, so it is given as 14.260 asks: who speaks, what, and "quoted
//! in" what. Web addresses and the day of access follow 14.6 to 14.12, newspapers 14.191, missing dates 14.145. Two
//! things are ours. Form and attribution chain are named ("Paraphrased, as cited by Politico, in"), because a paraphrase
//! passed off as a quotation would be false. And the full stop stays outside the quotation marks where the document has
//! none, because what stands between them is verbatim.

use corpus::StatementId;
use query::Shared;
use query::language::{Direction, isolated};

use crate::Context;
use crate::attribution;
use crate::dates;
use crate::lines::{closed, one_line};

/// What a sentence ends with; after one of these no full stop is added.
const ENDS: [char; 4] = ['.', '?', '!', '…'];

/// The reference, on one line.
pub fn citation(data: Shared, id: StatementId, context: &Context) -> String {
    format!("{} {}.", source(data, id, context), context.statement_link(data, id))
}

/// The reference without the link to the statement, which ends it.
pub fn source(data: Shared, id: StatementId, context: &Context) -> String {
    let statement = data.statement(id);
    let document = data.document(statement.document);
    let clean = |text: &str| closed(&one_line(text));
    let content = clean(&data.content(id));
    let ended = content.trim_end_matches(['”', '"', '’', '»', ')']).ends_with(ENDS);
    let stop = if ended { "" } else { "." };
    let voice = attribution::voice(data, id).map(|voice| format!("{}: ", clean(&voice))).unwrap_or_default();
    let conveyed = clean(&attribution::conveyed(data, id));
    let mut source = format!("“{},”", isolated(&clean(document.title)));
    if let Some(outlet) = document.outlet {
        source = format!("{source} {},", isolated(&clean(data.actor(outlet).name)));
    }
    let date = document.published.map_or_else(|| "n.d.".to_owned(), dates::chicago);
    let address = document.url.map(|url| format!(", {url}")).unwrap_or_default();
    let full_stop = if address.is_empty() && date.ends_with('.') { "" } else { "." };
    let accessed = dates::chicago_day(context.accessed);
    // Between quotation marks, only what begins from right to left turns them.
    let turned = Direction::of_text(&content) == Some(Direction::RightToLeft);
    let content = if turned { isolated(&content) } else { content.as_str().into() };
    format!("{voice}“{content}”{stop} {conveyed} {source} {date}{address}{full_stop} Accessed {accessed}.")
}
