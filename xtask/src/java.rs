//! Java, for the HTML checker.

use anyhow::{Result, bail};

use crate::shell::{command, install, on_debian_as_root, output_of};

/// Finds Java, or installs it from Debian if root there.
pub fn java() -> Result<()> {
    if is_there() {
        return Ok(());
    }
    if on_debian_as_root() {
        println!("Installing Java from Debian, for the HTML checker (about half a minute).");
        install("Java", command("apt-get").arg("update"))?;
        install("Java", command("apt-get").args(["install", "-y", "default-jre-headless"]))?;
    }
    if !is_there() {
        bail!(
            "found no Java: the HTML checker needs version 11 or later; see https://adoptium.net/"
        );
    }
    Ok(())
}

/// Whether Java runs; a Mac without Java has a placeholder of that name, which fails.
fn is_there() -> bool {
    output_of(command("java").arg("-version")).is_some()
}
