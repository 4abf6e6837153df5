//! Disks that are full, and output that is in use: what is said, that nothing is half written and nothing is lost.
#![cfg(target_os = "linux")]

use std::fs;
use std::process::Command;

use crate::support::{Desk, files, refusal};

/// Lets files have a kilobyte at most: a write fails in its middle, as on a disk that becomes full, and for root too.
const LIMITED: &str = r#"trap "" XFSZ && ulimit -f 1 && exec "$0" "$@""#;

/// Everything in the folder of a desk.
fn everything(desk: &Desk) -> Vec<(String, Vec<u8>)> {
    files(&desk.path("")).into_iter().collect()
}

#[test]
fn what_cannot_be_written_whole_is_not_written_and_what_was_there_stays() {
    let desk = Desk::new();
    let quietly = |arguments: &[&str]| drop(desk.briefing().arg("--quiet").args(arguments).assert().success());
    quietly(&["build", "corpus", "-o", "site"]);
    quietly(&["build", "corpus", "--single", "old.html"]);
    quietly(&["export", "corpus", "-f", "json", "-o", "old.json"]);
    fs::create_dir(desk.path("empty")).unwrap();
    desk.write("long.txt", "The mayor said on Monday that the bridge is safe.\n\n".repeat(60));
    desk.replace("corpus/bridge.toml", "\"the bridge is safe\"", "\"the bridge  is safe\"");
    let changed = everything(&desk);
    let saved = desk.read("corpus/bridge.toml");
    // The corpus has an error that only `--fix` gets by.
    for (arguments, has_error) in [
        (&["check", "corpus", "--fix"][..], true),
        (&["add", "corpus", "long.txt"], true),
        (&["new", "other"], true),
        (&["new", "empty"], true),
        (&["new", "other", "--from", "long.txt"], true),
        (&["build", "corpus", "-o", "site"], false),
        (&["build", "corpus", "-o", "new-site"], false),
        (&["build", "corpus", "--single", "old.html"], false),
        (&["build", "corpus", "--single", "new.html"], false),
        (&["export", "corpus", "-f", "json", "-o", "old.json"], false),
        (&["export", "corpus", "-f", "briefing", "-o", "new.briefing"], false),
    ] {
        let content = if has_error { saved.clone() } else { saved.replace("the bridge  is", "the bridge is") };
        desk.write("corpus/bridge.toml", content);
        let before = if has_error { changed.clone() } else { everything(&desk) };
        let said = refusal(desk.briefing_by(LIMITED).args(arguments));
        assert!(said.contains("cannot write") && said.contains("name another place"), "{arguments:?}: {said}");
        assert_eq!(everything(&desk), before, "{arguments:?}");
    }
    assert_eq!(fs::read_dir(desk.path("empty")).unwrap().count(), 0);
    assert_eq!(desk.names(), ["corpus", "empty", "long.txt", "old.html", "old.json", "site", "template"]);
}

#[test]
fn manual_pages_are_written_whole() {
    let desk = Desk::empty();
    let said = refusal(desk.briefing_by(LIMITED).args(["man", "-o", "pages"]));
    assert!(said.contains("cannot write"), "{said}");
    assert_eq!(fs::read_dir(desk.path("pages")).unwrap().count(), 0);
}

#[test]
fn a_device_that_is_full() {
    let desk = Desk::new();
    for arguments in
        [&["build", "corpus", "--single", "/dev/full"][..], &["export", "corpus", "-f", "csv", "-o", "/dev/full"]]
    {
        let said = desk.refused(arguments);
        assert!(said.contains("cannot write /dev/full") && said.contains("the disk is full"), "{said}");
    }
    let into_full = r#"exec "$0" "$@" >/dev/full"#;
    for arguments in [
        &["export", "corpus", "-f", "csv"][..],
        &["export", "corpus", "-f", "briefing"],
        &["check", "corpus"],
        &["check", "corpus", "--format", "json"],
        &["completions", "bash"],
        &["man"],
    ] {
        let said = refusal(desk.briefing_by(into_full).args(arguments));
        let expected = ["cannot write to the standard output", "the disk is full"];
        assert!(expected.iter().all(|words| said.contains(words)), "{arguments:?}: {said}");
    }
}

/// Runs a command where a file system may be mounted that nobody else sees; `None` where the system permits none.
fn with_mount(desk: &Desk, script: &str, arguments: &[&str]) -> Option<String> {
    let unshare = ["--user", "--map-root-user", "--mount"];
    let probe = Command::new("unshare").args(unshare).args(["mount", "-t", "tmpfs", "none", "/mnt"]).output();
    if !probe.is_ok_and(|output| output.status.success()) {
        eprintln!("skipped: this system lets nobody mount anything");
        return None;
    }
    let script = format!("exec unshare {} sh -c '{script} && exec \"$0\" \"$@\"' \"$0\" \"$@\"", unshare.join(" "));
    Some(refusal(desk.briefing_by(&script).args(arguments)))
}

#[test]
fn a_disk_that_becomes_full() {
    let desk = Desk::new();
    desk.write("disk/kept", "");
    let small = "mount -t tmpfs -o size=8k none disk";
    for arguments in [&["build", "corpus", "-o", "disk/site"][..], &["new", "disk/other"]] {
        let Some(said) = with_mount(&desk, small, arguments) else { return };
        assert!(said.contains("cannot write") && said.contains("the disk is full: make room"), "{said}");
    }
}

#[test]
fn a_folder_that_the_system_keeps_in_its_place() {
    let desk = Desk::new();
    desk.briefing().args(["--quiet", "build", "corpus", "-o", "site"]).assert().success();
    let before = everything(&desk);
    // A disk is mounted there, as folders are that a container shares with its host; Windows does so with open folders.
    let Some(said) = with_mount(&desk, "mount --bind site site", &["build", "corpus", "-o", "site"]) else { return };
    let expected = ["cannot replace site", "another program uses the folder, or a disk is mounted there"];
    assert!(expected.iter().all(|words| said.contains(words)), "{said}");
    assert_eq!(everything(&desk), before);
    let said = refusal(desk.briefing().current_dir(desk.path("site")).args(["build", "../corpus", "-o", "."]));
    assert!(said.contains("is in use: it is, or holds, the folder that this command runs in"), "{said}");
    assert_eq!(everything(&desk), before);
}

/// The bytes of a file that takes long to write.
const LARGE: u64 = 100_000_000;

#[test]
fn what_is_unfinished_when_the_process_is_interrupted_is_removed() {
    let desk = Desk::new();
    // So much to write that the interrupt comes before the end.
    desk.write("template/site/large.png", vec![0; usize::try_from(LARGE).unwrap()]);
    for signal in ["INT", "TERM"] {
        // The shell waits for the folder that the site is written into, and interrupts then.
        let interrupt = format!(
            r#""$0" "$@" & child=$!
            until ls -d .briefing-unfinished-* || ! kill -0 $child; do :; done >/dev/null 2>&1
            kill -{signal} $child; wait $child"#
        );
        let mut build = desk.briefing_by(&interrupt);
        let mut process = build.args(["--quiet", "build", "corpus", "-o", "site", "--no-compress"]).assert();
        // On a busy machine, the site may be complete when the interrupt comes.
        if desk.path("site").exists() {
            assert_eq!(fs::metadata(desk.path("site/large.png")).unwrap().len(), LARGE);
            fs::remove_dir_all(desk.path("site")).unwrap();
        } else {
            process = process.code(130);
        }
        assert_eq!(desk.names(), ["corpus", "template"], "{process}");
    }
}
