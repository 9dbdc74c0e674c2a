//! Maps as pictures: sheets as SVG, PDF and PNG.
//!
//! The window and this room draw with the same code: the build of the UI makes one
//! script of `ui/src/map`, which runs here in a small JavaScript engine that reaches
//! nothing but the data it is given and the widths of letters. Letters are
//! those of the fonts that come with the program, so that a picture looks the same on
//! every computer and its text can be selected.
//!
//! Absent: files, the desk, commands. Data in, bytes out.

mod draw;
mod fonts;
mod pdf;
mod png;
#[cfg(test)]
mod tests;

use serde::Deserialize;

pub use draw::draw;
pub use pdf::pdf;
pub use png::png;

/// One drawn sheet.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Sheet {
    /// What is on it, such as the name of a layer; part of a file's name.
    pub name: String,
    /// The picture, its letters real letters.
    pub svg: String,
    /// Width in pixels of the picture's own scale.
    pub width: f32,
    /// Height in the same pixels.
    pub height: f32,
}

/// Why there is no picture.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    /// The drawing code did not end well.
    #[error("drawing the sheets: {0}")]
    Draw(String),
    /// A sheet is no SVG that can be shown.
    #[error("reading the drawn sheet: {0}")]
    Svg(#[from] resvg::usvg::Error),
    /// The picture would have no pixel, or more than fit.
    #[error("a picture of {width} × {height} pixels cannot be made")]
    Size {
        /// Pixels across.
        width: u32,
        /// Pixels down.
        height: u32,
    },
    /// The document could not be put together.
    #[error("writing the {format} file: {reason}")]
    Write {
        /// `PDF` or `PNG`.
        format: &'static str,
        /// What the writer says.
        reason: String,
    },
}
