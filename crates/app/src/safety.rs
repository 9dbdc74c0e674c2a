//! How safe the file is.

use crate::app::App;
use crate::contract::*;
use crate::fault::{Code, Fault};

impl App {
    /// How safe the file is.
    pub(crate) async fn safety(&self, _: Nothing) -> Result<Safety, Fault> {
        Err(Fault::new(Code::NoSuchCommand).with("name", "safety"))
    }

    /// Rehearses the restore of a backup.
    pub(crate) async fn rehearse_restore(&self, _: RehearseRestore) -> Result<Rehearsal, Fault> {
        Err(Fault::new(Code::NoSuchCommand).with("name", "rehearse_restore"))
    }

    /// Gives the passphrase to the system's key store.
    pub(crate) async fn keep_passphrase(&self, _: KeepPassphrase) -> Result<Nothing, Fault> {
        Err(Fault::new(Code::NoSuchCommand).with("name", "keep_passphrase"))
    }

    /// Takes the passphrase out of the system's key store.
    pub(crate) async fn forget_passphrase(&self, _: Nothing) -> Result<Nothing, Fault> {
        Err(Fault::new(Code::NoSuchCommand).with("name", "forget_passphrase"))
    }
}
