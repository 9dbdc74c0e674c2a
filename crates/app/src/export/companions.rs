//! What a form's column holds besides the field that its heading names, where
//! no other column of the form does: the last day of a journey stands with
//! the first.

use suoji_model::Kind;

use crate::contract::FormColumn;

/// A field that belongs to another one.
struct Companion {
    kind: &'static str,
    field: &'static str,
    /// The one that belongs to it.
    other: &'static str,
    /// Whether that stands first.
    is_first: bool,
    between: &'static str,
    /// Words of a heading that is for both; none where any is.
    words: &'static [&'static str],
}

const COMPANIONS: &[Companion] = &[
    Companion {
        kind: "visit",
        field: "visit_date",
        other: "end_date",
        is_first: false,
        between: "至",
        words: &[],
    },
    Companion {
        kind: "visit",
        field: "place",
        other: "city",
        is_first: true,
        between: " ",
        words: &[],
    },
    Companion {
        kind: "visit",
        field: "content",
        other: "result",
        is_first: false,
        between: "；",
        words: &["成果", "成效", "结果", "效果", "意向", "收获"],
    },
];

/// Gives such columns what belongs to them.
pub(super) fn join(kind: &'static Kind, columns: &mut [FormColumn]) {
    for one in COMPANIONS.iter().filter(|one| one.kind == kind.name) {
        let mut fields = columns.iter().flat_map(|column| &column.fields);
        if fields.any(|field| field == one.other) {
            continue;
        }
        let says = |column: &FormColumn| {
            let mut heads = column.heads.iter();
            let words = one.words;
            words.is_empty() || heads.any(|head| words.iter().any(|word| head.contains(word)))
        };
        let is_one = |column: &&mut FormColumn| column.fields == [one.field] && says(column);
        if let Some(column) = columns.iter_mut().find(is_one) {
            let at = usize::from(!one.is_first);
            column.fields.insert(at, one.other.to_owned());
            column.join = Some(one.between.to_owned());
        }
    }
}
