//! The program in its parts: what the first view needs, and what is loaded later.
//!
//! trunk has no place for splitting a program between linking and wasm-bindgen. So trunk compiles it, and what it then
//! makes of the compiled file is left aside for what is made of the same file here.

use std::{
    ffi::OsStr,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};
use content_digest::sha256;

use super::{
    commands::{esbuild, tool},
    files::{empty, has_extension, write_hashed},
};
use crate::{exec, paths, tools::BundleTools};

/// Features of WebAssembly that rustc may have used; the parts of a split program do not say so themselves.
const FEATURES: [&str; 6] =
    ["bulk-memory", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext"];

/// What wasm-bindgen makes of the first part.
const MAIN: &str = "briefing_bg.wasm";

/// What wasm-bindgen writes to call the program and to be called by it.
const GLUE: &str = "briefing.js";

/// Options of esbuild for the glue. `boot.js` hands it a compiled module, and runs in a window: what is for addresses,
/// responses and other surroundings is left out, and so are the warnings about ways to call it that nobody here takes.
const GLUE_OPTIONS: [&str; 6] = [
    "--bundle",
    "--format=esm",
    "--pure:console.warn",
    "--define:Request=undefined",
    "--define:Response=undefined",
    "--define:global=undefined",
];

/// How the splitter begins the names of the parts that are loaded later.
const SPLIT: &str = "split_";

/// How the splitter's loader fetches and starts a part.
const FETCHER: &str = r#"() => {
    const src = fetch(new URL("./{file}", import.meta.url));
    src.catch(() => {});
    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));
}
"#;

/// The same for all parts in one function, which also checks the digest. Streaming is left out: it fails where a host
/// serves WebAssembly under another media type. `boot/load.js` has requested [`PAGES`] before where the address is that
/// of a page which it draws.
const FETCH_PART: &str = r"
const fetchPart = (name, integrity, requested) => () => {
    const src = requested ?? fetch(new URL(name, import.meta.url), { integrity });
    requested = undefined;
    src.catch(() => {});
    return async (imports) => WebAssembly.instantiate(await (await src).arrayBuffer(), imports);
};
";

/// What draws all pages but the start page.
const PAGES: &str = "split_pages.wasm";

/// What the glue begins with to start the program, up to its end: it takes the program in every form there is.
const INIT: &str = "let __wbg_init_promise;\n";

/// The same for a compiled module, which `boot.js` hands it once.
const INIT_COMPILED: &str = "async function __wbg_init({ module_or_path }) {
    return __wbg_finalize_init(await WebAssembly.instantiate(module_or_path, __wbg_get_imports()), module_or_path);
}
export { __wbg_init as default };
";

/// What the glue does where a browser's `TextEncoder` has no `encodeInto`. Whatever has modules with `await` has it.
const ENCODE_INTO: [&str; 2] = ["if (!('encodeInto' in cachedTextEncoder)) {\n", "\n}\n"];

/// Options of wasm-opt. No data is at the addresses below 1024, where the stack ends: so an address may be computed in
/// the instruction that uses it. The first two passes give the others more to find; a second and a third round find a
/// little more. What the last two remove, no browser reads.
const SHRINK_OPTIONS: [&str; 8] = [
    "--low-memory-unused",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "-Oz",
    "--strip-producers",
    "--strip-target-features",
];

/// How the glue makes a string of bytes of the program.
const DECODE: &str = "return decodeText(getUint8ArrayMemory0().subarray(ptr, ptr + len));";

/// The same, with short strings of ASCII put together by JavaScript: names of attributes and elements, numbers, links.
/// A call of `TextDecoder` takes twice as long, and a click makes thousands.
const DECODE_SHORT: &str = "
    const memory = getUint8ArrayMemory0();
    let text = '';
    for (let at = 0; at < len; at += 1) {
        const byte = memory[ptr + at];
        if (byte > 127 || len > 24) return decodeText(memory.subarray(ptr, ptr + len));
        text += String.fromCharCode(byte);
    }
    return text;";

/// Builds the parts of what cargo has compiled and puts them into the template. Returns the glue.
pub fn build_program(tools: &BundleTools, template: &Path) -> Result<PathBuf> {
    let folder = paths::scratch().join("program");
    let parts = build_parts(tools, &folder, Names::Removed)?;
    let (main, later): (Vec<_>, Vec<_>) = parts.into_iter().partition(|part| part.ends_with(MAIN));
    let main = main.first().context("wasm-bindgen left no program")?;
    fs::copy(main, template.join("program.wasm")).context("cannot copy the program")?;
    let mut loader = fs::read_to_string(folder.join("link.js"))?;
    for part in &later {
        let name = write_hashed(&template.join("site"), part)?;
        loader = with_part(&loader, part, &name)?;
        if part.ends_with(PAGES) {
            name_pages(template, part, &name)?;
        }
    }
    loader.insert_str(0, FETCH_PART);
    let bound = folder.join(GLUE);
    fs::write(&bound, with_loader(&fs::read_to_string(&bound)?, &loader)?)?;
    let glue = template.join("glue.js");
    esbuild(tools, &bound, &glue, &GLUE_OPTIONS)?;
    Ok(glue)
}

/// Fills name and digest of [`PAGES`] into the template's page.
fn name_pages(template: &Path, part: &Path, name: &str) -> Result<()> {
    let page = template.join("index.html");
    let mut filled = fs::read_to_string(&page).context("cannot read the page")?;
    for (placeholder, value) in [("{pages}", name), ("{pages-integrity}", &integrity(part)?)] {
        ensure!(filled.contains(placeholder), "the page has no place for {placeholder}, see Trunk.toml");
        filled = filled.replace(placeholder, value);
    }
    fs::write(&page, filled).context("cannot write the page")
}

/// The digest by which a part is checked: the shortest that browsers know. No compressor makes a digest shorter, and
/// the first view has all of them.
fn integrity(part: &Path) -> Result<String> {
    let bytes = fs::read(part).with_context(|| format!("cannot read {}", part.display()))?;
    Ok(format!("sha256-{}", sha256(&bytes)))
}

/// Builds the parts with the names of their functions. Returns for each its name, and what `list-functions` prints.
pub fn list_functions(tools: &BundleTools) -> Result<Vec<(String, String)>> {
    let folder = paths::scratch().join("named-program");
    let parts = build_parts(tools, &folder, Names::Kept)?;
    let list = |part: PathBuf| {
        let lines = exec::stdout_of(helper("list-functions").arg(&part)).context("list-functions failed")?;
        Ok((part_name(&part)?, lines))
    };
    let (main, later): (Vec<_>, Vec<_>) = parts.into_iter().partition(|part| part.ends_with(MAIN));
    // The code that several parts share comes last.
    let begins = |part: &PathBuf| part.file_name().and_then(OsStr::to_str).is_some_and(|name| name.starts_with(SPLIT));
    let (split, shared): (Vec<_>, Vec<_>) = later.into_iter().partition(begins);
    main.into_iter().chain(split).chain(shared).map(list).collect()
}

/// Whether the names of functions stay in the program.
#[derive(Clone, Copy, PartialEq)]
enum Names {
    Kept,
    Removed,
}

/// Splits, binds and shrinks what cargo has compiled, in a folder that is emptied before. Returns the parts' files.
fn build_parts(tools: &BundleTools, folder: &Path, names: Names) -> Result<Vec<PathBuf>> {
    let compiled = paths::target().join("wasm32-unknown-unknown").join("release").join("viewer.wasm");
    empty(folder)?;
    exec::run(helper("split-program").arg(compiled).arg(folder))?;
    bind(tools, folder)?;
    exec::run(helper("shorten-names").arg(folder.join(MAIN)).arg(folder.join(GLUE)))?;
    let parts = parts(folder)?;
    for part in &parts {
        shrink(tools, part, names)?;
    }
    Ok(parts)
}

/// A program of this package that reads or writes WebAssembly.
fn helper(program: &str) -> Command {
    let mut cargo = exec::cargo();
    cargo.args(["run", "--quiet", "--package", "xtask", "--features", "split", "--bin", program]);
    cargo.arg("--");
    cargo
}

fn bind(tools: &BundleTools, folder: &Path) -> Result<()> {
    let mut bindgen = tool(tools, "wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--no-demangle"]);
    bindgen.args(["--out-name", "briefing", "--out-dir"]);
    exec::run(bindgen.arg(folder).arg(folder.join("main.wasm")))?;
    fs::remove_file(folder.join("main.wasm")).context("cannot remove what was bound")
}

/// The name of a part for people.
fn part_name(part: &Path) -> Result<String> {
    let stem = part.file_stem().and_then(OsStr::to_str).context("a part has no name")?;
    Ok(match stem.strip_prefix(SPLIT) {
        Some(name) => format!("`{name}`"),
        None if part.ends_with(MAIN) => "first view".to_owned(),
        // Code that `pages` shares with any other, and what two of the others share: see `split_program/parts.rs`.
        None => "shared by others".to_owned(),
    })
}

fn parts(folder: &Path) -> Result<Vec<PathBuf>> {
    let files = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    let mut parts: Vec<_> = files.into_iter().filter(|file| has_extension(file, "wasm")).collect();
    parts.sort();
    Ok(parts)
}

fn shrink(tools: &BundleTools, part: &Path, names: Names) -> Result<()> {
    let mut opt = tool(tools, "wasm-opt");
    opt.args((names == Names::Kept).then_some("--debuginfo"));
    opt.args(FEATURES.map(|feature| format!("--enable-{feature}"))).args(SHRINK_OPTIONS);
    // It warns of each part's names of labels, a section that it does not know and leaves out.
    exec::run_without_warnings(opt.arg(part).arg("-o").arg(part))
}

/// The loader with a part fetched under its new name, and only with its digest, by [`FETCH_PART`].
fn with_part(loader: &str, part: &Path, name: &str) -> Result<String> {
    let file = part.file_name().and_then(OsStr::to_str).context("a part has no name")?;
    let fetcher = FETCHER.replace("{file}", file);
    ensure!(loader.contains(&fetcher), "the loader does not fetch {file} in the way that is known here");
    let digest = integrity(part)?;
    let requested = if file == PAGES { ", globalThis.briefingPages" } else { "" };
    Ok(loader.replace(&fetcher, &format!("fetchPart(\"./{name}\", \"{digest}\"{requested})")))
}

/// The glue with the loader in it: one request less. The program calls the loader, which so need not start it; that is
/// all that `initSync` would be needed for.
fn with_loader(glue: &str, loader: &str) -> Result<String> {
    let import = |line: &&str| line.starts_with("import * as ") && line.contains("\"./link.js\"");
    // There is an import for each part.
    let imports: Vec<&str> = glue.lines().filter(import).collect();
    ensure!(!imports.is_empty(), "the glue does not import the loader");
    let mut loads = Vec::new();
    let mut body = String::new();
    for line in loader.lines().filter(|line| !line.starts_with("import ")) {
        let declared = line.strip_prefix("export ").unwrap_or(line);
        if let Some(load) = line.strip_prefix("export const ") {
            loads.push(load.split_whitespace().next().unwrap_or_default());
        }
        body.push_str(declared);
        body.push('\n');
    }
    ensure!(!loads.is_empty(), "the loader loads nothing");
    let start = "initSync(undefined, undefined)";
    ensure!(body.contains(start), "the loader does not reach the program in the way that is known here");
    let glue = adapted(glue)?;
    let body = body.replace(start, "wasm");
    let mut whole = glue;
    for import in &imports {
        whole = whole.replace(import, "");
    }
    // All imports have the same module, which may be named only once.
    let named: Vec<String> = whole.lines().filter(|line| line.contains("\"./link.js\":")).map(str::to_owned).collect();
    for line in named.iter().skip(1) {
        whole = whole.replace(line.as_str(), "");
    }
    // At the end, where everything that the loader uses of the glue is defined.
    let mut end = body;
    for import in imports {
        let name = import.split_whitespace().nth(3).context("the loader has no name in the glue")?;
        // Writing to a string does not fail.
        let _ = writeln!(end, "const {name} = {{ {} }};", loads.join(", "));
    }
    Ok(format!("{whole}\n{end}"))
}

/// The glue without what is for other pages and for browsers that cannot show this one, and quicker with short strings.
fn adapted(glue: &str) -> Result<String> {
    let (before, _) = glue.split_once(INIT).context("the glue does not start the program in the way that is known")?;
    let [begin, end] = ENCODE_INTO;
    let (before, rest) = before.split_once(begin).context("the glue encodes text in another way than is known")?;
    let (_, after) = rest.split_once(end).context("the glue does not end in the way that is known")?;
    ensure!(before.contains(DECODE) || after.contains(DECODE), "the glue decodes text in another way than is known");
    Ok(format!("{before}{after}{INIT_COMPILED}").replace(DECODE, DECODE_SHORT))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_fetched_under_its_name_and_with_its_digest() {
        let part = std::env::temp_dir().join(format!("briefing-part-{}.wasm", std::process::id()));
        fs::write(&part, "part").unwrap();
        let file = part.file_name().unwrap().to_str().unwrap();
        let loader = format!("const a = makeLoad({}, []);", FETCHER.replace("{file}", file));
        let loaded = with_part(&loader, &part, "part-0123.wasm");
        let unknown = with_part("fetch()", &part, "part-0123.wasm");
        fs::remove_file(&part).unwrap();
        assert!(integrity(&part).is_err(), "a part that is not there has none");
        let digest = sha256(b"part");
        assert_eq!(
            loaded.unwrap(),
            format!("const a = makeLoad(fetchPart(\"./part-0123.wasm\", \"sha256-{digest}\"), []);")
        );
        assert!(unknown.is_err());
    }

    #[test]
    fn the_page_names_the_part_with_the_pages() {
        let folder = std::env::temp_dir().join(format!("briefing-pages-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let (page, part) = (folder.join("index.html"), folder.join(PAGES));
        fs::write(&part, "part").unwrap();
        fs::write(&page, "<link data-pages=./{pages} data-pages-integrity={pages-integrity}>").unwrap();
        let named = name_pages(&folder, &part, "pages-0123.wasm");
        let written = fs::read_to_string(&page).unwrap();
        let again = name_pages(&folder, &part, "pages-0123.wasm").unwrap_err().to_string();
        fs::remove_dir_all(&folder).unwrap();
        named.unwrap();
        let digest = sha256(b"part");
        assert_eq!(written, format!("<link data-pages=./pages-0123.wasm data-pages-integrity=sha256-{digest}>"));
        assert!(again.contains("{pages}"), "{again}");
    }

    #[test]
    fn the_glue_takes_the_loader_in() {
        let glue = "import * as import1 from \"./link.js\"\nimport * as import2 from \"./link.js\"\nuse(import1, import2);\n\
             function getStringFromWasm0(ptr, len) {\n    return decodeText(getUint8ArrayMemory0().subarray(ptr, ptr + len));\n}\n\
             if (!('encodeInto' in cachedTextEncoder)) {\n    old();\n}\nnext();\n\
             let __wbg_init_promise;\nexport { initSync, __wbg_init as default };\n";
        let start = "const { memory } = initSync(undefined, undefined);";
        let loader =
            format!("import {{ initSync }} from \"./briefing.js\";\n{start}\nexport const load_pages = wrap();\n");
        let whole = with_loader(glue, &loader).unwrap();
        assert!(!whole.contains("import *") && !whole.contains("initSync"), "{whole}");
        assert!(whole.contains("const { memory } = wasm;"), "{whole}");
        assert!(!whole.contains("old()") && whole.contains("\nnext();\n"), "{whole}");
        assert!(!whole.contains("promise") && whole.ends_with("};\n"), "{whole}");
        assert_eq!(whole.matches("export { __wbg_init as default };").count(), 1, "{whole}");
        assert!(whole.contains("text += String.fromCharCode(byte);"), "{whole}");
        assert!(whole.contains("const import1 = { load_pages };"), "{whole}");
        assert!(whole.contains("const import2 = { load_pages };"), "{whole}");
        assert!(with_loader("", &loader).is_err());
    }
}
