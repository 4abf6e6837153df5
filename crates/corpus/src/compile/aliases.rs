//! Aliases: how the documents write an actor's name, so each has to be in one of them, from one boundary between letters to
//! another.

use std::ops::Range;

use aho_corasick::AhoCorasick;

use super::advice::parted;
use super::characters::toml_string;
use super::check::Check;
use super::clusters;
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
    let mut inside: Vec<Option<(&Seed<'_>, Range<usize>)>> = vec![None; aliases.len()];
    for seed in seeds {
        for hit in finder.find_overlapping_iter(seed.text.text) {
            let alias = hit.pattern().as_usize();
            if clusters::is_whole(seed.text.text, &hit.range()) {
                found[alias] = true;
            } else if inside[alias].is_none() {
                inside[alias] = Some((seed, hit.range()));
            }
        }
    }
    for ((At { value, place }, _), inside) in aliases.iter().zip(found).zip(inside).filter(|((_, found), _)| !found) {
        if let Some((seed, range)) = inside {
            let parted: Vec<_> = parted(seed.text.text, &range).collect();
            let whole = clusters::widened(seed.text.text, range);
            let proposal = toml_string(&seed.text.text[whole.clone()]);
            let only = format!("\"{}\" only stands where it begins or ends inside a letter", value.0);
            check.report(
                Problem::new("briefing::alias::grapheme", only)
                    .label(*place, "a name begins and ends between letters")
                    .note(Place::new(seed.text.file, whole), "the whole letters here")
                    .help(format!("{} are one letter", parted.join("; ")))
                    .write(&proposal),
            );
            continue;
        }
        let guess = check.may_guess();
        let problem = Problem::new("briefing::alias::absent", format!("no document writes \"{}\"", value.0))
            .label(*place, "in none of the texts, letter for letter");
        let near = seeds.iter().filter(|_| guess).find_map(|seed| {
            let near = seed.text.passages().alike(seed.text.text, &value.0)?;
            let proposal = toml_string(&seed.text.text[near.range.clone()]);
            Some((Place::new(seed.text.file, near.range), near.difference, proposal))
        });
        check.report(match near {
            Some((place, difference, proposal)) => {
                problem.note(place, "a document writes it so").help(difference).write(&proposal)
            }
            None => {
                problem.help("an alias is how a document writes the name; what you call the actor is `name` or `short`")
            }
        });
    }
}
