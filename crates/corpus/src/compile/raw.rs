//! The four kinds of TOML file, key by key, as `docs/format.md` documents them.
//!
//! The doc comments become the descriptions in the JSON Schemas that editors complete with; see [`super::schema`].

use schemars::JsonSchema;
use toml::Spanned;
use toml::de::DeValue;

use super::grammar::{Country, Id, Language, Ref, Web, Wikidata};
use super::read::{Field, Many, May, Must, Reader, Some1, Table};
use super::values::{Choice, Context, Edtf, Line, Prose, Quote, Verbatim};
use crate::model::{ActorKind, Form, Hue, Position, RelationKind};

macro_rules! tables {
    ($(
        $(#[$doc:meta])*
        struct $name:ident = $title:literal { $($(#[$meta:meta])* $field:ident: $type:ty,)* }
    )*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, JsonSchema)]
        #[schemars(deny_unknown_fields)]
        pub(super) struct $name { $($(#[$meta])* pub $field: $type,)* }

        impl Table for $name {
            const NAME: &'static str = $title;
            const KEYS: &'static [&'static str] = &[$(stringify!($field)),*];

            fn required() -> impl Iterator<Item = &'static str> {
                [$((stringify!($field), <$type as Field>::REQUIRED)),*]
                    .into_iter()
                    .filter_map(|(key, required)| required.then_some(key))
            }

            fn blank() -> Self {
                $name { $($field: Field::absent()),* }
            }

            fn set(&mut self, key: &str, value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) {
                match key {
                    $(stringify!($field) => self.$field = Field::present(value, reader),)*
                    _ => {}
                }
            }
        }
    )*};
}

tables! {
    /// What the briefing is, and the camps of actors that share a colour.
    struct Briefing = "briefing.toml" {
        /// Headline.
        title: Must<Line>,
        /// One or two sentences under the headline.
        standfirst: Must<Prose>,
        /// BCP 47 tag of the language of your own words.
        language: Must<Language>,
        /// Who annotated the documents.
        editor: Must<Line>,
        /// Licence of the annotation.
        licence: Must<Line>,
        /// How statements were chosen and coded, a paragraph an entry.
        method: Some1<Prose>,
        /// Actors that share an accent colour.
        #[schemars(default)]
        camp: Many<Camp>,
    }

    /// Actors that share an accent colour.
    struct Camp = "a camp" {
        /// Lower-case letters and digits in groups joined by single hyphens.
        id: Must<Id>,
        /// Name on the page.
        name: Must<Line>,
        /// The colour.
        hue: Must<Choice<Hue>>,
    }

    /// Every actor, once, for all documents.
    struct Actors = "actors.toml" {
        /// Somebody who speaks, is spoken to or is spoken of.
        #[schemars(default)]
        actor: Many<Actor>,
    }

    /// Somebody who speaks, is spoken to or is spoken of.
    struct Actor = "an actor" {
        /// Stands in people's links: once published, leave it.
        id: Must<Id>,
        /// Full name.
        name: Must<Line>,
        /// Name for tight places.
        #[schemars(default)]
        short: May<Line>,
        /// What sort of actor this is.
        kind: Must<Choice<ActorKind>>,
        /// Office or function.
        role: Must<Line>,
        /// How the documents write the name; each occurs in one of them.
        #[schemars(default)]
        aliases: Many<Verbatim>,
        /// The actor this one is a part of: what is said by a part counts for the whole.
        #[schemars(default)]
        part_of: May<Ref>,
        /// Blocs and mechanisms that a document states it belongs to.
        #[schemars(default)]
        member_of: Many<Ref>,
        /// Its camp; taken from the whole where it is missing.
        #[schemars(default)]
        camp: May<Ref>,
        /// ISO 3166-1 alpha-2 code.
        #[schemars(default)]
        country: May<Country>,
        /// Wikidata item; leave it out unless you looked it up.
        #[schemars(default)]
        wikidata: May<Wikidata>,
        /// A sentence of yours.
        #[schemars(default)]
        note: May<Prose>,
    }

    /// Every topic, once, for all documents.
    struct Topics = "topics.toml" {
        /// What a statement is about.
        #[schemars(default)]
        topic: Many<Topic>,
    }

    /// What a statement is about.
    struct Topic = "a topic" {
        /// Stands in people's links: once published, leave it.
        id: Must<Id>,
        /// Name on the page.
        name: Must<Line>,
        /// What falls under it.
        scope: Must<Prose>,
    }

    /// What a document is and which statements it holds.
    struct Document = "an annotation" {
        /// Name in links; made of the file's name where it is missing.
        #[schemars(default)]
        id: May<Id>,
        /// Headline; the document's first block is recognised by it.
        title: Must<Line>,
        /// When it was published.
        #[schemars(default)]
        published: May<Edtf>,
        /// The words in the text that tell the date, verbatim.
        #[schemars(default)]
        dated_by: May<Quote>,
        /// Who published it: an actor.
        #[schemars(default)]
        outlet: May<Ref>,
        /// Where it was published.
        #[schemars(default)]
        url: May<Web>,
        /// BCP 47 tag of the language of the text.
        language: Must<Language>,
        /// Headings inside the document, each a whole block of the text, verbatim.
        #[schemars(default)]
        headings: Many<Quote>,
        /// Page furniture, verbatim.
        #[schemars(default)]
        omit: Many<Quote>,
        /// Who says or does what, by which words.
        #[schemars(default)]
        statement: Many<Statement>,
        /// Links between two statements.
        #[schemars(default)]
        relation: Many<Relation>,
    }

    /// Who says or does what, by which words.
    struct Statement = "a statement" {
        /// Stands in people's links: once published, leave it.
        id: Must<Id>,
        /// How the document gives it.
        form: Must<Choice<Form>>,
        /// Who says it.
        #[schemars(default)]
        speaker: Many<Ref>,
        /// Who did it, for an act.
        #[schemars(default)]
        agent: Many<Ref>,
        /// Who relayed it, outward from the speaker; the document is always last, unlisted.
        #[schemars(default)]
        via: Many<Ref>,
        /// To whom.
        #[schemars(default)]
        audience: Many<Ref>,
        /// Of whom.
        #[schemars(default)]
        about: Many<Ref>,
        /// The words that attribute it, verbatim, from the paragraph of the content.
        #[schemars(default)]
        cue: Many<Quote>,
        /// What is said or done, verbatim; a list where the text is interrupted.
        content: Some1<Quote>,
        /// What it is about.
        #[schemars(default)]
        topics: Many<Ref>,
        /// When it was said or done.
        #[schemars(default)]
        when: May<Edtf>,
        /// What it wants of its topics.
        #[schemars(default)]
        position: May<Choice<Position>>,
        /// A sentence of yours.
        #[schemars(default)]
        note: May<Prose>,
    }

    /// A link between two statements.
    struct Relation = "a relation" {
        /// The statement that relates.
        from: Must<Ref>,
        /// The statement it relates to.
        to: Must<Ref>,
        /// How.
        kind: Must<Choice<RelationKind>>,
        /// Why you say so, a sentence.
        reason: Must<Prose>,
    }

    /// A verbatim stretch of the text, told from its like by what stands directly before or after it.
    struct Selector = "a quote" {
        /// The stretch.
        exact: Must<Verbatim>,
        /// What stands directly before it.
        #[schemars(default)]
        prefix: May<Context>,
        /// What stands directly after it.
        #[schemars(default)]
        suffix: May<Context>,
    }
}
