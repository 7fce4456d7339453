//! The program for organisers: from messages to a site.

mod arguments;
mod commands;

use std::io::ErrorKind;
use std::process::ExitCode;

use clap::Parser;

use crate::arguments::Arguments;

fn main() -> ExitCode {
    match commands::run(Arguments::parse()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // The reader of the output has seen enough, as `head` has.
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Whether the output is no longer being read.
fn is_broken_pipe(error: &commands::Failure) -> bool {
    let commands::Failure::Output(error) = error else { return false };
    error.kind() == ErrorKind::BrokenPipe
}
