//! Shared by the tests: the program, corpora in temporary folders, and a template for what is done with files.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use tempfile::TempDir;

/// The program.
const PROGRAM: &str = env!("CARGO_BIN_EXE_briefing");

/// A WebAssembly module without any section.
const MODULE: &[u8] = b"\0asm\x01\0\0\0";

const PAGE: &str = "<!doctype html><html lang=en><head><meta charset=utf-8>\
    <meta http-equiv=content-security-policy content=\"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'\">\
    <title>Briefing</title><meta name=description content=x><link rel=icon href=./icon.png type=image/png>\
    <link rel=stylesheet href=./a.css integrity=sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=>\
    <link id=boot-glue rel=modulepreload href=./{glue} integrity={glue-integrity}>\
    <link id=boot-wasm rel=preload as=fetch href=./{program} data-integrity={program-integrity} data-size={program-size}>\
    </head><body><div id=app></div></body></html>";

/// A template that shows nothing: the smallest that a site can be made of.
const TEMPLATE: [(&str, &[u8]); 12] = [
    ("index.html", PAGE.as_bytes()),
    ("program.wasm", MODULE),
    ("glue.js", b"export default () => {};"),
    ("worker.js", b"const VERSION = \"{version}\";\nconst FILES = {files};\nconst CHUNKS = {chunks};\n"),
    ("one-file/boot.js", b"start();"),
    ("one-file/glue.js", b"var briefingGlue = {};"),
    ("one-file/text.css", b"p{}"),
    ("site/a.css", b""),
    ("site/icon.png", b"\x89PNG"),
    ("site/icons/touch-180.png", b"\x89PNG"),
    ("site/offline.js", b"register();"),
    ("site/schema/briefing-export.schema.json", b"{}"),
];

/// A temporary folder with a corpus in `corpus/` and a template in `template/`.
pub struct Desk {
    folder: TempDir,
}

impl Desk {
    /// A folder with the corpus that `briefing new` makes.
    pub fn new() -> Desk {
        let desk = Desk::empty();
        desk.briefing().args(["--quiet", "new", "corpus"]).assert().success();
        desk
    }

    /// A folder without a corpus.
    pub fn empty() -> Desk {
        let folder = tempfile::tempdir().unwrap();
        for (name, content) in TEMPLATE {
            write(&folder.path().join("template").join(name), content);
        }
        Desk { folder }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The program, in the folder.
    pub fn briefing(&self) -> Command {
        self.command(PROGRAM)
    }

    /// The program, started by a shell script as `"$0" "$@"`.
    #[cfg(unix)]
    pub fn briefing_by(&self, script: &str) -> Command {
        let mut command = self.command("sh");
        command.args(["-c", script, PROGRAM]);
        command
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(self.folder.path());
        command.env("BRIEFING_TEMPLATE", self.path("template")).env_remove("NO_COLOR");
        command
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        write(&self.path(name), content.as_ref());
    }

    /// Writes a file of the corpus anew, with a part of it replaced.
    pub fn replace(&self, name: &str, from: &str, to: &str) {
        let text = self.read(name);
        assert!(text.contains(from), "{name} has no {from:?}");
        self.write(name, text.replace(from, to));
    }

    /// The names of what is in the folder.
    pub fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// What the program says on the standard error, where it has to fail with exit code 1.
    pub fn refused(&self, arguments: &[&str]) -> String {
        refusal(self.briefing().args(arguments))
    }
}

/// What a command says on the standard error, where it has to fail with exit code 1.
pub fn refusal(command: &mut Command) -> String {
    let output = command.assert().code(1).get_output().clone();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(!said.contains("panicked"), "{said}");
    said
}

fn write(file: &Path, content: &[u8]) {
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, content).unwrap();
}

/// All files below a folder, by their paths.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if path.is_dir() {
            found.extend(files(&path).into_iter().map(|(below, content)| (format!("{name}/{below}"), content)));
        } else {
            found.insert(name, fs::read(path).unwrap());
        }
    }
    found
}
