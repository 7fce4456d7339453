//! Generates the tables of names from CLDR.

use std::fs::{self, File};
use std::process::Stdio;

use anyhow::{Context, Result};

use crate::shell::{command, root, run};
use crate::tools;

const SOURCES: &str = "xtask/places";
const TABLES: &str = "crates/exchange/src/names/data";

/// Regenerates the tables of names of countries and languages, and the licence beside them. Names are
/// folded by the crate that looks them up.
pub fn names() -> Result<()> {
    tools::npm_packages(SOURCES)?;
    let mut codes = command("node");
    codes.args([&format!("{SOURCES}/names.js"), "codes"]);
    run(codes.stdout(File::create(root().join(TABLES).join("language_codes.txt"))?))?;
    for table in ["countries", "languages"] {
        let mut source = command("node");
        source.args([&format!("{SOURCES}/names.js"), table]).stdout(Stdio::piped());
        let mut source = source.spawn().context("cannot start node")?;
        let lines = source.stdout.take().context("node prints nothing")?;
        // The crate that folds the names is compiled with the old table, so the new one replaces it only
        // when it is complete.
        let path = root().join(TABLES).join(format!("{table}.txt"));
        let new = path.with_extension("new");
        let file = File::create(&new).with_context(|| format!("cannot write {}", new.display()))?;
        let mut fold = command("cargo");
        fold.args(["run", "--quiet", "--locked", "--package", "solidarity-exchange"]);
        run(fold.args(["--example", "fold_names"]).stdin(lines).stdout(file))?;
        anyhow::ensure!(source.wait()?.success(), "{SOURCES}/names.js failed");
        fs::rename(&new, &path).with_context(|| format!("cannot write {}", path.display()))?;
    }
    let licence = root().join(SOURCES).join("node_modules/cldr-core/LICENSE");
    fs::copy(licence, root().join(TABLES).join("LICENSE"))
        .context("cannot copy the licence")
        .map(drop)
}
