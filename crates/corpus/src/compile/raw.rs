//! The types of the four kinds of TOML file, key by key, with references and quotes as they are written;
//! `docs/format.md` documents the files.
//!
//! The doc comments are the descriptions in the JSON Schemas, which text editors show to whoever writes an annotation.
//! See [`super::schema`].

use super::field::{List, NonEmptyList, Optional, Required};
use super::quote::Quote;
use super::strings::{Country, Id, Language, Line, Prose, Ref, Verbatim, WebAddress, Wikidata};
use super::table::tables;
use super::values::{Choice, Edtf};
use crate::enumeration::{ActorKind, Form, Hue, Position, RelationKind};

tables! {
    /// Title, editor and method of the briefing, and the camps of its actors.
    struct Briefing = "briefing.toml" {
        /// Headline.
        title: Required<Line>,
        /// One or two sentences under the headline.
        standfirst: Required<Prose>,
        /// Language of the editor's own words, as a BCP 47 tag.
        language: Required<Language>,
        /// Name of whoever annotated the documents.
        editor: Required<Line>,
        /// Licence of the annotation.
        licence: Required<Line>,
        /// How statements were chosen and coded; one paragraph per entry.
        method: NonEmptyList<Prose>,
        /// Actors that share an accent colour.
        #[schemars(default)]
        camp: List<Camp>,
    }

    /// Actors that share an accent colour.
    struct Camp = "a camp" {
        /// Id: lower-case letters and digits, in groups joined by single hyphens.
        id: Required<Id>,
        /// Name on the page.
        name: Required<Line>,
        /// Accent colour.
        hue: Required<Choice<Hue>>,
    }

    /// The registry of actors, for all documents.
    struct Actors = "actors.toml" {
        /// Somebody who speaks, is spoken to or is spoken of.
        #[schemars(default)]
        actor: List<Actor>,
    }

    /// Somebody who speaks, is spoken to or is spoken of.
    struct Actor = "an actor" {
        /// Id. It is part of links: do not change it once it is published.
        id: Required<Id>,
        /// Full name.
        name: Required<Line>,
        /// Short name.
        #[schemars(default)]
        short: Optional<Line>,
        /// Sort of actor.
        kind: Required<Choice<ActorKind>>,
        /// Office or function.
        role: Required<Line>,
        /// Spellings of the name in the documents; each must occur in one of them.
        #[schemars(default)]
        aliases: List<Verbatim>,
        /// The actor this one is a part of. Statements of a part count as statements of the whole.
        #[schemars(default)]
        part_of: Optional<Ref>,
        /// Blocs and mechanisms of which a document states the membership.
        #[schemars(default)]
        member_of: List<Ref>,
        /// Camp; by default that of the actor this one is a part of.
        #[schemars(default)]
        camp: Optional<Ref>,
        /// ISO 3166-1 alpha-2 code.
        #[schemars(default)]
        country: Optional<Country>,
        /// Who owns it: the proprietor of an outlet, by name.
        #[schemars(default)]
        owner: Optional<Line>,
        /// Wikidata item. Leave it out unless you have looked it up.
        #[schemars(default)]
        wikidata: Optional<Wikidata>,
        /// Remark of the editor, a sentence.
        #[schemars(default)]
        note: Optional<Prose>,
    }

    /// The registry of topics, for all documents.
    struct Topics = "topics.toml" {
        /// A subject that statements are about.
        #[schemars(default)]
        topic: List<Topic>,
    }

    /// A subject that statements are about.
    struct Topic = "a topic" {
        /// Id. It is part of links: do not change it once it is published.
        id: Required<Id>,
        /// Name on the page.
        name: Required<Line>,
        /// Definition: what falls under the topic.
        scope: Required<Prose>,
    }

    /// The annotation of a document: its metadata and its statements.
    struct Document = "an annotation" {
        /// Id; by default made of the file name.
        #[schemars(default)]
        id: Optional<Id>,
        /// Headline. The first block of the text is the title if it reads the same.
        title: Required<Line>,
        /// Date of publication.
        #[schemars(default)]
        published: Optional<Edtf>,
        /// The words in the text that state the date of publication, verbatim.
        #[schemars(default)]
        dated_by: Optional<Quote>,
        /// Publisher, an actor.
        #[schemars(default)]
        outlet: Optional<Ref>,
        /// Address of the publication.
        #[schemars(default)]
        url: Optional<WebAddress>,
        /// Date on which the text was retrieved; not before it was published.
        #[schemars(default)]
        retrieved: Optional<Edtf>,
        /// Address of an archived copy.
        #[schemars(default)]
        archived: Optional<WebAddress>,
        /// Language of the text, as a BCP 47 tag.
        language: Required<Language>,
        /// Headings inside the text, verbatim; each is a whole block.
        #[schemars(default)]
        headings: List<Quote>,
        /// Page furniture in the text (cookie notices, menus), verbatim.
        #[schemars(default)]
        omit: List<Quote>,
        /// Who says or does what, in which words.
        #[schemars(default)]
        statement: List<Statement>,
        /// Relations between two statements.
        #[schemars(default)]
        relation: List<Relation>,
    }

    /// A statement: who says or does what, in which words.
    struct Statement = "a statement" {
        /// Id. It is part of links: do not change it once it is published.
        id: Required<Id>,
        /// How the document gives the statement.
        form: Required<Choice<Form>>,
        /// Speakers.
        #[schemars(default)]
        speaker: List<Ref>,
        /// Agents of an act.
        #[schemars(default)]
        agent: List<Ref>,
        /// Who relayed it, from the speaker outwards, without the document itself.
        #[schemars(default)]
        via: List<Ref>,
        /// Addressees.
        #[schemars(default)]
        audience: List<Ref>,
        /// Actors that it is about.
        #[schemars(default)]
        about: List<Ref>,
        /// The words that attribute it, verbatim, from the same paragraph as the content.
        #[schemars(default)]
        cue: List<Quote>,
        /// What is said or done, verbatim; a list where the text interrupts it.
        content: NonEmptyList<Quote>,
        /// Topics that it is about.
        #[schemars(default)]
        topics: List<Ref>,
        /// Date on which it was said or done.
        #[schemars(default)]
        when: Optional<Edtf>,
        /// Stance towards its topics.
        #[schemars(default)]
        position: Optional<Choice<Position>>,
        /// Remark of the editor, a sentence.
        #[schemars(default)]
        note: Optional<Prose>,
    }

    /// A relation between two statements.
    struct Relation = "a relation" {
        /// The statement that relates.
        from: Required<Ref>,
        /// The statement it relates to.
        to: Required<Ref>,
        /// Kind of relation.
        kind: Required<Choice<RelationKind>>,
        /// Reason for the relation, a sentence.
        reason: Required<Prose>,
    }
}
