//! Small and read-only disks, where this computer lets us make some.

use std::path::{Path, PathBuf};
use std::process::Command;

/// A disk in memory, gone with this value.
pub(crate) struct Disk {
    pub(crate) folder: PathBuf,
    _home: Option<tempfile::TempDir>,
}

impl Disk {
    /// A disk of `size` (`2m`). Says why and returns `None` where none can be
    /// mounted, which takes a Linux computer and its administrator.
    pub(crate) fn small(size: &str) -> Option<Self> {
        let home = tempfile::tempdir().expect("folder");
        let folder = home.path().to_path_buf();
        let options = format!("size={size}");
        mount(&["-t", "tmpfs", "-o", &options, "suoji", text(&folder)])?;
        let _home = Some(home);
        Some(Self { folder, _home })
    }

    /// Makes one file read-only until the value goes.
    pub(crate) fn over_file(file: &Path) -> Option<Self> {
        mount(&["--bind", text(file), text(file)])?;
        let disk = Self {
            folder: file.to_path_buf(),
            _home: None,
        };
        mount(&["-o", "remount,bind,ro", text(file)])?;
        Some(disk)
    }

    /// From now on nothing can be written.
    pub(crate) fn seal(&self) {
        mount(&["-o", "remount,ro", text(&self.folder)]).expect("nobody writes to it");
    }

    /// Where the desk stands.
    pub(crate) fn desk(&self) -> PathBuf {
        self.folder.join("desk.db")
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        // Lazily: a failed story may have left a file open.
        let _ = Command::new("umount").arg("-l").arg(&self.folder).status();
    }
}

fn mount(arguments: &[&str]) -> Option<()> {
    let output = match Command::new("mount").args(arguments).output() {
        Ok(output) => output,
        Err(error) => {
            println!("left out: no disk can be mounted here: {error}");
            return None;
        }
    };
    if !output.status.success() {
        let why = String::from_utf8_lossy(&output.stderr);
        println!("left out: no disk can be mounted here: {}", why.trim());
    }
    output.status.success().then_some(())
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a plain path")
}
