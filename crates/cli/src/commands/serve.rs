//! Serves a preview.

use std::cell::{Cell, RefCell};
use std::io::Write;
use std::net::IpAddr;

use solidarity_cli::preview::{self, PreviewError, listen};
use solidarity_cli::project::{Project, ProjectError};
use solidarity_cli::site::{BuildError, Built};

use super::check::{advise, say};
use super::failure::Failure;
use super::fonts;

/// Serves the site of a project until the program is stopped.
pub fn serve(
    out: &mut impl Write,
    project: &Project,
    address: IpAddr,
    port: u16,
    opens: bool,
) -> Result<bool, Failure> {
    // Messages may be missing for a while, but a folder is not made by a typing error.
    if !project.folder.is_dir() {
        return Err(ProjectError::NoMessages(project.messages()).into());
    }
    let listener = listen(address, port).map_err(PreviewError::from)?;
    let url = listener.url();
    if port != 0 && listener.address.port() != port {
        writeln!(out, "Port {port} is in use, so this is another.")?;
    }
    writeln!(out, "Serving at {url} until you press Ctrl+C.")?;
    if let Some(network) = listener.url_in_network() {
        writeln!(out, "Everybody in your network can open {network}")?;
    }
    let out = RefCell::new(out);
    let is_first = Cell::new(true);
    preview::serve(project, listener, &|built| {
        // Nobody may be reading what it says; the preview goes on all the same.
        let _ = tell(&mut *out.borrow_mut(), built);
        if is_first.replace(false) && opens && open::that_detached(&url).is_err() {
            eprintln!("No browser could be opened. Open {url} yourself.");
        }
    })?;
    Ok(true)
}

fn tell(out: &mut impl Write, built: &Result<Built, BuildError>) -> Result<(), Failure> {
    let findings = match built {
        Ok(built) => built.findings.as_ref(),
        Err(error) => error.findings(),
    };
    say(out, findings)?;
    match built {
        Ok(built) => {
            advise(out, built.advice.as_deref())?;
            fonts::say(out, &built.pictures.lacking)?;
            writeln!(out, "The site has {} pages.", built.report.pages)?;
        }
        Err(error) if error.findings().is_some() => {
            writeln!(out, "The site will be built when the errors are corrected.")?;
        }
        Err(error) => {
            writeln!(out, "error: {error}\nThe site will be built when it is corrected.")?
        }
    }
    Ok(out.flush()?)
}
