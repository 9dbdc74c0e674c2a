//! How a record kind is declared: its fields, each with shape, group,
//! headings it is known by, and weight in search.

use crate::{Tree, area, money};

/// What kind of value a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Text; `long` for several lines.
    Text {
        /// Whether it may have several lines.
        long: bool,
    },
    /// An official code; its check warns and never blocks.
    Code,
    /// One of the named choices.
    Choice(&'static [&'static str]),
    /// One of choices that the user made; only extra fields have it.
    OpenChoice,
    /// Yes or no.
    Flag,
    /// A record of the named kind.
    Ref(&'static str),
    /// Several short texts.
    List,
    /// An amount of money with its currency.
    Money,
    /// A number with this many digits after the point.
    Number {
        /// Digits after the point.
        decimals: u8,
    },
    /// An area with its unit.
    Area,
    /// A date with its precision.
    Date,
}

impl Shape {
    /// The name in the wire format.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Text { long: false } => "text",
            Self::Text { long: true } => "long_text",
            Self::Code => "code",
            Self::Choice(_) | Self::OpenChoice => "choice",
            Self::Flag => "flag",
            Self::Ref(_) => "ref",
            Self::List => "list",
            Self::Money => "money",
            Self::Number { .. } => "number",
            Self::Area => "area",
            Self::Date => "date",
        }
    }

    /// Whether a value may be approximate, a range, or absent for a reason.
    pub fn takes_marks(&self) -> bool {
        matches!(
            self,
            Self::Code | Self::Money | Self::Number { .. } | Self::Area | Self::Date
        )
    }

    /// Digits after the point of a quantity.
    pub fn decimals(&self) -> Option<u8> {
        match self {
            Self::Money => Some(money::MINOR_DECIMALS),
            Self::Number { decimals } => Some(*decimals),
            Self::Area => Some(area::AREA_DECIMALS),
            _ => None,
        }
    }
}

/// One field of a kind. Its label stands in the word files under
/// `field.<kind>.<name>`.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// The name, the same in Rust, SQL, JSON and TypeScript.
    pub name: &'static str,
    /// What it holds.
    pub shape: Shape,
    /// Fields of one group change together and must not be torn apart.
    pub group: &'static str,
    /// Whether a record cannot be kept without it.
    pub required: bool,
    /// Weight in search; 0 means it is not searched.
    pub search: u8,
    /// Headings in other people's ledgers that mean this field.
    pub headings: &'static [&'static str],
    /// Personal data, masked in exports unless the user may and says so.
    pub personal: bool,
    /// What its texts are places in.
    pub tree: Option<Tree>,
    /// Whether numbers of several records may be added up. Money and areas
    /// always may.
    pub adds: bool,
    /// The kind whose records its texts name by their `code`.
    pub codes_of: Option<&'static str>,
    /// Whether a record stands below the one that it names, so that none may
    /// lead back to itself.
    pub above: bool,
}

impl Field {
    /// A field of `shape` in a group of its own.
    pub const fn new(name: &'static str, shape: Shape) -> Self {
        Self {
            name,
            shape,
            group: name,
            required: false,
            search: 0,
            headings: &[],
            personal: false,
            tree: None,
            adds: false,
            codes_of: None,
            above: false,
        }
    }

    /// A one-line text field.
    pub const fn text(name: &'static str) -> Self {
        Self::new(name, Shape::Text { long: false })
    }

    /// A text field of several lines.
    pub const fn long_text(name: &'static str) -> Self {
        Self::new(name, Shape::Text { long: true })
    }

    /// A field with fixed choices.
    pub const fn choice(name: &'static str, choices: &'static [&'static str]) -> Self {
        Self::new(name, Shape::Choice(choices))
    }

    /// A reference to a record of `kind`.
    pub const fn reference(name: &'static str, kind: &'static str) -> Self {
        Self::new(name, Shape::Ref(kind))
    }

    /// An amount of money.
    pub const fn money(name: &'static str) -> Self {
        Self::new(name, Shape::Money)
    }

    /// A date.
    pub const fn date(name: &'static str) -> Self {
        Self::new(name, Shape::Date)
    }

    /// A number with `decimals` digits after the point.
    pub const fn number(name: &'static str, decimals: u8) -> Self {
        Self::new(name, Shape::Number { decimals })
    }

    /// The same field in a named group.
    pub const fn group(mut self, group: &'static str) -> Self {
        self.group = group;
        self
    }

    /// The same field, required.
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// The same field, searched with this weight.
    pub const fn search(mut self, weight: u8) -> Self {
        self.search = weight;
        self
    }

    /// The same field, known by these headings in ledgers.
    pub const fn headings(mut self, headings: &'static [&'static str]) -> Self {
        self.headings = headings;
        self
    }

    /// The same field, its texts being places in `tree`.
    pub const fn within(mut self, tree: Tree) -> Self {
        self.tree = Some(tree);
        self
    }

    /// The same number, of which lists show the sum.
    pub const fn adds(mut self) -> Self {
        self.adds = true;
        self
    }

    /// The same field, its texts being codes of records of `kind`.
    pub const fn codes_of(mut self, kind: &'static str) -> Self {
        self.codes_of = Some(kind);
        self
    }

    /// The same reference, naming the record of its own kind that this one is a
    /// part of.
    pub const fn above(mut self) -> Self {
        self.above = true;
        self
    }

    /// The same field, holding personal data.
    pub const fn personal(mut self) -> Self {
        self.personal = true;
        self
    }
}

/// A record kind. Its label stands in the word files under `kind.<name>`, that
/// of several of them under `kinds.<name>`.
#[derive(Debug, Clone, Copy)]
pub struct Kind {
    /// The name, also of its table.
    pub name: &'static str,
    /// The field that names a record; a reference lends its target's title.
    pub title: &'static str,
    /// Whether it only serves the other kinds: not in the navigation, in lists
    /// of records found, in the recycle bin as it opens, nor in figures.
    pub internal: bool,
    /// The columns a list shows at first, in order.
    pub list: &'static [&'static str],
    /// The fields, in the order of a form.
    pub fields: &'static [Field],
}

impl Kind {
    /// The field of that name.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// The fields of that group.
    pub fn group(&self, group: &str) -> impl Iterator<Item = &'static Field> {
        self.fields.iter().filter(move |field| field.group == group)
    }
}
