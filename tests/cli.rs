//! All integration tests, as one program.
#![expect(clippy::expect_used, reason = "a test that cannot go on says where")]

mod cli {
    mod architecture;
    mod bad;
    mod claims;
    mod commands;
    mod files;
    mod library;
    mod profile;
    mod program;
    mod properties;
    mod properties_content;
    mod readme;
    mod rig;
    mod screening;
    mod screens;
    mod stage;
    mod terminal;
    mod timelines;
}
