//! Chromium and ChromeDriver, for the tests.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::shell::{command, install, on_debian_as_root, output_of, tools};

/// A browser and a driver of the same version.
pub struct Browser {
    /// The program of Chromium or Chrome.
    pub chrome: PathBuf,
    /// The program of ChromeDriver.
    pub driver: PathBuf,
}

/// Finds a browser with its driver, or installs both: from Debian if root there, otherwise “Chrome
/// for Testing” into .tools/.
pub fn browser() -> Result<Browser> {
    if let Some(found) = installed() {
        return Ok(found);
    }
    if on_debian_as_root() {
        println!("Installing Chromium and its driver from Debian (about half a minute).");
        install("Chromium", command("apt-get").arg("update"))?;
        let packages = ["install", "-y", "chromium", "chromium-driver"];
        install("Chromium", command("apt-get").args(packages))?;
    } else {
        println!("Installing Chrome for Testing and its driver into .tools/ (about 200 MB).");
        let npx = if cfg!(windows) { "npx.cmd" } else { "npx" };
        for program in ["chrome@stable", "chromedriver@stable"] {
            let arguments = ["--yes", "@puppeteer/browsers@2", "install", program, "--path"];
            install(program, command(npx).args(arguments).arg(tools()))?;
        }
    }
    installed().context(
        "found no Chromium or Chrome with a ChromeDriver of the same version; install both, or \
         set the variables CHROME and CHROMEDRIVER",
    )
}

/// The first pair of browser and driver with the same major version.
fn installed() -> Option<Browser> {
    let drivers = candidates("CHROMEDRIVER", &["chromedriver"], "chromedriver", &["chromedriver"]);
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
    let programs = ["chrome", "Google Chrome for Testing", "chrome.exe"];
    let chromes = candidates("CHROME", &names, "chrome", &programs);
    chromes.into_iter().find_map(|chrome| {
        let version = major_version(&chrome)?;
        let driver = drivers.iter().find(|driver| major_version(driver).as_ref() == Some(&version));
        driver.map(|driver| Browser { chrome, driver: driver.clone() })
    })
}

/// The program named by a variable, those found on the path, and those installed in a folder of
/// .tools/.
fn candidates(variable: &str, names: &[&str], folder: &str, programs: &[&str]) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = env::var_os(variable).map(PathBuf::from).into_iter().collect();
    let path = env::var_os("PATH").unwrap_or_default();
    for name in names {
        let each = env::split_paths(&path).map(|place| place.join(name));
        found.extend(each.filter(|program| program.is_file()));
    }
    search(&tools().join(folder), programs, 6, &mut found);
    found
}

fn search(folder: &Path, programs: &[&str], depth: usize, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let stem = name.strip_suffix(".exe").unwrap_or(name);
        if path.is_file() && (programs.contains(&name) || programs.contains(&stem)) {
            found.push(path);
        } else if path.is_dir() && depth > 0 {
            search(&path, programs, depth - 1, found);
        }
    }
}

fn major_version(program: &Path) -> Option<String> {
    let printed = output_of(command(program).arg("--version"))?;
    let version =
        printed.split_whitespace().find(|word| word.starts_with(|c: char| c.is_ascii_digit()))?;
    version.split('.').next().map(str::to_owned)
}
