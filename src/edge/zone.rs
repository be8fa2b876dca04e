//! The time of day where the person is.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt as _;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::SystemTime;

use chrono::{DateTime, Local, NaiveDateTime, Utc};

/// Where names of time zones are looked for, as chrono does.
const FOLDERS: [&str; 4] = [
    "/usr/share/zoneinfo",
    "/share/zoneinfo",
    "/etc/zoneinfo",
    "/usr/share/lib/zoneinfo",
];

/// The largest zone has a few KiB.
const LARGEST_ZONE: u64 = 1 << 20;

/// A time in the zone of the person, also one before 1970. UTC where `TZ` names what is no zone.
pub(crate) fn local(time: SystemTime) -> NaiveDateTime {
    static IS_READABLE: OnceLock<bool> = OnceLock::new();
    let is_readable = || std::env::var_os("TZ").is_none_or(|zone| is_readable(&zone));
    if *IS_READABLE.get_or_init(is_readable) {
        DateTime::<Local>::from(time).naive_local()
    } else {
        DateTime::<Utc>::from(time).naive_utc()
    }
}

/// Whether the file that `TZ` may name can be read to its end. chrono reads whatever it is: of a device there is no end,
/// and of a pipe no beginning.
fn is_readable(zone: &OsStr) -> bool {
    let name = zone.as_bytes();
    let name = Path::new(OsStr::from_bytes(name.strip_prefix(b":").unwrap_or(name)));
    if name.as_os_str().is_empty() {
        return true;
    }
    // An absolute path takes the place of the folder.
    let mut candidates = FOLDERS
        .iter()
        .map(|folder| PathBuf::from(folder).join(name));
    let found = candidates.find_map(|path| fs::metadata(path).ok());
    found.is_none_or(|file| file.is_file() && (1..=LARGEST_ZONE).contains(&file.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn what_is_no_file_is_no_zone() {
        for (zone, readable) in [
            ("", true),
            ("UTC", true),
            ("no/such/zone", true),
            ("CET-1CEST,M3.5.0,M10.5.0/3", true),
            ("/dev/zero", false),
            (":/dev/zero", false),
            (":../../../dev/zero", false),
            ("/proc/self/status", false),
            ("/etc", false),
        ] {
            assert_eq!(is_readable(OsStr::new(zone)), readable, "{zone}");
        }
    }

    #[test]
    fn there_was_a_time_before_1970() {
        let year = |time| local(time).format("%Y").to_string();
        let days = |count: u64| Duration::from_secs(count * 24 * 60 * 60);
        assert_eq!(year(SystemTime::UNIX_EPOCH - days(100)), "1969");
        assert_eq!(year(SystemTime::UNIX_EPOCH + days(100)), "1970");
    }
}
