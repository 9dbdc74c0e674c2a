//! The system's key store: Secret Service, Keychain or Credential Manager.
//! Without one the passphrase is entered at every start, and nothing else is
//! lost.

use std::path::Path;
use std::time::Duration;

use keyring::v1::{Entry, Error};

use crate::contract::KeyStore;
use crate::fault::{Code, Fault};

/// The name under which the system shows what is kept.
const SERVICE: &str = "suoji";
/// How long a start waits for a key store that does not answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// What the key store offers for the desk file at `path`.
pub(crate) async fn look(path: &Path) -> KeyStore {
    let found = ask(path, |entry| entry.get_password()).await;
    let (available, kept, reason) = match found {
        Ok(_) => (true, true, None),
        Err(Error::NoEntry) => (true, false, None),
        Err(error) => (false, false, Some(error.to_string())),
    };
    KeyStore {
        available,
        kept,
        reason,
    }
}

/// The passphrase that is kept for the file, if any.
pub(crate) async fn kept(path: &Path) -> Option<String> {
    let asked = ask(path, |entry| entry.get_password());
    tokio::time::timeout(PATIENCE, asked).await.ok()?.ok()
}

/// Keeps the passphrase.
pub(crate) async fn keep(path: &Path, passphrase: String) -> Result<(), Fault> {
    let kept = ask(path, move |entry| entry.set_password(&passphrase)).await;
    kept.map_err(|error| refused(&error))
}

/// Forgets the passphrase; one that is not kept is forgotten already.
pub(crate) async fn forget(path: &Path) -> Result<(), Fault> {
    match ask(path, |entry| entry.delete_credential()).await {
        Ok(()) | Err(Error::NoEntry) => Ok(()),
        Err(error) => Err(refused(&error)),
    }
}

/// After the passphrase changed: what is kept changes with it.
pub(crate) async fn follow(path: &Path, passphrase: Option<&str>) {
    if kept(path).await.is_none() {
        return;
    }
    // A stale passphrase opens nothing; the next start asks for the new one.
    let _ = match passphrase {
        Some(passphrase) => keep(path, passphrase.to_owned()).await,
        None => forget(path).await,
    };
}

fn refused(error: &Error) -> Fault {
    Fault::new(Code::NoKeyStore).with("detail", error.to_string())
}

/// Asks the store about the file's entry, beside the threads that answer: it
/// may wait for the user to unlock it.
async fn ask<T: Send + 'static>(
    path: &Path,
    question: impl FnOnce(Entry) -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    let path = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let name = path.display().to_string();
    let asked = tokio::task::spawn_blocking(move || {
        if let Err(error) = Entry::store_status() {
            return Err(Error::Invalid("key store".to_owned(), error.to_string()));
        }
        question(Entry::new(SERVICE, &name)?)
    });
    let answer = asked.await;
    answer.unwrap_or_else(|error| Err(Error::Invalid("key store".to_owned(), error.to_string())))
}
