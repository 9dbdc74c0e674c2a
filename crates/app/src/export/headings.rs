//! The headings of a form, over the columns that share them.

use suoji_exchange::Heading;

use super::build::count;
use crate::contract::FormColumn;

/// The headings with the rows and columns that they take.
pub(super) fn headings(columns: &[FormColumn]) -> (Vec<Heading>, u32) {
    let rows = columns.iter().map(|column| column.heads.len()).max();
    let rows = rows.unwrap_or(0).max(1);
    let text = |column: usize, row: usize| -> &str {
        let heads = columns.get(column).map(|column| &column.heads);
        heads
            .and_then(|heads| heads.get(row))
            .map_or("", String::as_str)
    };
    // The row before which the heading in this row ends.
    let end = |column: usize, row: usize| {
        let next = (row + 1..rows).find(|next| !text(column, *next).is_empty());
        next.unwrap_or(rows)
    };
    let is_shared = |left: usize, column: usize, row: usize| {
        !text(column, row).is_empty()
            && (0..=row).all(|above| text(left, above) == text(column, above))
            && end(left, row) == end(column, row)
    };
    let mut headings = Vec::new();
    for row in 0..rows {
        let mut column = 0;
        while column < columns.len() {
            let own = text(column, row);
            if own.is_empty() && row > 0 {
                column += 1;
                continue;
            }
            let mut next = column + 1;
            while next < columns.len() && is_shared(column, next, row) {
                next += 1;
            }
            headings.push(Heading {
                text: own.to_owned(),
                row: count(row),
                rows: count(end(column, row) - row),
                column: u16::try_from(column).unwrap_or(u16::MAX),
                columns: u16::try_from(next - column).unwrap_or(1),
            });
            column = next;
        }
    }
    (headings, count(rows))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(heads: &[&str]) -> FormColumn {
        FormColumn {
            heads: heads.iter().map(ToString::to_string).collect(),
            ..FormColumn::default()
        }
    }

    #[test]
    fn headings_share_what_their_columns_share() {
        let columns = [
            column(&["序号"]),
            column(&["合同额（亿元）", "总投资"]),
            column(&["合同额（亿元）", "其中", "外资"]),
            column(&["合同额（亿元）", "其中", "内资"]),
            column(&["备注"]),
        ];
        let (found, rows) = headings(&columns);
        assert_eq!(rows, 3);
        let places: Vec<(&str, u32, u32, u16, u16)> = found
            .iter()
            .map(|one| (&*one.text, one.row, one.rows, one.column, one.columns))
            .collect();
        assert_eq!(
            places,
            [
                ("序号", 0, 3, 0, 1),
                ("合同额（亿元）", 0, 1, 1, 3),
                ("备注", 0, 3, 4, 1),
                ("总投资", 1, 2, 1, 1),
                ("其中", 1, 1, 2, 2),
                ("外资", 2, 1, 2, 1),
                ("内资", 2, 1, 3, 1),
            ]
        );
    }
}
