//! Markdown (`CommonMark` with tables, footnotes and strikethrough) to a draft: its words without its marks.

use std::collections::HashMap;

use pulldown_cmark::{Event, HeadingLevel, MetadataBlockKind, Options, Parser, Tag, TagEnd};

use crate::document::{BlockKind, Draft, counted};
use crate::error::ImportError;
use crate::flow::Flow;
use crate::{front_matter, html};

/// The extensions that are read. Quotation marks and dashes stay as they are written.
const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_YAML_STYLE_METADATA_BLOCKS)
    .union(Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS);

/// The reader of a file.
#[derive(Default)]
struct MarkdownReader {
    flow: Flow,
    /// The words of the paragraph that is open.
    text: String,
    /// The next number of each open list; `None` for one of bullets.
    lists: Vec<Option<u64>>,
    /// What the list writes before the next paragraph.
    marker: String,
    /// HTML between paragraphs.
    html: String,
    front_matter: Option<(MetadataBlockKind, String)>,
    /// The label of the footnote that is open, and its words.
    footnote: Option<(String, String)>,
    footnotes: HashMap<String, String>,
    /// Labels in the order in which the text refers to them.
    references: Vec<String>,
    /// Whether words are the description of a picture.
    picture_depth: usize,
    pictures: Vec<String>,
    links: usize,
}

/// Reads Markdown, of which the line ends are line feeds.
pub(crate) fn read(text: &str) -> Result<Draft, ImportError> {
    let mut reader = MarkdownReader::default();
    for event in Parser::new_ext(text, OPTIONS) {
        match event {
            Event::Start(tag) => reader.start(tag),
            Event::End(tag) => reader.end(tag)?,
            Event::Text(words) | Event::Code(words) | Event::InlineMath(words) | Event::DisplayMath(words) => {
                reader.words(&words);
            }
            Event::Html(words) => reader.html.push_str(&words),
            Event::InlineHtml(tag) => {
                if tag.to_ascii_lowercase().starts_with("<br") {
                    reader.words("\n");
                }
            }
            Event::FootnoteReference(label) => reader.references.push(label.to_string()),
            Event::SoftBreak => reader.words(" "),
            Event::HardBreak => reader.words("\n"),
            Event::TaskListMarker(is_done) => reader.words(if is_done { "☑ " } else { "☐ " }),
            Event::Rule => {}
        }
    }
    Ok(reader.finish())
}

impl MarkdownReader {
    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::List(first) => {
                // The words of a tight entry are no paragraph of their own.
                self.flush(BlockKind::Paragraph);
                self.lists.push(first);
            }
            Tag::Item => {
                let number = self.lists.last_mut().and_then(Option::as_mut).map(|next| {
                    *next += 1;
                    *next - 1
                });
                self.marker = self.flow.entry_marker(number);
            }
            Tag::MetadataBlock(kind) => self.front_matter = Some((kind, String::new())),
            Tag::FootnoteDefinition(label) => self.footnote = Some((label.to_string(), String::new())),
            Tag::Table(_) => self.flow.start_table(),
            Tag::TableHead | Tag::TableRow => self.flow.start_row(),
            Tag::TableCell => self.flow.start_cell(),
            Tag::Link { .. } => self.links += 1,
            Tag::Image { .. } => {
                if self.picture_depth == 0 {
                    self.pictures.push(String::new());
                }
                self.picture_depth += 1;
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) -> Result<(), ImportError> {
        match tag {
            TagEnd::Heading(HeadingLevel::H1) if self.flow.draft.blocks.is_empty() => self.flush(BlockKind::Title),
            TagEnd::Heading(_) => self.flush(BlockKind::Heading),
            TagEnd::Paragraph | TagEnd::Item | TagEnd::TableCell | TagEnd::CodeBlock | TagEnd::MetadataBlock(_) => {
                self.flush(BlockKind::Paragraph);
            }
            TagEnd::List(_) => drop(self.lists.pop()),
            TagEnd::Table => self.flow.end_table(),
            TagEnd::Image => self.picture_depth = self.picture_depth.saturating_sub(1),
            TagEnd::FootnoteDefinition => {
                if let Some((label, words)) = self.footnote.take() {
                    self.footnotes.insert(label, words);
                }
            }
            TagEnd::HtmlBlock => {
                for (kind, words) in html::fragment(&std::mem::take(&mut self.html))? {
                    self.flow.push(kind, &words);
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Adds words to the paragraph that is open, or to what else they belong to.
    fn words(&mut self, words: &str) {
        if let Some((_, text)) = self.front_matter.as_mut() {
            text.push_str(words);
        } else if self.picture_depth > 0 {
            if let Some(picture) = self.pictures.last_mut() {
                picture.push_str(words);
            }
        } else {
            self.text.push_str(words);
        }
    }

    /// Ends the paragraph that is open.
    fn flush(&mut self, kind: BlockKind) {
        if let Some((kind, text)) = self.front_matter.take() {
            front_matter::read(kind, &text, &mut self.flow.draft);
        }
        let text = std::mem::take(&mut self.text);
        if text.trim().is_empty() {
            return;
        }
        match &mut self.footnote {
            Some((_, words)) => {
                words.push_str(&text);
                words.push(' ');
            }
            None => self.flow.push(kind, &format!("{}{text}", std::mem::take(&mut self.marker))),
        }
    }

    fn finish(mut self) -> Draft {
        self.flush(BlockKind::Paragraph);
        for label in &self.references {
            if let Some(words) = self.footnotes.remove(label) {
                self.flow.footnote(&words);
            }
        }
        let mut unreferenced: Vec<(String, String)> = self.footnotes.drain().collect();
        unreferenced.sort();
        for (_, words) in unreferenced {
            self.flow.footnote(&words);
        }
        let mut draft = self.flow.finish();
        for description in &self.pictures {
            draft.leave_out("a picture", description);
        }
        if let Some(links) = counted(self.links, "link", "links") {
            draft.leave_out(format!("the addresses of {links}"), "");
        }
        draft
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_removed_and_words_stay() {
        let draft = read(
            "---\ntitle: \"Bridge: safe?\"\ndate: 2024-06-04\n---\n\nThe **council** said the [bridge](https://a.example) \
             is “safe”.\nIt is.\n\n## Reaction\n\n- One\n- *Two*\n  words\n\n3. Three\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n\
             A note.[^x]\n\n![A bridge](b.png)\n\n[^x]: The note.\n",
        )
        .expect("Markdown");
        let texts: Vec<_> = draft.blocks.iter().map(|block| (block.kind, &*block.text)).collect();
        assert_eq!(
            texts,
            [
                (BlockKind::Paragraph, "The council said the bridge is “safe”. It is."),
                (BlockKind::Heading, "Reaction"),
                (BlockKind::Paragraph, "• One"),
                (BlockKind::Paragraph, "• Two words"),
                (BlockKind::Paragraph, "3. Three"),
                (BlockKind::Paragraph, "a | b\n1 | 2"),
                (BlockKind::Paragraph, "A note."),
                (BlockKind::Paragraph, "[1] The note."),
            ]
        );
        let title = draft.metadata.title.map(|title| title.value);
        assert_eq!(title.as_deref(), Some("Bridge: safe?"));
        let words: Vec<_> = draft.notes.iter().map(|note| (&*note.message, &*note.words)).collect();
        assert!(words.contains(&("a picture", "A bridge")) && words.contains(&("the addresses of 1 link", "")));
    }
}
