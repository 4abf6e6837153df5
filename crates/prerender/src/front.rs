//! The start page in `index.html`.

use anyhow::Result;
use lol_html::html_content::ContentType;
use lol_html::{element, rewrite_str};

use query::language::{self, Direction};

use crate::about;
use crate::markup;
use crate::shape;
use crate::site::Site;

/// Fills the page that the program takes over: its text, and what is told of it.
pub fn fill(site: &Site, html: &str) -> Result<String> {
    let components = markup::waiting(site.data, &briefing::still::start(site.data))?;
    let shape = shape::of_content(&components)?.digest();
    let head = about::briefing(site).head(site);
    let place = format!("#{}", briefing::ROOT_ID);
    let handlers = vec![
        element!("html", |html| {
            for (name, value) in site.root() {
                html.set_attribute(name, value)?;
            }
            Ok(())
        }),
        element!("title", |title| {
            title.replace(&head, ContentType::Html);
            Ok(())
        }),
        // What an English sentence needs in a layout from right to left is in the sheet that others wait for.
        element!("#boot-later", |sheet| {
            if language::page_direction(site.data) == Direction::RightToLeft {
                sheet.remove_attribute("media");
            }
            Ok(())
        }),
        // Of the page without a briefing in it.
        element!("meta[name=description]", |description| {
            description.remove();
            Ok(())
        }),
        element!(place, |place| {
            place.set_inner_content(&components, ContentType::Html);
            Ok(place.set_attribute(briefing::shape::ATTRIBUTE, &shape)?)
        }),
    ];
    Ok(rewrite_str(html, markup::settings(handlers))?)
}
