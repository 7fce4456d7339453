//! `cargo xtask fuzz [TARGET | TARGET FILE] [--minutes N | --seconds N] [--seed N]`.

use std::env;
use std::fs;
use std::process::{Command, ExitCode};
use std::time::Duration;

use fuzz::run::{Summary, TOO_LONG, current, judged, run, saved};
use fuzz::targets::TARGETS;
use fuzz::{LARGEST, Target};

/// What is wanted.
struct Arguments {
    targets: Vec<Target>,
    file: Option<String>,
    time: Duration,
    seed: u64,
}

/// The process that reads the inputs, so that a stack overflow leaves one to tell of it.
const READER: &str = "SOLIDARITY_FUZZ_READER";

fn main() -> ExitCode {
    let wanted = match arguments() {
        Ok(wanted) => wanted,
        Err(what) => {
            eprintln!("fuzz: {what}");
            return ExitCode::FAILURE;
        }
    };
    let is_reader = env::var_os(READER).is_some();
    let step = |target: &Target| match &wanted.file {
        Some(file) => once(target, file),
        None if is_reader => read(target, &wanted),
        None => started(target, &wanted),
    };
    let mut all_passed = true;
    for target in &wanted.targets {
        if let Err(what) = step(target) {
            eprintln!("{}: {what}", target.name);
            all_passed = false;
        }
    }
    if all_passed { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn arguments() -> Result<Arguments, String> {
    let mut targets = TARGETS.to_vec();
    let (mut file, mut time, mut seed) = (None, Duration::from_secs(6), 1);
    let mut plain = 0;
    let mut rest = env::args().skip(1);
    while let Some(argument) = rest.next() {
        let mut number = || {
            let number = rest.next().and_then(|number| number.parse::<u64>().ok());
            number.ok_or_else(|| format!("{argument} needs a whole number"))
        };
        match argument.as_str() {
            "--minutes" => time = Duration::from_secs(60 * number()?),
            "--seconds" => time = Duration::from_secs(number()?),
            "--seed" => seed = number()?,
            name if plain == 0 => {
                targets.retain(|target| target.name == name);
                plain = 1;
                if targets.is_empty() {
                    let names: Vec<_> = TARGETS.iter().map(|target| target.name).collect();
                    return Err(format!(
                        "there is no target “{name}”; there are {}",
                        names.join(", ")
                    ));
                }
            }
            path => file = Some(path.to_owned()),
        }
    }
    Ok(Arguments { targets, file, time, seed })
}

/// Reads one file.
fn once(target: &Target, file: &str) -> Result<(), String> {
    let input = fs::read(file).map_err(|error| format!("{file}: {error}"))?;
    judged(target, &input).map(|_| println!("{}: {file} passed.", target.name))
}

/// Starts a process that reads inputs, and says what became of it.
fn started(target: &Target, wanted: &Arguments) -> Result<(), String> {
    let program = env::current_exe().map_err(|error| error.to_string())?;
    let Arguments { time, seed, .. } = wanted;
    let (seconds, seed) = (time.as_secs().to_string(), seed.to_string());
    let arguments = [target.name, "--seconds", &seconds, "--seed", &seed];
    let status = Command::new(program).args(arguments).env(READER, "1").status();
    let status = status.map_err(|error| error.to_string())?;
    if status.success() {
        return Ok(());
    }
    let failed = format!("failed with the seed {seed}");
    if status.code() == Some(1) {
        return Err(failed);
    }
    let how = match status.code() {
        Some(TOO_LONG) => "takes too long",
        _ => "ends the process, as a stack overflow does",
    };
    let input = fs::read(current(target)).map_err(|error| format!("{failed}: {error}"))?;
    let file = saved(target, &input).map_err(|error| format!("{failed}: {error}"))?;
    Err(format!("{failed}: an input {how}.\n{}", again(target, &file.display().to_string())))
}

/// Reads inputs in this process.
fn read(target: &Target, wanted: &Arguments) -> Result<(), String> {
    match run(target, wanted.seed, wanted.time).map_err(|error| error.to_string())? {
        Ok(Summary { inputs, noticed }) => {
            println!("{}: {inputs} inputs, {noticed} features.", target.name);
            Ok(())
        }
        Err(failure) => {
            Err(format!("{}\n{}", failure.what, again(target, &failure.file.display().to_string())))
        }
    }
}

fn again(target: &Target, file: &str) -> String {
    let name = target.name;
    format!(
        "The input is in {file}. Read it again: cargo xtask fuzz {name} {file}\nOnce it passes, keep it \
         in tests/fuzz/corpus/{name}/ (at most {LARGEST} bytes of it are read)."
    )
}
