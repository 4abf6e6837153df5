//! The window of a long list: which of its statements are drawn, by where the reader is in it.
//!
//! The list is a sequence of rows: a heading or a statement each, in the order of the groups. Rows near the reader's
//! screen are drawn, and the others are blank space of their height. Heights of statements are measured once they are
//! drawn, and estimated until then.

use std::ops::Range;

use corpus::StatementId;

use super::arrange::{StatementGroup, arranged_by_time};
use crate::Shared;
use crate::filter::Filtered;
use crate::view::{Filter, Selection};
use crate::window::{MOST_HEIGHT, Near, blank_share, position_of};

pub use crate::window::{Screen, row_on_screen};

/// The most statements of a briefing whose lists are drawn whole: a browser finds words in them, and lays them out
/// within a frame or two.
pub const DRAWN_WHOLE: usize = 150;

/// The rows that are drawn until the reader's screen is known, as in the prerendered page: more than the tallest
/// screens show, and all that [`Heights::drawn`] draws at the top of a usual one.
const FIRST_ROWS: usize = 12;

/// A heading's height until one has been measured.
const HEADING: f64 = 56.0;

/// A statement's height until some have been measured.
const CARD: f64 = 200.0;

/// Whether the lists of a briefing are drawn in windows, and not whole.
pub fn is_windowed(data: Shared) -> bool {
    data.statements.len() > DRAWN_WHOLE
}

/// The statements that the start page shows to a reader who has chosen nothing and not scrolled, in order.
pub fn first_drawn(data: Shared) -> Vec<StatementId> {
    let filtered = Filtered::new(data, &Filter::default(), None);
    let (groups, _) = arranged_by_time(data, &Selection::default(), &filtered);
    let drawn = if is_windowed(data) { Drawn::first(&groups) } else { Drawn::whole(&groups) };
    let statement = |(group, statement): Item| groups[group].statements[statement];
    drawn.rows(&groups).into_iter().flatten().map(statement).collect()
}

/// A statement of a list: the index of its group, and its index in the group.
pub type Item = (usize, usize);

/// What is drawn of a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawn {
    /// The groups that have rows drawn, in order.
    pub groups: Vec<DrawnGroup>,
    /// The height of the blank space before the drawn rows: that of the rows that it stands for, or a share of it in a
    /// list that would be too high for browsers.
    pub before: f64,
    /// The height of the blank space after them, likewise.
    pub after: f64,
}

/// What is drawn of a group.
#[derive(Clone, Debug, PartialEq)]
pub struct DrawnGroup {
    /// The index of the group.
    pub index: usize,
    /// The key of the group.
    pub key: String,
    /// Whether its heading is drawn, if it has one.
    pub heading: bool,
    /// The indices in the group of the statements that are drawn.
    pub statements: Range<usize>,
    /// The index in the group of a statement that is kept although it is far from the screen: it has the focus.
    pub kept: Option<usize>,
}

impl DrawnGroup {
    /// The indices in the group of all statements that are on the page, in order.
    pub fn indices(&self) -> impl Iterator<Item = usize> {
        let (before, after) = match self.kept {
            Some(kept) if kept < self.statements.start => (Some(kept), None),
            kept => (None, kept),
        };
        before.into_iter().chain(self.statements.clone()).chain(after)
    }
}

/// The heights of the rows of all lists of a briefing.
#[derive(Clone, Debug)]
pub struct Heights {
    heading: f64,
    /// The estimate for statements that have not been measured.
    card: f64,
    /// By statement; 0 for one that has not been measured.
    cards: Vec<f32>,
    estimated: bool,
}

impl Heights {
    /// Of a briefing with so many statements, none of them measured.
    pub fn new(statements: usize) -> Heights {
        Heights { heading: HEADING, card: CARD, cards: vec![0.0; statements], estimated: false }
    }

    /// Takes over what was measured: headings (`None`) and statements, with their heights. The first measurement is
    /// the estimate for all that have not been measured: if it changed later, rows that the reader does not see would
    /// push those about that the reader does. The last row is measured once: as long as it is the last, it has no space
    /// to a next group behind it, and whether it is the last may depend on that space.
    pub fn measure(&mut self, groups: &[StatementGroup], rows: impl IntoIterator<Item = (Option<Item>, f64)>) {
        let mut sums = [(0.0, 0.0); 2];
        let mut rows = rows.into_iter().peekable();
        while let Some((item, height)) = rows.next() {
            let sum = &mut sums[usize::from(item.is_some())];
            *sum = (sum.0 + height, sum.1 + 1.0);
            let id = item.and_then(|(group, statement)| groups.get(group)?.statements.get(statement));
            if let Some(card) = id.and_then(|id| self.cards.get_mut(id.index()))
                && (*card <= 0.0 || rows.peek().is_some())
            {
                *card = height as f32;
            }
        }
        if !std::mem::replace(&mut self.estimated, true) {
            let [(headings, of_headings), (cards, of_cards)] = sums;
            self.heading = if of_headings > 0.0 { headings / of_headings } else { self.heading };
            self.card = if of_cards > 0.0 { cards / of_cards } else { self.card };
        }
    }

    fn card(&self, id: StatementId) -> f64 {
        match self.cards.get(id.index()) {
            Some(&height) if height > 0.0 => f64::from(height),
            _ => self.card,
        }
    }

    /// The heights of all rows, each with its statement, if it is one.
    fn rows<'a>(&'a self, groups: &'a [StatementGroup]) -> impl Iterator<Item = (usize, Option<usize>, f64)> + 'a {
        groups.iter().enumerate().flat_map(move |(index, group)| {
            let heading = (!group.heading.is_empty()).then_some((index, None, self.heading));
            let cards = group.statements.iter().enumerate();
            heading.into_iter().chain(cards.map(move |(item, &id)| (index, Some(item), self.card(id))))
        })
    }

    /// The position of the upper edge of a statement; of the list's end where it is not in the list.
    pub fn top_of(&self, groups: &[StatementGroup], item: Item) -> f64 {
        let before =
            self.rows(groups).take_while(|&(group, statement, _)| (group, statement) != (item.0, Some(item.1)));
        before.map(|(.., height)| height).sum()
    }

    fn total(&self, groups: &[StatementGroup]) -> f64 {
        self.rows(groups).map(|(.., height)| height).sum()
    }

    /// The position at which the screen begins that has no statement beginning on it: `above` is how far its upper edge
    /// is below the beginning of the list on the page, `below` how far above its end.
    pub fn position_of(&self, groups: &[StatementGroup], drawn: &Drawn, above: f64, below: f64) -> f64 {
        position_of(self.total(groups), (drawn.before, drawn.after), above, below)
    }

    /// The screen that has the upper edge of a statement in its middle.
    pub fn screen_around(&self, groups: &[StatementGroup], item: Item, height: f64) -> Screen {
        Screen::around(self.top_of(groups, item), height)
    }

    /// What is drawn of a list: what is on the screen and a margin around it, or the first rows where the screen is
    /// not known; and the statement that has the focus.
    pub fn drawn(&self, groups: &[StatementGroup], screen: Option<Screen>, focused: Option<Item>) -> Drawn {
        let total = self.total(groups);
        let (first, last) = self.window(groups, total, screen, focused);
        let mut drawn = Drawn::default();
        for (row, (index, statement, height)) in self.rows(groups).enumerate() {
            let outside = if row < first { &mut drawn.before } else { &mut drawn.after };
            if row < first || row >= last {
                *outside += height;
                let kept = statement.filter(|&statement| focused == Some((index, statement)));
                if kept.is_none() {
                    continue;
                }
                drawn.group(groups, index, statement.unwrap_or_default()).kept = kept;
                continue;
            }
            let group = drawn.group(groups, index, statement.unwrap_or_default());
            match statement {
                None => group.heading = true,
                Some(statement) => {
                    if group.statements.is_empty() {
                        group.statements.start = statement;
                    }
                    group.statements.end = statement + 1;
                }
            }
        }
        drawn.before *= blank_share(total);
        drawn.after *= blank_share(total);
        drawn
    }

    /// The indices of the first row that is drawn and of the first one after those. `total` is the height of all rows.
    fn window(
        &self,
        groups: &[StatementGroup],
        total: f64,
        screen: Option<Screen>,
        focused: Option<Item>,
    ) -> (usize, usize) {
        let Some(screen) = screen else { return (0, FIRST_ROWS) };
        let near = Near::of(&mut self.rows(groups).map(|(.., height)| height), total, screen);
        let focus = focused
            .and_then(|(group, item)| self.rows(groups).position(|(index, it, _)| (index, it) == (group, Some(item))));
        near.with_focus(focus).drawn()
    }
}

impl Drawn {
    /// All of a list.
    pub fn whole(groups: &[StatementGroup]) -> Drawn {
        let group = |(index, group): (usize, &StatementGroup)| {
            let statements = 0..group.statements.len();
            DrawnGroup { index, key: group.key.clone(), heading: true, statements, kept: None }
        };
        Drawn { groups: groups.iter().enumerate().map(group).collect(), before: 0.0, after: 0.0 }
    }

    /// The rows that are drawn until the reader's screen is known. Apart from [`Heights::drawn`], which draws the same
    /// then, so that the program of the first view has only this.
    pub fn first(groups: &[StatementGroup]) -> Drawn {
        let mut drawn = Drawn::default();
        let mut room = FIRST_ROWS;
        for (index, group) in groups.iter().enumerate() {
            let heading = !group.heading.is_empty() && room > 0;
            room -= usize::from(heading);
            let statements = 0..group.statements.len().min(room);
            drawn.after += CARD * (group.statements.len() - statements.end) as f64;
            room -= statements.end;
            if heading || !statements.is_empty() {
                drawn.groups.push(DrawnGroup { index, key: group.key.clone(), heading, statements, kept: None });
            }
        }
        drawn.after = drawn.after.min(MOST_HEIGHT);
        drawn
    }

    /// The group of a key, if anything is drawn of it.
    pub fn find(&self, key: &str) -> Option<&DrawnGroup> {
        self.groups.iter().find(|group| group.key == key)
    }

    /// Whether a statement is kept although it is far from the screen.
    pub fn is_kept(&self, (group, statement): Item) -> bool {
        self.groups.iter().any(|drawn| drawn.index == group && drawn.kept == Some(statement))
    }

    /// The rows that are drawn near the screen, in order: a statement, or `None` for a heading.
    pub fn rows(&self, groups: &[StatementGroup]) -> Vec<Option<Item>> {
        let mut rows = Vec::new();
        for drawn in &self.groups {
            let headed = groups.get(drawn.index).is_some_and(|group| !group.heading.is_empty());
            rows.extend((drawn.heading && headed).then_some(None));
            rows.extend(drawn.statements.clone().map(|statement| Some((drawn.index, statement))));
        }
        rows
    }

    /// What is drawn of a group, which is at the end; nothing yet where it is not. Its statements will be from `next`.
    fn group(&mut self, groups: &[StatementGroup], index: usize, next: usize) -> &mut DrawnGroup {
        if self.groups.last().is_none_or(|last| last.index != index) {
            let key = groups[index].key.clone();
            self.groups.push(DrawnGroup { index, key, heading: false, statements: next..next, kept: None });
        }
        let last = self.groups.len() - 1;
        &mut self.groups[last]
    }
}

/// The first place of a statement in a list.
pub fn place_of(groups: &[StatementGroup], id: StatementId) -> Option<Item> {
    let at =
        |(index, group): (usize, &StatementGroup)| Some((index, group.statements.iter().position(|&it| it == id)?));
    groups.iter().enumerate().find_map(at)
}

#[cfg(test)]
mod tests;
