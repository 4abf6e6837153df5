//! The entry point for contributors and CI: `cargo xtask help` lists the commands.
//!
//! This file only dispatches. What a command does is in the module of its name; none of them knows the corpus or the
//! page.

mod audit;
mod bench;
mod bench_program;
mod browser;
mod bundle;
mod check;
mod cli;
mod exec;
mod failure;
mod folders;
mod lock;
mod package;
mod paths;
mod program;
mod program_sizes;
mod publish;
mod scale;
mod serve;
mod server;
mod shots;
mod step;
mod synth;
mod test;
mod tools;

use std::process::ExitCode;

use cli::{BenchOptions, Task};

fn main() -> ExitCode {
    let done = cli::parse().and_then(|task| match task {
        Task::Help => {
            print!("{}", cli::HELP);
            Ok(())
        }
        Task::Setup => tools::set_up_all(),
        Task::Build(paths) => bundle::build(&paths),
        Task::Serve(options) => serve::run(&options),
        Task::Program => program::run(),
        Task::Package => package::run(),
        Task::Check => check::run(),
        Task::Test(options) => test::run(&options),
        Task::Bench(BenchOptions { scale: Some(sizes), no_build, .. }) => scale::run(&sizes, no_build),
        Task::Bench(BenchOptions { program: true, .. }) => bench_program::run(),
        Task::Bench(options) => bench::run(&options),
        Task::Synth(options) => synth::run(&options),
        Task::Sizes(options) => program_sizes::run(&options),
        Task::Shots(options) => shots::run(&options),
        Task::PublishCheck(options) => publish::run(&options),
        Task::Audit(options) => audit::run(&options),
        Task::RenewWorker(folder) => bundle::renew_worker(&folder),
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            failure::print(&error);
            ExitCode::FAILURE
        }
    }
}
