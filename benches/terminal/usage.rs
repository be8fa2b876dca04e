//! What the kernel counted for a program: `/proc`, over all threads of the process and of its
//! descendants.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rustix::process::Pid;

use crate::Outcome;

/// Counts since the first [`sample`](Usage::sample).
///
/// A thread or process that comes and goes between two samples is not seen, and of one that ends
/// only what it had used at the sample before.
#[derive(Default)]
pub(crate) struct Usage {
    seen: HashMap<PathBuf, Counts>,
    total: Counts,
    /// Most at one sample.
    pub(crate) threads: usize,
    pub(crate) processes: usize,
    /// Sum of the processes' `VmHWM`, most at one sample.
    pub(crate) peak_kib: u64,
}

#[derive(Clone, Copy, Default)]
struct Counts {
    cpu_ns: u64,
    /// Voluntary context switches: each is a wait, so each is followed by a wake-up.
    waits: u64,
}

impl Usage {
    /// Adds what was used since the sample before; the first one only sets the zero.
    ///
    /// # Errors
    ///
    /// The program is gone, or this kernel does not count.
    pub(crate) fn sample(&mut self, pid: Pid) -> Outcome<()> {
        let first = self.seen.is_empty();
        let processes = family(pid);
        let (mut threads, mut peak_kib) = (0, 0);
        for process in &processes {
            peak_kib += status(&process.join("status"), "VmHWM:").unwrap_or(0);
            for thread in tasks(process) {
                let Some(now) = counts(&thread) else { continue };
                threads += 1;
                let before = self.seen.insert(thread, now).unwrap_or(if first {
                    now
                } else {
                    Counts::default()
                });
                self.total.cpu_ns += now.cpu_ns.saturating_sub(before.cpu_ns);
                self.total.waits += now.waits.saturating_sub(before.waits);
            }
        }
        if threads == 0 {
            return Err(format!(
                "nothing to read in /proc/{pid}: ended, or a kernel without schedstat"
            ));
        }
        self.threads = self.threads.max(threads);
        self.processes = self.processes.max(processes.len());
        self.peak_kib = self.peak_kib.max(peak_kib);
        Ok(())
    }

    pub(crate) fn cpu(&self) -> Duration {
        Duration::from_nanos(self.total.cpu_ns)
    }

    pub(crate) fn wakeups(&self) -> u64 {
        self.total.waits
    }
}

/// The folders in `/proc` of a process and its descendants.
fn family(pid: Pid) -> Vec<PathBuf> {
    let mut found = vec![PathBuf::from(format!("/proc/{pid}"))];
    let mut next = 0;
    while let Some(process) = found.get(next).cloned() {
        next += 1;
        for thread in tasks(&process) {
            let children = fs::read_to_string(thread.join("children")).unwrap_or_default();
            found.extend(
                children
                    .split_whitespace()
                    .map(|child| PathBuf::from("/proc").join(child)),
            );
        }
    }
    found
}

fn tasks(process: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(process.join("task"));
    entries
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .collect()
}

/// `None` when the thread has just ended.
fn counts(thread: &Path) -> Option<Counts> {
    let schedstat = fs::read_to_string(thread.join("schedstat")).ok()?;
    Some(Counts {
        cpu_ns: schedstat.split_whitespace().next()?.parse().ok()?,
        waits: status(&thread.join("status"), "voluntary_ctxt_switches:")?,
    })
}

/// The number behind a key of a `status` file.
fn status(file: &Path, key: &str) -> Option<u64> {
    let text = fs::read_to_string(file).ok()?;
    let value = text.lines().find_map(|line| line.strip_prefix(key))?;
    value.split_whitespace().next()?.parse().ok()
}
