//! The parts of the program, and in which file the code is that several of them share.
//!
//! A part is loaded after another one. What both have is in the file of the first; what neither of two has from the
//! other is in that of the last one that both are loaded after, unless it is large.

/// The parts, each with the one after which it is loaded; the first comes after the first view. The order is that of
/// loading.
const PARTS: [(&str, &str); 7] = [
    (FIRST, ""),
    ("print", FIRST),
    ("share", FIRST),
    ("figures", FIRST),
    ("further", "figures"),
    ("map", "figures"),
    ("files", "figures"),
];

/// The part that is loaded before all others.
const FIRST: &str = "pages";

/// The bytes from which code that two parts share, and not the one before them, has a file of its own. Before it is
/// shrunk.
const LARGE: u64 = 20_000;

/// A file that the splitter has written.
#[derive(Debug, PartialEq)]
pub struct File {
    /// Its name without the extension.
    pub name: String,
    /// The parts that need it; of a part's own file, that part.
    pub parts: Vec<String>,
}

/// Files that become one.
#[derive(Debug, PartialEq)]
pub struct Group {
    /// The name of the one without the extension.
    pub name: String,
    /// The part that it is; none where it has what several share.
    pub part: Option<&'static str>,
    /// The names of the groups that are loaded before it.
    pub after: Vec<String>,
    /// The names of the files.
    pub files: Vec<String>,
}

/// The groups, each behind those that are loaded before it.
pub fn groups(files: Vec<File>, size: impl Fn(&str) -> u64) -> Result<Vec<Group>, String> {
    let group = |(part, before): (&'static str, &str)| {
        let after = if before.is_empty() { Vec::new() } else { vec![file_of(before)] };
        Group { name: file_of(part), part: Some(part), after, files: Vec::new() }
    };
    let mut groups: Vec<Group> = PARTS.into_iter().map(group).collect();
    let mut large = Vec::new();
    for File { name, parts } in files {
        let lines = parts.iter().map(|part| line(part)).collect::<Result<Vec<_>, _>>()?;
        let first = lines.first().ok_or("a file is of no part")?;
        let common = first.iter().rev().find(|part| lines.iter().all(|line| line.contains(part)));
        let common = *common.ok_or("parts have nothing in common")?;
        let is_needed_there = parts.iter().any(|part| part == common);
        if !is_needed_there && size(&name) >= LARGE {
            for group in
                groups.iter_mut().filter(|group| group.part.is_some_and(|it| parts.iter().any(|part| part == it)))
            {
                group.after.push(name.clone());
            }
            large.push(Group { name: name.clone(), part: None, after: Vec::new(), files: vec![name] });
        } else {
            let host = file_of(common);
            groups.iter_mut().filter(|group| group.name == host).for_each(|group| group.files.push(name.clone()));
        }
    }
    Ok(large.into_iter().chain(groups).filter(|group| !group.files.is_empty()).collect())
}

/// The name that the splitter gives the file of a part.
fn file_of(part: &str) -> String {
    format!("split_{part}")
}

/// A part behind all those that it is loaded after.
fn line(part: &str) -> Result<Vec<&'static str>, String> {
    let known = PARTS.iter().find(|(known, _)| *known == part);
    let (part, before) = known.ok_or_else(|| format!("say in split_program/parts.rs when `{part}` is loaded"))?;
    let mut line = if before.is_empty() { Vec::new() } else { self::line(before)? };
    line.push(part);
    Ok(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, parts: &[&str]) -> File {
        File { name: name.to_owned(), parts: parts.iter().map(|&part| part.to_owned()).collect() }
    }

    #[test]
    fn shared_code_is_in_the_part_that_is_loaded_first() {
        let files = vec![
            file("split_pages", &["pages"]),
            file("split_share", &["share"]),
            file("split_figures", &["figures"]),
            file("split_further", &["further"]),
            file("chunk_1", &["further", "pages"]),
            file("chunk_2", &["figures", "further"]),
            file("chunk_3", &["further", "map"]),
            file("chunk_4", &["further", "share"]),
            file("chunk_5", &["figures", "share"]),
        ];
        let size = |name: &str| if name == "chunk_4" { LARGE } else { 100 };
        let groups = groups(files, size).unwrap();
        let of = |name: &str| groups.iter().find(|group| group.name == name).unwrap();
        assert_eq!(of("split_pages").files, ["split_pages", "chunk_1", "chunk_5"]);
        assert_eq!(of("split_figures").files, ["split_figures", "chunk_2", "chunk_3"]);
        assert_eq!(of("split_figures").after, ["split_pages"]);
        assert_eq!(of("split_further").after, ["split_figures", "chunk_4"]);
        assert_eq!(of("split_share").after, ["split_pages", "chunk_4"]);
        assert!(of("split_pages").after.is_empty());
        assert_eq!(groups.len(), 5, "parts without code have no file");
    }

    #[test]
    fn a_part_that_is_not_known_is_refused() {
        assert!(groups(vec![file("split_new", &["new"])], |_| 0).unwrap_err().contains("`new`"));
    }
}
