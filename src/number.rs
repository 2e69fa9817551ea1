//! The number grammar that figures and dates share: digits and number words to a value.

use std::ops::Range;

use crate::text::Document;

/// A number as it stands in the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Number {
    /// Its tokens.
    pub tokens: Range<usize>,
    pub value: f64,
    /// Written in digits alone.
    pub digits: bool,
}

/// The longest number that begins at a token; `None` where none does.
pub fn number_at(document: &Document, at: usize) -> Option<Number> {
    let (value, _) = document.digits(at)?;
    Some(Number { tokens: at..at + 1, value: value as f64, digits: true })
}
