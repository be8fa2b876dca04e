//! One row of the table.

use std::fs;
use std::thread;
use std::time::Duration;

use crate::Outcome;
use crate::options::{Key, Options};
use crate::picture::{self, Left};
use crate::place::Place;
use crate::terminal::{Chunk, Program, Terminal, Waited};
use crate::usage::Usage;

/// A program that stays silent so long is not measured.
const SILENCE: Duration = Duration::from_secs(10);
/// The picture of a start is compared with the one so long after the first byte.
const SETTLED: Duration = Duration::from_secs(1);
/// Between two looks into `/proc`.
const SAMPLE: Duration = Duration::from_millis(500);
/// From SIGTERM to SIGKILL.
const PATIENCE: Duration = Duration::from_secs(2);

/// A program in a situation.
pub(crate) struct Subject {
    pub(crate) name: String,
    pub(crate) program: Program,
    /// In order of time; sent in the steady run only.
    pub(crate) keys: Vec<Key>,
    /// Files in the person's own routine folder.
    pub(crate) own_routines: usize,
}

/// All figures of one subject.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) name: String,
    pub(crate) command: Vec<String>,
    /// As sent in the steady run.
    pub(crate) keys: Vec<Key>,
    pub(crate) binary_bytes: u64,
    /// Milliseconds from before the fork to the first byte.
    pub(crate) first_byte: Option<Spread>,
    /// Milliseconds from before the fork until the screen is full (see [`picture::full_at`]).
    pub(crate) full_screen: Option<Spread>,
    pub(crate) steady: Steady,
}

/// Of several runs.
#[derive(Debug)]
pub(crate) struct Spread {
    pub(crate) median: f64,
    pub(crate) least: f64,
    pub(crate) most: f64,
}

/// The steady run. Rates are over `window_s`; what is sampled holds for the program and its
/// descendants (see [`Usage`]).
#[derive(Debug)]
pub(crate) struct Steady {
    pub(crate) window_s: f64,
    pub(crate) bytes_per_s: f64,
    /// See [`Chunk`].
    pub(crate) writes_per_s: f64,
    pub(crate) cpu_ms_per_minute: f64,
    pub(crate) wakeups_per_s: f64,
    pub(crate) peak_kib: u64,
    pub(crate) threads: usize,
    pub(crate) processes: usize,
    /// What the program left after SIGTERM ...
    pub(crate) left: Left,
    /// ... and how it ended; `None`: not within two seconds.
    pub(crate) exit: Option<String>,
}

/// Measures a subject: first the starts, then the steady run.
pub(crate) fn row(subject: &Subject, options: &Options) -> Outcome<Row> {
    let program = &subject.program;
    let binary = fs::metadata(&program.path)
        .map_err(|error| format!("{}: {error}", program.path.display()))?;
    let place = Place::new(subject.own_routines)?;
    let (mut first, mut full) = (Vec::new(), Vec::new());
    for _ in 0..options.startup_runs {
        let chunks = start_up(program, &place, options)?;
        first.extend(chunks.first().map(|chunk| chunk.at));
        full.extend(picture::full_at(&chunks, options.size));
    }
    let name = program
        .path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    Ok(Row {
        name: subject.name.clone(),
        command: [name]
            .into_iter()
            .chain(program.args.iter().cloned())
            .collect(),
        keys: subject.keys.clone(),
        binary_bytes: binary.len(),
        first_byte: spread(first),
        full_screen: spread(full),
        steady: steady(subject, &place, options)?,
    })
}

/// What a program writes up to a second after its first byte. It is then killed.
fn start_up(program: &Program, place: &Place, options: &Options) -> Outcome<Vec<Chunk>> {
    let mut terminal = Terminal::start(program, place, options.size)?;
    let mut chunks: Vec<Chunk> = Vec::new();
    let mut until = SILENCE;
    loop {
        match terminal.wait(until) {
            Waited::Output(chunk) => {
                if chunks.is_empty() {
                    until = chunk.at + SETTLED;
                }
                chunks.push(chunk);
            }
            Waited::Due if chunks.is_empty() => {
                return Err(format!("silent for {} s", SILENCE.as_secs()));
            }
            Waited::Due => return Ok(chunks),
            Waited::Closed => return Err(ended(&mut terminal, &chunks, options)),
        }
    }
}

/// All output of the run is kept until its end, so that nothing is computed meanwhile.
fn steady(subject: &Subject, place: &Place, options: &Options) -> Outcome<Steady> {
    let mut terminal = Terminal::start(&subject.program, place, options.size)?;
    let mut keys = subject.keys.iter().peekable();
    let mut chunks = Vec::new();
    let mut usage = Usage::default();
    let mut begin = None;
    let mut sample_at = options.warm;
    let end = loop {
        let now = terminal.elapsed();
        if let Some(key) = keys.next_if(|key| key.at <= now) {
            terminal.send(&key.bytes)?;
        } else if sample_at <= now {
            if terminal.exit()?.is_some() {
                return Err(ended(&mut terminal, &chunks, options));
            }
            usage.sample(terminal.pid())?;
            begin.get_or_insert(now);
            if now >= options.seconds {
                break now;
            }
            sample_at = (now + SAMPLE).min(options.seconds);
        } else {
            let due = keys.peek().map_or(sample_at, |key| key.at.min(sample_at));
            match terminal.wait(due) {
                Waited::Output(chunk) => chunks.push(chunk),
                Waited::Due => {}
                Waited::Closed => return Err(ended(&mut terminal, &chunks, options)),
            }
        }
    };
    let begin = begin.unwrap_or(end);
    let exit = leave(&mut terminal, &mut chunks)?;
    let inside = || {
        chunks
            .iter()
            .filter(|chunk| (begin..end).contains(&chunk.at))
    };
    let window = end.saturating_sub(begin);
    Ok(Steady {
        window_s: window.as_secs_f64(),
        bytes_per_s: per_second(
            inside().map(|chunk| chunk.bytes.len()).sum::<usize>() as u64,
            window,
        ),
        writes_per_s: per_second(inside().count() as u64, window),
        cpu_ms_per_minute: usage.cpu().div_duration_f64(window) * 60_000.0,
        wakeups_per_s: per_second(usage.wakeups(), window),
        peak_kib: usage.peak_kib,
        threads: usage.threads,
        processes: usage.processes,
        left: picture::left(&chunks, options.size),
        exit,
    })
}

/// Asks the program to end and takes what it writes until it has.
fn leave(terminal: &mut Terminal, chunks: &mut Vec<Chunk>) -> Outcome<Option<String>> {
    let step = Duration::from_millis(10);
    terminal.terminate();
    let limit = terminal.elapsed() + PATIENCE;
    while terminal.exit()?.is_none() && terminal.elapsed() < limit {
        match terminal.wait(terminal.elapsed() + step) {
            Waited::Output(chunk) => chunks.push(chunk),
            Waited::Due => {}
            Waited::Closed => thread::park_timeout(step),
        }
    }
    while let Waited::Output(chunk) = terminal.wait(terminal.elapsed() + step * 10) {
        chunks.push(chunk);
        if terminal.elapsed() > limit + PATIENCE {
            break;
        }
    }
    Ok(terminal.exit()?.map(Into::into))
}

/// The message for a program that ended before its time.
fn ended(terminal: &mut Terminal, chunks: &[Chunk], options: &Options) -> String {
    let at = terminal.elapsed().as_secs_f64();
    // The terminal closes a moment before the process is gone.
    thread::park_timeout(Duration::from_millis(50));
    let exit = terminal.exit().ok().flatten().unwrap_or("terminal closed");
    format!(
        "ended by itself after {at:.1} s ({exit}): {}",
        picture::left(chunks, options.size).last_line
    )
}

#[expect(clippy::cast_precision_loss, reason = "no run counts up to 2^52")]
fn per_second(count: u64, window: Duration) -> f64 {
    count as f64 / window.as_secs_f64()
}

/// In milliseconds. The median of an even number of runs is the mean of the middle two.
fn spread(mut runs: Vec<Duration>) -> Option<Spread> {
    runs.sort_unstable();
    let ms = |run: Duration| run.as_secs_f64() * 1000.0;
    let low = *runs.get(runs.len().saturating_sub(1) / 2)?;
    let high = *runs.get(runs.len() / 2)?;
    Some(Spread {
        median: ms((low + high) / 2),
        least: ms(*runs.first()?),
        most: ms(*runs.last()?),
    })
}
