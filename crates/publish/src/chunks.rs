//! The compiled corpus as a site serves it: whole where it is small, or a core in the program and chunks in files of
//! their own, which the program fetches when they are needed.

use corpus::DocumentId;
use corpus::write::{Layout, Parts, apart};
use query::Shared;
use query::statements::window::first_drawn;

use crate::{Error, SectionError};

/// The parts of a compiled corpus; `data` is what was loaded of it.
///
/// # Errors
/// Where a part would be larger than four gigabytes.
pub fn parts(data: Shared, corpus: &[u8], layout: Layout) -> Result<Parts, Error> {
    if corpus.len() <= layout.whole {
        return Ok(Parts { core: corpus.to_vec(), chunks: Vec::new() });
    }
    apart(data, &first_documents(data), layout).ok_or(Error::Section(SectionError::TooLong))
}

/// The documents whose texts the start page shows first, each once.
fn first_documents(data: Shared) -> Vec<DocumentId> {
    let mut documents = Vec::new();
    for id in first_drawn(data).into_iter().map(|id| data.statement(id).document) {
        if !documents.contains(&id) {
            documents.push(id);
        }
    }
    documents
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::arabic;

    const SMALLEST: Layout = Layout { whole: 0, first: 128_000, chunk: 1 };

    fn whole(data: Shared) -> Vec<u8> {
        corpus::write::whole(data).expect("a small briefing")
    }

    #[test]
    fn a_small_corpus_stays_whole() {
        let corpus = whole(arabic());
        let parts = parts(arabic(), &corpus, Layout::default()).unwrap();
        assert_eq!(parts, Parts { core: corpus, chunks: Vec::new() });
    }

    #[test]
    fn the_core_has_the_texts_of_the_start_page() {
        let parts = parts(arabic(), &whole(arabic()), SMALLEST).unwrap();
        assert!(!parts.chunks.is_empty());
        let core: Shared = Box::leak(Box::new(corpus::load(parts.core.leak()).unwrap()));
        assert_eq!(query::pending::first_view(core), None);
        assert!(core.index.terms.missing_vocabulary().is_some());
    }

    #[test]
    fn texts_of_the_start_page_that_are_too_large_for_the_core_are_the_first_chunk() {
        let parts = parts(arabic(), &whole(arabic()), Layout { first: 10, ..SMALLEST }).unwrap();
        let core: Shared = Box::leak(Box::new(corpus::load(parts.core.leak()).unwrap()));
        let pending = query::pending::first_view(core).expect("nothing is loaded");
        assert_eq!(pending.chunks(), [corpus::ChunkId(0)]);
        let file = core.chunks.list[0].file().unwrap();
        let (_, bytes) = parts.chunks.iter().find(|(name, _)| *name == file.name()).unwrap();
        core.add_chunk(corpus::ChunkId(0), bytes.clone().leak()).unwrap();
        assert_eq!(query::pending::first_view(core), None);
        assert_eq!(query::pending::statements(core, first_drawn(core)), None);
    }
}
