//! What a column may do, and the headings by which it is known.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use suoji_model::words::{Language, word};
use suoji_model::{Kind, Shape};

use crate::ledger::heads::key;
use crate::ledger::heads::loose::loose;
use crate::ledger::heads::phrases::{self as put_together, Phrases};
use crate::ledger::kinds::{ALL, Ledger, phrases};
use crate::ledger::payment::periods::Months;
use crate::table::Target;

/// What a column does for a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Role {
    /// It is this field.
    Field(Target),
    /// It only counts the rows.
    Serial,
    /// It names the row's currency.
    Currency,
    /// It holds the ledger's main amount in the row's own currency.
    Original,
    /// It holds what the row's foreign amount is worth in yuan.
    Equivalent,
    /// It says whether the agreement still holds.
    Status,
    /// It holds a person with duty and telephone.
    Person,
    /// It holds a first and a last day.
    Span(Target, Target),
    /// It holds two numbers, the first of which is counted against the second,
    /// or the other way round.
    Pair(Target, Target),
    /// It is the first of so many columns that together make one day.
    Days(Target, u8),
    /// It names the unit of the row's amounts.
    Unit,
    /// It says whether the row's days are planned or came true.
    Planned,
    /// It is one of several columns that together make one text.
    Append(Target),
    /// It is this field where no other column fills it, and joined to the
    /// second where one does.
    Otherwise(Target, Target),
    /// A mark in it makes this choice.
    Tick(Target, &'static str),
    /// Each of its cells is a payment of this period.
    Part(Months),
    /// It adds up the payments of these months.
    Sum(Months),
    /// It is this field of a further payment that the row holds, counted from
    /// one.
    Turn(u8, Target),
    /// It is one of several columns that add up to this field.
    Addend(Target),
    /// It is understood, and kept only as the file's own text.
    Aside,
}

impl Role {
    /// Whether only one column of a table can play it.
    pub(super) fn is_single(self) -> bool {
        !matches!(
            self,
            Self::Append(_)
                | Self::Otherwise(..)
                | Self::Tick(..)
                | Self::Part(_)
                | Self::Sum(_)
                | Self::Turn(..)
                | Self::Addend(_)
                | Self::Aside
        )
    }
}

/// A field by its kind's and its own name.
pub(super) const fn target(kind: &'static str, field: &'static str) -> Target {
    Target { kind, field }
}

/// The role of being a field.
pub(super) const fn field(kind: &'static str, field: &'static str) -> Role {
    Role::Field(target(kind, field))
}

/// Headings and what they mean.
#[derive(Default)]
pub(super) struct Vocabulary {
    pub(super) words: Vec<Word>,
    /// Headings that are put together of parts.
    pub(super) phrases: Phrases,
    keys: HashSet<String>,
    under: Vec<(String, String)>,
}

/// One heading.
pub(super) struct Word {
    /// The heading without spaces, brackets and case; a child under a merged
    /// heading stands after `▸`, and `*` is any child.
    pub(super) key: String,
    pub(super) role: Role,
    /// The heading in the words that others use for it.
    pub(super) loose: Option<String>,
    /// What its confidence loses: a heading with two meanings has the second
    /// only where another column has the first.
    pub(super) later: u8,
    /// Whether it is the whole heading, with nothing above and around it.
    pub(super) alone: bool,
}

/// What a heading with a second meaning loses in the first, and the second,
/// before which a heading put together of parts goes.
const LATER: [u8; 2] = [1, 10];

/// Any child of a merged heading.
pub(super) const ANY: &str = "*";

/// The headings of each ledger, in the order of [`ALL`].
static BY_LEDGER: LazyLock<HashMap<&'static str, Vocabulary>> =
    LazyLock::new(|| ALL.iter().map(|ledger| (ledger.name, of(ledger))).collect());

/// The headings of every ledger, to find where headings stand.
pub(super) static EVERY: LazyLock<Vocabulary> = LazyLock::new(|| {
    let mut every = Vocabulary::default();
    for ledger in ALL {
        for word in &ledger.vocabulary().words {
            every.put(word.key.clone(), word.role, 0);
        }
        for (phrase, role) in ledger.vocabulary().phrases.iter() {
            every.phrases.push(phrase.clone(), *role);
        }
    }
    every
});

impl Ledger {
    /// The headings of its columns.
    pub(super) fn vocabulary(&self) -> &'static Vocabulary {
        static NONE: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::default);
        BY_LEDGER.get(self.name).unwrap_or(&NONE)
    }
}

fn of(ledger: &Ledger) -> Vocabulary {
    let mut vocabulary = Vocabulary::default();
    for (role, heads) in ledger.words.iter().chain(COMMON) {
        heads.iter().for_each(|head| vocabulary.add(head, *role));
    }
    for (index, kind) in ledger.kinds.iter().enumerate() {
        for declared in kind.fields {
            if NO_COLUMNS.contains(&declared.name) {
                continue;
            }
            let own = target(kind.name, declared.name);
            let moved = ledger.instead.iter().find(|(from, _)| *from == own);
            let role = moved.map_or(Role::Field(own), |(_, role)| *role);
            let headings = declared.headings.iter();
            headings.for_each(|head| vocabulary.add(head, role));
            // A label of two characters, such as 名称, may be any kind's.
            let label = label(kind, declared.name);
            if label.chars().count() > 2 || ledger.is_list && index == 0 {
                vocabulary.add(&label, role);
            }
        }
    }
    in_english(ledger, &mut vocabulary);
    for (role, heads) in ledger.second {
        heads.iter().for_each(|head| vocabulary.also(head, *role));
    }
    for patterns in phrases::of(ledger.name) {
        for (phrase, role) in put_together::of(patterns) {
            debug_assert!(role.is_declared(), "{role:?}");
            vocabulary.phrases.push(phrase, role);
        }
    }
    vocabulary
}

/// The English label of a field means what its Chinese one means, as the
/// program's own lists name it.
fn in_english(ledger: &Ledger, vocabulary: &mut Vocabulary) {
    for kind in ledger.kinds {
        for declared in kind.fields {
            if NO_COLUMNS.contains(&declared.name) {
                continue;
            }
            let chinese = key(&label(kind, declared.name)).0;
            let known = vocabulary.words.iter().find(|word| word.key == chinese);
            if let Some(known) = known {
                let (role, alone) = (known.role, known.alone);
                let name = format!("field.{}.{}", kind.name, declared.name);
                let sign = if alone { "^" } else { "" };
                vocabulary.add(&format!("{sign}{}", word(Language::English, &name)), role);
            }
        }
    }
}

/// Fields that people decide on the desk; no column of a ledger is one.
const NO_COLUMNS: &[&str] = &["same_verdict", "suspected_same_as", "segment"];

/// Headings that mean the same in every ledger.
const COMMON: &[(Role, &[&str])] = &[
    // Why a row was sent back, in our own file of such rows.
    (Role::Aside, &["未导入原因"]),
    (Role::Serial, &["序号", "序", "NO", "NO.", "编号▸序号"]),
    (Role::Aside, &["填报人", "录入人", "审核人", "填表人"]),
];

fn label(kind: &Kind, field: &str) -> String {
    word(Language::Chinese, &format!("field.{}.{field}", kind.name)).to_owned()
}

impl Vocabulary {
    /// The first meaning of a heading stays.
    fn add(&mut self, head: &str, role: Role) {
        debug_assert!(role.is_declared(), "{head}: {role:?}");
        let parts: Vec<String> = head.split('▸').map(|part| key(part).0).collect();
        self.put(parts.join("▸"), role, 0);
    }

    /// Adds a second meaning of a heading, or one after that.
    fn also(&mut self, head: &str, role: Role) {
        debug_assert!(role.is_declared(), "{head}: {role:?}");
        let key = key(head).0;
        let mut later = LATER[1];
        for word in self.words.iter_mut().filter(|word| word.key == key) {
            later = later.max(word.later + 1);
            word.later = word.later.max(LATER[0]);
        }
        self.words.push(Word {
            key,
            role,
            loose: None,
            later,
            alone: false,
        });
    }

    /// Adds a heading; one that begins with `^` means it only alone.
    fn put(&mut self, key: String, role: Role, later: u8) {
        let alone = key.starts_with('^');
        let key = key.trim_start_matches('^').to_owned();
        if !key.is_empty() && self.keys.insert(key.clone()) {
            if let Some((parent, own)) = key.split_once('▸') {
                self.under.push((parent.to_owned(), own.to_owned()));
            }
            let loose = loose(&key);
            self.words.push(Word {
                key,
                role,
                loose: loose.filter(|_| !alone),
                later,
                alone,
            });
        }
    }

    /// Whether a heading is one of these, alone or under its parents.
    pub(super) fn has(&self, child: &str, parents: &[String]) -> bool {
        let joined = || parents.last().map(|parent| format!("{parent}{child}"));
        self.lists(child, parents)
            || self.phrases.has(child)
            || joined().is_some_and(|head| self.phrases.has(&head))
    }

    /// Whether a heading is in the list, word by word.
    pub(super) fn lists(&self, child: &str, parents: &[String]) -> bool {
        let under = |(parent, own): &(String, String)| is_under(parent, own, child, parents);
        self.keys.contains(child)
            || !parents.is_empty()
                && ((0..parents.len()).any(|from| {
                    self.keys
                        .contains(&format!("{}{child}", parents[from..].concat()))
                }) || self.under.iter().any(under))
    }
}

impl Role {
    /// Whether the fields it fills are declared in a shape that it can fill.
    fn is_declared(self) -> bool {
        let shape = |target: Target| target.declared().map(|field| field.shape);
        match self {
            Self::Field(target) => shape(target).is_some(),
            Self::Span(first, last) => [first, last]
                .into_iter()
                .all(|target| shape(target) == Some(Shape::Date)),
            Self::Pair(first, second) => shape(first).is_some() && shape(first) == shape(second),
            Self::Otherwise(first, second) => {
                shape(first).is_some() && matches!(shape(second), Some(Shape::Text { .. }))
            }
            Self::Append(target) => matches!(shape(target), Some(Shape::Text { .. })),
            Self::Tick(target, choice) => match shape(target) {
                Some(Shape::Choice(choices)) => choices.contains(&choice),
                _ => false,
            },
            _ => true,
        }
    }
}

/// Whether a heading under its parents is the word `parent▸own`.
pub(super) fn is_under(parent: &str, own: &str, child: &str, parents: &[String]) -> bool {
    (own == ANY || child == own) && parents.iter().any(|part| part.contains(parent))
}
