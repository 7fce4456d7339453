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

/// Folded names with which misspelt ones are compared, the shortest first.
pub struct Spellings<T>(Vec<Spelling<T>>);

struct Spelling<T> {
    name: &'static str,
    /// What it is the name of.
    meant: T,
    length: usize,
    letters: u64,
}

impl<T: Copy + PartialEq> Spellings<T> {
    /// These names, each with what it is the name of. Nobody misspells one of four letters or fewer so
    /// that it can be told from others.
    pub fn of(names: impl IntoIterator<Item = (&'static str, T)>) -> Spellings<T> {
        let spelling = |(name, meant)| {
            let length = str::chars(name).count();
            Spelling { name, meant, length, letters: letters(name) }
        };
        let names = names.into_iter().map(spelling);
        let mut names: Vec<_> = names.filter(|spelling| spelling.length > 4).collect();
        names.sort_by_key(|spelling| (spelling.length, spelling.name));
        Spellings(names)
    }

    /// What goes by the names that a folded word may be misspelt for: those with the fewest letters
    /// added, left out, changed or swapped (optimal string alignment), and where that is two or more,
    /// those with one more. Few letters are allowed in short words, and none in words of up to four.
    pub fn misspelt(&self, word: &str) -> Vec<T> {
        let length = word.chars().count();
        if length <= 4 {
            return Vec::new();
        }
        let most = most_of(length);
        let of_word = letters(word);
        let from = self.0.partition_point(|name| name.length + most < length);
        let names = self.0.iter().skip(from).take_while(|name| name.length <= length + most);
        // A changed letter takes one from the set and adds one.
        let near = names.filter(|name| (name.letters ^ of_word).count_ones() as usize <= 2 * most);
        let near = near.filter(|name| word_by_word(name.name, word));
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
}

/// How many letters of a word of this length may be wrong.
fn most_of(length: usize) -> usize {
    match length {
        0..=3 => 0,
        4..=7 => 1,
        8..=12 => 2,
        _ => 3,
    }
}

/// Whether each word of a name may be misspelt for that of another: `Republic of Chile` is not meant for
/// `Republic of China`. Where a space is missing or too many, the words are not compared.
fn word_by_word(name: &str, other: &str) -> bool {
    let (names, others) = (name.split(' '), other.split(' '));
    names.clone().count() != others.clone().count()
        || names.zip(others).all(|(name, other)| {
            let length = name.chars().count().min(other.chars().count());
            strsim::osa_distance(name, other) <= most_of(length)
        })
}

/// The set of the letters of a word, as bits; letters may share one.
fn letters(word: &str) -> u64 {
    word.chars().fold(0, |letters, c| letters | 1 << (u32::from(c) % 64))
}
