//! Rows whose project's name was corrected: an earlier state of the file made
//! a record that no row means any more, and one new row says all else as it
//! does.

use std::collections::{HashMap, HashSet};

use suoji_exchange::{LedgerRow, Target};
use suoji_model::kinds::{AGREEMENT, ENTERPRISE, KEY_PROJECT, PROJECT};
use suoji_model::{Cell, Kind, Shape};
use suoji_store::Running;
use uuid::Uuid;

use super::super::cells::cell_text;
use super::super::likeness;
use super::super::planner::Planner;
use super::super::planner::states::States;
use super::super::resent::is_sheet_again;
use super::super::source::Sheet;
use super::meant;
use crate::fault::Fault;

/// Records of an earlier state that are looked through: those of a longer
/// ledger would be compared with more rows than are known at a time.
const MOST: usize = 2_000;

/// Rows and records that are compared within a block.
const MOST_PAIRS: usize = 40_000;

/// What tells of the name that was corrected, or of no other.
const NAMING: &[(&str, &str)] = &[
    ("project", "name"),
    ("project", "aliases"),
    ("project", "stage"),
    ("key_project", "project"),
];

/// A project and what the ledger listed of it.
#[derive(Debug, Clone, Copy)]
pub(in crate::import) struct Listed {
    pub(super) project: Uuid,
    pub(super) listing: Uuid,
}

/// What earlier states of the file made.
#[derive(Debug, Default)]
pub(in crate::import) struct Left {
    /// The listings, with the sheet of each; none before they were asked for.
    made: Option<Vec<(Uuid, String)>>,
    /// Rows of the block that name what is left by another name.
    by_row: HashMap<u32, Listed>,
}

impl Left {
    /// Whether any row is what an earlier state of the file listed.
    pub(in crate::import) fn is_any(&self) -> bool {
        !self.by_row.is_empty()
    }

    /// What a row is that has a name which nothing of the desk has.
    pub(super) fn of(&self, row: u32) -> Option<Listed> {
        self.by_row.get(&row).copied()
    }
}

/// Finds what the rows of a block are that have names which nothing of the
/// desk has.
pub(in crate::import) async fn find(
    planner: &mut Planner,
    run: &mut Running<'_>,
    sheet: &Sheet<'_>,
) -> Result<(), Fault> {
    planner.left.by_row.clear();
    let kind = match sheet.table.kind {
        "agreement" => &AGREEMENT,
        "key_project" => &KEY_PROJECT,
        _ => return Ok(()),
    };
    let fresh: Vec<&LedgerRow> = sheet
        .table
        .rows
        .iter()
        .filter(|row| !row.rejected && named(row).is_some())
        .filter(|row| meant::project(planner, row).is_none())
        .collect();
    if fresh.is_empty() {
        return Ok(());
    }
    let candidates = candidates(planner, run, sheet, kind).await?;
    let owners: Vec<Owner> = candidates
        .iter()
        .map(|one| Owner::of_project(planner, one.project))
        .collect();
    let mut pairs = 0usize;
    let mut of_rows: Vec<(&LedgerRow, Listed)> = Vec::new();
    for row in fresh {
        let owner = Owner::of_row(row);
        let own = candidates.iter().zip(&owners);
        let own: Vec<&Listed> = own
            .filter(|(_, other)| !owner.is_other(other))
            .map(|(one, _)| one)
            .collect();
        pairs += own.len();
        if pairs > MOST_PAIRS {
            return Ok(());
        }
        let alike = own.into_iter().filter(|one| {
            let place = planner.origin(one.listing).map(|place| place.row);
            is_alike(planner, row, kind, **one, place == Some(row.row))
        });
        if let [one] = alike.collect::<Vec<_>>().as_slice() {
            of_rows.push((row, **one));
        }
    }
    // Of two rows that may be one record, neither is known to be it.
    let mut names = HashMap::<Uuid, HashSet<&str>>::new();
    for (row, one) in &of_rows {
        names.entry(one.project).or_default().extend(named(row));
    }
    of_rows.retain(|(_, one)| {
        names
            .get(&one.project)
            .is_some_and(|names| names.len() == 1)
    });
    let by_row = of_rows.into_iter().map(|(row, one)| (row.row, one));
    planner.left.by_row = by_row.collect();
    Ok(())
}

/// What an earlier state of the sheet listed and no row of the block means.
async fn candidates(
    planner: &mut Planner,
    run: &mut Running<'_>,
    sheet: &Sheet<'_>,
    kind: &'static Kind,
) -> Result<Vec<Listed>, Fault> {
    if planner.left.made.is_none() {
        planner.left.made = Some(listed(run, &planner.states, sheet.file).await?);
    }
    let made = planner.left.made.iter().flatten();
    let here = made.filter(|(id, of)| {
        is_sheet_again(of, (&sheet.table.sheet, sheet.file))
            && !planner.taken.contains(id)
            && !planner.is_meant(*id)
    });
    let ids: Vec<String> = here.map(|(id, _)| id.to_string()).collect();
    let mut listings = run.records_by(kind, "id", ids).await?;
    let project =
        |values: &suoji_model::log::Values| Uuid::parse_str(values.get("project")?.as_str()?).ok();
    listings.retain(|one| {
        project(&one.values).is_some_and(|id| !planner.taken.contains(&id) && !planner.is_meant(id))
    });
    let found: Vec<Listed> = listings
        .iter()
        .filter_map(|one| {
            let (listing, project) = (one.id, project(&one.values)?);
            Some(Listed { project, listing })
        })
        .collect();
    let projects: HashSet<String> = found.iter().map(|one| one.project.to_string()).collect();
    let projects = run.records_by(&PROJECT, "id", projects).await?;
    let firms = projects
        .iter()
        .filter_map(|one| one.values.get("investor")?.as_str());
    let firms: HashSet<String> = firms.map(str::to_owned).collect();
    let firms = run.records_by(&ENTERPRISE, "id", firms).await?;
    planner.register.hold(&projects);
    planner.take(firms);
    planner.take(projects);
    planner.take(listings);
    planner.trace(run).await?;
    Ok(found)
}

/// The listings that earlier states of a file made, with the sheet of each;
/// none when they are too many.
async fn listed(
    run: &mut Running<'_>,
    states: &States,
    file: &str,
) -> Result<Vec<(Uuid, String)>, Fault> {
    let mut all = Vec::new();
    for import in run
        .earlier_imports(|other| states.have(other, file))
        .await?
    {
        let kinds = [AGREEMENT.name, KEY_PROJECT.name];
        let (made, more) = run.made_by(import, kinds, None).await?;
        all.extend(made.into_iter().map(|one| (one.record, one.sheet)));
        if more.is_some() || all.len() > MOST {
            return Ok(Vec::new());
        }
    }
    Ok(all)
}

/// The name that a row gives its project.
fn named(row: &LedgerRow) -> Option<&str> {
    cell_text(row, PROJECT.name, "name")
}

/// Whether a row says what a listing and its project do, whatever it calls
/// that: one of the amounts, at least two things that tell projects apart, a
/// name like it and the same place among them, and no more that is otherwise
/// than the same.
fn is_alike(
    planner: &Planner,
    row: &LedgerRow,
    kind: &'static Kind,
    of: Listed,
    in_place: bool,
) -> bool {
    let mut names = planner.register.names_of(of.project).iter();
    let name = named(row).unwrap_or_default();
    let is_near = names.any(|own| likeness::near(own, name));
    let mut telling = usize::from(is_near) + usize::from(in_place);
    let (mut same, mut other) = (telling, 0usize);
    let mut amounts = Vec::new();
    for (target, cell) in &row.cells {
        let Some((is_same, shape)) = compare(planner, kind, of, *target, cell) else {
            continue;
        };
        if matches!(shape, Shape::Money) {
            amounts.push(is_same);
        }
        match is_same {
            true => {
                same += 1;
                telling += usize::from(tells(&shape));
            }
            false => other += 1,
        }
    }
    let is_of_amount = is_near || amounts.is_empty() || amounts.contains(&true);
    is_of_amount && telling >= 2 && other <= same
}

/// The number and the firm of a project.
struct Owner {
    /// None where it only counts the lines of a ledger.
    number: Option<String>,
    /// What the firm is called.
    firm: Option<String>,
}

impl Owner {
    fn of_project(planner: &Planner, project: Uuid) -> Self {
        let place = planner.register.place(project);
        let firm = place.and_then(|place| planner.text(place.investor?, "name"));
        Self {
            number: own_number(place.and_then(|place| place.project_no.as_deref())),
            firm: firm.map(str::to_owned),
        }
    }

    fn of_row(row: &LedgerRow) -> Self {
        Self {
            number: own_number(cell_text(row, "project", "project_no")),
            firm: cell_text(row, "enterprise", "name").map(str::to_owned),
        }
    }

    /// Whether both have a number or a firm, and not the same. That of the firm
    /// may have been put right.
    fn is_other(&self, of: &Self) -> bool {
        let numbers = self.number.as_ref().zip(of.number.as_ref());
        let firms = self.firm.as_ref().zip(of.firm.as_ref());
        let are_two = |(one, two): (&String, &String)| {
            let is_one = likeness::fold(one) == likeness::fold(two);
            !is_one && !likeness::is_respelt(one, two)
        };
        numbers.is_some_and(|(one, two)| one != two) || firms.is_some_and(are_two)
    }
}

fn own_number(number: Option<&str>) -> Option<String> {
    let own = number.filter(|number| !likeness::is_ordinal(number));
    own.map(likeness::fold)
}

/// Whether two projects seldom have such a value in common.
fn tells(shape: &Shape) -> bool {
    matches!(
        shape,
        Shape::Text { .. } | Shape::Code | Shape::Money | Shape::Area | Shape::Date
    )
}

/// Whether a cell says what stands in the records, and the shape of that;
/// `None` where it is not compared.
fn compare(
    planner: &Planner,
    kind: &'static Kind,
    of: Listed,
    target: Target,
    cell: &Cell,
) -> Option<(bool, Shape)> {
    let field = target.declared().filter(|_| *cell != Cell::Blank)?;
    if NAMING.contains(&(target.kind, target.field)) {
        return None;
    }
    let find = |kind, text: &str| planner.register.find(kind, "name", text);
    if (target.kind, target.field) == ("enterprise", "name") {
        let party = find("enterprise", cell.as_text()?).map(|id| id.to_string());
        let own = planner.text(of.project, "investor");
        let own = own.or_else(|| planner.text(of.listing, "party"));
        let is_same = own.is_some() && own == party.as_deref();
        return Some((is_same, Shape::Ref("enterprise")));
    }
    let record = match target.kind {
        "project" => of.project,
        own if own == kind.name => of.listing,
        _ => return None,
    };
    let stands = planner.value(record, target.field);
    let is_same = match field.shape {
        Shape::Ref(to) => {
            let named = find(to, cell.as_text()?).map(|id| id.to_string());
            named.is_some() && stands.and_then(|value| value.as_str()) == named.as_deref()
        }
        shape => stands == Some(&cell.to_json(&shape)),
    };
    Some((is_same, field.shape))
}
