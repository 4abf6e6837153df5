//! What all pages of a built briefing have in common.

use anyhow::{Context, Result, ensure};
use lol_html::{element, rewrite_str};
use query::Shared;
use query::language::{self, Direction};

use crate::markup;

/// A built briefing.
pub struct Site {
    /// The briefing.
    pub data: Shared,
    /// Where it is published, with a slash at the end; `None` where that is not known.
    pub address: Option<String>,
    /// The style sheets, in order.
    pub styles: Vec<Style>,
    /// The icon's file name.
    pub icon: String,
}

/// A style sheet.
pub struct Style {
    /// Its file name.
    pub file: String,
    /// What proves that it is the one that was built, where the page says it.
    pub integrity: Option<String>,
}

impl Site {
    /// Reads off the start page what the build has named its files.
    pub fn new(data: Shared, html: &str, address: Option<String>) -> Result<Site> {
        let mut styles = Vec::new();
        let mut icon = None;
        let file = |href: Option<String>| href.map(|href| href.trim_start_matches("./").to_owned());
        let handlers = vec![
            element!("link[rel=stylesheet]", |link| {
                styles.extend(
                    file(link.get_attribute("href"))
                        .map(|file| Style { file, integrity: link.get_attribute("integrity") }),
                );
                Ok(())
            }),
            element!("link[rel=icon]", |link| {
                icon = file(link.get_attribute("href"));
                Ok(())
            }),
        ];
        rewrite_str(html, markup::settings(handlers))?;
        ensure!(!styles.is_empty(), "index.html has no style sheet");
        let address = address.map(|address| with_slash(&address)).transpose()?;
        Ok(Site { data, address, styles, icon: icon.context("index.html has no icon")? })
    }

    /// The attributes of `html` on every page: the interface's language and the briefing's direction, see
    /// [`query::language`].
    pub fn root(&self) -> Vec<(&'static str, &'static str)> {
        let direction = match language::page_direction(self.data) {
            Direction::LeftToRight => None,
            direction @ Direction::RightToLeft => Some(("dir", direction.keyword())),
        };
        [("lang", language::page_language(self.data))].into_iter().chain(direction).collect()
    }

    /// The address of one of its pages: whole where the briefing's is known, as seen from the top where not.
    pub fn at(&self, path: &str) -> String {
        format!("{}{path}", self.address.as_deref().unwrap_or_default())
    }
}

fn with_slash(address: &str) -> Result<String> {
    let known = address.starts_with("https://") || address.starts_with("http://");
    ensure!(known, "BRIEFING_URL is an address with https:// or http://, and not {address}");
    ensure!(!address.contains(['?', '#']), "BRIEFING_URL has neither ? nor #, unlike {address}");
    Ok(format!("{}/", address.trim_end_matches('/')))
}

#[cfg(test)]
mod tests {
    use super::with_slash;

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
