//! What lets a site work without a host, opened from files, where browsers forbid modules and
//! `fetch`: a script, and copies as scripts of all that the program fetches.

use std::collections::BTreeMap;

use crate::client::Template;
use crate::error::PublishError;
use crate::file::File;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;

const CODE: &str = include_str!("local.js");

/// The script, and the copies of the program, from the files of the client.
///
/// # Errors
/// When the script of the client is not a module as wasm-bindgen writes it.
pub fn program(
    Template { script, program, .. }: &Template,
    client: &BTreeMap<String, Vec<u8>>,
) -> Result<Vec<File>, PublishError> {
    let code = CODE.replace("{script}", &script.path).replace("{program}", &program.path);
    let mut files = vec![File::new("local.js", code)];
    if let Some(module) = client.get(&script.path) {
        let module = String::from_utf8_lossy(module);
        let function = function(&module).ok_or(PublishError::Script)?;
        files.push(copy_with(&script.path, &function));
    }
    files.extend(client.get(&program.path).map(|bytes| copy_of(&program.path, bytes)));
    Ok(files)
}

/// The copy of the file with this path and content.
pub fn copy_of(path: &str, bytes: &[u8]) -> File {
    copy_with(path, &format!("\"{}\"", BASE64_STANDARD.encode(bytes)))
}

fn copy_with(path: &str, content: &str) -> File {
    File::new(format!("{path}.local.js"), format!("localFile({content});\n"))
}

/// A module of wasm-bindgen as an expression: the function that it exports as its default. `None` if
/// it has another form.
fn function(module: &str) -> Option<String> {
    let (body, exports) = module.rsplit_once("export {")?;
    let (_, default) = exports.split_once(" as default")?.0.rsplit_once([' ', ','])?;
    // Only the path of the program depends on the module's own address, and that is always given.
    let body = body.replace("import.meta.url", "document.baseURI");
    let lines: Vec<_> =
        body.lines().map(|line| line.strip_prefix("export ").unwrap_or(line)).collect();
    let is_module = |line: &&str| line.starts_with("import ") || line.contains("import.meta");
    if lines.iter().any(is_module) {
        return None;
    }
    Some(format!("(() => {{\n{}\nreturn {default};\n}})()", lines.join("\n")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_becomes_the_function_that_it_exports() {
        let module = "export class A {}\nexport function f() {}\nasync function init(at) {\n    \
                      at ??= new URL('a.wasm', import.meta.url);\n}\n\nexport { sync, init as default };\n";
        let expected = "(() => {\nclass A {}\nfunction f() {}\nasync function init(at) {\n    \
                        at ??= new URL('a.wasm', document.baseURI);\n}\n\nreturn init;\n})()";
        assert_eq!(function(module).as_deref(), Some(expected));
    }

    #[test]
    fn a_module_of_another_form_is_refused() {
        assert_eq!(function("import { a } from './b.js';\nexport { a as default };"), None);
        assert_eq!(function("console.log(import.meta.env);\nexport { a as default };"), None);
        assert_eq!(function("export default function f() {}"), None);
    }
}
