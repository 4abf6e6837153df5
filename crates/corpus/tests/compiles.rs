//! A valid corpus compiles, and loads as the model of its annotations.
#![cfg(feature = "compile")]

mod support;

use std::fs;

use corpus::chunk::Chunks;
use corpus::compile::{SeedFile, compile, schemas};
use corpus::index::Postings;
use corpus::{ActorId, BlockKind, Briefing, Role, load};
use support::{compiled, folder, seed};

fn slugs<'b>(briefing: &'b Briefing<'_>, list: Postings<'_>) -> Vec<&'b str> {
    list.iter().map(|id| briefing.statement(id).slug).collect()
}

fn of_actor<'b>(briefing: &'b Briefing<'_>, slug: &str, role: Role) -> Vec<&'b str> {
    let index = briefing.actors.iter().position(|actor| actor.slug == slug).expect("an actor");
    slugs(briefing, briefing.index.facets.actor(ActorId(index as u32), role))
}

fn of_term<'b>(briefing: &'b Briefing<'_>, term: &str) -> Vec<&'b str> {
    let terms = &briefing.index.terms;
    terms.index_of(term).map(|index| slugs(briefing, terms.postings(index).expect("it is loaded"))).unwrap_or_default()
}

#[test]
fn the_model_holds_what_the_editor_wrote() {
    let bytes = compiled("tests/pass/talks").bytes;
    let mut briefing = load(&bytes).expect("a briefing");
    // The chunks are what texts and terms were read from.
    briefing.chunks = Chunks::default();
    insta::assert_debug_snapshot!(briefing);
}

#[test]
fn statements_are_in_text_order_and_relations_in_the_editors_order() {
    let bytes = compiled("tests/pass/talks").bytes;
    let briefing = load(&bytes).expect("a briefing");
    let order: Vec<_> = briefing.statements.iter().map(|statement| statement.slug).collect();
    assert_eq!(order, ["no-reason", "south-ready", "both-met", "nobody-knows"]);
    let relations: Vec<_> = briefing.relations.iter().map(|relation| briefing.statement(relation.from).slug).collect();
    assert_eq!(relations, ["no-reason", "nobody-knows"]);
}

#[test]
fn statements_of_a_part_count_for_the_whole_and_camps_are_inherited() {
    let bytes = compiled("tests/pass/talks").bytes;
    let briefing = load(&bytes).expect("a briefing");
    for slug in ["avaria", "avaria-ministry", "avaria-spokeswoman"] {
        assert_eq!(of_actor(&briefing, slug, Role::Speaker), ["no-reason"], "{slug}");
    }
    assert_eq!(of_actor(&briefing, "avaria", Role::Agent), ["both-met"]);
    assert_eq!(of_actor(&briefing, "avaria-ministry", Role::Agent), Vec::<&str>::new());
    assert_eq!(of_actor(&briefing, "herald", Role::Relay), ["south-ready"]);
    let parts: Vec<_> = briefing.actors[0].parts.iter().map(|&part| briefing.actor(part).slug).collect();
    assert_eq!(parts, ["avaria-ministry", "avaria-spokeswoman"]);
    assert!(briefing.actors[..3].iter().all(|actor| actor.camp == briefing.actors[0].camp && actor.camp.is_some()));
    assert_eq!(briefing.actors[3].camp, None);
}

#[test]
fn statements_are_indexed_by_month_or_as_undated() {
    let bytes = compiled("tests/pass/talks").bytes;
    let briefing = load(&bytes).expect("a briefing");
    let months: Vec<_> =
        briefing.index.facets.months().map(|(month, list)| (month.to_string(), slugs(&briefing, list))).collect();
    assert_eq!(months, [("2031-02".to_owned(), vec!["both-met"]), ("2031-03".to_owned(), vec!["no-reason"])]);
    assert_eq!(slugs(&briefing, briefing.index.facets.undated()), ["south-ready", "nobody-knows"]);
}

#[test]
fn terms_are_found_in_content_cue_names_and_title() {
    let bytes = compiled("tests/pass/talks").bytes;
    let briefing = load(&bytes).expect("a briefing");
    // In order: a term of the content, of the cue, of an alias of a speaker, of the title only.
    assert_eq!(of_term(&briefing, "deleg"), ["both-met"]);
    assert_eq!(of_term(&briefing, "accord"), ["south-ready"]);
    assert_eq!(of_term(&briefing, "northern"), ["south-ready", "both-met"]);
    assert_eq!(of_term(&briefing, "stays"), ["no-reason", "south-ready", "both-met"]);
    assert_eq!(of_term(&briefing, "zembla"), Vec::<&str>::new());
}

#[test]
fn other_files_of_the_folder_are_ignored() {
    let compiled = compiled("../../crates/corpus/tests/fail/base");
    let names: Vec<_> = compiled.files.iter().filter_map(|path| path.file_name()?.to_str()).collect();
    assert_eq!(names, ["actors.toml", "briefing.toml", "talks.toml", "talks.txt", "topics.toml"]);
}

#[test]
fn the_digest_depends_on_every_byte_and_not_on_the_order_of_files() {
    let mut files: Vec<SeedFile> = fs::read_dir(folder("tests/pass/talks"))
        .expect("the corpus")
        .map(|entry| entry.expect("an entry"))
        .map(|entry| SeedFile {
            name: entry.file_name().into_string().expect("a plain name"),
            bytes: fs::read(entry.path()).expect("a readable file"),
        })
        .collect();
    let digest = |files: &[SeedFile]| compile(files).expect("a briefing").summary.digest;
    let before = digest(&files);
    files.reverse();
    assert_eq!(digest(&files), before);
    files[0].bytes.push(b'\n');
    assert_ne!(digest(&files), before);
    assert_eq!(before.to_string().len(), 16);
}

#[test]
fn the_summary_counts_the_parts_of_the_corpus() {
    let summary = compiled("tests/pass/talks").summary.to_string();
    assert!(summary.starts_with("2 documents, 4 statements, 6 actors, 2 topics, 2 relations, edition "), "{summary}");
}

#[test]
fn short_names_that_several_actors_share_are_replaced_by_full_names() {
    let actor = |id: &str, short: &str| {
        format!(
            "[[actor]]\nid = \"{id}\"\nname = \"Source {id}\"\nshort = \"{short}\"\nkind = \"unnamed\"\nrole = \"Source\"\n"
        )
    };
    let actors = [actor("one", "Source"), actor("two", "A source"), actor("three", "Source")].concat();
    let registry = |name| seed(name, fs::read_to_string(folder("tests/pass/talks").join(name)).expect("a registry"));
    let files = [
        registry("briefing.toml"),
        registry("topics.toml"),
        seed("actors.toml", actors),
        seed("a.txt", "Title\n\nOne line.\n"),
        seed(
            "a.toml",
            "title = \"Title\"\nlanguage = \"en\"\n\n[[statement]]\nid = \"one-line\"\nform = \"narration\"\ncontent = \"One line.\"\n",
        ),
    ];
    let bytes = compile(&files).unwrap_or_else(|report| panic!("{}", report.render(false, 100))).bytes;
    let briefing = load(&bytes).expect("a briefing");
    let short: Vec<_> = briefing.actors.iter().map(|actor| actor.short).collect();
    assert_eq!(short, ["Source one", "A source", "Source three"]);
}

#[test]
fn the_provenance_of_a_text_is_what_the_editor_wrote_and_the_digest_of_the_file() {
    let registry = |name| seed(name, fs::read_to_string(folder("tests/pass/talks").join(name)).expect("a registry"));
    let text = "\u{FEFF}Title\r\n\r\nOne line.\r\n";
    let files = [
        registry("briefing.toml"),
        registry("topics.toml"),
        seed(
            "actors.toml",
            "[[actor]]\nid = \"herald\"\nname = \"The Herald\"\nkind = \"outlet\"\nrole = \"Newspaper\"\n\
             country = \"UZ\"\nowner = \"Herald Holding\"\n",
        ),
        seed("a.txt", text),
        seed(
            "a.toml",
            "title = \"Title\"\nlanguage = \"en\"\npublished = \"2021-12-18\"\nretrieved = \"2021-12\"\n\
             outlet = \"herald\"\narchived = \"https://archive.example/1\"\n",
        ),
    ];
    let bytes = compile(&files).unwrap_or_else(|report| panic!("{}", report.render(false, 100))).bytes;
    let briefing = load(&bytes).expect("a briefing");
    let provenance = briefing.documents[0].provenance();
    assert_eq!(provenance.retrieved.map(|date| date.to_string()).as_deref(), Some("2021-12"));
    assert_eq!(provenance.archived, Some("https://archive.example/1"));
    // `printf '\xef\xbb\xbfTitle\r\n\r\nOne line.\r\n' | sha256sum`
    assert_eq!(provenance.digest.to_string(), "edf9a07dd5a233560c818dc58533248ed3c4654a453cd549b1a2aa8aa1b88bfc");
    assert_eq!((briefing.actors[0].owner, briefing.actors[0].country), (Some("Herald Holding"), Some("UZ")));
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_accepted() {
    let mut files: Vec<SeedFile> = ["actors.toml", "briefing.toml", "topics.toml"]
        .map(|name| seed(name, fs::read_to_string(folder("tests/pass/talks").join(name)).expect("a registry")))
        .into_iter()
        .filter(|file| file.name != "actors.toml")
        .collect();
    files.push(seed("actors.toml", "# nobody\r\n"));
    files.push(seed("a.txt", "\u{FEFF}Title\r\n\r\nOne line\r\nand another.\r\n"));
    files.push(seed(
        "a.toml",
        "title = \"Title\"\r\nlanguage = \"en\"\r\n\r\n[[statement]]\r\nid = \"one\"\r\nform = \"narration\"\r\ncontent = \"One line\\r\\nand another.\"\r\n",
    ));
    let bytes = compile(&files).unwrap_or_else(|report| panic!("{report:?}")).bytes;
    let briefing = load(&bytes).expect("a briefing");
    let document = &briefing.documents[0];
    let blocks: Vec<_> = document.blocks().iter().map(|block| (document.slice(block.span), block.kind)).collect();
    assert_eq!(blocks, [("Title", BlockKind::Title), ("One line\r\nand another.", BlockKind::Paragraph(1))]);
}

/// The JSON Schemas for text editors are generated from the types of the compiler. `UPDATE=1` writes them anew.
#[test]
fn the_schemas_are_up_to_date() {
    let dir = folder("../../seeds/schema");
    for (name, schema) in schemas() {
        let path = dir.join(name);
        if std::env::var_os("UPDATE").is_some() {
            fs::create_dir_all(&dir).expect("a folder for the schemas");
            fs::write(&path, &schema).expect("the schema is written");
        }
        let committed = fs::read_to_string(&path).unwrap_or_default();
        assert!(committed == schema, "seeds/schema/{name} is out of date: run this test with UPDATE=1");
    }
}
