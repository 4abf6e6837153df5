//! The script with which the parts are loaded: what the splitter has written is read, and written anew for the files
//! that are left.

use std::fmt::Write;

use super::parts::{File, Group};

/// How the definitions of the files begin: with the parts that share the first of them.
const BEGIN: &str = "/* ";

/// Reads a script: what is before the definitions of the files, and the files.
pub fn read(script: &str) -> Result<(String, Vec<File>), String> {
    let lines: Vec<&str> = script.lines().collect();
    let begin = lines.iter().position(|line| line.starts_with(BEGIN) || line.starts_with("export const "));
    let (head, definitions) = lines.split_at(begin.ok_or("the loader loads nothing")?);
    let mut files = Vec::new();
    let mut parts: Vec<String> = Vec::new();
    for line in definitions {
        if let Some(shared) = line.strip_prefix(BEGIN).and_then(|line| line.strip_suffix(" */")) {
            parts = shared.split(", ").map(str::to_owned).collect();
        } else if let Some((_, name)) = line.split_once("new URL(\"./") {
            let (name, _) = name.split_once(".wasm\"").ok_or("the loader loads a file of another kind")?;
            let own = name.strip_prefix("split_").map(|part| vec![part.to_owned()]);
            files.push(File { name: name.to_owned(), parts: own.unwrap_or_else(|| std::mem::take(&mut parts)) });
        }
    }
    Ok((head.join("\n"), files))
}

/// Writes a script.
pub fn write(head: &str, groups: &[Group]) -> String {
    let mut script = format!("{head}\n");
    // Writing to a string does not fail.
    for Group { name, after, .. } in groups {
        let _ = write!(
            script,
            "const {name} = makeLoad(() => {{\n    const src = fetch(new URL(\"./{name}.wasm\", import.meta.url));\n    \
             src.catch(() => {{}});\n    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));\n}}\n\
             , [{}]);\n",
            after.join(", "),
        );
    }
    for (name, part) in groups.iter().filter_map(|group| Some((&group.name, group.part?))) {
        let _ = writeln!(script, "export const __wasm_split_load_{part} = wrapAsyncCb({name});");
    }
    script
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "import { initSync } from \"./briefing.js\";\nfunction makeLoad(fetcher, deps) {\n}\n\
        /* figures, pages */\nconst __chunk_7 = makeLoad(() => {\n    const src = fetch(new URL(\"./chunk_7.wasm\", \
        import.meta.url));\n}\n, []);\nexport const __wasm_split_load_pages = wrapAsyncCb(makeLoad(() => {\n    \
        const src = fetch(new URL(\"./split_pages.wasm\", import.meta.url));\n}\n, [__chunk_7]));\n";

    #[test]
    fn the_files_of_a_script_are_read_with_their_parts() {
        let (head, files) = read(SCRIPT).unwrap();
        assert!(head.ends_with("function makeLoad(fetcher, deps) {\n}"), "{head}");
        let files: Vec<_> = files.iter().map(|file| (file.name.as_str(), file.parts.join(" "))).collect();
        assert_eq!(files, [("chunk_7", "figures pages".to_owned()), ("split_pages", "pages".to_owned())]);
        assert!(read("").is_err());
    }

    #[test]
    fn a_script_loads_what_is_before_a_part_with_it() {
        let group = |name: &str, part, after: &[&str]| Group {
            name: name.to_owned(),
            part,
            after: after.iter().map(|&name| name.to_owned()).collect(),
            files: Vec::new(),
        };
        let script = write("head", &[group("chunk_1", None, &[]), group("split_pages", Some("pages"), &["chunk_1"])]);
        assert!(script.contains(", [chunk_1]);\nexport const __wasm_split_load_pages = wrapAsyncCb(split_pages);\n"));
        assert_eq!(script.matches("makeLoad").count(), 2);
    }
}
