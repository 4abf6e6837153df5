//! The words of a map.

use super::ground::Ground;
use super::model::{Arc, ArcKind, MapCountry};
use crate::language::{Localizable, Phrase};
use crate::words;

/// What is said of a link that leads to more than what it is of.
const TO_ALL: &str = ", among all that pass the filter";

/// The largest number of countries that a note names.
const MOST_NAMED: usize = 12;

/// A country as a screen reader says it.
pub fn spoken_country(name: Localizable, statements: usize, actors: usize, is_exact: bool) -> Phrase {
    let among = if is_exact { "" } else { TO_ALL };
    let statements = words::count(statements, "statement");
    Phrase::of(name).literal(&format!(": {statements} of or about {}{among}", words::count(actors, "actor")))
}

/// An arc as a screen reader says it.
pub fn spoken_arc(kind: ArcKind, [from, to]: [Localizable; 2], acts: usize, is_exact: bool) -> Phrase {
    let among = if is_exact { "" } else { TO_ALL };
    let acts = words::count(acts, "act");
    match kind {
        ArcKind::Toward => {
            Phrase::of(from).literal(" toward ").phrase(Phrase::of(to)).literal(&format!(": {acts}{among}"))
        }
        ArcKind::Together => {
            Phrase::of(from).literal(" and ").phrase(Phrase::of(to)).literal(&format!(" together: {acts}{among}"))
        }
    }
}

/// What is to be seen, of so many statements.
pub fn sentence(countries: &[MapCountry], arcs: &[Arc], statements: usize) -> Phrase {
    let Some(most) = countries.first() else {
        return Phrase::new("No statement here is of or about an actor with a country.");
    };
    let of = |country: &MapCountry| {
        let are = if country.count == 1 { "is" } else { "are" };
        let of = words::count(statements, "statement");
        format!("{} of {of} {are} of its actors or about them", words::grouped(country.count))
    };
    let head = match countries {
        [_] => Phrase::new("All actors with a country are of ").phrase(Phrase::of(most.name)).literal(": "),
        several => Phrase::new(&words::capitalised(&words::spelled(several.len())))
            .literal(" countries, most of all ")
            .phrase(Phrase::of(most.name))
            .literal(": "),
    };
    let head = head.literal(&of(most)).literal(".");
    let head = if countries.iter().any(|country| country.place.is_some()) {
        head
    } else {
        head.literal(if countries.len() == 1 { " No map has it." } else { " No map has any of them." })
    };
    let Some(arc) = arcs.first() else {
        return if countries.len() == 1 { head } else { head.literal(" No act joins two of them.") };
    };
    let [from, to] = arc.ends.map(|end| Phrase::of(countries[end].name));
    let number = words::count(arc.count, "act");
    let head = head.literal(" Most acts between two: ").phrase(from);
    match arc.kind {
        ArcKind::Toward => head.literal(" toward ").phrase(to).literal(&format!(", {number}.")),
        ArcKind::Together => head.literal(" and ").phrase(to).literal(&format!(" together, {number}.")),
    }
}

/// What was left out, and what the map is made of.
pub fn notes(
    ground: &Ground,
    countries: &[MapCountry],
    arcs: &[Arc],
    silent: &[Localizable],
    [dropped, crowded]: [usize; 2],
) -> Vec<Phrase> {
    let mut notes = Vec::new();
    let list = |names: Vec<Phrase>| {
        let more = names.len().saturating_sub(MOST_NAMED);
        let rest = (more > 0).then(|| Phrase::new(&words::count(more, "other")));
        Phrase::list(names.into_iter().take(MOST_NAMED).chain(rest).collect())
    };
    if !arcs.is_empty() {
        notes.push(Phrase::new(
            "Which acts are visits or meetings is not coded: an arrow is any act of one country’s actors that is about the \
             other’s.",
        ));
    }
    let is_off = |end: usize| countries[end].place.is_none();
    let off_map: usize = arcs.iter().filter(|arc| arc.ends.into_iter().any(is_off)).map(|arc| arc.count).sum();
    if off_map > 0 {
        let acts = words::count(off_map, "act");
        notes.push(Phrase::new(&format!("{acts} with countries on no map can only be read in the table.")));
    }
    if !silent.is_empty() && !countries.is_empty() {
        let names = list(silent.iter().map(|&name| Phrase::of(name)).collect());
        notes.push(Phrase::new("Without a statement here: ").phrase(names).literal("."));
    }
    if dropped > 0 {
        notes.push(Phrase::new(&format!("Left out are the {dropped} countries with fewest statements.")));
    }
    if crowded > 0 {
        notes.push(Phrase::new(&format!("Left out are the {crowded} arcs with fewest acts.")));
    }
    if ground.height > 0 {
        let projection = ground.projection;
        notes.push(Phrase::new(&format!(
            "Outlines: Natural Earth, which draws borders as they are held in fact. Projection: {projection}."
        )));
    }
    notes
}
