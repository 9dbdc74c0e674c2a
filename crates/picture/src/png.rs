//! A sheet as pixels.

use resvg::tiny_skia::{Pixmap, Transform};

use crate::{PictureError, Sheet, fonts};

/// The most pixels a side may have: an A0 sheet at 300 dpi.
const MOST: u32 = 14_100;

/// Draws a sheet `width` pixels wide as a PNG.
///
/// # Errors
/// When the sheet is no SVG, or so many pixels cannot be had.
pub fn png(sheet: &Sheet, width: u32) -> Result<Vec<u8>, PictureError> {
    let tree = fonts::tree(&sheet.svg)?;
    let scale = width as f32 / sheet.width;
    let height = (sheet.height * scale).round() as u32;
    let too_large = PictureError::Size { width, height };
    if width.max(height) > MOST {
        return Err(too_large);
    }
    let mut pixels = Pixmap::new(width, height).ok_or(too_large)?;
    resvg::render(
        &tree,
        Transform::from_scale(scale, scale),
        &mut pixels.as_mut(),
    );
    pixels.encode_png().map_err(|error| PictureError::Write {
        format: "PNG",
        reason: error.to_string(),
    })
}
