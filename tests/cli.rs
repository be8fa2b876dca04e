//! All integration tests, as one program.

mod cli {
    pub mod bad;
    pub mod properties;
    pub mod rig;
    pub mod timelines;
}
