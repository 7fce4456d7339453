//! Shrinks programs for browsers: the client that Trunk has built, and those of the studio.

use std::collections::HashMap;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256, Sha384};
use wasm_encoder::{CodeSection, Module, NameMap, NameSection, RawSection};
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

use crate::shell::{command, run};

/// Dead hydration code: no page hydrates asynchronously, but every Leptos view puts the function
/// for it into its vtable, where no linker can tell that it is unused. It is a tenth of all code.
/// If it were called after all, the program would stop, and the browser tests would fail.
const DEFERRED: &str = "hydrate_async";
/// Methods of views that put them into a document, or wait for them. A program that writes views as HTML has them in
/// the same vtables as the one method that it calls.
const NOT_FOR_WRITING: [&str; 9] = [
    "build",
    "hydrate",
    "hydrate_async",
    "hydrate_from_server",
    "rebuild",
    "resolve",
    "to_html_async",
    "to_html_async_ooo",
    "to_html_async_with_buf",
];
/// What the paths of these methods have before their names.
const OF_VIEWS: [&str; 3] =
    ["tachys::view::Render", "tachys::view::any_view::IntoAny", "tachys::html::attribute::"];
/// Functions that do next to nothing are left: the compiler merges identical ones under one name, and another
/// that is called may be among them.
const SMALL: usize = 32;
/// The compiler's name for the body of an async function.
const BODY: &str = "::{{closure}}";
/// A function body without variables that traps.
const STOP: [u8; 3] = [0x00, 0x00, 0x0b];

/// The passes of wasm-opt. Functions with similar names have similar code, and compress better side
/// by side ([`sorted_by`] chooses the names). Level 2 compresses better than the levels for size, and
/// the compressed size is what counts. The names are needed only for the ordering, and dropped at the
/// end.
const PASSES: [&str; 7] = [
    "-O2",
    "-s",
    "1",
    "--converge",
    "--reorder-locals",
    "--reorder-globals",
    "--reorder-functions-by-name",
];

/// Whether nothing calls a function, by its name and the size of its body in bytes.
pub type IsUncalled = fn(&str, usize) -> bool;

/// Replaces the program in a folder, renames it after its digest, and updates index.html.
pub fn shrink(site: &Path) -> Result<()> {
    let before = program(site)?;
    let wasm = fs::read(&before).with_context(|| format!("cannot read {}", before.display()))?;
    if shrink_program(&before, is_deferred)? == 0 {
        bail!("found no function named {DEFERRED}: has Leptos or Trunk changed?");
    }
    let small = fs::read(&before).with_context(|| format!("cannot read {}", before.display()))?;
    let digest: String =
        Sha256::digest(&small).iter().take(8).map(|b| format!("{b:02x}")).collect();
    let (name, after) = (file_name(&before), format!("solidarity-atlas-{digest}_bg.wasm"));
    fs::rename(&before, site.join(&after)).context("cannot rename the program")?;
    let page = site.join("index.html");
    let html = fs::read_to_string(&page).context("cannot read index.html")?;
    let html = html.replace(&name, &after).replace(&integrity(&wasm), &integrity(&small));
    fs::write(&page, html).context("cannot write index.html")
}

/// Shrinks the program in a file. Returns how many functions in it nothing calls, by their names.
pub fn shrink_program(file: &Path, is_uncalled: IsUncalled) -> Result<usize> {
    let wasm = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    let (emptied, count) = without_uncalled(&wasm, is_uncalled)?;
    fs::write(file, emptied).with_context(|| format!("cannot write {}", file.display()))?;
    run(command("wasm-opt").args(PASSES).arg(file).arg("-o").arg(file))?;
    Ok(count)
}

/// The file of the program in Trunk's output.
fn program(site: &Path) -> Result<PathBuf> {
    let entries = fs::read_dir(site).with_context(|| format!("cannot read {}", site.display()))?;
    for entry in entries {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "wasm") {
            return Ok(path);
        }
    }
    bail!("found no program in {}", site.display())
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The value of the `integrity` attribute, as Trunk writes it.
fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

/// The program without the bodies of functions that nothing calls, and the number of these.
fn without_uncalled(wasm: &[u8], is_uncalled: IsUncalled) -> Result<(Vec<u8>, usize)> {
    let names: HashMap<u32, &str> = functions(wasm)?.into_iter().collect();
    let mut count = 0;
    let mut module = Module::new();
    let mut code = CodeSection::new();
    let mut left = 0;
    let mut number = imported(wasm)?;
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        match &payload {
            Payload::CodeSectionStart { count, .. } => left = *count,
            Payload::CodeSectionEntry(body) => {
                let whole = part(wasm, body.range())?;
                let name = names.get(&number).copied().unwrap_or_default();
                let is_uncalled = is_uncalled(name, whole.len());
                count += usize::from(is_uncalled);
                code.raw(if is_uncalled { &STOP } else { whole });
                number += 1;
                left -= 1;
                if left == 0 {
                    module.section(&code);
                }
            }
            Payload::CustomSection(section) if section.name() == "name" => {
                module.section(&sorting_names(wasm)?);
            }
            _ => {
                if let Some((id, range)) = payload.as_section() {
                    module.section(&RawSection { id, data: part(wasm, range)? });
                }
            }
        }
    }
    Ok((module.finish(), count))
}

/// A name section in which each function has the name that it is sorted by.
fn sorting_names(wasm: &[u8]) -> Result<NameSection> {
    let mut names = NameMap::new();
    for (index, name) in functions(wasm)? {
        names.append(index, &sorted_by(name));
    }
    let mut section = NameSection::new();
    section.functions(&names);
    Ok(section)
}

/// The indices and names of the functions.
fn functions(wasm: &[u8]) -> Result<Vec<(u32, &str)>> {
    let mut found = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let Payload::CustomSection(section) = payload? else { continue };
        let KnownCustom::Name(names) = section.as_known() else { continue };
        for name in names {
            let Name::Function(functions) = name? else { continue };
            for function in functions {
                let function = function?;
                found.push((function.index, function.name));
            }
        }
    }
    Ok(found)
}

/// The name that a function is sorted by: the method of a trait before the type that implements it, without
/// brackets, and without the compiler's hash, which says nothing of the code.
fn sorted_by(name: &str) -> String {
    let name = without_hash(name);
    let (of, method) = name.rsplit_once(">::").unwrap_or((name, ""));
    let name = match of.strip_prefix('<').and_then(|of| of.split_once(" as ")) {
        Some((implementor, of)) => format!("{of}::{method} {implementor}"),
        None => name.to_owned(),
    };
    name.replace(['<', '>', '&', '[', ']'], "")
}

/// A name without the hash that may end it: `::h` and 16 digits.
fn without_hash(name: &str) -> &str {
    let hashed = name.rsplit_once("::h").filter(|(_, hash)| {
        hash.len() == 16 && hash.bytes().all(|digit| digit.is_ascii_hexdigit())
    });
    hashed.map_or(name, |(path, _)| path)
}

/// Whether a function, or the body of one, is called by no page that takes over what the build wrote. Functions
/// inside the body do not count: the compiler merges identical functions under one name, so they may be called
/// elsewhere.
pub fn is_deferred(name: &str, _: usize) -> bool {
    let path = without_hash(name);
    let path = path.strip_suffix(BODY).unwrap_or(path);
    path.ends_with(DEFERRED)
}

/// Whether a function is called by no program that writes views as HTML and does not wait for anything.
pub fn is_not_for_writing(name: &str, size: usize) -> bool {
    let path = without_hash(name);
    let path = path.strip_suffix(BODY).unwrap_or(path);
    let is_method = path.rsplit_once("::").is_some_and(|(of, method)| {
        NOT_FOR_WRITING.contains(&method) && OF_VIEWS.iter().any(|views| of.contains(views))
    });
    is_method && size > SMALL
}

/// The number of imported functions, which have the lowest indices.
fn imported(wasm: &[u8]) -> Result<u32> {
    let mut count = 0;
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::ImportSection(imports) = payload? {
            for import in imports.into_imports() {
                count += u32::from(matches!(import?.ty, TypeRef::Func(_)));
            }
        }
    }
    Ok(count)
}

fn part(wasm: &[u8], range: Range<u64>) -> Result<&[u8]> {
    let range = usize::try_from(range.start)?..usize::try_from(range.end)?;
    wasm.get(range).context("a section extends beyond the end of the file")
}

#[cfg(test)]
#[allow(clippy::panic, reason = "a test is to stop where it fails")]
mod tests {
    use super::*;

    #[test]
    fn only_what_waits_is_uncalled_and_not_what_is_within_it() {
        let view = "<T as tachys::view::any_view::IntoAny>::into_any::";
        for name in ["hydrate_async", "hydrate_async::{{closure}}::h78ba10da18267590"] {
            assert!(is_deferred(&format!("{view}{name}"), 100), "{name}");
        }
        for name in
            ["hydrate::{{closure}}", "hydrate_async::{{closure}}::{{closure}}::ha0165daa7457d16d"]
        {
            assert!(!is_deferred(&format!("{view}{name}"), 100), "{name}");
        }
        let dropping =
            "core::ptr::drop_in_place<into_any::hydrate_async::{{closure}}>::h17ed4a1b2c3d4e5f";
        assert!(!is_deferred(dropping, 100));
    }

    #[test]
    fn only_some_methods_of_views_are_not_for_writing() {
        for name in [
            "<alloc::vec::Vec<T> as tachys::view::Render>::build::h78ba10da18267590",
            "tachys::reactive_graph::<impl tachys::view::Render for F>::rebuild",
            "<T as tachys::view::any_view::IntoAny>::into_any::hydrate_from_server::{{closure}}",
        ] {
            assert!(is_not_for_writing(name, 100), "{name}");
        }
        for name in [
            "<alloc::vec::Vec<T> as tachys::view::RenderHtml>::to_html_with_buf",
            "zip::write::FileOptions::build",
            "solidarity_publisher::rebuild",
        ] {
            assert!(!is_not_for_writing(name, 100), "{name}");
        }
        let merged = "<() as tachys::view::Render>::rebuild";
        assert!(!is_not_for_writing(merged, 3));
    }

    #[test]
    fn functions_are_sorted_by_trait_and_method_and_not_by_hash() {
        let key = |name: &str| sorted_by(&format!("{name}::h78ba10da18267590"));
        let method = "<alloc::vec::Vec<T> as tachys::view::Render>::build";
        assert_eq!(key(method), "tachys::view::Render::build alloc::vec::VecT");
        assert_eq!(key("atlas::find::{{closure}}"), "atlas::find::{{closure}}");
        assert_eq!(key("<str>::len"), "str::len");
    }

    #[test]
    fn a_program_keeps_all_but_the_bodies_of_what_is_uncalled() {
        use wasm_encoder::{Function, FunctionSection, TypeSection};

        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut functions = FunctionSection::new();
        let mut code = CodeSection::new();
        let mut names = NameMap::new();
        for (number, name) in ["kept", "x::hydrate_async"].into_iter().enumerate() {
            functions.function(0);
            let mut body = Function::new([]);
            body.instructions().nop().nop().end();
            code.function(&body);
            names.append(number as u32, name);
        }
        let mut name_section = NameSection::new();
        name_section.functions(&names);
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&code).section(&name_section);
        let before = module.finish();

        let Ok((after, count)) = without_uncalled(&before, is_deferred) else {
            panic!("not a program")
        };
        assert_eq!(count, 1);
        let bodies = |wasm: &[u8]| -> Vec<u64> {
            let payloads = Parser::new(0).parse_all(wasm).filter_map(Result::ok);
            let body = |payload| match payload {
                Payload::CodeSectionEntry(body) => Some(body.range().end - body.range().start),
                _ => None,
            };
            payloads.filter_map(body).collect()
        };
        assert_eq!((bodies(&before), bodies(&after)), (vec![4, 4], vec![4, 3]));
    }
}
