//! The product driven as a person drives it: one set of stories, told to the real
//! desktop window and to the same pages in Chromium.
//!
//! `cargo xtask test` lends them a stage; `cargo xtask stories [NAME]` tells only
//! these. Without a stage they say so and pass, so that plain `cargo test` works.

mod clash;
mod closed;
mod composing;
mod edit;
mod elsewhere;
mod first;
mod import;
mod look;
mod pages;
mod plain;
mod settings;
mod stage;
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
    edit::an_amount_is_edited_by_keyboard_and_undone,
    settings::language_and_theme_last,
    elsewhere::the_command_line_and_the_window_see_each_other,
    composing::the_grid_waits_for_the_input_method,
    composing::the_form_waits_for_the_input_method,
    plain::every_page_is_accessible,
    closed::pages_reach_nothing_else,
    clash::two_edits_meet,
    look::every_page_is_photographed,
];

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
        panic!("{error:?}\nthe window then: {picture:?}");
    }
}
