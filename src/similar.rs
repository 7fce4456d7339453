//! What somebody may have meant.

/// How alike two words must be, from 0 to 1 (Jaro–Winkler).
const ALIKE: f64 = 0.8;

/// The word that is nearest to another, if one is near.
pub fn nearest<'a>(word: &str, words: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let alike = words.into_iter().map(|other| (strsim::jaro_winkler(word, other), other));
    let (likeness, other) = alike.max_by(|(a, _), (b, _)| a.total_cmp(b))?;
    (likeness >= ALIKE).then(|| other.to_owned())
}
