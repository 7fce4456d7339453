//! What search engines are told about the site.

use crate::markup::escaped;

/// sitemap.xml (<https://www.sitemaps.org/protocol.html>), from the address of the site and the
/// paths of its pages.
pub fn sitemap(url: &str, paths: &[String]) -> String {
    let entry =
        |path: &String| format!("  <url><loc>{}</loc></url>\n", escaped(&format!("{url}{path}")));
    let entries: String = paths.iter().map(entry).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{entries}</urlset>\n"
    )
}

/// robots.txt: allows reading everything, and names the sitemap, if there is one.
pub fn robots(url: Option<&str>) -> String {
    let sitemap = url.map(|url| format!("\nSitemap: {url}sitemap.xml\n")).unwrap_or_default();
    format!("User-agent: *\nAllow: /\n{sitemap}")
}
