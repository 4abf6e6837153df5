//! The whole of a site from a template and a corpus, both small: what a caller sees.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

use corpus::compile::{SeedFile, compile};
use corpus::write::Layout;
use publish::{Error, Files, Options, PRECOMPRESSED, SectionError, Site, Template, precompress, publish, renew_worker};

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

fn template() -> Template {
    Template::from_files(template_files()).expect("a whole template")
}

fn template_files() -> Files {
    let files: [(&str, &[u8]); 14] = [
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
        ("site/pages-0.wasm", MODULE),
        ("site/offline.js", b"register();"),
        ("site/schema/briefing-export.schema.json", b"{}"),
        ("notes.txt", b"not a part of the template"),
    ];
    files.map(|(name, content)| (name.to_owned(), content.to_vec())).into()
}

/// A corpus whose document has a file of some name, and whose title is given.
fn corpus(file: &str, title: &str) -> Vec<u8> {
    let briefing = format!(
        "title = {title:?}\nstandfirst = \"A trial.\"\nlanguage = \"en\"\neditor = \"Trial\"\nlicence = \"CC BY 4.0\"\n\
         method = [\"Invented.\"]\n"
    );
    let annotation = "title = \"Bridge\"\nid = \"bridge\"\nlanguage = \"en\"\n\n[[statement]]\nid = \"safe\"\n\
         form = \"indirect\"\nspeaker = [\"index\"]\ncue = \"The council said that\"\ncontent = \"the bridge is safe\"\n\
         topics = [\"bridge\"]\n";
    let actors = "[[actor]]\nid = \"index\"\nname = \"Council\"\nkind = \"government-body\"\nrole = \"Council\"\n\
         aliases = [\"The council\"]\n";
    let topics = "[[topic]]\nid = \"bridge\"\nname = \"Bridge\"\nscope = \"The bridge.\"\n";
    let files = [
        (format!("{file}.txt"), "\u{FEFF}The council said that the bridge is safe.\r\n"),
        (format!("{file}.toml"), annotation),
        ("actors.toml".to_owned(), actors),
        ("topics.toml".to_owned(), topics),
        ("briefing.toml".to_owned(), &briefing),
    ];
    let files = files.map(|(name, text)| SeedFile { name, bytes: text.as_bytes().to_vec() });
    compile(&files).unwrap_or_else(|report| panic!("{}", report.render(false, 100))).bytes
}

fn site() -> Site {
    publish(&template(), &corpus("bridge", "The bridge"), &Options::default(), &|_| {}).expect("a site")
}

fn text<'s>(site: &'s Site, name: &str) -> &'s str {
    std::str::from_utf8(site.files.get(name).unwrap_or_else(|| panic!("no {name}"))).expect("text")
}

fn hashed<'s>(site: &'s Site, extension: &str) -> (&'s str, &'s [u8]) {
    let mut found = site.files.iter().filter(|(name, _)| name.starts_with("briefing-") && name.ends_with(extension));
    let (name, content) = found.next().expect("a file of that kind");
    assert!(found.next().is_none());
    (name, content)
}

#[test]
fn a_site_has_every_page_and_every_file_of_the_template() {
    let site = site();
    let mut names: Vec<_> = site.files.keys().filter(|name| !name.starts_with("briefing-")).collect();
    names.retain(|name| ![".br", ".gz", ".briefing"].iter().any(|variant| name.ends_with(variant)));
    assert_eq!(
        names,
        [
            "a.css",
            "a/index-.html",
            "a/index.html",
            "about.html",
            "briefing.html",
            "d/bridge.html",
            "d/index.html",
            "data/briefing.json",
            "feed.xml",
            "icon.png",
            "icons/touch-180.png",
            "index.html",
            "llms.txt",
            "manifest.webmanifest",
            "offline.js",
            "pages-0.wasm",
            "s/safe.html",
            "schema/briefing-export.schema.json",
            "seeds/bridge.txt",
            "seeds/index.html",
            "worker.js",
        ]
    );
    assert_eq!(text(&site, "seeds/bridge.txt"), "\u{FEFF}The council said that the bridge is safe.\r\n");
    assert!(site.files.contains_key("index.html.br") && site.files.contains_key("index.html.gz"));
}

#[test]
fn the_program_carries_the_corpus_and_the_page_names_it() {
    let corpus = corpus("bridge", "The bridge");
    let site = publish(&template(), &corpus, &Options::default(), &|_| {}).unwrap();
    let (name, program) = hashed(&site, ".wasm");
    assert!(program.starts_with(MODULE) && program.ends_with(&corpus));
    let page = text(&site, "index.html");
    assert!(page.contains(&format!("href=./{name} ")) && page.contains(&format!("data-size={}>", program.len())));
    assert!(page.contains("the bridge is safe") && page.contains("<title>The bridge</title>"));
    let worker = text(&site, "worker.js");
    assert!(worker.contains(name) && !worker.contains("worker.js") && !worker.contains(".br\""));
}

#[test]
fn the_briefing_is_offered_as_a_file() {
    let compiled = corpus("bridge", "The bridge");
    let site = publish(&template(), &compiled, &Options::default(), &|_| {}).unwrap();
    let (name, file) = site.files.iter().find(|(name, _)| name.ends_with(".briefing")).unwrap();
    assert!(name.starts_with("data/the-bridge-"), "{name}");
    assert_eq!(corpus::file::read(file).unwrap(), compiled);
    assert!(text(&site, "worker.js").contains(&**name), "it can be saved offline");
}

#[test]
fn a_large_corpus_is_in_chunks_beside_the_program_and_whole_in_the_one_file() {
    let corpus = corpus("bridge", "The bridge");
    let options = Options { layout: Layout { whole: 0, first: 0, chunk: 1 }, ..Options::default() };
    let large = publish(&template(), &corpus, &options, &|_| {}).unwrap();
    let (_, program) = hashed(&large, ".wasm");
    assert!(!program.ends_with(&corpus));
    let is_chunk = |name: &String| name.starts_with("data/") && Path::new(name).extension() == Some("bin".as_ref());
    let chunks: Vec<&String> = large.files.keys().filter(|name| is_chunk(name)).collect();
    assert!(chunks.len() > 2, "{chunks:?}");
    let worker = text(&large, "worker.js");
    let (at_once, later) = worker.split_once("const CHUNKS = ").unwrap();
    assert!(chunks.iter().all(|name| later.contains(&**name) && !at_once.contains(&**name)));
    assert!(at_once.contains("index.html") && !at_once.contains("briefing.html") && !at_once.contains("seeds/"));
    assert_eq!(text(&large, "briefing.html"), text(&site(), "briefing.html"));
    assert!(!site().files.keys().any(is_chunk));
}

#[test]
fn the_same_arguments_give_the_same_bytes() {
    assert!(site() == site());
}

fn extension(name: &str) -> Option<&str> {
    Path::new(name).extension()?.to_str()
}

/// The bytes of a compressed variant.
fn decompressed(name: &str, content: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    if extension(name) == Some("br") {
        brotli::BrotliDecompress(&mut &*content, &mut bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
    } else {
        let mut decoder = flate2::read::GzDecoder::new(content);
        decoder.read_to_end(&mut bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
    bytes
}

#[test]
fn what_is_compressed_ahead_stands_for_the_same() {
    let words = b"the same words, again and again ".repeat(60);
    // A custom section of 1,922 bytes, whose name is a space.
    let program = [MODULE, &[0, 0x82, 0x0F, 1, b' '], &words].concat();
    let mut files = template_files();
    files.extend([("program.wasm".to_owned(), program), ("site/later.css".to_owned(), words)]);
    let ahead = precompress(&files).unwrap();
    let names = ["program.wasm.br", "program.wasm.deflate", "site/later.css.br", "site/later.css.deflate"];
    assert_eq!(ahead.keys().collect::<Vec<_>>(), names);
    let without = Template::from_files(files.clone()).unwrap();
    files.extend(ahead.into_iter().map(|(name, content)| (format!("{PRECOMPRESSED}/{name}"), content)));
    let with = Template::from_files(files.clone()).unwrap();
    // As the program has it.
    files.retain(|name, _| name != "program.wasm" && name != "site/later.css");
    assert_eq!(Template::from_files(files).unwrap(), with);

    let [slow, fast] = [without, with].map(|template| {
        publish(&template, &corpus("bridge", "The bridge"), &Options::default(), &|_| {}).expect("a site")
    });
    assert_eq!(slow.files.keys().collect::<Vec<_>>(), fast.files.keys().collect::<Vec<_>>());
    let is_variant = |name: &&String| matches!(extension(name), Some("br" | "gz"));
    let variants: Vec<_> = fast.files.keys().filter(is_variant).collect();
    for variant in ["later.css.br", "later.css.gz", ".wasm.br", ".wasm.gz"] {
        assert!(variants.iter().any(|name| name.ends_with(variant)), "{variant}");
    }
    for name in variants {
        let (file, _) = name.rsplit_once('.').unwrap();
        assert!(decompressed(name, &fast.files[name]) == fast.files[file], "{name}");
    }
    // Nothing else differs, the one file included: it has the same stream either way.
    for (name, content) in fast.files.iter().filter(|(name, _)| !is_variant(name)) {
        assert!(slow.files[name] == *content, "{name}");
    }
}

#[test]
fn another_corpus_changes_its_own_files_and_no_other() {
    let (one, other) =
        (site(), publish(&template(), &corpus("bridge", "The other bridge"), &Options::default(), &|_| {}).unwrap());
    let same = ["a.css", "icon.png", "pages-0.wasm", "offline.js", "seeds/bridge.txt"];
    assert!(same.iter().all(|name| one.files[*name] == other.files[*name]));
    assert_eq!(hashed(&one, ".js"), hashed(&other, ".js"));
    assert_ne!(hashed(&one, ".wasm").0, hashed(&other, ".wasm").0);
    assert_ne!(text(&one, "worker.js"), text(&other, "worker.js"));
}

#[test]
fn the_one_file_names_its_scripts_and_styles_by_digest() {
    let site = site();
    let page = text(&site, "briefing.html");
    assert!(page.starts_with("<!doctype html><html lang=\"en\">"));
    assert_eq!(page.matches("'sha256-").count(), 4, "two scripts and two style sheets");
    for file in ["glue", "style", "program", "/pages-0.wasm", "seeds/bridge.txt"] {
        assert!(page.contains(&format!("[&quot;{file}&quot;,")), "{file}");
    }
}

#[test]
fn whole_addresses_are_written_where_the_site_has_one() {
    let options = Options { url: Some("https://example.org/b".to_owned()), ..Options::default() };
    let corpus = corpus("bridge", "The bridge");
    let site = publish(&template(), &corpus, &options, &|_| {}).unwrap();
    assert!(text(&site, "s/safe.html").contains("<link rel=\"canonical\" href=\"https://example.org/b/s/safe.html\">"));
    let wrong = Options { url: Some("example.org".to_owned()), ..Options::default() };
    assert!(matches!(publish(&template(), &corpus, &wrong, &|_| {}), Err(Error::Url(_))));
}

#[test]
fn files_with_odd_names_are_published_and_linked() {
    for name in ["a b", "odd ü#%", "icon.v2-", "статья", "a&amp;b", "it's", "briefing.txt", "-"] {
        let site = publish(&template(), &corpus(name, "</title>&"), &Options::default(), &|_| {}).unwrap();
        assert!(site.files.contains_key(&format!("seeds/{name}.txt")), "{name}");
        assert!(text(&site, "index.html").contains("<title>&lt;/title&gt;&amp;</title>"));
    }
}

#[test]
fn bytes_that_are_not_a_corpus_are_refused() {
    let whole = corpus("bridge", "The bridge");
    for broken in [&b""[..], b"BRFG", &whole[..whole.len() - 1]] {
        assert!(matches!(publish(&template(), broken, &Options::default(), &|_| {}), Err(Error::Corpus(_))));
    }
}

#[test]
fn a_program_that_has_a_corpus_already_is_refused() {
    let corpus = corpus("bridge", "The bridge");
    let site = site();
    let (_, program) = hashed(&site, ".wasm");
    let template = Template { program: program.to_vec(), ..template() };
    let refused = publish(&template, &corpus, &Options::default(), &|_| {});
    assert!(matches!(refused, Err(Error::Section(SectionError::Present))), "{refused:?}");
}

#[test]
fn a_template_that_breaks_its_promises_makes_no_site() {
    for (what, page) in [
        ("an inline script", PAGE.replace("<body>", "<body><script>run()</script>")),
        ("permits too much", PAGE.replace("style-src 'self'", "style-src 'unsafe-inline'")),
        ("a dead link", PAGE.replace("<body>", "<body><a href=gone.html>gone</a>")),
        ("not the digest", PAGE.replace("47DEQp", "AAAAAA")),
    ] {
        match publish(&Template { page, ..template() }, &corpus("bridge", "The bridge"), &Options::default(), &|_| {}) {
            Err(Error::Violations(found)) => {
                let named = |it: &String| it.starts_with("index.html: ") && it.contains(what);
                assert!(found.iter().any(named), "{what} is not in {found:?}");
            }
            other => panic!("{what}: {other:?}"),
        }
    }
}

#[test]
fn every_violation_of_a_site_is_told_at_once() {
    let mut site = site();
    site.files.remove("about.html");
    site.files.insert("s/safe.html".to_owned(), b"<script>run()</script>".to_vec());
    let Err(Error::Violations(found)) = publish::check::check(&site.files, &|_| {}) else { panic!("nothing is found") };
    let pages: BTreeMap<_, _> = found.iter().filter_map(|it| it.split_once(": ")).collect();
    assert!(pages.contains_key("s/safe.html") && pages.contains_key("index.html"), "{found:?}");
    assert!(matches!(publish::check::check(&Files::new(), &|_| {}), Err(Error::NotASite(_))));
}

#[test]
fn a_changed_site_gets_another_worker() {
    let mut site = site();
    let before = text(&site, "worker.js").to_owned();
    renew_worker(&template(), &mut site).unwrap();
    assert_eq!(text(&site, "worker.js"), before, "nothing has changed yet");
    site.files.insert("about.html".to_owned(), b"changed".to_vec());
    renew_worker(&template(), &mut site).unwrap();
    assert_ne!(text(&site, "worker.js"), before);
}
