//! What was probably meant.

/// The entry whose name is nearest to a word, if it is at least this similar, from 0 to 1 (Jaro–Winkler).
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

/// Folded names for comparing misspelt ones, shortest first.
pub struct Spellings<T>(Vec<Spelling<T>>);

struct Spelling<T> {
    name: &'static str,
    /// What it names.
    meant: T,
    length: usize,
    letters: u64,
}

impl<T: Copy + PartialEq> Spellings<T> {
    /// These names, each with what it names. Names of up to four letters are left out: misspelt ones cannot be
    /// told apart.
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

    /// The entries whose names a folded word may misspell: those with the fewest letters added, left out,
    /// changed or swapped (optimal string alignment); if these are two or more, also those with one more. Short
    /// words may differ in few letters, words of up to four in none.
    pub fn misspelt(&self, word: &str) -> Vec<T> {
        let length = word.chars().count();
        if length <= 4 {
            return Vec::new();
        }
        let most = most_of(length);
        let of_word = letters(word);
        let from = self.0.partition_point(|name| name.length + most < length);
        let names = self.0.iter().skip(from).take_while(|name| name.length <= length + most);
        // A changed letter removes one from the set and adds one.
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

/// Whether each word of a name may misspell that of another: `Republic of Chile` is not meant for `Republic of
/// China`. With a missing or an extra space, words are not compared.
fn word_by_word(name: &str, other: &str) -> bool {
    let (names, others) = (name.split(' '), other.split(' '));
    names.clone().count() != others.clone().count()
        || names.zip(others).all(|(name, other)| {
            let length = name.chars().count().min(other.chars().count());
            strsim::osa_distance(name, other) <= most_of(length)
        })
}

/// The set of the letters of a word, as bits; letters may share a bit.
fn letters(word: &str) -> u64 {
    word.chars().fold(0, |letters, c| letters | 1 << (u32::from(c) % 64))
}
