//! Pages that need no program: one for each statement and actor, the list of actors, and the page about the briefing.

use anyhow::Result;
use briefing::still::{self, Rest};
use query::{View, language, link};

use crate::about::{self, About};
use crate::links;
use crate::manifest::{FILE, TOUCH_ICON};
use crate::markup::{self, escaped};
use crate::site::{Site, Style};

/// Every page, with its file as seen from the top.
pub fn all(site: &Site) -> Result<Vec<(String, String)>> {
    let data = site.data;
    let mut pages = Vec::new();
    for id in data.statement_ids() {
        let about = about::statement(site, id);
        pages.push(page(site, about, &View::statement(id), &still::statement(data, id), "../")?);
    }
    for id in data.actor_ids() {
        let about = about::actor(site, id);
        pages.push(page(site, about, &View::Actor(id), &still::page(data, Rest::Actor(id)), "../")?);
    }
    let actors = about::page(site, &View::Actors, query::actors::actors(data).summary, links::ACTORS);
    pages.push(page(site, actors, &View::Actors, &still::page(data, Rest::Actors), "../")?);
    let about = about::page(site, &View::About, data.standfirst.to_owned(), links::ABOUT);
    pages.push(page(site, about, &View::About, &still::page(data, Rest::About), "")?);
    Ok(pages)
}

fn page(site: &Site, about: About, view: &View, components: &str, up: &str) -> Result<(String, String)> {
    let data = site.data;
    let head = about.head(site);
    let main = markup::still(data, components, up, &about.path)?;
    let style = |style: &Style| {
        let integrity = style.integrity.as_ref().map(|it| format!(" integrity=\"{}\"", escaped(it)));
        let integrity = integrity.unwrap_or_default();
        format!("<link rel=\"stylesheet\" href=\"{up}{}\"{integrity}>\n", escaped(&style.file))
    };
    let styles: String = site.styles.iter().map(style).collect();
    // Nothing here connects to anything, but who audits a page asks for robots.txt in its name.
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
        root = markup::attributes(site.root()),
        named = markup::language(language::name(data, data.title)),
        icon = escaped(&site.icon),
        view = escaped(&link::write(data, view)),
        title = escaped(data.title),
    );
    Ok((about.path, html))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_page_has_a_file_of_its_own_on_every_disk() {
        let site = Site { data: crate::tests::seeds(), address: None, styles: Vec::new(), icon: "icon.png".to_owned() };
        let pages = all(&site).unwrap();
        let names: std::collections::BTreeSet<_> = pages.iter().map(|(path, _)| path.to_lowercase()).collect();
        assert_eq!(names.len(), pages.len());
        assert_eq!(pages.len(), site.data.statements.len() + site.data.actors.len() + 2);
    }

    #[test]
    fn each_statement_has_its_words_and_its_passage_once() {
        let data = crate::tests::seeds();
        for id in data.statement_ids() {
            let html = markup::still(data, &still::statement(data, id), "../", "").unwrap();
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
