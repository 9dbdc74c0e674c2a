//! Maps as pictures.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// What a picture is laid out for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PictureForm {
    /// The board on a sheet of 1189 × 841 mm.
    A0,
    /// 841 × 594 mm.
    A1,
    /// 594 × 420 mm.
    A2,
    /// 420 × 297 mm.
    A3,
    /// 297 × 210 mm.
    A4,
    /// 16:9: an overview, the layers, the gaps.
    Slides,
    /// One page, A4 upright: completeness, ten gaps, ten targets, parks.
    Summary,
}

/// How a picture is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PictureFormat {
    /// A file for each sheet, text kept as text.
    Svg,
    /// A file for each sheet, pixels.
    Png,
    /// One file, text kept as text, its font inside.
    Pdf,
}

/// Asks for a chain as a picture.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ChainPicture {
    /// The chain, by code or id.
    pub chain: String,
    /// Only this segment with everything in it.
    pub segment: Option<Uuid>,
    /// Only this layer.
    #[ts(type = "'upstream' | 'midstream' | 'downstream' | 'support'", optional)]
    pub layer: Option<String>,
    /// Laid out for what; A1 when absent.
    pub form: Option<PictureForm>,
    /// Which kind of file.
    pub format: PictureFormat,
    /// The gaps that get a slide each; the six widest when absent.
    pub gaps: Option<Vec<Uuid>>,
    /// `zh-CN` or `en`; Chinese when absent.
    pub language: Option<String>,
    /// Light letters on dark ground.
    pub dark: Option<bool>,
}
