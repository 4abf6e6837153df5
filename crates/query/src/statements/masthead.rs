//! The masthead of the start page: headline, dates, counts, and the actors by camp.

use corpus::{Date, Hue};

use crate::Shared;
use crate::card::{self, Ref};
use crate::language::{self, Language, Localizable};
use crate::matching;
use crate::order;
use crate::words;

/// The masthead.
#[derive(Clone, Debug, PartialEq)]
pub struct Masthead {
    /// The headline.
    pub title: Localizable,
    /// The standfirst, under the headline.
    pub standfirst: Localizable,
    /// The dates of publication, in words.
    pub dateline: String,
    /// Numbers with their nouns: "1 document", "25 statements", "30 actors".
    pub counts: [(String, &'static str); 3],
    /// The actors that are no part of another, by camp.
    pub camps: Vec<CampStrip>,
}

/// The strip of a camp.
#[derive(Clone, Debug, PartialEq)]
pub struct CampStrip {
    /// The name of the camp.
    pub name: Localizable,
    /// The accent colour of the camp.
    pub hue: Option<Hue>,
    /// The actors with most statements, each with the number of statements in which it, or a part of it, has a role.
    pub members: Vec<(Ref, usize)>,
    /// The number of actors that are left out.
    pub more: usize,
}

/// The number of actors in a strip.
const STRIP: usize = 5;

/// Builds the masthead.
pub fn masthead(data: Shared) -> Masthead {
    let published: Vec<Date> = data.documents.iter().filter_map(|document| document.published).collect();
    let published = order::by_key(published, |date| [date.sort_key().0, date.sort_key().1, 0]);
    let dateline = match (published.first(), published.last()) {
        (Some(&first), Some(&last)) if first != last => {
            format!("{} to {}", words::date(first), words::date(last))
        }
        (Some(&only), _) => words::date(only),
        _ => String::new(),
    };
    let counted = |number: usize, one: &'static str, many: &'static str| {
        (words::grouped(number), if number == 1 { one } else { many })
    };
    Masthead {
        title: language::named(data, data.title),
        standfirst: language::localizable(data, data.standfirst),
        dateline,
        counts: [
            counted(data.documents.len(), "document", "documents"),
            counted(data.statements.len(), "statement", "statements"),
            counted(data.actors.len(), "actor", "actors"),
        ],
        camps: camps(data),
    }
}

fn camps(data: Shared) -> Vec<CampStrip> {
    let part_in = |id| matching::with_actor(data, id, &corpus::Role::ALL).len();
    let members = |camp: Option<corpus::CampId>| {
        let own = data.actor_ids().filter(|&id| data.actor(id).part_of.is_none() && data.actor(id).camp == camp);
        let members: Vec<_> =
            own.map(|id| (card::actor_ref(data, id), part_in(id))).filter(|(_, count)| *count > 0).collect();
        order::by_key(members, |&(_, count)| [order::largest(count), 0, 0])
    };
    let camps = (0..data.camps.len() as u32).map(corpus::CampId);
    let strip = |name: Localizable, hue: Option<Hue>, mut members: Vec<(Ref, usize)>| {
        // A single further actor takes no more room than the note that there is one.
        let shown = if members.len() == STRIP + 1 { STRIP + 1 } else { members.len().min(STRIP) };
        let more = members.len() - shown;
        members.truncate(shown);
        CampStrip { name, hue, members, more }
    };
    let mut strips: Vec<_> = camps
        .map(|id: corpus::CampId| {
            strip(language::named(data, data.camp(id).name), Some(data.camp(id).hue), members(Some(id)))
        })
        .collect();
    strips.push(strip(Localizable { text: "Others", language: Language::default() }, None, members(None)));
    strips.retain(|strip| !strip.members.is_empty());
    strips
}
