//! What all pages of a site have in common.

use briefing::ssr::{self, Output};
use lol_html::{element, rewrite_str};
use query::Shared;
use query::language::{self, Direction};

use crate::Error;
use crate::links::Links;
use crate::markup;

/// The briefing, and what its pages have to know of the site.
pub struct Context {
    /// The briefing.
    pub data: Shared,
    /// The address of the site, with a slash at the end; `None` where that is not known.
    pub url: Option<String>,
    /// The style sheets, in order.
    pub style_sheets: Vec<StyleSheet>,
    /// The icon's file.
    pub icon: String,
    /// The files of the pages, by links to views.
    pub links: Links,
    /// The latest date on which a document was published, in EDTF.
    pub latest: Option<String>,
    /// The prerendered view of the start page.
    pub start_view: String,
}

/// A style sheet.
pub struct StyleSheet {
    /// Its file.
    pub file: String,
    /// The value of its `integrity` attribute, where the start page has one.
    pub integrity: Option<String>,
}

impl Context {
    /// Reads off the template's start page how its files are named.
    pub fn new(data: Shared, page: &str, url: Option<&str>) -> Result<Context, Error> {
        let mut style_sheets = Vec::new();
        let mut icon = None;
        let file = |href: Option<String>| href.map(|href| href.trim_start_matches("./").to_owned());
        let handlers = vec![
            element!("link[rel=stylesheet]", |link| {
                let sheet = |file| StyleSheet { file, integrity: link.get_attribute("integrity") };
                style_sheets.extend(file(link.get_attribute("href")).map(sheet));
                Ok(())
            }),
            element!("link[rel=icon]", |link| {
                icon = file(link.get_attribute("href"));
                Ok(())
            }),
        ];
        rewrite_str(page, markup::settings(handlers))?;
        if style_sheets.is_empty() {
            return Err(Error::Template("index.html has no style sheet".to_owned()));
        }
        let icon = icon.ok_or_else(|| Error::Template("index.html has no icon".to_owned()))?;
        Ok(Context { url: url.map(with_slash).transpose()?, style_sheets, icon, ..Context::of(data) })
    }

    /// The context of no particular template.
    pub(crate) fn of(data: Shared) -> Context {
        let links = Links::new(data);
        let write_link = |href: &str| links.on_start_page(href);
        let start_view = ssr::start(data, Output { hydrated: true, links: &write_link });
        // Catalogues have no intervals with an open or unknown end.
        let dates = data.documents.iter().filter_map(|document| document.published);
        let latest = dates.filter(|date| date.days().is_some()).map(|date| date.to_string()).max();
        Context { data, url: None, style_sheets: Vec::new(), icon: String::new(), links, latest, start_view }
    }

    /// Whether the statements are in a list of pages by number: where the start page has not all of them.
    pub fn has_list(&self) -> bool {
        query::statements::window::is_windowed(self.data)
    }

    /// The attributes of `html` on every page: the interface's language and the briefing's direction, see
    /// [`query::language`].
    pub fn root_attributes(&self) -> Vec<(&'static str, &'static str)> {
        let direction = match language::page_direction(self.data) {
            Direction::LeftToRight => None,
            direction @ Direction::RightToLeft => Some(("dir", direction.keyword())),
        };
        [("lang", language::page_language(self.data))].into_iter().chain(direction).collect()
    }

    /// The address of a page: absolute where the site's is known, relative to the top where not.
    pub fn address_of(&self, path: &str) -> String {
        format!("{}{path}", self.url.as_deref().unwrap_or_default())
    }
}

fn with_slash(url: &str) -> Result<String, Error> {
    if !url.starts_with("https://") && !url.starts_with("http://") {
        return Err(Error::Url(format!("the address of a site begins with https:// or http://, unlike {url:?}")));
    }
    if url.contains(['?', '#']) {
        return Err(Error::Url(format!("the address of a site has neither ? nor #, unlike {url:?}")));
    }
    Ok(format!("{}/", url.trim_end_matches('/')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_ends_in_a_slash() {
        assert_eq!(with_slash("https://example.org/briefing").unwrap(), "https://example.org/briefing/");
        assert_eq!(with_slash("https://example.org/").unwrap(), "https://example.org/");
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for wrong in ["example.org", "javascript:alert(1)", "https://example.org/?a=b", ""] {
            assert!(with_slash(wrong).is_err(), "{wrong}");
        }
    }
}
