//! The rules on import circles, by small crates that keep or break them.

use std::path::Path;

use crate::{circles::describe, imports::Imports};

/// The circles in a crate of these files; the first is its root.
fn circles(files: &[(&str, &str)]) -> Vec<String> {
    let read = |path: &Path| files.iter().find(|(name, _)| path == Path::new(name)).map(|(_, text)| (*text).to_owned());
    describe(&Imports::read(Path::new(files[0].0), &read).expect("syntax"), Path::new(""))
}

#[test]
fn files_that_use_each_other_are_a_circle() {
    let date = ("date.rs", "use crate::text::Word;\npub struct Date(Word);");
    let text = ("text.rs", "pub struct Word(super::date::Date);");
    let found = circles(&[("lib.rs", "mod date; mod text;"), date, text]);
    assert_eq!(found.len(), 1);
    assert!(found[0].contains("date.rs -> text.rs: Word (2)"), "{found:?}");
    assert!(found[0].contains("text.rs -> date.rs: super::date::Date (1)"), "{found:?}");
    assert_eq!(found[0].matches('✂').count(), 1, "{found:?}");
}

#[test]
fn a_circle_may_be_long() {
    let (a, b, c) = (
        ("a.rs", "fn a() { super::b::b() }"),
        ("b.rs", "fn b() { super::c::c() }"),
        ("c.rs", "use super::a; fn c() { a::a() }"),
    );
    let found = circles(&[("lib.rs", "mod a; mod b; mod c; mod d;"), a, b, c, ("d.rs", "fn d() { crate::a::a() }")]);
    assert!(found.len() == 1 && found[0].contains("3 files") && !found[0].contains("d.rs"), "{found:?}");
}

#[test]
fn a_parent_that_declares_and_reexports_uses_nothing() {
    let parent = ("lib.rs", "mod date; mod index; pub use date::Date; pub use index::*;");
    let index = ("index.rs", "use crate::Date; pub struct Index(Date);");
    assert_eq!(circles(&[parent, ("date.rs", "pub struct Date;"), index]), [""; 0]);
}

#[test]
fn a_parent_with_code_must_not_be_used_by_the_children_that_it_uses() {
    let parent = ("lib.rs", "mod markdown; pub struct Export; pub fn write() { markdown::write(Export) }");
    let child = ("markdown.rs", "use super::Export; pub fn write(_: Export) {}");
    assert_eq!(circles(&[parent, child]).len(), 1);
    let parent =
        ("lib.rs", "mod export; mod markdown; pub use export::Export; pub fn write() { markdown::write(Export) }");
    assert_eq!(circles(&[parent, child, ("export.rs", "pub struct Export;")]), [""; 0]);
}

#[test]
fn what_a_glob_brings_counts() {
    let parent = ("lib.rs", "mod child; pub struct Parent; fn f() { child::f(); }");
    assert_eq!(circles(&[parent, ("child.rs", "use super::*; pub fn f() -> Parent { Parent }")]).len(), 1);
    assert_eq!(circles(&[parent, ("child.rs", "use super::*; pub fn f() {}")]), [""; 0]);
}

#[test]
fn paths_in_macros_and_macros_themselves_count() {
    let lines = ("lines.rs", "macro_rules! lines { () => {} } pub fn line() -> u8 { crate::text::text() }");
    let names = [
        "pub fn text() -> u8 { println!(\"{}\", super::lines::line()); 0 }",
        "pub fn text() -> u8 { lines!(); 0 }",
        "use super::lines::line; pub fn text() -> u8 { println!(\"{}\", [line()][0]); 0 }",
    ];
    for text in names {
        assert_eq!(circles(&[("lib.rs", "mod lines; mod text;"), lines, ("text.rs", text)]).len(), 1, "{text}");
    }
    let method = "pub fn text() -> u8 { println!(\"{}\", it.line()); 0 }";
    assert_eq!(circles(&[("lib.rs", "mod lines; mod text;"), lines, ("text.rs", method)]), [""; 0]);
}

#[test]
fn an_imported_trait_counts_though_only_its_methods_are_called() {
    let show = ("show.rs", "use crate::text::Text; pub trait Show { fn show(&self); } impl Show for Text {}");
    let text = ("text.rs", "use crate::show::Show as _; pub struct Text; fn f(text: Text) { text.show() }");
    assert_eq!(circles(&[("lib.rs", "mod show; mod text;"), show, text]).len(), 1);
}

#[test]
fn tests_may_use_all_of_the_crate() {
    let root = ("lib.rs", "mod date; #[cfg(test)] mod tests; mod text;");
    let date = ("date.rs", "pub struct Date; #[cfg(test)] mod tests { use crate::text::Text; fn f(_: Text) {} }");
    assert_eq!(circles(&[root, date, ("text.rs", "pub struct Text(crate::date::Date);")]), [""; 0]);
}

#[test]
fn a_module_and_a_function_may_have_one_name() {
    let root = ("lib.rs", "mod citation; mod markdown; pub fn citation() { citation::citation(); markdown::write() }");
    let markdown = ("markdown.rs", "use crate::citation; pub fn write() { citation::source() }");
    assert_eq!(circles(&[root, ("citation.rs", "pub fn citation() {} pub fn source() {}"), markdown]), [""; 0]);
}

#[test]
fn what_a_macro_defines_belongs_to_its_file() {
    let ids = ("ids.rs", "ids! { StatementId } fn f() -> super::index::Index {}");
    let found =
        circles(&[("lib.rs", "mod ids; mod index;"), ids, ("index.rs", "pub struct Index(crate::ids::StatementId);")]);
    assert_eq!(found.len(), 1);
}
