//! Actors or statements side by side.

use corpus::{StatementId, TopicId};

use super::page::{Page, PrintSection};
use crate::Shared;
use crate::card;
use crate::compare;
use crate::language::{self, Phrase};
use crate::link::{Reader, Writer};
use crate::print::number;
use crate::search::Search;
use crate::view::{Columns, Comparison, View};

const ACTORS: &str = "actors";
const STATEMENTS: &str = "statements";
const TOPIC: &str = "topic";

impl Page for Comparison {
    const SLUG: &'static str = "compare";

    fn keys() -> Vec<&'static str> {
        vec![TOPIC, ACTORS, STATEMENTS]
    }

    fn parse(path: &str, link: &mut Reader) -> Option<View> {
        if !path.is_empty() {
            return None;
        }
        let mut actors = link.list(ACTORS);
        let mut statements = link.list(STATEMENTS);
        if !actors.is_empty() && !statements.is_empty() {
            link.say("The link compares actors and statements at once; only the actors are shown.".into());
        }
        shorten(&mut actors, link);
        shorten(&mut statements, link);
        let columns = if actors.is_empty() && !statements.is_empty() {
            Columns::Statements(statements)
        } else {
            Columns::Actors(actors)
        };
        Some(View::Compare(Comparison { columns, topics: link.list(TOPIC) }))
    }

    fn write(&self, link: &mut Writer) {
        match &self.columns {
            Columns::Actors(actors) => link.list(ACTORS, actors),
            Columns::Statements(statements) => link.list(STATEMENTS, statements),
        }
        link.list(TOPIC, &self.topics);
    }

    fn title(&self, data: Shared) -> Phrase {
        match &self.columns {
            Columns::Actors(actors) if actors.is_empty() => Phrase::new("Compare"),
            Columns::Actors(actors) => card::short_names(data, actors).literal(" compared"),
            Columns::Statements(statements) => compare::pair_title(data, statements).literal(" compared"),
        }
    }

    fn statements(&self, data: Shared, _: Option<Search>) -> Vec<StatementId> {
        compare::compared(data, self)
    }

    fn print_section(&self, data: Shared, _: Option<&Search>) -> PrintSection {
        let (many, names) = match &self.columns {
            Columns::Actors(actors) => (actors.len() > 1, card::short_names(data, actors)),
            Columns::Statements(statements) => {
                let name = |&id: &StatementId| {
                    Phrase::new(&format!("no. {} (", number(id))).phrase(card::voice(data, id)).literal(")")
                };
                (statements.len() > 1, Phrase::list(statements.iter().map(name).collect()))
            }
        };
        if !many {
            let description = Phrase::new("Where the accounts of the actors meet.");
            return PrintSection::new("Comparison", vec![description]);
        }
        let compared = match &self.columns {
            Columns::Actors(_) => Phrase::new("Compared topic by topic: "),
            Columns::Statements(_) => Phrase::new("Statements compared: "),
        };
        let mut description = vec![compared.phrase(names).literal(".")];
        if !self.topics.is_empty() {
            let name = |&topic: &TopicId| Phrase::of(language::named(data, data.topic(topic).name));
            let topics = Phrase::list(self.topics.iter().map(name).collect());
            description.push(Phrase::new("Only on ").phrase(topics).literal("."));
        }
        PrintSection::new("Comparison", description)
    }

    #[cfg(test)]
    const WEIGHT: u32 = 3;

    #[cfg(test)]
    fn views(data: Shared) -> proptest::strategy::BoxedStrategy<View> {
        use corpus::ActorId;
        use proptest::prelude::*;

        use crate::names::Named;
        use crate::testing::some;

        let topics = some(TopicId::all(data), 3);
        let columns = prop_oneof![
            some(ActorId::all(data), Columns::MOST).prop_map(Columns::Actors),
            some(StatementId::all(data), Columns::MOST)
                .prop_filter("the link to no columns is one to no actors", |columns| !columns.is_empty())
                .prop_map(Columns::Statements),
        ];
        (columns, topics).prop_map(|(columns, topics)| View::Compare(Comparison { columns, topics })).boxed()
    }
}

fn shorten<T>(columns: &mut Vec<T>, link: &mut Reader) {
    if columns.len() > Columns::MOST {
        link.say(format!("The link compares {}; the first {} are shown.", columns.len(), Columns::MOST));
        columns.truncate(Columns::MOST);
    }
}
