//! Metadata of a page for programs other than browsers: previews in a chat (Open Graph, ogp.me), catalogues such as
//! Zotero (the `citation_` names of Google Scholar), search engines (schema.org as JSON-LD).
//!
//! No claim is rated: a briefing does not say whether a statement is true.

use corpus::{ActorId, ActorKind, DocumentId, Form, StatementId};
use dom::html::{meta, script};
use dom::{AnyView, Element, fragment};
use query::Shared;
use query::card;
use query::language::{self, isolated};
use query::source::text_file;
use serde_json::{Value, json};

use crate::context::Context;
use crate::data_file;
use crate::feed;
use crate::links;
use crate::page;

/// The metadata of a page.
pub struct Metadata {
    /// Its title.
    pub title: String,
    /// One or two sentences about it.
    pub description: String,
    /// The file of the page, relative to the top.
    pub path: String,
    /// Its type in Open Graph.
    pub kind: &'static str,
    /// BCP 47 tag of the language of what it shows: the document's where that is a statement, or else the briefing's.
    pub language: &'static str,
    /// What it shows, in the vocabulary of schema.org.
    pub data: Value,
}

impl Metadata {
    /// The metadata of a page of a list, by those of its first page.
    pub fn numbered(self, path: String, number: usize, count: usize) -> Metadata {
        if count < 2 {
            return self;
        }
        let title = format!("{}, page {number} of {count}", self.title);
        let mut data = self.data;
        data["name"] = title.clone().into();
        Metadata { title, path, data, ..self }
    }

    /// The elements for the page's head.
    pub fn head(&self, context: &Context) -> AnyView {
        let address = context.url.is_some().then(|| context.address_of(&self.path));
        let property = |(property, content): (&'static str, &str)| {
            meta().attr("property", property).attr("content", content.to_owned())
        };
        let properties = [
            ("og:title", &*self.title),
            ("og:description", &*self.description),
            ("og:type", self.kind),
            ("og:site_name", context.data.title),
            ("og:locale", &*self.language.replace('-', "_")),
        ];
        let properties =
            properties.map(property).into_iter().chain(address.as_deref().map(|it| property(("og:url", it))));
        let names = [
            ("citation_title", &*self.title),
            ("citation_author", context.data.editor),
            ("citation_language", self.language),
        ];
        let names = names.into_iter().chain(context.latest.as_deref().map(|it| ("citation_publication_date", it)));
        fragment([
            page::title_and_description(&*self.title, &*self.description),
            // A canonical link is an absolute address (RFC 6596).
            fragment(address.as_deref().map(|it| page::resource("canonical", it))),
            fragment(self.alternates()),
            fragment(properties),
            fragment(names.map(|(name, content)| page::named(name, content))),
            data_block(&self.data).into_any(),
        ])
    }
}

impl Metadata {
    /// The links to the feed and, on the start page, to all statements as JSON: the same content for other programs.
    fn alternates(&self) -> impl Iterator<Item = Element> {
        let alternate = |media_type: &'static str, file: &str| {
            let up = "../".repeat(self.path.matches('/').count());
            page::resource("alternate", format!("{up}{file}")).attr("type", media_type)
        };
        let data = (self.path == "index.html").then(|| alternate("application/json", data_file::FILE));
        [alternate(feed::MEDIA_TYPE, feed::FILE)].into_iter().chain(data)
    }
}

/// The most documents that the metadata of the start page list.
const MOST_DOCUMENTS: usize = 100;

/// A data block, which no browser runs. Without `<`, no content can end it.
fn data_block(data: &Value) -> Element {
    script().attr("type", "application/ld+json").inner_html(data.to_string().replace('<', "\\u003c"))
}

/// The briefing.
pub fn briefing(context: &Context) -> Metadata {
    let data = context.data;
    let documents: Vec<_> = links::document_ids(data).take(MOST_DOCUMENTS).map(|id| article(data, id)).collect();
    Metadata {
        title: data.title.to_owned(),
        description: data.standfirst.to_owned(),
        path: "index.html".to_owned(),
        kind: "website",
        language: data.language,
        data: json!({
            "@context": "https://schema.org",
            "@type": "Collection",
            "name": data.title,
            "description": data.standfirst,
            "inLanguage": data.language,
            "editor": { "@type": "Organization", "name": data.editor },
            "license": data.licence,
            "version": data.digest.to_string(),
            "isBasedOn": documents,
            "collectionSize": data.statements.len(),
        }),
    }
}

/// A statement: a quotation where the document quotes, otherwise a claim that appears in it.
pub fn statement(context: &Context, id: StatementId) -> Metadata {
    let data = context.data;
    let own = data.statement(id);
    let view = query::View::statement(id);
    let text = data.content(id);
    let mut linked = json!({
        "@context": "https://schema.org",
        "@type": if own.form == Form::Direct { "Quotation" } else { "Claim" },
        "text": text,
        "inLanguage": data.document(own.document).language,
        "about": own.topics.iter().map(|&topic| data.topic(topic).name).collect::<Vec<_>>(),
    });
    let source = article(data, own.document);
    if own.form == Form::Direct {
        linked["isPartOf"] = source;
    } else {
        linked["appearance"] = source;
    }
    let voices: Vec<_> = card::voices(data, id).iter().map(|&actor| who(data, actor)).collect();
    if !voices.is_empty() {
        linked["creator"] = voices.into();
    }
    if let Some(when) = own.when {
        linked["dateCreated"] = when.to_string().into();
    }
    let heard = data.document(own.document);
    Metadata {
        title: query::title::title(data, &view),
        description: format!(
            "“{}” {} in “{}”.",
            isolated(&text),
            query::words::capitalised(&card::form(data, id)),
            isolated(heard.title)
        ),
        path: links::statement(data, id),
        kind: "article",
        language: language::resolved(data, card::content_language(data, id)).0,
        data: linked,
    }
}

/// An actor.
pub fn actor(context: &Context, id: ActorId) -> Metadata {
    let data = context.data;
    let own = data.actor(id);
    let mut linked = who(data, id);
    linked["@context"] = "https://schema.org".into();
    linked["description"] = own.role.into();
    Metadata {
        title: query::title::title(data, &query::View::Actor(id)),
        description: own.role.to_owned(),
        path: links::actor(data, id),
        kind: "profile",
        language: data.language,
        data: linked,
    }
}

/// A page of the briefing's own.
pub fn page(context: &Context, view: &query::View, description: String, path: &str) -> Metadata {
    let title = query::title::title(context.data, view);
    let language = context.data.language;
    let data = json!({ "@context": "https://schema.org", "@type": "WebPage", "name": title, "inLanguage": language });
    Metadata { title, description, path: path.to_owned(), kind: "website", language, data }
}

/// A document.
pub fn document(context: &Context, id: DocumentId) -> Metadata {
    let data = context.data;
    let own = data.document(id);
    let mut linked = article(data, id);
    linked["@context"] = "https://schema.org".into();
    let provenance = own.provenance();
    if let Some(url) = provenance.archived {
        linked["archivedAt"] = url.into();
    }
    linked["encoding"] = json!({
        "@type": "MediaObject",
        "encodingFormat": "text/plain",
        "sha256": provenance.digest.to_string(),
    });
    if context.url.is_some() {
        linked["encoding"]["contentUrl"] = context.address_of(&text_file(own.file)).into();
    }
    Metadata {
        title: query::title::title(data, &query::View::Source(id, None)),
        description: format!("{} in “{}”, each marked in the text.", statements(data, id), isolated(own.title)),
        path: links::document(data, id),
        kind: "article",
        language: own.language,
        data: linked,
    }
}

fn statements(data: Shared, id: DocumentId) -> String {
    query::words::count(data.statements_of(id).len(), "statement")
}

/// A list of the briefing's.
pub fn list(context: &Context, name: &str, path: &str) -> Metadata {
    let data = context.data;
    let title = format!("{name} · {}", isolated(data.title));
    Metadata { title, ..page(context, &query::View::default(), data.standfirst.to_owned(), path) }
}

fn article(data: Shared, id: DocumentId) -> Value {
    let document = data.document(id);
    let mut linked = json!({
        "@type": "Article",
        "headline": document.title,
        "inLanguage": document.language,
    });
    if let Some(date) = document.published.map(|date| date.to_string()) {
        linked["datePublished"] = date.into();
    }
    if let Some(url) = document.url {
        linked["url"] = url.into();
    }
    if let Some(outlet) = document.outlet {
        linked["publisher"] = who(data, outlet);
    }
    linked
}

fn who(data: Shared, id: ActorId) -> Value {
    let actor = data.actor(id);
    let kind = match actor.kind {
        ActorKind::State => "Country",
        ActorKind::GovernmentBody => "GovernmentOrganization",
        ActorKind::Person => "Person",
        ActorKind::Outlet => "NewsMediaOrganization",
        ActorKind::ThinkTank => "ResearchOrganization",
        ActorKind::Instrument => "CreativeWork",
        ActorKind::Company => "Corporation",
        ActorKind::Delegation
        | ActorKind::Bloc
        | ActorKind::Mechanism
        | ActorKind::Group
        | ActorKind::Unnamed
        | ActorKind::Organisation => "Organization",
    };
    let mut linked = json!({ "@type": kind, "name": actor.name });
    if let Some(item) = actor.wikidata {
        linked["sameAs"] = format!("https://www.wikidata.org/entity/{item}").into();
    }
    linked
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests;

    fn context(url: Option<&str>) -> Context {
        Context { url: url.map(str::to_owned), ..tests::context(tests::seeds()) }
    }

    fn id(data: Shared, slug: &str) -> StatementId {
        data.statement_ids().find(|&id| data.statement(id).slug == slug).expect("a statement")
    }

    #[test]
    fn a_quotation_is_one_and_all_else_is_a_claim_without_a_rating() {
        let context = context(None);
        for statement_id in context.data.statement_ids() {
            let linked = statement(&context, statement_id).data;
            let direct = context.data.statement(statement_id).form == Form::Direct;
            assert_eq!(linked["@type"], if direct { "Quotation" } else { "Claim" });
            assert_eq!(linked["text"], context.data.content(statement_id));
            let document = &linked[if direct { "isPartOf" } else { "appearance" }];
            assert_eq!(document["headline"], context.data.documents[0].title);
            assert!(!linked.to_string().contains("Rating"), "{linked}");
        }
    }

    #[test]
    fn a_claim_names_who_makes_it() {
        let context = context(None);
        let linked = statement(&context, id(context.data, "tashkent-no-bases")).data;
        assert_eq!(linked["creator"][0]["name"], "Uzbekistan");
        assert_eq!(linked["creator"][0]["@type"], "Country");
    }

    #[test]
    fn a_page_has_an_address_only_where_that_is_known() {
        let about = |context: &Context| {
            statement(context, id(context.data, "tashkent-no-bases")).head(context).to_html_for(page::STATIC)
        };
        let unknown = about(&context(None));
        assert!(!unknown.contains("canonical") && !unknown.contains("og:url"), "{unknown}");
        let known = about(&context(Some("https://example.org/b/")));
        let address = "https://example.org/b/s/tashkent-no-bases.html";
        assert!(known.contains(&format!("<link rel=\"canonical\" href=\"{address}\">")), "{known}");
        assert!(known.contains(&format!("<meta property=\"og:url\" content=\"{address}\">")), "{known}");
    }

    #[test]
    fn data_cannot_end_its_block() {
        let block = data_block(&json!({ "name": "</script><script>alert(1)</script><!--" }));
        let block = block.into_any().to_html_for(page::STATIC);
        assert_eq!(block.matches('<').count(), 2, "{block}");
        assert!(block.starts_with("<script type=\"application/ld+json\">") && block.ends_with("</script>"));
    }
}
