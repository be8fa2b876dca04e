//! Broken files: `tests/bad/x.toml` and, in `x.stderr`, exactly what `supple check x.toml` says about it.
//! `BLESS=1 cargo test bad` rewrites what it says.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use crate::support::program::{Home, Ran};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad")
}

/// `supple check` in the folder of bad files, for somebody without files of their own.
fn check(file: &str) -> Ran {
    let home = Home::new();
    let mut command = home.supple(&["check", file]);
    Ran::of(&command.current_dir(folder()).output().expect("supple runs"))
}

#[test]
fn bad_files() {
    let mut failed = Vec::new();
    let mut seen = 0;
    for entry in std::fs::read_dir(folder()).expect("the folder of bad files") {
        let path = entry.expect("an entry").path();
        if path.extension() != Some(OsStr::new("toml")) {
            continue;
        }
        seen += 1;
        let file = path.file_name().expect("a name");
        let ran = check(&file.to_string_lossy());
        let said = ran.err;
        let golden = path.with_extension("stderr");
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&golden, &said).expect("the messages are written");
        }
        let name = path.display();
        match std::fs::read_to_string(&golden) {
            Ok(expected) if expected == said => {}
            Ok(_) => failed.push(format!("{name} says now:\n{said}")),
            Err(_) => failed.push(format!("{name} has no .stderr beside it")),
        }
        let errors = said.lines().any(|line| line.starts_with("error:"));
        if ran.code != Some(i32::from(errors)) {
            failed.push(format!("{name} ends with {:?}", ran.code));
        }
        if !ran.out.is_empty() {
            failed.push(format!("{name} writes to standard output"));
        }
    }
    assert!(seen > 30, "no bad files found");
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}
