//! What the log says of a new record: its values by group, written without
//! being put into groups first.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::Value as Json;
use suoji_model::Kind;
use suoji_model::log::Values;

/// The changes of the entry that makes a record of `kind` with these values,
/// none of which is null.
pub(crate) struct Made<'m> {
    pub(crate) kind: &'static Kind,
    pub(crate) values: &'m Values,
}

/// Group, name and value of a field.
type Field<'m> = (&'m str, &'m str, &'m Json);

impl Serialize for Made<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let fields = self.values.iter().map(|(name, value)| {
            let group = self.kind.field(name).map_or(&**name, |field| field.group);
            (group, &**name, value)
        });
        let mut fields: Vec<Field<'_>> = fields.collect();
        fields.sort_by_key(|(group, ..)| *group);
        let groups = fields.chunk_by(|one, other| one.0 == other.0);
        serializer.collect_map(groups.map(|group| (group[0].0, Begun(group))))
    }
}

/// A group of which nothing stood before.
struct Begun<'m>(&'m [Field<'m>]);

impl Serialize for Begun<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut change = serializer.serialize_map(Some(1))?;
        change.serialize_entry("new", &Fields(self.0))?;
        change.end()
    }
}

struct Fields<'m>(&'m [Field<'m>]);

impl Serialize for Fields<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(_, name, value)| (name, value)))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use suoji_model::kinds::AGREEMENT;
    use suoji_model::log::{Change, Changes};

    use super::*;

    #[test]
    fn it_reads_as_changes_of_a_record_that_had_nothing() {
        let extra = "x_0198c0de-0000-7000-8000-000000000001";
        let values = json!({
            "agreement_type": "formal", "void_reason": "\"无\"", "voided": true,
            "sign_date": {"date": "2023-10"}, extra: "红", "rate": {"number": "7.1"},
        });
        let values = values.as_object().cloned().unwrap_or_default();
        let mut changes = Changes::new();
        for (name, value) in &values {
            let group = AGREEMENT.field(name).map_or(&**name, |field| field.group);
            let change = changes.entry(group.to_owned()).or_insert_with(|| Change {
                old: Values::new(),
                new: Values::new(),
            });
            change.new.insert(name.clone(), value.clone());
        }
        let made = Made {
            kind: &AGREEMENT,
            values: &values,
        };
        let written = serde_json::to_string(&made).expect("text");
        assert_eq!(written, serde_json::to_string(&changes).expect("text"));
        assert!(
            written.contains(r#""void":{"new":{"void_reason":"#),
            "{written}"
        );
    }
}
