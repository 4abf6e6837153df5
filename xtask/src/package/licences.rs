//! The licences of third-party software in the program and in the viewer inside it, as one text.
//!
//! A crate's licence is its own file. Where it has none, the text says so, and names a file with the same terms.

mod crates;
mod text;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::{
    exec::{self, stdout_of},
    tools::WASM,
};
use crates::crates_of;

/// The package of the program.
const PROGRAM: &str = "briefing-cli";

/// The package of the viewer, and its features in a release bundle.
const VIEWER: &str = "briefing";
const VIEWER_FEATURES: &str = "split";

/// The text, for the program of a target.
///
/// # Errors
/// Where cargo does not answer, or a crate has neither a file nor a licence whose text is known.
pub fn text(target: &str, version: &str) -> Result<String> {
    let program = tree(PROGRAM, &["--target", target])?;
    let viewer = tree(VIEWER, &["--target", WASM, "--features", VIEWER_FEATURES])?;
    let metadata = stdout_of(exec::cargo().args(["metadata", "--format-version", "1", "--locked"]))
        .context("`cargo metadata` failed")?;
    let metadata: Value = serde_json::from_str(&metadata).context("`cargo metadata` printed no JSON")?;
    let crates = crates_of(&metadata, &program, &viewer)?;
    text::write(&crates, version)
}

/// What is linked into a package, as lines of `NAME vVERSION`. Macros and build scripts run while it is compiled, and
/// are not in it.
fn tree(package: &str, options: &[&str]) -> Result<String> {
    let mut cargo = exec::cargo();
    cargo.args(["tree", "--locked", "--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}"]);
    stdout_of(cargo.args(["--package", package]).args(options)).context("`cargo tree` failed")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_names_what_is_in_the_program_and_what_is_in_the_viewer() {
        let host = stdout_of(exec::command("rustc").arg("-vV")).unwrap();
        let host = host.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
        let text = text(host, "1.2.3").unwrap();
        for line in ["axum 0", "leptos 0", "wasm-bindgen 0"] {
            assert!(text.lines().any(|found| found.starts_with(line)), "{line}");
        }
        assert!(!text.contains("proptest"), "what only tests use is not in the program");
    }
}
