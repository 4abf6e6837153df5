//! A web page to a draft: the article's text by the algorithm of Firefox' reader view (Readability, in the crate
//! `dom_smoothie`), metadata from what the page says to machines, and a note for every text of the page that is not in
//! the article.

mod json_ld;
mod left_out;
mod metadata;
mod walker;

use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability};

use crate::clean::{collapse_white_space, one_line};
use crate::document::{Block, BlockKind, Draft, Found};
use crate::error::ImportError;
use walker::Walked;

/// The largest page that is read, in bytes. Long articles with all of their markup have less than a megabyte.
const MAX_PAGE: usize = 24 << 20;

/// The deepest nesting of elements that is read. Browsers stop at 512.
const MAX_DEPTH: usize = 512;

/// The largest number of elements that are begun and not ended. A parser takes the square of it.
const MAX_OPEN: usize = 4000;

/// The number of blocks at the beginning of an article of which one may be the headline.
const HEADLINE_WITHIN: usize = 6;

/// The largest number of elements in which an article is searched.
const MAX_ELEMENTS: usize = 150_000;

/// Reads a page.
pub(crate) fn read(html: &str) -> Result<Draft, ImportError> {
    let document = parse(html)?;
    let mut draft = Draft { metadata: metadata::read(&document, html), ..Draft::default() };
    let page = walker::walk(&body(&document), true);
    let config = Config { max_elements_to_parse: MAX_ELEMENTS, disable_json_ld: true, ..Config::default() };
    let copy = Document::from(html);
    left_out::remove_from_article(&copy);
    let article = Readability::with_document(copy, None, Some(config)).and_then(|mut readability| readability.parse());
    let article = match article {
        Ok(article) => walker::walk(&Document::fragment(article.content).root(), false),
        Err(dom_smoothie::ReadabilityError::TooManyElements(..)) => {
            return Err(ImportError::TooLarge { noun: "a page", limit: format!("{MAX_ELEMENTS} elements") });
        }
        Err(_) => {
            draft.doubt("no article was recognised in the page: all of its text was taken");
            walker::walk(&body(&document), false)
        }
    };
    let Walked { flow, leaves, links, .. } = article;
    let mut taken = left_out::Taken::new(&leaves);
    let content = flow.finish();
    let title = headline(&page, &content.blocks, &draft);
    draft.notes.extend(content.notes);
    draft.blocks = content.blocks;
    if let Some(title) = title {
        taken.take(&title.value);
        begin_with_title(&mut draft.blocks, &title.value);
        draft.metadata.title = Some(title);
    }
    left_out::note(&page.leaves, taken, &mut draft);
    draft.leave_out_count(page.pictures, "picture", "pictures");
    if links > 0 {
        draft.leave_out(format!("the addresses of {links} link{}", if links == 1 { "" } else { "s" }), "");
    }
    Ok(draft)
}

/// The blocks of a piece of HTML, such as Markdown may hold.
pub(crate) fn fragment(html: &str) -> Result<Vec<(BlockKind, String)>, ImportError> {
    check_size(html)?;
    let document = Document::fragment(html);
    check_depth(&document.root())?;
    let draft = walker::walk(&document.root(), false).flow.finish();
    Ok(draft.blocks.into_iter().map(|block| (block.kind, block.text)).collect())
}

fn parse(html: &str) -> Result<Document, ImportError> {
    check_size(html)?;
    let document = Document::from(html);
    check_depth(&document.root())?;
    Ok(document)
}

fn body(document: &Document) -> NodeRef<'_> {
    document.body().unwrap_or_else(|| document.root())
}

fn check_size(html: &str) -> Result<(), ImportError> {
    if html.len() > MAX_PAGE {
        return Err(ImportError::TooLarge { noun: "HTML", limit: format!("{} MB", MAX_PAGE >> 20) });
    }
    if most_open(html) > MAX_OPEN {
        return Err(too_deep());
    }
    Ok(())
}

fn too_deep() -> ImportError {
    ImportError::TooLarge { noun: "HTML", limit: format!("{MAX_DEPTH} elements inside each other") }
}

/// The most elements that are open at a place, by their tags alone. Elements that end without an end tag do not count.
fn most_open(html: &str) -> usize {
    const ENDED_BY_OTHERS: [&str; 30] = [
        "p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot", "option", "optgroup", "colgroup", "rt",
        "rp", "br", "img", "hr", "input", "meta", "link", "col", "area", "base", "embed", "source", "track", "wbr",
        "param", "body",
    ];
    let (mut open, mut most) = (0_usize, 0);
    for (start, _) in html.match_indices('<') {
        let tag = &html[start + 1..];
        let (is_end, tag) = tag.strip_prefix('/').map_or((false, tag), |tag| (true, tag));
        let length = tag.bytes().take(12).take_while(u8::is_ascii_alphanumeric).count();
        let name = tag[..length].to_ascii_lowercase();
        if name.is_empty() || ENDED_BY_OTHERS.contains(&&*name) {
            continue;
        }
        open = if is_end { open.saturating_sub(1) } else { open + 1 };
        most = most.max(open);
    }
    most
}

/// Refuses a page that is nested so deeply that reading it could overflow the stack.
fn check_depth(root: &NodeRef<'_>) -> Result<(), ImportError> {
    let mut open = vec![(*root, 0)];
    while let Some((node, depth)) = open.pop() {
        if depth > MAX_DEPTH {
            return Err(ImportError::TooLarge {
                noun: "HTML",
                limit: format!("{MAX_DEPTH} elements inside each other"),
            });
        }
        open.extend(node.next_sibling().map(|sibling| (sibling, depth)));
        open.extend(node.first_child().map(|child| (child, depth + 1)));
    }
    Ok(())
}

/// The headline as the page displays it: the heading of first order that the metadata repeats, or the only one. Without
/// one, the part of the metadata's title that begins the article, or its longest.
fn headline(page: &Walked, article: &[Block], draft: &Draft) -> Option<Found> {
    let said = draft.metadata.title.as_ref();
    let key =
        |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    let headings: Vec<&String> = page.headlines.iter().filter(|heading| !key(heading).is_empty()).collect();
    let repeated = said.and_then(|said| {
        let said = key(&said.value);
        headings.iter().find(|heading| said.contains(&key(heading)) || key(heading).contains(&said))
    });
    if let Some(heading) = repeated.or(if let [heading] = &*headings { Some(heading) } else { None }) {
        return Found::some(&one_line(heading), "the page’s heading");
    }
    let said = said?;
    let parts = metadata::title_parts(said);
    let begins = |part: &&String| {
        article.iter().take(HEADLINE_WITHIN).flat_map(|block| block.text.split('\n')).any(|line| key(line) == key(part))
    };
    // Sites put their own name first or last.
    let inner = parts.iter().rev().find(begins).or_else(|| parts.iter().max_by_key(|part| part.chars().count()));
    Found::some(&one_line(inner?), said.origin.clone())
}

/// Makes the headline the first block. Readability keeps it in some pages and drops it in others; pages without markup
/// have it in the first line of a paragraph.
fn begin_with_title(blocks: &mut Vec<Block>, title: &str) {
    let begins = |block: &Block| {
        let mut lines = block.text.lines();
        collapse_white_space(lines.next().unwrap_or_default()) == title
    };
    if let Some(index) = blocks.iter().take(3).position(begins) {
        let rest = blocks[index].text.split_once('\n').map(|(_, rest)| rest.trim_start().to_owned());
        match rest.filter(|rest| !rest.is_empty()) {
            Some(rest) => blocks[index].text = rest,
            None => drop(blocks.remove(index)),
        }
    }
    blocks.insert(0, Block { kind: BlockKind::Title, text: title.to_owned() });
}
