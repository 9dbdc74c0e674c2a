//! What can be typed. The texts of `--help` stand in the word files, under
//! `command.<name>` and `arg.<name>`.

use std::path::PathBuf;

use clap::{Parser, Subcommand};
use clap_complete::Shell;

use crate::chain::ChainCommand;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(name = "suoji", version, disable_help_subcommand = true)]
pub(crate) struct Arguments {
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) db: Option<PathBuf>,
    #[arg(long, global = true)]
    pub(crate) json: bool,
    #[arg(long, global = true, value_name = "zh-CN|en", value_parser = ["zh-CN", "en"])]
    pub(crate) language: Option<String>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// One thing to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    New {
        #[arg(long)]
        encrypt: bool,
    },
    Import {
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        #[arg(long, value_name = "KIND")]
        kind: Option<String>,
        #[arg(long, value_name = "NAME")]
        template: Option<String>,
        #[arg(long, value_name = "NAME")]
        save_template: Option<String>,
        #[arg(long, value_name = "FILE")]
        answers: Option<PathBuf>,
        #[arg(long, value_name = "skip|update|new|ask", value_parser = ["skip", "update", "new", "ask"])]
        on_duplicate: Option<String>,
        #[arg(long, value_name = "FILE.xlsx")]
        rejected: Option<PathBuf>,
        #[arg(long, value_name = "N")]
        problems_from: Option<u64>,
        #[arg(long)]
        dry_run: bool,
    },
    Figures {
        #[arg(long, value_name = "YYYY", value_parser = clap::value_parser!(i32).range(1900..=2199))]
        year: i32,
        #[arg(long, value_name = "MM", value_parser = clap::value_parser!(u32).range(1..=12))]
        through: Option<u32>,
        #[arg(long, value_name = "NAME=VALUE")]
        rule: Vec<String>,
        #[arg(long, value_name = "YYYY", value_parser = clap::value_parser!(i32).range(1900..=2199))]
        compare: Option<i32>,
        #[arg(long, value_name = "NAME", conflicts_with = "compare")]
        freeze: Option<String>,
    },
    Frozen {
        #[arg(value_name = "ID")]
        period: Option<String>,
    },
    List {
        kind: String,
        #[arg(long, value_name = "FIELD=VALUE")]
        filter: Vec<String>,
        #[arg(long, value_name = "TEXT")]
        text: Option<String>,
        #[arg(long, value_name = "FIELD|-FIELD", allow_hyphen_values = true)]
        sort: Vec<String>,
        #[arg(long, value_name = "N", default_value_t = 50)]
        limit: u32,
        #[arg(long, value_name = "N", default_value_t = 0)]
        offset: u32,
    },
    Show {
        kind: String,
        id: String,
    },
    Search {
        #[arg(value_name = "TEXT")]
        query: String,
        #[arg(long, value_name = "N", default_value_t = 20)]
        limit: u32,
    },
    Export {
        #[arg(required_unless_present = "form")]
        kind: Option<String>,
        #[arg(long, value_name = "FILE.xlsx|FILE.csv")]
        out: PathBuf,
        #[arg(id = "form", long = "template", value_name = "NAME")]
        template: Option<String>,
        #[arg(long, value_name = "xlsx|csv", value_parser = ["xlsx", "csv"])]
        format: Option<String>,
        #[arg(long, value_name = "utf-8|gb18030", value_parser = ["utf-8", "gb18030"])]
        encoding: Option<String>,
        #[arg(id = "title_year", long = "year", value_name = "YYYY", value_parser = clap::value_parser!(i32).range(1000..=9999))]
        year: Option<i32>,
        #[arg(long, value_name = "FIELD=VALUE")]
        filter: Vec<String>,
        #[arg(long, value_name = "FIELD|-FIELD", allow_hyphen_values = true)]
        sort: Vec<String>,
        #[arg(long, value_name = "FIELD,FIELD", value_delimiter = ',')]
        columns: Option<Vec<String>>,
        #[arg(long)]
        unmask: bool,
    },
    Template {
        #[arg(id = "form_name", value_name = "NAME")]
        name: Option<String>,
        #[arg(id = "form_kind", long = "kind", value_name = "KIND")]
        kind: Option<String>,
        #[arg(
            long,
            value_name = "FILE",
            requires = "form_name",
            conflicts_with = "drop"
        )]
        learn: Option<PathBuf>,
        #[arg(long, requires = "form_name")]
        drop: bool,
    },
    History {
        kind: String,
        id: String,
    },
    Undo {
        #[arg(long, value_name = "ID")]
        batch: Option<String>,
    },
    Redo,
    Chain {
        #[command(subcommand)]
        command: ChainCommand,
    },
    Backup {
        file: PathBuf,
    },
    Restore {
        file: PathBuf,
    },
    Verify,
    Rebuild,
    Completions {
        shell: Shell,
    },
    Man,
}
