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
    use std::io::IsTerminal;
    use std::path::PathBuf;

    use solidarity_atlas::browser::MESSAGES;
    use solidarity_atlas::checking::{Severity, check, rendered};
    use solidarity_atlas::exchange::without_mark;
    use solidarity_atlas::publish::{Report, Settings, publish};

    pub fn run() -> Result<(), Box<dyn Error>> {
        let folder = env::var_os("TRUNK_STAGING_DIR").ok_or("this is for Trunk to call")?;
        let folder = PathBuf::from(folder);
        let base = env::var("TRUNK_PUBLIC_URL").unwrap_or_else(|_| "/".into());
        let base = if base.ends_with('/') { base } else { base + "/" };
        let url = env::var("SITE_URL").ok().filter(|url| !url.is_empty());
        let file = folder.join(MESSAGES);
        let written = fs::metadata(&file)?.modified()?;
        let text = fs::read_to_string(&file)?;
        if without_mark(&text) != text {
            fs::write(&file, without_mark(&text))?;
        }
        check_first(without_mark(&text))?;
        let pictures = env::var_os("TRUNK_SOURCE_DIR").map(PathBuf::from);
        let pictures = pictures.map(|source| source.join("target/pictures"));
        let settings = Settings { folder, base, url, written, pictures };
        let Report { pages, painted, left_out, .. } = publish(&settings)?;
        println!(
            "Wrote {pages} pages, with previews ({painted} painted, the others kept), citations and all \
             that goes with them."
        );
        for reason in left_out {
            println!("{reason}");
        }
        Ok(())
    }

    /// Says what is wrong with the messages. A site without some of them is not what anybody means to
    /// deploy, unless they say so.
    fn check_first(text: &str) -> Result<(), Box<dyn Error>> {
        let checked = check(text);
        let given = env::var("MESSAGES").ok().filter(|file| !file.is_empty());
        // The file to correct is not the copy in the site.
        let file = given.unwrap_or_else(|| format!("public/{MESSAGES}"));
        println!("{}", rendered(&checked, &file, text, std::io::stdout().is_terminal()));
        let leave_out = env::var_os("LEAVE_OUT_BROKEN").is_some_and(|value| !value.is_empty());
        if checked.count(Severity::Error) > 0 && !leave_out {
            return Err(
                "the messages have errors, and nothing was published. Correct them, or leave \
                        out what cannot be shown: LEAVE_OUT_BROKEN=1"
                    .into(),
            );
        }
        Ok(())
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}
