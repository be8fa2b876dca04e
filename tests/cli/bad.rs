//! Broken files: `tests/bad/x.toml` and, in `x.stderr`, exactly what `supple check x.toml` says about it.
//! `BLESS=1 cargo test bad` rewrites what it says.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad")
}

/// `supple check` in the folder of bad files, for somebody without files of their own.
fn check(file: &OsStr) -> Output {
    let home = tempfile::tempdir().expect("a home");
    Command::new(env!("CARGO_BIN_EXE_supple"))
        .arg("check")
        .arg(file)
        .current_dir(folder())
        .env("HOME", home.path())
        .env("XDG_CONFIG_HOME", home.path().join("config"))
        .env_remove("NO_COLOR")
        .output()
        .expect("supple runs")
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
        let output = check(path.file_name().expect("a name"));
        let said = String::from_utf8(output.stderr).expect("messages are text");
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
        if output.status.code() != Some(i32::from(errors)) {
            failed.push(format!("{name} ends with {}", output.status));
        }
        if !output.stdout.is_empty() {
            failed.push(format!("{name} writes to standard output"));
        }
    }
    assert!(seen > 30, "no bad files found");
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}
