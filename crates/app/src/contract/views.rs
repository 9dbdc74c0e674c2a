//! Saved views of lists and the arrangement of forms.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{Filter, Sort};

/// Names a kind.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct KindRequest {
    /// The kind.
    pub kind: String,
}

/// The views of a kind that this person sees: pinned ones first, then by
/// name.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Views {
    /// The views.
    pub views: Vec<View>,
}

/// A saved view.
#[derive(Debug, Clone, Serialize, TS)]
pub struct View {
    /// The record that keeps it.
    pub id: Uuid,
    /// Its version.
    pub version: i64,
    /// The kind it lists.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// Whether everybody at this desk sees it.
    pub shared: bool,
    /// Whether it stands before the others.
    pub pinned: bool,
    /// Whether the list opens with it for this person.
    pub is_default: bool,
    /// Whether this person made it.
    pub mine: bool,
    /// What it shows.
    pub layout: ViewLayout,
    /// The fields it names that the kind has no longer; they are left out of
    /// `layout`. `layout` itself when nothing of it can be read.
    pub problems: Vec<String>,
}

/// What a view shows, in which order.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[ts(optional_fields)]
pub struct ViewLayout {
    /// The columns from left to right; none means those of the kind.
    #[serde(default)]
    pub columns: Vec<ViewColumn>,
    /// The order.
    #[serde(default)]
    pub sort: Vec<Sort>,
    /// Every one must hold.
    #[serde(default)]
    pub filters: Vec<Filter>,
    /// Only what a search for this finds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Rows in groups.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<ViewGroup>,
    /// How close rows stand, as the window names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub density: Option<String>,
}

/// A column of a view.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(optional_fields)]
pub struct ViewColumn {
    /// The field.
    pub field: String,
    /// How wide, in pixels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width: Option<u32>,
    /// Whether it stays when the others scroll.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub frozen: Option<bool>,
}

/// By what the rows of a view are grouped.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(optional_fields)]
pub struct ViewGroup {
    /// The field.
    pub by: String,
    /// For dates: `year`, `quarter` or `month`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<String>,
}

/// Makes or changes a view.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SaveView {
    /// The view; absent makes a new one.
    pub id: Option<Uuid>,
    /// The version when it was last seen; a view with an id has it.
    pub seen: Option<i64>,
    /// The kind it lists.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// Whether everybody at this desk sees it.
    pub shared: bool,
    /// Whether it stands before the others.
    pub pinned: bool,
    /// Whether the list opens with it for this person; takes that from the
    /// view that had it.
    pub is_default: bool,
    /// What it shows.
    pub layout: ViewLayout,
}

/// How the form of a kind is arranged; empty when nobody arranged it.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(optional_fields)]
pub struct FormLayoutView {
    /// The record that keeps it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Uuid>,
    /// Its version.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<i64>,
    /// The arrangement, without fields that are gone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub layout: Option<FormLayout>,
}

/// Where the fields of a form stand. Fields that it does not name stand in a
/// last section.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct FormLayout {
    /// The fields at the top, five at the most.
    #[serde(default)]
    pub facts: Vec<String>,
    /// The sections from top to bottom.
    #[serde(default)]
    pub sections: Vec<FormSection>,
    /// The fields that are not shown.
    #[serde(default)]
    pub hidden: Vec<String>,
}

/// A section of a form.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct FormSection {
    /// Its heading.
    pub title: String,
    /// Its fields in order.
    pub fields: Vec<String>,
}

/// Arranges the form of a kind.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SaveFormLayout {
    /// The kind.
    pub kind: String,
    /// The version when it was last seen; absent when there was none.
    pub seen: Option<i64>,
    /// The arrangement.
    pub layout: FormLayout,
}
