//! Serving and building the site with Trunk.

use std::env;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::shell::{command, run};
use crate::tools;

/// Serves the site and follows changes, until it is stopped.
pub fn serve(options: &[String]) -> Result<()> {
    tools::build_tools()?;
    println!("The site opens at http://127.0.0.1:8080/ (the first build takes a minute or two).");
    run(command("trunk").arg("serve").args(options))
}

/// Writes the site to dist/.
pub fn build(options: &[String]) -> Result<()> {
    tools::build_tools()?;
    run(command("trunk").args(["build", "--release"]).args(options))
}

/// Adds to the site that Trunk has built what GitHub Pages and others send for an address without a
/// file: the application, which then shows the page asked for.
pub fn after_build() -> Result<()> {
    let site = env::var_os("TRUNK_STAGING_DIR").context("this is for Trunk to call")?;
    let site = PathBuf::from(site);
    fs::copy(site.join("index.html"), site.join("404.html"))
        .context("cannot copy index.html to 404.html")?;
    Ok(())
}
