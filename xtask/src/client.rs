//! Building the client: what every site is made with.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::shell::{command, program, run};
use crate::tools;

/// Trunk's output.
const BUILT: &str = "target/trunk";
/// The client extracted from Trunk's output, for any number of sites.
pub const FOLDER: &str = "target/client";
/// What the compiler is told for the target of the program.
const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";
/// Tells Trunk's hook to build only the client, not a site.
const ONLY_CLIENT: &str = "ATLAS_ONLY_CLIENT";

/// Builds the client for all sites into target/client.
pub fn build(options: &[String]) -> Result<()> {
    tools::build_tools()?;
    let mut trunk = command("trunk");
    trunk.args(["build", "--release", "--public-url", "/", "--dist", BUILT]).args(options);
    trunk.env(ONLY_CLIENT, "1").envs(compiler_flags());
    run(&mut trunk)?;
    take_apart(Path::new(BUILT))
}

/// Whether Trunk was called for the client alone, and no site is to be made of its output.
pub fn is_all_that_is_wanted() -> bool {
    env::var_os(ONLY_CLIENT).is_some()
}

/// The variables that tell the compiler how a program for browsers is compiled.
pub fn compiler_flags() -> [(&'static str, String); 1] {
    [(FLAGS, flags())]
}

/// Compiler flags for the program: those of .cargo/config.toml, and shorter paths of source files. Panics
/// name these paths, so that otherwise the program would differ between computers, and be larger.
fn flags() -> String {
    let mut flags = "--cfg erase_components --remap-path-prefix=crates/core/src=core".to_owned();
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo = home.or_else(|| Some(env::home_dir()?.join(".cargo")));
    let sources = cargo.and_then(|cargo| fs::read_dir(cargo.join("registry/src")).ok());
    for source in sources.into_iter().flatten().flatten() {
        let path = source.path().display().to_string();
        // The variable is split at spaces.
        if !path.contains(char::is_whitespace) {
            flags += &format!(" --remap-path-prefix={path}=");
        }
    }
    flags
}

/// Extracts the client from Trunk's output, once for all sites.
pub fn take_apart(built: &Path) -> Result<()> {
    run(program("client").arg(built).args(["--to", FOLDER]))
}

/// The page without the integrity of preloads that `fetch` uses: browsers ignore it, and warn that they do.
pub fn without_ignored_integrity(html: &str) -> String {
    let tags = html.split_inclusive('>').map(|tag| {
        let Some((before, rest)) = tag.split_once(" integrity=\"") else { return tag.to_owned() };
        match rest.split_once('"') {
            Some((_, after)) if tag.contains("as=\"fetch\"") => format!("{before}{after}"),
            _ => tag.to_owned(),
        }
    });
    tags.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_preload_for_fetch_loses_its_integrity() {
        let script = "<link rel=\"modulepreload\" href=\"/a.js\" integrity=\"sha384-a\">";
        let program = "<link rel=\"preload\" href=\"/a.wasm\" integrity=\"sha384-b\" as=\"fetch\">";
        let without = "<link rel=\"preload\" href=\"/a.wasm\" as=\"fetch\">";
        let page = format!("{script}\n{program}");
        assert_eq!(without_ignored_integrity(&page), format!("{script}\n{without}"));
    }

    #[test]
    fn the_program_is_compiled_as_the_configuration_says() {
        let config = include_str!("../../.cargo/config.toml");
        assert!(config.contains("erase_components") && flags().contains("--cfg erase_components"));
    }
}
