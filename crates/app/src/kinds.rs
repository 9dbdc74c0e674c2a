//! The declarations as a window needs them.

use std::collections::BTreeSet;

use suoji_model::kinds::{self, EXTRA_FIELD, EXTRA_PREFIX};
use suoji_model::{Field, Kind, Shape, Tree};
use suoji_store::{Desk, Query, Record, Sort};

use crate::app::App;
use crate::contract::{FieldInfo, KindInfo, Kinds, Nothing, ShapeName, TreeName};
use crate::fault::{Code, Fault};

/// The kind of that name, or a fault.
pub(crate) fn find(name: &str) -> Result<&'static Kind, Fault> {
    kinds::find(name).ok_or_else(|| Fault::new(Code::NoSuchKind).with("kind", name))
}

impl App {
    /// Every kind as declared, with the users' extra fields.
    pub(crate) async fn kinds(&self, _: Nothing) -> Result<Kinds, Fault> {
        let extras = extra_fields(&*self.desk().await?).await?;
        let kinds = kinds::ALL.iter().map(|kind| {
            let mut info = kind_info(kind);
            let own = extras
                .iter()
                .filter(|extra| extra.values["of_kind"] == kind.name);
            info.fields.extend(own.filter_map(extra_info));
            info
        });
        Ok(Kinds {
            kinds: kinds.collect(),
        })
    }
}

/// The users' extra fields of all kinds, in their order.
pub(crate) async fn extra_fields(desk: &Desk) -> Result<Vec<Record>, Fault> {
    let query = Query {
        limit: u32::MAX,
        sort: vec![Sort {
            field: "position".to_owned(),
            descending: false,
        }],
        ..Query::default()
    };
    Ok(desk.select(&EXTRA_FIELD, &query).await?.rows)
}

/// The names of a kind's fields, extra ones too.
pub(crate) async fn field_names(desk: &Desk, kind: &Kind) -> Result<BTreeSet<String>, Fault> {
    let extras = extra_fields(desk).await?;
    let own = extras
        .iter()
        .filter(|extra| extra.values["of_kind"] == kind.name)
        .map(|extra| format!("{EXTRA_PREFIX}{}", extra.id));
    let declared = kind.fields.iter().map(|field| field.name.to_owned());
    Ok(declared.chain(own).collect())
}

fn kind_info(kind: &Kind) -> KindInfo {
    KindInfo {
        name: kind.name.to_owned(),
        title_field: kind.title.to_owned(),
        internal: kind.internal,
        list_columns: kind.list.iter().map(ToString::to_string).collect(),
        fields: kind.fields.iter().map(field_info).collect(),
    }
}

fn field_info(field: &Field) -> FieldInfo {
    FieldInfo {
        name: field.name.to_owned(),
        shape: shape_name(&field.shape),
        required: field.required,
        group: field.group.to_owned(),
        choices: match field.shape {
            Shape::Choice(choices) => Some(choices.iter().map(ToString::to_string).collect()),
            _ => None,
        },
        target: match field.shape {
            Shape::Ref(target) => Some(target.to_owned()),
            _ => None,
        },
        decimals: field.shape.decimals(),
        personal: field.personal,
        codes_of: field.codes_of.map(str::to_owned),
        tree: field.tree.map(|tree| match tree {
            Tree::Region => TreeName::Region,
            Tree::Industry => TreeName::Industry,
        }),
        label: None,
    }
}

fn extra_info(extra: &Record) -> Option<FieldInfo> {
    let name = format!("{EXTRA_PREFIX}{}", extra.id);
    let shape = kinds::extra_shape(extra.values.get("shape")?.as_str()?)?;
    let choices = extra.values.get("choices").and_then(|list| list.as_array());
    Some(FieldInfo {
        group: name.clone(),
        name,
        shape: shape_name(&shape),
        required: false,
        choices: (shape == Shape::OpenChoice).then(|| {
            let texts = choices
                .into_iter()
                .flatten()
                .filter_map(|text| text.as_str());
            texts.map(str::to_owned).collect()
        }),
        target: None,
        decimals: shape.decimals(),
        personal: false,
        codes_of: None,
        tree: None,
        label: extra.values.get("label")?.as_str().map(str::to_owned),
    })
}

fn shape_name(shape: &Shape) -> ShapeName {
    match shape {
        Shape::Text { long: false } => ShapeName::Text,
        Shape::Text { long: true } => ShapeName::LongText,
        Shape::Code => ShapeName::Code,
        Shape::Choice(_) | Shape::OpenChoice => ShapeName::Choice,
        Shape::Flag => ShapeName::Flag,
        Shape::Ref(_) => ShapeName::Ref,
        Shape::List => ShapeName::List,
        Shape::Money => ShapeName::Money,
        Shape::Number { .. } => ShapeName::Number,
        Shape::Area => ShapeName::Area,
        Shape::Date => ShapeName::Date,
    }
}
