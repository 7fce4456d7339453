//! Fields (ECMA-376, part 1, §17.16): a code, which is not text, and a result, which is.

/// The open fields.
#[derive(Default)]
pub struct Fields(Vec<Field>);

#[derive(Default)]
struct Field {
    code: String,
    has_result: bool,
}

impl Fields {
    /// Begins, divides or ends a field. Returns the address of a link whose text begins here.
    pub fn mark(&mut self, kind: &str) -> Option<String> {
        match kind {
            "begin" => self.0.push(Field::default()),
            "separate" => {
                let field = self.0.last_mut()?;
                field.has_result = true;
                return address(&field.code);
            }
            "end" => {
                self.0.pop();
            }
            _ => {}
        }
        None
    }

    /// Adds to the code.
    pub fn add(&mut self, code: &str) {
        if let Some(field) = self.0.last_mut() {
            field.code += code;
        }
    }

    /// Whether the current position is within a code.
    pub fn in_code(&self) -> bool {
        self.0.iter().any(|field| !field.has_result)
    }
}

/// The address in the code of a link (§17.16.5.25).
pub fn address(code: &str) -> Option<String> {
    let rest = code.trim_start().strip_prefix("HYPERLINK")?.trim_start();
    let address = rest.strip_prefix('"')?.split('"').next()?;
    Some(address.to_owned()).filter(|address| !address.is_empty())
}
