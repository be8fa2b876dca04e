//! The command line.

use std::ffi::OsString;
use std::iter::Peekable;
use std::path::PathBuf;
use std::time::Duration;

use crate::Outcome;

pub(crate) const HELP: &str = "\
Measures terminal programs in a pseudo-terminal.

cargo bench --bench terminal [-- [OPTIONS] [FILTER]]
cargo bench --bench terminal -- [OPTIONS] [[--name NAME] [--keys KEYS] -- COMMAND ARGS...]...

FILTER             only the situations of the default table whose name holds this
--size 80x24       columns and rows of the terminal
--startup-runs 9   starts of which the median is taken (0: none)
--warm 6           seconds until the steady window begins; all default keys are sent before
--seconds 36       seconds until it ends, and SIGTERM is sent
--json FILE        write the table as JSON, too
--name NAME        name of the next command in the table (default: the command's)
--keys KEYS        'SECONDS:TEXT;SECONDS:TEXT', sent to the next command in its steady run;
                   escapes: \\e \\r \\n \\t \\\\ \\xHH (a semicolon is \\x3b)

The arguments of a command reach as far as the next --name.
";

/// What the command line asks for.
#[derive(Debug)]
pub(crate) enum Request {
    Help,
    /// Run by `cargo test`, which has nothing to test here.
    Nothing,
    Measure(Options),
}

#[derive(Debug)]
pub(crate) struct Options {
    pub(crate) size: Size,
    /// The steady window begins so long after the start of a program ...
    pub(crate) warm: Duration,
    /// ... and ends here, at least a second later.
    pub(crate) seconds: Duration,
    pub(crate) startup_runs: usize,
    pub(crate) json: Option<PathBuf>,
    pub(crate) filter: Option<String>,
    /// Empty: the default table.
    pub(crate) commands: Vec<Command>,
    /// The arguments as given, without cargo's own.
    pub(crate) given: Vec<String>,
}

/// Of a terminal, in cells; neither is zero.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Size {
    pub(crate) columns: u16,
    pub(crate) rows: u16,
}

/// A command of the command line.
#[derive(Debug)]
pub(crate) struct Command {
    pub(crate) name: Option<String>,
    pub(crate) keys: Vec<Key>,
    pub(crate) program: String,
    pub(crate) args: Vec<String>,
}

/// Bytes that are sent to the program so long after its start.
#[derive(Clone, Debug)]
pub(crate) struct Key {
    pub(crate) at: Duration,
    pub(crate) bytes: Vec<u8>,
}

/// Reads the arguments without the program's name.
///
/// `cargo bench` puts `--bench` behind the last argument; `cargo test` does not, and then there is
/// nothing to do.
pub(crate) fn parse(args: impl Iterator<Item = OsString>) -> Outcome<Request> {
    let mut given = args
        .map(|arg| {
            arg.into_string()
                .map_err(|arg| format!("{} is not UTF-8", arg.display()))
        })
        .collect::<Outcome<Vec<String>>>()?;
    let bench = given.pop_if(|last| last == "--bench").is_some();
    let mut options = Options {
        size: Size {
            columns: 80,
            rows: 24,
        },
        warm: Duration::from_secs(6),
        seconds: Duration::from_secs(36),
        startup_runs: 9,
        json: None,
        filter: None,
        commands: Vec::new(),
        given: given.clone(),
    };
    let (mut name, mut sent) = (None, None);
    let mut args = given.into_iter().peekable();
    while let Some(arg) = args.next() {
        let mut value = || args.next().ok_or_else(|| format!("{arg} wants a value"));
        match arg.as_str() {
            "--help" | "-h" => return Ok(Request::Help),
            "--test" => return Ok(Request::Nothing),
            "--size" => options.size = size(&value()?)?,
            "--warm" => options.warm = seconds(&value()?)?,
            "--seconds" => options.seconds = seconds(&value()?)?,
            "--startup-runs" => options.startup_runs = whole(&value()?)?,
            "--json" => options.json = Some(value()?.into()),
            "--name" => name = Some(value()?),
            "--keys" => sent = Some(keys(&value()?)?),
            "--" => options
                .commands
                .push(command(name.take(), sent.take(), &mut args)?),
            option if option.starts_with('-') => {
                return Err(format!("unknown option {option}; see --help"));
            }
            _ => options.filter = Some(arg),
        }
    }
    if name.is_some() || sent.is_some() {
        return Err("--name and --keys stand before `-- COMMAND ARGS...`".into());
    }
    if options.filter.is_some() && !options.commands.is_empty() {
        return Err("FILTER is for the default table, which a command replaces".into());
    }
    if options.seconds < options.warm + Duration::from_secs(1) {
        return Err("--seconds must be at least one more than --warm".into());
    }
    let mut keys = options.commands.iter().flat_map(|command| &command.keys);
    if keys.any(|key| key.at >= options.seconds) {
        return Err("a key at or after --seconds would never be sent".into());
    }
    Ok(if bench {
        Request::Measure(options)
    } else {
        Request::Nothing
    })
}

fn command(
    name: Option<String>,
    keys: Option<Vec<Key>>,
    words: &mut Peekable<impl Iterator<Item = String>>,
) -> Outcome<Command> {
    let program = words
        .next_if(|word| word != "--name")
        .ok_or("no command after --")?;
    let args = std::iter::from_fn(|| words.next_if(|word| word != "--name")).collect();
    Ok(Command {
        name,
        keys: keys.unwrap_or_default(),
        program,
        args,
    })
}

fn size(text: &str) -> Outcome<Size> {
    text.split_once('x')
        .and_then(|(columns, rows)| {
            Some(Size {
                columns: columns.parse().ok()?,
                rows: rows.parse().ok()?,
            })
        })
        .filter(|size| size.columns > 0 && size.rows > 0)
        .ok_or_else(|| format!("{text} is not a size like 80x24"))
}

fn whole(text: &str) -> Outcome<usize> {
    text.parse()
        .map_err(|_| format!("{text} is not a whole number"))
}

/// Up to a day.
fn seconds(text: &str) -> Outcome<Duration> {
    text.parse()
        .ok()
        .and_then(|seconds| Duration::try_from_secs_f64(seconds).ok())
        .filter(|seconds| *seconds <= Duration::from_secs(86_400))
        .ok_or_else(|| format!("{text} is not a number of seconds"))
}

/// Reads `SECONDS:TEXT;SECONDS:TEXT`, in any order; empty is no key.
pub(crate) fn keys(text: &str) -> Outcome<Vec<Key>> {
    let mut keys = text
        .split(';')
        .filter(|part| !part.is_empty())
        .map(key)
        .collect::<Outcome<Vec<_>>>()?;
    keys.sort_by_key(|key| key.at);
    Ok(keys)
}

fn key(text: &str) -> Outcome<Key> {
    let (at, sent) = text
        .split_once(':')
        .ok_or_else(|| format!("the key `{text}` is not SECONDS:TEXT"))?;
    let bytes =
        unescape(sent).ok_or_else(|| format!("unknown escape in the key `{text}`; see --help"))?;
    Ok(Key {
        at: seconds(at)?,
        bytes,
    })
}

fn unescape(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'\\' => match rest.next()? {
                b'e' => 0x1b,
                b'r' => b'\r',
                b'n' => b'\n',
                b't' => b'\t',
                b'\\' => b'\\',
                b'x' => hex(rest.next()?)? * 16 + hex(rest.next()?)?,
                _ => return None,
            },
            byte => byte,
        });
    }
    Some(bytes)
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit)
        .to_digit(16)
        .and_then(|value| u8::try_from(value).ok())
}
