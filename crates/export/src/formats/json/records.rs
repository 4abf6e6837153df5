//! The records of the file. Their doc comments are the descriptions in the schema.

use std::borrow::Cow;

#[cfg(feature = "schema")]
use corpus::{ActorKind, Enumeration, Form, Position, RelationKind};
#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::Serialize;

/// The version of the format, the member `version` of every file.
pub const VERSION: u32 = 1;

/// The member `format` of every file, by which a program recognises it.
pub const FORMAT_NAME: &str = "briefing-export";

macro_rules! records {
    ($($(#[$doc:meta])* $name:ident { $($(#[$meta:meta])* $field:ident: $type:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Serialize)]
        #[cfg_attr(feature = "schema", derive(JsonSchema), schemars(deny_unknown_fields))]
        #[serde(rename_all = "camelCase")]
        pub(in crate::formats) struct $name { $($(#[$meta])* pub $field: $type,)* }
    )*};
}

records! {
    /// Statements of a briefing, and everything that they refer to.
    ExportFile {
        /// Where the schema of this file is found.
        #[serde(rename = "$schema")]
        schema: String,
        /// Always `briefing-export`.
        #[cfg_attr(feature = "schema", schemars(extend("const" = FORMAT_NAME)))]
        format: &'static str,
        /// The version of the format.
        #[cfg_attr(feature = "schema", schemars(extend("const" = VERSION)))]
        version: u32,
        /// The program that wrote the file, and its version.
        generator: &'static str,
        /// The day of the export, ISO 8601; missing in the file that a site has beside its pages.
        #[serde(skip_serializing_if = "Option::is_none")]
        exported: Option<String>,
        /// What was exported, in words.
        selection: String,
        /// The link to what was exported.
        link: String,
        /// The briefing that the statements are of.
        briefing: Briefing,
        /// The documents that the statements stand in.
        documents: Vec<Document>,
        /// The actors that have a part in them, and those that these are a part of.
        actors: Vec<Actor>,
        /// The topics that they are about.
        topics: Vec<Topic>,
        /// The statements, in the order in which they were exported.
        statements: Vec<Statement>,
        /// The relations that one of the statements is on either side of.
        relations: Vec<Relation>,
    }

    /// What the briefing says of itself.
    Briefing {
        /// Headline.
        title: &'static str,
        /// One or two sentences under the headline.
        standfirst: &'static str,
        /// BCP 47 tag of the language of the editor's words.
        language: &'static str,
        /// The direction of that language.
        #[cfg_attr(feature = "schema", schemars(extend("enum" = ["ltr", "rtl"])))]
        direction: &'static str,
        /// Who coded the statements.
        editor: &'static str,
        /// Licence of the coding, in words. The documents' words belong to their publishers.
        licence: &'static str,
        /// How the statements were chosen and coded, one paragraph an entry.
        method: Vec<&'static str>,
        /// Which edition: sixteen hexadecimal digits that change whenever a seed changes.
        edition: String,
    }

    /// A document.
    Document {
        /// Name in links.
        id: &'static str,
        /// Headline.
        title: &'static str,
        /// When it was published, EDTF.
        #[serde(skip_serializing_if = "Option::is_none")]
        published: Option<String>,
        /// The words in the text that tell when it was published.
        #[serde(skip_serializing_if = "Option::is_none")]
        dated_by: Option<Stretch>,
        /// Who published it: the id of an actor.
        #[serde(skip_serializing_if = "Option::is_none")]
        outlet: Option<&'static str>,
        /// Where it was published.
        #[serde(skip_serializing_if = "Option::is_none")]
        url: Option<&'static str>,
        /// When the text was retrieved from there, EDTF.
        #[serde(skip_serializing_if = "Option::is_none")]
        retrieved: Option<String>,
        /// The address of an archived copy.
        #[serde(skip_serializing_if = "Option::is_none")]
        archived: Option<&'static str>,
        /// BCP 47 tag of the language of the text.
        language: &'static str,
        /// The direction of that language.
        #[cfg_attr(feature = "schema", schemars(extend("enum" = ["ltr", "rtl"])))]
        direction: &'static str,
        /// The address of the whole text, which offsets refer to: as it is read, without a byte order mark.
        text: String,
        /// The SHA-256 of the bytes at that address, sixty-four hexadecimal digits. A byte order mark counts.
        #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[0-9a-f]{64}$")))]
        sha256: String,
    }

    /// Somebody who speaks, is spoken to or is spoken of.
    Actor {
        /// Name in links.
        id: &'static str,
        /// Full name.
        name: &'static str,
        /// Name for tight places.
        short: &'static str,
        /// What sort of actor this is.
        #[cfg_attr(feature = "schema", schemars(extend("enum" = keys::<ActorKind>())))]
        kind: &'static str,
        /// Office or function, in the editor's words.
        role: &'static str,
        /// The actor this one is a part of.
        #[serde(skip_serializing_if = "Option::is_none")]
        part_of: Option<&'static str>,
        /// The camp that it is counted to, by name.
        #[serde(skip_serializing_if = "Option::is_none")]
        camp: Option<&'static str>,
        /// ISO 3166-1 alpha-2 code.
        #[serde(skip_serializing_if = "Option::is_none")]
        country: Option<&'static str>,
        /// Who owns it, by name: the proprietor of an outlet.
        #[serde(skip_serializing_if = "Option::is_none")]
        owner: Option<&'static str>,
        /// Wikidata item.
        #[serde(skip_serializing_if = "Option::is_none")]
        wikidata: Option<&'static str>,
        /// What the editor adds.
        #[serde(skip_serializing_if = "Option::is_none")]
        note: Option<&'static str>,
    }

    /// What statements are about.
    Topic {
        /// Name in links.
        id: &'static str,
        /// Name on the page.
        name: &'static str,
        /// What falls under it.
        scope: &'static str,
    }

    /// A stretch of a document.
    Stretch {
        /// Its words, letter for letter.
        exact: &'static str,
        /// Unicode code points before it in the text. A byte order mark at the beginning does not count.
        start: usize,
        /// Unicode code points before its end.
        end: usize,
    }

    /// An attribution relation: who says or does what, by which words.
    Statement {
        /// Name in links.
        id: &'static str,
        /// The id of the document that it stands in.
        document: &'static str,
        /// BCP 47 tag of the language of its words: the document's.
        language: &'static str,
        /// How the document gives it.
        #[cfg_attr(feature = "schema", schemars(extend("enum" = keys::<Form>())))]
        form: Cow<'static, str>,
        /// Who says it, or who reports an act; empty where the document itself speaks. Ids of actors, as all below.
        speakers: Vec<&'static str>,
        /// Who did it, for a reported act.
        agents: Vec<&'static str>,
        /// Who relayed it, outward from the speaker; the document itself is always last and not listed.
        via: Vec<&'static str>,
        /// To whom.
        audience: Vec<&'static str>,
        /// Of whom.
        about: Vec<&'static str>,
        /// The words that attribute it, in the order of the text; may be empty.
        cue: Vec<Stretch>,
        /// What is said or done, in the order of the text; several where the text interrupts it.
        #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
        content: Vec<Stretch>,
        /// Ids of topics.
        topics: Vec<&'static str>,
        /// What it wants of its topics, where the editor coded that.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schema", schemars(extend("enum" = keys::<Position>())))]
        position: Option<Cow<'static, str>>,
        /// When it was said or done, EDTF.
        #[serde(skip_serializing_if = "Option::is_none")]
        when: Option<String>,
        /// The paragraph that it begins in, counted from one.
        #[serde(skip_serializing_if = "Option::is_none")]
        paragraph: Option<u16>,
        /// What the editor adds.
        #[serde(skip_serializing_if = "Option::is_none")]
        note: Option<&'static str>,
        /// The link to it.
        link: String,
    }

    /// An editor's link between two statements, one of which may not be in this file.
    Relation {
        /// The id of the statement that relates.
        from: &'static str,
        /// The id of the statement that it relates to.
        to: &'static str,
        /// How.
        #[cfg_attr(feature = "schema", schemars(extend("enum" = keys::<RelationKind>())))]
        kind: &'static str,
        /// Why the editor says so.
        reason: &'static str,
    }
}

/// The words of an enumeration, as they are in the file.
#[cfg(feature = "schema")]
fn keys<E: Enumeration>() -> Vec<&'static str> {
    E::VALUES.iter().map(|value| value.key()).collect()
}
