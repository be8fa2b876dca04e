//! What is measured: the commands of the command line, or the default table.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, path};

use crate::measure::Subject;
use crate::options::{self, Options};
use crate::place::{HOLD_FILE, WALK_FILE};
use crate::terminal::Program;
use crate::{Outcome, note};

const SUPPLE: &str = env!("CARGO_BIN_EXE_supple");

/// A row of the default table for this program.
struct Situation {
    name: &'static str,
    args: &'static [&'static str],
    keys: &'static str,
    own_routines: usize,
}

const COUNTING: &[&str] = &["play", HOLD_FILE, "--now"];

const SITUATIONS: [Situation; 6] = [
    Situation {
        name: "supple, home",
        args: &[],
        keys: "",
        own_routines: 0,
    },
    Situation {
        name: "supple, home, 100 own files",
        args: &[],
        keys: "",
        own_routines: 100,
    },
    Situation {
        name: "supple, home, 10000 own files",
        args: &[],
        keys: "",
        own_routines: 10_000,
    },
    Situation {
        name: "supple, counting",
        args: COUNTING,
        keys: "",
        own_routines: 0,
    },
    Situation {
        name: "supple, walking figure",
        args: &["play", WALK_FILE, "--now"],
        keys: "",
        own_routines: 0,
    },
    Situation {
        name: "supple, paused",
        args: COUNTING,
        keys: "4: ",
        own_routines: 0,
    },
];

/// Another program that counts down in the terminal.
struct Peer {
    program: &'static str,
    /// What makes it count down from ten minutes at once.
    args: &'static [&'static str],
    keys: &'static str,
    /// `cargo install` so.
    install: &'static str,
}

const PEERS: [Peer; 2] = [
    Peer {
        program: "engage",
        args: &["timer", "10m"],
        keys: "",
        install: "engage-cli --version 0.2.0 --locked",
    },
    Peer {
        program: "timr-tui",
        args: &["--mode", "countdown", "--countdown", "10:00"],
        keys: "2: ",
        install: "timr-tui --version 1.9.0 --locked", // the newest that rustc 1.95 builds
    },
];

/// The subjects in order of the table. A peer that is not installed is left out, and said so on
/// stderr.
///
/// # Errors
///
/// A command that is not found, a key of the default table inside the steady window.
pub(crate) fn subjects(options: &Options) -> Outcome<Vec<Subject>> {
    if !options.commands.is_empty() {
        return options.commands.iter().map(of_command).collect();
    }
    let mut subjects = SITUATIONS
        .iter()
        .map(of_situation)
        .collect::<Outcome<Vec<_>>>()?;
    for peer in &PEERS {
        match find(peer.program) {
            Some(path) => subjects.push(of_peer(peer, path)?),
            None => note(&format!(
                "without {}, which is not installed: cargo install {}",
                peer.program, peer.install
            )),
        }
    }
    if let Some(filter) = &options.filter {
        subjects.retain(|subject| subject.name.contains(filter.as_str()));
    }
    if let Some(late) = subjects
        .iter()
        .flat_map(|subject| &subject.keys)
        .find(|key| key.at >= options.warm)
    {
        let second = late.at.as_secs();
        return Err(format!(
            "--warm must be more than {second}: a key of the default table is sent then"
        ));
    }
    Ok(subjects)
}

fn of_situation(situation: &Situation) -> Outcome<Subject> {
    Ok(Subject {
        name: situation.name.into(),
        program: Program {
            path: SUPPLE.into(),
            args: owned(situation.args),
            folder: None,
        },
        keys: options::keys(situation.keys)?,
        own_routines: situation.own_routines,
    })
}

fn of_peer(peer: &Peer, path: PathBuf) -> Outcome<Subject> {
    Ok(Subject {
        name: version(&path).unwrap_or_else(|| peer.program.into()),
        program: Program {
            path,
            args: owned(peer.args),
            folder: None,
        },
        keys: options::keys(peer.keys)?,
        own_routines: 0,
    })
}

/// A command of the command line starts where the harness was started, so that relative paths hold.
fn of_command(command: &options::Command) -> Outcome<Subject> {
    let path =
        find(&command.program).ok_or_else(|| format!("{}: no such program", command.program))?;
    let folder = env::current_dir().map_err(|error| format!("no current folder: {error}"))?;
    Ok(Subject {
        name: command
            .name
            .clone()
            .unwrap_or_else(|| command.program.clone()),
        program: Program {
            path,
            args: command.args.clone(),
            folder: Some(folder),
        },
        keys: command.keys.clone(),
        own_routines: 0,
    })
}

/// The absolute path of a program: as given when it holds a slash, else on `PATH` or in
/// `~/.cargo/bin`.
fn find(program: &str) -> Option<PathBuf> {
    if program.contains('/') {
        return path::absolute(program).ok().filter(|path| path.is_file());
    }
    let on_path = env::var_os("PATH").unwrap_or_default();
    let installed = env::home_dir().map(|home| home.join(".cargo/bin"));
    env::split_paths(&on_path)
        .chain(installed)
        .map(|folder| folder.join(program))
        .find(|path| path.is_file())
}

/// The first line of what `--version` prints: the figures are those of what is installed.
fn version(path: &Path) -> Option<String> {
    let output = Command::new(path)
        .arg("--version")
        .stdin(Stdio::null())
        .output()
        .ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    text.lines()
        .next()
        .map(|line| line.trim().to_owned())
        .filter(|line| !line.is_empty())
}

fn owned(args: &[&str]) -> Vec<String> {
    args.iter().copied().map(Into::into).collect()
}
