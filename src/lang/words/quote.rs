//! Words of saying, and of who says.

/// A word that introduces speech or names a speaker's role.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum QuoteWord {
    /// A verb or phrase of saying: `قال`, `said`.
    Cue,
}
