//! The writer of the compiled format; [`mod@crate::load`] documents and reads it.

use sha2::{Digest, Sha256};

use crate::chunk::{Chunk, ChunkContent, ChunkFile, Chunks, Location, checksum};
use crate::counting::count;
use crate::date::Date;
use crate::encode;
use crate::id::DocumentId;
use crate::load::{FORMAT_VERSION, HEADER_LEN, MAGIC};
use crate::model::Briefing;
use crate::provenance::Provenance;
use crate::writer::Writer;

/// The compiled form of a briefing, whose chunks are files of their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// The core; [`crate::load()`] reads it.
    pub core: Vec<u8>,
    /// The files of chunks, under their names.
    pub chunks: Vec<(String, Vec<u8>)>,
}

/// What of the compiled form is in the core, and the size of chunks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The length of a compiled form, in bytes, up to which it stays whole.
    pub whole: usize,
    /// The most bytes of texts of the first view that are in the core.
    pub first: usize,
    /// The least length of a chunk, in bytes, but for the last of its kind; a single text may be longer.
    pub chunk: usize,
}

impl Default for Layout {
    /// The sizes with which sites are published; `docs/decisions/0007-chunks.md` has the figures.
    fn default() -> Self {
        Layout { whole: 200_000, first: 128_000, chunk: 64_000 }
    }
}

/// The compiled form of a briefing that is loaded as a whole, with all chunks in the core; `None` where it is larger
/// than four gigabytes. Only a large one has frequencies: those of a small one are counted in no time.
pub fn whole(briefing: &Briefing<'_>) -> Option<Vec<u8>> {
    let small = with_frequencies(briefing, false)?;
    if small.len() <= Layout::default().whole { Some(small) } else { with_frequencies(briefing, true) }
}

/// The same, with frequencies or without.
pub(crate) fn with_frequencies(briefing: &Briefing<'_>, has_frequencies: bool) -> Option<Vec<u8>> {
    let documents: Vec<DocumentId> = briefing.documents_with_ids().map(|(id, _)| id).collect();
    let texts = texts(briefing, &documents);
    let (vocabulary, postings) = briefing.index.terms.encoded(briefing.index.families(), usize::MAX);
    let mut list =
        vec![in_core(ChunkContent::Texts(documents), &texts), in_core(ChunkContent::Vocabulary, &vocabulary)];
    list.extend(postings.iter().map(|block| in_core(ChunkContent::Postings, block)));
    let frequencies = if has_frequencies { frequencies(briefing, &postings) } else { Vec::new() };
    list.extend(frequencies.iter().map(|block| in_core(ChunkContent::Frequencies, block)));
    core(briefing, &Chunks { list, ..Chunks::default() })
}

/// The compiled form of a briefing that is loaded as a whole, with its chunks in files; `None` where it is larger than
/// four gigabytes.
///
/// The first chunk has the texts of the documents `first`, those of the first view, and is in the core unless it is too
/// large. The others are put together by date, as statements are mostly read.
pub fn apart(briefing: &Briefing<'_>, first: &[DocumentId], layout: Layout) -> Option<Parts> {
    let first_texts = texts(briefing, first);
    let mut list = Vec::new();
    let mut chunks = Vec::new();
    let mut file = |content: ChunkContent, bytes: Vec<u8>| {
        let digest = Sha256::digest(&bytes).into();
        let file = ChunkFile { digest, checksum: checksum(&bytes), size: u32::try_from(bytes.len()).ok()? };
        chunks.push((file.name(), bytes));
        Some(Chunk { content, location: Location::File(file) })
    };
    let content = ChunkContent::Texts(first.to_vec());
    if first_texts.len() <= layout.first {
        list.push(in_core(content, &first_texts));
    } else {
        list.push(file(content, first_texts.clone())?);
    }
    for documents in groups(briefing, first, layout.chunk) {
        let bytes = texts(briefing, &documents);
        list.push(file(ChunkContent::Texts(documents), bytes)?);
    }
    let (vocabulary, postings) = briefing.index.terms.encoded(briefing.index.families(), layout.chunk);
    list.push(file(ChunkContent::Vocabulary, vocabulary)?);
    let frequencies = frequencies(briefing, &postings);
    for (content, blocks) in [(ChunkContent::Postings, postings), (ChunkContent::Frequencies, frequencies)] {
        for block in blocks {
            list.push(file(content.clone(), block)?);
        }
    }
    let core = core(briefing, &Chunks { list, alias_documents: alias_documents(briefing), ..Chunks::default() })?;
    Some(Parts { core, chunks })
}

fn in_core(content: ChunkContent, bytes: &[u8]) -> Chunk<'_> {
    Chunk { content, location: Location::Core(bytes) }
}

/// The bytes of a chunk of texts.
fn texts(briefing: &Briefing<'_>, documents: &[DocumentId]) -> Vec<u8> {
    let mut writer = Writer::default();
    let texts = documents.iter().map(|&id| briefing.document(id).loaded());
    writer.texts(texts.clone().map(|text| text.text));
    Provenance::write(texts.clone().map(|text| text.provenance), &mut writer);
    texts.for_each(|text| text.write(&mut writer));
    writer.bytes
}

/// The frequencies of each block of postings.
fn frequencies(briefing: &Briefing<'_>, postings: &[Vec<u8>]) -> Vec<Vec<u8>> {
    let all = briefing.index.terms.loaded_frequencies().unwrap_or_else(|| count(briefing));
    let mut rest = &all[..];
    let own = |block: &Vec<u8>| {
        let (own, after) = rest.split_at(block.len());
        rest = after;
        own.to_vec()
    };
    postings.iter().map(own).collect()
}

/// The documents of each chunk of texts, by date; those without any come last.
fn groups(briefing: &Briefing<'_>, first: &[DocumentId], size: usize) -> Vec<Vec<DocumentId>> {
    let date = |id: DocumentId| {
        let said = briefing.statements_of(id).filter_map(|id| briefing.statement(id).when).map(Date::sort_key);
        let date = said.min().or_else(|| briefing.document(id).published.map(Date::sort_key));
        (date.is_none(), date)
    };
    let mut documents: Vec<DocumentId> = briefing.documents_with_ids().map(|(id, _)| id).collect();
    documents.retain(|id| !first.contains(id));
    documents.sort_by_cached_key(|&id| (date(id), id));
    let mut groups: Vec<Vec<DocumentId>> = Vec::new();
    let mut length = size;
    for id in documents {
        if length >= size {
            groups.push(Vec::new());
            length = 0;
        }
        length += briefing.document(id).text().len();
        groups.last_mut().expect("a group was begun").push(id);
    }
    groups
}

/// For each alias the first document that has it, where documents are in more than one language.
fn alias_documents(briefing: &Briefing<'_>) -> Vec<DocumentId> {
    let mut languages = briefing.documents.iter().map(|document| document.language);
    let first = languages.next();
    if languages.all(|language| Some(language) == first) {
        return Vec::new();
    }
    let has = |alias: &str| {
        let found = briefing.documents_with_ids().find(|(_, document)| document.text().contains(alias));
        found.map_or(DocumentId(0), |(id, _)| id)
    };
    briefing.actors.iter().flat_map(|actor| &actor.aliases).map(|alias| has(alias)).collect()
}

/// The core: header, briefing without texts and terms, chunks.
fn core(briefing: &Briefing<'_>, chunks: &Chunks<'_>) -> Option<Vec<u8>> {
    let mut writer = Writer { bytes: Vec::from(MAGIC) };
    writer.bytes.extend(FORMAT_VERSION.to_le_bytes());
    // The length of the body, known at the end.
    writer.bytes.extend([0; 4]);
    encode::briefing(briefing, chunks, &mut writer);
    let mut bytes = writer.bytes;
    let length = u32::try_from(bytes.len() - HEADER_LEN).ok()?;
    bytes[HEADER_LEN - 4..HEADER_LEN].copy_from_slice(&length.to_le_bytes());
    Some(bytes)
}
