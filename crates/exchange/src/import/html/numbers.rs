//! The numbers of list items, as browsers show them.

/// How a list is numbered.
#[derive(Debug)]
pub struct Numbering {
    next: i64,
    step: i64,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Decimal,
    LowerAlpha,
    UpperAlpha,
    LowerRoman,
    UpperRoman,
    None,
}

impl Numbering {
    /// The numbering of a list with these attributes and this many items (HTML Standard, §4.4.5).
    pub fn of(
        start: Option<&str>,
        reversed: bool,
        kind: Option<&str>,
        style: &str,
        items: usize,
    ) -> Numbering {
        let first = start.and_then(integer);
        let items = i64::try_from(items).unwrap_or(i64::MAX);
        Numbering {
            next: first.unwrap_or(if reversed { items } else { 1 }),
            step: if reversed { -1 } else { 1 },
            kind: of_style(style).or(kind.and_then(of_type)).unwrap_or(Kind::Decimal),
        }
    }

    /// The number of the next item, with its dot; `None` in a list without numbers.
    pub fn next(&mut self, value: Option<&str>, kind: Option<&str>) -> Option<String> {
        let number = value.and_then(integer).unwrap_or(self.next);
        self.next = number.saturating_add(self.step);
        let kind = kind.and_then(of_type).unwrap_or(self.kind);
        let written = match kind {
            Kind::None => return None,
            Kind::Decimal => None,
            Kind::LowerAlpha => alphabetic(number),
            Kind::UpperAlpha => alphabetic(number).map(|text| text.to_uppercase()),
            Kind::LowerRoman => roman(number),
            Kind::UpperRoman => roman(number).map(|text| text.to_uppercase()),
        };
        Some(format!("{}.", written.unwrap_or_else(|| number.to_string())))
    }
}

/// An integer at the beginning of a text, as HTML reads it (§2.3.4.1).
fn integer(text: &str) -> Option<i64> {
    let text = text.trim_start();
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let length = digits.bytes().take_while(u8::is_ascii_digit).count();
    let end = text.len() - digits.len() + length;
    text.get(..end)?.parse::<i32>().ok().map(i64::from)
}

fn of_type(kind: &str) -> Option<Kind> {
    match kind {
        "1" => Some(Kind::Decimal),
        "a" => Some(Kind::LowerAlpha),
        "A" => Some(Kind::UpperAlpha),
        "i" => Some(Kind::LowerRoman),
        "I" => Some(Kind::UpperRoman),
        _ => None,
    }
}

fn of_style(style: &str) -> Option<Kind> {
    let style = style.to_ascii_lowercase();
    let value = style.split(';').filter_map(|part| part.split_once(':'));
    let mut value =
        value.filter(|(name, _)| matches!(name.trim(), "list-style" | "list-style-type"));
    match value.next_back()?.1.split_whitespace().next()? {
        "decimal" => Some(Kind::Decimal),
        "lower-alpha" | "lower-latin" => Some(Kind::LowerAlpha),
        "upper-alpha" | "upper-latin" => Some(Kind::UpperAlpha),
        "lower-roman" => Some(Kind::LowerRoman),
        "upper-roman" => Some(Kind::UpperRoman),
        "none" | "disc" | "circle" | "square" => Some(Kind::None),
        _ => None,
    }
}

/// a to z, then aa, ab, … (CSS Counter Styles, §6.1); only for numbers above zero.
pub fn alphabetic(mut number: i64) -> Option<String> {
    let mut letters = Vec::new();
    while number > 0 {
        number -= 1;
        letters.push(char::from(b'a' + u8::try_from(number % 26).ok()?));
        number /= 26;
    }
    letters.reverse();
    (!letters.is_empty()).then(|| letters.into_iter().collect())
}

/// Roman numerals, which CSS has for 1 to 3999.
pub fn roman(mut number: i64) -> Option<String> {
    const PARTS: [(i64, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if !(1..=3999).contains(&number) {
        return None;
    }
    let mut text = String::new();
    for (value, letters) in PARTS {
        while number >= value {
            text += letters;
            number -= value;
        }
    }
    Some(text)
}
