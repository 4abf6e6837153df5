//! A draft to a document: characters as a corpus has them, a title, a language, and metadata that an annotation may
//! hold.

use crate::clean::{Cleaner, collapse_white_space, one_line};
use crate::document::{Block, BlockKind, Document, Draft, Encoding, Format, Found};
use crate::error::{ImportError, MAX_BLOCKS, MAX_TEXT, text_too_large};
use crate::language;

/// The longest first line that is taken for a title, in characters.
const MAX_TITLE_LINE: usize = 160;

/// The number of blocks at the beginning of which one may be the headline.
const HEADLINE_WITHIN: usize = 8;

/// The number of characters from which a guess of the language is set against what the file says.
const MIN_COMPARED: usize = 300;

/// Finishes a draft. `name` is that of the file.
pub(crate) fn finish(
    mut draft: Draft,
    format: Format,
    encoding: Option<Encoding>,
    name: &str,
) -> Result<Document, ImportError> {
    clean_blocks(&mut draft);
    if draft.blocks.is_empty() {
        return Err(ImportError::Empty);
    }
    if draft.blocks.len() > MAX_BLOCKS {
        return Err(ImportError::TooManyParagraphs(draft.blocks.len()));
    }
    if draft.blocks.iter().map(|block| block.text.len() + 2).sum::<usize>() > MAX_TEXT {
        return Err(text_too_large());
    }
    set_title(&mut draft, name);
    set_language(&mut draft);
    let metadata = &mut draft.metadata;
    for found in [&mut metadata.outlet, &mut metadata.author] {
        *found = found.take().and_then(|found| Found::some(&one_line(&found.value), found.origin));
    }
    if let Some(url) = metadata.url.take() {
        if is_web_address(&url.value) {
            metadata.url = Some(url);
        } else {
            draft.doubt(format!("“{}” is no address on the web", one_line(&url.value)));
        }
    }
    if let Some(Encoding { malformed, name, .. }) = &encoding
        && *malformed > 0
    {
        draft.doubt(format!("{malformed} bytes are no characters of {name}: look for \u{FFFD} in the text"));
    }
    for note in &mut draft.notes {
        note.message = one_line(&note.message);
        note.words = one_line(&note.words);
    }
    draft.notes.sort_by_key(|note| note.kind);
    Ok(Document { format, encoding, metadata: draft.metadata, blocks: draft.blocks, notes: draft.notes })
}

/// Cleans every block, parts those that hold blank lines, and drops those of which nothing is left.
fn clean_blocks(draft: &mut Draft) {
    let mut cleaner = Cleaner::default();
    let mut blocks = Vec::with_capacity(draft.blocks.len());
    for Block { kind, text } in std::mem::take(&mut draft.blocks) {
        let text = cleaner.clean(&text);
        let kind = if kind == BlockKind::Title && !blocks.is_empty() { BlockKind::Heading } else { kind };
        let parts = text.split("\n\n").map(|part| part.trim_matches('\n')).filter(|part| is_visible(part));
        blocks.extend(parts.map(|part| Block { kind, text: part.to_owned() }));
    }
    draft.blocks = blocks;
    cleaner.report(draft);
}

/// Whether anything of a text is visible.
fn is_visible(text: &str) -> bool {
    !one_line(text).chars().all(|c| c == '\u{2800}' || matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{200C}' | '\u{200D}'))
}

/// Sets the title. The text's own comes first, then what the metadata says, then the name of the file.
fn set_title(draft: &mut Draft, name: &str) {
    let said = draft.metadata.title.take().and_then(|title| Found::some(&one_line(&title.value), title.origin));
    let first = &draft.blocks[0];
    let first_line = one_line(&first.text);
    let is_one_line = !first.text.contains('\n') && first_line.chars().count() <= MAX_TITLE_LINE;
    let is_headline = is_one_line && draft.blocks.len() > 1 && !first_line.ends_with(['.', ':', ';', ',', '…']);
    let (title, is_first) = match (first.kind, said) {
        (_, Some(said)) if first_line == said.value => (Some(said), true),
        (BlockKind::Title, _) => (Found::some(&first_line, "the text"), true),
        // A headline below a date or the name of a section.
        (_, Some(said))
            if draft.blocks.iter().take(HEADLINE_WITHIN).any(|block| one_line(&block.text) == said.value) =>
        {
            (Some(said), false)
        }
        // Front matter is a part of the text that is displayed above it; properties of office programs are often those
        // of a template or of an older text.
        (_, Some(said)) if !said.origin.contains("properties") => {
            draft.blocks.insert(0, Block { kind: BlockKind::Title, text: said.value.clone() });
            (Some(said), true)
        }
        (BlockKind::Heading, _) => (Found::some(&first_line, "the first heading"), true),
        (_, Some(said)) if !is_headline => (Some(said).filter(|said| !is_left_by_program(&said.value)), false),
        _ if is_headline => (Found::some(&first_line, "the first line"), true),
        _ => (None, false),
    };
    if is_first && let Some(first) = draft.blocks.first_mut() {
        first.kind = BlockKind::Title;
        // A title must not hold characters that deceive, and the text has to begin with the same words.
        if let Some(title) = &title
            && collapse_white_space(&first.text) != title.value
        {
            first.text.clone_from(&title.value);
            draft.change("characters that are invisible were removed from the title");
        }
    }
    draft.metadata.title = title.or_else(|| {
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        Found::some(&one_line(&stem.replace(['-', '_'], " ")), "the name of the file")
    });
    draft.metadata.title.get_or_insert_with(|| Found::new("Untitled", "nowhere: no title was found"));
}

/// Whether a title in the properties of a file is one that a program has left there.
fn is_left_by_program(title: &str) -> bool {
    let title = title.to_lowercase();
    ["microsoft word", "untitled", "document1", "unbenannt", "sans titre"].iter().any(|start| title.starts_with(start))
        || [".doc", ".docx", ".odt", ".rtf", ".indd", ".qxp", ".pdf"].iter().any(|end| title.ends_with(end))
}

/// Sets the language: what the file says, else a guess, else that it is undetermined.
fn set_language(draft: &mut Draft) {
    let text: String = draft.blocks.iter().map(|block| &*block.text).take(200).collect::<Vec<_>>().join("\n");
    let guess = language::guess(&text);
    let said = draft.metadata.language.take();
    let tag = said.as_ref().and_then(|said| language::tag(&said.value));
    match (said, tag, guess) {
        (Some(said), Some(tag), guess) => {
            if let Some(guess) = guess
                && guess.is_reliable
                && text.len() >= MIN_COMPARED
                && !language::is_related(&tag, guess.tag)
            {
                draft.doubt(format!("{} says the language is {tag}, its words look like {}", said.origin, guess.tag));
            }
            draft.metadata.language = Some(Found::new(tag, said.origin));
        }
        (_, _, Some(guess)) => {
            let origin = if guess.is_reliable { "a guess by the words" } else { "an unsure guess by the words" };
            draft.metadata.language = Some(Found::new(guess.tag, origin));
        }
        _ => draft.metadata.language = Some(Found::new("und", "nowhere: write the language of the text")),
    }
}

/// Whether an annotation may hold an address.
fn is_web_address(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        !rest.is_empty() && !rest.starts_with('/') && !rest.contains(|c: char| c.is_whitespace() || c.is_control())
    })
}
