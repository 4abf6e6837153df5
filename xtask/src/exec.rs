//! Runs other programs, with errors that name the command. Which ones, and when, is decided by the callers.

use std::{
    env,
    ffi::{OsStr, OsString},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail};

use crate::{paths, step};

/// A command that runs in the root of the checkout.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(paths::root());
    command
}

/// The cargo that started this process.
pub fn cargo() -> Command {
    command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// npm without its notices about funding, audits and updates.
pub fn npm() -> Command {
    // On Windows npm is a script, which is found by its full name only.
    let mut npm = command(if cfg!(windows) { "npm.cmd" } else { "npm" });
    npm.env("npm_config_fund", "false").env("npm_config_audit", "false").env("npm_config_update_notifier", "false");
    npm
}

/// Runs a command to its end; any other exit status than success is an error. Its output goes to the terminal, or to
/// the log of a step that runs beside others.
pub fn run(command: &mut Command) -> Result<()> {
    if let Some(log) = step::log() {
        let errors = log.try_clone().context("cannot write to a log")?;
        command.stdin(Stdio::null()).stdout(log).stderr(errors);
    }
    let status = command.status().with_context(|| format!("`{}` does not start", command_line(command)))?;
    if !status.success() {
        bail!("`{}` failed ({status})", command_line(command));
    }
    Ok(())
}

/// Like [`run`], without the warnings of a command that ends well: of what it warns nobody can do anything.
pub fn run_without_warnings(command: &mut Command) -> Result<()> {
    let output = command.stdin(Stdio::null()).output();
    let output = output.with_context(|| format!("`{}` does not start", command_line(command)))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        bail!("`{}` failed ({}): {}", command_line(command), output.status, said.trim());
    }
    Ok(())
}

/// The standard output of a command, or `None` if it does not start or fails, as `--version` of an absent program does.
pub fn stdout_of(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The first program of this name on `PATH`.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let name = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?).map(|dir| dir.join(&name)).find(|path| path.is_file())
}

/// `PATH` with these folders in front.
pub fn path_with<'a>(first: impl IntoIterator<Item = &'a Path>) -> Result<OsString> {
    let rest = env::var_os("PATH").unwrap_or_default();
    env::join_paths(first.into_iter().map(Path::to_owned).chain(env::split_paths(&rest)))
        .context("a folder's name cannot be put on PATH")
}

fn command_line(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_stem().unwrap_or(command.get_program());
    let words = std::iter::once(name).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_names_the_failed_command_as_one_would_type_it() {
        let error = run(command("cargo").args(["no-such-command", "-q"]).stderr(Stdio::null())).unwrap_err();
        assert!(error.to_string().starts_with("`cargo no-such-command -q` failed"), "{error}");
    }

    #[test]
    fn an_absent_program_has_no_output_and_no_path() {
        assert_eq!(stdout_of(&mut command("no-such-program-at-all")), None);
        assert_eq!(on_path("no-such-program-at-all"), None);
    }
}
