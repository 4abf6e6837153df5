//! Briefing files: made of a folder, and taken in place of it.

use std::fs;

use crate::support::{Desk, files};

/// A folder with the corpus and its briefing file, `bridge.briefing`.
fn desk() -> Desk {
    let desk = Desk::new();
    desk.briefing().args(["export", "corpus", "-f", "briefing", "-o", "bridge.briefing"]).assert().success().stdout("");
    desk
}

#[test]
fn a_folder_becomes_a_file_and_the_file_the_same_site() {
    let desk = desk();
    for (input, out) in [("corpus", "one"), ("bridge.briefing", "two")] {
        desk.briefing().args(["build", input, "-o", out, "--no-compress"]).assert().success();
    }
    assert_eq!(files(&desk.path("one")), files(&desk.path("two")));
    desk.briefing().args(["build", "bridge.briefing", "--single", "bridge.html"]).assert().success();
    assert_eq!(desk.read("bridge.html"), desk.read("one/briefing.html"));
}

#[test]
fn a_file_is_exported_checked_and_written_again() {
    let desk = desk();
    let csv = |input: &str| {
        let mut command = desk.briefing();
        command.env("SOURCE_DATE_EPOCH", "1732752000").args(["export", input, "-f", "csv"]);
        command.assert().success().get_output().stdout.clone()
    };
    assert_eq!(csv("bridge.briefing"), csv("corpus"));
    let checked = desk.briefing().args(["check", "bridge.briefing"]).assert().success();
    assert!(String::from_utf8_lossy(&checked.get_output().stdout).contains("1 document, 2 statements"));
    let piped = desk.briefing().args(["export", "bridge.briefing", "-f", "briefing"]).assert().success();
    assert_eq!(piped.get_output().stdout, fs::read(desk.path("bridge.briefing")).unwrap());
}

#[test]
fn a_file_is_named_in_a_folder_and_needs_no_extension() {
    let desk = desk();
    fs::create_dir(desk.path("files")).unwrap();
    desk.briefing().args(["export", "corpus", "-f", "briefing", "-o", "files"]).assert().success();
    let made = files(&desk.path("files"));
    let name = made.keys().next().unwrap();
    assert!(name.starts_with("the-bridge-at-aldport-") && name.ends_with(".briefing"), "{name}");
    fs::rename(desk.path("bridge.briefing"), desk.path("bridge (2).download")).unwrap();
    desk.briefing().args(["check", "bridge (2).download"]).assert().success();
}

#[test]
fn a_view_is_no_briefing_file() {
    let said = desk().refused(&["export", "corpus", "-f", "briefing", "--view", "#/?actor=mara-lind"]);
    assert!(said.contains("holds the whole briefing") && said.contains("leave out --view"), "{said}");
}

#[test]
fn a_file_is_not_changed() {
    let desk = desk();
    for arguments in [&["check", "bridge.briefing", "--fix"][..], &["add", "bridge.briefing", "corpus/bridge.txt"]] {
        let said = desk.refused(arguments);
        assert!(said.contains("bridge.briefing is a briefing file, and is not changed"), "{said}");
    }
}

#[test]
fn a_file_that_is_damaged_newer_cut_off_or_something_else_is_refused_and_nothing_is_written() {
    let desk = desk();
    let good = fs::read(desk.path("bridge.briefing")).unwrap();
    let mut damaged = good.clone();
    damaged[100] ^= 1;
    let mut newer = good.clone();
    newer[8..16].copy_from_slice(&[2, 0, 9, 0, 8, 0, 7, 0]);
    let cases: [(&[u8], &str, &str); 5] = [
        (&damaged, "is damaged: its digest is another", "another copy"),
        (&newer, "made by a newer version of the program, Briefing 9.8.7", "open it with that version"),
        (&good[..good.len() - 1], "is cut off", "another copy"),
        (b"<!doctype html>", "this is not a briefing file", "--format briefing"),
        (b"", "this is not a briefing file", "--format briefing"),
    ];
    for (content, problem, advice) in cases {
        desk.write("bridge.briefing", content);
        let before = desk.names();
        for arguments in [
            &["build", "bridge.briefing", "-o", "site"][..],
            &["check", "bridge.briefing"],
            &["export", "bridge.briefing", "-f", "csv"],
            &["export", "bridge.briefing", "-f", "briefing", "-o", "other.briefing"],
        ] {
            let said = desk.refused(arguments);
            assert!(said.contains("cannot read bridge.briefing") && said.contains(problem), "{arguments:?}: {said}");
            assert!(said.contains(advice), "{arguments:?}: {said}");
        }
        assert_eq!(desk.names(), before, "nothing is written");
    }
    let said = desk.refused(&["build", "gone.briefing", "-o", "site"]);
    assert!(said.contains("there is no file gone.briefing"), "{said}");
}
