//! Equivalence of texts that read alike: folds away the differences that keyboards and programs introduce, which are
//! the shape of quotation marks and dashes, white space, capitals, invisible characters, composition, compatibility
//! forms such as ligatures, and confusable letters.
//!
//! Composition is canonical equivalence, compatibility forms are compatibility equivalence (Unicode Standard Annex
//! #15), confusable letters have the same skeleton (Unicode Technical Standard #39). Texts are folded grapheme cluster
//! by grapheme cluster, so that a match never begins or ends inside one.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::hidden::is_invisible;

/// A way in which equivalent texts differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Difference {
    QuotationMarks,
    Dashes,
    WhiteSpace,
    Capitals,
    Invisible,
    Composition,
    Compatibility,
    Confusables,
}

impl Difference {
    pub const ALL: [Difference; 8] = [
        Difference::QuotationMarks,
        Difference::Dashes,
        Difference::WhiteSpace,
        Difference::Capitals,
        Difference::Invisible,
        Difference::Composition,
        Difference::Compatibility,
        Difference::Confusables,
    ];

    /// The difference that a character may cause by itself; none for letters, digits and other visible characters.
    pub fn of(c: char) -> Option<Difference> {
        match c {
            '"' | '\'' | '`' | '´' | '«' | '»' | '‹' | '›' | '‘'..='‟' | '′' | '″' | 'ʹ'..='ʼ' => {
                Some(Difference::QuotationMarks)
            }
            '-' | '‐'..='―' | '−' => Some(Difference::Dashes),
            _ if c.is_whitespace() => Some(Difference::WhiteSpace),
            _ if is_invisible(c) => Some(Difference::Invisible),
            _ => None,
        }
    }
}

/// Whether confusable letters are equivalent, and in which order they are mapped to their skeleton and to lower case.
/// Which order finds a word depends on its capitals: Cyrillic В is confusable with B, but its lower case в is not with
/// b, while I is confusable with l, but i is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Confusables {
    /// Confusable letters are different.
    Distinct,
    /// The skeleton of each letter, in lower case.
    BeforeLowerCase,
    /// The skeleton of the lower case of each letter.
    AfterLowerCase,
}

impl Confusables {
    pub const ALL: [Confusables; 3] =
        [Confusables::Distinct, Confusables::BeforeLowerCase, Confusables::AfterLowerCase];
}

/// The rules of a folding.
#[derive(Clone, Copy, Debug)]
struct Folding {
    /// The difference that is not folded away.
    keep: Option<Difference>,
    confusables: Confusables,
}

impl Folding {
    fn fold_cluster(self, cluster: &str, out: &mut String) {
        if let &[byte] = cluster.as_bytes() {
            self.fold_char(char::from(byte), out);
        } else if self.keep == Some(Difference::Composition) {
            cluster.chars().for_each(|c| self.fold_char(c, out));
        } else {
            cluster.nfd().for_each(|c| self.fold_char(c, out));
        }
    }

    fn fold_char(self, c: char, out: &mut String) {
        match Difference::of(c) {
            Some(difference) if Some(difference) == self.keep => out.push(c),
            Some(Difference::Invisible) => {}
            Some(Difference::Dashes) => out.push('-'),
            Some(Difference::QuotationMarks) => out.push('\''),
            Some(_) => out.push(' '),
            None if c.is_ascii() => self.fold_letter(c, out),
            None if self.keep == Some(Difference::Compatibility) => self.fold_letter(c, out),
            None => {
                let single = std::iter::once(c);
                if single.clone().nfkd().eq(single.clone().nfd()) {
                    self.fold_letter(c, out);
                } else {
                    for c in single.nfkd() {
                        match Difference::of(c) {
                            Some(Difference::Dashes) => out.push('-'),
                            Some(Difference::QuotationMarks) => out.push('\''),
                            Some(Difference::WhiteSpace) => out.push(' '),
                            _ => self.fold_letter(c, out),
                        }
                    }
                }
            }
        }
    }

    fn fold_letter(self, c: char, out: &mut String) {
        let to_lower = self.keep != Some(Difference::Capitals);
        let confusables =
            if self.keep == Some(Difference::Confusables) { Confusables::Distinct } else { self.confusables };
        match confusables {
            Confusables::Distinct if to_lower && c.is_ascii() => out.push(c.to_ascii_lowercase()),
            Confusables::Distinct if to_lower => out.extend(c.to_lowercase()),
            Confusables::Distinct => out.push(c),
            Confusables::BeforeLowerCase if to_lower => out.extend(skeleton(c).chars().flat_map(char::to_lowercase)),
            Confusables::AfterLowerCase if to_lower => c.to_lowercase().for_each(|c| out.push_str(&skeleton(c))),
            Confusables::BeforeLowerCase | Confusables::AfterLowerCase => out.push_str(&skeleton(c)),
        }
    }
}

/// The skeleton of a character; the character itself where its skeleton is only its decomposition.
fn skeleton(c: char) -> Cow<'static, str> {
    static ASCII: LazyLock<Vec<String>> =
        LazyLock::new(|| (0..=127_u8).map(|byte| compute_skeleton(char::from(byte))).collect());
    match ASCII.get(c as usize) {
        Some(skeleton) => Cow::Borrowed(skeleton),
        None => Cow::Owned(compute_skeleton(c)),
    }
}

fn compute_skeleton(c: char) -> String {
    let text = String::from(c);
    let skeleton: String = unicode_security::confusable_detection::skeleton(&text).collect();
    if text.nfd().eq(skeleton.chars()) { text } else { skeleton }
}

/// A folded text, with the origin of each of its grapheme clusters.
#[derive(Debug)]
pub(super) struct FoldedText {
    text: String,
    /// The start of each cluster, and the end of the text, as offsets in the folded text and in the original.
    starts: Vec<(usize, usize)>,
}

impl FoldedText {
    /// Folds all differences of a text except `keep`.
    pub fn new(text: &str, keep: Option<Difference>, confusables: Confusables) -> Self {
        let folding = Folding { keep, confusables };
        let mut folded = String::with_capacity(text.len());
        let mut starts = Vec::with_capacity(text.len() + 1);
        let mut is_space = false;
        for (offset, cluster) in text.grapheme_indices(true) {
            starts.push((folded.len(), offset));
            let was_space = is_space;
            is_space = cluster.chars().all(char::is_whitespace);
            match (is_space, was_space) {
                (true, _) if keep == Some(Difference::WhiteSpace) => folded.push_str(cluster),
                (true, true) => {}
                (true, false) => folded.push(' '),
                (false, _) => {
                    let before = folded.len();
                    folding.fold_cluster(cluster, &mut folded);
                    // Invisible characters do not separate white space.
                    is_space = was_space && folded.len() == before;
                }
            }
        }
        starts.push((folded.len(), text.len()));
        FoldedText { text: folded, starts }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// The range in the original of the first match of a text, folded in the same way.
    pub fn find(&self, needle: &str, confusables: Confusables) -> Option<Range<usize>> {
        let needle = FoldedText::new(needle.trim(), None, confusables).text;
        let step = needle.chars().next()?.len_utf8();
        let mut from = 0;
        while let Some(offset) = self.text.get(from..).and_then(|text| text.find(&needle)) {
            let (start, end) = (from + offset, from + offset + needle.len());
            // A match must begin and end at clusters. Clusters that folded to nothing have the same offset as the one
            // after them; a match excludes those before it and those after it.
            let first = self.starts.partition_point(|&(folded, _)| folded <= start).checked_sub(1);
            let first = first.map(|index| self.starts[index]).filter(|&(folded, _)| folded == start);
            let last = self.starts.partition_point(|&(folded, _)| folded < end);
            let last = self.starts.get(last).filter(|&&(folded, _)| folded == end);
            if let (Some(&(_, first)), Some(&(_, last))) = (first.as_ref(), last) {
                return Some(first..last);
            }
            from = start + step;
        }
        None
    }

    /// The corresponding ranges of two texts that fold to the same, as slices of their originals.
    pub fn pairs<'t>(&self, text: &'t str, other: &FoldedText, other_text: &'t str) -> Vec<(&'t str, &'t str)> {
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
            // Of several clusters at the same offset all but the last are empty.
            let next = |starts: &[(usize, usize)], index: usize| {
                starts.get(index + 1).map_or(usize::MAX, |&(folded, _)| folded)
            };
            let (after_left, after_right) = (next(&self.starts, left), next(&other.starts, right));
            left += usize::from(after_left <= after_right);
            right += usize::from(after_right <= after_left);
        }
        pairs
    }
}

/// Whether two texts are canonically equivalent, with runs of white space of any length between the same words.
pub(super) fn is_canonically_equal(left: &str, right: &str) -> bool {
    left == right || {
        let words = |text: &str| text.split_whitespace().map(|word| word.nfc().collect()).collect::<Vec<String>>();
        words(left) == words(right)
    }
}
