//! BibTeX: entries for LaTeX, for the classic styles ("`BibTeXing`", Oren Patashnik, 1988,
//! <https://mirrors.ctan.org/biblio/bibtex/base/btxdoc.pdf>) and for biblatex, which also reads `date` (EDTF), `urldate`,
//! `keywords` and `abstract`.
//!
//! Classic BibTeX counts braces even behind a backslash, so braces in a text become commands, and every value is balanced.
//! Other characters that LaTeX takes for its own become commands as well, and what it would join (`--`, two quotes) is
//! kept apart. The rest is UTF-8 as it stands. Titles are in double braces, which keeps a style from changing their case.

use crate::Export;
use crate::dates;
use crate::lines::one_line;
use crate::reference::{Reference, reference};

/// As BibTeX and every style know them, unquoted.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

pub fn write(export: Export<'_>) -> String {
    let entries: Vec<_> = export.statements.iter().map(|&id| entry(&reference(export, id))).collect();
    entries.join("\n")
}

fn entry(reference: &Reference) -> String {
    let mut text = format!("@article{{{},\n", reference.key);
    let mut field = |name: &str, value: &str| text.extend(["  ", name, " = ", value, ",\n"]);
    let braced = |value: &str| format!("{{{value}}}");
    field("title", &format!("{{{{{}}}}}", escaped(reference.title)));
    if let Some(outlet) = reference.outlet {
        field("journal", &braced(&escaped(outlet)));
    }
    // Where there is no author, the classic styles sort by this.
    field("key", &braced(&escaped(reference.outlet.unwrap_or(reference.title))));
    if let Some(date) = reference.published {
        // EDTF, which biblatex reads with open (`..`) and unknown (nothing) ends of intervals.
        field("date", &braced(&date.to_string()));
        field("year", &braced(&dates::year(date).to_string()));
        let month = dates::beginning(date).and_then(|entry| MONTHS.get(usize::from(entry.month).checked_sub(1)?));
        if let Some(month) = month {
            field("month", month);
        }
    }
    field("url", &braced(&verbatim(&reference.url)));
    field("urldate", &braced(&reference.accessed.to_string()));
    field("language", &braced(reference.language));
    if !reference.keywords.is_empty() {
        let keywords: Vec<_> = reference.keywords.iter().map(|keyword| keyword_in_list(keyword)).collect();
        field("keywords", &braced(&keywords.join(", ")));
    }
    field("abstract", &braced(&escaped(&reference.quote)));
    field("note", &braced(&escaped(&reference.note)));
    text + "}\n"
}

/// A comma within a keyword must not part it.
fn keyword_in_list(keyword: &str) -> String {
    let keyword = escaped(keyword);
    if keyword.contains(',') { format!("{{{keyword}}}") } else { keyword }
}

/// A text as LaTeX would print it.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut before = ' ';
    for c in one_line(text).chars() {
        // Ligatures of TeX: dashes, quotes, ?` and !`, << and >>.
        let joined = match c {
            '-' | '\'' | '<' | '>' | ',' => before == c,
            '`' => matches!(before, '`' | '?' | '!'),
            _ => false,
        };
        if joined {
            out.push_str("{}");
        }
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '&' | '%' | '$' | '#' | '_' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
        before = c;
    }
    out
}

/// An address, which biblatex takes as it stands: only what would end the value is percent-encoded.
fn verbatim(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for c in address.chars() {
        match c {
            '{' => out.push_str("%7B"),
            '}' => out.push_str("%7D"),
            '\\' => out.push_str("%5C"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use biblatex::ChunksExt;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn braces_and_ligatures_are_spelled_out() {
        assert_eq!(escaped("a}b--c"), "a\\textbraceright{}b-{}-c");
        assert_eq!(escaped("5 % & $x_1"), "5 \\% \\& \\$x\\_1");
        assert_eq!(escaped("it's ?`"), "it's ?{}`");
    }

    proptest! {
        #[test]
        fn any_text_comes_back_in_balanced_braces(text in "\\PC{0,40}|[-'`?!<>,{}\\\\%$&#_~^\"@a \n]{0,40}") {
            let value = escaped(&text);
            let mut depth = 0i32;
            for c in value.chars() {
                depth += i32::from(c == '{') - i32::from(c == '}');
                prop_assert!(depth >= 0);
            }
            prop_assert_eq!(depth, 0);
            let bibliography = biblatex::Bibliography::parse(&format!("@misc{{a, note = {{{value}}}}}")).expect("an entry");
            let read = bibliography.get("a").and_then(|entry| entry.get("note")).map(ChunksExt::format_verbatim);
            // The reader makes one space of every white space.
            let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
            prop_assert_eq!(words(&read.unwrap_or_default()), words(&one_line(&text)));
        }
    }
}
