//! Packs the template into the program: the folder that `BRIEFING_EMBED` names, as `cargo xtask program` sets it. A
//! program without one asks for a template when it needs it.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

use flate2::{Compression, write::ZlibEncoder};

/// The variable that names the folder.
const VARIABLE: &str = "BRIEFING_EMBED";

fn main() {
    println!("cargo::rerun-if-env-changed={VARIABLE}");
    println!("cargo::rerun-if-changed=build.rs");
    let archive = env::var_os(VARIABLE).map(|folder| pack(Path::new(&folder))).unwrap_or_default();
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo names a folder")).join("template.bin");
    fs::write(&out, archive).unwrap_or_else(|error| panic!("cannot write {}: {error}", out.display()));
}

/// The files of a folder by their names, as postcard writes them, in the zlib format (RFC 1950). `src/template.rs`
/// reads it.
fn pack(folder: &Path) -> Vec<u8> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files = BTreeMap::new();
    collect(folder, "", &mut files);
    // What the template has compressed ahead, it need not have once more: see crates/publish/src/precompressed.rs.
    let name = |file: &String| file.strip_prefix("precompressed/")?.strip_suffix(".deflate").map(str::to_owned);
    let precompressed: Vec<String> = files.keys().filter_map(name).collect();
    files.retain(|name, _| !precompressed.contains(name));
    let bytes = postcard::to_allocvec(&files).expect("names and bytes can be written");
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&bytes).and_then(|()| encoder.finish()).expect("writing into memory does not fail")
}

fn collect(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) {
    let cannot_read = |path: &Path| format!("cannot read {}, which {VARIABLE} names", path.display());
    for entry in fs::read_dir(folder).unwrap_or_else(|_| panic!("{}", cannot_read(folder))) {
        let path = entry.unwrap_or_else(|_| panic!("{}", cannot_read(folder))).path();
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name in Unicode");
        let name = format!("{prefix}{name}");
        if path.is_dir() {
            collect(&path, &format!("{name}/"), files);
        } else {
            files.insert(name, fs::read(&path).unwrap_or_else(|_| panic!("{}", cannot_read(&path))));
        }
    }
}
