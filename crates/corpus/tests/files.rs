//! The files of a corpus: pairs of text and annotation on file systems that change names, names that cannot be
//! published, and messages about files that are left out.
#![cfg(feature = "compile")]

mod support;

use std::fs;
use std::path::PathBuf;

use corpus::compile::{SeedFile, compile, compile_dir};
use corpus::load;
use support::seed;

const ANNOTATION: &str = "title = \"Pumps\"\nlanguage = \"en\"\n\n[[statement]]\nid = \"ID\"\nform = \"narration\"\ncontent = \"the pumps run\"\n";

/// A corpus of documents with these names of text and annotation.
fn corpus(names: &[(&str, &str)]) -> Vec<SeedFile> {
    let briefing =
        "title = \"T\"\nstandfirst = \"S\"\nlanguage = \"en\"\neditor = \"E\"\nlicence = \"L\"\nmethod = \"M\"\n";
    let mut files = vec![seed("briefing.toml", briefing), seed("topics.toml", ""), seed("actors.toml", "")];
    for (number, (text, annotation)) in names.iter().enumerate() {
        files.push(seed(text, "The town said that the pumps run.\n"));
        files.push(seed(annotation, ANNOTATION.replace("ID", &format!("s{number}"))));
    }
    files
}

fn codes(files: &[SeedFile]) -> Vec<&'static str> {
    compile(files).map_or_else(|report| report.codes().collect(), |_| Vec::new())
}

fn report(files: &[SeedFile]) -> String {
    compile(files).expect_err("the corpus is broken").render(false, 200)
}

/// An empty folder.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn write(name: &str, files: &[SeedFile]) -> PathBuf {
    let folder = folder(name);
    for file in files {
        fs::write(folder.join(&file.name), &file.bytes).expect("a file is written");
    }
    folder
}

#[test]
fn names_that_differ_only_in_composition_are_a_pair() {
    for (text, annotation) in [
        ("cafe\u{301}.txt", "café.toml"),
        ("café.txt", "cafe\u{301}.toml"),
        ("\u{1112}\u{1161}\u{11ab}1.txt", "한1.toml"),
    ] {
        let files = corpus(&[(text, annotation)]);
        let compiled = compile(&files).unwrap_or_else(|report| panic!("{report:?}"));
        assert_eq!(load(&compiled.bytes).expect("a briefing").documents[0].file, text);
        assert_eq!(compile_dir(&write("composition", &files)).expect("a briefing").summary, compiled.summary);
    }
}

#[test]
fn digest_order_and_ids_do_not_depend_on_the_composition_of_names() {
    let composed = compile(&corpus(&[("café.txt", "café.toml"), ("cafz.txt", "cafz.toml")])).expect("a briefing");
    let decomposed = corpus(&[("cafe\u{301}.txt", "cafe\u{301}.toml"), ("cafz.txt", "cafz.toml")]);
    let decomposed = compile(&decomposed).expect("a briefing");
    assert_eq!(composed.summary.digest, decomposed.summary.digest);
    let slugs = |bytes: &[u8]| {
        load(bytes).expect("a briefing").documents.iter().map(|document| document.slug.to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(slugs(&composed.bytes), slugs(&decomposed.bytes));
}

#[test]
fn extensions_may_be_in_capitals() {
    let files = corpus(&[("a.txt", "a.toml"), ("B.TXT", "B.TOML"), ("c.Txt", "c.toml")]);
    let bytes = compile(&files).unwrap_or_else(|report| panic!("{report:?}")).bytes;
    let briefing = load(&bytes).expect("a briefing");
    let documents: Vec<_> = briefing.documents.iter().map(|document| (document.file, document.slug)).collect();
    assert_eq!(documents, [("B.TXT", "b"), ("a.txt", "a"), ("c.Txt", "c")]);
    let mut files = corpus(&[("a.txt", "a.toml")]);
    files[2].name = "Actors.TOML".to_owned();
    assert!(compile(&files).is_ok(), "a registry is known by its name, in capitals or not");
}

#[test]
fn equivalent_names_are_reported_with_their_difference() {
    for (text, annotation, difference) in [
        ("B.txt", "b.toml", "only capital letters differ"),
        ("talks 1.txt", "talks\u{a0}1.toml", "only white space differs"),
        ("talks-1.txt", "talks–1.toml", "only dashes differ"),
        ("\u{441}afe.txt", "cafe.toml", "U+0441 CYRILLIC SMALL LETTER ES"),
        ("ﬁnal.txt", "final.toml", "U+FB01 LATIN SMALL LIGATURE FI"),
    ] {
        let report = report(&corpus(&[(text, annotation)]));
        assert!(report.contains(difference) && report.ends_with("1 error in the corpus\n"), "{report}");
    }
}

#[test]
fn names_that_some_file_systems_do_not_distinguish_are_refused() {
    for (first, second, difference) in [
        ("a", "A", "only capital letters differ"),
        ("cafe\u{301}", "café", "only the composition of letters differs"),
        ("É", "e\u{301}", "composition"),
    ] {
        let [first, second] = [first, second].map(|stem| (format!("{stem}.txt"), format!("{stem}.toml")));
        let files = corpus(&[(&first.0, &first.1), (&second.0, &second.1)]);
        assert_eq!(codes(&files), ["briefing::file::same-name"; 2]);
        assert!(report(&files).contains(difference), "{}", report(&files));
    }
    let mut files = corpus(&[("a.txt", "a.toml")]);
    files.push(seed("actors.TOML", ""));
    assert_eq!(codes(&files), ["briefing::file::same-name"]);
}

#[test]
fn names_that_windows_cannot_have_are_refused() {
    for name in ["con", "AUX", "nul.v2", "com1", "lpt³", "Prn ", "a?", "a:b", "a<b", "a|b", "a\"b"] {
        let files = corpus(&[(&format!("{name}.txt"), &format!("{name}.toml"))]);
        assert!(codes(&files).contains(&"briefing::file::name"), "{name}");
        assert!(report(&files).contains("Windows"), "{}", report(&files));
    }
    for name in ["icon", "com10", "odd ü#%", "a..b."] {
        assert_eq!(codes(&corpus(&[(&format!("{name}.txt"), &format!("{name}.toml"))])), [] as [&str; 0], "{name}");
    }
}

#[test]
fn every_ignored_file_is_reported_unless_it_usually_accompanies_a_corpus() {
    let folder = write("silence", &corpus(&[("a.txt", "a.toml")]));
    for name in ["README.md", "LICENSE", ".gitignore", ".DS_Store"] {
        fs::write(folder.join(name), "").expect("a file is written");
    }
    fs::create_dir(folder.join("schema")).expect("a folder");
    assert_eq!(compile_dir(&folder).expect("a briefing").left_out, Vec::<String>::new());
    for name in ["b.md", "c.text", ".d.txt", "e.txt~", "f"] {
        fs::write(folder.join(name), "").expect("a file is written");
    }
    fs::create_dir(folder.join("more")).expect("a folder");
    let left_out = compile_dir(&folder).expect("a briefing").left_out;
    assert_eq!(left_out.len(), 6, "{left_out:#?}");
    for name in ["b.md", "c.text", ".d.txt", "e.txt~", "f", "more"] {
        assert!(
            left_out.iter().any(|message| message.contains(&format!("{name} is left out: "))),
            "{name} in {left_out:#?}"
        );
    }
}

#[test]
fn a_folder_or_broken_link_with_the_name_of_a_document_is_an_error() {
    let folder = write("no-file", &corpus(&[("a.txt", "a.toml")]));
    fs::create_dir(folder.join("b.txt")).expect("a folder");
    #[cfg(unix)]
    std::os::unix::fs::symlink("nowhere", folder.join("c.toml")).expect("a link");
    let report = compile_dir(&folder).expect_err("two that are no files");
    let most = if cfg!(unix) { 2 } else { 1 };
    assert_eq!(report.codes().collect::<Vec<_>>(), ["briefing::file::unreadable"; 2][..most]);
    assert!(report.render(false, 200).contains("b.txt cannot be read: it is not a file"));
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_not_unicode_is_an_error() {
    use std::os::unix::ffi::OsStrExt;
    let folder = write("not-unicode", &corpus(&[("a.txt", "a.toml")]));
    fs::write(folder.join(std::ffi::OsStr::from_bytes(b"caf\xe9.txt")), "").expect("a file is written");
    let report = compile_dir(&folder).expect_err("a name in Latin-1");
    assert!(report.render(false, 200).contains("its name is not Unicode"));
}
