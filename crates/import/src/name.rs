//! Names of documents: what an id may be, made of the name of a file or of a title.

/// The longest name that is made, in bytes. Ids may be longer, but they stand in links.
const MAX_LENGTH: usize = 60;

/// The number of words of a title that make a name.
const TITLE_WORDS: usize = 8;

/// Names of files that say nothing of their content.
const GENERIC: [&str; 14] = [
    "index", "default", "document", "doc", "download", "untitled", "unnamed", "page", "print", "article", "view",
    "text", "file", "story",
];

/// Names that a corpus or Windows has another use for.
const RESERVED: [&str; 7] = ["briefing", "actors", "topics", "con", "prn", "aux", "nul"];

/// The name of a document: lower-case ASCII letters and digits in groups joined by hyphens. It is that of its file, or,
/// where that says nothing, the beginning of its title.
pub fn document_name(file_name: &str, title: &str) -> String {
    let stem = file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem);
    let name = slug(stem);
    let says_nothing = |name: &str| {
        let words = name.trim_end_matches(|c: char| c.is_ascii_digit() || c == '-');
        words.is_empty() || GENERIC.contains(&words)
    };
    let title_name = slug(&title.split_whitespace().take(TITLE_WORDS).collect::<Vec<_>>().join(" "));
    let name = if says_nothing(&name) && !title_name.is_empty() { title_name } else { name };
    let is_device = |name: &str| {
        name.len() == 4
            && (name.starts_with("com") || name.starts_with("lpt"))
            && name.ends_with(|c: char| c.is_ascii_digit())
    };
    if name.is_empty() {
        return "document".to_owned();
    }
    if RESERVED.contains(&&*name) || is_device(&name) {
        return format!("{name}-document");
    }
    name
}

/// An id made of any text, by its letters in ASCII; may be empty.
fn slug(text: &str) -> String {
    let ascii = deunicode::deunicode(text).to_ascii_lowercase().replace(['\'', '`'], "");
    let mut slug = String::new();
    for group in ascii.split(|c: char| !c.is_ascii_alphanumeric()).filter(|group| !group.is_empty()) {
        if slug.len() + 1 + group.len() > MAX_LENGTH {
            if slug.is_empty() {
                slug.push_str(&group[..MAX_LENGTH]);
            }
            break;
        }
        slug.push_str(if slug.is_empty() { "" } else { "-" });
        slug.push_str(group);
    }
    slug
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_name_is_that_of_the_file_in_ascii() {
        for (file, title, expected) in [
            ("Bridge report (final).docx", "", "bridge-report-final"),
            ("статья.html", "", "statia"),
            (
                "index.html",
                "Aldport argues about its bridge, and not for the first time",
                "aldport-argues-about-its-bridge-and-not-for",
            ),
            ("000123.txt", "Talks", "talks"),
            ("2021-12-18.txt", "", "2021-12-18"),
            ("con.txt", "", "con-document"),
            ("COM1.txt", "", "com1-document"),
            ("Briefing.pdf", "", "briefing-document"),
            ("???.txt", "", "document"),
            ("L’affaire d'Étaples.odt", "", "laffaire-detaples"),
        ] {
            assert_eq!(document_name(file, title), expected, "{file}");
        }
    }

    proptest! {
        #[test]
        fn a_name_is_an_id_whatever_the_file_is_called(file in ".*", title in ".*") {
            let name = document_name(&file, &title);
            prop_assert!(!name.is_empty() && name.len() <= MAX_LENGTH + "-document".len());
            prop_assert!(name.split('-').all(|group| {
                !group.is_empty() && group.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
            }), "{name}");
        }
    }
}
