//! Serving and building the site with Trunk.

use std::fs;

use anyhow::{Context, Result};

use crate::shell::{command, root, run};
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
    run(command("trunk").args(["build", "--release"]).args(options))?;
    // What GitHub Pages and others send for an address without a file: the application, which then
    // shows the page asked for.
    let dist = root().join("dist");
    fs::copy(dist.join("index.html"), dist.join("404.html"))
        .context("cannot copy index.html to 404.html")?;
    Ok(())
}
