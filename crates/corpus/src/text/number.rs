//! Numbers with digit grouping: `20,000`, `20 000`, `20.000`, `12,34,567`.
//!
//! Whether a comma or a full stop separates groups or decimals depends on the language of the text ([`Separators`]);
//! spaces and apostrophes always separate groups. A group has three digits (between commas also two, as in India), the
//! first one to three without a leading zero, and all separators of a number are the same. Dates, decimals and lists
//! therefore are not numbers with grouping.

use super::class::is_digit;

/// The number format of a language: which of comma and full stop separates groups of digits. The other one separates
/// decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Separators {
    thousands: char,
}

impl Separators {
    /// The format of the language of a BCP 47 tag.
    pub fn of(language: &str) -> Separators {
        const FULL_STOP: [&str; 48] = [
            "af", "ast", "az", "be", "bg", "br", "bs", "ca", "cs", "da", "de", "el", "es", "et", "eu", "fi", "fo",
            "fr", "fy", "gl", "hr", "hu", "hy", "id", "is", "it", "ka", "kk", "ky", "lt", "lv", "mk", "nb", "nl", "nn",
            "no", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "tr", "uk", "uz",
        ];
        // Regions in which these languages are written with a full stop before decimals.
        const EXCEPT_IN: [&str; 13] = ["ch", "li", "mx", "us", "gt", "hn", "ni", "pa", "pe", "pr", "sv", "do", "419"];
        let mut parts = language.split(['-', '_']).map(str::to_ascii_lowercase);
        let first = parts.next().unwrap_or_default();
        let uses_full_stop = (FULL_STOP.contains(&first.as_str()) || first == "vi")
            && !parts.any(|part| EXCEPT_IN.contains(&part.as_str()));
        Separators { thousands: if uses_full_stop { '.' } else { ',' } }
    }

    /// Whether a number with grouping, as written, is a whole number in the language; one of its separators may be the
    /// decimal separator.
    pub fn is_whole_number(self, number: &str) -> bool {
        match separator(number) {
            Some(',' | '，') => self.thousands == ',',
            Some('.' | '．') => self.thousands == '.',
            _ => true,
        }
    }
}

/// The separator of a number with grouping.
fn separator(number: &str) -> Option<char> {
    number.chars().find(|&c| !is_digit(c))
}

/// The parts of a number with grouping that another language reads as a number with decimals; none for other words.
pub fn ambiguous_number_parts(number: &str) -> impl Iterator<Item = &str> {
    let is_ambiguous = !number.bytes().next().is_some_and(|byte| byte.is_ascii_alphabetic())
        && matches!(separator(number), Some(',' | '，' | '.' | '．'));
    number.split([',', '，', '.', '．']).filter(move |_| is_ambiguous)
}

/// Whether a character separates groups of digits, in all languages or in some. A plain space is not one of them,
/// because it usually separates words.
pub(super) fn is_group_separator(c: char) -> bool {
    matches!(
        c,
        ',' | '，' | '.' | '．' | '\'' | '’' | '٬' | '\u{a0}' | '\u{2007}' | '\u{2008}' | '\u{2009}' | '\u{202f}'
    )
}

/// The end of the number with grouping whose first group is `start..first_end`, if there is one with this separator.
pub(super) fn grouped_number_end(text: &str, start: usize, first_end: usize, separator: char) -> Option<usize> {
    let digits = |from: usize| {
        let rest = &text[from..];
        let length = rest.find(|c: char| !is_digit(c)).unwrap_or(rest.len());
        (rest[..length].chars().count(), from + length)
    };
    let (count, end) = digits(start);
    let has_leading_zero = text[start..].starts_with(['0', '０', '٠', '۰']);
    if end != first_end || has_leading_zero || !(1..=3).contains(&count) {
        return None;
    }
    let mut end = end;
    let mut last = 0;
    while let Some(rest) = text[end..].strip_prefix(separator) {
        let (count, next) = digits(text.len() - rest.len());
        match count {
            0 => break,
            3 => {}
            2 if separator == ',' && last != 3 && first_end - start < 3 => {}
            _ => return None,
        }
        (last, end) = (count, next);
    }
    (last == 3).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_and_full_stops_are_read_by_language() {
        let is_whole = |language, number| Separators::of(language).is_whole_number(number);
        for language in ["en", "en-GB", "zh", "ja", "de-CH", "es-MX", "hi", ""] {
            assert!(is_whole(language, "20,000") && !is_whole(language, "20.000"), "{language}");
        }
        for language in ["de", "fr-FR", "it", "ca", "tr", "ru", "vi", "pt-BR"] {
            assert!(!is_whole(language, "20,000") && is_whole(language, "20.000"), "{language}");
        }
        assert!(is_whole("en", "20\u{a0}000") && is_whole("de", "20’000") && is_whole("en", "20000"));
    }

    #[test]
    fn dates_decimals_and_lists_are_not_numbers_with_grouping() {
        let is_grouped =
            |text: &str, first: usize, separator| grouped_number_end(text, 0, first, separator) == Some(text.len());
        assert!(
            is_grouped("20,000", 2, ',')
                && is_grouped("1.234.567", 1, '.')
                && is_grouped("12,34,567", 2, ',')
                && is_grouped("5 100", 1, ' ')
        );
        for (text, first, separator) in [
            ("24.12.2021", 2, '.'),
            ("1.5", 1, '.'),
            ("0,500", 1, ','),
            ("2022,300", 4, ','),
            ("20,0000", 2, ','),
            ("1,2,300,4", 1, ','),
            ("12,34", 2, ','),
        ] {
            assert!(!is_grouped(text, first, separator), "{text}");
        }
    }
}
