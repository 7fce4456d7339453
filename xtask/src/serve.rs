//! Serving and building the site with Trunk.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::client;
use crate::program;
use crate::shell::{command, root, run};
use crate::shrink::shrink;
use crate::studio;
use crate::tools;

/// The messages file, relative to the base of the site.
const MESSAGES: &str = "messages.json";

/// The default folder of the site.
const DIST: &str = "dist";
/// The port in Trunk.toml.
const PORT: &str = "8080";

/// Serves the site and rebuilds it on changes, until stopped.
pub fn serve(options: &[String]) -> Result<()> {
    tools::build_tools()?;
    let set = env::var("TRUNK_SERVE_PORT").ok();
    let port = value_of(options, "-p", "--port").map(str::to_owned).or(set);
    let port = port.unwrap_or_else(|| PORT.to_owned());
    println!("Serving at http://127.0.0.1:{port}/ (the first build takes a minute or two).");
    let watched = watched(options, other_messages().as_deref());
    run(command("trunk").arg("serve").args(options).args(watched))
}

/// Additional paths for Trunk to watch: a messages file outside the repository.
fn watched(options: &[String], messages: Option<&Path>) -> Vec<OsString> {
    let outside = messages.and_then(|file| file.canonicalize().ok()).filter(|file| {
        let root = root().canonicalize();
        root.is_ok_and(|root| !file.starts_with(root))
    });
    let Some(file) = outside else { return Vec::new() };
    let mut paths = vec![file];
    // Naming any path replaces the root, so add that as well.
    if value_of(options, "-w", "--watch").is_none() {
        paths.push(root().to_owned());
    }
    paths.into_iter().flat_map(|path| ["--watch".into(), path.into_os_string()]).collect()
}

/// The value of an option, in any of the forms that Trunk accepts.
fn value_of<'a>(options: &'a [String], short: &str, long: &str) -> Option<&'a str> {
    let next = options.iter().skip(1).map(Some).chain([None]);
    options.iter().zip(next).find_map(|(option, next)| {
        if option == short || option == long {
            return next.map(String::as_str);
        }
        let joined = option.strip_prefix(long).and_then(|rest| rest.strip_prefix('='));
        joined.or_else(|| option.strip_prefix(short).filter(|_| !option.starts_with("--")))
    })
}

/// Writes the site to dist/ or to the folder given. Options that do not concern the site go to
/// Trunk.
pub fn build(options: &[String]) -> Result<()> {
    let (site, trunk) = of_the_site(options);
    client::build(&trunk)?;
    publish(None, None, &site)
}

/// Separates the options of the site from those of Trunk.
fn of_the_site(options: &[String]) -> (Vec<String>, Vec<String>) {
    let (mut site, mut trunk) = (Vec::new(), Vec::new());
    if let Some(folder) = value_of(options, "-d", "--dist") {
        site.extend(["--to".to_owned(), folder.to_owned()]);
    }
    let mut rest = options.iter();
    while let Some(option) = rest.next() {
        match option.as_str() {
            "-d" | "--dist" => drop(rest.next()),
            joined if joined.starts_with("--dist=") => {}
            _ => trunk.push(option.clone()),
        }
    }
    (site, trunk)
}

/// Writes a site with the client already built, from a given messages file and for a given address,
/// if any.
pub fn publish(messages: Option<&str>, url: Option<&str>, options: &[String]) -> Result<()> {
    let mut build = program::in_repository("build", messages);
    if !options.iter().any(|option| option == "--to") {
        build.args(["--to", DIST]);
    }
    build.envs(url.map(|url| ("SITE_URL", url)));
    run(build.args(options))
}

/// The messages file to use instead of the one in public/, if any.
fn other_messages() -> Option<PathBuf> {
    let path = env::var_os("MESSAGES").filter(|path| !path.is_empty())?;
    Some(root().join(path))
}

/// Trunk's post-build hook. During development it only adds the page that hosts send for unknown
/// addresses: the application, which then shows the page requested. A release build is made smaller
/// and, if Trunk was called directly, becomes a complete site.
pub fn after_build() -> Result<()> {
    let built = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let built = built.context("only Trunk calls this command")?;
    if let Some(other) = other_messages() {
        fs::copy(&other, built.join(MESSAGES))
            .with_context(|| format!("cannot copy the messages from {}", other.display()))?;
    }
    if env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release") {
        tools::build_tools()?;
        shrink(&built)?;
        return if client::is_all_that_is_wanted() { Ok(()) } else { by_hand(&built) };
    }
    beside(&built)?;
    let page = built.join("index.html");
    let html = fs::read_to_string(&page).context("cannot read index.html")?;
    let html = client::without_ignored_integrity(&html);
    fs::write(&page, &html).context("cannot write index.html")?;
    fs::write(built.join("404.html"), html).context("cannot write 404.html")
}

/// Puts the studio beside the site, if it has been built.
fn beside(built: &Path) -> Result<()> {
    let studio = root().join(studio::DIST);
    if studio.exists() {
        return studio::copy(&studio, &built.join("studio"));
    }
    println!("The studio is not at /studio/: build it with `cargo xtask studio --quick`.");
    Ok(())
}

/// Replaces Trunk's output with a site.
fn by_hand(built: &Path) -> Result<()> {
    const SITE: &str = "target/by-hand";
    client::take_apart(built)?;
    publish(None, None, &["--to", SITE].map(str::to_owned))?;
    fs::remove_dir_all(built)
        .and_then(|()| fs::rename(root().join(SITE), built))
        .with_context(|| format!("cannot write {}", built.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(line: &str) -> Vec<String> {
        line.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn the_port_is_found_however_it_is_written() {
        for line in ["--port 8095", "--port=8095", "-p 8095", "-p8095", "--open --port 8095"] {
            assert_eq!(value_of(&options(line), "-p", "--port"), Some("8095"), "{line}");
        }
        for line in ["", "--open", "--dist a", "--proxy-backend x", "--port"] {
            assert_eq!(value_of(&options(line), "-p", "--port"), None, "{line}");
        }
    }

    #[test]
    fn options_of_the_site_are_parted_from_those_of_trunk() {
        let parted = |line| {
            let (site, trunk) = of_the_site(&options(line));
            (site.join(" "), trunk.join(" "))
        };
        for line in ["--locked --dist a --offline", "-d a --locked --offline"] {
            assert_eq!(parted(line), ("--to a".into(), "--locked --offline".into()), "{line}");
        }
        assert_eq!(parted("--dist=b -v"), ("--to b".into(), "-v".into()));
        assert_eq!(parted(""), (String::new(), String::new()));
    }

    #[test]
    fn messages_elsewhere_are_watched_beside_the_project() {
        let elsewhere = env::temp_dir();
        let named = |options: &[String], file: &Path| watched(options, Some(file)).len();
        assert_eq!(named(&[], &elsewhere), 4, "the messages and the root");
        assert_eq!(named(&options("--watch src"), &elsewhere), 2, "the messages alone");
        assert_eq!(named(&[], &root().join("public").join(MESSAGES)), 0, "watched already");
        assert!(watched(&[], None).is_empty());
    }
}
