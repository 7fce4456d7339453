//! Generates the table of places and the shape of the land from their sources.

use anyhow::Result;

use crate::shell::{command, run};
use crate::tools;

const PLACES: &str = "xtask/places";

/// Regenerates `crates/core/src/places/table.rs` and `public/land.svg`. `package-lock.json` pins
/// the versions and digests of the sources.
pub fn places() -> Result<()> {
    tools::npm_packages(PLACES)?;
    run(command("node").arg(format!("{PLACES}/table.js")))?;
    run(command("node").arg(format!("{PLACES}/land.js")))?;
    run(command("cargo").args(["fmt", "--all"]))
}
