//! The content of a program as lines: `list-functions PROGRAM` prints the size of each function with its mangled name,
//! of each data segment, and of each other section but custom ones. What the sizes are counted for is in
//! `src/program_sizes`.

use std::{collections::HashMap, env, fs, ops::Range, path::Path, process::ExitCode};

use wasmparser::{BinaryReaderError, KnownCustom, Name, Parser, Payload};

fn main() -> ExitCode {
    let arguments: Vec<_> = env::args_os().skip(1).collect();
    let [program] = arguments.as_slice() else {
        eprintln!("usage: list-functions PROGRAM");
        return ExitCode::FAILURE;
    };
    match list(Path::new(program)) {
        Ok(lines) => {
            print!("{lines}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("{} cannot be read: {message}", Path::new(program).display());
            ExitCode::FAILURE
        }
    }
}

fn list(program: &Path) -> Result<String, String> {
    let bytes = fs::read(program).map_err(|error| error.to_string())?;
    lines(&bytes).map_err(|error| error.to_string())
}

/// `function SIZE NAME`, `data SIZE` and `other SIZE`. Sizes are in bytes, without the few that give a length.
fn lines(bytes: &[u8]) -> Result<String, BinaryReaderError> {
    // Imported functions come first in the index space of functions.
    let mut imported = 0;
    let mut functions = Vec::new();
    let mut names = HashMap::new();
    let mut lines = Vec::new();
    for payload in Parser::new(0).parse_all(bytes) {
        match payload? {
            Payload::ImportSection(section) => {
                lines.push(format!("other {}", length(&section.range())));
                for import in section.into_imports() {
                    imported += u32::from(matches!(import?.ty, wasmparser::TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => functions.push(length(&body.range())),
            Payload::CodeSectionStart { .. } => {}
            Payload::DataSection(section) => {
                for segment in section {
                    lines.push(format!("data {}", length(&segment?.range)));
                }
            }
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(section) = section.as_known() {
                    for name in section {
                        if let Name::Function(map) = name? {
                            for naming in map {
                                let naming = naming?;
                                names.insert(naming.index, naming.name.to_owned());
                            }
                        }
                    }
                }
            }
            other => {
                if let Some((_, range)) = other.as_section() {
                    lines.push(format!("other {}", length(&range)));
                }
            }
        }
    }
    for (index, size) in (imported..).zip(functions) {
        let name = names.get(&index).map_or("", String::as_str);
        lines.push(format!("function {size} {name}"));
    }
    lines.push(String::new());
    Ok(lines.join("\n"))
}

fn length(range: &Range<u64>) -> u64 {
    range.end - range.start
}
