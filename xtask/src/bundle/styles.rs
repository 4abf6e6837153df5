//! Gathers style sheets into one, so that the page needs one request: each `@import` is replaced by what it names.
//!
//! Knows the imports that we write, one to a line, not all that CSS allows; what it does not know is an error.
//! Minifying and hashing is trunk's.

use std::{
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use crate::paths;

/// Writes `sheets`, with all that they import, into `target`.
pub fn gather(sheets: &[PathBuf], target: &Path) -> Result<()> {
    let mut css = String::new();
    for sheet in sheets {
        inline(sheet, &mut Vec::new(), &mut css)?;
    }
    let folder = target.parent().context("a style sheet needs a folder")?;
    fs::create_dir_all(folder)?;
    // An unchanged file keeps its time, so that nobody who watches it builds again for nothing.
    if fs::read_to_string(target).is_ok_and(|old| old == css) {
        return Ok(());
    }
    fs::write(target, css).with_context(|| format!("cannot write {}", target.display()))
}

fn inline(sheet: &Path, within: &mut Vec<PathBuf>, css: &mut String) -> Result<()> {
    let name = sheet.strip_prefix(paths::root()).unwrap_or(sheet).display().to_string();
    let text = fs::read_to_string(sheet).with_context(|| format!("cannot read the style sheet {name}"))?;
    within.push(sheet.to_owned());
    for (number, line) in (1..).zip(text.lines()) {
        if !line.trim_start().starts_with("@import") {
            css.push_str(line);
            css.push('\n');
            continue;
        }
        let Some(import) = Import::read(line.trim()) else {
            bail!(
                "{name}:{number}: write imports as `@import \"file.css\";`, optionally with layer(name) or a media query"
            );
        };
        let imported = sheet.with_file_name(import.file);
        if within.contains(&imported) {
            bail!("{name}:{number}: {} imports itself", import.file);
        }
        import.open(css);
        inline(&imported, within, css).with_context(|| format!("{name}:{number}"))?;
        import.close(css);
    }
    within.pop();
    Ok(())
}

/// `@import "file" layer(name) media;` or with `url("file")`.
#[derive(Debug, PartialEq, Eq)]
struct Import<'a> {
    file: &'a str,
    layer: Option<&'a str>,
    media: Option<&'a str>,
}

impl<'a> Import<'a> {
    fn read(line: &'a str) -> Option<Self> {
        let rest = line.strip_prefix("@import")?.strip_suffix(';')?.trim();
        let (rest, url) = rest.strip_prefix("url(").map_or((rest, false), |rest| (rest, true));
        let quote = rest.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
        let (file, rest) = rest[1..].split_once(quote)?;
        let rest = if url { rest.strip_prefix(')')? } else { rest }.trim();
        let (layer, media) = match rest.strip_prefix("layer(") {
            Some(rest) => rest.split_once(')').map(|(layer, media)| (Some(layer), media.trim()))?,
            None => (None, rest),
        };
        let media = Some(media).filter(|media| !media.is_empty());
        let ours = !file.contains(':') && !file.starts_with('/') && media.is_none_or(|it| !it.starts_with("supports"));
        ours.then_some(Self { file, layer, media })
    }

    fn open(&self, css: &mut String) {
        // Writing to a string does not fail.
        let _ = self.media.map(|media| writeln!(css, "@media {media} {{"));
        let _ = self.layer.map(|layer| writeln!(css, "@layer {layer} {{"));
    }

    fn close(&self, css: &mut String) {
        for _ in self.media.iter().chain(&self.layer) {
            css.push_str("}\n");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheets(test: &str, files: &[(&str, &str)]) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("briefing-styles-{test}-{}", std::process::id()));
        for (name, text) in files {
            let path = folder.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        folder
    }

    fn gathered(folder: &Path) -> Result<String> {
        let target = folder.join("out/all.css");
        gather(&[folder.join("main.css")], &target)?;
        Ok(fs::read_to_string(target)?)
    }

    #[test]
    fn imports_are_replaced_in_their_order_and_scope() {
        let main =
            "@layer base, page;\n@import \"base.css\" layer(base);\n@import url('part/print.css') print;\nb {}\n";
        let folder = sheets(
            "scope",
            &[
                ("main.css", main),
                ("base.css", "a {}\n"),
                ("part/print.css", "@import \"paper.css\";\n"),
                ("part/paper.css", "p {}\n"),
            ],
        );
        let css = gathered(&folder).unwrap();
        assert_eq!(css, "@layer base, page;\n@layer base {\na {}\n}\n@media print {\np {}\n}\nb {}\n");
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn what_cannot_be_imported_is_named_with_its_place() {
        let folder =
            sheets("errors", &[("main.css", "\n@import \"gone.css\";\n"), ("loop.css", "@import 'loop.css';")]);
        let error = format!("{:#}", gathered(&folder).unwrap_err());
        assert!(error.contains("main.css:2") && error.contains("gone.css"), "{error}");
        let error = gather(&[folder.join("loop.css")], &folder.join("out.css")).unwrap_err();
        assert!(format!("{error:#}").contains("imports itself"));
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn only_files_of_our_own_are_imported() {
        assert_eq!(Import::read("@import 'a.css';"), Some(Import { file: "a.css", layer: None, media: None }));
        for line in
            ["@import \"https://example.org/a.css\";", "@import a.css;", "@import \"a.css\"", "@import \"/a.css\";"]
        {
            assert_eq!(Import::read(line), None, "{line}");
        }
    }
}
