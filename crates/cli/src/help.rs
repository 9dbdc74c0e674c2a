//! `--help`, the man page and usage errors in the user's language.

use clap::builder::{Str, StyledStr};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory as _};
use suoji_app::Language;

use crate::args::Arguments;
use crate::words::{sentence, word};

/// Where the options of every command stand in a list: after its own.
const GLOBAL: usize = 100;

/// The command line with its texts in `language`.
pub(crate) fn command(language: Language) -> Command {
    let root = localised(Arguments::command(), language, "command.suoji");
    let codes = word(language, "exit_codes").to_owned();
    let version = Arg::new("version")
        .long("version")
        .short('V')
        .action(ArgAction::Version)
        .help(word(language, "arg.version").to_owned())
        .display_order(GLOBAL)
        .help_heading(word(language, "heading.options").to_owned());
    root.disable_version_flag(true)
        .arg(version)
        .after_help(codes)
}

fn localised(command: Command, language: Language, key: &str) -> Command {
    let w = |key: &str| word(language, key).to_owned();
    let names: Vec<_> = command
        .get_subcommands()
        .map(|sub| sub.get_name().to_owned())
        .collect();
    let help = Arg::new("help")
        .long("help")
        .short('h')
        .action(ArgAction::Help)
        .help(w("arg.help"))
        .display_order(GLOBAL)
        .help_heading(w("heading.options"));
    let mut command = command
        .about(w(key))
        .help_template(format!(
            "{{about}}\n\n{} {{usage}}\n\n{{all-args}}{{after-help}}",
            w("heading.usage")
        ))
        .subcommand_help_heading(w("heading.commands"))
        .subcommand_value_name(w("heading.command"))
        .disable_help_flag(true)
        .mut_args(|arg| {
            let heading = if arg.is_positional() {
                w("heading.arguments")
            } else {
                w("heading.options")
            };
            let text = w(&format!("arg.{}", arg.get_id()));
            // Clap would add its own English words to a value's help.
            let takes_value = arg.get_action().takes_values();
            let arg = if arg.is_global_set() {
                arg.display_order(GLOBAL)
            } else {
                arg
            };
            arg.help(text)
                .help_heading(heading)
                .hide_possible_values(takes_value)
                .hide_default_value(takes_value)
        })
        .arg(help);
    for name in names {
        let key = match key {
            "command.suoji" => format!("command.{name}"),
            group => format!("{group}.{name}"),
        };
        command = command.mut_subcommand(name, |sub| localised(sub, language, &key));
    }
    command
}

/// What clap refused, as one sentence.
pub(crate) fn usage_error(error: &clap::Error, language: Language) -> String {
    let context = |kind| {
        error.get(kind).map(|value| match value {
            ContextValue::Strings(texts) => texts.join(", "),
            ContextValue::StyledStrs(texts) => join(texts),
            other => other.to_string(),
        })
    };
    let key = match error.kind() {
        ErrorKind::InvalidValue if context(ContextKind::InvalidValue) == Some(String::new()) => {
            "usage.value_missing"
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "usage.invalid_value",
        ErrorKind::UnknownArgument => "usage.unknown_argument",
        ErrorKind::InvalidSubcommand => "usage.unknown_command",
        ErrorKind::MissingRequiredArgument => "usage.missing",
        ErrorKind::ArgumentConflict => "usage.twice",
        _ => "usage.other",
    };
    let argument = context(ContextKind::InvalidArg).or(context(ContextKind::InvalidSubcommand));
    let value = context(ContextKind::InvalidValue).unwrap_or_default();
    let params = [
        ("argument", argument.as_deref().unwrap_or_default()),
        ("value", value.as_str()),
    ];
    let mut text = sentence(language, key, &params);
    if let Some(valid) = context(ContextKind::ValidValue).filter(|valid| !valid.is_empty()) {
        text.push_str(&sentence(language, "usage.valid", &[("values", &valid)]));
    }
    text.push_str(word(language, "usage.see_help"));
    text
}

fn join(texts: &[StyledStr]) -> String {
    let texts: Vec<_> = texts.iter().map(StyledStr::to_string).collect();
    texts.join(", ")
}

/// The man page of the program, its commands following one another.
pub(crate) fn man_page(language: Language) -> std::io::Result<Vec<u8>> {
    let mut root = command(language);
    root.build();
    let mut page = Vec::new();
    clap_mangen::Man::new(root.clone()).render(&mut page)?;
    for sub in root.get_subcommands() {
        let name = Str::from(format!("suoji {}", sub.get_name()));
        let man = clap_mangen::Man::new(sub.clone().bin_name(name.as_str()));
        man.render_name_section(&mut page)?;
        man.render_synopsis_section(&mut page)?;
        man.render_options_section(&mut page)?;
    }
    Ok(page)
}
