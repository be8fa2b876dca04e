//! The bundled routines are compiled in: without this line a new file would be missed.
fn main() {
    println!("cargo::rerun-if-changed=routines");
}
