//! The four kinds of TOML file as annotations have them, key by key; `seeds/README.md` documents them.
//!
//! The doc comments are the descriptions in the JSON Schemas with which text editors complete, see [`super::schema`].

use super::field::{List, NonEmptyList, Optional, Required};
use super::quote::Quote;
use super::strings::{Country, Id, Language, Line, Prose, Ref, Verbatim, WebAddress, Wikidata};
use super::table::tables;
use super::values::{Choice, Edtf};
use crate::enumeration::{ActorKind, Form, Hue, Position, RelationKind};

tables! {
    /// What the briefing is, and the camps of actors that share a colour.
    struct Briefing = "briefing.toml" {
        /// Headline.
        title: Required<Line>,
        /// One or two sentences under the headline.
        standfirst: Required<Prose>,
        /// BCP 47 tag of the language of your own words.
        language: Required<Language>,
        /// Who annotated the documents.
        editor: Required<Line>,
        /// Licence of the annotation.
        licence: Required<Line>,
        /// How statements were chosen and coded, a paragraph an entry.
        method: NonEmptyList<Prose>,
        /// Actors that share an accent colour.
        #[schemars(default)]
        camp: List<Camp>,
    }

    /// Actors that share an accent colour.
    struct Camp = "a camp" {
        /// Lower-case letters and digits in groups joined by single hyphens.
        id: Required<Id>,
        /// Name on the page.
        name: Required<Line>,
        /// The colour.
        hue: Required<Choice<Hue>>,
    }

    /// Every actor, once, for all documents.
    struct Actors = "actors.toml" {
        /// Somebody who speaks, is spoken to or is spoken of.
        #[schemars(default)]
        actor: List<Actor>,
    }

    /// Somebody who speaks, is spoken to or is spoken of.
    struct Actor = "an actor" {
        /// Stands in people's links: once published, leave it.
        id: Required<Id>,
        /// Full name.
        name: Required<Line>,
        /// Name for tight places.
        #[schemars(default)]
        short: Optional<Line>,
        /// What sort of actor this is.
        kind: Required<Choice<ActorKind>>,
        /// Office or function.
        role: Required<Line>,
        /// How the documents write the name; each occurs in one of them.
        #[schemars(default)]
        aliases: List<Verbatim>,
        /// The actor this one is a part of: what is said by a part counts for the whole.
        #[schemars(default)]
        part_of: Optional<Ref>,
        /// Blocs and mechanisms that a document states it belongs to.
        #[schemars(default)]
        member_of: List<Ref>,
        /// Its camp; taken from the whole where it is missing.
        #[schemars(default)]
        camp: Optional<Ref>,
        /// ISO 3166-1 alpha-2 code.
        #[schemars(default)]
        country: Optional<Country>,
        /// Wikidata item; leave it out unless you looked it up.
        #[schemars(default)]
        wikidata: Optional<Wikidata>,
        /// A sentence of yours.
        #[schemars(default)]
        note: Optional<Prose>,
    }

    /// Every topic, once, for all documents.
    struct Topics = "topics.toml" {
        /// What a statement is about.
        #[schemars(default)]
        topic: List<Topic>,
    }

    /// What a statement is about.
    struct Topic = "a topic" {
        /// Stands in people's links: once published, leave it.
        id: Required<Id>,
        /// Name on the page.
        name: Required<Line>,
        /// What falls under it.
        scope: Required<Prose>,
    }

    /// What a document is and which statements it holds.
    struct Document = "an annotation" {
        /// Name in links; made of the file's name where it is missing.
        #[schemars(default)]
        id: Optional<Id>,
        /// Headline; the document's first block is recognised by it.
        title: Required<Line>,
        /// When it was published.
        #[schemars(default)]
        published: Optional<Edtf>,
        /// The words in the text that tell the date, verbatim.
        #[schemars(default)]
        dated_by: Optional<Quote>,
        /// Who published it: an actor.
        #[schemars(default)]
        outlet: Optional<Ref>,
        /// Where it was published.
        #[schemars(default)]
        url: Optional<WebAddress>,
        /// BCP 47 tag of the language of the text.
        language: Required<Language>,
        /// Headings inside the document, each a whole block of the text, verbatim.
        #[schemars(default)]
        headings: List<Quote>,
        /// Page furniture, verbatim.
        #[schemars(default)]
        omit: List<Quote>,
        /// Who says or does what, by which words.
        #[schemars(default)]
        statement: List<Statement>,
        /// Links between two statements.
        #[schemars(default)]
        relation: List<Relation>,
    }

    /// Who says or does what, by which words.
    struct Statement = "a statement" {
        /// Stands in people's links: once published, leave it.
        id: Required<Id>,
        /// How the document gives it.
        form: Required<Choice<Form>>,
        /// Who says it.
        #[schemars(default)]
        speaker: List<Ref>,
        /// Who did it, for an act.
        #[schemars(default)]
        agent: List<Ref>,
        /// Who relayed it, outward from the speaker; the document is always last, unlisted.
        #[schemars(default)]
        via: List<Ref>,
        /// To whom.
        #[schemars(default)]
        audience: List<Ref>,
        /// Of whom.
        #[schemars(default)]
        about: List<Ref>,
        /// The words that attribute it, verbatim, from the paragraph of the content.
        #[schemars(default)]
        cue: List<Quote>,
        /// What is said or done, verbatim; a list where the text is interrupted.
        content: NonEmptyList<Quote>,
        /// What it is about.
        #[schemars(default)]
        topics: List<Ref>,
        /// When it was said or done.
        #[schemars(default)]
        when: Optional<Edtf>,
        /// What it wants of its topics.
        #[schemars(default)]
        position: Optional<Choice<Position>>,
        /// A sentence of yours.
        #[schemars(default)]
        note: Optional<Prose>,
    }

    /// A link between two statements.
    struct Relation = "a relation" {
        /// The statement that relates.
        from: Required<Ref>,
        /// The statement it relates to.
        to: Required<Ref>,
        /// How.
        kind: Required<Choice<RelationKind>>,
        /// Why you say so, a sentence.
        reason: Required<Prose>,
    }
}
