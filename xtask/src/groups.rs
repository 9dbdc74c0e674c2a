//! Process groups: each service leads one, and a signal to this tool ends them all.

#[cfg(unix)]
pub use unix::watch;
#[cfg(unix)]
pub(crate) use unix::{end, lead, remember};
#[cfg(not(unix))]
pub use windows::watch;
#[cfg(not(unix))]
pub(crate) use windows::{end, lead, remember};

#[cfg(unix)]
mod unix {
    use std::os::unix::process::CommandExt;
    use std::process::{Child, Command};
    use std::sync::Mutex;
    use std::thread;
    use std::time::{Duration, Instant};

    use rustix::process::{Pid, Signal, kill_process_group};
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;

    static RUNNING: Mutex<Vec<u32>> = Mutex::new(Vec::new());

    pub(crate) fn lead(command: &mut Command) {
        command.process_group(0);
    }

    pub(crate) fn remember(id: u32) {
        if let Ok(mut running) = RUNNING.lock() {
            running.push(id);
        }
    }

    pub(crate) fn end(child: &mut Child) {
        let id = child.id();
        signal(id, Signal::TERM);
        let start = Instant::now();
        while matches!(child.try_wait(), Ok(None)) && start.elapsed() < Duration::from_secs(2) {
            thread::sleep(Duration::from_millis(10));
        }
        // Also those of the group that did not heed the first signal.
        signal(id, Signal::KILL);
        let _ = child.wait();
        if let Ok(mut running) = RUNNING.lock() {
            running.retain(|other| *other != id);
        }
    }

    /// Ends every service when this tool is told to stop.
    pub fn watch() -> anyhow::Result<()> {
        let mut signals = Signals::new([SIGINT, SIGTERM, SIGHUP])?;
        thread::spawn(move || {
            if let Some(number) = signals.forever().next() {
                let running = RUNNING.lock().map(|list| list.clone());
                for id in running.unwrap_or_default() {
                    signal(id, Signal::KILL);
                }
                let _ = signal_hook::low_level::emulate_default_handler(number);
            }
        });
        Ok(())
    }

    fn signal(id: u32, signal: Signal) {
        if let Some(group) = i32::try_from(id).ok().and_then(Pid::from_raw) {
            // A group that is gone already is what was wanted.
            let _ = kill_process_group(group, signal);
        }
    }
}

#[cfg(not(unix))]
mod windows {
    use std::process::{Child, Command};

    pub(crate) fn lead(_command: &mut Command) {}

    pub(crate) fn remember(_id: u32) {}

    pub(crate) fn end(child: &mut Child) {
        let _ = child.kill();
        let _ = child.wait();
    }

    pub fn watch() -> anyhow::Result<()> {
        Ok(())
    }
}
