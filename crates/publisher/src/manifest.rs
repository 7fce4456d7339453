//! The web app manifest.

use serde_json::json;
use solidarity_core::text::closed;
use solidarity_core::titles::Titles;

/// The name of the file.
pub const FILE: &str = "site.webmanifest";
/// The icons, with their widths in pixels.
pub const ICONS: [(&str, u32); 3] =
    [("icon-180.png", 180), ("icon-192.png", 192), ("icon-512.png", 512)];

/// The manifest. Its paths are relative to the file, so that it works in any folder.
pub fn manifest(titles: Titles, paper: &str) -> String {
    let icon = |(name, side): (&str, u32)| json!({ "src": name, "sizes": format!("{side}x{side}"), "type": "image/png" });
    let manifest = json!({
        "name": titles.whole_title(),
        "short_name": closed(&titles.collection.title),
        "description": titles.occasion(),
        "lang": titles.collection.language,
        "start_url": ".",
        "scope": ".",
        "display": "minimal-ui",
        "background_color": paper,
        "theme_color": paper,
        "icons": ICONS.map(icon),
    });
    format!("{manifest:#}\n")
}
