//! The Rust sources of the workspace, found on the disk: a new crate or file is checked without being listed anywhere.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// A source file.
pub struct Source {
    pub path: PathBuf,
    pub text: String,
}

impl Source {
    /// The path as seen from the top of the checkout.
    pub fn name(&self) -> String {
        self.path.strip_prefix(root()).unwrap_or(&self.path).display().to_string()
    }

    /// Whether the file is the root of a library, a program, a test or a build script, by cargo's conventions.
    pub fn is_crate_root(&self) -> bool {
        let Some(name) = self.path.file_name().and_then(|name| name.to_str()) else { return false };
        let folder = self.path.parent().unwrap_or(&self.path);
        let above = folder.parent().unwrap_or(folder);
        match name {
            "build.rs" if is_package(folder) => true,
            "lib.rs" | "main.rs" if is_package(above) && folder.ends_with("src") => true,
            "main.rs" => holds_roots(above),
            _ => holds_roots(folder),
        }
    }
}

fn is_package(folder: &Path) -> bool {
    folder.join("Cargo.toml").exists()
}

/// Whether each file in a folder is a program or a test of its own: `src/bin` and `tests` of a package.
fn holds_roots(folder: &Path) -> bool {
    let above = folder.parent().unwrap_or(folder);
    folder.ends_with("tests") && is_package(above)
        || folder.ends_with("src/bin") && is_package(above.parent().unwrap_or(above))
}

/// The top of the checkout.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().expect("the checkout")
}

/// All sources, in the order of their names.
pub fn sources() -> Vec<Source> {
    let mut found = Vec::new();
    collect(&root(), &mut found);
    assert!(found.len() > 100, "the sources are found");
    found.sort_by(|one, other| one.path.cmp(&other.path));
    found
}

fn collect(folder: &Path, found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).expect("a folder of the checkout") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            // What is built or installed, and what is hidden.
            if !["target", "dist", "node_modules"].contains(&name.as_str()) && !name.starts_with('.') {
                collect(&path, found);
            }
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).expect("a source in UTF-8");
            found.push(Source { path, text });
        }
    }
}

/// Where a line is, by its index: `src/app.rs:12`.
pub fn line_of(source: &Source, index: usize) -> String {
    format!("{}:{}", source.name(), index + 1)
}
