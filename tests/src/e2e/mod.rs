//! The product driven as a person drives it: one set of stories, told to the real
//! desktop window and to the same pages in Chromium.
//!
//! `cargo xtask test` lends them a stage; `cargo xtask stories [NAME]` tells only
//! these. Without a stage they say so and pass, so that plain `cargo test` works.

mod chain;
mod chain_file;
mod clash;
mod closed;
mod composing;
mod edit;
mod elsewhere;
mod export;
mod figures;
mod first;
mod grid;
mod import;
mod import_keys;
mod insight;
mod kept;
mod kit;
mod look;
mod opened;
mod pages;
mod palette;
mod picture;
mod plain;
mod process;
mod record;
mod redrawn;
mod safe;
mod settings;
mod stage;
mod trips;
mod window;

use anyhow::Result;

use stage::Stage;
use window::{Host, Window};

/// Makes a test of each story for each host.
macro_rules! both {
    ($($part:ident::$story:ident),* $(,)?) => {
        mod desktop {
            $(#[test]
            fn $story() {
                super::tell(super::Host::Desktop, stringify!($story), super::$part::$story);
            })*
        }
        mod chromium {
            $(#[test]
            fn $story() {
                super::tell(super::Host::Chromium, stringify!($story), super::$part::$story);
            })*
        }
    };
}

both![
    first::the_sample_shows_its_rows_and_figures,
    import::a_ledger_goes_in_once,
    import::the_messy_ledger_goes_through_every_step,
    import::faults_are_put_right_before_anything_is_written,
    import_keys::an_import_goes_by_keyboard_alone,
    edit::an_amount_is_edited_by_keyboard_and_undone,
    settings::language_and_theme_last,
    settings::density_and_motion_last,
    elsewhere::the_command_line_and_the_window_see_each_other,
    composing::the_grid_waits_for_the_input_method,
    composing::the_form_waits_for_the_input_method,
    plain::every_page_is_accessible,
    closed::pages_reach_nothing_else,
    clash::two_edits_meet,
    look::every_page_is_photographed,
    grid::cells_change_by_keyboard_alone,
    grid::columns_and_rows_obey_the_mouse,
    grid::views_groups_and_bulk_edits,
    grid::a_large_paste_is_shown_first,
    grid::what_cannot_be_pasted_is_said,
    grid::every_editor_keeps_the_first_letter,
    grid::cells_reach_a_spreadsheet_and_come_back,
    export::a_superiors_form_is_learned_and_filled,
    chain::a_gap_becomes_a_lead_by_keyboard,
    chain::a_gap_becomes_a_lead_by_mouse,
    chain::a_chain_is_edited_in_place,
    chain_file::a_chain_file_comes_in_and_goes_back,
    redrawn::a_chain_is_redrawn_by_keyboard_and_undone_after_a_restart,
    trips::a_sheet_of_firms_is_placed,
    trips::targets_become_a_trip_and_a_visit,
    trips::the_atlas_is_taken_over_one_by_one,
    insight::what_a_map_says_is_judged_weighed_and_compared,
    figures::a_figure_says_how_it_is_counted,
    figures::a_plot_opens_its_rows,
    figures::a_frozen_year_shows_what_came_later,
    figures::a_year_counts_through_a_month,
    palette::everything_is_reached_by_keyboard,
    palette::everything_is_reached_by_mouse,
    palette::a_quick_enter_waits_for_the_answer,
    record::records_are_stepped_through_in_their_list,
    record::leaving_in_the_middle_of_an_edit_writes_it,
    record::a_form_is_arranged_and_put_back,
    record::an_older_value_is_put_back,
    record::a_note_mentions_a_person_and_is_found,
    record::files_are_attached_shown_and_missed,
    record::all_around_a_record_is_accessible,
    kept::a_half_typed_edit_outlives_a_reload,
    kept::letters_typed_right_before_a_reload_are_kept,
    kept::a_half_typed_edit_can_be_given_up,
    kept::a_half_typed_reference_outlives_a_reload,
    kept::a_half_made_record_outlives_a_reload,
    kept::a_half_typed_edit_outlives_the_program,
    safe::a_backup_is_written_and_rehearsed,
    safe::a_damaged_file_is_restored_at_the_gate,
    safe::a_passphrase_is_set_and_taken_back,
    safe::what_was_deleted_comes_back_from_the_bin,
];

/// Only Chromium is compared with approved pictures: each web view draws letters its own way.
#[test]
fn every_part_looks_as_approved() {
    let name = "every_part_looks_as_approved";
    tell(Host::Chromium, name, kit::every_part_looks_as_approved);
}

/// The same components in either host; once is enough to look at them.
#[test]
fn what_opens_is_photographed_and_accessible() {
    let name = "what_opens_is_photographed_and_accessible";
    tell(
        Host::Chromium,
        name,
        opened::what_opens_is_photographed_and_accessible,
    );
}

/// A browser has its own answer to this.
#[test]
fn pages_outlive_their_process() {
    let name = "pages_outlive_their_process";
    tell(Host::Desktop, name, process::pages_outlive_their_process);
}

/// Tells one story in a fresh window on a fresh folder. When it goes wrong, what the
/// window showed is saved beside the screenshots.
fn tell(host: Host, name: &str, story: fn(&Window) -> Result<()>) {
    let Some(stage) = Stage::lent() else {
        eprintln!("skipped: no stage to drive a window on; `cargo xtask stories` lends one");
        return;
    };
    let window = Window::open(host, stage).expect("a window");
    let told = window.start_afresh().and_then(|()| story(&window));
    if let Err(error) = told {
        let picture = window.picture(&format!("failed/{name}"));
        let said = window.said();
        panic!("{error:?}\nthe window then: {picture:?}\nits programs said: {said}");
    }
}
