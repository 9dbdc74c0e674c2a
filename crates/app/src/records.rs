//! One record: reading, making, editing, the recycle bin.

use std::collections::{BTreeMap, HashMap};

use suoji_model::log::{Intent, Values};
use suoji_model::{Kind, Shape, uscc};
use suoji_store::{Batch, Desk, Write};
use uuid::Uuid;

use crate::app::App;
use crate::contract::*;
use crate::desks::me;
use crate::fault::{Code, Fault};
use crate::{kinds, time, titles};

impl App {
    /// A record in full.
    pub(crate) async fn record(&self, request: RecordRequest) -> Result<RecordView, Fault> {
        let kind = kinds::find(&request.kind)?;
        let desk = self.desk().await?;
        let record = desk.record(kind, request.id).await?;
        let names = titles::names_of(&desk, kind, [&record.values]).await?;
        let aside = desk.aside(kind, &[record.id]).await?;
        Ok(RecordView {
            kind: request.kind,
            id: record.id,
            title: titles::title(kind, &record.values, &names),
            version: record.version,
            deleted: record.deleted,
            values: record.values,
            names,
            aside: aside.first().map(|(_, why)| Aside::from(*why)),
        })
    }

    /// Makes a record.
    pub(crate) async fn create_record(&self, request: CreateRecord) -> Result<Saved, Fault> {
        let kind = kinds::find(&request.kind)?;
        let mut values = normalise(kind, request.values);
        let first = made_first(kind, &mut values, request.create, &mut Made::new())?;
        let write = Write::create(kind, values);
        self.write_after(Intent::Create, first, write).await
    }

    /// Changes fields of a record.
    pub(crate) async fn edit_record(&self, request: EditRecord) -> Result<Saved, Fault> {
        let kind = kinds::find(&request.kind)?;
        let mut values = normalise(kind, request.values);
        let first = made_first(kind, &mut values, request.create, &mut Made::new())?;
        let write = Write::edit(kind, request.id, request.seen, values);
        self.write_after(Intent::Edit, first, write).await
    }

    /// Moves a record into the recycle bin.
    pub(crate) async fn delete_record(&self, request: DeleteRecord) -> Result<Saved, Fault> {
        let kind = kinds::find(&request.kind)?;
        let write = Write::bin(kind, request.id, request.seen, true);
        self.write(Intent::Delete, write).await
    }

    /// Takes a record out of the recycle bin.
    pub(crate) async fn restore_record(&self, request: RecordRequest) -> Result<Saved, Fault> {
        let kind = kinds::find(&request.kind)?;
        let version = self.desk().await?.record(kind, request.id).await?.version;
        let write = Write::bin(kind, request.id, version, false);
        self.write(Intent::Restore, write).await
    }

    /// What lies in the recycle bin.
    pub(crate) async fn bin(&self, request: BinRequest) -> Result<Bin, Fault> {
        let internal = request.internal.unwrap_or(false);
        let desk = self.desk().await?;
        let mut rows = Vec::new();
        for (kind, id, at, person) in desk.bin().await? {
            if kinds::find(&kind)?.internal && !internal {
                continue;
            }
            rows.push(BinRow {
                title: titles::title_of(&desk, &kind, id).await?,
                kind,
                id,
                deleted_at: time::rfc3339(at),
                person: titles::person(&desk, person).await?,
            });
        }
        Ok(Bin { rows })
    }

    pub(crate) async fn write(&self, intent: Intent, write: Write) -> Result<Saved, Fault> {
        self.write_after(intent, Vec::new(), write).await
    }

    /// Writes a record after those it refers to, as one action.
    async fn write_after(
        &self,
        intent: Intent,
        first: Vec<Write>,
        write: Write,
    ) -> Result<Saved, Fault> {
        let desk = self.desk().await?;
        let (kind, id, set) = (write.kind, write.record, write.set.clone());
        let person = me(&desk).await?;
        let writes = first.into_iter().chain([write]).collect();
        let committed = desk.commit(Batch::new(intent, person, writes)).await?;
        Ok(Saved {
            kind: kind.name.to_owned(),
            id,
            version: version(&desk, kind, id, &committed).await?,
            batch: committed.batch,
            warnings: warnings(kind, &set),
        })
    }
}

/// The records that an action makes, by kind and name.
pub(crate) type Made = HashMap<(&'static str, String), Uuid>;

/// Makes the records that fields of a record are to refer to, and has the
/// fields refer to them; one that this action `made` already is not made
/// again.
pub(crate) fn made_first(
    kind: &'static Kind,
    values: &mut Values,
    create: Option<BTreeMap<String, Values>>,
    made: &mut Made,
) -> Result<Vec<Write>, Fault> {
    let mut first = Vec::new();
    for (field, new) in create.unwrap_or_default() {
        let Some(Shape::Ref(target)) = kind.field(&field).map(|field| field.shape) else {
            return Err(Fault::new(Code::BadRequest).with("detail", "only a reference is made for"));
        };
        let target = kinds::find(target)?;
        let write = Write::create(target, normalise(target, new));
        let name = write.set.get(target.title).map(ToString::to_string);
        let record = name.map_or(write.record, |name| {
            *made.entry((target.name, name)).or_insert(write.record)
        });
        values.insert(field, record.to_string().into());
        if record == write.record {
            first.push(write);
        }
    }
    Ok(first)
}

/// The record's version after a batch, which may not have changed it.
async fn version(
    desk: &Desk,
    kind: &'static Kind,
    id: uuid::Uuid,
    committed: &suoji_store::Committed,
) -> Result<i64, Fault> {
    match committed
        .records
        .iter()
        .find(|(_, record, _)| *record == id)
    {
        Some((_, _, version)) => Ok(*version),
        None => Ok(desk.record(kind, id).await?.version),
    }
}

/// Codes are kept half-width and in capitals.
pub(crate) fn normalise(kind: &Kind, mut values: Values) -> Values {
    for field in kind
        .fields
        .iter()
        .filter(|field| field.shape == Shape::Code)
    {
        if let Some(serde_json::Value::String(code)) = values.get_mut(field.name) {
            *code = uscc::normalise(code);
        }
    }
    values
}

/// What to look at again in values that were accepted.
fn warnings(kind: &Kind, set: &Values) -> Vec<Warning> {
    let codes = kind
        .fields
        .iter()
        .filter(|field| field.shape == Shape::Code);
    codes
        .filter_map(|field| {
            let code = set
                .get(field.name)?
                .as_str()
                .filter(|code| !code.is_empty())?;
            let finding = uscc::check(code).err()?;
            Some(Warning {
                field: field.name.to_owned(),
                code: finding.code().to_owned(),
            })
        })
        .collect()
}
