//! Help, completions and manual pages.

use std::fs;

use crate::support::Desk;

fn said(desk: &Desk, arguments: &[&str]) -> String {
    String::from_utf8(desk.briefing().args(arguments).assert().success().get_output().stdout.clone()).unwrap()
}

#[test]
fn the_help_of_each_command_has_examples() {
    let desk = Desk::empty();
    assert!(said(&desk, &["--version"]).starts_with("briefing 0."));
    assert!(said(&desk, &["--help"]).contains("briefing serve bridge --open"));
    for command in ["new", "add", "check", "build", "serve", "export", "completions", "man"] {
        let help = said(&desk, &[command, "--help"]);
        assert!(help.contains("Examples:") && help.contains(&format!("  briefing {command}")), "{help}");
        assert!(!help.contains("publish-edition"), "{help}");
    }
}

#[test]
fn shells_complete_commands_and_formats() {
    let desk = Desk::empty();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = said(&desk, &["completions", shell]);
        assert!(script.contains("export"), "{shell}: {script}");
        // These complete values as well.
        let has_formats = ["bash", "zsh", "fish"].contains(&shell);
        assert!(!has_formats || script.contains("web-annotations"), "{shell}: {script}");
    }
}

#[test]
fn there_is_a_manual_page_for_each_command() {
    let desk = Desk::empty();
    assert!(said(&desk, &["man"]).contains(".TH briefing 1"));
    said(&desk, &["man", "-o", "man1"]);
    let mut names: Vec<_> =
        fs::read_dir(desk.path("man1")).unwrap().map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    for name in [
        "briefing.1",
        "briefing-add.1",
        "briefing-build.1",
        "briefing-check.1",
        "briefing-export.1",
        "briefing-serve.1",
    ] {
        assert!(names.iter().any(|it| it == name), "{name} in {names:?}");
    }
    assert!(!names.iter().any(|name| name.contains("edition")), "{names:?}");
    let refused = desk.refused(&["man", "-o", "man1/briefing.1"]);
    assert!(refused.contains("something else has this name: name another place"), "{refused}");
}
