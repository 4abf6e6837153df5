//! Tries the packages as somebody does who has only them: installs each into an empty folder, without a network, and
//! builds an example there. `PATH` holds neither cargo nor trunk, and for npm nothing but Node.js.

use std::{
    env,
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};

use super::{
    contents::{COMPLETIONS_OF_BASH, MANUAL, PROGRAM, VERSION, program_in},
    npm,
};
use crate::{bundle, exec, folders, paths, step::step, tools};

/// The corpus that is built.
const EXAMPLE: &str = "examples/aldport";

/// The files of the packages.
pub struct Packages {
    /// The archive.
    pub archive: PathBuf,
    /// The prefix of all names in it.
    pub prefix: String,
    /// The wheel.
    pub wheel: PathBuf,
    /// npm's small package, and that with the program.
    pub npm: [PathBuf; 2],
}

impl Packages {
    /// All files.
    pub fn files(&self) -> [&Path; 4] {
        [&self.archive, &self.wheel, &self.npm[0], &self.npm[1]]
    }
}

/// Installs all packages below a folder, which is emptied, and tries them.
pub fn try_all(packages: &Packages, folder: &Path) -> Result<()> {
    bundle::empty(folder)?;
    let sites = [
        step("try the archive", || try_archive(packages, &folder.join("archive")))?,
        step("try the wheel", || try_wheel(&packages.wheel, &folder.join("wheel")))?,
        step("try the packages of npm", || try_npm(&packages.npm, &folder.join("npm")))?,
    ];
    for site in &sites[1..] {
        folders::compare(&sites[0], site)?;
    }
    // What has been tried is in the packages.
    bundle::empty(folder)
}

fn try_archive(packages: &Packages, folder: &Path) -> Result<PathBuf> {
    fs::create_dir_all(folder)?;
    // Every system has a program of this name; that of Windows reads zip files as well.
    exec::run(exec::command("tar").arg("-xf").arg(&packages.archive).arg("-C").arg(folder))?;
    let top = folder.join(&packages.prefix);
    check_share(&top)?;
    let program = top.join(program_in("bin"));
    build(|| exec::command(&program), OsStr::new(""), folder)
}

fn try_wheel(wheel: &Path, folder: &Path) -> Result<PathBuf> {
    tools::create_environment(folder)?;
    exec::run(tools::pip(folder).args(["install", "--no-index", "--quiet"]).arg(wheel))?;
    check_share(folder)?;
    let program = folder.join(program_in(tools::SCRIPTS));
    build(|| exec::command(&program), OsStr::new(""), folder)
}

fn try_npm(files: &[PathBuf; 2], folder: &Path) -> Result<PathBuf> {
    tools::for_npm()?;
    fs::create_dir_all(folder)?;
    fs::write(folder.join("package.json"), "{}")?;
    let path = path_of_node(&folder.join("node"))?;
    // Without the package for this platform first: the command says what is missing.
    let install = |file: &Path| {
        let mut npm = exec::npm();
        npm.args(["install", "--offline", "--no-package-lock", "--omit=optional", "--loglevel=error", "--prefix"]);
        exec::run(npm.arg(folder).arg(file).current_dir(folder))
    };
    let command = || {
        let name = if cfg!(windows) { format!("{PROGRAM}.cmd") } else { PROGRAM.to_owned() };
        exec::command(folder.join("node_modules").join(".bin").join(name))
    };
    install(&files[0])?;
    let output = command().arg("--version").env("PATH", &path).output().context("the command does not start")?;
    let message = String::from_utf8_lossy(&output.stderr);
    ensure!(
        output.status.code() == Some(1) && message.contains("is not installed") && message.contains(npm::NAME),
        "the command does not say that its program is missing, but `{message}`"
    );
    install(&files[1])?;
    let manual = folder.join("node_modules").join(npm::NAME).join("man").join(format!("{PROGRAM}.1"));
    check_manual(&manual)?;
    build(command, &path, folder)
}

/// Asks an installed program for its version, and has it build the example. Returns the folder of the site.
fn build(program: impl Fn() -> Command, path: &OsStr, folder: &Path) -> Result<PathBuf> {
    let alone = || {
        let mut program = program();
        program.env("PATH", path).env_remove("BRIEFING_TEMPLATE");
        program
    };
    let version = exec::stdout_of(alone().arg("--version")).context("the program does not start")?;
    ensure!(version.trim() == format!("{PROGRAM} {VERSION}"), "the program is `{}`", version.trim());
    let site = folder.join("site");
    let mut build = alone();
    // Compression is the same for every package, and would take most of the time.
    build.args(["build", "--quiet", "--no-compress"]).arg(paths::root().join(EXAMPLE)).arg("--out").arg(&site);
    exec::run(&mut build)?;
    ensure!(site.join("index.html").is_file() && site.join("briefing.html").is_file(), "the site lacks pages");
    Ok(site)
}

/// Checks that manual and completions are below a folder, where they are looked for.
fn check_share(top: &Path) -> Result<()> {
    check_manual(&top.join(MANUAL).join(format!("{PROGRAM}.1")))?;
    let completions = top.join(COMPLETIONS_OF_BASH);
    let script = fs::read_to_string(&completions).with_context(|| format!("there is no {}", completions.display()))?;
    ensure!(script.contains("complete -F"), "{} completes nothing", completions.display());
    Ok(())
}

fn check_manual(page: &Path) -> Result<()> {
    let text = fs::read_to_string(page).with_context(|| format!("there is no {}", page.display()))?;
    ensure!(text.contains(&format!(".TH {PROGRAM}")), "{} is no manual page of the program", page.display());
    Ok(())
}

/// A `PATH` on which there is Node.js and nothing else.
fn path_of_node(folder: &Path) -> Result<std::ffi::OsString> {
    fs::create_dir_all(folder)?;
    let name = format!("node{}", env::consts::EXE_SUFFIX);
    // Not the first on PATH, which may be a script of a version manager that needs the others.
    let node =
        exec::stdout_of(exec::command("node").args(["-p", "process.execPath"])).context("node does not start")?;
    let (node, link) = (Path::new(node.trim()), folder.join(name));
    #[cfg(unix)]
    std::os::unix::fs::symlink(node, &link)?;
    #[cfg(not(unix))]
    fs::copy(node, &link)?;
    Ok(folder.as_os_str().to_owned())
}
