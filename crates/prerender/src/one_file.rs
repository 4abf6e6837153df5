//! The frame of the one file: its text, and empty elements where `xtask` puts style sheet, icon, scripts and program.

use anyhow::Result;
use briefing::still;
use query::View;

use crate::markup::{self, escaped};
use crate::site::Site;

/// The file, as seen from the top, and what it is before it is filled. Nothing stands where a browser that writes it out
/// again would put it elsewhere, so that copies of copies are the same.
pub fn frame(site: &Site) -> Result<(String, String)> {
    let data = site.data;
    // Where the briefing can be found by those who have no copy.
    let canonical = site
        .address
        .is_some()
        .then(|| format!("<link rel=\"canonical\" href=\"{}\">\n", escaped(&site.at("index.html"))));
    let html = format!(
        "<!doctype html><html{root}><head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"content-security-policy\">\n\
         <title>{title}</title>\n<meta name=\"description\" content=\"{description}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"theme-color\" content=\"#ffffff\" media=\"(prefers-color-scheme: light)\">\n\
         <meta name=\"theme-color\" content=\"#14171b\" media=\"(prefers-color-scheme: dark)\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta name=\"start\" content=\"\">\n<meta name=\"file-name\" content=\"{name}\">\n\
         {canonical}<link rel=\"icon\">\n<style></style>\n</head>\n<body>\n\
         <noscript><div class=\"boot\"><p>This is the text of the briefing. To filter, search and compare, it needs \
         JavaScript, which is switched off here.</p></div></noscript>\n\
         <div id=\"{place}\">{text}</div>\n\
         <div id=\"boot-status\" class=\"boot\" role=\"status\"><p>The briefing is loading.</p>\
         <p class=\"boot-late\">Still nothing? Filters, search and comparison need a current browser with WebAssembly. \
         What is written here can be read without.</p></div>\n\
         <script id=\"boot-packed\"></script>\n<script type=\"module\"></script></body></html>",
        root = markup::attributes(site.root()),
        title = escaped(&query::title::title(data, &View::default())),
        description = escaped(data.standfirst),
        name = escaped(&format!("{}.html", export::edition_name(data))),
        canonical = canonical.unwrap_or_default(),
        place = briefing::ROOT_ID,
        text = markup::text(data, &still::start(data))?,
    );
    Ok(("briefing.html".to_owned(), html))
}
