//! `briefing build`.

use std::fs;

use crate::support::{Desk, files};

#[test]
fn a_corpus_becomes_a_site() {
    let desk = Desk::new();
    let output = desk.briefing().args(["build", "corpus", "-o", "site"]).assert().success().get_output().clone();
    assert!(String::from_utf8(output.stderr).unwrap().contains("1 document, 2 statements"));
    assert!(output.stdout.is_empty(), "nothing was asked for on the standard output");
    let site = files(&desk.path("site"));
    for name in ["index.html", "index.html.br", "briefing.html", "worker.js", "s/council-safe.html", "seeds/bridge.txt"]
    {
        assert!(site.contains_key(name), "{name}");
    }
    assert_eq!(desk.names(), ["corpus", "site", "template"], "nothing is left beside it");
}

#[test]
fn the_same_corpus_becomes_the_same_site_and_replaces_the_old_one_whole() {
    let desk = Desk::new();
    desk.briefing().args(["build", "corpus", "--out", "one"]).assert().success();
    desk.briefing().args(["build", "corpus", "--out", "two", "--quiet"]).assert().success().stderr("");
    assert_eq!(files(&desk.path("one")), files(&desk.path("two")));
    desk.replace("corpus/bridge.toml", "id = \"council-safe\"", "id = \"council-says-safe\"");
    desk.replace("corpus/bridge.toml", "from = \"council-safe\"", "from = \"council-says-safe\"");
    desk.briefing().args(["build", "corpus", "--out", "two", "--no-compress"]).assert().success();
    let site = files(&desk.path("two"));
    assert!(site.contains_key("s/council-says-safe.html") && !site.contains_key("s/council-safe.html"));
    assert!(!site.contains_key("index.html.br"));
}

#[test]
fn the_one_file_is_that_of_the_site() {
    let desk = Desk::new();
    let url = ["--url", "https://example.org/bridge"];
    desk.briefing().args(["build", "corpus", "-o", "site"]).args(url).assert().success();
    desk.briefing().args(["build", "corpus", "--single", "bridge.html"]).args(url).assert().success();
    assert_eq!(desk.read("bridge.html"), desk.read("site/briefing.html"));
    assert!(desk.read("site/s/council-safe.html").contains("https://example.org/bridge/s/council-safe.html"));
}

#[test]
fn names_of_folders_may_have_any_characters() {
    let desk = Desk::new();
    fs::rename(desk.path("corpus"), desk.path("#ü 'a b%20&")).unwrap();
    desk.briefing().args(["build", "#ü 'a b%20&", "-o", "--", "-out"]).assert().code(2);
    desk.briefing().args(["build", "-o", "наш сайт", "#ü 'a b%20&"]).assert().success();
    assert!(desk.path("наш сайт/index.html").is_file());
}

#[test]
fn a_corpus_with_errors_makes_no_site_and_leaves_the_old_one() {
    let desk = Desk::new();
    desk.briefing().args(["build", "corpus", "-o", "site"]).assert().success();
    let before = files(&desk.path("site"));
    desk.replace("corpus/bridge.toml", "the bridge is safe", "the bridge is not safe");
    let said = desk.refused(&["build", "corpus", "-o", "site"]);
    assert!(
        said.contains("this quote is not in corpus/bridge.txt") && said.contains("corpus/bridge.toml:17"),
        "{said}"
    );
    assert_eq!(files(&desk.path("site")), before);
    desk.refused(&["build", "corpus", "--single", "bridge.html"]);
    assert_eq!(desk.names(), ["corpus", "site", "template"]);
}

#[test]
fn what_is_not_a_site_is_not_replaced() {
    let desk = Desk::new();
    desk.write("thesis/chapter.txt", "ten years of work");
    let said = desk.refused(&["build", "corpus", "-o", "thesis"]);
    assert!(said.contains("thesis holds something else than a site") && said.contains("name a folder"), "{said}");
    assert_eq!(desk.read("thesis/chapter.txt"), "ten years of work");
    assert!(desk.refused(&["build", "corpus", "-o", "corpus"]).contains("would replace the corpus"));
    assert!(desk.refused(&["build", "corpus", "-o", "thesis/chapter.txt"]).contains("is a file"));
    assert!(
        desk.refused(&["build", "corpus", "-o", "thesis/chapter.txt/site"]).contains("a part of the path is a file")
    );
    assert!(desk.refused(&["build", "corpus", "--single", "thesis"]).contains("it is a folder: name a file in it"));
    assert!(desk.refused(&["build", "corpus", "-o", "."]).contains("would replace the corpus"));
}

#[test]
fn a_site_that_cannot_be_written_whole_is_not_written() {
    let desk = Desk::new();
    desk.briefing().args(["build", "corpus", "-o", "site"]).assert().success();
    let before = files(&desk.path("site"));
    // Of 255 bytes at most, on every file system in use; a chart in the template may have one that fits only there.
    let name = "x".repeat(250);
    desk.write(&format!("template/site/{name}.css"), "p{}".repeat(1000));
    let said = desk.refused(&["build", "corpus", "-o", "site"]);
    assert!(said.contains("cannot write the site site"), "{said}");
    assert_eq!(files(&desk.path("site")), before);
    assert_eq!(desk.names(), ["corpus", "site", "template"]);
}

#[test]
fn either_a_folder_or_a_file_has_to_be_named() {
    let desk = Desk::new();
    desk.briefing().args(["build", "corpus"]).assert().code(2);
    desk.briefing().args(["build", "corpus", "-o", "a", "--single", "b"]).assert().code(2);
    let said = desk.refused(&["build", "corpus", "-o", "site", "--url", "example.org"]);
    assert!(said.contains("begins with https://") && said.contains("--url https://example.org/briefing/"), "{said}");
}

#[test]
fn a_program_without_a_viewer_says_how_to_get_one() {
    let desk = Desk::new();
    fs::remove_file(desk.path("template/glue.js")).unwrap();
    let said = desk.refused(&["build", "corpus", "-o", "site"]);
    assert!(said.contains("there is no glue.js") && said.contains("BRIEFING_TEMPLATE"), "{said}");
    fs::remove_dir_all(desk.path("template")).unwrap();
    assert!(desk.refused(&["build", "corpus", "-o", "site"]).contains("template"));
}
