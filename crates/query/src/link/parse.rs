//! From any text to a view, and what is said of the rest. How a single value is read is in [`reader`](super::reader);
//! what happens to links on their way is undone in [`transport`](super::transport).

use std::borrow::Cow;

use super::edition::{EDITION, EDITION_DIGITS, edition};
use super::linked::Linked;
use super::reader::{NOTICES, Notice, Pair, Problem, Reader, Repair};
use super::transport::{
    decode, is_punctuation, is_separator, normalize, recognize, trim_punctuation, without_separators,
};
use super::write::write;
use crate::Shared;
use crate::view::View;
use crate::words;

/// What a page and a key of a link are called among the nouns of [`Named`](crate::names::Named).
const PAGE: &str = "page";
const KEY: &str = "key";

/// A view read from a link, and what the link said that could not be read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parsed {
    /// Everything that was understood.
    pub view: View,
    /// The rest, in the order of the link; of many, the first and how many more there are.
    pub notices: Vec<Notice>,
}

/// Reads any text as a link. What is understood applies, the rest is named in notices; no text is an error.
///
/// ```
/// use query::View;
/// use query::link::{parse, write};
/// # let compiled = corpus::compile::compile_dir("../../seeds".as_ref()).unwrap_or_else(|report| panic!("{report:?}"));
/// # let data: query::Shared = Box::leak(Box::new(corpus::load(compiled.bytes.leak()).unwrap()));
///
/// let parsed = parse(data, "#/?topic=basing&by=topic");
/// assert_eq!(parsed.notices, []);
/// assert_eq!(write(data, &parsed.view), "#/?topic=basing&by=topic");
///
/// // What does not exist is named, with a link to the nearest that does.
/// let parsed = parse(data, "#/?topic=bassing");
/// assert_eq!(parsed.view, View::default());
/// assert_eq!(parsed.notices[0].text, "This briefing has no topic “bassing”.");
/// assert_eq!(parsed.notices[0].instead, Some(("basing".to_owned(), "#/?topic=basing".to_owned())));
/// ```
pub fn parse(data: Shared, link: &str) -> Parsed {
    let mut reader = Reader { data, pairs: Vec::new(), problems: Vec::new(), repair: None };
    let view = read(&mut reader, link);
    let more = reader.problems.len().saturating_sub(NOTICES);
    reader.problems.truncate(NOTICES);
    if more > 0 {
        reader.say(format!("The link has {}.", words::count(more, "more such fault")));
    }
    let notices = reader.problems.into_iter().map(|problem| notice(problem, data, link)).collect();
    Parsed { view, notices }
}

/// What is said of a problem, with the link in which its remedy was tried.
fn notice(problem: Problem, data: Shared, link: &str) -> Notice {
    let instead = problem.repair.map(|repair| {
        let label = repair.right.clone();
        let mut reader = Reader { data, pairs: Vec::new(), problems: Vec::new(), repair: Some(repair) };
        (label, write(data, &read(&mut reader, link)))
    });
    Notice { text: problem.text, instead }
}

fn read(reader: &mut Reader, link: &str) -> View {
    let mut link = normalize(link);
    // Quoted-printable writes each "=" so; a digest in our links is in small letters.
    if link.contains("edition=3D") {
        link = link.replace("=3D", "=");
    }
    let (path, query) = link.split_once(['?', '&']).unwrap_or((&link, ""));
    reader.pairs = pairs(reader, query);
    let view = page(reader, path);
    check_edition(reader);
    // Links of ours end with the edition; what comes after it was added on the way.
    let end = reader.pairs.iter().position(|pair| pair.key == EDITION).unwrap_or(reader.pairs.len());
    let unused: Vec<Pair> = reader.pairs[..end].iter().filter(|pair| !pair.used).cloned().collect();
    for pair in unused {
        unknown_key(reader, &view, &pair);
    }
    view
}

fn pairs(reader: &Reader, query: &str) -> Vec<Pair> {
    let keys = View::all_keys();
    let is_key = |name: &str| name == EDITION || keys.contains(&name);
    let mut pairs: Vec<Pair> = Vec::new();
    for text in query.split('&') {
        // An ampersand that was escaped for HTML, once or more often.
        let text = text.trim_start_matches("amp;");
        // What is left of another character that was escaped so begins no pair.
        let is_entity = text
            .split_once(';')
            .is_some_and(|(name, _)| !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric()));
        if !is_entity && let Some(last) = pairs.last_mut() {
            last.ends_link = false;
        }
        if text.is_empty() || is_entity {
            continue;
        }
        // Where a line was broken within a key, there is an "=" too many.
        let name = |at| without_separators(&decode(&text[..at]));
        let ends = || text.match_indices('=').map(|(at, _)| at).take(3);
        let known = ends().filter(|&at| is_key(&name(at))).last();
        let end = known.or(ends().next()).unwrap_or(text.len());
        let value = text.get(end + 1..).unwrap_or_default().to_owned();
        pairs.push(Pair { key: reader.repaired(KEY, name(end)), value, ends_link: true, used: false });
    }
    pairs
}

fn page(reader: &mut Reader, path: &str) -> View {
    let path = decode(path);
    let name = path.trim_start_matches(|c| c == '/' || is_separator(c));
    // The start page has no name, and what closes something begins none.
    let is_start = path.starts_with('/') && name.starts_with(|c| c != '<' && is_punctuation(c));
    let name = if is_start { "" } else { trim_punctuation(name) };
    let path = reader.repaired(PAGE, name.to_owned());
    let (mut page, mut rest) = path.split_once('/').unwrap_or((&path, ""));
    let names = View::page_names();
    recognize(page, &mut |name| {
        let known = names.iter().copied().find(|&known| known == name);
        if let Some(known) = known {
            // What follows the end of a name is not a part of its page.
            if without_separators(page) != known {
                rest = "";
            }
            page = known;
        }
        known.is_some()
    });
    if let Some(view) = View::parse(page, rest, reader) {
        return view;
    }
    let known = || names.into_iter().map(Cow::Borrowed).collect();
    let repair = reader.near(page, known).map(|near| {
        let keeps_path = page != near && View::has_path(&near) && !rest.is_empty();
        let right = if keeps_path { format!("{near}/{rest}") } else { near };
        Repair { noun: PAGE, wrong: path.clone(), right }
    });
    let text = format!("This briefing has no page “{path}”; this is its start.");
    reader.problems.push(Problem { text, repair });
    View::parse("", "", reader).unwrap_or_default()
}

/// Says so where the link was made with another edition. What is no edition, or the beginning of one, says nothing.
fn check_edition(reader: &mut Reader) {
    let Some(pair) = reader.pairs.iter().rfind(|pair| pair.key == EDITION) else {
        return;
    };
    let value = decode(&pair.value).to_ascii_lowercase();
    let digits =
        |text: &str| -> String { text.chars().take_while(char::is_ascii_hexdigit).take(EDITION_DIGITS).collect() };
    let made_with = digits(&without_separators(&value));
    // Up to where the line was broken, or other words begin.
    let intact = digits(value.trim_start_matches(is_separator));
    let own = edition(reader.data);
    if made_with.len() == EDITION_DIGITS && !own.starts_with(&intact) {
        reader.say(format!(
            "The link was made with another edition of this briefing ({made_with}); this is {own}. Statements may have changed since."
        ));
    }
}

fn unknown_key(reader: &mut Reader, view: &View, pair: &Pair) {
    let known = || view.keys().into_iter().map(Cow::Borrowed).collect();
    let key = &pair.key;
    let word = key.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    // The end of the link was cut off, or is glue.
    if word.is_empty() || pair.value.is_empty() && EDITION.starts_with(word) {
        return;
    }
    let repair = reader.near(key, known).map(|right| Repair { noun: KEY, wrong: key.clone(), right });
    // What others add to follow readers.
    let is_added = word != key || key.ends_with("clid") || ["ref", "si"].contains(&word);
    if repair.is_some() || !is_added {
        let text = format!("The link says “{key}”, which means nothing on this page.");
        reader.problems.push(Problem { text, repair });
    }
}
