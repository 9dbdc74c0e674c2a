//! Reading a file apart from the calls of windows, ahead of those who take its
//! rows.

use std::ops::ControlFlow;
use std::path::Path;

use suoji_exchange::{Input, LedgerRow, Options, ReadError, Table, Understood, each_row};
use tokio::sync::mpsc::{Receiver, channel};
use tokio::task::JoinHandle;

use super::request::{self, Bytes, Wanted};
use crate::fault::{Code, Fault};

/// Batches that may be read ahead of those being written.
const AHEAD: usize = 2;

/// Rows of a table, as the reader hands them on.
pub(super) type Batched = (Table, Vec<LedgerRow>);

/// A file being read; it stops when nobody takes its rows any more.
pub(super) struct Reader {
    batches: Receiver<Batched>,
    reading: JoinHandle<Result<Understood, ReadError>>,
}

impl Reader {
    /// Starts to read.
    pub(super) fn start(wanted: &Wanted) -> Self {
        let (sender, batches) = channel::<Batched>(AHEAD);
        let (name, bytes, options) = (
            wanted.name.clone(),
            wanted.bytes.clone(),
            wanted.options.clone(),
        );
        let reading = tokio::task::spawn_blocking(move || {
            let mut sink = |table: &Table, rows: Vec<LedgerRow>| match sender
                .blocking_send((table.clone(), rows))
            {
                Ok(()) => ControlFlow::Continue(()),
                Err(_) => ControlFlow::Break(()),
            };
            each(&name, &bytes, &options, &mut sink)
        });
        Self { batches, reading }
    }

    /// The next rows; `None` behind the last, or when the file fails.
    pub(super) async fn next(&mut self) -> Option<Batched> {
        self.batches.recv().await
    }

    /// What the whole file shows, when it is the file that was meant.
    pub(super) async fn finish(self, wanted: &Wanted) -> Result<Understood, Fault> {
        let read = self
            .reading
            .await
            .map_err(|error| Fault::new(Code::Internal).with("detail", error.to_string()))?;
        let understood = match read {
            Ok(understood) => understood,
            Err(error) => return Err(why(wanted, &error)),
        };
        if understood.sha256 != wanted.sha256 {
            return Err(Fault::new(Code::FileChanged).with("file", &*wanted.name));
        }
        if understood.tables.is_empty() {
            return Err(Fault::new(Code::NothingRecognised).with("file", &*wanted.name));
        }
        Ok(understood)
    }
}

fn each(
    name: &str,
    bytes: &Bytes,
    options: &Options,
    sink: &mut suoji_exchange::Sink<'_>,
) -> Result<Understood, ReadError> {
    let input = match bytes {
        Bytes::Own(bytes) => Input::Bytes(bytes),
        Bytes::Sample(bytes) => Input::Bytes(bytes),
        Bytes::File(path) => Input::File(path),
    };
    each_row(name, input, options, sink)
}

/// Why a file could not be read: what failed may only be the sign of a file
/// that went away or is being written.
fn why(wanted: &Wanted, error: &ReadError) -> Fault {
    if let Bytes::File(path) = &wanted.bytes {
        match request::hash(path) {
            Ok(now) if now == wanted.sha256 => {}
            Ok(_) => return Fault::new(Code::FileChanged).with("file", &*wanted.name),
            Err(error) => return unreadable(&wanted.name, path, &error),
        }
    }
    Fault::of_reading(&wanted.name, error)
}

/// Why a file could not be opened.
pub(super) fn unreadable(name: &str, path: &Path, error: &std::io::Error) -> Fault {
    let code = match path.try_exists() {
        Ok(false) => Code::FileMissing,
        _ => Code::FileNoAccess,
    };
    Fault::new(code)
        .with("file", name)
        .with("detail", error.to_string())
}
