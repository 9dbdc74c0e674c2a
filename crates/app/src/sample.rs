//! The sample zone: an invented signing ledger that shows what the program
//! does with a real one.

use crate::app::App;
use crate::contract::{ImportReport, Nothing};
use crate::fault::Fault;

/// The sample's file name.
const NAME: &str = "示例_签约项目台账_2023.xlsx";
/// The sample's bytes.
const LEDGER: &[u8] = include_bytes!("../sample/signing-2023.xlsx");

impl App {
    /// Imports the sample zone's signing ledger.
    pub(crate) async fn load_sample(&self, _: Nothing) -> Result<ImportReport, Fault> {
        self.import_plainly(NAME, LEDGER).await
    }
}
