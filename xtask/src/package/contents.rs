//! What every package has in it: the program, its manual pages, what shells complete, and the licences. They are laid
//! out as below `/usr/local`, so that an archive can be unpacked there or into `~/.local`.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};

use super::licences;
use crate::{bundle, exec, failure::Remedy, paths, step::step};

/// The version of all packages, which is that of the workspace.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The name of the program.
pub const PROGRAM: &str = "briefing";

/// What bash completes.
pub const COMPLETIONS_OF_BASH: &str = "share/bash-completion/completions/briefing";

/// What shells complete, by the names of the shells for the program and the paths where they look for it.
const COMPLETIONS: [(&str, &str); 5] = [
    ("bash", COMPLETIONS_OF_BASH),
    ("elvish", "share/elvish/lib/briefing.elv"),
    ("fish", "share/fish/vendor_completions.d/briefing.fish"),
    ("powershell", "share/powershell/briefing.ps1"),
    ("zsh", "share/zsh/site-functions/_briefing"),
];

/// The folder of the manual pages.
pub const MANUAL: &str = "share/man/man1";

/// The folder of licences and of the text for a reader.
pub const DOCUMENTS: &str = "share/doc/briefing";

/// The contents, in a folder.
pub struct Contents {
    /// The folder.
    pub folder: PathBuf,
    /// The target for which the program is compiled, as `x86_64-unknown-linux-gnu`.
    pub target: String,
}

impl Contents {
    /// Lays out the contents with a program in a folder, which is emptied.
    pub fn lay_out(program: &Path, folder: &Path) -> Result<Self> {
        let contents = Self { folder: folder.to_owned(), target: host()? };
        bundle::empty(folder)?;
        step("write the manual and the completions", || contents.write_by(program))?;
        step("collect the licences", || contents.write_documents())?;
        let copy = contents.program();
        fs::create_dir_all(folder.join("bin"))?;
        fs::copy(program, &copy).with_context(|| format!("cannot copy {}", program.display()))?;
        Ok(contents)
    }

    /// The program.
    pub fn program(&self) -> PathBuf {
        self.folder.join(program_in("bin"))
    }

    /// The names of the manual pages.
    pub fn manual_pages(&self) -> Result<Vec<String>> {
        let folder = self.folder.join(MANUAL);
        let mut names = Vec::new();
        for entry in fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))? {
            names.push(entry?.file_name().to_string_lossy().into_owned());
        }
        names.sort();
        Ok(names)
    }

    fn write_by(&self, program: &Path) -> Result<()> {
        exec::run(exec::command(program).args(["man", "--out"]).arg(self.folder.join(MANUAL)))?;
        for (shell, path) in COMPLETIONS {
            let script = exec::stdout_of(exec::command(program).args(["completions", shell]))
                .with_context(|| format!("the program writes no completions for {shell}"))?;
            bundle::write(&self.folder.join(path), script)?;
        }
        Ok(())
    }

    fn write_documents(&self) -> Result<()> {
        let documents = self.folder.join(DOCUMENTS);
        fs::create_dir_all(&documents)?;
        for (file, name) in [
            (paths::root().join("LICENSE-APACHE"), "LICENSE-APACHE"),
            (paths::root().join("LICENSE-MIT"), "LICENSE-MIT"),
            (paths::root().join("crates/cli/README.md"), "README.md"),
            (library_licences()?, "rust-standard-library.html"),
        ] {
            fs::copy(&file, documents.join(name)).with_context(|| format!("cannot copy {}", file.display()))?;
        }
        bundle::write(&documents.join("THIRD-PARTY-LICENSES.txt"), licences::text(&self.target, VERSION)?)
    }
}

/// The path of the program below a folder.
pub fn program_in(folder: &str) -> PathBuf {
    Path::new(folder).join(format!("{PROGRAM}{}", env::consts::EXE_SUFFIX))
}

/// The file that the toolchain has of the licences in the standard library.
fn library_licences() -> Result<PathBuf> {
    let sysroot = exec::stdout_of(rustc().args(["--print", "sysroot"])).context("rustc does not answer")?;
    let file = Path::new(sysroot.trim()).join("share").join("doc").join("rust").join("COPYRIGHT-library.html");
    if !file.exists() {
        let problem = format!("the licences of the standard library are missing: there is no {}", file.display());
        return Err(Remedy::new(problem, "rustup toolchain install stable --profile minimal").into());
    }
    Ok(file)
}

fn host() -> Result<String> {
    let answer = exec::stdout_of(rustc().arg("-vV")).context("rustc does not answer")?;
    let host = answer.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.context("rustc does not name its target")?.to_owned())
}

fn rustc() -> Command {
    exec::command(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()))
}
