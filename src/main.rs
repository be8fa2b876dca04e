//! The command `supple`.
fn main() {}
