//! A table of names from CLDR, as `cargo xtask names` writes it.

/// Names in order, each with what it means.
pub struct Table(Vec<(&'static str, &'static str)>);

/// One meaning of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meaning {
    /// A code.
    pub code: &'static str,
    /// Whether the name is from a language whose names are also compared with misspelt ones.
    pub common: bool,
}

impl Table {
    /// The table in a text: in each line a folded name, a tab, and codes with spaces between them,
    /// after `*` where the name is from a common language. The lines are in the order of the names.
    pub fn of(text: &'static str) -> Table {
        Table(text.lines().filter_map(|line| line.split_once('\t')).collect())
    }

    /// What a folded name means; several where languages use it for different things.
    pub fn meanings(&self, folded: &str) -> impl Iterator<Item = Meaning> + use<> {
        let at = self.0.binary_search_by(|(name, _)| (*name).cmp(folded)).ok();
        let row = at.and_then(|at| self.0.get(at));
        row.into_iter().flat_map(|(_, codes)| meanings(codes)).collect::<Vec<_>>().into_iter()
    }

    /// Every name with one of its meanings, in the order of the names.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, Meaning)> {
        let rows = self.0.iter();
        rows.flat_map(|(name, codes)| meanings(codes).map(move |meaning| (*name, meaning)))
    }
}

fn meanings(codes: &'static str) -> impl Iterator<Item = Meaning> {
    codes.split(' ').map(|code| {
        let common = code.strip_prefix('*');
        Meaning { code: common.unwrap_or(code), common: common.is_some() }
    })
}
