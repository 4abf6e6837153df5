//! Measures the compiled form of a corpus, whole and in chunks: bytes as they are and in brotli, and loading time.
//! takes.
//!
//!     cargo xtask synth --statements 10000 target/synth-10000
//!     cargo bench -p publish --bench chunks -- "$PWD/target/synth-10000"

use std::{env, error::Error, io::Write, path::Path, time::Instant};

use corpus::chunk::{ChunkContent, Location};
use corpus::compile::compile_dir;
use corpus::write::{Layout, apart};
use query::statements::window::first_drawn;

/// Runs of which the fastest counts.
const RUNS: usize = 9;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args().nth(1).ok_or("the folder of a corpus is missing")?;
    let compiled = compile_dir(Path::new(&folder)).map_err(|report| report.render(false, 100))?;
    let whole: &'static [u8] = compiled.bytes.leak();
    let data: query::Shared = Box::leak(Box::new(corpus::load(whole)?));
    let mut first: Vec<_> = first_drawn(data).into_iter().map(|id| data.statement(id).document).collect();
    first.sort_unstable();
    first.dedup();
    let parts = apart(data, &first, Layout::default()).ok_or("the corpus is too large")?;
    println!("{}", compiled.summary);
    row("whole", [whole])?;
    row("core", [&parts.core[..]])?;
    let core = corpus::load(&parts.core)?;
    for (name, kind) in [("texts", 0), ("vocabulary", 1), ("postings", 2), ("frequencies", 3)] {
        let chunks = core.chunks.list.iter().filter(|chunk| matches!(chunk.location, Location::File(_)));
        let names = chunks.filter(|chunk| kind_of(&chunk.content) == kind).filter_map(|chunk| chunk.file());
        let names: Vec<String> = names.map(corpus::chunk::ChunkFile::name).collect();
        row(name, parts.chunks.iter().filter(|(name, _)| names.contains(name)).map(|(_, bytes)| &bytes[..]))?;
    }
    let (of_whole, of_core) = (milliseconds(whole), milliseconds(&parts.core));
    println!("load: whole {of_whole:.2} ms, core {of_core:.2} ms, ratio {:.2}", of_core / of_whole);
    Ok(())
}

fn kind_of(content: &ChunkContent) -> usize {
    match content {
        ChunkContent::Texts(_) => 0,
        ChunkContent::Vocabulary => 1,
        ChunkContent::Postings => 2,
        ChunkContent::Frequencies => 3,
    }
}

fn row<'b>(name: &str, files: impl IntoIterator<Item = &'b [u8]>) -> std::io::Result<()> {
    let (mut count, mut bytes, mut compressed) = (0, 0, 0);
    for file in files {
        count += 1;
        bytes += file.len();
        let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 9, 22);
        writer.write_all(file)?;
        compressed += writer.into_inner().len();
    }
    println!("{name:>11}: {count} files, {bytes} bytes, {compressed} in brotli (quality 9)");
    Ok(())
}

fn milliseconds(bytes: &[u8]) -> f64 {
    let run = |_| {
        let begin = Instant::now();
        let loaded = corpus::load(bytes);
        let time = begin.elapsed().as_secs_f64() * 1000.0;
        assert!(loaded.is_ok());
        time
    };
    (0..RUNS).map(run).fold(f64::INFINITY, f64::min)
}
