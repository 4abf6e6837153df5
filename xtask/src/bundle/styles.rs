//! The style sheets, each bundled with all that it imports, so that the page needs one request for it.

use std::path::Path;

use anyhow::Result;

use super::commands::esbuild;
use crate::{paths, tools::BundleTools};

/// Bundles the sheets of the page where `index.html` names them, and the sheet of the one file's text in the template.
pub fn collect_styles(tools: &BundleTools, template: &Path) -> Result<()> {
    let styles = paths::scratch().join("style");
    for (entry, bundled) in [
        ("main.css", styles.join("briefing.css")),
        ("later.css", styles.join("later.css")),
        ("text.css", template.join("one-file").join("text.css")),
    ] {
        // What is not CSS is an error, and not only left out.
        let options = ["--bundle", "--log-override:css-syntax-error=error"];
        esbuild(tools, &paths::root().join("style").join(entry), &bundled, &options)?;
    }
    Ok(())
}
