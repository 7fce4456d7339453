//! The download size of a first visit.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::shell::root;
use crate::studio;

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

/// What of the studio is fetched together, with the names of its files and the most bytes of them, compressed.
/// Limits lie a hundredth above what was reached, since other computers build programs that differ by a few hundred
/// bytes, and are only ever lowered. The goals are 350 kB for the page and 600 kB for what publishes; a fifth of
/// `documents` are names of countries and languages.
const PARTS: [Part; 4] = [
    Part {
        name: "page",
        files: &[
            "FamiljenGrotesk-latin.woff2",
            "icon.svg",
            "index.html",
            "page.js",
            "page_bg.wasm",
            "start.js",
            "studio.css",
        ],
        budget: 396_000,
    },
    Part {
        name: "publisher",
        files: &["fonts.js", "publisher.js", "publisher_bg.wasm", "site.js", "worker.js"],
        budget: 588_000,
    },
    Part { name: "importer", files: &["importer.js", "importer_bg.wasm"], budget: 825_000 },
    Part { name: "documents", files: &["documents.js", "documents_bg.wasm"], budget: 1_272_000 },
];

/// Files of the studio that are fetched together.
struct Part {
    name: &'static str,
    files: &'static [&'static str],
    budget: usize,
}

/// Prints the size of dist-studio/ by what is fetched together, raw and compressed with the highest level of brotli. The
/// rest of it is for the sites that are made, or fetched by the way.
///
/// # Errors
/// If a part exceeds its budget.
pub fn studio() -> Result<()> {
    let mut all = Vec::new();
    for file in files(&root().join(studio::DIST))? {
        let bytes = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
        all.push((file, bytes));
    }
    println!("\n{:<16}{:>12}{:>12}{:>12}", "the studio", "raw", "brotli", "budget");
    let mut over = Vec::new();
    for Part { name, files, budget } in PARTS {
        let (mut raw, mut brotli) = (0, 0);
        for of in files {
            let found = all.iter().find(|(file, _)| file.ends_with(of));
            let (_, bytes) = found.with_context(|| format!("the studio has no {of}"))?;
            raw += bytes.len();
            brotli += compressed(bytes)?;
        }
        println!("{name:<16}{raw:>12}{brotli:>12}{budget:>12}");
        if brotli > budget {
            over.push(format!("{name}: {brotli} bytes exceed the budget of {budget}"));
        }
    }
    if over.is_empty() { Ok(()) } else { bail!("the studio is too large: {}", over.join("; ")) }
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
