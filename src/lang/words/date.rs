//! Words that name times.

/// A word that names a time or a part of one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum DateWord {
    /// Gregorian month, 1 to 12.
    Month(u8),
}
