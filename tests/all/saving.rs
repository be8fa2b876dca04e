//! What becomes of a person's files when they are saved: links, odd neighbours, limits, two at once.

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, SystemTime};

use rustix::fs::{CWD, FileType, Mode, mknodat};
use supple::content::diagnostic::Diagnostic;
use supple::edge::store::saving::Saving;
use supple::edge::store::{profile, saving, settings};
use supple::plan::profile::own::{Content, ProfileChange};
use supple::tui::settings::{Setting, Settings};
use supple::tui::theme::name::ThemeName;
use supple::words::en::failures::failed;
use supple::words::failure::{Failure, NotRemembered, NotSaved};

use crate::support::program::Home;

fn mode(path: &Path) -> u32 {
    let metadata = fs::metadata(path).expect("it is there");
    metadata.permissions().mode() & 0o777
}

/// The names in a folder, in order.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let name = |entry: std::io::Result<fs::DirEntry>| {
        entry
            .expect("an entry")
            .file_name()
            .to_string_lossy()
            .into_owned()
    };
    let mut names: Vec<String> = entries.map(name).collect();
    names.sort();
    names
}

#[test]
fn a_link_stays_a_link() {
    let home = Home::new();
    let target = home.write("dotfiles/deep/settings.toml", "theme = \"dusk\"\n");
    fs::set_permissions(&target, Permissions::from_mode(0o644)).expect("it is ours");
    let between = home.path().join("between");
    symlink("dotfiles/deep/settings.toml", &between).expect("a link");
    let path = home.path().join("config/settings.toml");
    fs::create_dir(home.path().join("config")).expect("a folder");
    symlink("../between", &path).expect("a link");
    saving::replace(&path, "theme = \"night\"\n").expect("it can be written");
    assert_eq!(
        fs::read_link(&path).expect("a link"),
        Path::new("../between")
    );
    assert!(between.is_symlink());
    assert_eq!(
        fs::read_to_string(&target).expect("a file"),
        "theme = \"night\"\n"
    );
    assert_eq!(mode(&target), 0o600);
    assert_eq!(names(&home.path().join("config")), ["settings.toml"]);
    assert_eq!(names(&home.path().join("dotfiles/deep")), ["settings.toml"]);

    // Behind a link to nothing there may be a disk that is not there now.
    let lost = home.path().join("config/lost.toml");
    symlink("gone/lost.toml", &lost).expect("a link");
    let why = saving::replace(&lost, "x = 1\n");
    assert_eq!(why, Err(NotSaved::Dangling));
    assert!(lost.is_symlink());
}

#[test]
fn what_lies_beside_it_is_not_touched() {
    let home = Home::new();
    let path = home.write("c/settings.toml", "theme = \"dusk\"\n");
    let old = path.with_extension("toml~");
    let precious = home.write("precious", "mine");
    let save = || saving::replace(&path, "theme = \"night\"\n").expect("it can be written");

    fs::write(&old, "of an editor").expect("written");
    save();
    assert_eq!(fs::read_to_string(&old).expect("a file"), "of an editor");
    fs::remove_file(&old).expect("removed");
    symlink(&precious, &old).expect("a link");
    save();
    assert_eq!(fs::read_to_string(&precious).expect("a file"), "mine");
    assert_ne!(mode(&precious), 0o600);
    fs::remove_file(&old).expect("removed");
    mknodat(CWD, &old, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).expect("a pipe");
    save();
    fs::remove_file(&old).expect("removed");
    fs::create_dir(&old).expect("a folder");
    save();
    assert_eq!(
        names(path.parent().expect("a folder")),
        ["settings.toml", "settings.toml~"]
    );
    assert!(!path.is_symlink());
}

#[test]
fn what_must_not_be_written_is_left() {
    let home = Home::new();
    let path = home.write("c/settings.toml", "theme = \"dusk\"\n");
    fs::set_permissions(&path, Permissions::from_mode(0o400)).expect("it is ours");
    let why = saving::replace(&path, "theme = \"night\"\n");
    assert_eq!(why, Err(NotSaved::ReadOnly));
    assert_eq!(
        fs::read_to_string(&path).expect("a file"),
        "theme = \"dusk\"\n"
    );
    let folder = home.path().join("c/folder.toml");
    fs::create_dir(&folder).expect("a folder");
    let why = saving::replace(&folder, "x = 1\n");
    assert_eq!(why, Err(NotSaved::NoFile));
    let below = path.join("profile.toml");
    let why = saving::replace(&below, "x = 1\n").expect_err("a file is no folder");
    assert!(
        matches!(&why, NotSaved::InTheWay(folder) if folder.ends_with("c/settings.toml")),
        "{why:?}"
    );
    assert_eq!(
        names(&home.path().join("c")),
        ["folder.toml", "settings.toml"]
    );
}

#[test]
fn the_mark_at_its_beginning_is_kept() {
    let home = Home::new();
    let path = home.write("settings.toml", "\u{feff}theme = \"dusk\"\n");
    assert_eq!(saving::replace(&path, "theme = \"night\"\n"), Ok(()));
    let text = fs::read_to_string(&path).expect("a file");
    assert_eq!(text, "\u{feff}theme = \"night\"\n");
    let new = home.path().join("new.toml");
    assert_eq!(saving::replace(&new, "x = 1\n"), Ok(()));
    assert_eq!(fs::read_to_string(&new).expect("a file"), "x = 1\n");
}

#[test]
fn what_a_killed_save_left_is_cleared_away() {
    let home = Home::new();
    let path = home.write("c/settings.toml", "");
    let now = fs::metadata(&path).and_then(|metadata| metadata.modified());
    let now = now.expect("the system knows");
    let hour = now - Duration::from_secs(3600);
    let write = |name: &str, then: SystemTime| {
        let path = home.write(&format!("c/{name}"), "half a fi");
        let file = fs::File::options().write(true).open(path).expect("a file");
        file.set_modified(then).expect("it is ours");
    };
    write(".settings.toml.aB3dE6gH.supple", hour);
    let kept = [
        ".profile.toml.aB3dE6gH.supple",
        ".settings.toml.aB3dE6.supple",
        ".settings.toml.aB3-E6gH.supple",
        ".settings.toml.aB3dE6gH.swp",
    ];
    for name in kept {
        write(name, hour);
    }
    // Nobody knows for sure that its writer is gone.
    write(".settings.toml.Zz3dE6gH.supple", now);
    fs::create_dir(home.path().join("c/.settings.toml.folderXX.supple")).expect("a folder");
    symlink(
        "nowhere",
        home.path().join("c/.settings.toml.link4567.supple"),
    )
    .expect("a link");
    let before = names(&home.path().join("c"));
    saving::replace(&path, "theme = \"night\"\n").expect("it can be written");
    let gone: Vec<String> = before
        .into_iter()
        .filter(|name| !names(&home.path().join("c")).contains(name))
        .collect();
    assert_eq!(gone, [".settings.toml.aB3dE6gH.supple"]);
}

#[test]
fn what_is_kept_beside_it_takes_nobody_s_place() {
    let home = Home::new();
    let path = home.write("c/profile.toml", "due = ");
    fs::set_permissions(&path, Permissions::from_mode(0o644)).expect("it is ours");
    home.write("c/profile.toml.old", "older");
    symlink("nowhere", home.path().join("c/profile.toml.old2")).expect("a link");
    let save = |text: &str| {
        let saving = Saving::begin(&path).expect("it can begin");
        saving.replace_and_keep(text)
    };
    assert_eq!(save("floor = true\n"), Ok(()));
    let kept = home.path().join("c/profile.toml.old3");
    assert_eq!(fs::read_to_string(&kept).expect("a file"), "due = ");
    assert_eq!((mode(&kept), mode(&path)), (0o600, 0o600));
    let older = home.path().join("c/profile.toml.old");
    assert_eq!(fs::read_to_string(older).expect("a file"), "older");

    // What is no file is moved.
    fs::remove_file(&path).expect("removed");
    fs::create_dir(&path).expect("a folder");
    assert_eq!(save("floor = false\n"), Ok(()));
    assert!(home.path().join("c/profile.toml.old4").is_dir());
    assert_eq!(
        fs::read_to_string(&path).expect("a file"),
        "floor = false\n"
    );
}

/// Runs one of the errands below in a process of its own.
fn errand(home: &Home, errand: &str, before: &str) -> Child {
    let program = std::env::current_exe().expect("this program");
    let mut command = Command::new("sh");
    command
        .args(["-c", &format!("{before}exec \"$0\" \"$@\"")])
        .arg(program)
        .args(["--exact", "saving::errands", "--ignored", "--nocapture"])
        .env("HOME", home.path())
        .env("ERRAND", errand)
        .env_remove("XDG_CONFIG_HOME")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command.spawn().expect("it starts")
}

/// What it said.
fn said(child: Child) -> String {
    let output = child.wait_with_output().expect("it ends");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(said.contains("test result: ok. 1 passed"), "{said}");
    said
}

fn own(home: &Home, name: &str) -> PathBuf {
    home.path().join(".config/supple").join(name)
}

const TIMES: usize = 25;

#[test]
#[ignore = "it is run by the other tests"]
fn errands() {
    let report = |saved: Result<(), Failure>| {
        let saved = saved.map_err(|failure| failed(&failure));
        println!("saved: {saved:?}");
    };
    let in_the_end = |setting: Setting| {
        while let Err(why) = settings::save(&setting) {
            assert_eq!(why, NotRemembered::NotSaved(NotSaved::Busy));
        }
    };
    match std::env::var("ERRAND").as_deref() {
        Ok("themes") => {
            for turn in 0..TIMES {
                let theme = [ThemeName::Night, ThemeName::Mono][turn % 2];
                in_the_end(Setting::Theme(theme));
            }
        }
        Ok("known") => {
            for turn in 0..TIMES {
                let routine = format!("routine-{turn}");
                in_the_end(Setting::Knows { routine, yes: true });
            }
        }
        Ok("profile") => report(profile::save(&ProfileChange {
            was: Content::Text("floor = true\n".to_owned()),
            text: "floor = false\n".to_owned(),
            aside: false,
        })),
        Ok("new-file") => report(profile::save(&ProfileChange {
            was: Content::Garbled(
                "floor = \u{fffd}\n".to_owned(),
                Diagnostic::error("line 1 is not UTF-8 text")
                    .on_line(1)
                    .help("save the file as UTF-8"),
            ),
            text: "floor = false\n".to_owned(),
            aside: true,
        })),
        _ => {}
    }
}

#[test]
fn two_that_save_at_once_both_keep_what_they_changed() {
    let home = Home::new();
    let comment = format!("# mine\n{}", "# more\n".repeat(300));
    let path = home.write(".config/supple/settings.toml", &comment);
    let children = [errand(&home, "themes", ""), errand(&home, "known", "")];
    for child in children {
        said(child);
    }
    let text = fs::read_to_string(&path).expect("a file");
    assert!(text.starts_with(&comment), "{text}");
    let (settings, found) = Settings::decode(&text);
    assert_eq!((settings.theme, found), (ThemeName::Night, Vec::new()));
    assert_eq!(settings.known.len(), TIMES);
    assert_eq!(names(path.parent().expect("a folder")), ["settings.toml"]);
}

#[test]
fn of_two_that_change_a_profile_one_is_told_that_it_did_not() {
    let home = Home::new();
    let path = home.write(".config/supple/profile.toml", "floor = true\n");
    let children = [errand(&home, "profile", ""), errand(&home, "profile", "")];
    let said = children.map(said).concat();
    assert_eq!(said.matches("saved: Ok(())").count(), 1, "{said}");
    assert_eq!(
        said.matches("the file has changed in the meantime").count(),
        1,
        "{said}"
    );
    assert_eq!(fs::read_to_string(path).expect("a file"), "floor = false\n");
}

#[test]
fn where_files_may_not_grow_the_old_one_stays_whole() {
    let home = Home::new();
    let path = home.write(".config/supple/profile.toml", "floor = true\n");
    let full = "trap '' XFSZ; ulimit -f 0; ";
    let told = said(errand(&home, "profile", full));
    let why = "Not saved: the file is larger than this session allows (ulimit -f).";
    assert!(told.contains(why), "{told}");
    assert_eq!(fs::read_to_string(&path).expect("a file"), "floor = true\n");
    assert_eq!(names(path.parent().expect("a folder")), ["profile.toml"]);

    fs::write(&path, b"floor = \xff\n").expect("written");
    let told = said(errand(&home, "new-file", full));
    assert!(told.contains(why), "{told}");
    assert_eq!(fs::read(&path).expect("a file"), b"floor = \xff\n");
    assert_eq!(names(path.parent().expect("a folder")), ["profile.toml"]);
    let told = said(errand(&home, "new-file", ""));
    assert!(told.contains("saved: Ok(())"), "{told}");
    assert_eq!(
        fs::read(own(&home, "profile.toml.old")).expect("a file"),
        b"floor = \xff\n"
    );
}
