//! As a job of a shell: stopped, gone on with, in the background, killed.

use std::process::{Command, Stdio};

use rustix::process::{Pid, Signal};

use super::lines::{PLAY, Talk};
use super::{
    AWAY, PROGRAM, counting, home, paused, seconds_left, wait_for_count, wait_for_whole_picture,
};
use crate::support::pty::{
    Pty, child_of, contained, has_ended, signal, state, stop, until, wake_ups,
};

const CTRL_Z: [u8; 1] = [26];

/// What to type for the program.
fn command() -> String {
    format!("{PROGRAM} play ./hold.toml --now")
}

/// The program started from a shell, and its process.
fn in_shell(command: &str) -> (Pty, Pid) {
    let mut pty = Pty::shell(home());
    pty.command(command);
    wait_for_whole_picture(&mut pty);
    let pid = job(&mut pty);
    (pty, pid)
}

/// The process of the one job of the shell. It will not outlive the test.
fn job(pty: &mut Pty) -> Pid {
    let pid = child_of(pty.pid()).expect("a job");
    pty.watch(pid);
    pid
}

/// Waits for the player to be on the screen again, paused, with the terminal in its modes.
fn wait_for_return(pty: &mut Pty) {
    pty.wait_for("return", |pty| {
        pty.screen().alternate_screen() && pty.text().contains(AWAY)
    });
    wait_for_whole_picture(pty);
    assert!(pty.is_raw());
    assert!(pty.screen().hide_cursor());
}

/// Types a command that shows something, and waits for that: what the job had to show before is on
/// the screen then.
fn wait_for_shell(pty: &mut Pty) {
    pty.command("echo ans''wer");
    pty.wait_for_text("answer");
}

/// Sends a stopped job to the background, and waits until it has stopped there again.
fn background(pty: &mut Pty, pid: Pid) {
    let before = wake_ups(pid);
    pty.command("bg");
    until("awake and stopped again", || {
        wake_ups(pid) > before && state(pid) == 'T'
    });
}

#[test]
fn ctrl_z_gives_the_terminal_to_the_shell_and_fg_brings_all_back() {
    let (mut pty, pid) = in_shell(&command());
    pty.send(CTRL_Z);
    pty.wait_for_prompt(2);
    assert_eq!(state(pid), 'T');
    pty.assert_clean();
    pty.command("fg");
    wait_for_return(&mut pty);
    pty.send("\r");
    pty.wait_for_text("RESUMING");
    pty.send("qy");
    pty.wait_for_text("once more");
    pty.send("q");
    pty.wait_for_prompt(3);
    pty.assert_clean();
    pty.command("echo code=$?");
    pty.wait_for_text("code=0");
}

#[test]
fn a_stop_signal_does_the_same_as_ctrl_z() {
    let (mut pty, pid) = in_shell(&command());
    signal(pid, Signal::TSTP);
    pty.wait_for_prompt(2);
    assert_eq!(state(pid), 'T');
    pty.assert_clean();
    pty.command("fg");
    wait_for_return(&mut pty);
}

#[test]
fn ctrl_z_stops_a_wrapper_as_well() {
    let (mut pty, _) = in_shell(&format!("sh -c '{}; echo after=$?'", command()));
    pty.send(CTRL_Z);
    pty.wait_for_prompt(2);
    pty.assert_clean();
    pty.command("fg");
    wait_for_return(&mut pty);
    pty.send([3]);
    pty.wait_for_text("after=0");
}

#[test]
fn in_the_background_it_stops_again() {
    let (mut pty, pid) = in_shell(&command());
    pty.send(CTRL_Z);
    pty.wait_for_prompt(2);
    background(&mut pty, pid);
    wait_for_shell(&mut pty);
    pty.assert_clean();
    pty.command("fg");
    wait_for_return(&mut pty);
}

#[test]
fn foreground_right_after_background_is_noticed() {
    let (mut pty, _) = in_shell(&command());
    pty.send(CTRL_Z);
    pty.wait_for_prompt(2);
    // bash sends no signal with this `fg`: the job is running.
    pty.command("bg; fg");
    wait_for_return(&mut pty);
}

#[test]
fn a_stopped_job_can_be_killed() {
    for (rests, first) in [(false, ""), (false, "bg; "), (true, "")] {
        let (mut pty, pid) = in_shell(&command());
        pty.send(CTRL_Z);
        pty.wait_for_prompt(2);
        if rests {
            background(&mut pty, pid);
        }
        let shown = pty.mark();
        // As `kill %1` of bash does it.
        pty.command(&format!("{first}kill -TERM {pid}; kill -CONT {pid}"));
        until("ended", || has_ended(pid));
        pty.command("jobs");
        pty.wait_for("143", |pty| contained(pty.since(shown), "143") > 0);
        pty.assert_clean();
        assert_eq!(contained(pty.since(shown), "\x1b[?1049h"), 0);
    }
}

#[test]
fn started_in_the_background_it_waits_for_the_foreground() {
    let mut pty = Pty::shell(home());
    pty.command(&format!("{} &", command()));
    pty.wait_for_prompt(2);
    let pid = job(&mut pty);
    until("stopped", || state(pid) == 'T');
    wait_for_shell(&mut pty);
    pty.assert_clean();
    pty.command("fg");
    wait_for_whole_picture(&mut pty);
    assert!(pty.is_raw());
    pty.send([3]);
    pty.wait_for_prompt(4);
    pty.assert_clean();
}

#[test]
fn alone_in_its_window_it_does_not_stop() {
    let mut pty = counting();
    pty.send(CTRL_Z);
    pty.send(" ");
    pty.wait_for_text("PAUSED");
    signal(pty.pid(), Signal::TSTP);
    pty.send("\r");
    pty.wait_for_text("RESUMING");
    assert_eq!(contained(pty.since(0), "\x1b[?1049l"), 0);
}

/// In a container the numbers of the processes outside of it read 0.
#[test]
fn alone_in_a_container_it_does_not_stop() {
    let unshare = "unshare --user --map-root-user --pid --fork --kill-child";
    let possible = Command::new("sh")
        .args(["-c", &format!("{unshare} true")])
        .output()
        .is_ok_and(|output| output.status.success());
    if !possible {
        eprintln!("skipped: no container can be made here");
        return;
    }
    for line in [
        format!("exec {unshare} {}", command()),
        format!("exec {unshare} sh -c '{}; exit 0'", command()),
    ] {
        let mut pty = Pty::start(home(), "sh", &["-c", &line], &[]);
        wait_for_whole_picture(&mut pty);
        pty.send(CTRL_Z);
        pty.send(" ");
        pty.wait_for_text("PAUSED");
        pty.send([3]);
        assert_eq!(pty.wait_for_end(), 0);
    }
}

#[test]
fn after_a_foreign_stop_it_takes_the_terminal_again() {
    let mut pty = paused();
    stop(pty.pid());
    pty.set_first_modes();
    assert!(!pty.is_raw());
    let mark = pty.mark();
    signal(pty.pid(), Signal::CONT);
    pty.wait_for("new picture", |pty| {
        contained(pty.since(mark), "\x1b[2J") == 1 && contained(pty.since(mark), "to go on") == 1
    });
    wait_for_whole_picture(&mut pty);
    assert!(pty.is_raw());
    pty.send("\r");
    pty.wait_for_text("RESUMING");
    pty.send([3]);
    assert_eq!(pty.wait_for_end(), 0);
    pty.assert_clean();
}

/// On the screen, in lines, with nobody there who could go on, and in the background from the start:
/// in one test, as it takes its time.
#[test]
fn what_is_held_still_does_not_count_on() {
    let mut terminal = Pty::start(home(), PROGRAM, &PLAY, &[]);
    terminal.wait_for_text("Go: 10 min");
    let (mut pipe, mut nobody) = (Talk::start(Stdio::piped()), Talk::start(Stdio::null()));
    let mut later = Pty::shell(home());
    later.command(&format!("{} &", command()));
    later.wait_for_prompt(2);
    let job = job(&mut later);
    until("stopped", || state(job) == 'T');
    let mut screen = counting();
    let left = seconds_left(&screen).expect("a time");
    let pids = [screen.pid(), terminal.pid(), pipe.pid(), nobody.pid()];
    pids.into_iter().for_each(stop);
    // More than the two seconds that may be lateness, after the one that it may have waited.
    let mut other = counting();
    let stopped = seconds_left(&other).expect("a time");
    other.wait_for("four seconds", |pty| {
        seconds_left(pty).is_some_and(|left| left + 4 <= stopped)
    });
    for pid in pids {
        signal(pid, Signal::CONT);
    }
    later.command("fg");
    wait_for_whole_picture(&mut later);
    wait_for_count(&mut later);
    assert!(seconds_left(&later).is_some_and(|left| left >= 598));
    assert!(!later.text().contains("PAUSED"));
    screen.wait_for_text(AWAY);
    wait_for_whole_picture(&mut screen);
    // The last time it was awake is at most a second after the last time that was seen.
    assert!(seconds_left(&screen).is_some_and(|now| now + 2 >= left));
    screen.send("\r");
    screen.wait_for_text("RESUMING");
    terminal.wait_for_text("Paused while you were away.");
    terminal.send("\n");
    terminal.wait_for_text("Resumed");
    pipe.wait_for("Paused while you were away.");
    nobody.wait_for("Paused while you were away.");
    nobody.wait_for("Resumed");
}
