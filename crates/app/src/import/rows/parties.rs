//! Whom a row names: the enterprise, its contact, the project.

use serde_json::json;
use suoji_exchange::Level;
use suoji_model::kinds::{CONTACT, ENTERPRISE, PROJECT};
use suoji_model::log::Values;
use uuid::Uuid;

use super::super::cells::{cell_text, insert, own, text, with_references};
use super::super::likeness;
use super::{Reading, doubt, links, meant, works};
use crate::contract::OnDuplicate;

/// The reason given to a row whose project may repeat another.
const DUPLICATE: &str = "duplicate_project";

/// The reason given to a row that says what an earlier state of the file said
/// of a project by another name.
const RENAMED: &str = "row_renamed";

/// What became of the row's project.
pub(super) enum Named {
    /// This one.
    Project(Uuid),
    /// The row names none.
    Nobody,
    /// It may repeat one, and such rows are left out.
    Skipped,
}

/// The enterprise of the row's own columns: by code, else by name.
pub(super) fn enterprise(reading: &mut Reading<'_>) -> Option<Uuid> {
    let values = own(reading.row, &ENTERPRISE);
    let name = text(&values, "name")?;
    let register = &reading.planner.register;
    let code = text(&values, "uscc");
    let by_code = code.and_then(|code| register.find("enterprise", "uscc", &code));
    // One that is there under its former name is the same.
    let former = values.get("aliases").and_then(|names| names.as_array());
    let mut former = former
        .into_iter()
        .flatten()
        .filter_map(|name| name.as_str());
    let by_former = || former.find_map(|name| register.find("enterprise", "name", name));
    let known = by_code
        .or_else(|| register.find("enterprise", "name", &name))
        .or_else(by_former);
    let raw = reading.raw("enterprise");
    Some(match known {
        Some(id) => {
            let mut told = values;
            // A company found by its code or former name keeps the name it has.
            told.remove("name");
            also_called_now(reading, id, &name, &mut told);
            reading.planner.tell(&ENTERPRISE, id, told, raw);
            id
        }
        None => reading.planner.create(&ENTERPRISE, values, raw),
    })
}

/// The enterprises that are called like the one a row of `kind` names.
pub(super) fn alike(reading: &Reading<'_>, kind: &str) -> Vec<Uuid> {
    let name = enterprise_name(reading, kind);
    let register = &reading.planner.register;
    let alike = name.map(|name| register.alike("enterprise", name));
    alike.into_iter().flatten().copied().collect()
}

/// What a row of `kind` calls the enterprise.
pub(super) fn enterprise_name<'r>(reading: &Reading<'r>, kind: &str) -> Option<&'r str> {
    reading.row.cells.iter().find_map(|(target, cell)| {
        let of_row = target.kind == kind && target.field == "enterprise";
        let own = (target.kind, target.field) == ("enterprise", "name");
        cell.as_text().filter(|_| of_row || own)
    })
}

/// A company that a row names with its former names, one of which is its own
/// here, is called so too.
fn also_called_now(reading: &Reading<'_>, id: Uuid, name: &str, told: &mut Values) {
    let Some(former) = told.remove("aliases") else {
        return;
    };
    let planner = &reading.planner;
    let own = planner.text(id, "name").map(likeness::fold);
    let known = planner.value(id, "aliases").cloned().unwrap_or_default();
    let mut names: Vec<String> = Vec::new();
    let texts = [known, former];
    let texts = texts.iter().filter_map(|one| one.as_array()).flatten();
    let texts = texts.filter_map(|one| one.as_str()).chain([name]);
    for text in texts {
        let is_own = own.as_deref() == Some(likeness::fold(text).as_str());
        if !is_own && !names.iter().any(|one| one == text) {
            names.push(text.to_owned());
        }
    }
    told.insert("aliases".to_owned(), json!(names));
}

/// The contact of that name at that enterprise.
pub(super) fn contact(reading: &mut Reading<'_>, party: Option<Uuid>) -> Option<Uuid> {
    let mut values = own(reading.row, &CONTACT);
    let name = text(&values, "name")?;
    insert(&mut values, "enterprise", party);
    let known = party.and_then(|party| contact_of(reading, party, &name));
    let raw = reading.raw("contact");
    Some(match known {
        Some(id) => {
            reading.planner.tell(&CONTACT, id, values, raw);
            id
        }
        None => reading.planner.create(&CONTACT, values, raw),
    })
}

/// The contact of a firm who is called so.
pub(super) fn contact_of(reading: &Reading<'_>, firm: Uuid, name: &str) -> Option<Uuid> {
    let contacts = reading.planner.children("contact", firm);
    contacts.into_iter().find(|id| {
        let called = reading.planner.text(*id, "name");
        called.is_some_and(|called| likeness::fold(called) == likeness::fold(name))
    })
}

/// The project: by number, else by name. A new one that may be another is
/// kept for review and not counted until somebody decides.
pub(super) fn project(
    reading: &mut Reading<'_>,
    party: Option<Uuid>,
    stage: Option<&str>,
) -> Named {
    let mut values = with_references(reading.planner, reading.row, &PROJECT, &["investor"]);
    insert(&mut values, "investor", party);
    links::put_on_map(reading, &mut values);
    let Some(name) = text(&values, "name") else {
        return Named::Nobody;
    };
    let raw = reading.raw("project");
    if let Some(id) = known(reading, &values, &name, party) {
        let numbers = (own_number(&values), number_of(reading, id));
        if numbers.0.is_some() && numbers.1.is_some() && numbers.0 != numbers.1 {
            // Another office's number is not the project's own.
            values.remove("project_no");
        }
        let mut others = reading.planner.register.names_of(id).iter().skip(1);
        if others.any(|alias| likeness::fold(alias) == likeness::fold(&name)) {
            // A project found by its other name keeps its own, and its number.
            values.remove("name");
            values.remove("project_no");
        }
        if is_of_supplement(reading, id) && values.remove(TOTAL).is_some() {
            reading.report("total_of_supplement", Level::Should, name);
        }
        reading.planner.tell(&PROJECT, id, values, raw);
        return Named::Project(id);
    }
    let renamed = reading.planner.left.of(reading.row.row);
    let renamed = renamed.map(|left| (left.project, "L2"));
    let suspect = renamed.or_else(|| like(reading, &values, &name, party));
    if suspect.is_none()
        && let Some((first, reason, matters)) = near_by(reading, &name, party)
    {
        reading.related("project", first, (reason, matters));
    }
    let turned = suspect.filter(|(first, _)| {
        let is_free = reading.planner.text(*first, "suspected_same_as").is_none();
        renamed.is_none() && is_free && works::comes_first(reading, *first)
    });
    if let Some((later, level)) = turned {
        // The one that was signed first counts, though it stands below.
        match reading.is_repeated("project", later, level, (DUPLICATE, Level::Must)) {
            OnDuplicate::Skip if !reading.planner.makes(later) => return Named::Skipped,
            OnDuplicate::Skip | OnDuplicate::Update => {
                also_called(reading, later, &name);
                return Named::Project(later);
            }
            decision => {
                insert_stage(&mut values, stage);
                let id = reading.planner.create(&PROJECT, values, raw);
                reading.is_repeated_by(&PROJECT, later, id, decision);
                return Named::Project(id);
            }
        }
    }
    if let Some((first, level)) = suspect {
        let reason = if renamed.is_some() {
            RENAMED
        } else {
            DUPLICATE
        };
        match reading.suspect("project", first, level, (reason, Level::Must)) {
            OnDuplicate::Skip => return Named::Skipped,
            // The name that the file made and corrects now.
            OnDuplicate::Update if renamed.is_some() && reading.is_of_file(first) => {
                reading.planner.tell(&PROJECT, first, values, raw);
                return Named::Project(first);
            }
            OnDuplicate::Update => {
                also_called(reading, first, &name);
                return Named::Project(first);
            }
            decision => doubt(&mut values, first, decision),
        }
    }
    insert_stage(&mut values, stage);
    Named::Project(reading.planner.create(&PROJECT, values, raw))
}

fn insert_stage(values: &mut Values, stage: Option<&str>) {
    if let Some(stage) = stage {
        values.insert("stage".to_owned(), json!(stage));
    }
}

/// What the whole project costs.
const TOTAL: &str = "total_investment";

/// Whether the row is of a supplement to what another row signed: what it
/// adds is not the whole of the project.
fn is_of_supplement(reading: &Reading<'_>, project: Uuid) -> bool {
    let typed = cell_text(reading.row, "agreement", "agreement_type");
    typed == Some("supplement") && !reading.made_here(project)
}

/// Keeps the name of a row that was decided to be of this project, so that the
/// next file's row is found by it.
fn also_called(reading: &mut Reading<'_>, project: Uuid, name: &str) {
    let names = reading.planner.register.names_of(project);
    let own = likeness::fold(name);
    if names.iter().any(|known| likeness::fold(known) == own) {
        return;
    }
    let mut aliases: Vec<String> = names.iter().skip(1).cloned().collect();
    aliases.push(name.to_owned());
    let told = Values::from_iter([("aliases".to_owned(), json!(aliases))]);
    let raw = reading.raw("project");
    reading.planner.tell(&PROJECT, project, told, raw);
}

/// The number by which a row calls its project; the numbers of lines in one
/// ledger are those of other projects in the next.
fn own_number(values: &Values) -> Option<String> {
    text(values, "project_no").filter(|number| !likeness::is_ordinal(number))
}

/// The number of a project that is known.
fn number_of(reading: &Reading<'_>, project: Uuid) -> Option<String> {
    let place = reading.planner.register.place(project)?;
    let number = place.project_no.as_deref()?;
    (!likeness::is_ordinal(number)).then(|| number.to_owned())
}

/// The project that the row means: the one of its number; else the one of
/// its name, unless that has another number or another investor; else the one
/// that an earlier state of this row made.
fn known(reading: &Reading<'_>, values: &Values, name: &str, party: Option<Uuid>) -> Option<Uuid> {
    let register = &reading.planner.register;
    let number = own_number(values);
    // A number that another firm's project of another name has was given twice.
    let by_number = number.as_deref().and_then(|number| {
        register.projects_numbered(number).find(|id| {
            let investor = register.place(*id).and_then(|place| place.investor);
            let mut names = register.names_of(*id).iter();
            party.is_none()
                || investor.is_none()
                || investor == party
                || names.any(|own| likeness::near(own, name))
        })
    });
    let same_number = |id: &Uuid| {
        let own = register
            .place(*id)
            .and_then(|place| place.project_no.as_deref())
            .filter(|own| !likeness::is_ordinal(own));
        number.is_none() || own.is_none() || own == number.as_deref()
    };
    let fits = |id: &Uuid| {
        let investor = register.place(*id).and_then(|place| place.investor);
        let other_party = party.is_some() && investor.is_some() && investor != party;
        same_number(id) && !other_party
    };
    let is_of_party = |id: &Uuid| {
        let investor = register.place(*id).and_then(|place| place.investor);
        party.is_some() && investor == party
    };
    let is_elsewhere =
        |id: &Uuid| !reading.planner.makes(*id) && !works::is_of_earlier_state(reading, *id);
    // A project of the same name with another number or investor is another,
    // unless somebody said that it is called so too.
    let is_alias = |id: &Uuid| {
        let mut others = register.names_of(*id).iter().skip(1);
        others.any(|alias| likeness::fold(alias) == likeness::fold(name))
    };
    let by_name = || {
        let says_other = |id: &Uuid| works::says_other_firm(reading, *id, values, None);
        let is_other = |id: &Uuid| works::is_of_other_firm(reading, *id, values, None);
        let called = || register.projects_called(name);
        // Of two that are called so, the one with this very contract, which
        // another office may number otherwise.
        let signed = called().filter(|id| works::has_signed(reading, *id));
        let mut signed = signed.filter(|id| fits(id) || is_of_party(id) && is_elsewhere(id));
        let signed = signed.next();
        let own = || called().find(|id| is_alias(id) || fits(id) && !says_other(id));
        let other = || called().find(|id| fits(id) && !is_other(id));
        // The firm's name was put right.
        let is_respelt = |id: &Uuid| same_number(id) && works::is_respelt(reading, *id, values);
        let respelt = || called().find(is_respelt);
        signed.or_else(own).or_else(other).or_else(respelt)
    };
    let by_row = || {
        let projects = register.projects_of(party?);
        let mut projects = projects.iter().copied();
        projects.find(|id| fits(id) && reading.made_here(*id) && is_corrected(reading, *id, name))
    };
    let by_place = || {
        let left = reading.planner.left.of(reading.row.row)?;
        let made_here = reading.made_here(left.project) && reading.made_here(left.listing);
        let mut names = register.names_of(left.project).iter();
        // Sorted otherwise, its contract is the very one.
        let mut is_moved = || {
            reading.is_of_file(left.listing)
                && works::has_signed(reading, left.project)
                && names.any(|own| likeness::near(own, name))
        };
        (made_here || is_moved()).then_some(left.project)
    };
    by_number.or_else(by_name).or_else(by_row).or_else(by_place)
}

/// What is left of a row in which a project's name was corrected.
const LEFT: [&str; 3] = ["sign_date", "contract_total", "contract_capital"];

/// Whether a row that stands where the project's did is that row with another
/// name: the names are alike, or what was signed is. Another project of the
/// same firm may stand there now.
fn is_corrected(reading: &Reading<'_>, project: Uuid, name: &str) -> bool {
    let planner = &reading.planner;
    let mut names = planner.register.names_of(project).iter();
    let is_left = |agreement: &Uuid| {
        LEFT.iter().any(|field| {
            let said = meant::said(reading.row, "agreement", field);
            said.is_some() && said.as_ref() == planner.value(*agreement, field)
        })
    };
    names.any(|own| likeness::near(own, name))
        || planner.children("agreement", project).iter().any(is_left)
}

/// A project that the row's new one may repeat, with how sure that is.
fn like(
    reading: &Reading<'_>,
    values: &Values,
    name: &str,
    party: Option<Uuid>,
) -> Option<(Uuid, &'static str)> {
    let register = &reading.planner.register;
    // L1: the same code on the approval platform, or the same number.
    let code = text(values, "approval_code");
    let by_code = code.and_then(|code| register.find("project", "approval_code", &code));
    let number = own_number(values);
    let by_number = || {
        let mut numbered = register.projects_numbered(number.as_deref()?);
        numbered.find(|id| {
            let firms = party.zip(register.place(*id).and_then(|place| place.investor));
            let are_two = firms.is_some_and(|(one, other)| one != other);
            !are_two || !works::is_numbered_anew(reading, *id, name)
        })
    };
    if let Some(id) = by_code.or_else(by_number) {
        return Some((id, "L1"));
    }
    // L2: the row says that it is called so too.
    let aliases = values.get("aliases").and_then(|value| value.as_array());
    let mut aliases = aliases.into_iter().flatten().filter_map(|one| one.as_str());
    if let Some(id) = aliases.find_map(|alias| register.find("project", "name", alias)) {
        return Some((id, "L2"));
    }
    // L2: the same investor, under this name or another, in the same segment.
    let segment = (text(values, "chain"), text(values, "chain_node"));
    let firm = cell_text(reading.row, "enterprise", "name");
    let parties = party.into_iter().chain(firm.into_iter().flat_map(|name| {
        let alike = register.alike("enterprise", name);
        alike.iter().copied()
    }));
    let by_party = parties.flat_map(|party| register.projects_of(party).iter().copied());
    let by_party = by_party.chain(firm.into_iter().flat_map(|name| {
        let theirs = register.projects_to_be_of(name);
        theirs.iter().copied()
    }));
    // What is not known of a segment is not the same; then the name decides.
    let known = segment.0.is_some() && segment.1.is_some();
    let mut repeated = by_party.filter(|id| {
        let place = register.place(*id);
        let same = known && place.is_some_and(|place| place.is_in(&segment));
        let mut names = register.names_of(*id).iter();
        let is_alike = same || names.any(|other| likeness::near(name, other));
        // A ceremony's list may call it by another name altogether.
        let is_signed_again = || {
            let mut names = register.names_of(*id).iter();
            !reading.planner.makes(*id)
                && !works::is_of_earlier_state(reading, *id)
                && !names.any(|other| suoji_exchange::are_phases(name, other))
                && (works::signs_the_same(reading, *id)
                    || works::has_signed(reading, *id) && !works::is_listed_too(reading, *id))
        };
        (is_alike || is_signed_again()) && !works::is_other(reading, *id, name)
    });
    if let Some(id) = repeated.next() {
        return Some((id, "L2"));
    }
    // L3: the same name but for words that every project has.
    let is_other = |id: &Uuid| {
        works::is_of_other_firm(reading, *id, values, party) || works::is_other(reading, *id, name)
    };
    let is_phase = |id: &Uuid| {
        let mut names = register.names_of(*id).iter();
        names.any(|other| suoji_exchange::are_phases(name, other))
    };
    let mut alike = register.alike("project", name).iter().copied();
    let alike = alike.find(|id| !is_phase(id) && !is_other(id));
    let mut by_name = register.projects_called(name);
    if let Some(id) = by_name.find(|id| !is_other(id)).or(alike) {
        return Some((id, "L3"));
    }
    // L4: another enterprise with the same telephone, or of the same group,
    // and a project with a name like this.
    let mut around = around(reading, party);
    let near = around.find(|(id, _)| {
        let names = register.names_of(*id);
        names.iter().any(|other| likeness::near(name, other)) && !is_other(id)
    });
    near.map(|(id, _)| (id, "L4"))
}

/// The projects of other enterprises that have the row's telephone number or
/// belong to the same group, with how that was noticed. A number that many
/// share, such as an office's own, says nothing.
fn around<'r>(
    reading: &'r Reading<'_>,
    party: Option<Uuid>,
) -> impl Iterator<Item = (Uuid, &'static str)> + use<'r> {
    let register = &reading.planner.register;
    let by_phone = likeness::phones(reading.row)
        .map(|phone| register.firms_of(&phone))
        .filter(|firms| firms.len() <= MOST_FIRMS)
        .flat_map(|firms| firms.iter().copied())
        .map(|firm| (firm, "same_contact"));
    let by_group = party
        .into_iter()
        .flat_map(|party| register.siblings(party))
        .map(|firm| (firm, "same_group"));
    by_phone
        .chain(by_group)
        .filter(move |(firm, _)| Some(*firm) != party)
        .flat_map(|(firm, why)| register.projects_of(firm).iter().map(move |id| (*id, why)))
}

/// A project around the row's that is likened to it by too little to leave it
/// uncounted: the firm's of the very amounts, another firm's of that name, or
/// one of a firm around.
fn near_by(
    reading: &Reading<'_>,
    name: &str,
    party: Option<Uuid>,
) -> Option<(Uuid, &'static str, Level)> {
    let register = &reading.planner.register;
    let own = party.map_or(&[][..], |party| register.projects_of(party));
    let mut own = own.iter().copied();
    let same = own.find(|id| works::signs_the_same(reading, *id));
    let same = same.map(|id| (id, "same_amounts", Level::Should));
    let called = || register.projects_called(name).next();
    let called = || called().map(|id| (id, "same_name", Level::Info));
    let around = || around(reading, party).next();
    let around = || around().map(|(id, why)| (id, why, Level::Info));
    same.or_else(called).or_else(around)
}

/// Enterprises that may have one telephone number for it to mean anything.
pub(super) const MOST_FIRMS: usize = 2;

/// Says that a row told of a project twice within one ledger.
pub(super) fn listed_again(reading: &mut Reading<'_>, of: Uuid) {
    let name = reading
        .planner
        .text(of, "name")
        .unwrap_or_default()
        .to_owned();
    reading.report("listed_again", Level::Should, name);
}
