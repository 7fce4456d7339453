//! Builds the site.

use std::convert::identity;
use std::io::Write;
use std::time::Instant;

use solidarity_cli::picture_cache::Painted;
use solidarity_cli::project::Project;
use solidarity_cli::site::{Built, Plan, build as built};

use super::check::{advise, say};
use super::failure::Failure;
use super::fonts;
use crate::arguments::BuildArguments;

/// Where the site is written, unless the organiser says otherwise.
const SITE: &str = "site";

/// Builds the site of a project and says what it has.
pub fn build(
    out: &mut impl Write,
    project: &Project,
    arguments: &BuildArguments,
) -> Result<bool, Failure> {
    let BuildArguments { to, url, no_pictures, leave_out_broken } = arguments;
    let place = to.clone().unwrap_or_else(|| project.path(SITE));
    let plan = Plan {
        place: &place,
        url: url.as_deref().filter(|url| !url.is_empty()),
        has_previews: !no_pictures,
        leave_out_broken: *leave_out_broken,
        change: &identity,
    };
    let begun = Instant::now();
    let built = match built(project, &plan) {
        Ok(built) => built,
        Err(error) => {
            say(out, error.findings())?;
            return Err(error.into());
        }
    };
    say(out, built.findings.as_ref())?;
    advise(out, built.advice.as_deref())?;
    let Built { report, pictures: Painted { painted, kept, lacking }, .. } = built;
    fonts::say(out, &lacking)?;
    let pictures = match no_pictures {
        true => "without preview pictures".to_owned(),
        false => format!("with preview pictures ({painted} painted, {kept} kept)"),
    };
    let (place, seconds) = (place.display(), begun.elapsed().as_secs_f32());
    writeln!(out, "{place}: {} pages {pictures}, in {seconds:.1} s.", report.pages)?;
    if !report.has_address {
        writeln!(out, "{WITHOUT_ADDRESS}")?;
    }
    Ok(true)
}

/// What is left out if no address is set.
const WITHOUT_ADDRESS: &str = "No address is set, so what needs one is left out: sitemap.xml, the \
feed, QR codes, canonical links, and the pictures and links that chat applications show; and \
404.html and _headers are made for the root of a host. Set it with --url https://example.org/, or \
as “url” in messages.json.";
