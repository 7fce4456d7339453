//! Serving and building the site with Trunk.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use url::Url;

use crate::shell::{command, root, run};
use crate::shrink::shrink;
use crate::tools;

/// The file of messages, below the base of the site.
const MESSAGES: &str = "messages.json";

/// The port that Trunk.toml names.
const PORT: &str = "8080";

/// Serves the site and follows changes, until it is stopped.
pub fn serve(options: &[String]) -> Result<()> {
    tools::build_tools()?;
    let set = env::var("TRUNK_SERVE_PORT").ok();
    let port = value_of(options, "-p", "--port").map(str::to_owned).or(set);
    let port = port.unwrap_or_else(|| PORT.to_owned());
    println!("The site opens at http://127.0.0.1:{port}/ (the first build takes a minute or two).");
    let watched = watched(options, other_messages().as_deref());
    run(command("trunk").arg("serve").args(options).args(watched))
}

/// What Trunk is to watch beside what it watches by itself: messages that are not below the root.
fn watched(options: &[String], messages: Option<&Path>) -> Vec<OsString> {
    let outside = messages.and_then(|file| file.canonicalize().ok()).filter(|file| {
        let root = root().canonicalize();
        root.is_ok_and(|root| !file.starts_with(root))
    });
    let Some(file) = outside else { return Vec::new() };
    let mut paths = vec![file];
    // The first that is named replaces the root.
    if value_of(options, "-w", "--watch").is_none() {
        paths.push(root().to_owned());
    }
    paths.into_iter().flat_map(|path| ["--watch".into(), path.into_os_string()]).collect()
}

/// The value of an option, written in any of the ways that Trunk takes.
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

/// Writes the site to dist/, for the folder of its address, unless the options say another.
pub fn build(options: &[String]) -> Result<()> {
    let set = env::var("SITE_URL").ok().filter(|url| !url.is_empty());
    build_for(set.or_else(collection_url).as_deref(), None, options)
}

/// Writes the site to dist/, for an address if there is one, of another file of messages if there is
/// one.
pub fn build_for(url: Option<&str>, messages: Option<&str>, options: &[String]) -> Result<()> {
    tools::build_tools()?;
    let mut trunk = command("trunk");
    trunk.envs(messages.map(|file| ("MESSAGES", file)));
    trunk.args(["build", "--release"]).args(options);
    if let Some(url) = url {
        trunk.env("SITE_URL", url);
        let named = options.iter().any(|option| option.starts_with("--public-url"));
        // What is no address is told by what writes the pages.
        if let Some(address) = Url::parse(url).ok().filter(|_| !named) {
            let folder = format!("{}/", address.path().trim_end_matches('/'));
            trunk.args(["--public-url", &folder]);
        }
    }
    run(&mut trunk)
}

/// The address in the file of messages. Whatever else is wrong with that file is told by what
/// reads it whole.
fn collection_url() -> Option<String> {
    let file = other_messages().unwrap_or_else(|| root().join("public").join(MESSAGES));
    let text = fs::read_to_string(file).ok()?;
    // Some programs put a mark before what they save in UTF-8.
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let file: serde_json::Value = serde_json::from_str(text).ok()?;
    file.pointer("/collection/url")?.as_str().map(str::to_owned)
}

/// The file of messages that a site is to be made of, if not of the one in public/.
fn other_messages() -> Option<PathBuf> {
    let path = env::var_os("MESSAGES").filter(|path| !path.is_empty())?;
    Some(root().join(path))
}

/// Makes a site of what Trunk has built. While somebody works on it, that is no more than what hosts
/// send for an address without a file: the application, which then shows the page asked for.
pub fn after_build() -> Result<()> {
    let site = env::var_os("TRUNK_STAGING_DIR").context("this is for Trunk to call")?;
    if let Some(other) = other_messages() {
        fs::copy(&other, Path::new(&site).join(MESSAGES))
            .with_context(|| format!("cannot take the messages from {}", other.display()))?;
    }
    if env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release") {
        tools::build_tools()?;
        shrink(Path::new(&site))?;
        return run(command("cargo").args(["run", "--quiet", "--locked", "--bin", "publish"]));
    }
    let site = PathBuf::from(site);
    fs::copy(site.join("index.html"), site.join("404.html"))
        .context("cannot copy index.html to 404.html")?;
    Ok(())
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
        for line in ["", "--open", "--public-url /a/", "--proxy-backend x", "--port"] {
            assert_eq!(value_of(&options(line), "-p", "--port"), None, "{line}");
        }
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
