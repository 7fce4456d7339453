//! `cargo xtask`: installs what is missing, says so, and runs the tools of the project.

use std::process::ExitCode;

use anyhow::{Result, bail};

mod audit;
mod bench;
mod browser;
mod client;
mod java;
mod names;
mod places;
mod program;
mod serve;
mod shell;
mod shrink;
mod size;
mod studio;
mod test;
mod tools;

const USAGE: &str = "\
cargo xtask serve [TRUNK OPTIONS]   serve the site at http://127.0.0.1:8080/ and rebuild it on changes
cargo xtask build [--dist FOLDER]   write the site to dist/, for any static host and any folder
cargo xtask test [STEP ...]         run all checks and tests, or only these steps:
                                    lint, native, fuzz, wasm, site, studio, program
cargo xtask fuzz [TARGET [FILE]] [--minutes N] [--seed N]
                                    read hostile input, of one kind or of all, or one file of it
cargo xtask dist [--target TRIPLE] [--keep-client]
                                    make the program for organisers: one file that needs no other;
                                    with the client that is in target/client, if it is to be kept
cargo xtask studio [--quick] [--keep-client]
                                    write the studio to dist-studio/, for any static host;
                                    --quick compiles it in seconds, large and slow
cargo xtask check                   report what is wrong with the messages, and where
cargo xtask import SOURCE           import messages from a .csv file, a folder of .md and .txt files,
                                    or a WordPress export
cargo xtask export TARGET           export the messages to a .csv file or a folder of .md files
cargo xtask bench                   compare the search with MiniSearch and FlexSearch; time the map
cargo xtask bench large             build a site of ten thousand messages and measure a visit to it
cargo xtask bench studio            build the studio and measure what its organiser waits for
cargo xtask bench growth            show how the time for an input grows with its size
cargo xtask places                  regenerate the table of places and the land from their sources
cargo xtask names                   regenerate the tables of names of countries and languages
cargo xtask setup                   only install the tools
cargo xtask after-build             Trunk's hook: finish its output

Each command first installs the tools it needs into .tools/, and skips those already there.
Set MESSAGES=FILE to use another file than public/messages.json; serve watches it, too.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<()> {
    let (command, rest) = match arguments {
        [command, rest @ ..] => (command.as_str(), rest),
        [] => ("help", arguments),
    };
    match command {
        "serve" => serve::serve(rest),
        "build" => serve::build(rest),
        "check" | "import" | "export" => program::hand_over(command, rest),
        "dist" => program::dist(rest),
        "studio" => studio::studio(rest),
        "bench" => bench::bench(rest),
        "places" => places::places(),
        "names" => names::names(),
        "test" => test::test(rest),
        "fuzz" => test::hostile(rest),
        "after-build" => serve::after_build(),
        "setup" => {
            tools::build_tools()?;
            tools::cargo_deny()?;
            test::test_tools().map(drop)
        }
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        other => bail!("there is no command “{other}”\n\n{USAGE}"),
    }
}
