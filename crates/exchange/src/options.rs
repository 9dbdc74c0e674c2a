//! What a person, or a template kept from an earlier file, says about a file
//! before it is read.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Answers to questions, by the key of the question.
pub type Answers = BTreeMap<String, String>;

/// Texts put in place of what cells hold, by Excel's row number and the
/// column's letters.
pub type Corrections = BTreeMap<u32, BTreeMap<String, String>>;

/// Everything said about one file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Options {
    /// Corrections of tables, by [`crate::Table::key`].
    pub mappings: BTreeMap<String, Mapping>,
    /// Templates that may recognise a table by its headings.
    pub templates: Vec<Template>,
    /// Answers, over those of a template.
    pub answers: Answers,
    /// Corrections of single cells, by [`crate::Table::key`].
    pub corrections: BTreeMap<String, Corrections>,
    /// The ledger that every table is, such as `lead`; found out when `None`.
    pub ledger: Option<String>,
    /// Whether hidden sheets are read as well.
    pub hidden_sheets: bool,
}

/// How one table is to be read, where that differs from what is found out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Mapping {
    /// The ledger it is.
    pub ledger: Option<String>,
    /// The first and the last heading row; both 0 where it has none, and its
    /// columns are called by their letters. A template leaves them out.
    pub header_rows: Option<(u32, u32)>,
    /// What columns mean.
    pub columns: Vec<Pick>,
    /// What every row says in a field that no column is, by `kind.field`.
    pub constants: BTreeMap<String, String>,
    /// Whether the table is left out.
    pub skip: bool,
    /// What rows are, by Excel's number. A template leaves them out.
    pub rows: BTreeMap<u32, Mark>,
}

/// What a person says a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// A record.
    Data,
    /// The heading of a section, which the rows below stand in.
    Section,
    /// A sum of the rows of a part.
    Subtotal,
    /// A sum of all rows.
    Total,
    /// Words about the table.
    Note,
    /// Nothing of use.
    Filler,
}

impl Mark {
    /// What kind of row is passed over; `None` for a record.
    pub(crate) fn kind(self) -> Option<&'static str> {
        match self {
            Self::Data => None,
            Self::Section => Some("section"),
            Self::Subtotal => Some("subtotal"),
            Self::Total => Some("total"),
            Self::Note => Some("note"),
            Self::Filler => Some("filler"),
        }
    }
}

/// What one column means.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Pick {
    /// Its letters, or its heading as [`crate::Column::head`] shows it.
    pub column: String,
    /// `kind.field`; empty to leave the column out; `None` as found out.
    pub field: Option<String>,
    /// The unit of its numbers, such as `万元`; `None` as found out.
    pub unit: Option<String>,
}

/// How one office writes one of its ledgers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Template {
    /// The name it was kept under.
    pub name: String,
    /// Its headings, as [`crate::Table::heads`] lists them.
    pub heads: Vec<String>,
    /// What its columns mean, by heading.
    pub mapping: Mapping,
    /// What was answered.
    pub answers: Answers,
}

/// Share of headings, in hundredths, from which a template is the same.
const SAME: usize = 80;

impl Options {
    /// The template that most of these headings are of.
    pub(crate) fn template(&self, heads: &[String]) -> Option<&Template> {
        self.likest(heads).map(|(_, template)| template)
    }

    /// How many hundredths of these headings the template has that most of
    /// them are of.
    pub(crate) fn likeness(&self, heads: &[String]) -> Option<usize> {
        self.likest(heads).map(|(share, _)| share)
    }

    fn likest(&self, heads: &[String]) -> Option<(usize, &Template)> {
        let share = |template: &Template| {
            let both = template.heads.iter().filter(|head| heads.contains(head));
            let all = template.heads.len().max(heads.len()).max(1);
            both.count() * 100 / all
        };
        // One of another ledger than the one that was told says nothing here.
        let is_of = |template: &&Template| {
            let both = self.ledger.as_ref().zip(template.mapping.ledger.as_ref());
            both.is_none_or(|(told, own)| told == own)
        };
        let templates = self.templates.iter().filter(is_of);
        let shares = templates.map(|one| (share(one), one));
        let best = shares.max_by_key(|(share, _)| *share)?;
        Some(best).filter(|(share, _)| *share >= SAME)
    }
}

impl Mapping {
    /// The mapping with another's words over its own.
    pub(crate) fn under(&self, over: &Self) -> Self {
        Self {
            ledger: over.ledger.clone().or_else(|| self.ledger.clone()),
            header_rows: over.header_rows,
            columns: over.columns.iter().chain(&self.columns).cloned().collect(),
            constants: self
                .constants
                .iter()
                .chain(&over.constants)
                .map(|(field, text)| (field.clone(), text.clone()))
                .collect(),
            skip: over.skip || self.skip,
            rows: over.rows.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_recognises_most_of_its_headings() {
        let heads = |words: &str| -> Vec<String> { words.split(' ').map(str::to_owned).collect() };
        let options = Options {
            templates: vec![Template {
                name: "一部".to_owned(),
                heads: heads("序号 项目 企业 金额 日期"),
                ..Template::default()
            }],
            ..Options::default()
        };
        let found = |words: &str| options.template(&heads(words)).map(|one| one.name.as_str());
        assert_eq!(found("序号 项目 企业 金额 日期"), Some("一部"));
        assert_eq!(found("序号 项目 企业 金额 时间"), Some("一部"));
        assert_eq!(found("序号 项目 单位"), None);
        let mut told = options.clone();
        told.ledger = Some("lead".to_owned());
        told.templates[0].mapping.ledger = Some("signing".to_owned());
        assert_eq!(told.template(&heads("序号 项目 企业 金额 日期")), None);
    }
}
