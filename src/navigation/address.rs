//! The address of the page, and the addresses that links given to others begin with.

use leptos::prelude::{document, window};

/// The whole address of a view's link, a fragment. For a copy on a disk it begins with the address where the briefing
/// is published, if that is known: nobody else can open the copy. `None` where the page has no address at all, as in a
/// frame that was written by a script.
pub fn absolute(link: &str) -> Option<String> {
    let on_disk = || without_fragment().filter(|href| href.starts_with("file:"));
    let page = served().or_else(published).or_else(on_disk)?;
    Some(page + link)
}

fn without_fragment() -> Option<String> {
    Some(window().location().href().ok()?.split('#').next()?.to_owned())
}

/// The address of this page, where it came from a host.
pub fn served() -> Option<String> {
    without_fragment().filter(|href| href.starts_with("http"))
}

/// The address at which the briefing is published, where the build was told.
pub fn published() -> Option<String> {
    document().query_selector("link[rel=canonical]").ok()??.get_attribute("href")
}

/// The link in the address, or the one in its stead where the address cannot be changed; see `boot/unpack.js`.
pub fn fragment() -> String {
    let window = window();
    let instead = js_sys::Reflect::get(&window, &"briefingLink".into()).ok().and_then(|link| link.as_string());
    instead.unwrap_or_else(|| window.location().hash().unwrap_or_default())
}
