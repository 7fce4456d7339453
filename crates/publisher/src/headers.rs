//! The headers that hosts which read `_headers` (Netlify, Cloudflare Pages) send with each file.

/// The file. A policy in a header can forbid one thing that a policy in the page cannot: showing
/// the page in a frame on another site. Hosts compare whole paths, so the file has to name the folder
/// of the site.
pub fn headers(folder: &str, policy: &str, hashed: &[String]) -> String {
    let mut text = format!(
        "{folder}*\n  Content-Security-Policy: {policy}; frame-ancestors 'none'\n  \
         X-Content-Type-Options: nosniff\n  \
         Referrer-Policy: strict-origin-when-cross-origin\n  \
         Cross-Origin-Opener-Policy: same-origin\n  \
         Permissions-Policy: camera=(), geolocation=(), microphone=()\n"
    );
    for file in hashed {
        text +=
            &format!("\n{folder}{file}\n  Cache-Control: public, max-age=31536000, immutable\n");
    }
    text += &format!("\n{folder}fonts/*\n  Cache-Control: public, max-age=604800\n");
    text
}
