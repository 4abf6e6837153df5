//! The program `briefing`. What it does is in the library, which tests and xtask call as well.

use std::process::ExitCode;

fn main() -> ExitCode {
    briefing_cli::main()
}
