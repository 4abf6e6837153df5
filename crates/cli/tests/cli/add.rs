//! `briefing add` and `briefing new --from`.

use std::fs;

use crate::support::{Desk, files};

const PAGE: &str = "<!doctype html><html lang=en><title>Bridge</title><meta property=og:site_name content='The Aldport Review'>\
    <link rel=canonical href=https://review.example/bridge><nav><a href=/>Home</a></nav><h1>Council calls bridge safe</h1>\
    <article><p>The mayor said on Monday that the old bridge over the river is safe for all traffic.</p></article></html>";

#[test]
fn a_page_becomes_a_document_that_compiles() {
    let desk = Desk::new();
    desk.write("Saved page.html", PAGE);
    let added = desk.briefing().args(["add", "corpus", "Saved page.html"]).assert().success();
    let said = String::from_utf8_lossy(&added.get_output().stderr).into_owned();
    for words in
        ["saved-page.txt and saved-page.toml: “Council calls bridge safe”", "HTML, UTF-8", "briefing check corpus"]
    {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert_eq!(
        desk.read("corpus/saved-page.txt"),
        "Council calls bridge safe\n\nThe mayor said on Monday that the old bridge over the river is safe for all traffic.\n"
    );
    let annotation = desk.read("corpus/saved-page.toml");
    for words in
        ["url = \"https://review.example/bridge\"", "# - navigation: “Home”", "#     name = \"The Aldport Review\""]
    {
        assert!(annotation.contains(words), "{words}: {annotation}");
    }
    desk.briefing().args(["check", "corpus"]).assert().success();
}

#[test]
fn an_outlet_among_the_actors_is_referred_to() {
    let desk = Desk::new();
    let actors = desk.read("corpus/actors.toml");
    let review = "\n[[actor]]\nid = \"review\"\nname = \"Aldport Review\"\nshort = \"the Aldport review\"\nkind = \"outlet\"\nrole = \"Paper\"\n";
    desk.write("corpus/actors.toml", actors + review);
    desk.write("a.html", PAGE);
    desk.briefing().args(["add", "corpus", "a.html"]).assert().success();
    assert!(desk.read("corpus/a.toml").contains("outlet = \"review\""));
    desk.briefing().args(["check", "corpus"]).assert().success();
}

#[test]
fn no_document_takes_the_place_of_another() {
    let desk = Desk::new();
    let before = desk.read("corpus/bridge.txt");
    for (folder, words) in [("one", "One town."), ("two", "Another town."), ("three", "A third town.")] {
        desk.write(&format!("{folder}/bridge.txt"), words);
    }
    desk.briefing().args(["add", "corpus", "one/bridge.txt", "two/bridge.txt"]).assert().success();
    assert_eq!(desk.read("corpus/bridge.txt"), before);
    assert_eq!(desk.read("corpus/bridge-2.txt"), "One town.\n");
    assert_eq!(desk.read("corpus/bridge-3.txt"), "Another town.\n");
    let said = desk.refused(&["add", "corpus", "two/bridge.txt"]);
    assert!(said.contains("is in the corpus already, as bridge-3.txt"), "{said}");
    let said = desk.refused(&["add", "corpus", "three/bridge.txt", "--name", "actors"]);
    assert!(said.contains("the corpus has the name actors already"), "{said}");
    let said = desk.refused(&["add", "corpus", "three/bridge.txt", "--name", "bridge"]);
    assert!(said.contains("no file is ever overwritten"), "{said}");
    let said = desk.refused(&["add", "corpus", "three/bridge.txt", "--name", "Dritte Brücke"]);
    assert!(said.contains("dritte-brucke"), "{said}");
    desk.briefing().args(["add", "corpus", "three/bridge.txt", "--name", "third"]).assert().success();
    assert_eq!(desk.read("corpus/third.txt"), "A third town.\n");
    desk.briefing().args(["check", "corpus"]).assert().success();
}

#[test]
fn every_file_that_cannot_be_added_is_named_and_the_others_are_added() {
    let desk = Desk::new();
    desk.write("good.txt", "The talks\n\nThe mayor said that the talks resume.\n");
    desk.write("picture.jpg", b"\xff\xd8\xff\xe0\0");
    desk.write("empty.md", "");
    fs::create_dir(desk.path("folder")).unwrap();
    let said = desk.refused(&["add", "corpus", "https://example.org/a.html"]);
    assert!(said.contains("is an address") && said.contains("save the page as a file, and add that"), "{said}");
    let said = desk.refused(&["add", "corpus", "picture.jpg", "good.txt", "empty.md", "folder", "absent.pdf"]);
    for words in [
        "picture.jpg is a JPEG picture, not a document",
        "empty.md holds no text",
        "folder is a folder",
        "cannot read absent.pdf",
        "good.txt and good.toml: “The talks”",
        "error: 4 of 5 files were not added\n  the others are in the corpus",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    let names: Vec<String> =
        files(&desk.path("corpus")).into_keys().filter(|name| !name.starts_with("schema/")).collect();
    assert_eq!(
        names,
        ["actors.toml", "bridge.toml", "bridge.txt", "briefing.toml", "good.toml", "good.txt", "topics.toml"]
    );
}

#[test]
fn a_folder_that_is_no_corpus() {
    let desk = Desk::empty();
    desk.write("a.txt", "Words.");
    let said = desk.refused(&["add", "corpus", "a.txt"]);
    assert!(said.contains("there is no folder corpus") && said.contains("briefing new corpus"), "{said}");
    fs::create_dir(desk.path("my corpus")).unwrap();
    let said = desk.refused(&["add", "a.txt", "my corpus"]);
    assert!(said.contains("the folder of the corpus comes first") && said.contains("add 'my corpus' a.txt"), "{said}");
}

#[test]
fn a_corpus_out_of_files_compiles_and_builds_nothing_by_halves() {
    let desk = Desk::empty();
    desk.write("a.html", PAGE);
    desk.write("Über.txt", "\u{c}\u{ee}\u{f1}\u{f2}");
    desk.write("мост.txt", b"\xd1\xee\xe2\xe5\xf2 \xe7\xe0\xff\xe2\xe8\xeb, \xf7\xf2\xee \xec\xee\xf1\xf2 \xe1\xe5\xe7\xee\xef\xe0\xf1\xe5\xed.");
    desk.briefing().args(["new", "corpus", "--from", "a.html", "Über.txt", "мост.txt"]).assert().success();
    assert_eq!(desk.read("corpus/most.txt"), "Совет заявил, что мост безопасен.\n");
    assert!(desk.read("corpus/most.toml").contains("windows-1251 (guessed from its bytes)"));
    let checked = desk.briefing().args(["check", "corpus"]).assert().success();
    let said = String::from_utf8_lossy(&checked.get_output().stdout).into_owned();
    assert!(said.contains("0 statements") && said.ends_with("no statement is coded yet\n"), "{said}");
    desk.write("bad.pdf", "words");
    desk.write("again.html", PAGE);
    let said = desk.refused(&["new", "other", "--from", "a.html", "bad.pdf", "again.html"]);
    for words in [
        "bad.pdf is not a whole PDF",
        "again.html has the same text as a.html\n  name one of the two",
        "error: 2 of 3 files were not taken, so other was not made\n  leave out or mend",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    let said = desk.refused(&["new", "other", "--from", "bad.pdf"]);
    assert!(said.contains("bad.pdf is not a whole PDF") && !said.contains("files"), "one sentence is enough: {said}");
    assert!(!desk.path("other").exists());
    let usage = desk.briefing().args(["new", "--from", "a.html", "other"]).assert().code(2);
    let said = String::from_utf8_lossy(&usage.get_output().stderr).into_owned();
    assert!(said.contains("briefing new [OPTIONS] <DIR> [--from <FILE>...]"), "{said}");
}
