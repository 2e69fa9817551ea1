//! Words that say how much a sentence matters.

/// A discourse cue.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum RankWord {
    /// Opens background: `يذكر أن`.
    Background,
}
