//! What an editor may have meant: the nearest name of a list.

/// "did you mean …?", where something in `known` is near enough to `name`.
pub(super) fn did_you_mean<'k>(name: &str, known: impl IntoIterator<Item = &'k str>) -> Option<String> {
    nearest_name(name, known).map(|near| format!("did you mean \"{near}\"?"))
}

/// The nearest of the known names: few letters wrong, or one the beginning or end of the other.
pub(super) fn nearest_name<'k>(name: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let folded = name.to_lowercase().replace(['_', ' '], "-");
    let mut best: Option<(f64, &str)> = None;
    for candidate in known {
        let shorter = folded.len().min(candidate.len());
        let inside = shorter >= 3 && (candidate.contains(&*folded) || folded.contains(candidate));
        let likeness = strsim::normalized_damerau_levenshtein(&folded, candidate);
        // Part of the name is a better reason than the same count of wrong letters, so it lifts what it may.
        let score = if inside { likeness.max(0.6) + 0.1 } else { likeness };
        if score > 0.55 && best.is_none_or(|(most, _)| score > most) {
            best = Some((score, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}
