//! The command `supple`: everything is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    supple::run()
}
