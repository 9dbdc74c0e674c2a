//! Sheets as the pages of one PDF.

use krilla::Document;
use krilla::geom::Size;
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla_svg::{SurfaceExt as _, SvgSettings};

use crate::{PictureError, Sheet, fonts};

/// Points of a millimetre.
const POINTS: f32 = 72.0 / 25.4;

/// Writes sheets as pages of a PDF, each `width` millimetres wide and as high as its own
/// form wants; text stays text, and only the letters used are put into the file.
///
/// # Errors
/// When a sheet is no SVG, or its size no page.
pub fn pdf(sheets: &[Sheet], width: f32, title: &str) -> Result<Vec<u8>, PictureError> {
    let failed = |reason: String| PictureError::Write {
        format: "PDF",
        reason,
    };
    let mut document = Document::new();
    document.set_metadata(Metadata::new().title(title.to_owned()));
    for sheet in sheets {
        let tree = fonts::tree(&sheet.svg)?;
        let (across, down) = (width * POINTS, width * POINTS * sheet.height / sheet.width);
        let no_page = || failed(format!("no page of {across} × {down} points"));
        let settings = PageSettings::from_wh(across, down).ok_or_else(no_page)?;
        let size = Size::from_wh(across, down).ok_or_else(no_page)?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        surface
            .draw_svg(&tree, size, SvgSettings::default())
            .ok_or_else(no_page)?;
        surface.finish();
        page.finish();
    }
    document
        .finish()
        .map_err(|error| failed(format!("{error:?}")))
}
