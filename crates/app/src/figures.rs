//! The year's signing figures F1 to F4, each with its rows.

use suoji_model::money::DisplayUnit;
use suoji_model::rule::{self, SigningRule};
use suoji_store::SignedRow;

use crate::app::App;
use crate::contract::*;
use crate::fault::Fault;

impl App {
    /// F1 to F4 of a year, and F1 and F2 by month.
    pub(crate) async fn figures(&self, request: FiguresRequest) -> Result<Figures, Fault> {
        let rule = SigningRule::default();
        let signed = self.desk().await?.signed(request.year, &rule).await?;
        let all: Vec<&SignedRow> = signed.iter().collect();
        let over = |yuan| -> Vec<&SignedRow> {
            let counts = |row: &&SignedRow| row.fen.is_some_and(|fen| rule.over(fen, yuan));
            signed.iter().filter(counts).collect()
        };
        let (large, huge) = (over(rule.large_yuan), over(rule.huge_yuan));
        let on = |yuan: i64| -> Vec<_> {
            let exactly = |row: &&SignedRow| row.fen == Some(yuan.saturating_mul(100));
            signed
                .iter()
                .filter(exactly)
                .map(|row| row.agreement)
                .collect()
        };
        let figures = vec![
            figure("F1", count(&all), "count", &all, Vec::new()),
            figure(
                "F2",
                money(&all),
                DisplayUnit::YiYuan.name(),
                &all,
                Vec::new(),
            ),
            figure("F3", count(&large), "count", &large, on(rule.large_yuan)),
            figure("F4", count(&huge), "count", &huge, on(rule.huge_yuan)),
        ];
        Ok(Figures {
            year: request.year,
            cutoff: format!("{:04}-12-31", request.year),
            figures,
            by_month: (1..=12).map(|month| by_month(&signed, month)).collect(),
            rule: RuleInfo {
                name: rule.name.clone(),
                version: rule.version,
                settings: rule,
            },
        })
    }

    /// The years that have signed agreements, newest first.
    pub(crate) async fn years(&self, _: Nothing) -> Result<Years, Fault> {
        Ok(Years {
            years: self.desk().await?.years().await?,
        })
    }
}

fn figure(
    id: &str,
    value: FigureValue,
    unit: &str,
    rows: &[&SignedRow],
    on_the_line: Vec<uuid::Uuid>,
) -> Figure {
    let ids = |keep: fn(&SignedRow) -> bool| {
        let kept = rows.iter().filter(|row| keep(row));
        kept.map(|row| row.agreement).collect()
    };
    Figure {
        id: id.to_owned(),
        value,
        unit: unit.to_owned(),
        ids: ids(|_| true),
        approximate: ids(|row| row.approximate),
        missing: ids(|row| row.fen.is_none()),
        on_the_line,
    }
}

fn count(rows: &[&SignedRow]) -> FigureValue {
    FigureValue::Count {
        count: rows.len() as u64,
    }
}

/// The sum first, then one rounding.
fn money(rows: &[&SignedRow]) -> FigureValue {
    let fen = rows.iter().filter_map(|row| row.fen).map(i128::from).sum();
    FigureValue::Money {
        yuan: rule::yuan_text(fen),
        display: DisplayUnit::YiYuan.show(fen),
    }
}

fn by_month(signed: &[SignedRow], month: u32) -> Month {
    let rows: Vec<&SignedRow> = signed
        .iter()
        .filter(|row| row.month == Some(month))
        .collect();
    let fen: i128 = rows.iter().filter_map(|row| row.fen).map(i128::from).sum();
    Month {
        month,
        count: rows.len() as u64,
        yuan: rule::yuan_text(fen),
        display: DisplayUnit::YiYuan.show(fen),
        ids: rows.iter().map(|row| row.agreement).collect(),
    }
}
