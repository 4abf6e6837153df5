//! Suggestions: the known name that is most similar to an unknown one.

/// A similarity above this is a suggestion. Similarities are between 0 and 1.
const MIN_SIMILARITY: f64 = 0.55;

/// The question "did you mean …?", if a known name is similar enough.
pub(super) fn did_you_mean<'k>(name: &str, known: impl IntoIterator<Item = &'k str>) -> Option<String> {
    nearest_name(name, known).map(|nearest| format!("did you mean \"{nearest}\"?"))
}

/// The most similar known name, by edit distance. A name that contains the other counts as more similar.
pub(super) fn nearest_name<'k>(name: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let folded = name.to_lowercase().replace(['_', ' '], "-");
    let mut best: Option<(f64, &str)> = None;
    for candidate in known {
        let shorter = folded.len().min(candidate.len());
        let is_part = shorter >= 3 && (candidate.contains(&*folded) || folded.contains(candidate));
        let similarity = strsim::normalized_damerau_levenshtein(&folded, candidate);
        // A part is what people write when they abbreviate; it counts more than the same number of different letters.
        let score = if is_part { similarity.max(0.6) + 0.1 } else { similarity };
        if score > MIN_SIMILARITY && best.is_none_or(|(highest, _)| score > highest) {
            best = Some((score, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}
