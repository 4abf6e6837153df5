//! The start page: which statements stand under which headings, and what is chosen.

use corpus::{Date, Hue, StatementId};

use crate::Shared;
use crate::axis::{self, Axis};
use crate::card::{self, Ref};
use crate::facets::{self, FacetModel};
use crate::filter::Filtered;
use crate::language::{self, Language, Localizable, Phrase};
use crate::link;
use crate::names::{Named, Registered};
use crate::order;
use crate::search::{self, Correction, Search};
use crate::set::StatementSet;
use crate::view::{Chosen, Filter, Group, Selection, Sort, View};
use crate::words;

/// The start page under a selection.
#[derive(Clone, Debug, PartialEq)]
pub struct StatementsPage {
    /// How many statements pass the filter.
    pub shown: usize,
    /// How many there are.
    pub total: usize,
    /// "Showing 5 of 23".
    pub summary: String,
    /// What is chosen, each with the link that takes it back.
    pub chips: Vec<Chip>,
    /// The link that takes everything back; none where nothing is chosen.
    pub clear: Option<String>,
    /// Whether the head and the axis fold to a line each, so that the first result stands in the first screen: while
    /// anything is chosen or searched.
    pub folded: bool,
    /// Words of the search that were read as others.
    pub corrections: Vec<Phrase>,
    /// The axis of time; none where fewer than two times are known.
    pub axis: Option<Axis>,
    /// The facets.
    pub facets: Vec<FacetModel>,
    /// The ways to group, each with its link and whether it is the present one.
    pub groupings: Vec<Alternative>,
    /// The ways to sort, likewise.
    pub orders: Vec<Alternative>,
    /// The statements.
    pub groups: Vec<StatementGroup>,
    /// What the search finds in a text, to mark it.
    pub search: Option<Search>,
}

/// Something chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Chip {
    /// "Topic: Military basing".
    pub label: Phrase,
    /// The view without it.
    pub remove: String,
    /// How many statements that would leave.
    pub leaves: usize,
}

impl Chip {
    /// What a screen reader says after the label: ", remove; leaves 24 statements".
    pub fn spoken_rest(&self) -> String {
        format!(", remove; leaves {}", words::count(self.leaves, "statement"))
    }
}

/// One of several ways to show the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Alternative {
    /// Its name.
    pub label: &'static str,
    /// Its link.
    pub href: String,
    /// Whether it is the present one.
    pub current: bool,
}

/// Statements under a heading.
#[derive(Clone, Debug, PartialEq)]
pub struct StatementGroup {
    /// Names the group among those of the page.
    pub key: String,
    /// Its heading; empty where there are no headings.
    pub heading: String,
    /// The heading's language.
    pub language: Language,
    /// Its statements in order.
    pub statements: Vec<StatementId>,
    /// Those of them that stand under an earlier heading, too.
    pub repeated: Vec<StatementId>,
    /// Its colour.
    pub hue: Option<Hue>,
}

/// What stands above everything on the start page.
#[derive(Clone, Debug, PartialEq)]
pub struct Masthead {
    /// The headline.
    pub title: Localizable,
    /// Under it.
    pub standfirst: Localizable,
    /// When the documents were published.
    pub dateline: String,
    /// "1 document", "25 statements", "30 actors".
    pub counts: [(String, &'static str); 3],
    /// The actors who stand for themselves, by camp.
    pub camps: Vec<CampStrip>,
}

/// A camp's actors in a row.
#[derive(Clone, Debug, PartialEq)]
pub struct CampStrip {
    /// Its name.
    pub name: Localizable,
    /// Its colour.
    pub hue: Option<Hue>,
    /// Those with most statements, each with the number of statements that it, or a part of it, has a part in.
    pub members: Vec<(Ref, usize)>,
    /// How many more there are.
    pub more: usize,
}

/// How many actors of a camp stand in the strip.
const STRIP: usize = 5;

/// The start page under a selection, with what [`crate::search::search`] makes of its text.
pub fn page(data: Shared, selection: &Selection, search: Option<Search>) -> StatementsPage {
    let filtered = Filtered::new(data, &selection.filter, search);
    let shown = filtered.statements.len();
    let total = data.statements.len();
    let clear = Selection { filter: Filter::default(), open: None, ..selection.clone() };
    StatementsPage {
        shown,
        total,
        summary: match (shown == total, selection.filter.is_empty()) {
            (_, true) => words::count(total, "statement"),
            _ => format!("Showing {} of {}", words::grouped(shown), words::grouped(total)),
        },
        chips: chips(data, selection, filtered.search.as_ref()),
        clear: (!selection.filter.is_empty()).then(|| link::write(data, &View::Briefing(clear))),
        folded: !selection.filter.is_empty(),
        corrections: filtered
            .search
            .iter()
            .flat_map(Search::corrections)
            .map(|correction| correction_phrase(data, correction))
            .collect(),
        axis: axis::axis(data, selection, &filtered),
        facets: facets::facets(data, selection, &filtered),
        groupings: alternatives(data, selection, selection.group, |selection, group| {
            selection.group = group;
        }),
        orders: alternatives(data, selection, selection.sort, |selection, sort| {
            selection.sort = sort;
        }),
        groups: groups(data, selection, filtered.statements.iter()),
        search: filtered.search,
    }
}

fn correction_phrase(data: Shared, correction: &Correction) -> Phrase {
    let quoted = |word: &str| Phrase::new("“").text(word, language::name(data, word)).literal("”");
    let none = Phrase::new("No statement has ").phrase(quoted(&correction.typed));
    if correction.used.is_empty() {
        return none.literal(", or a word like it.");
    }
    let used = correction.used.iter().map(|word| quoted(word)).collect();
    none.literal("; these have ").phrase(Phrase::list(used)).literal(".")
}

fn alternatives<T: Named>(
    data: Shared,
    selection: &Selection,
    current: T,
    put: fn(&mut Selection, T),
) -> Vec<Alternative> {
    let alternative = |value: T| {
        let mut next = selection.clone();
        put(&mut next, value);
        let label = match value.label(data) {
            std::borrow::Cow::Borrowed(label) => label,
            std::borrow::Cow::Owned(_) => "",
        };
        Alternative { label, href: link::write(data, &View::Briefing(next)), current: value == current }
    };
    T::all(data).into_iter().map(alternative).collect()
}

fn chips(data: Shared, selection: &Selection, search: Option<&Search>) -> Vec<Chip> {
    let chip = |(label, without): (Phrase, Filter)| {
        let search = search.filter(|_| !search::is_blank(&without.text)).cloned();
        let leaves = Filtered::new(data, &without, search).statements.len();
        let next = Selection { filter: without, open: None, ..selection.clone() };
        Chip { label, remove: link::write(data, &View::Briefing(next)), leaves }
    };
    chosen(data, &selection.filter).into_iter().map(chip).collect()
}

/// Everything that is chosen, in words, each with the filter without it.
pub(crate) fn chosen(data: Shared, filter: &Filter) -> Vec<(Phrase, Filter)> {
    let mut parts = Vec::new();
    for facet in facets::in_page_order() {
        let about = facet.description();
        let (wanted, unwanted) = facet.chosen(filter);
        for (values, not) in [(wanted, ""), (unwanted, "not ")] {
            for value in values {
                let mut without = filter.clone();
                facet.set(&mut without, value, Chosen::No);
                let label = Phrase::new(about.chip_title.unwrap_or(about.title)).literal(": ").literal(not);
                parts.push((label.text(&facet.chip_label(data, value), facet.language(data, value)), without));
            }
        }
    }
    if !search::is_blank(&filter.text) {
        parts.push((searched(data, filter), Filter { text: String::new(), ..filter.clone() }));
    }
    parts
}

/// What is searched for, in quotation marks.
pub(crate) fn searched(data: Shared, filter: &Filter) -> Phrase {
    let typed = filter.text.trim();
    Phrase::new("“").text(typed, language::name(data, typed)).literal("”")
}

/// Undated statements come last whichever way time runs; within a time, the order of the text.
fn time_key(data: Shared, id: StatementId, latest: bool) -> order::Key {
    match data.statement(id).when.map(Date::sort_key) {
        None => [1, 0, 0],
        Some((from, to)) if latest => [0, -from, to.saturating_neg()],
        Some((from, to)) => [0, from, to],
    }
}

/// Statements in an order, from the order of the text.
pub fn sorted(data: Shared, ids: impl Iterator<Item = StatementId>, sort: Sort) -> Vec<StatementId> {
    let ids = order::by_key(ids.collect(), |id| [id.0.cast_signed(), 0, 0]);
    match sort {
        Sort::Text => ids,
        Sort::Earliest | Sort::Latest => order::by_key(ids, |&id| time_key(data, id, sort == Sort::Latest)),
    }
}

fn groups(data: Shared, selection: &Selection, ids: impl Iterator<Item = StatementId>) -> Vec<StatementGroup> {
    let ids = sorted(data, ids, selection.sort);
    let mut groups = match selection.group {
        Group::None if ids.is_empty() => Vec::new(),
        Group::None => vec![StatementGroup::new("all", "", ids, None)],
        Group::Day => by_day(data, selection.sort, &ids),
        Group::Topic => by(data, &ids, |id| &data.statement(id).topics, "On no topic"),
        Group::Actor => by(data, &ids, |id| card::voices(data, id), "The article itself"),
        Group::Document => by(data, &ids, |id| std::slice::from_ref(&data.statement(id).document), ""),
    };
    let mut seen = StatementSet::empty(data.statements.len());
    for group in &mut groups {
        group.repeated = group.statements.iter().copied().filter(|&id| seen.contains(id)).collect();
        group.statements.iter().for_each(|&id| seen.insert(id));
    }
    groups
}

impl StatementGroup {
    fn new(key: &str, heading: &str, statements: Vec<StatementId>, hue: Option<Hue>) -> StatementGroup {
        let language = Language::default();
        StatementGroup {
            key: key.to_owned(),
            heading: heading.to_owned(),
            language,
            statements,
            repeated: Vec::new(),
            hue,
        }
    }
}

/// Groups by the values of a list that each statement has, in the order of the registry.
fn by<T: Registered>(
    data: Shared,
    ids: &[StatementId],
    values: impl Fn(StatementId) -> &'static [T],
    none: &str,
) -> Vec<StatementGroup> {
    let all = T::all(data);
    let mut buckets: Vec<Vec<StatementId>> = vec![Vec::new(); all.len()];
    let mut rest = Vec::new();
    for &id in ids {
        let values = values(id);
        if values.is_empty() {
            rest.push(id);
        }
        for &value in values {
            buckets[value.registry_index()].push(id);
        }
    }
    let mut groups = Vec::new();
    for (value, statements) in all.into_iter().zip(buckets) {
        if !statements.is_empty() {
            let group = StatementGroup::new(&value.slug(data), &value.label(data), statements, value.hue(data));
            groups.push(StatementGroup { language: value.language(data), ..group });
        }
    }
    if !rest.is_empty() {
        groups.push(StatementGroup::new("-", none, rest, None));
    }
    groups
}

/// Statements that are sorted by time, under the times they give.
pub(crate) fn by_time(data: Shared, sorted: &[StatementId]) -> Vec<(Option<Date>, Vec<StatementId>)> {
    let mut times: Vec<(Option<Date>, Vec<StatementId>)> = Vec::new();
    for &id in sorted {
        let when = data.statement(id).when;
        // A month and its days from first to last are sorted as one time, and are two.
        let same_days = |time: &&mut (Option<Date>, _)| time.0.map(Date::sort_key) == when.map(Date::sort_key);
        match times.iter_mut().rev().take_while(same_days).find(|time| time.0 == when) {
            Some((_, statements)) => statements.push(id),
            None => times.push((when, vec![id])),
        }
    }
    times
}

fn by_day(data: Shared, sort: Sort, ids: &[StatementId]) -> Vec<StatementGroup> {
    // Days follow one another even where the statements of a day stand as in the text.
    let ids = if sort == Sort::Text { &sorted(data, ids.iter().copied(), Sort::Earliest) } else { ids };
    let group = |(when, mut statements): (Option<Date>, Vec<StatementId>)| {
        if sort == Sort::Text {
            statements = sorted(data, statements.into_iter(), Sort::Text);
        }
        let key = when.map_or_else(|| "undated".into(), |when| when.to_string());
        let heading = when.map(|when| words::capitalised(&words::date(when)));
        StatementGroup::new(&key, heading.as_deref().unwrap_or("No date given in the text"), statements, None)
    };
    by_time(data, ids).into_iter().map(group).collect()
}

/// What stands above the start page.
pub fn masthead(data: Shared) -> Masthead {
    let published: Vec<Date> = data.documents.iter().filter_map(|document| document.published).collect();
    let published = order::by_key(published, |date| [date.sort_key().0, date.sort_key().1, 0]);
    let dateline = match (published.first(), published.last()) {
        (Some(&first), Some(&last)) if first != last => {
            format!("{} to {}", words::date(first), words::date(last))
        }
        (Some(&only), _) => words::date(only),
        _ => String::new(),
    };
    let counted = |number: usize, one: &'static str, many: &'static str| {
        (words::grouped(number), if number == 1 { one } else { many })
    };
    Masthead {
        title: language::named(data, data.title),
        standfirst: language::localizable(data, data.standfirst),
        dateline,
        counts: [
            counted(data.documents.len(), "document", "documents"),
            counted(data.statements.len(), "statement", "statements"),
            counted(data.actors.len(), "actor", "actors"),
        ],
        camps: camps(data),
    }
}

fn camps(data: Shared) -> Vec<CampStrip> {
    let part_in = |id| crate::matching::with_actor(data, id, &corpus::Role::ALL).len();
    let members = |camp: Option<corpus::CampId>| {
        let own = data.actor_ids().filter(|&id| data.actor(id).part_of.is_none() && data.actor(id).camp == camp);
        let members: Vec<_> =
            own.map(|id| (card::actor_ref(data, id), part_in(id))).filter(|(_, count)| *count > 0).collect();
        order::by_key(members, |&(_, count)| [order::largest(count), 0, 0])
    };
    let camps = (0..data.camps.len() as u32).map(corpus::CampId);
    let strip = |name: Localizable, hue: Option<Hue>, mut members: Vec<(Ref, usize)>| {
        // One more takes no more room than saying that there is one more.
        let shown = if members.len() == STRIP + 1 { STRIP + 1 } else { members.len().min(STRIP) };
        let more = members.len() - shown;
        members.truncate(shown);
        CampStrip { name, hue, members, more }
    };
    let mut strips: Vec<_> = camps
        .map(|id: corpus::CampId| {
            strip(language::named(data, data.camp(id).name), Some(data.camp(id).hue), members(Some(id)))
        })
        .collect();
    strips.push(strip(Localizable { text: "Others", language: Language::default() }, None, members(None)));
    strips.retain(|strip| !strip.members.is_empty());
    strips
}

#[cfg(test)]
mod tests;
