//! Small and read-only disks, where this computer lets us make some.

use std::path::{Path, PathBuf};
use std::process::Command;

/// A disk in memory, or a place that can be made read-only; gone with this
/// value.
pub(crate) struct Disk {
    pub(crate) folder: PathBuf,
    mounted: bool,
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
        Some(Self {
            folder,
            mounted: true,
            _home: Some(home),
        })
    }

    /// A folder that can be sealed: a small disk, or else a folder whose
    /// permissions can be taken away, which an administrator would not heed.
    pub(crate) fn sealable() -> Self {
        Self::small("8m").unwrap_or_else(|| {
            let home = tempfile::tempdir().expect("folder");
            Self {
                folder: home.path().to_path_buf(),
                mounted: false,
                _home: Some(home),
            }
        })
    }

    /// Makes one file read-only until the value goes.
    pub(crate) fn over_file(file: &Path) -> Self {
        let disk = Self {
            folder: file.to_path_buf(),
            mounted: mount(&["--bind", text(file), text(file)]).is_some(),
            _home: None,
        };
        if disk.mounted {
            mount(&["-o", "remount,bind,ro", text(file)]).expect("nobody writes to it");
        } else {
            disk.permit(false);
        }
        disk
    }

    /// From now on nothing can be written.
    pub(crate) fn seal(&self) {
        if self.mounted {
            mount(&["-o", "remount,ro", text(&self.folder)]).expect("nobody writes to it");
        } else {
            self.permit(false);
        }
    }

    fn permit(&self, writing: bool) {
        let mut permissions = std::fs::metadata(&self.folder)
            .expect("permissions")
            .permissions();
        #[cfg(unix)]
        std::os::unix::fs::PermissionsExt::set_mode(
            &mut permissions,
            if writing { 0o755 } else { 0o555 },
        );
        #[cfg(not(unix))]
        permissions.set_readonly(!writing);
        std::fs::set_permissions(&self.folder, permissions).expect("permissions");
    }

    /// Where the desk stands.
    pub(crate) fn desk(&self) -> PathBuf {
        self.folder.join("desk.db")
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        if !self.mounted {
            return self.permit(true);
        }
        // Lazily: a failed story may have left a file open.
        let _ = Command::new("umount").arg("-l").arg(&self.folder).status();
    }
}

fn mount(arguments: &[&str]) -> Option<()> {
    let output = match Command::new("mount").args(arguments).output() {
        Ok(output) => output,
        Err(error) => {
            println!("no disk can be mounted here: {error}");
            return None;
        }
    };
    if !output.status.success() {
        let why = String::from_utf8_lossy(&output.stderr);
        println!("no disk can be mounted here: {}", why.trim());
    }
    output.status.success().then_some(())
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a plain path")
}
