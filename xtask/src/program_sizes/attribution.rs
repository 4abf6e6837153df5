//! The crate that a function of the program is counted for, by its mangled name.

use rustc_demangle::demangle;

/// Crates of the standard library, and what the compiler adds.
const STANDARD: [&str; 5] = ["alloc", "compiler_builtins", "core", "hashbrown", "std"];

/// What is not mangled: entries of wasm-bindgen, `memcpy`, the halves of functions at which the program is split.
const UNMANGLED: &str = "(not of Rust)";

/// Crates of this repository, each before those that it depends on.
const OWN: [&str; 6] = ["briefing", "export", "query", "corpus", "dom", "qr"];

/// The crate that a function belongs to. A generic function of the standard library belongs to the first other crate
/// in its arguments, since the program would not have it otherwise. `<Type as Trait>::function` belongs to the type, or
/// to the trait where only that is a crate of this repository: it cannot be implemented anywhere else then.
///
/// `mangled` is a name in Rust's version 0 of mangling. The older one leaves out the arguments of generic functions.
pub fn crate_of(mangled: &str) -> String {
    let name = demangle(mangled).to_string();
    let crates = crates_in(&name);
    let is_foreign = |name: &&str| !STANDARD.contains(name);
    let found = implementing_crate(&name).or_else(|| crates.iter().copied().find(is_foreign));
    // A method of a primitive type, as `<str>::len`, is mangled without its crate.
    let of_primitive = name.starts_with('<').then_some("core");
    found.or(crates.first().copied()).or(of_primitive).unwrap_or(UNMANGLED).to_owned()
}

/// The name of a function for people, without digests of crates.
pub fn readable(mangled: &str) -> String {
    format!("{:#}", demangle(mangled))
}

/// Where a name begins with `<Type as Trait<..>>`, and the type or the trait is of this repository: of all crates in
/// there, the one that comes first in [`OWN`].
fn implementing_crate(name: &str) -> Option<&'static str> {
    let (of_type, of_trait) = implementation(name)?;
    let (of_type, of_trait) = (crates_in(of_type), crates_in(of_trait));
    let is_ours = [of_type.first(), of_trait.first()].into_iter().flatten().any(|name| OWN.contains(name));
    OWN.into_iter().find(|own| is_ours && (of_type.contains(own) || of_trait.contains(own)))
}

/// The type and the trait of `<Type as Trait>` at the beginning of a name; the trait is empty where there is none.
fn implementation(name: &str) -> Option<(&str, &str)> {
    let mut depth = 0_usize;
    let mut middle = None;
    for (index, character) in name.char_indices() {
        match character {
            '<' => depth += 1,
            // Not the arrow of a function's type.
            '>' if !name[..index].ends_with('-') => depth -= 1,
            ' ' if depth == 1 && name[index..].starts_with(" as ") => middle = Some(index),
            _ => {}
        }
        if depth == 0 {
            return Some(name[..index].split_at(middle.unwrap_or(index)));
        }
    }
    None
}

/// The crates that a demangled name mentions, in order: a name with a digest in brackets, `core[3d8e5a9c0f1b2a47]`.
fn crates_in(name: &str) -> Vec<&str> {
    let mut crates = Vec::new();
    for (index, _) in name.match_indices('[') {
        let (before, after) = (&name[..index], &name[index + 1..]);
        let digest = after.split(']').next().unwrap_or_default();
        let start = before.rfind(|c: char| !c.is_alphanumeric() && c != '_').map_or(0, |index| index + 1);
        if start < index && !digest.is_empty() && digest.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            crates.push(&before[start..]);
        }
    }
    crates
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_is_of_the_crate_that_defines_it() {
        assert_eq!(crate_of("_RNvNtCs1234_5query4link5write"), "query");
        assert_eq!(readable("_RNvNtCs1234_5query4link5write"), "query::link::write");
        // <dom::view::AnyView>::build
        assert_eq!(crate_of("_RNvMNtCs1_3dom4viewNtB2_7AnyView5build"), "dom");
    }

    #[test]
    fn a_closure_is_of_the_crate_of_its_function() {
        assert_eq!(crate_of("_RNCNvNtCs1_8briefing3app3app0B5_"), "briefing");
        assert_eq!(readable("_RNCNvNtCs1_8briefing3app3app0B5_"), "briefing::app::app::{closure#0}");
    }

    #[test]
    fn an_implementation_is_of_the_type_or_of_the_trait_where_only_that_is_ours() {
        // <leptos::Text as dom::IntoChild>::into_child
        assert_eq!(crate_of("_RNvXCs1_3domNtCs2_6leptos4TextNtB2_9IntoChild10into_child"), "dom");
        // <query::Phrase as dom::IntoChild<briefing::QueryText>>::into_child
        let phrase = "_RNvXCs1_8briefingNtCs2_5query6PhraseINtCs3_3dom9IntoChildNtB2_9QueryTextE10into_child";
        assert_eq!(crate_of(phrase), "briefing");
        // <corpus::View as core::clone::Clone>::clone
        assert_eq!(crate_of("_RNvXCs1_6corpusNtB2_4ViewNtNtCs2_4core5clone5Clone5clone"), "corpus");
        // <tachys::View<query::View> as leptos::Trait>::function
        assert_eq!(crate_of("_RNvXCs1_6tachysINtB2_4ViewNtCs3_5query4ViewENtCs2_6leptos5Trait8function"), "tachys");
    }

    #[test]
    fn a_generic_function_of_the_standard_library_is_of_the_crate_that_needs_it() {
        // core::ptr::drop_in_place::<query::View>
        assert_eq!(crate_of("_RINvNtCs1_4core3ptr13drop_in_placeNtCs2_5query4ViewE"), "query");
        // core::ptr::drop_in_place::<alloc::string::String>
        assert_eq!(crate_of("_RINvNtCs1_4core3ptr13drop_in_placeNtNtCs2_5alloc6string6StringE"), "core");
        // leptos::new::<query::View> is leptos' all the same.
        assert_eq!(crate_of("_RINvCs1_6leptos3newNtCs2_5query4ViewE"), "leptos");
        // <str>::len
        assert_eq!(crate_of("_RNvMNtCs1_4core3stre3len"), "core");
        // <alloc::vec::Vec<query::View>>::push
        assert_eq!(crate_of("_RNvMCs1_5allocINtB2_3VecNtCs2_5query4ViewE4push"), "query");
    }

    #[test]
    fn a_name_that_is_not_mangled_is_of_no_crate() {
        for name in ["memcpy", "__wbindgen_malloc", ""] {
            assert_eq!(crate_of(name), UNMANGLED);
        }
    }

    #[test]
    fn an_array_is_no_crate() {
        // <[u8; 16] as core::fmt::Debug>::fmt
        assert_eq!(crate_of("_RNvXNtCs1_4core5arrayAhj10_NtNtB4_3fmt5Debug3fmt"), "core");
        assert_eq!(crates_in("<[u8; 16] as core[1a]::fmt::Debug>::fmt"), ["core"]);
    }
}
