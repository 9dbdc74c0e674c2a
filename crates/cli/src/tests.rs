//! The words, the parsing and the tables.

use clap::{Command, FromArgMatches as _};
use serde_json::{Map, Value};
use suoji_app::Language;

use crate::args::{self, Arguments};
use crate::table::Table;
use crate::{help, words};

const BOTH: [Language; 2] = [Language::Chinese, Language::English];

#[test]
fn both_languages_have_the_same_words() {
    let keys = |text: &str| -> Vec<String> {
        let words: Map<String, Value> = serde_json::from_str(text).unwrap();
        words.keys().cloned().collect()
    };
    assert_eq!(
        keys(include_str!("../words/zh-CN.json")),
        keys(include_str!("../words/en.json"))
    );
}

#[test]
fn everything_that_can_be_typed_is_explained() {
    fn look(command: &Command) {
        let about = command.get_about().unwrap().to_string();
        assert!(!about.starts_with("command."), "{about}");
        for argument in command.get_arguments() {
            let text = argument.get_help().unwrap().to_string();
            assert!(!text.starts_with("arg."), "{text}");
        }
        command.get_subcommands().for_each(look);
    }
    for language in BOTH {
        help::command(language).debug_assert();
        look(&help::command(language));
        let page = help::man_page(language).unwrap();
        assert!(String::from_utf8(page).unwrap().contains("suoji"));
    }
}

fn parse(line: &str) -> Result<Arguments, clap::Error> {
    let words = line.split(' ');
    let matches = help::command(Language::English).try_get_matches_from(words)?;
    Arguments::from_arg_matches(&matches)
}

#[test]
fn options_may_stand_before_and_after_the_command() {
    let line = "suoji --db a.db list agreement --sort -sign_date --filter a=b --json";
    let arguments = parse(line).unwrap();
    assert!(arguments.json);
    assert_eq!(arguments.db.unwrap().to_str(), Some("a.db"));
    let args::Command::List { sort, filter, .. } = arguments.command else {
        panic!("not a list");
    };
    assert_eq!(
        (sort, filter),
        (vec!["-sign_date".into()], vec!["a=b".into()])
    );
}

#[test]
fn a_wrong_call_is_explained_in_both_languages() {
    for (line, chinese, english) in [
        (
            "suoji nonsense",
            "没有“nonsense”这个命令。",
            "There is no command \"nonsense\".",
        ),
        (
            "suoji figures",
            "缺少 --year <YYYY>。",
            "Missing: --year <YYYY>.",
        ),
        (
            "suoji undo --loud",
            "没有 --loud 这个参数。",
            "There is no argument --loud.",
        ),
        (
            "suoji figures --year",
            "--year <YYYY> 后面缺少值。",
            "--year <YYYY> needs a value.",
        ),
        (
            "suoji figures --year x",
            "的值“x”不对。",
            "cannot be \"x\".",
        ),
        (
            "suoji undo --language fr",
            "可用：zh-CN, en。",
            "Possible: zh-CN, en.",
        ),
    ] {
        let error = parse(line).unwrap_err();
        for (language, expected) in BOTH.into_iter().zip([chinese, english]) {
            let text = help::usage_error(&error, language);
            assert!(text.contains(expected), "{text}");
        }
    }
}

#[test]
fn the_language_is_asked_for_or_that_of_the_system() {
    let english = |name: &str| (name == "LANG").then(|| "en_GB.UTF-8".to_owned());
    let line = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
    for (typed, expected) in [
        ("suoji undo", Language::English),
        ("suoji --language zh-CN undo", Language::Chinese),
        ("suoji undo --language=zh-CN", Language::Chinese),
    ] {
        assert_eq!(
            words::language_of(&line(typed), english),
            expected,
            "{typed}"
        );
    }
    let posix = |_: &str| Some("C".to_owned());
    assert_eq!(
        words::language_of(&line("suoji undo"), posix),
        Language::Chinese
    );
}

#[test]
fn columns_line_up_by_width_on_screen() {
    let mut table = Table::new(["名称", "yuan"]).right(1);
    table.row(["上海办", "12.00"]);
    table.row(["Park\n1", "1200.00"]);
    assert_eq!(
        table.text(),
        "名称       yuan\n上海办    12.00\nPark 1  1200.00\n"
    );
}

#[test]
fn one_sheet_of_a_series_is_named_like_many() {
    use crate::chain::place_of;
    let folder = tempfile::tempdir().expect("folder");
    let at = |name: &str| folder.path().join(name);
    let name = "01_总览.svg";
    assert_eq!(place_of(&at("deck"), name, true), at("deck").join(name));
    assert_eq!(
        place_of(&at("deck.svg"), name, true),
        at("deck_01_总览.svg")
    );
    assert_eq!(place_of(&at("map.svg"), "nev.svg", false), at("map.svg"));
    assert_eq!(place_of(&at("map"), "nev.svg", false), at("map"));
    assert_eq!(place_of(folder.path(), "nev.svg", false), at("nev.svg"));
}
