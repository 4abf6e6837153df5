//! What `serve` adds to the page: the script that shows the next edition and errors, with its style sheet; the page
//! until there is an edition; and a service worker that removes itself.

/// Below this path are the files of `serve`; no file of a site has such a name.
pub const FOLDER: &str = "/_briefing/";

/// The script.
pub const SCRIPT: &str = include_str!("live.js");

/// Its style sheet.
pub const STYLE: &str = include_str!("live.css");

/// In place of the site's service worker, which would show a saved edition for the one that is being written.
pub const WORKER: &str = include_str!("worker.js");

/// The page until there is an edition.
pub const WAITING: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Briefing</title>\
    <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
    <meta name=\"color-scheme\" content=\"light dark\"></head>\
    <body><p>There is no page yet: the corpus has errors. The page appears as soon as it has none.</p></body></html>";

/// A page with the script. `edition` is the digest of the edition that the page is of.
pub fn with_script(page: &str, edition: Option<&str>) -> String {
    let edition = edition.unwrap_or_default();
    let script = format!("<script type=\"module\" src=\"{FOLDER}live.js?edition={edition}\"></script>");
    // The text of a briefing has no such tag: it is escaped.
    match page.split_once("</head>") {
        Some((head, rest)) => format!("{head}{script}</head>{rest}"),
        None => page.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_is_the_last_of_the_head() {
        let page = with_script("<head><title>a</title></head><body>", Some("0f"));
        assert_eq!(
            page,
            "<head><title>a</title><script type=\"module\" src=\"/_briefing/live.js?edition=0f\"></script></head><body>"
        );
        assert!(with_script(WAITING, None).contains("live.js?edition=\""));
    }
}
