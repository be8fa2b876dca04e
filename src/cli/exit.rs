//! The exit codes.

use std::process::ExitCode;

/// The exit code of the program. The codes are a promise to scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// 0: fine.
    Fine,
    /// 1: something is wrong with a file, or nothing suits.
    Problem,
    /// 2: something is wrong with the command line.
    Usage,
    /// 128 and the number of the signal that ended a session.
    Signal(u8),
}

impl Exit {
    /// Returns the exit code of a session: 0, or 128 and the number of a signal.
    pub(crate) const fn of_session(code: u8) -> Self {
        match code {
            0 => Self::Fine,
            _ => Self::Signal(code),
        }
    }

    /// The code that the shell sees.
    const fn code(self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::Problem => 1,
            Self::Usage => 2,
            Self::Signal(code) => code,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_codes_are_those_of_the_readme() {
        let codes = [Exit::Fine, Exit::Problem, Exit::Usage].map(Exit::code);
        assert_eq!(codes, [0, 1, 2]);
    }

    #[test]
    fn a_session_ends_fine_or_by_a_signal() {
        assert_eq!(Exit::of_session(0), Exit::Fine);
        assert_eq!(Exit::of_session(128 + 15), Exit::Signal(143));
        assert_eq!(Exit::of_session(128 + 15).code(), 143);
    }
}
