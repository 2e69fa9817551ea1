//! Words around a number: what it counts, and how exactly.

use crate::digest::{FigureKind, Modifier};

/// A word that says what is counted or how exactly.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum FigureWord {
    /// Before the number: `نحو`, `at least`.
    ModifierBefore(Modifier),
    /// After the figure: `على الأقل`, `or so`.
    ModifierAfter(Modifier),
    /// A counted noun of this kind, singular or plural: `soldiers`, `قتيل`.
    Noun(FigureKind),
    /// A counted noun in the dual, a figure by itself: `جنديان`.
    Dual(FigureKind),
    /// A currency's name or sign, with its ISO 4217 code.
    Currency(&'static str),
    /// `%`, `في المئة`, `percent`.
    Percent,
}
