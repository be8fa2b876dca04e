//! The profile, filled in and written.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use super::{PROGRAM, listing};
use crate::support::program::Home;
use crate::support::pty::Pty;

fn path(home: &Home) -> PathBuf {
    home.path().join(".config/supple/profile.toml")
}

fn mode(path: &Path) -> u32 {
    let metadata = fs::metadata(path).expect("it is there");
    metadata.permissions().mode() & 0o777
}

#[test]
fn it_is_written_for_its_owner_alone() {
    let mut pty = listing(Home::new(), &[]);
    pty.wait_for_text("p about you");
    pty.send("p");
    pty.wait_for_text("Age and steadiness");
    pty.send("\x1b[B\x1b[B ");
    pty.wait_for_text("[x] 65 or older");
    pty.send([0x13]);
    pty.wait_for_text("Saved.");
    let path = path(pty.home());
    let text = fs::read_to_string(&path).expect("it is written");
    assert!(
        text.ends_with("format = 1\nconditions = [\"older-adult\"]\n"),
        "{text}"
    );
    assert!(text.starts_with("# "), "{text}");
    assert_eq!(mode(&path), 0o600);
    assert_eq!(mode(path.parent().expect("a folder")), 0o700);
    // And read again.
    pty.send("p");
    pty.wait_for_text("[x] 65 or older");
}

#[test]
fn opened_alone_it_writes_and_ends() {
    let home = Home::new();
    let elsewhere = home.write("dotfiles/profile.toml", "floor = true # stairs\n");
    fs::create_dir_all(path(&home).parent().expect("a folder")).expect("made");
    std::os::unix::fs::symlink(&elsewhere, path(&home)).expect("a link");
    let mut pty = Pty::start(home, PROGRAM, &["profile"], &[]);
    pty.wait_for_text("Age and steadiness");
    pty.send("\x1b[B\x1b[B ");
    pty.wait_for_text("[x] 65 or older");
    pty.send("\x1b");
    pty.wait_for_text("Keep the changes?");
    pty.send("y");
    assert_eq!(pty.wait_for_end(), 0);
    pty.assert_clean();
    let text = fs::read_to_string(&elsewhere).expect("it is there");
    assert_eq!(
        text,
        "floor = true # stairs\nconditions = [\"older-adult\"]\n"
    );
    let link = fs::symlink_metadata(path(pty.home())).expect("it is there");
    assert!(link.is_symlink());
}

#[test]
fn what_changed_meanwhile_is_not_written_over() {
    let home = Home::new();
    home.write(".config/supple/profile.toml", "floor = true\n");
    let mut pty = Pty::start(home, PROGRAM, &["profile"], &[]);
    pty.wait_for_text("Age and steadiness");
    let path = pty
        .home()
        .write(".config/supple/profile.toml", "floor = false\n");
    pty.send("\x1b[B\x1b[B \x13");
    pty.wait_for_text("changed in the meantime");
    assert_eq!(
        fs::read_to_string(path).expect("it is there"),
        "floor = false\n"
    );
}

#[test]
fn a_broken_file_is_kept_beside_the_new_one() {
    let home = Home::new();
    let broken = "conditions = [\"glaucoma\"\n";
    let path = home.write(".config/supple/profile.toml", broken);
    let older = home.write(".config/supple/profile.toml.old", "older");
    let mut pty = Pty::start(home, PROGRAM, &["profile"], &[]);
    pty.wait_for_text("cannot be read");
    pty.send("n");
    pty.wait_for_text("Filled in with what was understood");
    pty.send([0x13]);
    assert_eq!(pty.wait_for_end(), 0);
    let text = |path: &Path| fs::read_to_string(path).expect("it is there");
    assert!(text(&path).ends_with("conditions = [\"glaucoma\"]\n"));
    assert_eq!(text(&older), "older");
    assert_eq!(text(&older.with_extension("old2")), broken);
}
