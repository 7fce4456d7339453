//! Publishes a site into a folder: what `cargo xtask build` runs.

use std::error::Error;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use clap::{Args, Parser, Subcommand};
use solidarity_cli::disk::{self, read_client, read_error, read_text, write_client};
use solidarity_cli::picture_cache::PictureCache;
use solidarity_cli::publish::publish_into;
use solidarity_exchange::check::{Checked, Severity, check, rendered};
use solidarity_pictures::ResvgPainter;
use solidarity_publisher::{Client, Input, Report};

/// Publish messages
#[derive(Parser)]
#[command(disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Take what Trunk has built apart, once, for any number of sites
    Client {
        /// The folder that Trunk has built into
        built: PathBuf,
        /// The folder of the client
        #[arg(long)]
        to: PathBuf,
    },
    /// Write a site
    Site(SiteArguments),
}

#[derive(Args)]
struct SiteArguments {
    /// The folder of the client
    #[arg(long)]
    client: PathBuf,
    /// The file of messages
    #[arg(long)]
    messages: PathBuf,
    /// The folder to write the site into
    #[arg(long)]
    dist: PathBuf,
    /// A folder to keep pictures in from one build to the next
    #[arg(long)]
    pictures: Option<PathBuf>,
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Client { built, to } => client(&built, &to),
        Command::Site(arguments) => site(&arguments),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("publish: {error}");
            ExitCode::FAILURE
        }
    }
}

fn client(built: &Path, to: &Path) -> Result<(), Box<dyn Error>> {
    Ok(write_client(&Client::read(disk::read_folder(built)?)?, to)?)
}

fn site(arguments: &SiteArguments) -> Result<(), Box<dyn Error>> {
    let SiteArguments { client, messages, dist, pictures } = arguments;
    let text = read_text(messages)?;
    let text = text.as_str();
    let written = fs::metadata(messages).and_then(|file| file.modified());
    let written = written.map_err(read_error(messages))?;
    let Checked { collection, problems, .. } = checked(text, messages)?;
    let collection = collection.ok_or("there is nothing to publish")?;

    let url = env::var("SITE_URL").ok().filter(|url| !url.is_empty());
    let client = read_client(client)?;
    let painter = ResvgPainter::new(client.theme().light.clone(), &client.icon())?;
    let painter = PictureCache::new(painter, &client, pictures.as_deref())?;
    let url = url.as_deref();
    let input = Input { text, collection, problems, url, written, painter: &painter };
    let Report { pages, has_address } = publish_into(dist, input, &painter, &client)?;
    let painted = painter.settle()?;
    println!(
        "{}: {pages} pages, with previews ({painted} painted, the others kept) and citations.",
        dist.display()
    );
    if !has_address {
        println!("{WITHOUT_ADDRESS}");
    }
    Ok(())
}

/// The warning if no address is set.
const WITHOUT_ADDRESS: &str = "No address is set, so what needs one in full is left out: sitemap.xml, \
the feed, QR codes, canonical links, and the pictures and links that chat applications show; and \
404.html and _headers are made for a host of its own. Set SITE_URL, as in SITE_URL=https://example.org/, or “url” in messages.json.";

/// Reports what is wrong with the messages. Nobody means to deploy a site with some of them
/// missing, unless they say so.
fn checked(text: &str, file: &Path) -> Result<Checked, Box<dyn Error>> {
    let checked = check(text);
    let name = file.display().to_string();
    println!("{}", rendered(&checked, &name, text, std::io::stdout().is_terminal()));
    let leave_out = env::var_os("LEAVE_OUT_BROKEN").is_some_and(|value| !value.is_empty());
    if checked.count(Severity::Error) > 0 && !leave_out {
        return Err("the messages have errors, and nothing was published. Correct them, or leave \
                    out what cannot be shown: LEAVE_OUT_BROKEN=1"
            .into());
    }
    Ok(checked)
}
