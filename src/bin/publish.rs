//! What Trunk's hook runs: writes the pages and everything beside them into the site it has built.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    match host::run() {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("publish: {error}");
            std::process::ExitCode::FAILURE
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod host {
    use std::env;
    use std::error::Error;
    use std::fs;
    use std::path::PathBuf;

    use solidarity_atlas::browser::MESSAGES;
    use solidarity_atlas::publish::{Report, Settings, listed, publish};

    pub fn run() -> Result<(), Box<dyn Error>> {
        let folder = env::var_os("TRUNK_STAGING_DIR").ok_or("this is for Trunk to call")?;
        let folder = PathBuf::from(folder);
        let base = env::var("TRUNK_PUBLIC_URL").unwrap_or_else(|_| "/".into());
        let base = if base.ends_with('/') { base } else { base + "/" };
        let url = env::var("SITE_URL").ok().filter(|url| !url.is_empty());
        let written = fs::metadata(folder.join(MESSAGES))?.modified()?;
        let Report { pages, left_out, problems } =
            publish(&Settings { folder, base, url, written })?;
        println!("Wrote {pages} pages, with previews, citations and all that goes with them.");
        for reason in left_out {
            println!("{reason}");
        }
        if !problems.is_empty() {
            println!("Messages with a problem are left out:\n{}", listed(&problems));
        }
        Ok(())
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}
