//! A file of a library folder: where it lies, what it is, what it says.

use crate::content::diagnostic::Diagnostic;
use crate::content::text::alike::did_you_mean;
use crate::content::text::file_text::FileText;

/// Longer files are no routines: reading them could take minutes.
pub(crate) const LARGEST_FILE: u64 = 256 * 1024;

/// The origin of a file, in the order in which files shadow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// Compiled in.
    Bundled,
    /// The person's own folder.
    Own,
    /// A folder named with `--routines`, counted from 0.
    Folder(usize),
    /// A path given in place of an id.
    Path,
}

impl Origin {
    /// The word in output: `bundled`.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Bundled => "bundled",
            Self::Own => "own",
            Self::Folder(_) | Self::Path => "folder",
        }
    }

    /// Returns the mark in the list; `None` for bundled files.
    pub(crate) const fn mark(self) -> Option<&'static str> {
        match self {
            Self::Bundled => None,
            Self::Own => Some("yours"),
            Self::Folder(_) | Self::Path => Some("file"),
        }
    }
}

/// The kind of a file, by its place and name; capitals do not matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// Something to play.
    Routine,
    /// A part of routines.
    Exercise,
    /// `pace.toml`.
    Pace,
    /// `sources.toml`.
    Sources,
    /// `safety.toml`.
    Safety,
    /// `evidence.toml`.
    Evidence,
    /// `figures.toml`.
    Figures,
    /// No file but a folder, or a part of one, that cannot be read: its content is unknown. Also a file of rules
    /// where none are looked for.
    Folder,
}

impl FileKind {
    /// The kind of a file by its path inside a library folder (`exercises/ankle-pumps.toml`). `None` for files that
    /// belong to parts of the program that do not read here.
    pub fn of(path: &str) -> Option<Self> {
        let tables = [
            ("pace.toml", Self::Pace),
            ("sources.toml", Self::Sources),
            ("safety.toml", Self::Safety),
            ("evidence.toml", Self::Evidence),
            ("figures.toml", Self::Figures),
        ];
        let table = tables
            .into_iter()
            .find(|(name, _)| path.eq_ignore_ascii_case(name));
        if let Some((_, kind)) = table {
            return Some(kind);
        }
        let lies_in = |folder: &str| {
            let start = path.get(..folder.len());
            start.is_some_and(|start| start.eq_ignore_ascii_case(folder))
        };
        if lies_in("schema/") {
            None
        } else if lies_in("exercises/") {
            Some(Self::Exercise)
        } else {
            Some(Self::Routine)
        }
    }

    /// The kind of a file that lies anywhere, by what it holds.
    pub fn guess(path: &str, text: &str) -> Self {
        let file = path.rsplit(['/', '\\']).next().unwrap_or(path);
        let has = |key: &str| text.lines().any(|line| line.trim_start().starts_with(key));
        match Self::of(file) {
            Some(Self::Routine) | None => {
                let in_folder = path.rsplit(['/', '\\']).nth(1) == Some("exercises");
                let like_exercise = has("name") && has("position") && !File::says_routine(text);
                if in_folder || like_exercise {
                    Self::Exercise
                } else {
                    Self::Routine
                }
            }
            Some(kind) => kind,
        }
    }
}

impl FileKind {
    /// Returns whether a file that is not a rules file by its name or place was meant as one. `text` is what it holds, if
    /// it can be read.
    pub(crate) fn is_stray_rules(path: &str, text: Option<&str>) -> bool {
        let name = File::stem(path).to_ascii_lowercase();
        let has = |keys: &[&str]| {
            let mut lines = text.unwrap_or_default().lines().map(str::trim_start);
            lines.any(|line| keys.iter().any(|key| line.starts_with(key)))
        };
        let is_other = has(&["title", "[[step", "position"]);
        (name == "safety" || (text.is_none() && did_you_mean(&name, ["safety"]).is_some()))
            || (!is_other && has(RULES))
    }
}

/// Only rules have lines that begin so.
const RULES: &[&str] = &[
    "[[rule]]",
    "[[condition]]",
    "[[caution]]",
    "[[session-flag]]",
    "[[full-stop]]",
    "[[red-flag",
    "[screening]",
    "[allow]",
    "[hazard]",
];

/// A file as read, or why it could not be read.
#[derive(Clone, Debug)]
pub struct File {
    /// Its kind.
    pub kind: FileKind,
    /// The file stem: what the routine or exercise is called by.
    pub id: String,
    /// As shown to people.
    pub path: String,
    /// Its text, or the one finding that says why there is none.
    pub text: Result<FileText, Diagnostic>,
}

impl File {
    /// Returns whether it can be read and holds what only routines hold.
    pub(crate) fn is_routine(&self) -> bool {
        self.text.as_deref().is_ok_and(Self::says_routine)
    }

    fn says_routine(text: &str) -> bool {
        let mut lines = text.lines().map(str::trim_start);
        lines.any(|line| line.starts_with("title") || line.starts_with("[[step"))
    }

    /// Returns whether a file of a folder is meant to be read: `*.toml`, but not what an editor leaves beside it.
    pub(crate) fn is_content(path: &str) -> bool {
        let name = path.rsplit('/').next().unwrap_or(path);
        is_toml(name) && !name.starts_with('.') && !name.contains('~')
    }

    /// The name without folder and `.toml`.
    pub fn stem(path: &str) -> &str {
        let name = path.rsplit('/').next().unwrap_or(path);
        if is_toml(name) {
            &name[..name.len() - TOML.len()]
        } else {
            name
        }
    }
}

/// The file extension, in any case.
const TOML: &str = ".toml";

/// Returns whether a name is that of a TOML file.
pub(crate) fn is_toml(name: &str) -> bool {
    let at = name.len().checked_sub(TOML.len());
    let ending = at.and_then(|at| name.get(at..));
    ending.is_some_and(|ending| ending.eq_ignore_ascii_case(TOML))
}

/// Files of one place.
#[derive(Clone, Debug)]
pub struct Layer {
    /// The place.
    pub origin: Origin,
    /// Its files.
    pub files: Vec<File>,
}
