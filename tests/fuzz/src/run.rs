//! The loop: reads inputs until one fails or the time is over.

use std::any::Any;
use std::collections::BTreeSet;
use std::fs;
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::path::PathBuf;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::mutation::{Chance, changed};
use crate::{Target, Verdict, corpus};

/// The longest time for one input: not a benchmark, but what nobody waits for.
pub const LONGEST: Duration = Duration::from_secs(10);

/// The most inputs that are changed further.
const POOL: usize = 2000;

/// What became of a run.
#[derive(Debug, Default)]
pub struct Summary {
    /// How many inputs were read.
    pub inputs: usize,
    /// How many different things the target noticed.
    pub noticed: usize,
}

/// An input that fails, and how.
#[derive(Debug)]
pub struct Failure {
    /// Where it was saved.
    pub file: PathBuf,
    /// What must not be.
    pub what: String,
}

/// Reads the corpus, then changed inputs for as long as wanted. Whoever starts this must expect that a
/// stack overflow ends the process: the input is then in the file of [`current`].
///
/// # Errors
/// When a file cannot be read or written; the outer result. The inner one is the first input that fails.
pub fn run(target: &Target, seed: u64, time: Duration) -> io::Result<Result<Summary, Failure>> {
    fs::create_dir_all(corpus::failures())?;
    let clock = watch(target);
    // The message of a panic is part of the failure.
    let hook = take_hook();
    set_hook(Box::new(|_| {}));
    let result = looped(target, seed, time, clock);
    set_hook(hook);
    result
}

fn looped(
    target: &Target,
    seed: u64,
    time: Duration,
    clock: &'static AtomicU64,
) -> io::Result<Result<Summary, Failure>> {
    let mut chance = Chance::new(seed);
    let mut pool = corpus::inputs(target)?;
    let mut known = BTreeSet::new();
    let mut summary = Summary::default();
    let mut corpus = pool.clone().into_iter();
    let mut begun = Instant::now();
    loop {
        let from_corpus = corpus.next();
        let is_new = from_corpus.is_none();
        if !is_new {
            begun = Instant::now();
        } else if begun.elapsed() >= time {
            break;
        }
        let input = from_corpus.unwrap_or_else(|| {
            // Of a small input, a change is more often something else, and it is read sooner.
            let mut one = || chance.one(&pool).map(Vec::as_slice).unwrap_or_default();
            let (one, two) = (one(), one());
            let (input, other) = if one.len() < two.len() { (one, two) } else { (two, one) };
            changed(input, other, target.words, &mut chance)
        });
        fs::write(current(target), &input)?;
        clock.store(now(), Ordering::Relaxed);
        let verdict = judged(target, &input);
        clock.store(0, Ordering::Relaxed);
        summary.inputs += 1;
        match verdict {
            Ok(noticed) => {
                let before = known.len();
                known.extend(noticed.into_features());
                if is_new && known.len() > before && pool.len() < POOL {
                    pool.push(input);
                }
            }
            Err(what) => return Ok(Err(Failure { file: saved(target, &input)?, what })),
        }
    }
    fs::remove_file(current(target))?;
    summary.noticed = known.len();
    Ok(Ok(summary))
}

/// What a target says of an input; a panic is an error, too.
pub fn judged(target: &Target, input: &[u8]) -> Verdict {
    let read = AssertUnwindSafe(|| (target.read)(input));
    catch_unwind(read).unwrap_or_else(|panic| Err(format!("it panics: {}", message(&*panic))))
}

/// The file of the input that is being read.
pub fn current(target: &Target) -> PathBuf {
    corpus::failures().join(format!("{}.current", target.name))
}

/// Saves an input that fails, under a name made from its bytes.
///
/// # Errors
/// When it cannot be written.
pub fn saved(target: &Target, input: &[u8]) -> io::Result<PathBuf> {
    let digest = BuildHasherDefault::<DefaultHasher>::default().hash_one(input);
    let file = corpus::failures().join(format!("{}-{digest:016x}", target.name));
    fs::write(&file, input)?;
    Ok(fs::canonicalize(&file).unwrap_or(file))
}

/// Ends the process when an input takes too long: nothing else ends a thread. The file of the input
/// remains. Returns where the loop says when it began to read one.
fn watch(target: &Target) -> &'static AtomicU64 {
    let clock: &'static AtomicU64 = Box::leak(Box::new(AtomicU64::new(0)));
    let name = target.name;
    thread::spawn(move || {
        loop {
            thread::sleep(Duration::from_millis(100));
            let since = clock.load(Ordering::Relaxed);
            if since > 0 && now().saturating_sub(since) > LONGEST.as_millis() as u64 {
                eprintln!("{name}: an input takes longer than {} s", LONGEST.as_secs());
                std::process::exit(TOO_LONG);
            }
        }
    });
    clock
}

/// The exit code after an input that took too long.
pub const TOO_LONG: i32 = 3;

/// The processor time of this process, in milliseconds and never 0: other programs of a busy computer
/// make no difference. Where the system does not say it, the time that has passed.
fn now() -> u64 {
    static BEGUN: OnceLock<Instant> = OnceLock::new();
    let passed = || BEGUN.get_or_init(Instant::now).elapsed().as_millis() as u64;
    1 + used().unwrap_or_else(passed)
}

/// The processor time as Linux says it: utime and stime in hundredths of a second (proc_pid_stat(5)).
fn used() -> Option<u64> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    // The name of the program, in parentheses, may contain anything.
    let (_, fields) = stat.rsplit_once(')')?;
    let times: Vec<u64> =
        fields.split_whitespace().skip(11).take(2).map_while(|time| time.parse().ok()).collect();
    Some(10 * times.iter().sum::<u64>()).filter(|used| *used > 0)
}

fn message(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default()
}
