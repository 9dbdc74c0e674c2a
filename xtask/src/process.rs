//! Starting other programs, and making sure none outlives this one.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::{groups, say};

/// Runs a command in the open and waits for it.
///
/// # Errors
/// When it cannot be started or does not end well.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| missing(command))?;
    if !status.success() {
        bail!("`{}` ended with {status}", shown(command));
    }
    Ok(())
}

/// Runs a command unseen and returns what it printed.
///
/// # Errors
/// When it cannot be started or does not end well; the text then has its last words.
pub fn capture(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| missing(command))?;
    if !output.status.success() {
        let words = String::from_utf8_lossy(&output.stderr);
        bail!("`{}` ended with {}\n{words}", shown(command), output.status);
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// How a command that was both shown and read came out.
#[derive(Debug)]
pub struct Heard {
    /// Whether it ended with code 0.
    pub ok: bool,
    /// Both of its output streams, line by line as they came.
    pub text: String,
}

/// Runs a command, shows what it prints and keeps it.
///
/// # Errors
/// When it cannot be started.
pub fn listen(command: &mut Command) -> Result<Heard> {
    command.stdin(Stdio::null());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut service = Service::start("", command)?;
    let out = service.child.stdout.take();
    let err = service.child.stderr.take();
    let second = thread::spawn(move || err.map(echo).unwrap_or_default());
    let mut text = out.map(echo).unwrap_or_default();
    text += &second.join().unwrap_or_default();
    let status = service.child.wait().context("waiting for a command")?;
    Ok(Heard {
        ok: status.success(),
        text,
    })
}

fn echo(stream: impl Read) -> String {
    let mut kept = String::new();
    let mut reader = BufReader::new(stream);
    let mut raw = Vec::new();
    while reader
        .read_until(b'\n', &mut raw)
        .is_ok_and(|read| read > 0)
    {
        let text = String::from_utf8_lossy(&raw);
        say::line(text.trim_end());
        kept += &text;
        raw.clear();
    }
    kept
}

/// A program that runs beside this one and ends, with all it started, when dropped.
#[derive(Debug)]
pub struct Service {
    name: String,
    /// The program itself; its piped streams are there to be taken.
    pub child: Child,
}

impl Service {
    /// Starts a program in a process group of its own.
    ///
    /// # Errors
    /// When it cannot be started.
    pub fn start(name: &str, command: &mut Command) -> Result<Self> {
        groups::lead(command);
        let child = command.spawn().with_context(|| missing(command))?;
        groups::remember(child.id());
        Ok(Self {
            name: name.to_owned(),
            child,
        })
    }

    /// Waits until `ready` answers with something, or the program ends, or time is up.
    ///
    /// # Errors
    /// When the program ended early or was not ready in time.
    pub fn until<T>(&mut self, patience: Duration, ready: impl Fn() -> Option<T>) -> Result<T> {
        let start = Instant::now();
        while start.elapsed() < patience {
            if let Some(answer) = ready() {
                return Ok(answer);
            }
            if let Some(status) = self.child.try_wait()? {
                bail!("{} ended with {status} before it was ready", self.name);
            }
            thread::sleep(Duration::from_millis(30));
        }
        bail!("{} was not ready within {patience:?}", self.name)
    }

    /// Reads the first line the program prints on its piped standard output.
    ///
    /// # Errors
    /// When there is no such line.
    pub fn first_line(&mut self) -> Result<String> {
        let stream = self.child.stdout.take();
        let stream = stream.with_context(|| format!("{} is not listened to", self.name))?;
        let mut line = String::new();
        BufReader::new(stream).read_line(&mut line)?;
        if line.trim().is_empty() {
            bail!("{} ended without a word", self.name);
        }
        Ok(line.trim().to_owned())
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        groups::end(&mut self.child);
    }
}

fn shown(command: &Command) -> String {
    let mut text = command.get_program().to_string_lossy().into_owned();
    for part in command.get_args() {
        text += " ";
        text += &part.to_string_lossy();
    }
    text
}

fn missing(command: &Command) -> String {
    let program = command.get_program().to_string_lossy().into_owned();
    match program.as_str() {
        "npm" | "npm.cmd" => "npm does not start: install Node.js 20 or newer".to_owned(),
        _ => format!("`{program}` does not start; is it installed?"),
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn listening_keeps_both_streams_and_the_outcome() {
        let heard = listen(&mut shell("echo out; echo err >&2; exit 3")).unwrap();
        assert!(!heard.ok);
        assert!(heard.text.contains("out") && heard.text.contains("err"));
    }

    #[test]
    fn a_dropped_service_takes_its_children_with_it() {
        let mut command = shell("sleep 60 & echo $!; wait");
        command.stdout(Stdio::piped());
        let mut service = Service::start("a shell", &mut command).unwrap();
        let child = service.first_line().unwrap();
        drop(service);
        let alive = || {
            let state = std::fs::read_to_string(format!("/proc/{child}/stat"));
            state.is_ok_and(|text| !text.contains(") Z "))
        };
        let start = Instant::now();
        while alive() && start.elapsed() < Duration::from_secs(5) {
            thread::sleep(Duration::from_millis(10));
        }
        assert!(!alive(), "the sleeper outlived its service");
    }

    #[test]
    fn a_failed_command_says_what_it_was() {
        let error = run(&mut shell("exit 4")).unwrap_err().to_string();
        assert!(error.contains("sh -c exit 4"), "{error}");
    }
}
