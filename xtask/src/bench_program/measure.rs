//! What a program takes: time, and memory where the system tells.

use std::{
    fs,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};

/// How often memory is looked at.
const PAUSE: Duration = Duration::from_millis(2);

/// Seconds from the start of a program to its end.
///
/// # Errors
/// Where it does not start, or fails.
pub fn seconds(command: &mut Command) -> Result<f64> {
    let start = Instant::now();
    let mut child = start_silent(command)?;
    let status = child.wait()?;
    let took = start.elapsed().as_secs_f64();
    ensure!(status.success(), "`{}` failed", command.get_program().display());
    Ok(took)
}

/// The peak of a program's resident memory in bytes; `None` where the system does not tell. Linux keeps the peak
/// itself (`VmHWM`, see proc(5)), so that looking now and then is enough.
///
/// # Errors
/// Where it does not start, or fails.
pub fn peak_memory(command: &mut Command) -> Result<Option<u64>> {
    let mut child = start_silent(command)?;
    let mut peak = None;
    let status = loop {
        let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
        peak = peak.max(high_water_mark(&status));
        if let Some(status) = child.try_wait()? {
            break status;
        }
        thread::sleep(PAUSE);
    };
    ensure!(status.success(), "`{}` failed", command.get_program().display());
    Ok(peak)
}

/// The median of at least one value.
pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

fn start_silent(command: &mut Command) -> Result<Child> {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().with_context(|| format!("`{}` does not start", command.get_program().display()))
}

/// `VmHWM:     12345 kB`, which are units of 1,024 bytes.
fn high_water_mark(status: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().strip_suffix(" kB")?.parse::<u64>().ok()? * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_high_water_mark_is_in_bytes() {
        assert_eq!(high_water_mark("Name:\tx\nVmHWM:\t    1024 kB\n"), Some(1_048_576));
        assert_eq!(high_water_mark("Name:\tx\n"), None);
    }

    #[test]
    fn the_median_is_in_the_middle() {
        assert!((median(vec![3.0, 1.0, 2.0]) - 2.0).abs() < f64::EPSILON);
    }

    #[test]
    fn a_program_that_fails_has_no_time() {
        assert!(seconds(Command::new("cargo").arg("no-such-command")).is_err());
    }
}
