//! The ledger's grid, used as a spreadsheet is.

mod clipboard;
mod composing;
mod keyboard;
mod mouse;
mod office;
mod ways;

pub(super) use clipboard::{a_large_paste_is_shown_first, what_cannot_be_pasted_is_said};
pub(super) use composing::every_editor_keeps_the_first_letter;
pub(super) use keyboard::cells_change_by_keyboard_alone;
pub(super) use mouse::{columns_and_rows_obey_the_mouse, views_groups_and_bulk_edits};
pub(super) use office::cells_reach_a_spreadsheet_and_come_back;
