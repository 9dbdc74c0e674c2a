//! Prints the UI's types; `cargo xtask codegen` keeps them in `ui/src/bridge/generated.ts`.

use std::io::Write as _;

fn main() -> std::io::Result<()> {
    std::io::stdout().write_all(suoji_app::typescript().as_bytes())
}
