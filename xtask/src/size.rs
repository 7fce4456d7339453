//! The download size of a first visit.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::shell::root;

/// The most bytes of WebAssembly, compressed. The goal is 200 kB. Of the total, hydration takes 15
/// kB in leptos 0.8; the search engine and its interface 21 kB; the map with dots, tiles and the
/// box to find places 19 kB; and divided collections, with only some of thousands of cards
/// rendered, 14 kB.
const WASM_BUDGET: usize = 241_000;
/// The most bytes of fonts, if a page needs all of them.
const FONTS_BUDGET: usize = 70_000;
/// The most bytes for a first visit to the home page, compressed. The goal is 300 kB, exceeded
/// because of the WebAssembly.
const TOTAL_BUDGET: usize = 351_000;

/// Prints the size of dist/ by kind of file, raw and compressed with the highest level of brotli.
///
/// # Errors
/// If the WebAssembly, the fonts or the total exceeds its budget. The total includes every font file,
/// though a page fetches only those for its scripts.
pub fn report() -> Result<()> {
    let dist = root().join("dist");
    let mut kinds = [
        Kind::new("WebAssembly", &["wasm"]),
        Kind::new("JavaScript", &["js"]),
        Kind::new("HTML with CSS", &["html"]),
        Kind::new("fonts", &["woff2"]),
        Kind::new("data", &["json"]),
        Kind::new("icon and land", &["svg"]),
    ];
    for file in files(&dist)? {
        let name = file.strip_prefix(&dist).unwrap_or(&file);
        // Not part of a first visit to the home page: other pages, files that few visitors fetch,
        // and what only a site without a host uses.
        let other = ["404.html", "offline.html", "messages.json", "messages.schema.json", "sw.js"];
        let elsewhere =
            ["m", "countries", "about", "booklet"].iter().any(|folder| name.starts_with(folder));
        let local = file.to_string_lossy().ends_with("local.js");
        if elsewhere || local || other.iter().any(|other| name == Path::new(other)) {
            continue;
        }
        let extension = file.extension().and_then(|e| e.to_str()).unwrap_or_default();
        if let Some(kind) = kinds.iter_mut().find(|kind| kind.extensions.contains(&extension)) {
            kind.add(&file)?;
        }
    }
    println!("\n{:<16}{:>12}{:>12}", "bytes", "raw", "brotli");
    for Kind { name, raw, brotli, .. } in &kinds {
        println!("{name:<16}{raw:>12}{brotli:>12}");
    }
    let raw: usize = kinds.iter().map(|kind| kind.raw).sum();
    let total: usize = kinds.iter().map(|kind| kind.brotli).sum();
    println!("{:<16}{raw:>12}{total:>12}", "first visit");

    let [wasm, _, _, fonts, ..] = &kinds;
    let over = [
        ("WebAssembly", wasm.brotli, WASM_BUDGET),
        ("fonts", fonts.brotli, FONTS_BUDGET),
        ("first visit", total, TOTAL_BUDGET),
    ];
    for (name, bytes, budget) in over {
        if bytes > budget {
            bail!("{name}: {bytes} bytes exceed the budget of {budget}");
        }
        if bytes == 0 {
            bail!("{name}: nothing found in {}", dist.display());
        }
    }
    Ok(())
}

/// The most bytes of the page of the studio at a first visit, compressed, with its styles and fonts.
const PAGE_BUDGET: usize = 350_000;
/// The most bytes of the program that checks, previews and publishes, compressed.
const WORKER_BUDGET: usize = 600_000;

/// Prints the size of dist-studio/ by what is fetched together, raw and compressed with the highest level of brotli.
///
/// # Errors
/// If the page or the worker exceeds its budget.
pub fn studio() -> Result<()> {
    let mut parts =
        ["page", "worker", "importer", "documents", "for the sites"].map(|name| (name, 0, 0));
    for file in files(&root().join("dist-studio"))? {
        let path = file.to_string_lossy().replace('\\', "/");
        let name = path.rsplit('/').next().unwrap_or_default();
        let part = match name {
            "publisher.js" | "publisher_bg.wasm" | "worker.js" | "site.js" | "fonts.js" => "worker",
            name if name.starts_with("importer") => "importer",
            name if name.starts_with("documents") => "documents",
            // The page has the letters of most languages from one file.
            "FamiljenGrotesk-latin.woff2" => "page",
            _ if path.contains("/client/") || path.contains("/pictures/") => "for the sites",
            _ => "page",
        };
        let bytes = fs::read(&file).with_context(|| format!("cannot read {path}"))?;
        for (name, raw, brotli) in &mut parts {
            if *name == part {
                *raw += bytes.len();
                *brotli += compressed(&bytes)?;
            }
        }
    }
    println!("\n{:<16}{:>12}{:>12}", "the studio", "raw", "brotli");
    for (name, raw, brotli) in parts {
        println!("{name:<16}{raw:>12}{brotli:>12}");
    }
    for (name, budget) in [("page", PAGE_BUDGET), ("worker", WORKER_BUDGET)] {
        let size = parts.iter().find(|(part, ..)| *part == name).map_or(0, |(.., brotli)| *brotli);
        if size > budget {
            bail!("{name} of the studio: {size} bytes exceed the budget of {budget}");
        }
    }
    Ok(())
}

struct Kind {
    name: &'static str,
    extensions: &'static [&'static str],
    raw: usize,
    brotli: usize,
}

impl Kind {
    fn new(name: &'static str, extensions: &'static [&'static str]) -> Kind {
        Kind { name, extensions, raw: 0, brotli: 0 }
    }

    fn add(&mut self, file: &Path) -> Result<()> {
        let bytes = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
        self.raw += bytes.len();
        self.brotli += compressed(&bytes)?;
        Ok(())
    }
}

fn compressed(bytes: &[u8]) -> Result<usize> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 22);
    writer.write_all(bytes)?;
    Ok(writer.into_inner().len())
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut all = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            all.extend(files(&path)?);
        } else {
            all.push(path);
        }
    }
    Ok(all)
}
