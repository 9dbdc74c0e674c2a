//! Prints the TypeScript types of the command list.

use std::io::Write as _;

fn main() -> std::io::Result<()> {
    std::io::stdout().write_all(suoji_app::typescript().as_bytes())
}
