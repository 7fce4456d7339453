//! The table of places and the shape of the land, from their sources.

use anyhow::Result;

use crate::shell::{command, run};
use crate::tools;

const PLACES: &str = "xtask/places";

/// Writes `crates/core/src/places/table.rs` and `public/land.svg` anew. `package-lock.json` has the versions of
/// the sources and their digests.
pub fn places() -> Result<()> {
    tools::npm_packages(PLACES)?;
    run(command("node").arg(format!("{PLACES}/table.js")))?;
    run(command("node").arg(format!("{PLACES}/land.js")))?;
    run(command("cargo").args(["fmt", "--all"]))
}
