//! All integration tests, as one program.

mod cli {
    mod architecture;
    mod commands;
    mod program;
    mod properties;
    mod readme;
    mod rig;
    mod screens;
    mod stage;
    mod timelines;
}
