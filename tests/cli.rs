//! All integration tests, as one program.

#[cfg(test)]
mod cli {
    mod bad;
    pub mod properties;
    pub mod rig;
    pub mod timelines;
}
