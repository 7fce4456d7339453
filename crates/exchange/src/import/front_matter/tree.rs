//! The fields of front matter as written, in any format.

/// A field of front matter.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name, as written.
    pub name: String,
    /// The line of its name, from 1 in the front matter.
    pub line: usize,
    /// Its value.
    pub value: Value,
}

/// The value of a field. Numbers, dates and the like are kept as text.
#[derive(Clone, Debug)]
pub enum Value {
    /// No value was given.
    Nothing,
    /// A single value.
    Text(String),
    /// A list of values, each with its line.
    List(Vec<(usize, Value)>),
    /// Values with names.
    Map(Vec<Field>),
}

impl Value {
    /// The value in one line, for a note.
    pub fn shown(&self) -> String {
        let list = |parts: Vec<String>| parts.join(", ");
        match self {
            Value::Nothing => String::new(),
            Value::Text(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
            Value::List(items) => {
                format!("[{}]", list(items.iter().map(|(_, item)| item.shown()).collect()))
            }
            Value::Map(fields) => {
                let field = |field: &Field| format!("{}: {}", field.name, field.value.shown());
                format!("{{{}}}", list(fields.iter().map(field).collect()))
            }
        }
    }
}

/// The content of front matter.
#[derive(Debug, Default)]
pub struct Read {
    /// Its fields, in order.
    pub fields: Vec<Field>,
    /// What could not be read or was left out, each with its line, from 1 in the front matter.
    pub notes: Vec<(usize, String)>,
    /// Lines that could not be read at all, each with its text.
    pub unread: Vec<(usize, String)>,
}
