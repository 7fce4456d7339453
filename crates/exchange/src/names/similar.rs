//! What somebody may have meant.

/// What goes by the name that is nearest to a word, if one is near: at least so alike, from 0 to 1
/// (Jaro–Winkler).
pub fn nearest<T>(
    word: &str,
    names: impl IntoIterator<Item = (impl AsRef<str>, T)>,
    alike: f64,
) -> Option<T> {
    let likeness =
        names.into_iter().map(|(name, meant)| (strsim::jaro_winkler(name.as_ref(), word), meant));
    let (likeness, meant) = likeness.max_by(|(a, _), (b, _)| a.total_cmp(b))?;
    (likeness >= alike).then_some(meant)
}
