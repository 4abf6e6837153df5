//! `briefing check`.

use serde_json::Value;

use crate::support::{Desk, files};

#[test]
fn a_corpus_without_errors_passes() {
    let desk = Desk::new();
    let passed = desk.briefing().args(["check", "corpus"]).assert().success();
    let said = String::from_utf8(passed.get_output().stdout.clone()).unwrap();
    assert!(said.contains("2 statements") && said.ends_with("every quote found\n"), "{said}");
    desk.briefing().args(["check", "corpus", "--format", "github"]).assert().success().stdout("");
}

/// A corpus with two errors, in two files.
fn wrong() -> Desk {
    let desk = Desk::new();
    desk.replace("corpus/bridge.toml", "the bridge is safe", "the bridge is not safe");
    desk.replace("corpus/actors.toml", "kind = \"person\"", "kind = \"persona\"");
    desk
}

#[test]
fn all_errors_are_told_at_once() {
    let desk = wrong();
    let failed = desk.briefing().args(["check", "corpus"]).assert().code(1);
    let said = String::from_utf8(failed.get_output().stdout.clone()).unwrap();
    assert!(said.contains("[corpus/bridge.toml:") && said.contains("[corpus/actors.toml:"), "{said}");
    assert!(said.ends_with("2 errors in the corpus\n"), "{said}");
    assert!(!said.contains('\u{1b}'), "no colour where there is no terminal");
}

#[test]
fn programs_read_errors_as_json() {
    let failed = wrong().briefing().args(["check", "corpus", "--format", "json"]).assert().code(1);
    let read: Value = serde_json::from_slice(&failed.get_output().stdout).unwrap();
    assert_eq!(read["ok"], false);
    let errors = read["errors"].as_array().unwrap();
    assert_eq!(errors.len(), 2);
    let quote = errors.iter().find(|error| error["code"] == "briefing::quote::missing").unwrap();
    let location = &quote["location"];
    assert_eq!(location["file"], "corpus/bridge.toml");
    let line = location["line"].as_u64().unwrap();
    let text = Desk::new().read("corpus/bridge.toml");
    assert!(text.lines().nth(usize::try_from(line).unwrap() - 1).unwrap().starts_with("content = "));
    assert_eq!((&location["column"], &location["endLine"]), (&Value::from(11), &Value::from(line)));
    assert_eq!(quote["related"][0]["file"], "corpus/bridge.txt");
    let passed = Desk::new().briefing().args(["check", "corpus", "--format", "json"]).assert().success();
    let read: Value = serde_json::from_slice(&passed.get_output().stdout).unwrap();
    assert_eq!((&read["ok"], &read["summary"]["statements"]), (&Value::from(true), &Value::from(2)));
}

#[test]
fn programs_read_why_there_is_nothing_to_check() {
    let desk = Desk::empty();
    desk.write("damaged.briefing", "words");
    for (input, problem, help) in [
        ("absent", "there is no folder absent", "briefing new absent"),
        ("damaged.briefing", "cannot read damaged.briefing", "name a file that"),
    ] {
        let failed = desk.briefing().args(["check", input, "--format", "json"]).assert().code(1).stderr("");
        let read: Value = serde_json::from_slice(&failed.get_output().stdout).unwrap();
        assert_eq!(read["ok"], false);
        let error = &read["errors"][0];
        assert!(error["message"].as_str().unwrap().contains(problem), "{error}");
        assert!(error["help"].as_str().unwrap().contains(help), "{error}");
        let failed = desk.briefing().args(["check", input, "--format", "github"]).assert().code(1).stderr("");
        let said = String::from_utf8(failed.get_output().stdout.clone()).unwrap();
        assert!(said.starts_with("::error title=") && said.contains(problem) && said.contains(help), "{said}");
    }
}

#[test]
fn github_shows_errors_beside_the_lines() {
    let failed = wrong().briefing().args(["check", "corpus", "--format", "github"]).assert().code(1);
    let said = String::from_utf8(failed.get_output().stdout.clone()).unwrap();
    let lines: Vec<_> = said.lines().collect();
    assert_eq!(lines.len(), 2, "{said}");
    assert!(lines.iter().all(|line| line.starts_with("::error file=corpus/")), "{said}");
}

#[test]
fn arguments_that_cannot_be_understood_are_another_exit_code() {
    let desk = Desk::new();
    for arguments in
        [&["check"][..], &["check", "corpus", "--format", "xml"], &["check", "corpus", "--dry-run"], &["chek"], &[]]
    {
        desk.briefing().args(arguments).assert().code(2);
    }
}

/// A corpus whose quotes differ from the document in typography alone; and one in which a decision is needed.
fn typewritten() -> Desk {
    let desk = Desk::new();
    desk.write(
        "corpus/bridge.txt",
        "Aldport argues about its bridge\r\n\r\nThe council said on Monday that the “bridge’s cafe\u{301}” —\r\nas it \
         stands\u{a0}— is safe. “It needs new bearings before winter,” wrote its engineer, Mara Lind, in April.\r\n",
    );
    desk.replace(
        "corpus/bridge.toml",
        "\"the bridge is safe\"",
        "'''the \"bridge's café\" -\nas it stands - is safe'''",
    );
    desk
}

#[test]
fn differences_in_typography_are_fixed_and_shown() {
    let desk = typewritten();
    let before = files(&desk.path("corpus"));
    desk.briefing().args(["check", "corpus"]).assert().code(1);
    let shown = desk.briefing().args(["check", "corpus", "--fix", "--dry-run"]).assert().code(1);
    let shown = String::from_utf8(shown.get_output().stdout.clone()).unwrap();
    assert!(shown.contains("+++ corpus/bridge.toml") && shown.contains("-content = '''the \"bridge's"), "{shown}");
    let fixed = "content = \"the “bridge’s cafe\u{301}” —\\r\\nas it stands\\u00A0— is safe\"\n";
    assert!(shown.contains(&format!("+{fixed}")), "{shown}");
    assert_eq!(files(&desk.path("corpus")), before, "nothing is written yet");
    let done = desk.briefing().args(["check", "corpus", "--fix"]).assert().success();
    let done = String::from_utf8(done.get_output().stdout.clone()).unwrap();
    assert!(done.contains(&format!("+{fixed}")) && done.ends_with("every quote found\n"), "{done}");
    assert!(desk.read("corpus/bridge.toml").contains(fixed));
    assert_eq!(files(&desk.path("corpus"))["bridge.txt"], before["bridge.txt"], "a document is never changed");
    desk.briefing().args(["check", "corpus", "--fix"]).assert().success();
}

#[test]
fn words_beside_a_quote_are_fixed_as_the_quote_is() {
    let desk = Desk::new();
    desk.write(
        "corpus/bridge.txt",
        "The council said on Monday that — “safe”, no less — and then “safe”\u{a0}— once more. “It needs new bearings \
         before winter,” wrote its engineer, Mara Lind, in April.\n",
    );
    let quote = r#"{ exact = "safe", prefix = "that - \"", suffix = "\", no less - and" }"#;
    desk.replace("corpus/bridge.toml", "\"the bridge is safe\"", quote);
    desk.briefing().args(["check", "corpus"]).assert().code(1);
    desk.briefing().args(["check", "corpus", "--fix"]).assert().success();
    let fixed = "{ exact = \"safe\", prefix = \"that — “\", suffix = \"”, no less — and\" }";
    assert!(desk.read("corpus/bridge.toml").contains(fixed), "{}", desk.read("corpus/bridge.toml"));
}

#[test]
fn what_somebody_has_to_decide_is_not_fixed() {
    for (text, quote) in [
        // Which of the two?
        ("It said “no”, then ‘no’. The council said on Monday that", "'no'"),
        // Another word, other capitals, another letter.
        ("The council said on Monday that the bridge is sound.", "the bridge is safe"),
        ("The council said on Monday that The Bridge is safe.", "the bridge is safe"),
        ("The council said on Monday that the bridge is s\u{430}fe.", "the bridge is safe"),
    ] {
        let desk = Desk::new();
        desk.write(
            "corpus/bridge.txt",
            format!("{text} “It needs new bearings before winter,” wrote its engineer, Mara Lind, in April.\n"),
        );
        desk.replace("corpus/bridge.toml", "\"the bridge is safe\"", &format!("\"{quote}\""));
        let before = files(&desk.path("corpus"));
        desk.briefing().args(["check", "corpus", "--fix"]).assert().code(1);
        assert_eq!(files(&desk.path("corpus")), before, "{quote} in {text}");
    }
}
