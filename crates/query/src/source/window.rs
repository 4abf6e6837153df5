//! The window of a long text: which of its blocks are drawn, by where the reader is in it.
//!
//! Blocks near the reader's screen are drawn, and the others are blank space of their height. Heights are measured
//! once blocks are drawn, and estimated by the number of bytes until then. Marked blocks that a key can move the
//! focus to are kept on the page as well. What is drawn is bounded by the screen, whatever the text and its
//! statements are.

use std::ops::Range;

use corpus::DocumentId;

use super::SourceText;
use crate::Shared;
use crate::window::{Near, Screen, blank_share, position_of};

/// The most blocks of a text that is drawn whole. A browser finds words in it, and draws its three elements a block
/// within a frame or two.
const BLOCKS_DRAWN_WHOLE: usize = 200;

/// The most bytes of a text that is drawn whole, likewise: more than articles have, less than a book.
const BYTES_DRAWN_WHOLE: u32 = 100_000;

/// What the height of a block has beside that of its full lines: the space below it, and half of its last line.
const EXTRA: f64 = 35.0;

/// The height of the reader's screen until it is known.
const FIRST_SCREEN: f64 = 1000.0;

/// The height of text by its bytes until some has been measured: lines of 30 pixels and 75 letters.
const HEIGHT_OF_BYTE: f64 = 0.4;

/// Whether a text is drawn in a window, and not whole. False while it is not loaded.
pub fn is_windowed(data: Shared, id: DocumentId) -> bool {
    let blocks = data.document(id).text.get().map(|_| data.document(id).blocks()).unwrap_or_default();
    blocks.len() > BLOCKS_DRAWN_WHOLE || blocks.last().is_some_and(|last| last.span.end > BYTES_DRAWN_WHOLE)
}

/// What is drawn of a text. Blocks are those of its body, by their indices in the text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DrawnBlocks {
    /// The blocks near the screen.
    pub near: Range<usize>,
    /// The blocks that are kept although they are far from the screen, in order: that of the focus, and marked ones
    /// that a key can move it to.
    pub kept: Vec<usize>,
    /// The height of the blank space before those near the screen: that of the blocks that it stands for, or a share
    /// of it in a text that would be too high for browsers.
    pub before: f64,
    /// The height of the blank space after them, likewise.
    pub after: f64,
}

impl DrawnBlocks {
    /// The indices of all blocks that are on the page, in order.
    pub fn indices(&self) -> Vec<u32> {
        let (before, after) = self.kept.split_at(self.kept.partition_point(|&kept| kept < self.near.start));
        let mut indices = Vec::new();
        for index in before.iter().copied().chain(self.near.clone()).chain(after.iter().copied()) {
            indices.push(index as u32);
        }
        indices
    }

    /// Whether a block is kept although it is far from the screen.
    pub fn is_kept(&self, index: usize) -> bool {
        self.kept.contains(&index)
    }
}

/// The window of a text.
pub struct BlockWindow {
    /// The text.
    pub text: SourceText,
    /// What is drawn of it.
    pub drawn: DrawnBlocks,
    heights: BlockHeights,
    /// What the reader sees of it.
    screen: Screen,
    /// The block that had the focus last.
    focused: Option<usize>,
}

impl BlockWindow {
    /// The window of a text, at its beginning.
    pub fn new(text: SourceText) -> BlockWindow {
        let screen = Screen { top: 0.0, height: FIRST_SCREEN };
        let heights = BlockHeights::new(&text);
        let mut window = BlockWindow { text, drawn: DrawnBlocks::default(), heights, screen, focused: None };
        window.update();
        window
    }

    /// Moves the screen. Whether something else is to be drawn now.
    pub fn move_to(&mut self, screen: Screen) -> bool {
        self.screen = screen;
        self.update()
    }

    /// Moves the focus to a block. Whether something else is to be drawn now.
    pub fn set_focus(&mut self, index: usize) -> bool {
        self.focused = Some(index);
        self.update()
    }

    fn update(&mut self) -> bool {
        let drawn = self.heights.drawn(&self.text, self.screen, self.focused);
        let changed = self.drawn != drawn;
        self.drawn = drawn;
        changed
    }

    /// The index of the block that has the anchor of a statement.
    pub fn block_of(&self, anchor: &str) -> Option<usize> {
        self.text.block_of(anchor.strip_prefix("s-")?)
    }

    /// The screen that has the upper edge of a block in its middle; none where the block is near the screen.
    pub fn screen_around(&self, index: usize, height: f64) -> Option<Screen> {
        (!self.drawn.near.contains(&index)).then(|| Screen::around(self.heights.top_of(index), height))
    }

    /// The position of the first block near the screen.
    pub fn begins(&self) -> f64 {
        self.heights.top_of(self.drawn.near.start)
    }

    /// Takes over the heights of the blocks near the screen, in a column of a width: the edges of each, from any
    /// point.
    pub fn measure(&mut self, width: f64, edges: &[f64]) {
        self.heights.measure(width, self.drawn.near.start, edges);
    }

    /// The reader's screen, by the first block on it: the blank space before that may be of another height than is
    /// estimated by now. By the blank space where no block is on the screen. `edges` and `bounds` are how far the
    /// edges of the blocks near the screen, and of the text, are below the upper edge of the window.
    pub fn screen_at(&self, edges: &[f64], [begin, end]: [f64; 2], height: f64) -> Screen {
        let on_screen = edges.windows(2).position(|edges| edges[1] > 0.0 && edges[0] < height);
        let top = match on_screen {
            Some(at) => self.heights.top_of(self.drawn.near.start + at) - edges[at],
            None => position_of(self.heights.total(), (self.drawn.before, self.drawn.after), -begin, end),
        };
        Screen { top: top.max(0.0), height }
    }
}

/// The heights of the blocks of a text's body.
#[derive(Clone, Debug)]
struct BlockHeights {
    /// The index of the first block.
    first: usize,
    /// By block, its bytes.
    bytes: Vec<u32>,
    /// By block; 0 for one that has not been measured.
    measured: Vec<f32>,
    height_of_byte: f64,
    /// The width at which all this was measured.
    width: Option<f64>,
}

impl BlockHeights {
    /// Of a text of which nothing is measured.
    fn new(text: &SourceText) -> BlockHeights {
        let bytes: Vec<u32> = text.lengths(text.body()).collect();
        let measured = vec![0.0; bytes.len()];
        BlockHeights { first: text.body().start, bytes, measured, height_of_byte: HEIGHT_OF_BYTE, width: None }
    }

    /// Takes over the heights of blocks from an index on, by their edges, in a column of a width. The first
    /// measurement at a width is the base of the estimates for all other blocks: if it changed later, blocks that the
    /// reader does not see would push those about that the reader does.
    fn measure(&mut self, width: f64, index: usize, edges: &[f64]) {
        let is_first = self.width != Some(width);
        if is_first {
            self.measured.fill(0.0);
        }
        let (mut height, mut bytes) = (0.0, 0.0);
        for (edges, at) in edges.windows(2).zip(index - self.first..) {
            let of_block = edges[1] - edges[0];
            self.measured[at] = of_block as f32;
            height += (of_block - EXTRA).max(0.0);
            bytes += f64::from(self.bytes[at]);
        }
        if is_first && bytes > 0.0 {
            self.width = Some(width);
            self.height_of_byte = height / bytes;
        }
    }

    /// The heights of all blocks, in order.
    fn all(&self) -> impl Iterator<Item = f64> {
        self.bytes.iter().zip(&self.measured).map(|(&bytes, &measured)| {
            if measured > 0.0 { f64::from(measured) } else { EXTRA + f64::from(bytes) * self.height_of_byte }
        })
    }

    fn total(&self) -> f64 {
        self.all().sum()
    }

    /// The position of the upper edge of a block.
    fn top_of(&self, index: usize) -> f64 {
        self.all().take(index.saturating_sub(self.first)).sum()
    }

    /// What is drawn of a text: what is on the screen and a margin around it; the block that has the focus; and the
    /// marked blocks next to both, and at both ends.
    fn drawn(&self, text: &SourceText, screen: Screen, focused: Option<usize>) -> DrawnBlocks {
        let total = self.total();
        let (first, last) = Near::of(&mut self.all(), total, screen).drawn();
        let near = first + self.first..last + self.first;
        let mut wanted = text.marked_around(near.clone()).to_vec();
        if let Some(focused) = focused {
            wanted.push(Some(focused));
            wanted.extend(text.marked_around(focused..focused + 1));
        }
        let mut kept: Vec<usize> = Vec::new();
        for index in wanted.into_iter().flatten().filter(|index| !near.contains(index)) {
            let at = kept.partition_point(|&other| other < index);
            if kept.get(at) != Some(&index) {
                kept.insert(at, index);
            }
        }
        let share = blank_share(total);
        let begins = self.top_of(near.start);
        DrawnBlocks { before: begins * share, after: (total - self.top_of(near.end)) * share, near, kept }
    }
}

#[cfg(test)]
mod tests;
