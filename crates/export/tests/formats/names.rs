//! What formats and files are called.

use export::{Context, Format};
use query::link;

use crate::support::{all, context, hostile, ids, shipped, whole};

#[test]
fn every_format_is_listed_once_and_found_by_its_slug() {
    for (place, format) in Format::ALL.into_iter().enumerate() {
        assert_eq!(Format::from_slug(format.slug()), Some(format));
        assert!(Format::ALL[..place].iter().all(|other| other.name() != format.name()));
        assert!(format.purpose().ends_with('.'), "{}", format.purpose());
    }
    assert_eq!(Format::from_slug("docx"), None);
}

#[test]
fn a_file_is_named_after_briefing_edition_and_choice() {
    let view = link::parse(shipped(), "#/?topic=basing&actor=uzbekistan&statement=us-delegation-visit").view;
    let context = Context { view, ..context() };
    let name = export::write(shipped(), &[], Format::CslJson, &context).name;
    let edition = &shipped().digest.to_string()[..8];
    let briefing = "central-asia-between-the-us-and-russia";
    assert_eq!(name, format!("{briefing}-{edition}-actor-uzbekistan-topic-military-basing.csl.json"));
    assert_eq!(whole(shipped(), Format::BibTeX).name, format!("{briefing}-{edition}.bib"));
}

#[test]
fn every_page_can_be_exported_from_and_names_the_file() {
    let edition = &shipped().digest.to_string()[..8];
    for (page, named) in [
        ("#/actor/uzbekistan", "-uzbekistan"),
        ("#/compare?actors=uzbekistan,russia", "-uzbekistan-and-russia-compared"),
        ("#/source/central-asia-us-russia?statement=us-withdrawal", "-text-of-central-asia-between-the-us-and-russia"),
        ("#/about", "-about"),
    ] {
        let context = Context { view: link::parse(shipped(), page).view, ..context() };
        let name = export::write(shipped(), &ids(shipped()), Format::Ris, &context).name;
        assert!(name.ends_with(&format!("{edition}{named}.ris")), "{name}");
    }
}

#[test]
fn a_file_name_is_safe_on_every_system() {
    for data in all() {
        for format in Format::ALL {
            let name = whole(data, format).name;
            assert!(name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'.'), "{name}");
            assert!(!name.starts_with(['.', '-']) && name.len() < 150, "{name}");
        }
    }
    assert!(whole(hostile(), Format::Csv).name.starts_with("etc-passwd-con-b-b-"));
}

#[test]
fn an_empty_choice_and_an_order_are_kept() {
    let mut reversed = ids(shipped());
    reversed.reverse();
    for format in Format::ALL {
        assert!(!export::write(shipped(), &[], format, &context()).text.contains("us-delegation-visit"));
    }
    let text = export::write(shipped(), &reversed, Format::Csv, &context()).text;
    let place = |id: &str| text.find(&format!("\n\"{id}\"")).unwrap_or_else(|| panic!("{id} is there"));
    let slug = |at: usize| shipped().statement(reversed[at]).slug;
    assert!(place(slug(0)) < place(slug(1)));
}
