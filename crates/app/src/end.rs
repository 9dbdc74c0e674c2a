//! The end of a program.

use std::io::Write as _;

/// Ends the program with a code, without what libraries do at exit.
///
/// At exit, SQLCipher takes away memory that connections which are still being
/// closed, on threads of their own, go on using: the program would die of it
/// and its code be lost. All that was written is on disk by then, and the
/// system takes the memory back.
pub fn end(code: u8) -> ! {
    // Nobody is left to be told.
    let _ = std::io::stdout().flush();
    signal_hook::low_level::exit(i32::from(code))
}
