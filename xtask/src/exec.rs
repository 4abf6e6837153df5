//! Running other programs, with errors that name the command. Decides nothing about which.

use std::{
    env,
    ffi::{OsStr, OsString},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail};

use crate::paths;

/// A command that runs at the top of the checkout.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(paths::root());
    command
}

/// The cargo that started us.
pub fn cargo() -> Command {
    command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// npm, quiet about everything but its work.
pub fn npm() -> Command {
    // On Windows npm is a script, which is found only by its full name.
    let mut npm = command(if cfg!(windows) { "npm.cmd" } else { "npm" });
    npm.env("npm_config_fund", "false").env("npm_config_audit", "false").env("npm_config_update_notifier", "false");
    npm
}

/// Runs to the end with the person's own terminal; anything but success is an error.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("`{}` does not start", shown(command)))?;
    if !status.success() {
        bail!("`{}` failed ({status})", shown(command));
    }
    Ok(())
}

/// Standard output of a question that may well fail, such as `--version` of what may not be there.
pub fn ask(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The first program of this name on PATH.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let name = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?).map(|dir| dir.join(&name)).find(|path| path.is_file())
}

/// PATH with these folders before everything else.
pub fn path_with<'a>(first: impl IntoIterator<Item = &'a Path>) -> Result<OsString> {
    let rest = env::var_os("PATH").unwrap_or_default();
    env::join_paths(first.into_iter().map(Path::to_owned).chain(env::split_paths(&rest)))
        .context("a folder's name cannot be put on PATH")
}

fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_stem().unwrap_or(command.get_program());
    let words = std::iter::once(name).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_command_is_named_as_one_would_type_it() {
        let error = run(command("cargo").args(["no-such-command", "-q"]).stderr(Stdio::null())).unwrap_err();
        assert!(error.to_string().starts_with("`cargo no-such-command -q` failed"), "{error}");
    }

    #[test]
    fn what_is_not_there_answers_nothing() {
        assert_eq!(ask(&mut command("no-such-program-at-all")), None);
        assert_eq!(on_path("no-such-program-at-all"), None);
    }
}
