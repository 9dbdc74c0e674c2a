//! Whether the agreement of a row ended: by its status, a remark, its section or
//! its looks.

use suoji_model::{Cell, Value};

use super::{PROJECT_NAME, unsigned, void};
use crate::cells::null;
use crate::cells::text::{tidy, tight};
use crate::ledger::columns::Mapped;
use crate::ledger::line::Line;
use crate::ledger::rows::legend;
use crate::ledger::words::{Role, target};
use crate::problem::Level;
use crate::table::Target;

const VOIDED: Target = target("agreement", "voided");

/// What says in words that it ended, with the column that does; a section has
/// none.
type Said<'a> = (Option<&'a Mapped>, void::Voiding);

/// Void or not, by the status column, else by a remark.
pub(super) fn told(line: &mut Line<'_>) {
    let note = line.column_of(target("agreement", "note"));
    let remark = note.map(|column| line.raw(column).display());
    let remark = remark.unwrap_or_default();
    let found = by_words(line, &remark);
    let by_status = by_status(line);
    let own = match line.get(VOIDED) {
        Cell::Known(Value::Flag(flag), _) => Some(*flag),
        _ => None,
    };
    let looks = Looks::of(line);
    let explained = explains_end(line).then_some(true);
    let resumed = void::is_resumed(&remark).then_some(false);
    let marked = looks.says_void.then_some(true);
    let said = own.or(by_status).or(explained).or(marked).or(resumed);
    let is_void = said.unwrap_or(found.is_some());
    if said.is_some() || is_void {
        line.set(VOIDED, Value::Flag(is_void));
    }
    match is_void {
        true => is_over(line, found),
        false => ask(line, looks, said.is_some()),
    }
}

/// What is said in a remark, else in the section. How the project gets on may
/// say it too, and so may a bare word under a heading that nobody knows.
fn by_words<'a>(line: &Line<'a>, remark: &str) -> Option<Said<'a>> {
    let by_note = || {
        let note = line.column_of(target("agreement", "note"));
        Some((note, void::by_remark(remark)?))
    };
    let by_section = || {
        let section = line.section.as_deref().unwrap_or_default();
        let mut parts = section.rsplit(" ▸ ");
        Some((None, parts.find_map(void::by_remark)?))
    };
    let by_progress = || {
        line.frame.columns.iter().find_map(|column| {
            let text = line.raw(column).display();
            let tells = match column.role {
                Some(role) => role == Role::Append(target("project", "note")),
                None => tight(&text).chars().count() <= MOST_BARE,
            };
            let found = tells.then(|| void::by_remark(&text))??;
            Some((Some(column), found))
        })
    };
    by_note().or_else(by_section).or_else(by_progress)
}

/// What the status column says; it is reported where it says neither.
fn by_status(line: &mut Line<'_>) -> Option<bool> {
    let column = line.column(Role::Status)?;
    let raw = line.raw(column);
    if null::read(raw).is_some() {
        return None;
    }
    let text = raw.display();
    let said = void::by_status(&text);
    if said.is_none() && unsigned::stage_in(&text).is_none() {
        line.report(Some(column), Some(VOIDED), "choice_unknown", Level::Must);
    }
    said
}

/// How the name of a row's project looks.
struct Looks {
    struck: bool,
    /// The question about its colour, where one is to be asked.
    asks: Option<String>,
    /// Whether a person, or the sheet's legend, said that such rows are void.
    says_void: bool,
}

impl Looks {
    fn of(line: &Line<'_>) -> Self {
        let look = line.column_of(PROJECT_NAME).and_then(|column| {
            let looks = &line.frame.sheet.looks;
            looks.get(&(line.row.number, column.number)).copied()
        });
        let answer = |key: &str| line.frame.answers.get(key).map(String::as_str);
        let struck = look.is_some_and(|look| look.struck);
        let colour = look.and_then(|look| legend::colour(&look)).map(legend::key);
        let ink = look.and_then(|look| legend::ink(&look));
        let ink = ink.map(legend::key_of_ink);
        let coloured = colour.as_deref().and_then(answer);
        let inked = ink.as_deref().and_then(answer);
        let is_struck_out = struck && answer(legend::STRUCK) == Some("void");
        Self {
            struck,
            says_void: is_struck_out || [coloured, inked].contains(&Some("void")),
            asks: colour.filter(|key| answer(key) == Some("ask")),
        }
    }
}

/// Asks what the looks of a row that holds may mean.
fn ask(line: &mut Line<'_>, looks: Looks, is_said: bool) {
    let name = line.column_of(PROJECT_NAME);
    if looks.struck && !line.frame.answers.contains_key(legend::STRUCK) {
        line.report(name, Some(VOIDED), "struck_through", Level::Must);
    } else if let Some(key) = looks.asks.filter(|_| !is_said) {
        line.report(name, Some(VOIDED), "row_coloured", Level::Should);
        if let Some(problem) = line.problems.last_mut() {
            problem.raw = key;
        }
    }
}

/// The agreement is over, as was said in words or otherwise.
fn is_over(line: &mut Line<'_>, found: Option<Said<'_>>) {
    line.uncounted.get_or_insert("voided");
    let name = line.column_of(PROJECT_NAME);
    let place = match &found {
        // What a section says is said of the project.
        Some((column, _)) => column.or(name),
        None => line.column(Role::Status).or(name),
    };
    line.report(place, Some(VOIDED), "voided", Level::Must);
    let Some((_, found)) = found else {
        return;
    };
    line.set(
        target("agreement", "void_reason"),
        Value::Text(tidy(&found.reason, false)),
    );
    if let Some(date) = found.date {
        line.set(target("agreement", "void_date"), Value::Date(date));
    }
}

/// Whether the row says in a column of its own why or when it ended.
fn explains_end(line: &Line<'_>) -> bool {
    ["void_reason", "void_date"]
        .iter()
        .any(|field| matches!(line.get(target("agreement", field)), Cell::Known(..)))
}

/// Characters of a text that says nothing but that an agreement ended.
const MOST_BARE: usize = 5;
