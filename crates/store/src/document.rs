//! A record's search document: one row of `search_doc`, written with the
//! record's row.

use sqlx::SqliteConnection;
use suoji_model::log::{Replayed, Values};
use suoji_model::{Cell, Field, Kind, Shape, Value};
use uuid::Uuid;

use crate::column::Statement;
use crate::dictionary;
use crate::glyph::{Glyph, glyphs};
use crate::indexing::Extent;
use crate::row::State;
use crate::tokens::{Place, Tokens};

/// The number of the form that documents have; another one means that all
/// documents of a file are made anew when it is opened.
pub(crate) const FORM: &str = "3";

/// Writes a document, new or not.
const PUT: &str = "INSERT INTO search_entry (record, kind, title, initials, names, rest, tokens) \
     VALUES (?, ?, ?, ?, ?, ?, ?)";
/// Removes a document, if there is one.
const REMOVE: &str = "DELETE FROM search_doc WHERE record = ?";

/// Stands before each text, behind its field's name.
const FIELD_END: char = '\u{1F}';
/// Stands behind each text.
const TEXT_END: char = '\u{1E}';
/// Stands between the parts of a document that is read.
pub(crate) const PART_END: char = '\u{1D}';
/// Stands behind each document that is read.
pub(crate) const DOCUMENT_END: char = '\u{1C}';

/// A record's searchable text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Document {
    /// What its title is looked up and sorted by.
    pub(crate) title: String,
    /// The first letters by which its title is typed.
    pub(crate) initials: String,
    /// Its title and aliases as written, each under its field's name.
    pub(crate) names: String,
    /// Its other texts.
    pub(crate) rest: String,
}

impl Document {
    /// What all of it is found by; the index alone keeps it.
    pub(crate) fn tokens(&self, kind: &Kind) -> String {
        let mut tokens = Tokens::default();
        for (name, text) in lines(&self.names).chain(lines(&self.rest)) {
            if let Some(field) = kind.field(name) {
                let place = Place::of(field.search);
                tokens.text(place, &glyphs(text, place == Place::Name));
            }
        }
        tokens.kind(kind.name);
        tokens.into_text()
    }
}

/// The document that a row has now; `None` when nothing of it is searched.
pub(crate) fn of(kind: &Kind, row: State<'_>) -> Option<Document> {
    if row.deleted {
        return None;
    }
    let mut document = Document::default();
    for field in kind.fields.iter().filter(|field| field.search > 0) {
        let place = Place::of(field.search);
        for text in texts(field, row.values) {
            let lines = match place {
                Place::Name => &mut document.names,
                _ => &mut document.rest,
            };
            lines.push_str(field.name);
            lines.push(FIELD_END);
            lines.extend(text.chars().map(apart));
            lines.push(TEXT_END);
            if field.name == kind.title && is_title(field) {
                document.title = dictionary::key(&text);
                document.initials = glyphs(&text, true).iter().map(first_sign).collect();
            }
        }
    }
    let is_empty = document.names.is_empty() && document.rest.is_empty();
    (!is_empty).then_some(document)
}

/// Whether documents keep the text of a field as their title.
pub(crate) fn is_title(field: &Field) -> bool {
    matches!(field.shape, Shape::Text { .. }) && Place::of(field.search) == Place::Name
}

/// A character of a text that is none of those that stand between texts.
fn apart(c: char) -> char {
    match c {
        DOCUMENT_END..=FIELD_END => ' ',
        other => other,
    }
}

/// The searched texts that a field holds.
fn texts(field: &Field, values: &Values) -> Vec<String> {
    let Some(json) = values.get(field.name) else {
        return Vec::new();
    };
    match Cell::read(&field.shape, json) {
        Ok(Cell::Known(Value::Text(text), _)) => vec![text],
        Ok(Cell::Known(Value::List(list), _)) => list,
        _ => Vec::new(),
    }
}

fn first_sign(glyph: &Glyph) -> char {
    let reading = glyph.readings.first();
    reading
        .and_then(|reading| reading.chars().next())
        .unwrap_or(glyph.sign)
}

/// The texts of a document's lines, each with its field's name.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.split_terminator(TEXT_END)
        .filter_map(|line| line.split_once(FIELD_END))
}

/// How much of a document a change of these fields makes different.
pub(crate) fn touched(fields: impl Iterator<Item = &'static Field>) -> Option<Extent> {
    let searched = fields.filter(|field| {
        let is_text = matches!(field.shape, Shape::Text { .. } | Shape::Code | Shape::List);
        is_text && field.search > 0
    });
    let extent = searched.map(|field| match Place::of(field.search) {
        Place::Name => Extent::Names,
        Place::Code | Place::Anywhere => Extent::Rest,
    });
    extent.min()
}

/// The statement that keeps a document, or removes it.
pub(crate) fn sql(document: Option<&Document>) -> &'static str {
    match document {
        Some(_) => PUT,
        None => REMOVE,
    }
}

/// Binds what [`sql`] asks for.
pub(crate) fn bind<'q>(
    statement: Statement<'q>,
    kind: &'static Kind,
    record: Uuid,
    document: Option<&'q Document>,
) -> Statement<'q> {
    let statement = statement.bind(record);
    match document {
        Some(document) => statement
            .bind(kind.name)
            .bind(&*document.title)
            .bind(&*document.initials)
            .bind(&*document.names)
            .bind(&*document.rest)
            .bind(document.tokens(kind)),
        None => statement,
    }
}

/// Writes or removes a record's document by itself.
pub(crate) async fn write(
    connection: &mut SqliteConnection,
    kind: &'static Kind,
    record: Uuid,
    row: &Replayed,
) -> Result<(), sqlx::Error> {
    let document = of(kind, row.into());
    let statement = sqlx::query(sql(document.as_ref()));
    bind(statement, kind, record, document.as_ref())
        .execute(connection)
        .await?;
    Ok(())
}
