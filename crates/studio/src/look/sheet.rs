//! A style sheet with colours in pairs, `--name: light-dark(#rrggbb, #rrggbb)`, as `theme.css` has them.

use std::collections::BTreeMap;
use std::ops::Range;

use super::colour::Colour;
use crate::sorting::sort_by_key;

/// The colours of a style sheet, by their names. The last of several with the same name counts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    pairs: BTreeMap<String, Pair>,
}

#[derive(Clone, Debug, PartialEq)]
struct Pair {
    colours: [Colour; 2],
    /// The ranges of all pairs with this name, from `light-dark` to its closing bracket.
    ranges: Vec<Range<usize>>,
}

impl Sheet {
    /// Reads a style sheet. Comments and strings are skipped.
    pub fn of(css: &str) -> Sheet {
        let mut sheet = Sheet::default();
        let mut reader = Reader { css, at: 0 };
        while reader.at < css.len() {
            if reader.space() || reader.string() {
                continue;
            }
            let Some(name) = reader.name() else {
                reader.letter();
                continue;
            };
            let Some(name) = name.strip_prefix("--") else { continue };
            reader.space();
            if !reader.sign(":") {
                continue;
            }
            reader.space();
            let start = reader.at;
            if let Some(colours) = reader.pair() {
                let pair = sheet.pairs.entry(name.to_owned());
                let pair = pair.or_insert(Pair { colours, ranges: Vec::new() });
                pair.colours = colours;
                pair.ranges.push(start..reader.at);
            }
        }
        sheet
    }

    /// The colours with a name, for light and dark screens.
    pub fn pair(&self, name: &str) -> Option<[Colour; 2]> {
        self.pairs.get(name).map(|pair| pair.colours)
    }

    /// The colours that another style sheet lacks, by their names.
    pub fn missing_in<'a>(
        &'a self,
        other: &'a Sheet,
    ) -> impl Iterator<Item = (&'a str, [Colour; 2])> {
        let missing = self.pairs.iter().filter(|(name, _)| !other.pairs.contains_key(*name));
        missing.map(|(name, pair)| (name.as_str(), pair.colours))
    }

    /// The style sheet with new colours for these names. Nothing else is changed; a missing name is added at
    /// the end.
    pub fn with(&self, css: &str, changes: &[(&str, [Colour; 2])]) -> String {
        let mut places = Vec::new();
        let mut added = String::new();
        for (name, [light, dark]) in changes {
            let pair = ["light-dark(", &light.written(), ", ", &dark.written(), ")"].concat();
            match self.pairs.get(*name) {
                Some(Pair { ranges, .. }) => {
                    places.extend(ranges.iter().map(|range| (range.clone(), pair.clone())));
                }
                None => added += &["\n:root { --", name, ": ", &pair, "; }\n"].concat(),
            }
        }
        sort_by_key(&mut places, |(range, _)| range.start);
        let mut new = String::new();
        let mut end = 0;
        for (range, pair) in places {
            new += css.get(end..range.start).unwrap_or_default();
            new += &pair;
            end = range.end;
        }
        new + css.get(end..).unwrap_or_default() + &added
    }
}

/// Reads a style sheet from its beginning (CSS Syntax Module Level 3, §4).
struct Reader<'a> {
    css: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        self.css.get(self.at..).unwrap_or_default()
    }

    /// Passes over what begins the rest.
    fn sign(&mut self, sign: &str) -> bool {
        let is_there = self.rest().starts_with(sign);
        self.at += if is_there { sign.len() } else { 0 };
        is_there
    }

    fn letter(&mut self) {
        self.at += self.rest().chars().next().map_or(1, char::len_utf8);
    }

    /// Passes over white space and comments.
    fn space(&mut self) -> bool {
        let start = self.at;
        loop {
            let rest = self.rest();
            let space =
                rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r', '\u{c}']).len();
            self.at += space;
            if self.sign("/*") {
                self.at += self.rest().find("*/").map_or(self.rest().len(), |end| end + 2);
            } else if space == 0 {
                return self.at > start;
            }
        }
    }

    /// Passes over a string.
    fn string(&mut self) -> bool {
        let Some(quote) = self.rest().chars().next().filter(|c| matches!(c, '"' | '\'')) else {
            return false;
        };
        self.letter();
        while let Some(c) = self.rest().chars().next() {
            self.letter();
            if c == '\\' {
                self.letter();
            } else if c == quote || c == '\n' {
                break;
            }
        }
        true
    }

    /// A name, or a number with its unit.
    fn name(&mut self) -> Option<&'a str> {
        let is_of_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
        let rest = self.rest();
        let end = rest.find(|c| !is_of_name(c)).unwrap_or(rest.len());
        self.at += end;
        rest.get(..end).filter(|name| !name.is_empty())
    }

    /// Two colours as `light-dark(#rrggbb, #rrggbb)`.
    fn pair(&mut self) -> Option<[Colour; 2]> {
        if self.name() != Some("light-dark") || !self.sign("(") {
            return None;
        }
        let light = self.colour()?;
        if !self.sign(",") {
            return None;
        }
        let dark = self.colour()?;
        self.sign(")").then_some([light, dark])
    }

    fn colour(&mut self) -> Option<Colour> {
        self.space();
        if !self.sign("#") {
            return None;
        }
        let colour = self.name().filter(|digits| digits.len() == 6);
        self.space();
        Colour::parse(colour?).ok()
    }
}
