//! What was said of a table and its columns: for this file, or by a template
//! that was kept from another.

use crate::book::letters;
use crate::cells::unit::{self, Unit};
use crate::ledger::heads::Head;
use crate::options::{Answers, Mapping, Pick};

/// What somebody said about the table, over what a template says.
pub(crate) struct Said<'a> {
    pub(crate) mapping: &'a Mapping,
    /// How many of its columns were said of this file.
    pub(crate) own_picks: usize,
    pub(crate) answers: &'a Answers,
    /// Those that were given for this file.
    pub(crate) own_answers: &'a Answers,
}

/// The unit that was said of a column.
#[derive(Clone, Copy)]
pub(super) enum SaidUnit {
    /// Of this file, over what it says itself.
    Own(Unit),
    /// By a template, which another office's file may not be of.
    Template(Unit),
}

impl Said<'_> {
    /// What was said of a column.
    pub(super) fn pick(&self, number: u32, head: &Head) -> Option<&Pick> {
        self.picks(number, head).next().map(|(_, pick)| pick)
    }

    fn picks(&self, number: u32, head: &Head) -> impl Iterator<Item = (usize, &Pick)> {
        let (letter, words, key) = (letters(number), head.text(), head.key());
        let picks = self.mapping.columns.iter().enumerate();
        picks.filter(move |(_, pick)| [&letter, &words, &key].contains(&&pick.column))
    }

    /// The unit that was said of a column, or answered under that key.
    pub(super) fn unit(&self, number: u32, head: &Head, key: &str) -> Option<SaidUnit> {
        let parse = |words: &String| unit::parse(words);
        let picked = |own: bool| {
            let picks = self.picks(number, head);
            let mut of = picks.filter(|(at, _)| (*at < self.own_picks) == own);
            of.find_map(|(_, pick)| pick.unit.as_ref().and_then(parse))
        };
        let own = picked(true).or_else(|| self.own_answers.get(key).and_then(parse));
        let kept = || picked(false).or_else(|| self.answers.get(key).and_then(parse));
        own.map(SaidUnit::Own)
            .or_else(|| kept().map(SaidUnit::Template))
    }
}
