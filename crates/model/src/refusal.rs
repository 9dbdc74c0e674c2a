//! Why a value or a set of values is not accepted.

/// One field's value that cannot be kept as given.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("field {field}: {why}")]
pub struct Refusal {
    /// The field's name in its kind.
    pub field: String,
    /// What is wrong with the value.
    pub why: Why,
}

/// What is wrong with a value; each has a sentence in the word files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Why {
    /// The kind declares no such field.
    #[error("the kind has no such field")]
    NoSuchField,
    /// The value has another shape than the field.
    #[error("the value has the wrong shape")]
    WrongShape,
    /// A required field would be blank.
    #[error("a value is required")]
    Required,
    /// The choice is not among those declared.
    #[error("no such choice")]
    NoSuchChoice,
    /// A number with too many decimals, or beyond 64 bits.
    #[error("the number does not fit")]
    NumberOutOfRange,
    /// Not a date in one of the text forms.
    #[error("not a date")]
    NotADate,
    /// The upper end of a range lies below its lower end.
    #[error("the range is upside down")]
    RangeUpsideDown,
    /// The record would stand below itself.
    #[error("the record would be a part of itself")]
    OwnPart,
}

impl Why {
    /// The code under which the word files hold the sentence.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoSuchField => "no_such_field",
            Self::WrongShape => "wrong_shape",
            Self::Required => "required",
            Self::NoSuchChoice => "no_such_choice",
            Self::NumberOutOfRange => "number_out_of_range",
            Self::NotADate => "not_a_date",
            Self::RangeUpsideDown => "range_upside_down",
            Self::OwnPart => "own_part",
        }
    }
}
