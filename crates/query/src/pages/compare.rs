//! Actors, camps, outlets, documents, periods or statements side by side.

use corpus::{StatementId, TopicId};

use super::page::{Page, PrintSection};
use crate::Shared;
use crate::card;
use crate::compare::{
    self, ACTORS, CAMPS, Compared, ComparedColumns, DOCUMENTS, KIND, OUTLETS, PERIODS, STATEMENTS, TOPIC, VOICE,
};
use crate::language::{self, Phrase};
use crate::link::{Reader, Writer};
use crate::names::Named;
use crate::print::number;
use crate::search::Search;
use crate::view::{Columns, Comparison, View};
use crate::words;

impl Page for Comparison {
    const SLUG: &'static str = "compare";

    fn keys() -> Vec<&'static str> {
        vec![TOPIC, ACTORS, CAMPS, OUTLETS, DOCUMENTS, PERIODS, STATEMENTS, VOICE, KIND]
    }

    fn parse(path: &str, link: &mut Reader) -> Option<View> {
        if !path.is_empty() {
            return None;
        }
        let actors = columns(link, ACTORS, ComparedColumns::Actors);
        let camps = columns(link, CAMPS, ComparedColumns::Camps);
        let outlets = columns(link, OUTLETS, ComparedColumns::Outlets);
        let documents = columns(link, DOCUMENTS, ComparedColumns::Documents);
        let periods = columns(link, PERIODS, ComparedColumns::Periods);
        let statements = columns(link, STATEMENTS, ComparedColumns::Statements);
        let mut given = [
            (actors, "actors"),
            (camps, "camps"),
            (outlets, "outlets"),
            (documents, "documents"),
            (periods, "periods"),
            (statements, "statements"),
        ]
        .into_iter()
        .filter(|(columns, _)| !columns.is_empty());
        let columns = match given.next() {
            Some((columns, kind)) => {
                let others: Vec<_> = given.map(|(_, kind)| kind).collect();
                if !others.is_empty() {
                    let all = words::list(&[&[kind], &*others].concat());
                    link.say(format!("The link compares {all} at once; only the {kind} are shown."));
                }
                shortened(columns, link)
            }
            None => link.one(KIND).map(ComparedColumns::none_of).unwrap_or_default(),
        };
        let has_voice = !matches!(columns, ComparedColumns::Actors(_) | ComparedColumns::Statements(_));
        let voice = if has_voice { link.one(VOICE) } else { None };
        let compared = Compared { columns, voice, topics: link.list(TOPIC) };
        Some(View::Compare(compared.comparison(link.data)))
    }

    fn write(&self, link: &mut Writer) {
        match &self.columns {
            Columns::Actors(columns) => link.list(ACTORS, columns),
            Columns::Statements(columns) => link.list(STATEMENTS, columns),
            Columns::Others(others) => link.pairs(others.pairs()),
        }
    }

    fn title(&self, data: Shared) -> Phrase {
        let compared = Compared::new(data, self);
        match &compared.columns {
            columns if columns.is_empty() => Phrase::new("Compare"),
            ComparedColumns::Statements(statements) => compare::pair_title(data, statements).literal(" compared"),
            _ => compare::table_title(data, &compared).literal(" compared"),
        }
    }

    fn statements(&self, data: Shared, _: Option<Search>) -> Vec<StatementId> {
        compare::compared(data, self)
    }

    fn print_section(&self, data: Shared, _: Option<&Search>) -> PrintSection {
        let compared = Compared::new(data, self);
        if compared.columns.len() < 2 {
            let description = Phrase::new("Where the accounts of the actors meet.");
            return PrintSection::new("Comparison", vec![description]);
        }
        let what = match &compared.columns {
            ComparedColumns::Statements(statements) => {
                let name = |&id: &StatementId| {
                    Phrase::new(&format!("no. {} (", number(id))).phrase(card::voice(data, id)).literal(")")
                };
                Phrase::new("Statements compared: ").phrase(Phrase::list(statements.iter().map(name).collect()))
            }
            _ => Phrase::new("Compared topic by topic: ").phrase(compare::table_title(data, &compared)),
        };
        let mut description = vec![what.literal(".")];
        if !compared.topics.is_empty() {
            let name = |&topic: &TopicId| Phrase::of(language::named(data, data.topic(topic).name));
            let topics = Phrase::list(compared.topics.iter().map(name).collect());
            description.push(Phrase::new("Only on ").phrase(topics).literal("."));
        }
        PrintSection::new("Comparison", description)
    }

    #[cfg(test)]
    const WEIGHT: u32 = 3;

    #[cfg(test)]
    fn views(data: Shared) -> proptest::strategy::BoxedStrategy<View> {
        use corpus::{ActorId, CampId, DocumentId};
        use proptest::prelude::*;

        use crate::compare::Period;
        use crate::testing::{date, some};
        use crate::view::DocumentOutlet;

        const MOST: usize = Columns::MOST;
        let periods = ["2021", "2021-12-15", "2020-01/2021-12-13", "../2021-12-14", "2021-12-15/..", "../1999"];
        let periods = periods.into_iter().filter_map(|period| Period::new(date(period)));
        let periods = Period::all(data).into_iter().filter(|period| period.date() != date("2021")).chain(periods);
        let columns = prop_oneof![
            3 => some(ActorId::all(data), MOST).prop_map(ComparedColumns::Actors),
            1 => some(CampId::all(data), MOST).prop_map(ComparedColumns::Camps),
            1 => some(DocumentOutlet::all(data), MOST).prop_map(ComparedColumns::Outlets),
            1 => some(DocumentId::all(data), MOST).prop_map(ComparedColumns::Documents),
            2 => some(periods.collect(), MOST).prop_map(ComparedColumns::Periods),
            2 => some(StatementId::all(data), MOST)
                .prop_filter("the link to no columns is one to no actors", |columns| !columns.is_empty())
                .prop_map(ComparedColumns::Statements),
        ];
        let voice = prop_oneof![3 => Just(None), 1 => proptest::sample::select(ActorId::all(data)).prop_map(Some)];
        (columns, voice, some(TopicId::all(data), 3))
            .prop_map(move |(columns, voice, topics)| {
                View::Compare(Compared { columns, voice, topics }.comparison(data))
            })
            .boxed()
    }
}

/// The columns of a key.
fn columns<T: Named>(link: &mut Reader, key: &str, of: fn(Vec<T>) -> ComparedColumns) -> ComparedColumns {
    of(link.list(key))
}

/// As many columns as fit.
fn shortened(mut columns: ComparedColumns, link: &mut Reader) -> ComparedColumns {
    if columns.len() > Columns::MOST {
        link.say(format!("The link compares {}; the first {} are shown.", columns.len(), Columns::MOST));
        while columns.len() > Columns::MOST {
            columns = columns.without(Columns::MOST);
        }
    }
    columns
}
