//! Export templates, kept as records.

use serde_json::json;
use suoji_model::Kind;
use suoji_model::kinds::EXPORT_TEMPLATE;
use suoji_model::log::{Intent, Values};
use suoji_store::{Desk, Query, Record, Write};
use uuid::Uuid;

use super::paths::Fields;
use super::unit::Unit;
use crate::app::App;
use crate::batch::half_named;
use crate::contract::*;
use crate::fault::{Code, Fault};
use crate::kinds;

/// The name under which an unreadable form stands among the problems.
const UNREADABLE: &str = "form";
/// The most columns of a form, and the most rows of its headings.
const MOST_COLUMNS: usize = 200;
const MOST_HEADS: usize = 4;

impl App {
    /// The export templates of a kind, or of all.
    pub(crate) async fn export_templates(
        &self,
        request: ExportTemplatesRequest,
    ) -> Result<ExportTemplates, Fault> {
        let desk = self.desk().await?;
        let fields = Fields::of(&desk).await?;
        let standing = standing(&desk).await?;
        let mut templates: Vec<ExportTemplate> = standing
            .iter()
            .map(|record| template(&fields, record))
            .filter(|one| request.kind.as_ref().is_none_or(|kind| *kind == one.kind))
            .collect();
        templates.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(ExportTemplates { templates })
    }

    /// Makes or changes an export template.
    pub(crate) async fn save_export_template(
        &self,
        request: SaveExportTemplate,
    ) -> Result<Saved, Fault> {
        let kind = kinds::find(&request.kind)?;
        let fields = Fields::of(&*self.desk().await?).await?;
        check(&fields, kind, &request.form)?;
        let text = serde_json::to_string(&request.form)
            .map_err(|error| Fault::new(Code::Internal).with("detail", error.to_string()))?;
        let set = Values::from_iter([
            ("name".to_owned(), json!(request.name)),
            ("of_kind".to_owned(), json!(request.kind)),
            ("form".to_owned(), json!(text)),
        ]);
        let (intent, write) = match (request.id, request.seen) {
            (Some(id), Some(seen)) => (Intent::Edit, Write::edit(&EXPORT_TEMPLATE, id, seen, set)),
            (None, None) => (Intent::Create, Write::create(&EXPORT_TEMPLATE, set)),
            _ => return Err(half_named()),
        };
        self.write(intent, write).await
    }
}

/// Refuses a form that could not be written.
pub(super) fn check(fields: &Fields, kind: &'static Kind, form: &ExportForm) -> Result<(), Fault> {
    let bad = |detail: String| Fault::new(Code::BadRequest).with("detail", detail);
    if form.columns.is_empty() || form.columns.len() > MOST_COLUMNS {
        return Err(bad(format!("{} columns", form.columns.len())));
    }
    for column in &form.columns {
        if column.heads.len() > MOST_HEADS {
            return Err(bad(format!("{} rows of headings", column.heads.len())));
        }
        if column.decimals.is_some_and(|decimals| decimals > 8) {
            return Err(bad("more than 8 decimals".to_owned()));
        }
        // The smallest unit in place of one unknown would be a false amount.
        let shape = column
            .fields
            .first()
            .and_then(|path| fields.find(kind, path));
        if let (Some(shape), Some(unit)) = (shape.map(|path| path.field.shape), &column.unit)
            && !Unit::is_known(shape, unit)
        {
            return Err(bad(format!("no unit {unit}")));
        }
    }
    match lost(fields, kind, form).into_iter().next() {
        Some(lost) => {
            let detail = format!("{}.{lost}", kind.name);
            Err(Fault::new(Code::BadQuery).with("detail", detail))
        }
        None => Ok(()),
    }
}

/// The fields that a form names and the kind has not.
fn lost(fields: &Fields, kind: &'static Kind, form: &ExportForm) -> Vec<String> {
    let own = form.columns.iter().flat_map(|column| &column.fields);
    let by = form.group.iter().map(|group| &group.by);
    own.chain(by)
        .filter(|path| fields.find(kind, path).is_none())
        .cloned()
        .collect()
}

async fn standing(desk: &Desk) -> Result<Vec<Record>, Fault> {
    let query = Query {
        limit: u32::MAX,
        ..Query::default()
    };
    Ok(desk.select(&EXPORT_TEMPLATE, &query).await?.rows)
}

/// The template of that id, or else of that name.
pub(super) async fn find(
    desk: &Desk,
    fields: &Fields,
    kind: &str,
    wanted: &str,
) -> Result<ExportTemplate, Fault> {
    let standing = standing(desk).await?;
    let id = Uuid::parse_str(wanted).ok();
    let all = standing.iter().map(|record| template(fields, record));
    let fits = all.filter(|one| one.kind == kind && !one.form.columns.is_empty());
    let mut fits: Vec<ExportTemplate> = fits.collect();
    match fits
        .iter()
        .position(|one| Some(one.id) == id || one.name == wanted)
    {
        Some(at) => Ok(fits.swap_remove(at)),
        None => {
            let names = fits.iter().map(|one| one.name.as_str());
            Err(Fault::no_such_template(wanted, names))
        }
    }
}

fn template(fields: &Fields, record: &Record) -> ExportTemplate {
    let text = |name: &str| {
        let text = record.values.get(name).and_then(|text| text.as_str());
        text.unwrap_or_default().to_owned()
    };
    let form: Option<ExportForm> = serde_json::from_str(&text("form")).ok();
    let kind = suoji_model::kinds::find(&text("of_kind"));
    let problems = match (&form, kind) {
        (Some(form), Some(kind)) => lost(fields, kind, form),
        _ => vec![UNREADABLE.to_owned()],
    };
    ExportTemplate {
        id: record.id,
        version: record.version,
        kind: text("of_kind"),
        name: text("name"),
        form: form.unwrap_or_default(),
        problems,
    }
}
