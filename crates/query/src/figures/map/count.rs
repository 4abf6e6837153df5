//! The countries of actors, and acts that join two of them.

use corpus::{ActorId, Form, Role, StatementId};

use super::model::ArcKind;
use crate::Shared;
use crate::matching;
use crate::order;
use crate::set::StatementSet;

/// The roles in which a statement is of an actor or about it.
pub const ROLES: [Role; 3] = [Role::Speaker, Role::Agent, Role::Subject];

/// The codes of the countries of a corpus, in the order of its actors.
pub fn codes(data: Shared) -> Vec<&'static str> {
    let mut codes = Vec::new();
    for code in data.actors.iter().filter_map(|actor| actor.country) {
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    codes
}

/// The actors of the countries of a corpus. An actor has the country that the registry gives it, and those of what it
/// is a part of.
pub struct Countries {
    /// The codes.
    pub codes: Vec<&'static str>,
    /// The outermost actors of each country: all others of it are parts of these.
    pub actors: Vec<Vec<ActorId>>,
    /// The countries of each actor, as indices, each with the outermost actor that has it.
    of_actor: Vec<Vec<(usize, ActorId)>>,
}

impl Countries {
    /// The countries of a corpus.
    pub fn new(data: Shared) -> Countries {
        let codes = codes(data);
        let mut actors = vec![Vec::new(); codes.len()];
        let mut of_actor = Vec::with_capacity(data.actors.len());
        for id in (0..data.actors.len() as u32).map(ActorId) {
            let mut own: Vec<(usize, ActorId)> = Vec::new();
            let mut next = Some(id);
            while let Some(at) = next {
                let actor = data.actor(at);
                if let Some(index) = actor.country.and_then(|code| codes.iter().position(|&other| other == code)) {
                    own.retain(|&(other, _)| other != index);
                    own.push((index, at));
                }
                next = actor.part_of;
            }
            own.iter().filter(|&&(_, outermost)| outermost == id).for_each(|&(index, _)| actors[index].push(id));
            of_actor.push(own);
        }
        Countries { codes, actors, of_actor }
    }

    /// The number of actors of a country, its parts among them.
    pub fn number_of_actors(&self, country: usize) -> usize {
        self.of_actor.iter().filter(|own| own.iter().any(|&(index, _)| index == country)).count()
    }

    /// The statements of a country's actors or about them, among some.
    pub fn statements(&self, data: Shared, country: usize, among: &StatementSet) -> StatementSet {
        let mut set = StatementSet::empty(data.statements.len());
        self.actors[country].iter().for_each(|&id| set.union_with(&matching::with_actor(data, id, &ROLES)));
        set.intersect_with(among);
        set
    }

    /// The countries of some actors, each once.
    fn of(&self, actors: &[ActorId]) -> Vec<usize> {
        let mut all = Vec::new();
        for &(index, _) in actors.iter().flat_map(|actor| &self.of_actor[actor.index()]) {
            if !all.contains(&index) {
                all.push(index);
            }
        }
        all
    }

    /// Those of some actors that have a country, each by the outermost actor of that country.
    fn outermost(&self, actors: &[ActorId], country: usize) -> impl Iterator<Item = ActorId> {
        let all = actors.iter().flat_map(|actor| &self.of_actor[actor.index()]);
        all.filter(move |&&(index, _)| index == country).map(|&(_, outermost)| outermost)
    }

    /// The actors of an arc that act at its first end, and those that the acts are about or that act at the other one.
    pub fn taking_part(&self, data: Shared, acts: &Acts) -> [Vec<ActorId>; 2] {
        let mut taking_part = [Vec::new(), Vec::new()];
        for statement in acts.statements.iter().map(|&id| data.statement(id)) {
            let others = if acts.kind == ArcKind::Toward { statement.about } else { statement.agents };
            let ends = [(statement.agents, acts.ends[0]), (others, acts.ends[1])];
            for (all, (actors, country)) in taking_part.iter_mut().zip(ends) {
                for id in self.outermost(actors, country) {
                    if !all.contains(&id) {
                        all.push(id);
                    }
                }
            }
        }
        taking_part
    }
}

/// The acts that join two countries.
pub struct Acts {
    /// How they join them.
    pub kind: ArcKind,
    /// The countries, as indices.
    pub ends: [usize; 2],
    /// The acts, ascending; one at least.
    pub statements: Vec<StatementId>,
}

/// The acts among some statements that join two countries, those that join most often first. An act joins the countries
/// of its agents; and each of these with the countries that it is about and whose actors do not act in it.
///
/// Takes time in proportion to the statements, and to the actors of acts.
pub fn acts(data: Shared, countries: &Countries, statements: &StatementSet) -> Vec<Acts> {
    let number = countries.codes.len() as u32;
    let mut entries: Vec<order::Key> = Vec::new();
    for id in statements {
        let statement = data.statement(id);
        if statement.form != Form::Act {
            continue;
        }
        let agents = countries.of(statement.agents);
        let about = countries.of(statement.about);
        let mut join = |kind: ArcKind, from: usize, to: usize| {
            entries.push([kind as i32, (from as u32 * number + to as u32).cast_signed(), id.0.cast_signed()]);
        };
        for &from in &agents {
            agents.iter().filter(|&&to| from < to).for_each(|&to| join(ArcKind::Together, from, to));
            about.iter().filter(|to| !agents.contains(to)).for_each(|&to| join(ArcKind::Toward, from, to));
        }
    }
    let mut all: Vec<(Acts, i32)> = Vec::new();
    for [kind, ends, id] in order::by_key(entries, |&entry| entry) {
        let id = StatementId(id.cast_unsigned());
        let kind = if kind == ArcKind::Toward as i32 { ArcKind::Toward } else { ArcKind::Together };
        match all.last_mut() {
            Some((acts, last)) if acts.kind == kind && *last == ends => acts.statements.push(id),
            _ => {
                let at = ends.cast_unsigned();
                let each = [at / number, at % number].map(|end| end as usize);
                all.push((Acts { kind, ends: each, statements: vec![id] }, ends));
            }
        }
    }
    let all = all.into_iter().map(|(acts, _)| acts).collect();
    order::by_key(all, |acts: &Acts| [order::largest(acts.statements.len()), 0, 0])
}
