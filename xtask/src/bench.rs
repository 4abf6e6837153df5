//! `cargo xtask bench`: sizes and latencies, against their budgets.

use anyhow::{Result, bail};

use crate::{
    browser::Harness,
    bundle::{self, Sizes},
    cli::BenchOptions,
    exec, paths,
    step::step,
};

/// The most bytes, in brotli, that the first view may need.
const LIMIT: u64 = 135_000;

/// The bytes, in brotli, that the first view should need.
const AIM: u64 = 110_000;

/// The most that the one-file edition may weigh, in per cent of what the served page loads in brotli. It is larger
/// because browsers decompress zlib but not brotli for scripts, and because its bytes are encoded as text.
const ONE_FILE_LIMIT: u64 = 160;

/// Prints sizes and latencies; exceeding a budget is an error.
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
        bail!("the one-file edition is {ratio} % of what the page loads, the budget is {ONE_FILE_LIMIT} %");
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
    fn a_size_at_a_limit_is_within_it() {
        assert_eq!(verdict(110_000), "within the aim, 0 kB to spare");
        assert_eq!(verdict(135_000), "within the budget, 25 kB above the aim");
        assert_eq!(verdict(135_001), "1 kB too much");
    }
}
