//! Placeholders in the files of a template: names in braces, such as `{files}`.

use crate::Error;

/// Replaces each placeholder by its value. Every one of them has to be in the text exactly once; `file` is named where
/// one is not.
pub fn fill(file: &str, text: &str, values: &[(&str, &str)]) -> Result<String, Error> {
    values.iter().try_fold(text.to_owned(), |filled, (placeholder, value)| {
        if filled.matches(placeholder).count() == 1 {
            Ok(filled.replace(placeholder, value))
        } else {
            Err(Error::Template(format!("{file} has to have {placeholder} in it, once")))
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_placeholder_that_is_missing_or_twice_there_is_named() {
        assert_eq!(fill("a.js", "x = {x};", &[("{x}", "1")]).unwrap(), "x = 1;");
        for text in ["x = 1;", "{x} {x}"] {
            let error = fill("a.js", text, &[("{x}", "1")]).unwrap_err().to_string();
            assert!(error.contains("a.js") && error.contains("{x}"), "{error}");
        }
    }
}
