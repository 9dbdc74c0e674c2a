//! What a file does not say and a person can: asked once per column, under a
//! key that is the same for the next file.

use std::collections::{BTreeMap, BTreeSet};

use suoji_model::{Cell, Currency, Precision, Shape, Value};

use crate::cells::rate;
use crate::ledger::choose::Guess;
use crate::ledger::columns::Mapped;
use crate::ledger::given::Refused;
use crate::ledger::given::year;
use crate::ledger::heads::Head;
use crate::ledger::kinds::Ledger;
use crate::ledger::money;
use crate::ledger::words::{Role, field};
use crate::options::Answers;
use crate::problem::{Level, Problem};
use crate::table::{LedgerRow, Question, Table, Target};

/// The role that 总投资 may have in a signing ledger instead of its own.
pub(super) const CONTRACT_TOTAL: Role = field("agreement", "contract_total");
const CONTRACT_CAPITAL: Role = field("agreement", "contract_capital");
const PROJECT_TOTAL: Role = field("project", "total_investment");

/// The key of what is asked of a column.
pub(super) fn key(what: &str, ledger: &Ledger, head: &str) -> String {
    format!("{what}:{}:{head}", ledger.name)
}

/// The key of the year that a file is of, which the next one must not have.
pub(super) fn year_key(file: &str) -> String {
    format!("year:{file}")
}

/// Answers given for a file that say no year and no rate.
pub(super) fn unreadable(answers: &Answers, file: &str) -> Vec<Refused> {
    let (year, rate) = (year_key(file), format!("rate:{file}:"));
    let is_read = |key: &str, answer: &str| match key.strip_prefix(&rate) {
        Some(code) => Currency::parse(code).is_none_or(|of| rate::answered(answer, of).is_some()),
        None => key != year || year::year_in(answer).is_some(),
    };
    let unread = answers.iter().filter(|(key, said)| !is_read(key, said));
    unread
        .map(|(_, said)| (None, "answer_unreadable", said.clone()))
        .collect()
}

/// The key of what a currency is worth in a file, whose days another file does
/// not share.
pub(super) fn rate_key(file: &str, currency: Currency) -> String {
    format!("rate:{file}:{}", currency.code())
}

/// What 总投资 was said to be in a signing ledger without a contract total.
pub(super) fn told_total(
    ledger: &Ledger,
    head: &Head,
    role: Role,
    answers: &Answers,
) -> Option<Role> {
    if ledger.name != "signing" || role != PROJECT_TOTAL && !is_bare(role, &head.key()) {
        return None;
    }
    let told = answers.get(&key("field", ledger, &head.key()))?;
    Target::parse(told).map(Role::Field)
}

/// Whether a heading says of an amount nothing but that it is one.
fn is_bare(role: Role, head: &str) -> bool {
    role == CONTRACT_TOTAL && matches!(head, "金额" | "总额")
}

/// Reasons that are asked of a column, with what is asked and the answers.
const ASKED: &[(&str, &str, &[&str])] = &[
    (
        "amount_unit_unknown",
        "unit",
        &["元", "万元", "亿元", "万美元"],
    ),
    ("area_unit_unknown", "unit", &["㎡", "亩", "公顷", "万㎡"]),
    (
        "currency_unknown",
        "currency",
        &["人民币", "美元", "欧元", "港元"],
    ),
    ("kilo_ambiguous", "kilo", &["7", "6", "3"]),
    ("small_number_ambiguous", "small", &["heading", "yuan"]),
    ("month_number_ambiguous", "month", &["1", "10"]),
    ("year_unknown", "year", &[]),
    ("column_rate_missing", "rate", &[]),
    ("rest_is_let", "rest", &["let", "other"]),
];

/// Answers that are supposed while nobody gives one.
const SUPPOSED: &[(&str, &str)] = &[("rest_is_let", "let")];

/// Questions while a table is read.
#[derive(Default)]
pub(super) struct Asked {
    /// Columns of which it was said that their days lack the year.
    yearless: BTreeSet<String>,
    found: BTreeMap<String, Ask>,
}

struct Ask {
    question: Question,
    /// The first problem that raised it, when the rows do not keep theirs.
    problem: Option<Problem>,
}

impl Asked {
    /// Takes what is asked once out of a row's problems.
    pub(super) fn row(
        &mut self,
        ledger: &'static Ledger,
        columns: &[Mapped],
        file: &str,
        row: &mut LedgerRow,
    ) {
        if row.problems.is_empty() {
            return;
        }
        self.once(row);
        let mut taken = Vec::new();
        for (index, problem) in row.problems.iter().enumerate() {
            let column = columns
                .iter()
                .find(|one| one.column.letter == problem.column);
            let head = column.map_or("", |column| column.head.as_str());
            let asked = ASKED.iter().find(|(reason, ..)| {
                // Only a month that nothing tells is asked for.
                *reason == problem.reason
                    && (*reason != "month_number_ambiguous" || problem.level == Level::Must)
            });
            if let Some((_, what, choices)) = asked {
                let key = match *what {
                    "year" => year_key(file),
                    "rate" => match column.and_then(money::of_heading) {
                        Some(currency) => rate_key(file, currency),
                        None => key("rate", ledger, head),
                    },
                    what => key(what, ledger, head),
                };
                let choices = choices.iter().map(|one| (*one).to_owned()).collect();
                self.note(key, problem, column, choices, true);
                taken.push(index);
            } else if let Some((key, choices)) = kept(ledger, problem) {
                self.note(key, problem, column, choices, false);
            }
        }
        for index in taken.into_iter().rev() {
            row.problems.remove(index);
        }
    }

    /// That whole days take their year from elsewhere is said of a column's
    /// first; of all others it would only be noise.
    fn once(&mut self, row: &mut LedgerRow) {
        let cells = &row.cells;
        let is_day = |problem: &Problem| {
            let cell = problem.field.and_then(|field| cells.get(&field));
            matches!(cell, Some(Cell::Known(Value::Date(date), None))
                if date.precision() == Precision::Day)
        };
        row.problems.retain(|problem| {
            let again = problem.reason == "vague_date" && is_day(problem);
            !again || self.yearless.insert(problem.column.clone())
        });
    }

    fn note(
        &mut self,
        key: String,
        problem: &Problem,
        column: Option<&Mapped>,
        choices: Vec<String>,
        once: bool,
    ) {
        let ask = self.found.entry(key.clone()).or_insert_with(|| Ask {
            question: Question {
                key,
                reason: problem.reason,
                sheet: problem.sheet.clone(),
                column: problem.column.clone(),
                head: column
                    .map(|column| shown_head(problem, column))
                    .unwrap_or_default(),
                choices,
                supposed: supposed(problem.reason),
                rows: 0,
                examples: Vec::new(),
            },
            problem: once.then(|| problem.clone()),
        });
        ask.question.rows += 1;
        let examples = &mut ask.question.examples;
        if examples.len() < 3 && !examples.contains(&problem.raw) {
            examples.push(problem.raw.clone());
        }
    }

    /// The questions, and one problem for each that the rows no longer name.
    pub(super) fn finish(self, header: u32) -> (Vec<Question>, Vec<Problem>) {
        let (mut questions, mut problems) = (Vec::new(), Vec::new());
        for (_, Ask { question, problem }) in self.found {
            problems.extend(problem.map(|problem| Problem {
                row: if question.rows > 1 {
                    header
                } else {
                    problem.row
                },
                ..problem
            }));
            questions.push(question);
        }
        (questions, problems)
    }
}

fn supposed(reason: &str) -> Option<String> {
    let found = SUPPOSED.iter().find(|(one, _)| *one == reason);
    found.map(|(_, answer)| (*answer).to_owned())
}

/// The heading as a question shows it: one about a rate names the currency that
/// only a line above the headings does.
fn shown_head(problem: &Problem, column: &Mapped) -> String {
    let head = &column.column.head;
    let is_of_rate = problem.reason == "column_rate_missing";
    match money::of_heading(column).filter(|_| is_of_rate && column.borrowed) {
        Some(currency) => format!("{head}（{}）", currency.code()),
        None => head.clone(),
    }
}

/// Problems that stay with their row and are a question as well.
fn kept(ledger: &Ledger, problem: &Problem) -> Option<(String, Vec<String>)> {
    let words = |words: &[&str]| words.iter().map(|one| (*one).to_owned()).collect();
    match problem.reason {
        "struck_through" if ledger.name == "signing" => {
            Some(("struck:signing".to_owned(), words(&["void", "keep"])))
        }
        "row_coloured" => Some((problem.raw.clone(), words(&["void", "keep"]))),
        "colour_unknown" => Some((problem.raw.clone(), words(&["red", "yellow", "green"]))),
        "choice_unknown" | "agreement_type_unknown" => {
            let target = problem.field?;
            let Shape::Choice(choices) = target.declared()?.shape else {
                return None;
            };
            let text = crate::cells::text::tidy(&problem.raw, false);
            let known = !text.is_empty() && ledger.kinds.iter().any(|one| one.name == target.kind);
            known.then(|| (format!("choice:{}:{text}", target.dotted()), words(choices)))
        }
        _ => None,
    }
}

/// Which ledger a table is.
pub(super) fn of_ledger(table: &Table, guess: Guess) -> Question {
    Question {
        key: guess.key,
        reason: "ledger_unknown",
        sheet: table.sheet.clone(),
        column: String::new(),
        head: table.heads.join("、"),
        choices: guess.choices.into_iter().map(str::to_owned).collect(),
        supposed: Some(table.ledger.to_owned()),
        rows: table.read,
        examples: Vec::new(),
    }
}

/// What the headings leave open.
pub(super) fn of_headings(
    ledger: &'static Ledger,
    sheet: &str,
    columns: &[Mapped],
    answers: &Answers,
) -> Vec<Question> {
    let has = |role: Role| columns.iter().any(|one| one.role == Some(role));
    if ledger.name != "signing" {
        return Vec::new();
    }
    let open = columns.iter().filter(|one| {
        let bare = is_bare(CONTRACT_TOTAL, &one.head);
        one.role == Some(PROJECT_TOTAL) && !has(CONTRACT_TOTAL)
            || bare && one.role == Some(CONTRACT_TOTAL) && !has(CONTRACT_CAPITAL)
    });
    let asked = open.filter_map(|column| {
        let key = key("field", ledger, &column.head);
        let (reason, choices) = match column.role == Some(PROJECT_TOTAL) {
            true => ("total_ambiguous", &[PROJECT_TOTAL, CONTRACT_TOTAL]),
            false => ("amount_ambiguous", &[CONTRACT_TOTAL, CONTRACT_CAPITAL]),
        };
        (!answers.contains_key(&key)).then(|| Question {
            key,
            reason,
            sheet: sheet.to_owned(),
            column: column.column.letter.clone(),
            head: column.column.head.clone(),
            choices: choices
                .iter()
                .filter_map(|role| match role {
                    Role::Field(target) => Some(target.dotted()),
                    _ => None,
                })
                .collect(),
            supposed: column.target().map(|target| target.dotted()),
            rows: 0,
            examples: Vec::new(),
        })
    });
    asked.collect()
}
