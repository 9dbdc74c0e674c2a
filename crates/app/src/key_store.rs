//! The system's key store: Secret Service, Keychain or Credential Manager.
//! Without one the passphrase is entered at every start, and nothing else is
//! lost.

use std::path::Path;
use std::time::Duration;

#[cfg(not(test))]
use keyring::v1::Entry;
use keyring::v1::Error;

use crate::contract::KeyStore;
use crate::fault::{Code, Fault};
#[cfg(test)]
use tests::Entry;

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

#[cfg(test)]
mod tests {
    use std::collections::HashMap;
    use std::sync::{LazyLock, Mutex};

    use keyring::v1::{Error, Result};
    use serde_json::{Value as Json, json};

    use super::kept;
    use crate::App;

    static KEPT: LazyLock<Mutex<HashMap<String, String>>> = LazyLock::new(Mutex::default);

    /// An entry of a key store that lasts as long as the tests.
    pub(super) struct Entry(String);

    impl Entry {
        pub(super) fn store_status() -> &'static Result<()> {
            &Ok(())
        }

        #[expect(clippy::unnecessary_wraps, reason = "as the real one")]
        pub(super) fn new(_: &str, name: &str) -> Result<Self> {
            Ok(Self(name.to_owned()))
        }

        pub(super) fn get_password(&self) -> Result<String> {
            let found = KEPT.lock().expect("the store").get(&self.0).cloned();
            found.ok_or(Error::NoEntry)
        }

        #[expect(clippy::unnecessary_wraps, reason = "as the real one")]
        pub(super) fn set_password(&self, passphrase: &str) -> Result<()> {
            let mut kept = KEPT.lock().expect("the store");
            kept.insert(self.0.clone(), passphrase.to_owned());
            Ok(())
        }

        pub(super) fn delete_credential(&self) -> Result<()> {
            let found = KEPT.lock().expect("the store").remove(&self.0);
            found.map(drop).ok_or(Error::NoEntry)
        }
    }

    async fn ask(app: &App, name: &str, request: Json) -> Json {
        app.call(name, request).await.expect(name)
    }

    #[tokio::test]
    async fn what_is_kept_is_always_the_passphrase_of_the_file_that_stands_there() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("desk.db");
        let app = App::new(path.clone());
        app.start().await;
        ask(&app, "create_desk", json!({})).await;
        let plain = ask(&app, "backup", json!({})).await;
        ask(&app, "set_passphrase", json!({"new": "芝麻"})).await;
        assert_eq!(kept(&path).await, None, "nothing is kept unasked");
        ask(&app, "keep_passphrase", json!({"passphrase": "芝麻"})).await;
        let sealed = folder.path().join("sealed.db");
        ask(&app, "backup", json!({"path": sealed})).await;

        let changed = json!({"old": "芝麻", "new": "开门"});
        ask(&app, "set_passphrase", changed).await;
        assert_eq!(kept(&path).await.as_deref(), Some("开门"));
        let restored = json!({"path": sealed, "passphrase": "芝麻"});
        ask(&app, "restore_backup", restored).await;
        assert_eq!(kept(&path).await.as_deref(), Some("芝麻"));
        ask(&app, "restore_backup", json!({"path": plain["path"]})).await;
        assert_eq!(kept(&path).await, None, "a plain file has none");
        app.close().await;
    }
}
