//! Tests of what is written whole or not at all.

use super::*;

fn files(names: &[&str]) -> Files {
    names.iter().map(|name| ((*name).to_owned(), name.as_bytes().to_vec())).collect()
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// What somebody else does to a path.
type Write = fn(&Path) -> io::Result<()>;

fn refused(folder: &Path) -> String {
    SiteFolder::new(folder, Path::new("no corpus")).unwrap_err().to_string()
}

#[test]
fn a_site_replaces_a_site_whole() {
    let top = tempfile::tempdir().unwrap();
    let out = top.path().join("deep/out");
    let mut site = files(&MARKERS);
    site.extend(files(&[
        "s/a.html",
        "briefing-0.wasm.br",
        "data/briefing.json",
        "feed.xml",
        "llms.txt",
        "llms.txt.br",
    ]));
    SiteFolder::new(&out, top.path()).unwrap().replace(&site).unwrap();
    assert_eq!(read_folder(&out).unwrap(), site);
    SiteFolder::new(&out, Path::new("no corpus")).unwrap().replace(&files(&MARKERS)).unwrap();
    assert_eq!(read_folder(&out).unwrap(), files(&MARKERS));
    assert_eq!(names(&top.path().join("deep")), ["out"], "nothing is left beside it");
}

#[test]
fn a_site_that_cannot_be_written_leaves_the_old_one() {
    let top = tempfile::tempdir().unwrap();
    let out = top.path().join("out");
    SiteFolder::new(&out, Path::new("no corpus")).unwrap().replace(&files(&MARKERS)).unwrap();
    let long = "x".repeat(300);
    let error = SiteFolder::new(&out, Path::new("no corpus")).unwrap().replace(&files(&["index.html", &long]));
    assert!(error.unwrap_err().to_string().contains("cannot write the site"));
    assert_eq!(read_folder(&out).unwrap(), files(&MARKERS));
    assert_eq!(names(top.path()), ["out"], "nothing is left beside it");
}

#[test]
fn a_folder_with_something_else_is_refused() {
    let top = tempfile::tempdir().unwrap();
    fs::write(top.path().join("thesis.txt"), "").unwrap();
    assert!(refused(top.path()).contains("something else than a site"));
    for name in ["CNAME", ".git", "robots.txt", "sitemap.xml", "notes"] {
        let top = tempfile::tempdir().unwrap();
        let out = top.path().join("out");
        write_folder(&out, &files(&MARKERS)).unwrap();
        fs::write(out.join(name), "").unwrap();
        assert!(refused(&out).contains(&format!("holds {name}, which is no part of a site")), "{}", refused(&out));
    }
    let file = top.path().join("thesis.txt");
    assert!(refused(&file).contains("is a file"));
}

#[test]
fn what_somebody_has_put_there_meanwhile_is_not_replaced() {
    let top = tempfile::tempdir().unwrap();
    let out = top.path().join("out");
    for (write, expected) in [
        ((|out| fs::create_dir(out).and_then(|()| fs::write(out.join("thesis.txt"), "ten years"))) as Write, "site"),
        ((|out| fs::write(out, "ten years")) as Write, "a part of the path is a file"),
    ] {
        let folder = SiteFolder::new(&out, Path::new("no corpus")).unwrap();
        write(&out).unwrap();
        let said = folder.replace(&files(&MARKERS)).unwrap_err().to_string();
        assert!(said.contains(expected), "{said}");
        let kept = fs::read_to_string(&out).or_else(|_| fs::read_to_string(out.join("thesis.txt"))).unwrap();
        assert_eq!((kept.as_str(), names(top.path())), ("ten years", vec!["out".to_owned()]));
        fs::remove_dir_all(&out).or_else(|_| fs::remove_file(&out)).unwrap();
    }
}

#[test]
fn a_corpus_and_the_present_folder_are_not_replaced() {
    let top = tempfile::tempdir().unwrap();
    let corpus = top.path().join("corpus");
    fs::create_dir(&corpus).unwrap();
    let error = SiteFolder::new(top.path(), &corpus).unwrap_err().to_string();
    assert!(error.contains("would replace the corpus"), "{error}");
    assert!(refused(Path::new(".")).contains("is in use"));
}

#[cfg(unix)]
#[test]
fn a_link_to_a_folder_or_a_file_stays() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use std::fs::Permissions;
    let top = tempfile::tempdir().unwrap();
    fs::create_dir(top.path().join("real")).unwrap();
    symlink("real", top.path().join("out")).unwrap();
    SiteFolder::new(&top.path().join("out"), Path::new("no corpus")).unwrap().replace(&files(&MARKERS)).unwrap();
    assert!(top.path().join("out").is_symlink() && top.path().join("real/index.html").is_file());
    fs::write(top.path().join("file"), "old").unwrap();
    fs::set_permissions(top.path().join("file"), Permissions::from_mode(0o640)).unwrap();
    symlink("file", top.path().join("link")).unwrap();
    write_file(&top.path().join("link"), b"new").unwrap();
    assert!(top.path().join("link").is_symlink());
    assert_eq!(fs::read(top.path().join("file")).unwrap(), b"new");
    assert_eq!(fs::metadata(top.path().join("file")).unwrap().permissions().mode() & 0o777, 0o640);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_named() {
    let error = write_file(Path::new("/dev/full"), b"x").unwrap_err().to_string();
    assert!(error.contains("the disk is full"), "{error}");
    assert!(Path::new("/dev/full").metadata().is_ok_and(|found| !found.is_file()), "the device is still there");
}
