//! Finishes what trunk has built: adds the source texts and the schema of the export, fills in the digests, and checks
//! what the page promises.
//!
//! Works on the staging folder, so that `dist/` is only ever replaced by a bundle that has passed.

use std::{
    env,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};

use super::{
    compress::compress,
    digest::integrity,
    is, offline, one_file,
    program::{self, Program},
    scripts,
};
use crate::{check, exec, failure::Remedy, places};

/// Seals the bundle in `staging`, with the texts from `seeds`.
pub fn seal(staging: &Path, seeds: &Path) -> Result<()> {
    let corpus = places::scratch().join("corpus.briefing");
    check::compile(seeds, &corpus)?;
    add_texts(staging, seeds)?;
    add_schema(staging)?;
    let page = staging.join("index.html");
    let html = fs::read_to_string(&page).context("trunk left no index.html")?;
    let (html, program) = take_apart(staging, &html, &fs::read(&corpus)?)?;
    let html = fill(&html, &fs::read(staging.join(&program.main))?, &fs::read(staging.join(&program.glue))?)?;
    scripts::add_later(staging)?;
    styles_are_sound(staging)?;
    fs::write(&page, html).context("cannot write index.html")?;
    prerender(staging, &corpus)?;
    one_file::fill(staging, &program)?;
    check_pages(staging)?;
    offline::add_scripts(staging)?;
    // It names every file.
    offline::write_worker(staging)?;
    // Last, of what the files are in the end.
    compress(staging)
}

/// Writes what can be read before, and without, the program.
fn prerender(staging: &Path, corpus: &Path) -> Result<()> {
    let mut prerender = exec::cargo();
    exec::run(prerender.args(["run", "--quiet", "--package", "prerender", "--"]).arg(staging).arg(corpus))
}

/// Every page has a policy that allows no inline code, and abides by it; every link leads somewhere, from any sub-path.
pub fn check_pages(folder: &Path) -> Result<()> {
    let mut checker = exec::cargo();
    checker.args(["run", "--quiet", "--package", "xtask", "--features", "pages", "--bin", "check-pages", "--"]);
    exec::run(checker.arg(folder))
}

/// Replaces what trunk has made of the program.
fn take_apart(staging: &Path, html: &str, corpus: &[u8]) -> Result<(String, Program)> {
    let (glue, main) = (built(staging, "briefing", "js")?, built(staging, "briefing", "wasm")?);
    for file in [&glue, &main] {
        fs::remove_file(file)?;
    }
    let ours = program::put_together(staging, corpus)?;
    let html = html.replace(name(&glue)?, &ours.glue).replace(name(&main)?, &ours.main);
    ensure!(html.contains(&ours.glue) && html.contains(&ours.main), "index.html does not name the program");
    Ok((html, ours))
}

/// What trunk has built as `STEM-DIGEST.EXTENSION`.
pub fn built(staging: &Path, stem: &str, extension: &str) -> Result<PathBuf> {
    let files: Vec<PathBuf> = fs::read_dir(staging)?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    let named = |file: &PathBuf| {
        is(file, extension)
            && file.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&format!("{stem}-")))
    };
    files.into_iter().find(named).with_context(|| format!("trunk left no {stem} that ends in .{extension}"))
}

fn name(file: &Path) -> Result<&str> {
    file.file_name().and_then(|name| name.to_str()).context("a file has no name")
}

/// Puts digests and size in the places that `Trunk.toml` leaves for them.
fn fill(html: &str, program: &[u8], glue: &[u8]) -> Result<String> {
    let values = [
        ("{glue-integrity}", integrity(glue)),
        ("{wasm-integrity}", integrity(program)),
        ("{wasm-size}", program.len().to_string()),
    ];
    values.iter().try_fold(html.to_owned(), |html, (place, value)| {
        ensure!(html.contains(place), "index.html has no place for {place}; see pattern_preload in Trunk.toml");
        Ok(html.replace(place, value))
    })
}

/// A style sheet that trunk cannot read is left as it is, which shows by its lines.
fn styles_are_sound(staging: &Path) -> Result<()> {
    for entry in fs::read_dir(staging)? {
        let sheet = entry?.path();
        if is(&sheet, "css") && env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release") {
            let lines = fs::read_to_string(&sheet)?.lines().count();
            ensure!(lines <= 1, Remedy::new("the style sheets are not sound CSS", "RUST_LOG=warn cargo xtask build"));
        }
    }
    Ok(())
}

/// Copies the texts into `staging/seeds`, with a page that lists them: the way out for readers without the program.
fn add_texts(staging: &Path, seeds: &Path) -> Result<()> {
    let folder = staging.join("seeds");
    fs::create_dir_all(&folder)?;
    let mut names = Vec::new();
    for entry in fs::read_dir(seeds).with_context(|| format!("cannot read {}", seeds.display()))? {
        let text = entry?.path();
        if let Some(name) = text.file_name().and_then(|name| name.to_str()).filter(|_| is(&text, "txt")) {
            // A hidden file is no document, see `corpus::compile`.
            if name.starts_with('.') {
                continue;
            }
            fs::copy(&text, folder.join(name)).with_context(|| format!("cannot copy {name}"))?;
            names.push(name.to_owned());
        }
    }
    ensure!(!names.is_empty(), "there is no text in {}", seeds.display());
    names.sort();
    fs::write(folder.join("index.html"), list(&names, &style_sheets(staging)?))
        .context("cannot write the list of texts")
}

/// Copies the schema of exported JSON to where those files say that it is (`export::Context::schema_address`).
fn add_schema(staging: &Path) -> Result<()> {
    const NAME: &str = "briefing-export.schema.json";
    let folder = staging.join("schema");
    fs::create_dir_all(&folder)?;
    fs::copy(places::root().join("crates/export/schema").join(NAME), folder.join(NAME))
        .with_context(|| format!("cannot copy {NAME}"))?;
    Ok(())
}

/// The links to the style sheets, as seen from a folder in the bundle.
fn style_sheets(staging: &Path) -> Result<String> {
    let mut sheets = fs::read_dir(staging)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    sheets.retain(|file| is(file, "css"));
    // By name, which is also the order in which the start page has them.
    sheets.sort();
    let link = |sheet: &PathBuf| {
        let integrity = integrity(&fs::read(sheet)?);
        Ok(format!("<link rel=\"stylesheet\" href=\"../{}\" integrity=\"{integrity}\">\n", name(sheet)?))
    };
    sheets.iter().map(link).collect()
}

fn list(names: &[String], styles: &str) -> String {
    let mut rows = String::new();
    for name in names {
        let (address, text) = (percent_encoded(name), escaped(name));
        // Writing to a string does not fail.
        let _ = writeln!(rows, "<li><a href=\"./{address}\" translate=\"no\" dir=\"auto\">{text}</a></li>");
    }
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"content-security-policy\" content=\"default-src 'none'; style-src 'self'; \
         connect-src 'self'; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>Source texts of the briefing</title>\n\
         <meta name=\"description\" content=\"The documents of a briefing, word for word.\">\n{styles}\
         <main class=\"wrap\">\n<div class=\"mast\"><h1>Source texts</h1></div>\n<div class=\"prose\">\n\
         <p>The documents of <a href=\"../index.html\">the briefing</a>, word for word.</p>\n\
         <ul>\n{rows}</ul></div>\n</main>\n</html>\n"
    )
}

/// A file's name in an address.
pub fn percent_encoded(name: &str) -> String {
    let keep = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte);
    name.bytes().map(|byte| if keep(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

/// Text between tags.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digests_find_their_places() {
        let html = "<link integrity={glue-integrity}><link data-integrity=\"{wasm-integrity}\" data-size={wasm-size}>";
        let filled = fill(html, b"program", b"glue").unwrap();
        assert!(filled.contains(&integrity(b"glue")) && filled.contains("data-size=7>"), "{filled}");
        assert!(fill("<html>", b"", b"").unwrap_err().to_string().contains("{glue-integrity}"));
    }

    #[test]
    fn the_schema_lies_where_exported_files_point_to() {
        let staging = std::env::temp_dir().join(format!("briefing-schema-{}", std::process::id()));
        add_schema(&staging).unwrap();
        let copied = fs::read_to_string(staging.join("schema/briefing-export.schema.json")).unwrap();
        fs::remove_dir_all(&staging).unwrap();
        assert!(copied.contains("\"const\": \"briefing-export\""));
    }

    #[test]
    fn a_name_cannot_inject_markup() {
        let page = list(&["<b>&\".txt".into()], "");
        assert!(
            page.contains("href=\"./%3Cb%3E%26%22.txt\" translate=\"no\" dir=\"auto\">&lt;b&gt;&amp;\".txt</a>"),
            "{page}"
        );
    }
}
