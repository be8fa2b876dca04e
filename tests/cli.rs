//! All integration tests, as one program.
#![expect(clippy::expect_used, reason = "a test that cannot go on says where")]

mod cli {
    mod architecture;
    mod ascii;
    mod bad;
    mod by_hand;
    mod claims;
    mod commands;
    mod contrast;
    mod emergency;
    mod figures;
    mod figures_random;
    mod files;
    mod fit;
    mod floor;
    mod for_whom;
    mod fuzz;
    mod helps;
    mod hostile;
    mod hurting;
    mod keyboards;
    mod known;
    mod lengths;
    mod library;
    mod meant;
    mod names;
    mod pages;
    mod people;
    mod profile;
    mod profile_edit;
    mod program;
    mod properties;
    mod properties_content;
    mod reading;
    mod readme;
    mod rig;
    mod rulebook;
    mod rules;
    mod said;
    mod saving;
    mod screening;
    mod screens;
    mod screens_profile;
    mod screens_setup;
    mod search;
    mod splicing;
    mod stage;
    mod suggestions;
    mod tailor;
    #[cfg(target_os = "linux")] // it looks into /proc and holds processes by pidfd
    mod terminal;
    mod texts;
    mod timelines;
    mod unknown;
    mod varying;
    mod walkthroughs;
    mod worries;
}
