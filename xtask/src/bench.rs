//! `cargo xtask bench`: what a reader has to load and wait for, against the budgets.

use anyhow::{Result, bail};

use crate::{
    browser::Harness,
    bundle::{self, Sizes},
    cli::BenchOptions,
    exec, paths,
    step::step,
};

/// Brotli bytes that the first view may need at most, and should.
const LIMIT: u64 = 150_000;
const AIM: u64 = 110_000;

/// How many times what the served page loads, in brotli, the one file may be large; in hundredths. Browsers undo zlib and
/// not brotli, and bytes are longer in a text.
const ONE_FILE_LIMIT: u64 = 160;

/// Prints sizes and latencies; exceeding a budget is a failure.
pub fn run(options: &BenchOptions) -> Result<()> {
    bundle::make_unless(options.no_build)?;
    let sizes = Sizes::measure(&paths::dist())?;
    let (_, needed) = sizes.first_view();
    println!("{sizes}\n  budget {} kB brotli, aim {} kB: {}\n", LIMIT / 1000, AIM / 1000, verdict(needed));
    let harness = Harness::start()?;
    step("measure latency", || exec::run(harness.node().arg("bench.mjs")))?;
    if needed > LIMIT {
        bail!("the first view needs {needed} bytes, the budget is {LIMIT}");
    }
    let ratio = sizes.one_file_ratio();
    if ratio > ONE_FILE_LIMIT {
        bail!("the one file is {ratio} hundredths of what the page loads, the budget is {ONE_FILE_LIMIT}");
    }
    Ok(())
}

fn verdict(needed: u64) -> String {
    if needed <= AIM {
        format!("within the aim, {} kB to spare", (AIM - needed) / 1000)
    } else if needed <= LIMIT {
        format!("within the budget, {} kB above the aim", (needed - AIM).div_ceil(1000))
    } else {
        format!("{} kB too much", (needed - LIMIT).div_ceil(1000))
    }
}

#[cfg(test)]
mod tests {
    use super::verdict;

    #[test]
    fn the_limits_belong_to_the_budget() {
        assert_eq!(verdict(110_000), "within the aim, 0 kB to spare");
        assert_eq!(verdict(150_000), "within the budget, 40 kB above the aim");
        assert_eq!(verdict(150_001), "1 kB too much");
    }
}
