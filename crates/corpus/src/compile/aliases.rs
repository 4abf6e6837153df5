//! Aliases: how the documents write an actor's name, so each has to be in one of them.

use aho_corasick::AhoCorasick;

use super::check::Check;
use super::document::Seed;
use super::problem::{Place, Problem};
use super::raw;
use super::read::{At, Many};

/// Reports every alias that occurs in no document. All aliases are looked for in one walk over each text; nothing is
/// said where a document could not be read.
pub(super) fn check(actors: &Many<raw::Actor>, seeds: &[Seed<'_>], whole: bool, check: &mut Check<'_>) {
    let aliases: Vec<_> = actors.0.iter().flat_map(|actor| &actor.value.aliases.0).collect();
    if !whole || seeds.is_empty() || aliases.is_empty() {
        return;
    }
    // An automaton of all aliases only fails to be built beyond sizes that no registry of actors has.
    let Ok(finder) = AhoCorasick::new(aliases.iter().map(|alias| alias.value.0.as_bytes())) else { return };
    let mut found = vec![false; aliases.len()];
    for seed in seeds {
        for hit in finder.find_overlapping_iter(seed.text.text) {
            found[hit.pattern().as_usize()] = true;
        }
    }
    for (At { value, place }, _) in aliases.iter().zip(found).filter(|(_, found)| !found) {
        let guess = check.may_guess();
        let problem = Problem::new("briefing::alias::absent", format!("no document writes \"{}\"", value.0))
            .label(*place, "in none of the texts, letter for letter");
        let near = seeds.iter().filter(|_| guess).find_map(|seed| {
            let near = seed.text.passages().alike(seed.text.text, &value.0)?;
            Some((Place::new(seed.text.file, near.range), near.difference))
        });
        check.report(match near {
            Some((place, difference)) => problem.note(place, "a document writes it so").help(difference),
            None => {
                problem.help("an alias is how a document writes the name; what you call the actor is `name` or `short`")
            }
        });
    }
}
