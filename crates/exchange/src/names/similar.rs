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

/// A name with which misspelt ones are compared.
pub struct Spelling<T> {
    name: &'static str,
    /// What it is the name of.
    meant: T,
    length: usize,
    letters: u64,
}

impl<T> Spelling<T> {
    /// The spelling of a folded name.
    pub fn of(name: &'static str, meant: T) -> Spelling<T> {
        Spelling { name, meant, length: name.chars().count(), letters: letters(name) }
    }
}

/// What goes by the names that a folded word may be misspelt for: those with the fewest letters added,
/// left out, changed or swapped (optimal string alignment), and where that is two or more, those with
/// one more. Few letters are allowed in short words, and none in words of up to four.
pub fn misspelt<T: Copy + PartialEq>(word: &str, names: &[Spelling<T>]) -> Vec<T> {
    let length = word.chars().count();
    let most = match length {
        0..=4 => return Vec::new(),
        5..=7 => 1,
        8..=12 => 2,
        _ => 3,
    };
    let of_word = letters(word);
    let near = names.iter().filter(|name| {
        // A changed letter takes one from the set and adds one.
        let others = (name.letters ^ of_word).count_ones() as usize;
        name.length > 4 && name.length.abs_diff(length) <= most && others <= 2 * most
    });
    let near = near.map(|name| (strsim::osa_distance(name.name, word), name.meant));
    let mut near: Vec<_> = near.filter(|(distance, _)| *distance <= most).collect();
    near.sort_by_key(|(distance, _)| *distance);
    let fewest = near.first().map_or(0, |(distance, _)| *distance);
    let until = if fewest > 1 { fewest + 1 } else { fewest };
    let mut meant = Vec::new();
    for (_, one) in near.into_iter().filter(|(distance, _)| *distance <= until) {
        if !meant.contains(&one) {
            meant.push(one);
        }
    }
    meant
}

/// The set of the letters of a word, as bits; letters may share one.
fn letters(word: &str) -> u64 {
    word.chars().fold(0, |letters, c| letters | 1 << (u32::from(c) % 64))
}
