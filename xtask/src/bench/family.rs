//! A program with all processes it started: their memory and processor time.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result};

/// The kernel counts in hundredths of a second on every Linux we know.
const TICKS: f64 = 100.0;

/// The youngest running process of a program, and what it started.
#[derive(Debug, Clone, Copy)]
pub(super) struct Family {
    root: u32,
}

impl Family {
    /// Finds the youngest process of the program at this path.
    pub(super) fn of(program: &Path) -> Result<Self> {
        let program = program.canonicalize()?;
        let runs = |id: &u32| fs::read_link(entry(*id).join("exe")).is_ok_and(|exe| exe == program);
        let ids = processes().into_iter().filter(runs);
        let youngest = ids.max_by_key(|id| fields(*id).map_or(0, |fields| fields.started));
        let root = youngest.with_context(|| format!("{} is not running", program.display()))?;
        Ok(Self { root })
    }

    /// The family of a process of this id.
    pub(super) fn from(root: u32) -> Self {
        Self { root }
    }

    /// When the program began, in milliseconds since 1970.
    pub(super) fn began(self) -> Result<f64> {
        let fields = fields(self.root).context("the program ended")?;
        let uptime = fs::read_to_string("/proc/uptime")?;
        let uptime: f64 = uptime
            .split_whitespace()
            .next()
            .and_then(|text| text.parse().ok())
            .context("the system does not say how long it runs")?;
        #[expect(clippy::disallowed_methods, reason = "a benchmark measures wall time")]
        let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs_f64();
        Ok((now - uptime + fields.started as f64 / TICKS) * 1_000.0)
    }

    /// What all of them hold, in MiB; pages that several share are counted in parts.
    pub(super) fn held(self) -> u64 {
        let held = self.members().into_iter().map(proportional);
        held.map(Option::unwrap_or_default).sum::<u64>() / 1_024
    }

    /// What the program holds without those it started, in MiB.
    pub(super) fn held_alone(self) -> u64 {
        proportional(self.root).unwrap_or_default() / 1_024
    }

    /// The processor time that all of them took so far, in milliseconds.
    pub(super) fn cpu(self) -> f64 {
        let taken = self.members().into_iter().filter_map(fields);
        taken.map(|fields| fields.taken as f64).sum::<f64>() / TICKS * 1_000.0
    }

    fn members(self) -> Vec<u32> {
        let mut children: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for id in processes() {
            if let Some(fields) = fields(id) {
                children.entry(fields.parent).or_default().push(id);
            }
        }
        let (mut members, mut at) = (vec![self.root], 0);
        while let Some(id) = members.get(at) {
            members.extend(children.get(id).into_iter().flatten().copied());
            at += 1;
        }
        members
    }
}

/// How much of all processors is in use during a second, 0 to 1.
pub(super) fn busy() -> Result<f64> {
    let look = || -> Result<(f64, f64)> {
        let text = fs::read_to_string("/proc/stat")?;
        let line = text.lines().next().unwrap_or_default();
        let ticks: Vec<f64> = line
            .split_whitespace()
            .filter_map(|word| word.parse().ok())
            .collect();
        // The fourth and fifth are idle, and waiting for a disk.
        let idle = ticks.iter().skip(3).take(2).sum();
        Ok((ticks.iter().take(8).sum(), idle))
    };
    let (all, idle) = look()?;
    std::thread::sleep(std::time::Duration::from_secs(1));
    let (all_then, idle_then) = look()?;
    Ok(1.0 - (idle_then - idle) / (all_then - all).max(1.0))
}

/// What the kernel says of a process.
struct Fields {
    parent: u32,
    taken: u64,
    started: u64,
}

fn fields(id: u32) -> Option<Fields> {
    let stat = fs::read_to_string(entry(id).join("stat")).ok()?;
    // Counted behind the name, which may hold spaces; the state is the third field.
    let rest: Vec<&str> = stat.rsplit(')').next()?.split_whitespace().collect();
    let number = |field: usize| rest.get(field - 3)?.parse::<u64>().ok();
    Some(Fields {
        parent: u32::try_from(number(4)?).ok()?,
        taken: number(14)? + number(15)?,
        started: number(22)?,
    })
}

fn proportional(id: u32) -> Option<u64> {
    let text = fs::read_to_string(entry(id).join("smaps_rollup")).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    line.split_whitespace().next()?.parse().ok()
}

fn processes() -> Vec<u32> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    entries
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
        .collect()
}

fn entry(id: u32) -> PathBuf {
    Path::new("/proc").join(id.to_string())
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn this_process_holds_memory_and_began_before_now() {
        let program = std::env::current_exe().unwrap();
        let family = Family::of(&program).unwrap();
        assert!(family.held() >= family.held_alone() && family.held_alone() > 0);
        assert!(family.cpu() >= 0.0);
        assert!(family.began().unwrap() > 0.0);
        assert!(Family::from(u32::MAX).began().is_err());
    }
}
