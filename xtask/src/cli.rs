//! The command line: commands and their options. It is only parsed here.

use std::path::PathBuf;

use anyhow::{Result, bail};
use lexopt::prelude::*;

use crate::test::Stage;

/// Printed by `cargo xtask help`.
pub const HELP: &str = "\
cargo xtask COMMAND

  serve [--port N] [--corpus DIR] [--dist OUT]
                         set up what is missing, build as `build` does, serve the bundle and print the address
  test [--only STAGE]... set up what is missing and run all tests, or only the stages named:
                         fmt, clippy, clippy-wasm, native, wasm, build, browser,
                         program, package, hostile, arabic, large
  build [--corpus DIR] [--dist OUT]
                         set up what is missing and build the release bundle, of seeds/ into dist/;
                         another corpus needs no compiler once the program is built
  program                set up what is missing, build the program `briefing` with the viewer inside and print its path
  package                build the program and make packages of it in target/package/: an archive, a wheel for Python and
                         packages for npm; install each and build an example with it
  check                  verify the seeds: every quote against its text, every name against the registries
  bench                  print the bundle's size and the page's latency against their budgets
  bench --scale [N...]   compare the page with viewers in JavaScript, of synthetic corpora with N statements each
                         (25, 1000 and 10000), and write the figures into docs/performance.md
  bench --program        compare the program with Pagefind and, where it is installed, mdbook: time, memory, a save to the page
  synth --statements N [--shape SHAPE] OUT
                         write a synthetic corpus into OUT, which is absent or was written by this command;
                         SHAPE is an extreme: unrelated, one-document, one-actor, many-actors or one-day
  sizes [--functions N] [--write]
                         print what the program's bytes are, by crate, and the N largest functions of each part;
                         --write renews the table in docs/budgets.md instead
  shots [--readme] [--out DIR]
                         take screenshots of every page into target/shots/; --readme replaces docs/briefing.png
  publish-check          prove that dist/ works on any static host, at any path, and offline
  audit                  score the pages with Lighthouse; reports go into target/audit/, less than 95 fails
  setup                  only set up what is missing for all of the above

  serve, bench, shots, publish-check and audit take --no-build to use the bundle as it is.
";

/// One parsed command.
#[derive(Debug)]
pub enum Task {
    /// Print [`HELP`].
    Help,
    /// Install what is missing.
    Setup,
    /// Build the release bundle.
    Build(BundlePaths),
    /// Build and serve.
    Serve(ServeOptions),
    /// Build the program `briefing`.
    Program,
    /// Make packages of the program.
    Package,
    /// Verify the seeds.
    Check,
    /// Run the tests.
    Test(TestOptions),
    /// Measure sizes and latencies.
    Bench(BenchOptions),
    /// Write a synthetic corpus.
    Synth(SynthOptions),
    /// Print the program's size by crate.
    Sizes(SizesOptions),
    /// Take screenshots.
    Shots(ShotsOptions),
    /// Prove that the bundle can be published.
    PublishCheck(PublishOptions),
    /// Score the pages with Lighthouse.
    Audit(AuditOptions),
    /// Called by tests that change a bundle: writes its service worker anew.
    RenewWorker(PathBuf),
}

/// The corpus to build and the folder to build it into, as given: relative to the current folder.
#[derive(Debug, Default)]
pub struct BundlePaths {
    /// A corpus other than that of [`crate::paths::seeds`].
    pub corpus: Option<PathBuf>,
    /// A folder other than `dist/`.
    pub dist: Option<PathBuf>,
}

/// Options of `synth`.
#[derive(Debug, Default)]
pub struct SynthOptions {
    /// How many statements the corpus has.
    pub statements: Option<usize>,
    /// The name of its shape; the usual one if there is none.
    pub shape: Option<String>,
    /// The folder to write it into.
    pub out: Option<PathBuf>,
}

/// Options of `serve`.
#[derive(Debug, Default)]
pub struct ServeOptions {
    /// What to build and serve.
    pub bundle: BundlePaths,
    /// The first port to try.
    pub port: Option<u16>,
    /// Serve the bundle as it is.
    pub no_build: bool,
}

/// Options of `test`.
#[derive(Debug, Default)]
pub struct TestOptions {
    /// The stages to run; all if there is none.
    pub only: Vec<Stage>,
}

/// Options of `bench`.
#[derive(Debug, Default)]
pub struct BenchOptions {
    /// Measure `dist/` as it is, or the sites of the last comparison.
    pub no_build: bool,
    /// Compare with peers instead, at these numbers of statements; none are the usual ones.
    pub scale: Option<Vec<usize>>,
    /// Compare the program with others instead.
    pub program: bool,
}

/// Options of `sizes`.
#[derive(Debug, Default)]
pub struct SizesOptions {
    /// How many functions to list of each part.
    pub functions: usize,
    /// Write the table into the documentation.
    pub write: bool,
}

/// Options of `shots`.
#[derive(Debug, Default)]
pub struct ShotsOptions {
    /// Replace the README's picture instead.
    pub readme: bool,
    /// Where the pictures go.
    pub out: Option<PathBuf>,
    /// Photograph `dist/` as it is.
    pub no_build: bool,
}

/// Options of `publish-check`.
#[derive(Debug, Default)]
pub struct PublishOptions {
    /// Check `dist/` as it is.
    pub no_build: bool,
}

/// Options of `audit`.
#[derive(Debug, Default)]
pub struct AuditOptions {
    /// Score `dist/` as it is.
    pub no_build: bool,
}

/// Parses the process's own arguments.
pub fn parse() -> Result<Task> {
    parse_from(lexopt::Parser::from_env())
}

fn parse_from(mut args: lexopt::Parser) -> Result<Task> {
    let mut task = match args.next()? {
        None | Some(Long("help") | Short('h')) => return Ok(Task::Help),
        Some(Value(name)) => task_of(&name.string()?, &mut args)?,
        Some(other) => return Err(other.unexpected().into()),
    };
    while let Some(arg) = args.next()? {
        match (&mut task, arg) {
            (_, Long("help") | Short('h')) => return Ok(Task::Help),
            (Task::Build(bundle) | Task::Serve(ServeOptions { bundle, .. }), Long("corpus")) => {
                bundle.corpus = Some(args.value()?.into());
            }
            (Task::Build(bundle) | Task::Serve(ServeOptions { bundle, .. }), Long("dist")) => {
                bundle.dist = Some(args.value()?.into());
            }
            (Task::Synth(options), Long("statements")) => options.statements = Some(args.value()?.parse()?),
            (Task::Synth(options), Long("shape")) => options.shape = Some(args.value()?.string()?),
            (Task::Synth(options @ SynthOptions { out: None, .. }), Value(out)) => options.out = Some(out.into()),
            (Task::Serve(options), Long("port")) => options.port = Some(args.value()?.parse()?),
            (
                Task::Serve(ServeOptions { no_build, .. })
                | Task::Bench(BenchOptions { no_build, .. })
                | Task::Shots(ShotsOptions { no_build, .. })
                | Task::PublishCheck(PublishOptions { no_build })
                | Task::Audit(AuditOptions { no_build }),
                Long("no-build"),
            ) => *no_build = true,
            (Task::Test(options), Long("only")) => options.only.push(args.value()?.parse()?),
            (Task::Bench(BenchOptions { scale, .. }), Long("scale")) => {
                scale.get_or_insert_default();
            }
            (Task::Bench(BenchOptions { program, .. }), Long("program")) => *program = true,
            (Task::Bench(BenchOptions { scale: Some(sizes), .. }), Value(size)) => sizes.push(size.parse()?),
            (Task::Sizes(options), Long("functions")) => options.functions = args.value()?.parse()?,
            (Task::Sizes(options), Long("write")) => options.write = true,
            (Task::Shots(options), Long("readme")) => options.readme = true,
            (Task::Shots(options), Long("out")) => options.out = Some(args.value()?.into()),
            (_, other) => return Err(other.unexpected().into()),
        }
    }
    Ok(task)
}

fn task_of(name: &str, args: &mut lexopt::Parser) -> Result<Task> {
    Ok(match name {
        "help" => Task::Help,
        "setup" => Task::Setup,
        "build" => Task::Build(BundlePaths::default()),
        "serve" => Task::Serve(ServeOptions::default()),
        "program" => Task::Program,
        "package" => Task::Package,
        "check" => Task::Check,
        "test" => Task::Test(TestOptions::default()),
        "bench" => Task::Bench(BenchOptions::default()),
        "synth" => Task::Synth(SynthOptions::default()),
        "sizes" => Task::Sizes(SizesOptions::default()),
        "shots" => Task::Shots(ShotsOptions::default()),
        "publish-check" => Task::PublishCheck(PublishOptions::default()),
        "audit" => Task::Audit(AuditOptions::default()),
        "renew-worker" => Task::RenewWorker(args.value()?.into()),
        other => bail!("there is no command `{other}`; `cargo xtask help` lists them"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(args: &[&str]) -> Result<Task> {
        parse_from(lexopt::Parser::from_args(args))
    }

    #[test]
    fn no_arguments_print_the_help() {
        assert!(matches!(parsed(&[]).unwrap(), Task::Help));
        assert!(matches!(parsed(&["serve", "--help"]).unwrap(), Task::Help));
    }

    #[test]
    fn an_option_is_taken_by_its_command_only() {
        let Task::Serve(serve) = parsed(&["serve", "--port", "9000"]).unwrap() else { panic!("not serve") };
        assert_eq!(serve.port, Some(9000));
        let Task::Test(test) = parsed(&["test", "--only", "fmt", "--only=wasm"]).unwrap() else { panic!("not test") };
        assert_eq!(test.only, [Stage::Fmt, Stage::Wasm]);
        assert!(parsed(&["build", "--port", "9000"]).is_err());
    }

    #[test]
    fn build_and_serve_take_another_corpus_and_folder() {
        let Task::Build(bundle) = parsed(&["build", "--corpus", "a", "--dist=b"]).unwrap() else { panic!("not build") };
        assert_eq!((bundle.corpus, bundle.dist), (Some("a".into()), Some("b".into())));
        let Task::Serve(serve) = parsed(&["serve", "--dist", "b", "--no-build"]).unwrap() else { panic!("not serve") };
        assert!(serve.no_build && serve.bundle.dist == Some("b".into()));
        assert!(parsed(&["test", "--corpus", "a"]).is_err());
    }

    #[test]
    fn sizes_are_of_the_comparison() {
        let Task::Bench(bench) = parsed(&["bench", "--scale", "25", "1000"]).unwrap() else { panic!("not bench") };
        assert_eq!(bench.scale, Some(vec![25, 1000]));
        let Task::Bench(bench) = parsed(&["bench", "--scale", "--no-build"]).unwrap() else { panic!("not bench") };
        assert!(bench.no_build && bench.scale.is_some_and(|sizes| sizes.is_empty()));
        assert!(parsed(&["bench", "25"]).is_err());
    }

    #[test]
    fn a_synthetic_corpus_has_one_folder() {
        let Task::Synth(synth) = parsed(&["synth", "--statements", "25", "a"]).unwrap() else { panic!("not synth") };
        assert_eq!((synth.statements, synth.out), (Some(25), Some("a".into())));
        assert!(parsed(&["synth", "a", "b"]).is_err());
        assert!(parsed(&["synth", "--statements", "many", "a"]).is_err());
    }

    #[test]
    fn an_unknown_command_or_stage_is_named_in_the_error() {
        assert!(parsed(&["sevre"]).unwrap_err().to_string().contains("sevre"));
        assert!(parsed(&["test", "--only", "lint"]).unwrap_err().to_string().contains("lint"));
    }
}
