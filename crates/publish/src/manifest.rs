//! The web app manifest (W3C), with which a briefing can be installed.

use query::{Shared, language};
use serde_json::json;

/// The file of the manifest, relative to the top.
pub const FILE: &str = "manifest.webmanifest";

/// The icon for home screens of iOS, relative to the top.
pub const TOUCH_ICON: &str = "icons/touch-180.png";

/// The manifest. Addresses are relative, so that they hold below any path. There is no `id`, because that would be
/// relative to the host and the same for every briefing on it; browsers then use the address of the start page.
pub fn manifest(data: Shared) -> String {
    let icon = |size: u32, name: &str, purpose: &str| {
        json!({
            "src": format!("icons/{name}-{size}.png"),
            "sizes": format!("{size}x{size}"),
            "type": "image/png",
            "purpose": purpose,
        })
    };
    // The language of name and description, not of the page.
    let (lang, direction) = language::resolved(data, language::name(data, data.title));
    let manifest = json!({
        "name": data.title,
        "description": data.standfirst,
        "lang": lang,
        "dir": direction.keyword(),
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        // `--paper` of style/tokens.css in the light scheme. A manifest has no dark one; the page has, in meta
        // elements.
        "theme_color": "#ffffff",
        "background_color": "#ffffff",
        "categories": ["news"],
        "icons": [icon(192, "icon", "any"), icon(512, "icon", "any"), icon(512, "maskable", "maskable")],
    });
    format!("{manifest:#}\n")
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use serde_json::Value;

    use super::*;

    /// Width and height of a PNG, which its first chunk says.
    fn size(png: &[u8]) -> String {
        let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        format!("{}x{}", number(16), number(20))
    }

    #[test]
    fn every_icon_is_there_in_the_size_that_is_promised() {
        let manifest: Value = serde_json::from_str(&manifest(crate::tests::seeds())).unwrap();
        let boot = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../boot");
        for icon in manifest["icons"].as_array().unwrap() {
            let png = fs::read(boot.join(icon["src"].as_str().unwrap())).unwrap();
            assert_eq!(size(&png), icon["sizes"].as_str().unwrap());
        }
        assert_eq!(size(&fs::read(boot.join(TOUCH_ICON)).unwrap()), "180x180");
    }
}
