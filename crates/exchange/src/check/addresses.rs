//! Email addresses, which are rarely meant for readers.

/// The first email address in a text: a name, `@` and a host with a dot, in ASCII.
pub fn email_address(text: &str) -> Option<&str> {
    text.match_indices('@').find_map(|(at, _)| {
        let is_of_name = |c: char| c.is_ascii_alphanumeric() || "._%+-".contains(c);
        let is_of_host = |c: char| c.is_ascii_alphanumeric() || ".-".contains(c);
        let (before, behind) = (text.get(..at)?, text.get(at + 1..)?);
        let start = before.trim_end_matches(is_of_name).len();
        let host = behind.len() - behind.trim_start_matches(is_of_host).len();
        let host = behind.get(..host)?.trim_end_matches(['.', '-']);
        let (_, end) = host.rsplit_once('.')?;
        let is_end = end.len() > 1 && end.bytes().all(|byte| byte.is_ascii_alphabetic());
        (start < at && is_end).then(|| text.get(start..=at + host.len())).flatten()
    })
}
