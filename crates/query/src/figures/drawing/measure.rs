//! Widths of texts, estimated: a drawing is made before a browser has chosen a font, and also where there is none. The
//! widths are those of Helvetica's letters, rounded up by classes, as most fonts without serifs are about as wide.

use std::ops::Range;

use super::Style;

/// The estimated width of a text, in tenths of a CSS pixel.
pub fn width(text: &str, style: Style) -> i32 {
    let hundredths: i32 = text.chars().map(advance).sum();
    let bold = if style.is_bold() { 106 } else { 100 };
    hundredths * style.size() / 100 * bold / 100
}

/// The estimated width of a letter, in hundredths of the size of its font.
const fn advance(letter: char) -> i32 {
    match letter {
        // Marks on letters, and signs that steer the direction of text.
        '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{200b}'..='\u{200f}' | '\u{2066}'..='\u{2069}' => 0,
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | ' ' | '’' => 28,
        'f' | 't' | 'r' | 'I' | '(' | ')' | '-' | '/' | '“' | '”' => 36,
        'm' | 'M' | 'W' | '…' => 90,
        'w' => 74,
        'A'..='Z' => 70,
        // Scripts whose letters fill a square.
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{1f300}'..='\u{1faff}'
        | '\u{20000}'.. => 100,
        _ => 57,
    }
}

/// A text in lines that are no wider than `width`, in tenths of a CSS pixel: broken between words, within a word only
/// where one is wider than a line. Of more than `most` lines, the last one ends in an ellipsis. At least one line.
pub fn lines(text: &str, style: Style, width: i32, most: usize) -> Vec<String> {
    // The last line is apart, as there always is one.
    let (mut lines, mut last): (Vec<String>, String) = (Vec::new(), String::new());
    let mut is_cut = false;
    'words: for word in text.split_whitespace() {
        let mut rest = word;
        while !rest.is_empty() {
            let joined = if last.is_empty() { rest.to_owned() } else { format!("{last} {rest}") };
            if self::width(&joined, style) <= width {
                last = joined;
                continue 'words;
            }
            if last.is_empty() {
                // Wider than a line.
                let (begin, more) = rest.split_at(fitting(rest, style, width));
                begin.clone_into(&mut last);
                rest = more;
            }
            if rest.is_empty() {
                continue 'words;
            }
            if lines.len() + 1 == most {
                is_cut = true;
                break 'words;
            }
            lines.push(std::mem::take(&mut last));
        }
    }
    if is_cut {
        let ellipsis = self::width("…", style);
        let end = fitting(&last, style, (width - ellipsis).max(0));
        let kept = last.get(..end).unwrap_or_default().trim_end_matches([' ', ',', ';', '-']);
        last = format!("{kept}…");
    }
    lines.push(last);
    lines
}

/// Where some ranges of a text are in its [`lines`]: for each line the ranges of its bytes. The space between two words
/// of a range belongs to it.
pub fn ranges_in_lines(text: &str, ranges: &[Range<usize>], lines: &[String]) -> Vec<Vec<Range<usize>>> {
    let is_letter = |(_, letter): &(usize, char)| !letter.is_whitespace();
    // The letters of the lines are those of the text, in its order, but for an ellipsis at the end.
    let mut letters = text.char_indices().filter(is_letter);
    let in_line = |line: &String| {
        let mut found: Vec<(usize, Range<usize>)> = Vec::new();
        for (at, letter) in line.char_indices().filter(is_letter) {
            let Some((in_text, _)) = letters.next().filter(|(_, same)| *same == letter) else { break };
            let Some(index) = ranges.iter().position(|range| range.contains(&in_text)) else { continue };
            let end = at + letter.len_utf8();
            match found.last_mut() {
                Some((last, range)) if *last == index => range.end = end,
                _ => found.push((index, at..end)),
            }
        }
        found.into_iter().map(|(_, range)| range).collect()
    };
    lines.iter().map(in_line).collect()
}

/// The bytes of a text that fit into a width: at least one letter.
fn fitting(text: &str, style: Style, width: i32) -> usize {
    let ends = text.char_indices().map(|(at, letter)| at + letter.len_utf8());
    let mut fitting = text.chars().next().map_or(0, char::len_utf8);
    for end in ends {
        if self::width(text.get(..end).unwrap_or_default(), style) > width {
            break;
        }
        fitting = end;
    }
    fitting
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_text_breaks_between_words_and_a_long_one_ends_in_an_ellipsis() {
        assert_eq!(lines("United States", Style::Heading, 900, 2), ["United States"]);
        assert_eq!(lines("United States", Style::Heading, 600, 2), ["United", "States"]);
        assert_eq!(lines("United States of America", Style::Heading, 600, 2), ["United", "States…"]);
        assert_eq!(lines("", Style::Label, 600, 2), [""]);
        let long = "x".repeat(200);
        let cut = lines(&long, Style::Label, 600, 3);
        assert!(cut.len() == 3 && cut[2].ends_with('…'), "{cut:?}");
    }

    #[test]
    fn a_range_of_a_text_is_found_in_its_lines() {
        let text = "the United\n States  of America";
        let range = |words: &str| {
            let at = text.find(words).unwrap();
            at..at + words.len()
        };
        let ranges = [range("the"), range("United\n States  of")];
        let within = |lines: &[String]| {
            let found = ranges_in_lines(text, &ranges, lines);
            let words = |(line, ranges): (&String, Vec<Range<usize>>)| {
                ranges.into_iter().map(|range| line[range].to_owned()).collect::<Vec<_>>()
            };
            lines.iter().zip(found).map(words).collect::<Vec<_>>()
        };
        let whole = lines(text, Style::Label, 9000, 1);
        assert_eq!(within(&whole), [["the", "United States of"]]);
        let narrow = lines(text, Style::Label, 700, 9);
        assert_eq!(narrow, ["the United", "States of", "America"]);
        assert_eq!(within(&narrow), [vec!["the", "United"], vec!["States of"], vec![]]);
        let cut = lines(text, Style::Label, 700, 2);
        assert_eq!(cut, ["the United", "States of…"]);
        assert_eq!(within(&cut)[1], ["States of"]);
    }

    #[test]
    fn han_letters_are_wider_than_latin_ones_and_marks_have_no_width() {
        assert!(width("北京", Style::Label) > width("ab", Style::Label));
        assert_eq!(width("e\u{301}", Style::Label), width("e", Style::Label));
        assert!(width("ab", Style::Heading) > width("ab", Style::Small));
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_it_may_be(text in ".{0,60}", width in 200..2000i32, most in 1..4usize) {
            let lines = lines(&text, Style::Label, width, most);
            prop_assert!(!lines.is_empty() && lines.len() <= most);
            for line in &lines {
                let letters = line.chars().filter(|&letter| advance(letter) > 0).count();
                prop_assert!(super::width(line, Style::Label) <= width || letters <= 2, "{line:?}");
            }
        }
    }
}
