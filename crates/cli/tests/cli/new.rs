//! `briefing new`.

use std::fs;

use crate::support::{Desk, files};

#[test]
fn the_corpus_to_begin_with_has_no_errors_and_explains_itself() {
    let desk = Desk::empty();
    let made = desk.briefing().args(["new", "deep/corpus"]).assert().success();
    assert!(String::from_utf8_lossy(&made.get_output().stderr).contains("briefing serve deep/corpus --open"));
    let made = desk.briefing().args(["new", "it's a corpus"]).assert().success();
    let said = String::from_utf8_lossy(&made.get_output().stderr).into_owned();
    assert!(said.contains(r"briefing serve 'it'\''s a corpus' --open"), "a command to copy: {said}");
    desk.briefing().args(["check", "deep/corpus"]).assert().success().stderr("");
    let files = files(&desk.path("deep/corpus"));
    for name in ["briefing.toml", "actors.toml", "topics.toml", "bridge.toml"] {
        let text = String::from_utf8(files[name].clone()).unwrap();
        let schema = text.lines().next().unwrap().strip_prefix("#:schema ./").unwrap();
        assert!(files.contains_key(schema), "{schema}");
        assert!(text.matches("\n# ").count() >= 1, "{name} has comments");
    }
}

#[test]
fn an_empty_folder_is_filled_and_any_other_is_left() {
    let desk = Desk::empty();
    fs::create_dir(desk.path("empty")).unwrap();
    desk.briefing().current_dir(desk.path("empty")).args(["new", "."]).assert().success();
    assert!(desk.path("empty/briefing.toml").is_file());
    let names = fs::read_dir(desk.path("empty")).unwrap().count();
    assert_eq!(names, 6, "five files and the folder of the schemas");
    desk.write("mine/briefing.toml", "title = \"Mine\"");
    let said = desk.refused(&["new", "mine"]);
    assert!(said.contains("none is ever overwritten") && said.contains("absent or empty"), "{said}");
    assert_eq!(desk.read("mine/briefing.toml"), "title = \"Mine\"");
    assert!(desk.refused(&["new", "mine/briefing.toml"]).contains("is a file"));
    let said = desk.refused(&["new", "mine/briefing.toml/corpus"]);
    assert!(said.contains("cannot write") && said.contains("a part of the path is a file"), "{said}");
}
