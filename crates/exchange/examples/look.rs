//! Prints what is understood of the files named on the command line.

use std::io::Write;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut out = std::io::stdout().lock();
    for path in std::env::args().skip(1) {
        let bytes = std::fs::read(&path)?;
        let book = suoji_exchange::read(&path, &bytes)?;
        let found = suoji_exchange::understand(&book);
        for table in &found.tables {
            writeln!(
                out,
                "{path} {} [{}] heads {:?} rows {} year {:?}",
                table.key, table.ledger, table.header_rows, table.read, table.year
            )?;
            for column in &table.columns {
                let field = column.target.map(|one| one.dotted()).unwrap_or_default();
                writeln!(
                    out,
                    "  {} {} = {field} [{}] {} {}",
                    column.letter,
                    column.head,
                    column.unit.unwrap_or_default(),
                    column.confidence,
                    column.reason
                )?;
            }
            for row in table.rows.iter().take(3) {
                let cells = row.cells.iter().map(|(target, cell)| {
                    let shape = target.declared().map(|field| field.shape);
                    let value = shape.map(|shape| cell.to_json(&shape).to_string());
                    format!("{}={}", target.field, value.unwrap_or_default())
                });
                writeln!(
                    out,
                    "  {}: {}",
                    row.row,
                    cells.collect::<Vec<_>>().join(" ")
                )?;
                for one in &row.problems {
                    writeln!(out, "     ! {} {} {}", one.column, one.reason, one.raw)?;
                }
            }
            for skipped in &table.skipped {
                writeln!(
                    out,
                    "  skip {} {} {}",
                    skipped.row, skipped.kind, skipped.text
                )?;
            }
            for one in &table.problems {
                writeln!(
                    out,
                    "  !! {} {} {} {}",
                    one.row, one.column, one.reason, one.raw
                )?;
            }
            for one in &table.subtotals {
                writeln!(out, "  Σ {one:?}")?;
            }
        }
        for one in &found.problems {
            writeln!(out, "! {} {} {}", one.sheet, one.reason, one.raw)?;
        }
        for one in &found.questions {
            writeln!(out, "? {one:?}")?;
        }
        for one in &found.duplicates {
            writeln!(out, "= {one:?}")?;
        }
    }
    Ok(())
}
