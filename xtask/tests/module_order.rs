//! Inside a crate imports run one way: no file imports another that leads back to it, and modules keep the
//! order that ARCHITECTURE.md draws.

#![allow(clippy::expect_used, clippy::panic, reason = "a test is to stop where it fails")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use syn::visit::{self, Visit};
use syn::{Item, ItemUse, UseTree, Visibility};

/// The modules of each crate, those that others are built on first. A module may import those before it;
/// those on one line may not import each other.
const ORDER: [(&str, &[&[&str]]); 4] = [
    (
        "crates/core/src",
        &[
            &["ordering", "places", "text"],
            &["collection"],
            &["atlas", "search"],
            &["address", "handover"],
            &["locale"],
            &["titles"],
            &["citation", "quotation", "selection", "sharing"],
        ],
    ),
    ("src", &[&["browser"], &["state"], &["components"], &["pages"], &["app"]]),
    ("src/components", &[&["ids"], &["shell"], &["search"], &["message"], &["map"], &["grid"]]),
    ("crates/publisher/src", &[]),
];

/// Crates without an order of their own, whose files make no circle either.
const OTHERS: [&str; 5] = [
    "crates/exchange/src",
    "crates/studio/src",
    "crates/pictures/src",
    "crates/cli/src",
    "xtask/src",
];

#[test]
fn no_file_imports_one_that_leads_back_to_it() {
    for folder in ["src"].into_iter().chain(crates()) {
        let imports = Imports::of(folder);
        if let Some(circle) = imports.circle() {
            panic!("{folder}: these files import each other in a circle: {}", circle.join(" → "));
        }
    }
}

#[test]
fn modules_import_only_those_that_they_are_built_on() {
    for (folder, order) in ORDER {
        let level = |module: &str| order.iter().position(|level| level.contains(&module));
        let imports = Imports::of(folder);
        for (from, targets) in &imports.targets {
            for to in targets {
                let [from, to] = [from, to].map(|module| first(module));
                let (Some(above), Some(below)) = (level(from), level(to)) else { continue };
                assert!(from == to || below < above, "{folder}: {from} imports {to}");
            }
        }
        // A module that is new has a place in the order.
        for module in imports.targets.keys().map(|module| first(module)) {
            let known = order.is_empty() || module.is_empty() || level(module).is_some();
            assert!(known, "{folder}: the module {module} has no place in the order");
        }
    }
}

fn crates() -> impl Iterator<Item = &'static str> {
    ["crates/core/src", "crates/publisher/src"].into_iter().chain(OTHERS)
}

fn first(module: &str) -> &str {
    module.split("::").next().unwrap_or_default()
}

/// Which module of a folder imports which, by their paths; each file is a module.
struct Imports {
    targets: BTreeMap<String, BTreeSet<String>>,
}

impl Imports {
    fn of(folder: &str) -> Imports {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(folder);
        let mut files = BTreeMap::new();
        gather(&root, "", &mut files);
        assert!(files.len() > 1, "{folder} has no files");
        let parsed: BTreeMap<String, Uses> = files
            .iter()
            .map(|(module, path)| {
                let text = fs::read_to_string(path).expect("a file");
                let file = syn::parse_file(&text).expect("Rust");
                let mut uses = Uses::default();
                uses.visit_file(&file);
                (module.clone(), uses)
            })
            .collect();
        // Within a folder of the client `crate` is the crate, of which the folder is a part.
        let prefix = folder.strip_prefix("src/").map(|part| part.replace('/', "::"));
        let target =
            |module: &str, path: &[String]| resolve(&parsed, module, path, prefix.as_deref());
        let targets = parsed.iter().map(|(module, uses)| {
            let to = uses.paths.iter().filter_map(|path| target(module, path));
            (module.clone(), to.filter(|to| to != module).collect())
        });
        Imports { targets: targets.collect() }
    }

    /// Modules that import each other, if any do.
    fn circle(&self) -> Option<Vec<String>> {
        let mut left = self.targets.clone();
        // What imports nothing that is left is in no circle.
        loop {
            let leaf = left.iter().find(|(_, to)| !to.iter().any(|to| left.contains_key(to)));
            match leaf.map(|(module, _)| module.clone()) {
                Some(leaf) => left.remove(&leaf),
                None => break,
            };
        }
        let mut circle = vec![left.keys().next()?.clone()];
        loop {
            let next = left[circle.last()?].iter().find(|to| left.contains_key(*to))?;
            if let Some(start) = circle.iter().position(|module| module == next) {
                return Some(circle.split_off(start));
            }
            circle.push(next.clone());
        }
    }
}

/// The files of a folder by the paths of their modules: that of the folder itself is empty.
fn gather(folder: &Path, module: &str, files: &mut BTreeMap<String, PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let below = if module.is_empty() { name.clone() } else { format!("{module}::{name}") };
        match path.extension() {
            // Programs stand above the library.
            None if path.is_dir() && name != "bin" => gather(&path, &below, files),
            Some(extension) if extension == "rs" && name != "main" => {
                let of_folder = name == "mod" || name == "lib";
                files.insert(if of_folder { module.to_owned() } else { below }, path);
            }
            _ => {}
        }
    }
}

/// What a file imports, and what it hands on from the modules below it.
#[derive(Default)]
struct Uses {
    paths: Vec<Vec<String>>,
    handed_on: BTreeMap<String, Vec<String>>,
}

impl<'ast> Visit<'ast> for Uses {
    fn visit_item(&mut self, item: &'ast Item) {
        // Tests may use what they test.
        if !matches!(item, Item::Mod(module) if module.ident == "tests") {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        let mut paths = Vec::new();
        flatten(&item.tree, &mut Vec::new(), &mut paths);
        match item.vis {
            Visibility::Inherited => self.paths.extend(paths.into_iter().map(|(path, _)| path)),
            _ => self.handed_on.extend(paths.into_iter().map(|(path, name)| (name, path))),
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let path: Vec<_> = path.segments.iter().map(|part| part.ident.to_string()).collect();
        if path.len() > 1 {
            self.paths.push(path);
        }
    }
}

fn flatten(tree: &UseTree, before: &mut Vec<String>, paths: &mut Vec<(Vec<String>, String)>) {
    let with = |name: String| before.iter().cloned().chain([name]).collect::<Vec<_>>();
    match tree {
        UseTree::Path(path) => {
            before.push(path.ident.to_string());
            flatten(&path.tree, before, paths);
            before.pop();
        }
        UseTree::Group(group) => {
            group.items.iter().for_each(|tree| flatten(tree, before, paths));
        }
        UseTree::Name(name) if name.ident == "self" => {
            paths.push((before.clone(), before.last().cloned().unwrap_or_default()));
        }
        UseTree::Name(name) => {
            paths.push((with(name.ident.to_string()), name.ident.to_string()));
        }
        UseTree::Rename(rename) => {
            paths.push((with(rename.ident.to_string()), rename.rename.to_string()));
        }
        UseTree::Glob(_) => paths.push((before.clone(), "*".to_owned())),
    }
}

/// The module that has what a path names: where a module hands on what one below it has, the one below.
fn resolve(
    parsed: &BTreeMap<String, Uses>,
    module: &str,
    path: &[String],
    prefix: Option<&str>,
) -> Option<String> {
    let (start, mut rest) = path.split_first()?;
    let mut at: Vec<&str> = module.split("::").filter(|part| !part.is_empty()).collect();
    match start.as_str() {
        "crate" => {
            at.clear();
            for part in prefix.into_iter().flat_map(|prefix| prefix.split("::")) {
                rest = rest.split_first().filter(|(first, _)| *first == part)?.1;
            }
        }
        "self" => {}
        "super" => {
            at.pop()?;
            while let Some((_, after)) = rest.split_first().filter(|(part, _)| *part == "super") {
                at.pop()?;
                rest = after;
            }
        }
        _ => {
            // A module that is declared here.
            rest = path;
            let below = at.iter().copied().chain([start.as_str()]).collect::<Vec<_>>().join("::");
            parsed.get(&below)?;
        }
    }
    while let Some((part, after)) = rest.split_first() {
        let below = at.iter().copied().chain([part.as_str()]).collect::<Vec<_>>().join("::");
        if !parsed.contains_key(&below) {
            break;
        }
        at.push(part);
        rest = after;
    }
    let found = at.join("::");
    let handed_on = rest.first().and_then(|name| parsed.get(&found)?.handed_on.get(name));
    match handed_on {
        Some(path) => resolve(parsed, &found, path, prefix),
        None => parsed.contains_key(&found).then_some(found),
    }
}
