//! What tests share: the program as a person starts it, a terminal, a screen without one, and a routine laid over the
//! bundled ones.

pub(crate) mod any;
pub(crate) mod key_table;
pub(crate) mod program;
#[cfg(target_os = "linux")] // it holds processes by pidfd
pub(crate) mod pty;
pub(crate) mod rig;
pub(crate) mod stage;
pub(crate) mod told;
#[cfg(target_os = "linux")]
pub(crate) mod window;
