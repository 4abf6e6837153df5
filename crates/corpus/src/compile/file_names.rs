//! File names: what a file is by its name, and whether a name exists on every operating system.

use super::characters::describe_char;
use super::hidden::needs_escape;
use super::problem::Problem;
use super::seed_file::composed;

/// The kinds of file that a corpus is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum FileKind {
    Text,
    Toml,
}

/// The kind of a file by its extension, and its name without the extension. Extensions may be in capitals, as old
/// systems write them.
pub(super) fn kind_and_stem(name: &str) -> Option<(FileKind, &str)> {
    let (stem, extension) = name.rsplit_once('.')?;
    match &*extension.to_ascii_lowercase() {
        "txt" => Some((FileKind::Text, stem)),
        "toml" => Some((FileKind::Toml, stem)),
        _ => None,
    }
}

/// The name of a file without its extension, in composed form.
pub(super) fn stem(name: &str) -> String {
    composed(kind_and_stem(name).map_or(name, |(_, stem)| stem))
}

/// The problem with the name of a text, if there is one. A text is published under its name, which must exist on every
/// operating system.
pub(super) fn check_published_name(name: &str) -> Option<Problem> {
    let problem = |message: String, help: &str| {
        let help = format!("{help}: give text and annotation another name");
        Some(Problem::new("briefing::file::name", message).help(help))
    };
    // Windows takes the part before the first dot for the name of a device.
    let base = name.split('.').next().unwrap_or_default().trim_end();
    if is_device(base) {
        return problem(
            format!("{name} cannot exist on Windows, where \"{base}\" is a device"),
            "the text is published under its name",
        );
    }
    let reserved = |c: char| matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*' | '\\') || c.is_control();
    if let Some(c) = name.chars().find(|&c| reserved(c)) {
        return problem(
            format!("{name} cannot exist on Windows, where no name holds {}", describe_char(c)),
            "the text is published under its name",
        );
    }
    let invisible = name.chars().find(|&c| needs_escape(c));
    invisible.and_then(|c| problem(format!("the name of {name} holds {}", describe_char(c)), "nobody would see that"))
}

/// Whether Windows reserves a name for a device, regardless of case.
fn is_device(name: &str) -> bool {
    let name = name.to_uppercase();
    let number = name.strip_prefix("COM").or(name.strip_prefix("LPT"));
    let is_numbered = number.is_some_and(|number| {
        number.chars().count() == 1 && number.chars().all(|c| c.is_ascii_digit() || matches!(c, '¹' | '²' | '³'))
    });
    is_numbered || matches!(&*name, "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$" | "CLOCK$")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_devices_are_recognised_in_every_spelling() {
        for name in ["con", "Prn", "AUX", "nul", "com1", "COM0", "lpt9", "Lpt¹", "com³", "conin$"] {
            assert!(is_device(name), "{name}");
        }
        for name in ["cons", "com", "com10", "lptx", "a", "index", "communal"] {
            assert!(!is_device(name), "{name}");
        }
    }

    #[test]
    fn names_that_some_system_cannot_have_are_problems() {
        for name in ["con.txt", "Aux.v2.txt", "nul .txt", "a?.txt", "a:b.txt", "a\u{202e}b.txt", "a\tb.txt"] {
            assert!(check_published_name(name).is_some(), "{name:?}");
        }
        for name in ["odd ü#%.txt", "icon.txt", "a..txt", "статья.TXT", "می\u{200c}.txt"] {
            assert!(check_published_name(name).is_none(), "{name:?}");
        }
    }
}
