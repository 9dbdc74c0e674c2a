//! Files attached to records.

use crate::app::App;
use crate::contract::*;
use crate::fault::{Code, Fault};

impl App {
    /// The files attached to a record.
    pub(crate) async fn attachments(&self, _: RecordRequest) -> Result<Attachments, Fault> {
        Err(Fault::new(Code::NoSuchCommand).with("name", "attachments"))
    }

    /// Attaches a file to a record.
    pub(crate) async fn attach(&self, _: Attach) -> Result<Saved, Fault> {
        Err(Fault::new(Code::NoSuchCommand).with("name", "attach"))
    }

    /// The bytes of an attachment.
    pub(crate) async fn attachment_data(
        &self,
        _: AttachmentRequest,
    ) -> Result<AttachmentData, Fault> {
        Err(Fault::new(Code::NoSuchCommand).with("name", "attachment_data"))
    }
}
