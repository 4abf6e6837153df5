//! `briefing export`.

use serde_json::Value;

use crate::support::Desk;

/// The statements of a view, as JSON.
fn exported(desk: &Desk, more: &[&str]) -> Value {
    let command = desk.briefing().args(["export", "corpus", "--format", "json"]).args(more).assert().success();
    serde_json::from_slice(&command.get_output().stdout).unwrap()
}

fn ids(read: &Value) -> Vec<&str> {
    read["statements"].as_array().unwrap().iter().map(|statement| statement["id"].as_str().unwrap()).collect()
}

#[test]
fn a_view_chooses_the_statements() {
    let desk = Desk::new();
    assert_eq!(ids(&exported(&desk, &[])).len(), 2);
    assert_eq!(ids(&exported(&desk, &["--view", "#/?actor=mara-lind"])), ["lind-bearings"]);
    let address = "https://example.org/bridge/#/?q=bearings";
    assert_eq!(ids(&exported(&desk, &["--view", address])), ["lind-bearings"]);
    assert_eq!(ids(&exported(&desk, &["--view", "#/?topic=bridge-safety"])).len(), 2);
}

#[test]
fn a_link_of_another_edition_is_read_and_one_that_means_nothing_is_refused() {
    let desk = Desk::new();
    let link = "#/?actor=mara-lind&edition=00000000";
    assert_eq!(ids(&exported(&desk, &["--view", link])), ["lind-bearings"]);
    let done = desk.briefing().args(["export", "corpus", "-f", "csv", "--view", link]).assert().success();
    assert!(String::from_utf8_lossy(&done.get_output().stderr).contains("another edition"));
    let said = desk.refused(&["export", "corpus", "-f", "csv", "--view", "#/?topic=bridge-safty"]);
    assert!(said.contains("bridge-safty") && said.contains("--view '#/?topic=bridge-safety'"), "{said}");
    let said = desk.refused(&["export", "corpus", "-f", "csv", "--view", "topic=bridge-safety"]);
    assert!(said.contains("did you mean --view '#/?topic=bridge-safety'?"), "{said}");
    let said = desk.refused(&["export", "corpus", "-f", "csv", "--view", "#/?from=mara-lind"]);
    assert!(said.contains("“from”") && said.contains("copy the link"), "nothing is proposed that chooses all: {said}");
    let said = desk.refused(&["export", "corpus", "-f", "csv", "--view", "nonsense"]);
    assert!(said.contains("This briefing has no page “nonsense”.\n"), "{said}");
}

#[test]
fn a_file_is_written_or_named_in_a_folder() {
    let desk = Desk::new();
    desk.briefing().args(["export", "corpus", "-f", "markdown", "-o", "notes.md"]).assert().success().stdout("");
    assert!(desk.read("notes.md").contains("the bridge is safe"));
    desk.write("refs/keep.txt", "");
    let url = "https://example.org/bridge/";
    for (more, is_said) in [(&[][..], true), (&["--url", url], false)] {
        let mut command = desk.briefing();
        let done = command.args(["export", "corpus", "-f", "bibtex", "-o", "refs"]).args(more).assert().success();
        let said = String::from_utf8_lossy(&done.get_output().stderr).into_owned();
        assert_eq!(said.contains("lead nowhere without the address of the page: --url"), is_said, "{said}");
    }
    let names: Vec<_> = std::fs::read_dir(desk.path("refs")).unwrap().map(|it| it.unwrap().file_name()).collect();
    let bib = names.iter().find_map(|name| name.to_str().filter(|name| name.contains(".bib"))).unwrap();
    assert!(bib.starts_with("the-bridge-at-aldport-"), "{bib}");
    assert!(desk.read(&format!("refs/{bib}")).contains("https://example.org/bridge/"));
    let said = desk.refused(&["export", "corpus", "-f", "csv", "-o", "gone/a.csv"]);
    assert!(said.contains("cannot write gone/a.csv") && said.contains("its folder is there"), "{said}");
    assert!(!said.contains("unfinished"), "the temporary file is nobody's business: {said}");
    let said = desk.refused(&["export", "corpus", "-f", "csv", "-o", "gone/"]);
    assert!(said.contains("there is no folder gone/") && said.contains("make it first"), "{said}");
    for url in ["example.org", "https://example.org/bridge/#/"] {
        let said = desk.refused(&["export", "corpus", "-f", "csv", "--url", url]);
        assert!(said.contains("the address of a page") && said.contains("--url https://"), "{said}");
    }
}

#[test]
fn every_format_is_offered_and_the_same_date_gives_the_same_file() {
    let desk = Desk::new();
    for format in export::FORMATS {
        let write = || {
            let mut command = desk.briefing();
            command.env("SOURCE_DATE_EPOCH", "1732752000").args(["export", "corpus", "--format", format.slug]);
            command.assert().success().get_output().stdout.clone()
        };
        let file = write();
        assert!(!file.is_empty() && file == write(), "{}", format.slug);
    }
    let wrong =
        desk.briefing().env("SOURCE_DATE_EPOCH", "now").args(["export", "corpus", "-f", "ris"]).assert().code(1);
    assert!(String::from_utf8_lossy(&wrong.get_output().stderr).contains("SOURCE_DATE_EPOCH"));
    desk.briefing().args(["export", "corpus", "--format", "docx"]).assert().code(2);
}
