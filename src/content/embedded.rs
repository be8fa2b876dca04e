//! The bundled files, compiled in from `routines/`.

use include_dir::{Dir, include_dir};

use crate::content::file::{File, FileKind, Layer, Origin};

static ROUTINES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/routines");

/// The bundled files as a layer. Their paths are shown as in the project: `routines/stretching/...`.
pub fn layer() -> Layer {
    let mut files = Vec::new();
    gather(&ROUTINES, &mut files);
    Layer {
        origin: Origin::Bundled,
        files,
    }
}

fn gather(folder: &'static Dir<'static>, files: &mut Vec<File>) {
    for entry in folder.entries() {
        if let Some(inner) = entry.as_dir() {
            gather(inner, files);
        }
        let Some(path) = entry.path().to_str() else {
            continue;
        };
        if let (Some(file), Some(kind)) = (
            entry.as_file(),
            FileKind::of(path).filter(|_| File::is_content(path)),
        ) {
            files.push(File {
                kind,
                id: File::stem(path).to_owned(),
                path: format!("routines/{path}"),
                text: Ok(file.contents_utf8().unwrap_or_default().into()),
            });
        }
    }
}
