//! The passage of a text that is nearest to a quote that does not occur, and how the two differ.
//!
//! First the quote is searched for with the differences of [`super::equivalence`] folded away. If it does not occur so
//! either, the passage is the range that shares most of the quote's words, weighted by rarity. The first costs a pass
//! over the text, the second a pass over the occurrences of the quote's rarer words; the index of a text is built once.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::ops::Range;

use super::blocks;
use super::differences::{describe_differences, describe_wording};
use super::equivalence::{Confusables, FoldedText};
use super::graphemes;

/// The number of word occurrences that are compared for one quote, so that frequent words do not make long texts slow.
const MAX_HITS: usize = 20_000;

/// The weight of the shared words, of 1 for all words of the quote, from which a passage is near enough.
const MIN_WEIGHT: f64 = 0.55;

/// The index of a text in which nearest passages are searched.
#[derive(Debug)]
pub(super) struct PassageIndex {
    /// The text folded with each treatment of confusable letters, in the order of [`Confusables::ALL`]; folded at the
    /// first use.
    folded: [OnceCell<FoldedText>; 3],
    /// The ranges of the words, in order.
    words: Vec<Range<usize>>,
    /// For each different word, in lower case: its indexes in `words`, ascending.
    occurrences: HashMap<String, Vec<usize>>,
}

/// The passage nearest to a quote.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct NearestPassage {
    /// Range in the text, in bytes.
    pub range: Range<usize>,
    /// How it differs from the quote, as a sentence.
    pub difference: String,
    /// Whether the two are equivalent, so that the passage can be proposed instead.
    pub is_equivalent: bool,
}

/// An occurrence of a word of the quote in the text: the index of the word in the text, and in the quote.
type Hit = (usize, usize);

/// The words of a text, in lower case, with their ranges.
fn words(text: &str) -> impl Iterator<Item = (Range<usize>, String)> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(|word| {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        (start..start + word.len(), word.to_lowercase())
    })
}

impl PassageIndex {
    pub fn new(text: &str) -> Self {
        let mut ranges = Vec::new();
        let mut occurrences: HashMap<String, Vec<usize>> = HashMap::new();
        for (range, word) in words(text) {
            occurrences.entry(word).or_default().push(ranges.len());
            ranges.push(range);
        }
        PassageIndex { folded: Default::default(), words: ranges, occurrences }
    }

    /// The first passage that is equivalent to a quote.
    pub fn equivalent(&self, text: &str, quote: &str) -> Option<NearestPassage> {
        self.folded.iter().zip(Confusables::ALL).find_map(|(folded, confusables)| {
            let folded = folded.get_or_init(|| FoldedText::new(text, None, confusables));
            let range = folded.find(quote, confusables)?;
            let difference = describe_differences(&text[range.clone()], quote, confusables);
            Some(NearestPassage { range, difference, is_equivalent: true })
        })
    }

    /// The passage nearest to a quote: an equivalent one, or the one that shares most of its words, if these are
    /// enough.
    pub fn nearest(&self, text: &str, quote: &str) -> Option<NearestPassage> {
        self.equivalent(text, quote).or_else(|| {
            let range = self.best_overlap(text, quote)?;
            let difference = describe_wording(&text[range.clone()], quote);
            Some(NearestPassage { range, difference, is_equivalent: false })
        })
    }

    /// The range of the text that shares most of the quote's words.
    fn best_overlap(&self, text: &str, quote: &str) -> Option<Range<usize>> {
        let quote: Vec<String> = words(quote).map(|(_, word)| word).collect();
        let (hits, weights) = self.hits(&quote);
        let window = best_window(&hits, &weights, quote.len() + quote.len() / 3 + 2)?;
        let (first, last) = align(&hits[window], quote.len(), self.words.len());
        let range = self.words.get(first)?.start..self.words.get(last)?.end;
        // Quotes hardly ever continue over a blank line, so the passage ends there.
        let first_block = blocks::block_spans(&text[range.clone()]).into_iter().next();
        let end = first_block.map_or(range.end, |block| range.start + block.end as usize);
        Some(graphemes::widen(text, range.start..end))
    }

    /// The occurrences of the quote's words, ascending, and the weight of each word of the quote; the weights sum up
    /// to 1.
    fn hits(&self, quote: &[String]) -> (Vec<Hit>, Vec<f64>) {
        let found: Vec<&[usize]> = quote.iter().map(|word| self.occurrences_of(word)).collect();
        let total = (self.words.len() + 2) as f64;
        let weigh = |occurrences: &&[usize]| (total / (occurrences.len() + 1) as f64).ln();
        let mut weights: Vec<f64> = found.iter().map(weigh).collect();
        let sum: f64 = weights.iter().sum();
        for weight in &mut weights {
            *weight /= sum;
        }
        let mut rarest_first: Vec<usize> = (0..quote.len()).collect();
        rarest_first.sort_by_key(|&index| found[index].len());
        let mut hits = Vec::new();
        for index in rarest_first {
            if !hits.is_empty() && hits.len() + found[index].len() > MAX_HITS {
                break;
            }
            hits.extend(found[index].iter().map(|&in_text| (in_text, index)));
        }
        hits.sort_unstable();
        (hits, weights)
    }

    /// The occurrences of a word, or of a word of similar spelling.
    fn occurrences_of(&self, word: &str) -> &[usize] {
        if let Some(occurrences) = self.occurrences.get(word) {
            return occurrences;
        }
        let length = word.chars().count();
        if length < 4 {
            return &[];
        }
        let is_similar = |other: &str| {
            other.chars().count().abs_diff(length) <= 2 && strsim::normalized_damerau_levenshtein(word, other) >= 0.7
        };
        // The first in alphabetical order, so that every run has the same result.
        let similar = self.occurrences.iter().filter(|(other, _)| is_similar(other));
        let similar = similar.min_by_key(|(other, _)| other.as_str());
        similar.map(|(_, occurrences)| occurrences.as_slice()).unwrap_or_default()
    }
}

/// The indexes of the hits within the window of `length` words of the text that has the greatest weight, if that is
/// enough.
fn best_window(hits: &[Hit], weights: &[f64], length: usize) -> Option<Range<usize>> {
    let mut counts = vec![0_usize; weights.len()];
    let mut weight = 0.0;
    let mut start = 0;
    let mut best: Option<(f64, Range<usize>)> = None;
    for (end, &(in_text, in_quote)) in hits.iter().enumerate() {
        if counts[in_quote] == 0 {
            weight += weights[in_quote];
        }
        counts[in_quote] += 1;
        while hits[start].0 + length <= in_text {
            let (_, in_quote) = hits[start];
            counts[in_quote] -= 1;
            if counts[in_quote] == 0 {
                weight -= weights[in_quote];
            }
            start += 1;
        }
        // Rounding depends on the order of summation; a later window must not win by it.
        if best.as_ref().is_none_or(|(greatest, _)| weight > greatest + 1e-9) {
            best = Some((weight, start..end + 1));
        }
    }
    best.filter(|(weight, _)| *weight >= MIN_WEIGHT).map(|(_, window)| window)
}

/// Aligns a quote of `quote_len` words with a text of `text_len` words by the median offset of the hits: the indexes of
/// the words of the text at its first and last word.
fn align(hits: &[Hit], quote_len: usize, text_len: usize) -> (usize, usize) {
    let offset = |&(in_text, in_quote): &Hit| in_text.cast_signed() - in_quote.cast_signed();
    let mut offsets: Vec<isize> = hits.iter().map(offset).collect();
    offsets.sort_unstable();
    let median = offsets[offsets.len() / 2];
    let tolerance = (quote_len / 3).max(3);
    let aligned = || hits.iter().filter(|hit| offset(hit).abs_diff(median) <= tolerance);
    let by_quote = |&&(in_text, in_quote): &&Hit| (in_quote, in_text);
    let first = aligned().min_by_key(by_quote).map_or(0, |hit| offset(hit).max(0).cast_unsigned());
    let last = aligned().max_by_key(by_quote).map_or(first, |&(in_text, in_quote)| in_text + quote_len - 1 - in_quote);
    (first, last.min(text_len - 1).max(first))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Talks\n\nEarlier, Politico reported that Pentagon officials visited Uzbekistan in October to \
        discuss security issues.\n\n“USA is a reliable partner”, said Moscow’s envoy – twice.\n";

    fn nearest(wanted: &str) -> Option<(&'static str, String)> {
        let nearest = PassageIndex::new(TEXT).nearest(TEXT, wanted)?;
        Some((&TEXT[nearest.range], nearest.difference))
    }

    #[test]
    fn straight_quotation_marks_match_typographic_ones() {
        let (passage, difference) = nearest("\"USA is a reliable partner\", said Moscow's envoy").expect("a passage");
        assert_eq!(passage, "“USA is a reliable partner”, said Moscow’s envoy");
        assert!(difference.contains("’ “ ”"), "{difference}");
    }

    #[test]
    fn a_wrong_word_in_the_middle_is_described() {
        let (passage, difference) = nearest("Pentagon officials visited Kazakhstan in October").expect("a passage");
        assert_eq!(passage, "Pentagon officials visited Uzbekistan in October");
        assert_eq!(difference, "the text reads \"Uzbekistan\" where the quote has \"Kazakhstan\"");
    }

    #[test]
    fn the_passage_includes_wrong_words_at_either_end() {
        let (passage, _) = nearest("Several officials visited Uzbekistan in November").expect("a passage");
        assert_eq!(passage, "Pentagon officials visited Uzbekistan in October");
    }

    #[test]
    fn a_missing_or_additional_word_is_described() {
        assert_eq!(
            nearest("officials visited in October to discuss").map(|nearest| nearest.1).as_deref(),
            Some("the text also has \"Uzbekistan\" there")
        );
        assert_eq!(
            nearest("Pentagon officials secretly visited Uzbekistan in October").map(|nearest| nearest.1).as_deref(),
            Some("the text does not have \"secretly\" there")
        );
    }

    #[test]
    fn a_misspelt_word_matches() {
        assert_eq!(nearest("Politiko reportd").map(|nearest| nearest.0), Some("Politico reported"));
    }

    #[test]
    fn a_quote_without_similar_words_has_no_passage() {
        assert_eq!(nearest("the price of tea rose by a fifth"), None);
        assert_eq!(nearest("?!"), None);
        assert_eq!(PassageIndex::new("").nearest("", "words"), None);
    }

    #[test]
    fn a_passage_ends_at_a_blank_line() {
        let (passage, _) =
            nearest("to discuss security issues with everybody in the whole region").unwrap_or(("", String::new()));
        assert!(!passage.contains('\n'), "{passage}");
    }

    #[test]
    fn a_long_text_of_one_repeated_word_is_searched_in_time() {
        let text = "the ".repeat(200_000);
        let passages = PassageIndex::new(&text);
        for _ in 0..50 {
            let nearest = passages.nearest(&text, &format!("{}base", "the ".repeat(100)));
            assert!(nearest.is_none_or(|nearest| nearest.range.len() < 1000));
        }
    }

    proptest::proptest! {
        #[test]
        fn passages_of_any_text_are_on_grapheme_boundaries(text in "[ab“”\"’ \r\n\u{ad}\u{301}İß-]{0,40}", wanted in "[ab“\"’ \nİß-]{0,12}") {
            if let Some(nearest) = PassageIndex::new(&text).nearest(&text, &wanted) {
                proptest::prop_assert!(graphemes::is_aligned(&text, &nearest.range));
            }
        }
    }
}
