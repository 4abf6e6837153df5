//! The passage of a text nearest to a quote that is not there, and in what they differ.
//!
//! First the quote is looked for again with what an editor's program may have changed told apart no longer, see
//! [`super::alike`]. If it is not there even so, the stretch that shares most of its words is shown, rare words counting
//! more. Either costs one walk over the text, and the second a walk over the places of the
//! quote's rarer words; a text is only made ready once.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::ops::Range;

use super::alike::{Folded, Lookalikes};
use super::blocks;
use super::clusters;
use super::differences::{differences, wording};

/// How many places of words are looked at for one quote, so that "the" does not make a long text slow.
const PLACES: usize = 20_000;

/// How much of a quote's words, weighed by rarity, a passage has to share.
const ENOUGH: f64 = 0.55;

/// A word and where it stands in the text.
#[derive(Debug)]
struct Word {
    range: Range<usize>,
}

/// What finding the nearest passage in a text needs.
#[derive(Debug)]
pub(super) struct Passages {
    /// The text folded, for each way of taking letters for alike; made when first asked for.
    folded: [OnceCell<Folded>; 3],
    words: Vec<Word>,
    /// For each word, folded: its places in `words`, ascending.
    places: HashMap<String, Vec<usize>>,
}

/// A passage that an editor may have meant.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Near {
    /// Where it stands.
    pub range: Range<usize>,
    /// In what it differs, a sentence.
    pub difference: String,
    /// Whether it reads like the quote, so that it can be proposed in its place.
    pub alike: bool,
}

/// The words of a text, lower-case, with their places.
fn words(text: &str) -> impl Iterator<Item = (Range<usize>, String)> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(|word| {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        (start..start + word.len(), word.to_lowercase())
    })
}

impl Passages {
    pub fn new(text: &str) -> Self {
        let mut all = Vec::new();
        let mut places: HashMap<String, Vec<usize>> = HashMap::new();
        for (range, word) in words(text) {
            places.entry(word).or_default().push(all.len());
            all.push(Word { range });
        }
        Passages { folded: Default::default(), words: all, places }
    }

    /// The passage that only differs in how it is set.
    pub fn alike(&self, text: &str, wanted: &str) -> Option<Near> {
        self.folded.iter().zip(Lookalikes::ALL).find_map(|(folded, lookalikes)| {
            let folded = folded.get_or_init(|| Folded::new(text, None, lookalikes));
            let range = folded.find(wanted, lookalikes)?;
            let difference = differences(&text[range.clone()], wanted, lookalikes);
            Some(Near { range, difference, alike: true })
        })
    }

    /// The passage nearest to a quote, if any is near.
    pub fn nearest(&self, text: &str, wanted: &str) -> Option<Near> {
        self.alike(text, wanted).or_else(|| {
            let range = self.shared(text, wanted)?;
            let difference = wording(&text[range.clone()], wanted);
            Some(Near { range, difference, alike: false })
        })
    }

    /// The stretch that shares most of the quote's words.
    fn shared(&self, text: &str, wanted: &str) -> Option<Range<usize>> {
        let wanted: Vec<String> = words(wanted).map(|(_, word)| word).collect();
        let (hits, weights) = self.hits(&wanted);
        let window = best_window(&hits, &weights, wanted.len() + wanted.len() / 3 + 2)?;
        let (first, last) = aligned(&hits[window], wanted.len(), self.words.len());
        let range = self.words.get(first)?.range.start..self.words.get(last)?.range.end;
        // A quote rarely runs over a blank line, so neither does what is shown for it.
        let end = blocks::runs(&text[range.clone()]).first().map_or(range.end, |run| range.start + run.end as usize);
        Some(clusters::widened(text, range.start..end))
    }

    /// Where the quote's words stand, as (place in the text's words, place in the quote's), ascending; and how much
    /// each of the quote's words weighs, all of them together one.
    fn hits(&self, wanted: &[String]) -> (Vec<(usize, usize)>, Vec<f64>) {
        let found: Vec<&[usize]> = wanted.iter().map(|word| self.of_word(word)).collect();
        let total = (self.words.len() + 2) as f64;
        let weigh = |places: &&[usize]| (total / (places.len() + 1) as f64).ln();
        let mut weights: Vec<f64> = found.iter().map(weigh).collect();
        let sum: f64 = weights.iter().sum();
        for weight in &mut weights {
            *weight /= sum;
        }
        let mut rarest: Vec<usize> = (0..wanted.len()).collect();
        rarest.sort_by_key(|&at| found[at].len());
        let mut hits = Vec::new();
        for at in rarest {
            if !hits.is_empty() && hits.len() + found[at].len() > PLACES {
                break;
            }
            hits.extend(found[at].iter().map(|&place| (place, at)));
        }
        hits.sort_unstable();
        (hits, weights)
    }

    /// The places of a word, or of the word it may be a misspelling of.
    fn of_word(&self, word: &str) -> &[usize] {
        if let Some(places) = self.places.get(word) {
            return places;
        }
        let length = word.chars().count();
        if length < 4 {
            return &[];
        }
        let close = |other: &str| {
            other.chars().count().abs_diff(length) <= 2 && strsim::normalized_damerau_levenshtein(word, other) >= 0.7
        };
        // The first in the alphabet, so that two runs say the same.
        let near = self.places.iter().filter(|(other, _)| close(other)).min_by_key(|(other, _)| other.as_str());
        near.map(|(_, places)| places.as_slice()).unwrap_or_default()
    }
}

/// The run of hits within so many words of the text that weighs most, if that is enough.
fn best_window(hits: &[(usize, usize)], weights: &[f64], length: usize) -> Option<Range<usize>> {
    let mut times = vec![0_usize; weights.len()];
    let mut weight = 0.0;
    let mut from = 0;
    let mut best: Option<(f64, Range<usize>)> = None;
    for (to, &(place, word)) in hits.iter().enumerate() {
        if times[word] == 0 {
            weight += weights[word];
        }
        times[word] += 1;
        while hits[from].0 + length <= place {
            let (_, word) = hits[from];
            times[word] -= 1;
            if times[word] == 0 {
                weight -= weights[word];
            }
            from += 1;
        }
        // Sums in another order differ in their last digits; that is no reason to prefer a later window.
        if best.as_ref().is_none_or(|(most, _)| weight > most + 1e-9) {
            best = Some((weight, from..to + 1));
        }
    }
    best.filter(|(weight, _)| *weight >= ENOUGH).map(|(_, window)| window)
}

/// First and last word of the text that the quote's first and last word would fall on, as most hits have it.
fn aligned(hits: &[(usize, usize)], length: usize, words: usize) -> (usize, usize) {
    let offset = |&(place, word): &(usize, usize)| place.cast_signed() - word.cast_signed();
    let mut offsets: Vec<isize> = hits.iter().map(offset).collect();
    offsets.sort_unstable();
    let middle = offsets[offsets.len() / 2];
    let slack = (length / 3).max(3);
    let straight = || hits.iter().filter(|hit| offset(hit).abs_diff(middle) <= slack);
    let first =
        straight().min_by_key(|&&(place, word)| (word, place)).map_or(0, |hit| offset(hit).max(0).cast_unsigned());
    let last = straight()
        .max_by_key(|&&(place, word)| (word, place))
        .map_or(first, |&(place, word)| place + length - 1 - word);
    (first, last.min(words - 1).max(first))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Talks\n\nEarlier, Politico reported that Pentagon officials visited Uzbekistan in October to \
        discuss security issues.\n\n“USA is a reliable partner”, said Moscow’s envoy – twice.\n";

    fn nearest(wanted: &str) -> Option<(&'static str, String)> {
        let near = Passages::new(TEXT).nearest(TEXT, wanted)?;
        Some((&TEXT[near.range], near.difference))
    }

    #[test]
    fn straight_quotation_marks_find_typographic_ones() {
        let (passage, difference) = nearest("\"USA is a reliable partner\", said Moscow's envoy").expect("a passage");
        assert_eq!(passage, "“USA is a reliable partner”, said Moscow’s envoy");
        assert!(difference.contains("’ “ ”"), "{difference}");
    }

    #[test]
    fn a_wrong_word_in_the_middle_is_named() {
        let (passage, difference) = nearest("Pentagon officials visited Kazakhstan in October").expect("a passage");
        assert_eq!(passage, "Pentagon officials visited Uzbekistan in October");
        assert_eq!(difference, "the text reads \"Uzbekistan\" where the quote has \"Kazakhstan\"");
    }

    #[test]
    fn a_wrong_word_at_either_end_belongs_to_the_passage() {
        let (passage, _) = nearest("Several officials visited Uzbekistan in November").expect("a passage");
        assert_eq!(passage, "Pentagon officials visited Uzbekistan in October");
    }

    #[test]
    fn a_word_left_out_or_put_in_is_named() {
        assert_eq!(
            nearest("officials visited in October to discuss").map(|near| near.1).as_deref(),
            Some("the text also has \"Uzbekistan\" there")
        );
        assert_eq!(
            nearest("Pentagon officials secretly visited Uzbekistan in October").map(|near| near.1).as_deref(),
            Some("the text does not have \"secretly\" there")
        );
    }

    #[test]
    fn a_misspelt_word_finds_its_passage() {
        assert_eq!(nearest("Politiko reportd").map(|near| near.0), Some("Politico reported"));
    }

    #[test]
    fn what_resembles_nothing_finds_nothing() {
        assert_eq!(nearest("the price of tea rose by a fifth"), None);
        assert_eq!(nearest("?!"), None);
        assert_eq!(Passages::new("").nearest("", "words"), None);
    }

    #[test]
    fn a_passage_does_not_run_over_a_blank_line() {
        let (passage, _) =
            nearest("to discuss security issues with everybody in the whole region").unwrap_or(("", String::new()));
        assert!(!passage.contains('\n'), "{passage}");
    }

    #[test]
    fn a_long_text_of_one_word_is_no_trouble() {
        let text = "the ".repeat(200_000);
        let passages = Passages::new(&text);
        for _ in 0..50 {
            let near = passages.nearest(&text, &format!("{}base", "the ".repeat(100)));
            assert!(near.is_none_or(|near| near.range.len() < 1000));
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_and_quote_give_a_passage_on_boundaries_or_none(text in "[ab“”\"’ \r\n\u{ad}\u{301}İß-]{0,40}", wanted in "[ab“\"’ \nİß-]{0,12}") {
            if let Some(near) = Passages::new(&text).nearest(&text, &wanted) {
                proptest::prop_assert!(clusters::is_whole(&text, &near.range));
            }
        }
    }
}
