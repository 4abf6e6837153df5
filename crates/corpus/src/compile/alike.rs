//! Texts with the differences left out that a keyboard or a program makes: the shape of quotation marks and dashes, white
//! space, capitals, characters that do not show, how letters are composed, compatibility forms such as ligatures, and
//! letters that look alike.
//!
//! Composition is canonical equivalence, compatibility forms are compatibility equivalence (Unicode Standard Annex #15),
//! looking alike is the skeleton of Unicode Technical Standard #39. What is the same and what is not is told apart grapheme
//! cluster by grapheme cluster, so that a passage that is found never begins or ends inside a letter.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::characters::is_hidden;

/// One way in which two texts that read alike differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trait {
    QuotationMarks,
    Dashes,
    WhiteSpace,
    Capitals,
    Hidden,
    Composition,
    Compatibility,
    Lookalikes,
}

impl Trait {
    pub const ALL: [Trait; 8] = [
        Trait::QuotationMarks,
        Trait::Dashes,
        Trait::WhiteSpace,
        Trait::Capitals,
        Trait::Hidden,
        Trait::Composition,
        Trait::Compatibility,
        Trait::Lookalikes,
    ];

    /// The trait that a character shows by itself.
    pub fn of(c: char) -> Option<Trait> {
        match c {
            '"' | '\'' | '`' | '´' | '«' | '»' | '‹' | '›' | '‘'..='‟' | '′' | '″' | 'ʹ'..='ʼ' => {
                Some(Trait::QuotationMarks)
            }
            '-' | '‐'..='―' | '−' => Some(Trait::Dashes),
            _ if c.is_whitespace() => Some(Trait::WhiteSpace),
            _ if is_hidden(c) => Some(Trait::Hidden),
            _ => None,
        }
    }
}

/// How far letters that look alike are taken for the same. Which of the two orders finds a word depends on its capitals:
/// a Cyrillic В looks like B and its small letter в does not look like b, while I looks like l and i does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lookalikes {
    Apart,
    ThenLowerCase,
    AfterLowerCase,
}

impl Lookalikes {
    pub const ALL: [Lookalikes; 3] = [Lookalikes::Apart, Lookalikes::ThenLowerCase, Lookalikes::AfterLowerCase];
}

/// Which differences are left out.
#[derive(Clone, Copy, Debug)]
struct Folding {
    keep: Option<Trait>,
    lookalikes: Lookalikes,
}

impl Folding {
    fn cluster(self, cluster: &str, out: &mut String) {
        if let &[byte] = cluster.as_bytes() {
            self.character(char::from(byte), out);
        } else if self.keep == Some(Trait::Composition) {
            cluster.chars().for_each(|c| self.character(c, out));
        } else {
            cluster.nfd().for_each(|c| self.character(c, out));
        }
    }

    fn character(self, c: char, out: &mut String) {
        match Trait::of(c) {
            Some(shown) if Some(shown) == self.keep => out.push(c),
            Some(Trait::Hidden) => {}
            Some(Trait::Dashes) => out.push('-'),
            Some(Trait::QuotationMarks) => out.push('\''),
            Some(_) => out.push(' '),
            None if c.is_ascii() => self.letter(c, out),
            None if self.keep == Some(Trait::Compatibility) => self.letter(c, out),
            None => {
                let one = std::iter::once(c);
                if one.clone().nfkd().eq(one.clone().nfd()) {
                    self.letter(c, out);
                } else {
                    for c in one.nfkd() {
                        match Trait::of(c) {
                            Some(Trait::Dashes) => out.push('-'),
                            Some(Trait::QuotationMarks) => out.push('\''),
                            Some(Trait::WhiteSpace) => out.push(' '),
                            _ => self.letter(c, out),
                        }
                    }
                }
            }
        }
    }

    fn letter(self, c: char, out: &mut String) {
        let lower = self.keep != Some(Trait::Capitals);
        let lookalikes = if self.keep == Some(Trait::Lookalikes) { Lookalikes::Apart } else { self.lookalikes };
        match lookalikes {
            Lookalikes::Apart if lower && c.is_ascii() => out.push(c.to_ascii_lowercase()),
            Lookalikes::Apart if lower => out.extend(c.to_lowercase()),
            Lookalikes::Apart => out.push(c),
            Lookalikes::ThenLowerCase if lower => out.extend(skeleton(c).chars().flat_map(char::to_lowercase)),
            Lookalikes::AfterLowerCase if lower => c.to_lowercase().for_each(|c| out.push_str(&skeleton(c))),
            Lookalikes::ThenLowerCase | Lookalikes::AfterLowerCase => out.push_str(&skeleton(c)),
        }
    }
}

/// The prototype of what a character looks like; the character itself where that is only how it is composed.
fn skeleton(c: char) -> Cow<'static, str> {
    static ASCII: LazyLock<Vec<String>> =
        LazyLock::new(|| (0..=127_u8).map(|byte| prototype(char::from(byte))).collect());
    match ASCII.get(c as usize) {
        Some(prototype) => Cow::Borrowed(prototype),
        None => Cow::Owned(prototype(c)),
    }
}

fn prototype(c: char) -> String {
    let text = String::from(c);
    let skeleton: String = unicode_security::confusable_detection::skeleton(&text).collect();
    if text.nfd().eq(skeleton.chars()) { text } else { skeleton }
}

/// A text with its traits left out, and where each of its grapheme clusters comes from.
#[derive(Debug)]
pub(super) struct Folded {
    text: String,
    /// For each cluster, and for the end: where it begins in the folded text, and in the original.
    starts: Vec<(usize, usize)>,
}

impl Folded {
    /// Folds a text, `keep` excepted.
    pub fn new(text: &str, keep: Option<Trait>, lookalikes: Lookalikes) -> Self {
        let folding = Folding { keep, lookalikes };
        let mut folded = String::with_capacity(text.len());
        let mut starts = Vec::with_capacity(text.len() + 1);
        let mut gap = false;
        for (at, cluster) in text.grapheme_indices(true) {
            starts.push((folded.len(), at));
            let was_gap = gap;
            gap = cluster.chars().all(char::is_whitespace);
            match (gap, was_gap) {
                (true, _) if keep == Some(Trait::WhiteSpace) => folded.push_str(cluster),
                (true, true) => {}
                (true, false) => folded.push(' '),
                (false, _) => {
                    let before = folded.len();
                    folding.cluster(cluster, &mut folded);
                    // What does not show parts no white space.
                    gap = was_gap && folded.len() == before;
                }
            }
        }
        starts.push((folded.len(), text.len()));
        Folded { text: folded, starts }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where a text stands in the original, both folded in the same way.
    pub fn find(&self, wanted: &str, lookalikes: Lookalikes) -> Option<Range<usize>> {
        let wanted = Folded::new(wanted.trim(), None, lookalikes).text;
        let step = wanted.chars().next()?.len_utf8();
        let mut from = 0;
        while let Some(at) = self.text.get(from..).and_then(|text| text.find(&wanted)) {
            let (start, end) = (from + at, from + at + wanted.len());
            // A match that begins or ends inside a letter is none. Clusters of which nothing is left stand at the same
            // place as what follows them: before a match they are left out, and after one as well.
            let first = self.starts.partition_point(|&(folded, _)| folded <= start).checked_sub(1);
            let first = first.map(|place| self.starts[place]).filter(|&(folded, _)| folded == start);
            let last = self.starts.partition_point(|&(folded, _)| folded < end);
            let last = self.starts.get(last).filter(|&&(folded, _)| folded == end);
            if let (Some(&(_, first)), Some(&(_, last))) = (first.as_ref(), last) {
                return Some(first..last);
            }
            from = start + step;
        }
        None
    }

    /// The stretches of two texts that correspond to each other, both folded to the same.
    pub fn pairs<'t>(&self, text: &'t str, other: &Folded, other_text: &'t str) -> Vec<(&'t str, &'t str)> {
        let mut pairs = Vec::new();
        let (mut left, mut right) = (0, 0);
        let mut done = (0, 0);
        while let (Some(&(a, from)), Some(&(b, to))) = (self.starts.get(left), other.starts.get(right)) {
            if a == b {
                if from > done.0 || to > done.1 {
                    pairs.push((&text[done.0..from], &other_text[done.1..to]));
                }
                done = (from, to);
            }
            // Of several clusters at one place all but the last are empty.
            let next =
                |starts: &[(usize, usize)], at: usize| starts.get(at + 1).map_or(usize::MAX, |&(folded, _)| folded);
            let (after_left, after_right) = (next(&self.starts, left), next(&other.starts, right));
            left += usize::from(after_left <= after_right);
            right += usize::from(after_right <= after_left);
        }
        pairs
    }
}

/// Whether two texts are the same but for how their letters are composed and how much white space is between words.
pub(super) fn is_same(left: &str, right: &str) -> bool {
    left == right || {
        let words = |text: &str| text.split_whitespace().map(|word| word.nfc().collect()).collect::<Vec<String>>();
        words(left) == words(right)
    }
}
