//! A key that is written into a file that a person wrote: all else in it stays, byte for byte and in what it says.

use proptest::prelude::*;
use supple::content::edit::alike::is_alike;
use supple::plan::profile::edit::edit;
use supple::plan::profile::model::Profile;
use supple::tui::settings::{Setting, Settings};
use supple::tui::theme::name::ThemeName;
use toml::de::{DeTable, DeValue};

const NIGHT: Setting = Setting::Theme(ThemeName::Night);

#[test]
fn a_key_lands_above_every_header() {
    for (before, after) in [
        (
            "a.b = 1\n[a.c]\nd = 1\n",
            "a.b = 1\ntheme = \"night\"\n[a.c]\nd = 1\n",
        ),
        (
            "[a.c]\nd = 1\n[a]\nb = 1\n",
            "theme = \"night\"\n[a.c]\nd = 1\n[a]\nb = 1\n",
        ),
        (
            "x = { y = [\n1,\n] }\n# mine\n[[a]]\n[a.b]\nc.d = 1\n",
            "x = { y = [\n1,\n] }\ntheme = \"night\"\n# mine\n[[a]]\n[a.b]\nc.d = 1\n",
        ),
        (
            "x = '''\n[a]\n''' # one\n  [\"a b\"]\n",
            "x = '''\n[a]\n''' # one\ntheme = \"night\"\n  [\"a b\"]\n",
        ),
    ] {
        assert_eq!(NIGHT.written_into(before).as_deref(), Ok(after));
        let floor = Profile {
            floor: Some(true),
            ..Profile::default()
        };
        let after = after.replace("theme = \"night\"", "floor = true");
        let edited = edit(before, &Profile::default(), &floor);
        assert_eq!(edited.as_deref(), Ok(after.as_str()));
    }
}

/// A few lines of what TOML allows, with few names, so that they meet.
fn part() -> impl Strategy<Value = String> {
    let name = "[abc]";
    let value = prop::sample::select(vec![
        "1",
        "0x1F",
        "-2.5e3",
        "true",
        "2026-11-27",
        "\"x # [a]\"",
        "'''\n[b]\nc = 1\n'''",
        "[1, [2, 3],\n  \"]\", # [c]\n]",
        "{ a = 1, b.c = 2 }",
        "[{ a = 1 }, { b = [] }]",
        "\"\"\"\\\n  theme = 1\"\"\"",
    ]);
    let comment = prop::sample::select(vec!["", " # one = [two", "\t#"]);
    let key = prop_oneof![
        name.prop_map(|a| a),
        (name, name).prop_map(|(a, b)| format!("{a}.{b}")),
        (name, name).prop_map(|(a, b)| format!("\"{a}\" . '{b}'")),
    ];
    let pair = (key.clone(), value, comment)
        .prop_map(|(key, value, comment)| format!("{key} = {value}{comment}"));
    prop_oneof![
        6 => pair,
        1 => key.clone().prop_map(|key| format!("[{key}]")),
        1 => key.clone().prop_map(|key| format!("  [ {key} ] # table")),
        1 => key.prop_map(|key| format!("[[{key}]]")),
        1 => prop::sample::select(vec!["# [comment]", "", "   ", "theme = 'dusk' # warm", "theme.a = 1", "[theme]"])
            .prop_map(str::to_owned),
    ]
}

/// What stands in the text but for one key of the top table.
fn rest<'t>(text: &'t str, key: &str) -> DeValue<'t> {
    let mut root = DeTable::parse(text).expect("it is TOML").into_inner();
    root.remove(key);
    DeValue::Table(root)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn a_splice_changes_one_key_and_nothing_else(parts in prop::collection::vec(part(), 0..9), windows in any::<bool>()) {
        let text = parts.join("\n").replace('\n', if windows { "\r\n" } else { "\n" });
        let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
        let is_toml = DeTable::parse(&text).is_ok();
        match NIGHT.written_into(&text) {
            Ok(changed) => {
                prop_assert!(is_toml);
                prop_assert_eq!(Settings::decode(&changed).0.theme, ThemeName::Night);
                prop_assert!(is_alike(&rest(&text, "theme"), &rest(&changed, "theme")), "{}", changed);
                let ended = if text.is_empty() || text.ends_with('\n') { text.clone() } else { text.clone() + end };
                let line = format!("theme = \"night\"{end}");
                let put_in = changed.replacen(&line, "", 1) == ended;
                let put_over = changed.replacen("\"night\"", "'dusk'", 1) == ended;
                prop_assert!(put_in || put_over, "{}", changed);
            }
            // A theme that is a table is not taken for one that can be replaced.
            Err(why) => prop_assert!(!is_toml || text.contains("theme.a") || text.contains("[theme]"), "{}: {:?}", text, why),
        }
    }
}
