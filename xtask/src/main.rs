//! `cargo xtask`: run, test, bench, codegen, tidy.

use std::process::ExitCode;

use anyhow::Result;
use xtask::house::House;
use xtask::{bench, codegen, example, process, run, say, test, tidy};

const HELP: &str = "\
cargo xtask run [--release] [--db FILE]   build what is missing and open the window;
                                          without a display, on a private one, with a screenshot
cargo xtask test                          everything CI checks
cargo xtask example                       prove on a copy that a record kind takes six files
cargo xtask bench [--built] [PART…]       measure beside bare references; writes BENCHMARKS.md,
                                          all of it or the sections of these parts
cargo xtask bench --minutes N             the window's memory over so long a use
cargo xtask stories [NAME]                only the stories in the windows
cargo xtask tidy                          rooms, sizes, words, marks, generated files
cargo xtask codegen                       write the UI's types from the command list";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match start(&words) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            say::line(format!("cargo xtask: {error:#}"));
            ExitCode::FAILURE
        }
    }
}

/// Does what the words ask; returns whether it came out well.
fn start(words: &[String]) -> Result<bool> {
    xtask::watch()?;
    let (task, rest) = match words {
        [] => ("help", words),
        [task, rest @ ..] => (task.as_str(), rest),
    };
    let house = House::find()?;
    match task {
        "run" => run::run(&house, rest)?,
        "test" => return Ok(test::test(&house)),
        "stories" => test::stories(&house, rest)?,
        "tidy" => tidy::tidy(&house)?,
        "bench" => bench::bench(&house, rest)?,
        "example" => {
            process::run(house.cargo().args(["build", "--package", "suoji-cli"]))?;
            example::prove(&house)?;
        }
        "codegen" => codegen::write(&house)?,
        "help" | "--help" | "-h" => say::line(HELP),
        other => {
            say::line(format!("there is no task “{other}”\n\n{HELP}"));
            return Ok(false);
        }
    }
    Ok(true)
}
