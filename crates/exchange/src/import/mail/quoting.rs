//! HTML elements that mail programs put around what is not part of the message.

use crate::import::html::Tag;

/// What mail programs put around quoted e-mails, and around the signature block below each text. No
/// specification names these; they are what the programs write.
pub fn of_mail(tag: &Tag) -> Option<&'static str> {
    const QUOTED: Option<&str> = Some("the quotation of another e-mail");
    const BLOCK: Option<&str> = Some("the block below the text");
    if tag.name == "blockquote" && tag.attribute("type") == Some("cite") {
        return QUOTED;
    }
    let classes = tag.attribute("class").unwrap_or_default().split_ascii_whitespace();
    let ids = tag.attribute("id").into_iter();
    classes.chain(ids).find_map(|name| match name {
        // Gmail, Thunderbird, Yahoo, Proton, Outlook.
        "gmail_quote" | "moz-cite-prefix" | "protonmail_quote" | "yahoo_quoted"
        | "divRplyFwdMsg" => QUOTED,
        "gmail_signature" | "moz-signature" | "protonmail_signature_block" => BLOCK,
        _ => None,
    })
}
