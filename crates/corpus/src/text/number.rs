//! Numbers whose digits stand in groups: `20,000`, `20 000`, `20.000`, `12,34,567`.
//!
//! What a comma or a stop in a number means depends on the language of the text ([`Separators`]); what a space or an
//! apostrophe means does not. Groups have three digits (of commas also two, as in India), the first one to three and no
//! leading zero, and the same separator goes on to the end, so that dates, decimals and lists are none.

use super::class::is_digit;

/// What a language writes between thousands, of comma and stop; the other one begins the decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Separators {
    thousands: char,
}

impl Separators {
    /// By a BCP 47 tag.
    pub fn of(language: &str) -> Separators {
        const STOP: [&str; 48] = [
            "af", "ast", "az", "be", "bg", "br", "bs", "ca", "cs", "da", "de", "el", "es", "et", "eu", "fi", "fo",
            "fr", "fy", "gl", "hr", "hu", "hy", "id", "is", "it", "ka", "kk", "ky", "lt", "lv", "mk", "nb", "nl", "nn",
            "no", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "tr", "uk", "uz",
        ];
        // Where a language of these is written with a stop before decimals all the same.
        const NOT: [&str; 13] = ["ch", "li", "mx", "us", "gt", "hn", "ni", "pa", "pe", "pr", "sv", "do", "419"];
        let mut parts = language.split(['-', '_']).map(str::to_ascii_lowercase);
        let first = parts.next().unwrap_or_default();
        let stop = (STOP.contains(&first.as_str()) || first == "vi") && !parts.any(|part| NOT.contains(&part.as_str()));
        Separators { thousands: if stop { '.' } else { ',' } }
    }

    /// Whether a number in groups, as it is written, is a whole number in the language.
    pub fn group(self, number: &str) -> bool {
        match separator(number) {
            Some(',' | '，') => self.thousands == ',',
            Some('.' | '．') => self.thousands == '.',
            _ => true,
        }
    }
}

/// What stands between the digits of a number in groups.
fn separator(number: &str) -> Option<char> {
    number.chars().find(|&c| !is_digit(c))
}

/// The parts of a number whose groups a language may read as another number's decimals; none for other words.
pub fn ambiguous_number_parts(number: &str) -> impl Iterator<Item = &str> {
    let ambiguous = !number.bytes().next().is_some_and(|byte| byte.is_ascii_alphabetic())
        && matches!(separator(number), Some(',' | '，' | '.' | '．'));
    number.split([',', '，', '.', '．']).filter(move |_| ambiguous)
}

/// Whether a character stands between groups of digits in a number that no language reads otherwise, or in one that some do.
pub(super) fn groups(c: char) -> bool {
    matches!(
        c,
        ',' | '，' | '.' | '．' | '\'' | '’' | '٬' | '\u{a0}' | '\u{2007}' | '\u{2008}' | '\u{2009}' | '\u{202f}'
    )
}

/// Where a number ends whose first digits stand at some bytes, if it is one in groups after some separator.
pub(super) fn end(text: &str, start: usize, first_end: usize, separator: char) -> Option<usize> {
    let digits = |from: usize| {
        let rest = &text[from..];
        let length = rest.find(|c: char| !is_digit(c)).unwrap_or(rest.len());
        (rest[..length].chars().count(), from + length)
    };
    let (count, end) = digits(start);
    let zero = text[start..].starts_with(['0', '０', '٠', '۰']);
    if end != first_end || zero || !(1..=3).contains(&count) {
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
    fn languages_read_commas_and_stops_in_their_own_way() {
        let groups = |language, number| Separators::of(language).group(number);
        for language in ["en", "en-GB", "zh", "ja", "de-CH", "es-MX", "hi", ""] {
            assert!(groups(language, "20,000") && !groups(language, "20.000"), "{language}");
        }
        for language in ["de", "fr-FR", "it", "ca", "tr", "ru", "vi", "pt-BR"] {
            assert!(!groups(language, "20,000") && groups(language, "20.000"), "{language}");
        }
        assert!(groups("en", "20\u{a0}000") && groups("de", "20’000") && groups("en", "20000"));
    }

    #[test]
    fn numbers_in_groups_are_told_from_dates_decimals_and_lists() {
        let whole = |text: &str, first: usize, separator| end(text, 0, first, separator) == Some(text.len());
        assert!(
            whole("20,000", 2, ',')
                && whole("1.234.567", 1, '.')
                && whole("12,34,567", 2, ',')
                && whole("5 100", 1, ' ')
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
            assert!(!whole(text, first, separator), "{text}");
        }
    }
}
