//! Static pages, which need no program: one for each statement and actor, the list of actors, and the page about the
//! briefing.

use briefing::ssr;
use query::{View, language, link};

use crate::Error;
use crate::context::Context;
use crate::links;
use crate::manifest::{FILE, TOUCH_ICON};
use crate::markup::{self, escaped};
use crate::metadata::{self, Metadata};

/// Every static page with its file, relative to the top.
pub fn all(context: &Context) -> Result<Vec<(String, String)>, Error> {
    let data = context.data;
    let mut pages = Vec::new();
    for id in data.statement_ids() {
        let metadata = metadata::statement(context, id);
        pages.push(page(context, metadata, &View::statement(id), &ssr::statement(data, id), "../")?);
    }
    for id in data.actor_ids() {
        let metadata = metadata::actor(context, id);
        pages.push(page(context, metadata, &View::Actor(id), &ssr::page(data, View::Actor(id)), "../")?);
    }
    let metadata = metadata::page(context, &View::Actors, query::actors::actors(data).summary, links::ACTORS);
    pages.push(page(context, metadata, &View::Actors, &ssr::page(data, View::Actors), "../")?);
    let metadata = metadata::page(context, &View::About, data.standfirst.to_owned(), links::ABOUT);
    pages.push(page(context, metadata, &View::About, &ssr::page(data, View::About), "")?);
    Ok(pages)
}

fn page(
    context: &Context,
    metadata: Metadata,
    view: &View,
    components: &str,
    up: &str,
) -> Result<(String, String), Error> {
    let data = context.data;
    let head = metadata.head(context);
    let main = markup::static_page(data, components, up, &metadata.path)?;
    // The page makes no connection; `connect-src` is for auditing tools, which request robots.txt in its name.
    let html = format!(
        "<!doctype html>\n<html{root}>\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"content-security-policy\" content=\"default-src 'none'; style-src 'self'; img-src 'self'; \
         connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         {head}\
         <link rel=\"icon\" href=\"{up}{icon}\" type=\"image/png\">\n\
         <link rel=\"apple-touch-icon\" href=\"{up}{TOUCH_ICON}\">\n\
         <link rel=\"manifest\" href=\"{up}{FILE}\">\n\
         {styles}\
         </head>\n<body>\n\
         <header class=\"bar wrap\"><nav aria-label=\"Pages\">\
         <a href=\"{up}index.html\"{named}>{title}</a>\
         <a href=\"{up}index.html{view}\">Open this in the briefing</a></nav></header>\n\
         <p class=\"translated wrap\">This page was translated by a machine; what is marked as verbatim is so in the \
         original. The <a href=\"{up}seeds/index.html\">source texts</a> are in their own words.</p>\n\
         <main class=\"wrap\" id=\"main\">{main}</main>\n</body>\n</html>\n",
        root = markup::attributes(context.root_attributes()),
        named = markup::language(language::name(data, data.title)),
        icon = escaped(&context.icon),
        view = escaped(&link::write(data, view)),
        title = escaped(data.title),
        styles = context.style_links(up),
    );
    Ok((metadata.path, html))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests;

    #[test]
    fn each_page_has_a_file_of_its_own_on_every_disk() {
        let context = tests::context(tests::seeds());
        let pages = all(&context).unwrap();
        let names: std::collections::BTreeSet<_> = pages.iter().map(|(path, _)| path.to_lowercase()).collect();
        assert_eq!(names.len(), pages.len());
        assert_eq!(pages.len(), context.data.statements.len() + context.data.actors.len() + 2);
    }

    #[test]
    fn each_statement_has_its_words_and_its_passage_once() {
        let data = tests::seeds();
        for id in data.statement_ids() {
            let html = markup::static_page(data, &ssr::statement(data, id), "../", "").unwrap();
            assert_eq!(html.matches("<article").count(), 1);
            assert_eq!(html.matches("✓ verbatim").count(), 1, "{html}");
            assert_eq!(html.matches("<blockquote").count(), 1, "{html}");
            let words = data.content(id);
            let first = words.split('…').next().unwrap().trim();
            assert!(html.contains(&escaped(first).replace("&#x27;", "'")), "{first}");
            assert!(!html.contains("<button") && !html.contains("<!"), "{html}");
        }
    }
}
