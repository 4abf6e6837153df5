//! Folders and files that are no corpus: what is said, and that nothing is written.

use std::fs;

use crate::support::{Desk, files, refusal};

/// The commands that read a corpus.
const COMMANDS: [&[&str]; 3] =
    [&["build", "corpus", "-o", "site"], &["export", "corpus", "-f", "csv"], &["serve", "corpus", "--port", "0"]];

/// What each command says of a folder that is no corpus at all.
fn all_say(desk: &Desk, expected: &[&str]) {
    let before = desk.names();
    for arguments in COMMANDS.into_iter().chain([&["check", "corpus"][..]]) {
        let said = desk.refused(arguments);
        assert!(expected.iter().all(|words| said.contains(words)), "{arguments:?}: {said}");
    }
    assert_eq!(desk.names(), before, "nothing is written");
}

/// What `check` and `build` say of a corpus with errors.
fn both_say(desk: &Desk, expected: &[&str]) {
    let before = desk.names();
    let failed = desk.briefing().args(["check", "corpus"]).assert().code(1);
    let checked = String::from_utf8(failed.get_output().stdout.clone()).unwrap();
    for said in [checked, desk.refused(&["build", "corpus", "-o", "site"])] {
        assert!(expected.iter().all(|words| said.contains(words)), "{expected:?} in {said}");
    }
    assert_eq!(desk.names(), before, "nothing is written");
}

#[test]
fn a_folder_that_is_absent_empty_a_file_or_of_texts_alone() {
    let desk = Desk::empty();
    all_say(&desk, &["there is no folder corpus", "briefing new corpus"]);
    fs::create_dir(desk.path("corpus")).unwrap();
    all_say(&desk, &["the folder corpus is empty", "briefing new corpus"]);
    desk.write("corpus/article.txt", "The council said that the bridge is safe.");
    desk.write("corpus/page.html", "<p>Words.");
    all_say(&desk, &["corpus is no corpus yet: it has no briefing.toml", "briefing new corpus --from corpus/*"]);
    assert!(desk.refused(&["add", "corpus", "corpus/page.html"]).contains("corpus is no corpus yet"));
    fs::remove_dir_all(desk.path("corpus")).unwrap();
    desk.write("corpus", "");
    all_say(&desk, &["corpus is a file, and a corpus is a folder or a briefing file", "name the folder"]);
}

/// A corpus has no other copy of what people have written.
#[test]
fn an_output_that_would_replace_what_is_read() {
    let desk = Desk::new();
    desk.briefing().args(["--quiet", "export", "corpus", "-f", "briefing", "-o", "bridge.briefing"]).assert().success();
    #[cfg(unix)]
    std::os::unix::fs::symlink("corpus/actors.toml", desk.path("link")).unwrap();
    let before = files(&desk.path(""));
    let outputs = [
        ("corpus", "corpus/bridge.txt", "corpus/bridge.txt would be a file of the corpus"),
        ("corpus", "corpus/./new.TXT", "name a file in another folder"),
        ("corpus", "template/../corpus/actors.toml", "would be a file of the corpus, or replace one"),
        #[cfg(unix)]
        ("corpus", "link", "link would be a file of the corpus, or replace one"),
        ("bridge.briefing", "bridge.briefing", "bridge.briefing is the briefing file that is read"),
    ];
    for (input, out, expected) in outputs {
        for arguments in [
            &["build", input, "--single", out][..],
            &["export", input, "-f", "csv", "-o", out],
            &["export", input, "-f", "briefing", "-o", out],
        ] {
            let said = desk.refused(arguments);
            assert!(said.contains(expected), "{arguments:?}: {said}");
            assert!(files(&desk.path("")) == before, "{arguments:?} wrote something");
        }
    }
    desk.briefing().args(["build", "corpus", "--single", "corpus/bridge.html"]).assert().success();
    desk.briefing().args(["export", "corpus", "-f", "csv", "-o", "corpus"]).assert().success();
    desk.briefing().args(["check", "corpus"]).assert().success();
}

#[test]
fn a_folder_without_documents() {
    let desk = Desk::new();
    fs::remove_file(desk.path("corpus/bridge.txt")).unwrap();
    fs::remove_file(desk.path("corpus/bridge.toml")).unwrap();
    both_say(&desk, &["the corpus has no document", "put a document into the folder as NAME.txt"]);
}

#[test]
fn a_folder_in_the_place_of_a_file() {
    let desk = Desk::new();
    fs::create_dir(desk.path("corpus/more.txt")).unwrap();
    both_say(&desk, &["corpus/more.txt cannot be read: it is not a file", "move it away, or give it another name"]);
}

#[cfg(unix)]
#[test]
fn a_file_without_permission() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    let permissions = |mode| fs::Permissions::from_mode(mode);
    fs::set_permissions(desk.path("corpus/bridge.txt"), permissions(0)).unwrap();
    if fs::read(desk.path("corpus/bridge.txt")).is_ok() {
        eprintln!("skipped: who runs this test may read everything, as root may");
        return;
    }
    both_say(&desk, &["corpus/bridge.txt cannot be read: Permission denied", "ask for the permission to read it"]);
    assert!(desk.refused(&["add", "corpus", "corpus/bridge.txt"]).contains("cannot be read: Permission denied"));
    fs::set_permissions(desk.path("corpus"), permissions(0)).unwrap();
    all_say(&desk, &["cannot read corpus: Permission denied", "ask for the permission"]);
    fs::set_permissions(desk.path("corpus"), permissions(0o700)).unwrap();
}

/// On a disk with bad sectors, or of a network that is gone. The memory of a process is a file that nobody can read at
/// its beginning, not even root.
#[cfg(target_os = "linux")]
#[test]
fn a_file_that_the_system_does_not_read() {
    use std::os::unix::fs::symlink;
    let desk = Desk::new();
    for name in ["corpus/more.txt", "bridge.briefing", "article.txt"] {
        symlink("/proc/self/mem", desk.path(name)).unwrap();
    }
    let advice = "see whether other programs can";
    both_say(&desk, &["corpus/more.txt cannot be read: Input/output error", advice]);
    fs::remove_file(desk.path("corpus/more.txt")).unwrap();
    for (name, arguments) in [
        ("bridge.briefing", &["check", "bridge.briefing"][..]),
        ("bridge.briefing", &["build", "bridge.briefing", "-o", "site"]),
        ("article.txt", &["add", "corpus", "article.txt"]),
        ("article.txt", &["new", "other", "--from", "article.txt"]),
    ] {
        let said = desk.refused(arguments);
        assert!(said.contains(&format!("cannot read {name}: Input/output error")) && said.contains(advice), "{said}");
    }
    assert_eq!(desk.names(), ["article.txt", "bridge.briefing", "corpus", "template"], "nothing is written");
    assert_eq!(files(&desk.path("corpus")), files(&Desk::new().path("corpus")), "nothing is changed");
}

#[test]
fn files_that_are_not_there() {
    let desk = Desk::new();
    let advice = "see that its name is right, and that its folder is there";
    for (arguments, expected) in [
        (&["add", "corpus", "gone.pdf"][..], "cannot read gone.pdf"),
        (&["export", "corpus", "-f", "csv", "-o", "gone/a.csv"], "cannot write gone/a.csv"),
        (&["build", "corpus", "--single", "gone/a.html"], "cannot write gone/a.html"),
    ] {
        let said = desk.refused(arguments);
        assert!(said.contains(expected) && said.contains(advice), "{said}");
    }
    let said = refusal(desk.briefing().args(["serve", "corpus", "--port", "0"]).env("TMPDIR", desk.path("gone")));
    assert!(
        cfg!(windows)
            || said.contains("cannot write temporary files")
                && said.contains("variable TMPDIR")
                && !said.contains(" at path "),
        "{said}"
    );
}

#[cfg(target_os = "linux")]
#[test]
fn two_documents_of_one_name() {
    let desk = Desk::new();
    desk.write("corpus/Bridge.txt", "Another.");
    both_say(&desk, &["have the same name", "rename one of them"]);
}

#[cfg(target_os = "linux")]
#[test]
fn names_in_decomposed_letters() {
    let desk = Desk::new();
    fs::rename(desk.path("corpus/bridge.txt"), desk.path("corpus/br\u{fc}cke.txt")).unwrap();
    fs::rename(desk.path("corpus/bridge.toml"), desk.path("corpus/bru\u{308}cke.toml")).unwrap();
    desk.briefing().args(["build", "corpus", "-o", "site"]).assert().success();
}

#[test]
fn a_text_of_fifty_megabytes() {
    let desk = Desk::new();
    desk.write("corpus/bridge.txt", "The bridge. ".repeat(50_000_000 / 12 + 1));
    both_say(&desk, &["this file has 50 MB, and one has at most 10", "part it into several documents"]);
}

#[test]
fn texts_in_other_encodings() {
    let desk = Desk::new();
    let text = desk.read("corpus/bridge.txt");
    let utf16: Vec<u8> = [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    desk.write("corpus/bridge.txt", &utf16);
    both_say(&desk, &["this is not UTF-8", "this is UTF-16: save the file as UTF-8"]);
    // Without a byte order mark, Latin letters in UTF-16 are UTF-8 with zeros.
    let ascii: Vec<u8> = "The council".encode_utf16().flat_map(u16::to_le_bytes).collect();
    desk.write("corpus/bridge.txt", &ascii);
    both_say(&desk, &["this is no text", "this is UTF-16: save the file as UTF-8"]);
    // "Мост", in Windows-1251.
    desk.write("corpus/bridge.txt", b"\xcc\xee\xf1\xf2");
    both_say(&desk, &["this is not UTF-8: byte 0 is 0xCC", "save the file as UTF-8"]);
}

#[test]
fn files_that_are_no_texts() {
    let desk = Desk::new();
    for (content, expected) in [
        (&b"%PDF-1.7\n%\xe2\xe3\xcf\xd3"[..], "this is a PDF"),
        (b"PK\x03\x04\x14\0\x08\0", "this is an office document or archive"),
        (b"\x7fELF\x02\x01\x01\0", "this is no text"),
    ] {
        desk.write("corpus/bridge.txt", content);
        both_say(&desk, &[expected]);
    }
}

/// A PDF that opens with a password only, and has no page: ISO 32000-1, sections 7.5 and 7.6.
fn protected_pdf() -> Vec<u8> {
    let [catalog, pages] = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"];
    let first = "%PDF-1.7\n".to_owned();
    let second = format!("1 0 obj\n{catalog}\nendobj\n");
    let third = format!("2 0 obj\n{pages}\nendobj\n");
    let offsets = [first.len(), first.len() + second.len(), first.len() + second.len() + third.len()];
    let [catalog_at, pages_at, table_at] = offsets;
    let (id, owner, user) = ("00".repeat(16), "1f".repeat(32), "f1".repeat(32));
    let last = format!(
        "xref\n0 3\n0000000000 65535 f \n{catalog_at:010} 00000 n \n{pages_at:010} 00000 n \n\
         trailer\n<< /Size 3 /Root 1 0 R /ID [<{id}> <{id}>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 \
         /P -4 /O <{owner}> /U <{user}> >> >>\nstartxref\n{table_at}\n%%EOF\n"
    );
    [first, second, third, last].concat().into_bytes()
}

#[test]
fn files_that_do_not_become_documents() {
    let desk = Desk::new();
    let before = files(&desk.path("corpus"));
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let protected = [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), utf16("EncryptedPackage")].concat();
    for (name, content, expected, advice) in [
        ("protected.docx", protected, "protected by a password", "save it without one"),
        ("protected.pdf", protected_pdf(), "protected by a password", "save it without one"),
        ("damaged.docx", b"PK\x03\x04\x14\0\x08\0".to_vec(), "is not a whole zip archive", "save it anew"),
        ("damaged.pdf", b"%PDF-1.7\n%\xe2\xe3".to_vec(), "is not a whole PDF", "save its text as txt"),
        ("program.txt", b"\x7fELF\x02\x01\x01\0".to_vec(), "is ", "txt, md, html, docx, odt or pdf"),
        ("long.txt", "The bridge. ".repeat(50_000_000 / 12 + 1).into_bytes(), "of more than 10 MB", "parted"),
        ("empty.txt", Vec::new(), "holds no text", "nothing in it that could be quoted"),
    ] {
        desk.write(name, content);
        for arguments in [&["add", "corpus", name][..], &["new", "other", "--from", name]] {
            let said = desk.refused(arguments);
            assert!(said.contains(name) && said.contains(expected) && said.contains(advice), "{said}");
        }
        fs::remove_file(desk.path(name)).unwrap();
    }
    assert_eq!(files(&desk.path("corpus")), before);
    assert_eq!(desk.names(), ["corpus", "template"], "nothing is written");
}

#[test]
fn a_port_that_is_taken() {
    let desk = Desk::new();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let said = desk.refused(&["serve", "corpus", "--port", &port]);
    assert!(said.contains(&format!("port {port} is taken")) && said.contains("--port 0"), "{said}");
    let said = desk.refused(&["serve", "corpus", "--host", "no such host"]);
    assert!(said.contains("is no address of this machine"), "{said}");
}
