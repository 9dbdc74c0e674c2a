//! The bytes of the ledger that a window looks at: they come over once, and
//! every try after that names them.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::fault::{Code, Fault};

/// One file's bytes and the name they are held under.
#[derive(Debug)]
pub(crate) struct Held {
    pub(crate) token: String,
    pub(crate) bytes: Arc<Vec<u8>>,
    sha256: OnceLock<String>,
}

impl Held {
    /// SHA-256 in lower-case hexadecimal, reckoned when first asked for.
    pub(crate) fn sha256(&self) -> &str {
        self.sha256.get_or_init(|| {
            let digest = Sha256::digest(&*self.bytes);
            digest.iter().map(|byte| format!("{byte:02x}")).collect()
        })
    }
}

/// Holds the last file that was looked at, and only that.
#[derive(Debug, Default)]
pub(crate) struct Holder(Mutex<Option<Arc<Held>>>);

impl Holder {
    /// Holds a file in place of the one before.
    pub(crate) fn hold(&self, bytes: Vec<u8>) -> Arc<Held> {
        let held = Arc::new(Held {
            token: Uuid::now_v7().to_string(),
            bytes: Arc::new(bytes),
            sha256: OnceLock::new(),
        });
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(held.clone());
        held
    }

    /// The file held under a name; fails when it was let go of.
    pub(crate) fn get(&self, token: &str) -> Result<Arc<Held>, Fault> {
        let held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let held = held.clone().filter(|held| held.token == token);
        held.ok_or_else(|| Fault::new(Code::FileLetGo))
    }
}
